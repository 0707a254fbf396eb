import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutBytes, cutEnd, windowAround } from "../../src/format/cut.ts";

const wellFormed = (text: string): boolean =>
  !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
const texts = fc.string({ unit: fc.constantFrom("a", "关", "😀", "\n", "é") });

describe("cutEnd", () => {
  it.each([
    ["关税", 5, "关税"],
    ["关税总额", 3, "关税…"],
    ["a😀b", 3, "a…"],
    ["a😀b", 4, "a😀b"],
    ["abc", 0, ""],
  ])("%s to %i units → %s", (text, limit, cut) => expect(cutEnd(text, limit)).toBe(cut));

  it("keeps to its limit and to whole characters", () => {
    fc.assert(
      fc.property(texts, fc.nat(30), (text, limit) => {
        const cut = cutEnd(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(wellFormed(cut)).toBe(true);
      }),
    );
  });
});

it.each([
  ["关税", 6, "关税"],
  ["关税", 5, "关"],
  ["a😀", 4, "a"],
  ["", 4, ""],
])("cutBytes(%s, %i) → %s", (text, limit, cut) => expect(cutBytes(text, limit)).toBe(cut));

it("windowAround holds what it is drawn around, within its limit and whole characters", () => {
  const cases = fc.record({
    text: texts,
    at: fc.nat(60),
    length: fc.nat(6),
    limit: fc.integer({ min: 10, max: 40 }),
  });
  fc.assert(
    fc.property(cases, ({ text, at, length, limit }) => {
      const chars = [...text];
      const start = chars.slice(0, at).join("").length;
      const end = chars.slice(0, at + Math.min(3, length)).join("").length;
      const [from, to] = windowAround(text, start, end, limit);
      expect(to - from).toBeLessThanOrEqual(limit);
      expect(wellFormed(text.slice(from, to))).toBe(true);
      expect(from).toBeLessThanOrEqual(start);
      expect(to).toBeGreaterThanOrEqual(end);
    }),
  );
});
