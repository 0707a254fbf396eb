import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/charts/advances.ts";
import { clean, shortenText, wrapText } from "../../src/charts/text-fit.ts";

const line = (width: number) => ({ size: 10, weight: "regular" as const, width });

describe("wrapText", () => {
  it.each([
    ["一二三四五六", 30, 3, ["一二三", "四五六"]],
    ["一二三，四五六", 30, 3, ["一二", "三，四", "五六"]],
    ["one two three", 40, 3, ["one two", "three"]],
    ["一二三四五六七", 30, 2, ["一二三", "四五…"]],
    ["2020年32.16万", 40, 2, ["2020年", "32.16万"]],
    ["一二三；四五六七", 60, 2, ["一二三；", "四五六七"]],
    ["一；二三四五六七", 60, 2, ["一；二三四五", "六七"]],
    ["", 30, 2, []],
  ])("%s in %i", (text, width, lines, wrapped) =>
    expect(wrapText(text, line(width), lines)).toEqual(wrapped),
  );

  it("never exceeds the width, never cuts a character in two", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."海关，。aB1.% 𠮷é😀\ud800\n"), maxLength: 60 }),
        fc.integer({ min: 25, max: 300 }),
        (text, width) => {
          for (const got of wrapText(text, line(width), 2)) {
            expect(got).not.toMatch(/\p{Cs}/u);
            expect(widthOf(got, 10, "regular")).toBeLessThanOrEqual(width);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("shortenText", () => {
  it.each([
    ["abc", 100, "abc"],
    ["𠮷𠮷𠮷𠮷", 30, "𠮷𠮷…"],
  ])("%s in %i → %s", (text, width, short) => expect(shortenText(text, line(width))).toBe(short));
});

describe("clean", () => {
  it("drops line ends, control and direction characters and lone surrogates", () => {
    expect(clean("a\nb\u0000c\u202ed\ud800e\u2028f")).toBe("a b cde f");
  });
});
