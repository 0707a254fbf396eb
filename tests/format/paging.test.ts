import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPages, turning, within } from "../../src/format/paging.ts";

describe("splitPages", () => {
  it("keeps the order, loses nothing, and fills no page beyond its room", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 })), (sizes) => {
        const pages = splitPages(sizes, 60, (size) => size);
        expect(pages.flat()).toEqual(sizes);
        for (const page of pages) expect(page.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60);
      }),
    );
  });

  it("gives what is larger than a page one of its own", () =>
    expect(splitPages([5, 99, 5], 10, (size) => size)).toEqual([[5], [99], [5]]));
});

it.each([
  [-1, 0],
  [0, 0],
  [2, 2],
  [9, 2],
])("page %i of three is page %i", (page, shown) => expect(within(page, 3)).toBe(shown));

it.each([
  [0, 1, []],
  [0, 3, ["k1"]],
  [1, 3, ["k0", "k2"]],
  [2, 3, ["k1"]],
])("page %i of %i can be turned to %j", (page, pages, data) =>
  expect(
    turning("k", page, pages, "en")
      .flat()
      .map((b) => "callback_data" in b && b.callback_data),
  ).toEqual(data),
);
