import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseChineseNumeral, parseDigits } from "../../../src/figures/chinese/numerals.ts";
import { extractFigures } from "../../../src/figures/extract.ts";

interface Case {
  readonly text: string;
  readonly value: number | [number, number];
  readonly unit: string;
  readonly approx?: string;
}

/** Facts of Chinese numerals, checked against those that microsoft/Recognizers-Text's specs hold; `differs` says where we part. */
const cases = JSON.parse(
  readFileSync(new URL("../../cases/numerals-zh.json", import.meta.url), "utf8"),
) as readonly Case[];

describe("a numeral with its unit, alone in a sentence", () => {
  it("covers at least a hundred facts", () => expect(cases.length).toBeGreaterThanOrEqual(100));

  it.each(cases)("$text → $value $unit", ({ text, value, unit, approx }) => {
    const figures = extractFigures(`全年总量为${text}。`, { lang: "zh" });
    expect(figures.map((f) => [f.unit, f.approx])).toEqual([[unit, approx ?? "none"]]);
    const [low, high] = [figures[0]?.value].flat();
    const [wantLow, wantHigh] = [value].flat();
    expect(low).toBeCloseTo(wantLow ?? Number.NaN, 9);
    if (wantHigh !== undefined) expect(high).toBeCloseTo(wantHigh, 9);
  });
});

describe("parseDigits", () => {
  it.each([
    ["43.8", "万亿", 43_800_000_000_000],
    ["274.8", "亿", 27_480_000_000],
    ["0.1", "亿", 10_000_000],
    ["1,234.5", "", 1234.5],
  ])("%s%s is exact, without the error of a multiplication", (digits, scale, value) => {
    expect(parseDigits(digits, scale)).toBe(value);
  });
});

describe("parseChineseNumeral", () => {
  it.each([
    ["二〇二四", 2024],
    ["百万", 1_000_000],
    ["一千五", 1500],
    ["三点五", 3.5],
    ["三四百", [300, 400]],
  ])("%s → %s", (text, value) => expect(parseChineseNumeral(text)).toEqual(value));

  it.each(["", "甲", "点五"])("gives null for %j", (text) => expect(parseChineseNumeral(text)).toBeNull());
});
