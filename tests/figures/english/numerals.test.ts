import { describe, expect, it } from "vitest";
import { parseCardinal, parseOrdinal, veilCardinals } from "../../../src/figures/english/numerals.ts";

describe("a cardinal's value", () => {
  it.each([
    ["7", 7],
    ["84,600", 84600],
    ["34.91", 34.91],
    ["1.135 million", 1135000],
    ["9.7 trillion", 9.7e12],
    ["4.98 trillion", 4980000000000],
    ["1.5bn", 1.5e9],
    ["twenty-one", 21],
    ["a hundred", 100],
    ["two hundred thousand", 200000],
    ["one hundred and five", 105],
    ["three million two hundred thousand", 3200000],
    ["half a million", 500000],
    ["a dozen", 12],
  ])("%s is %d", (text, value) => {
    expect(parseCardinal(text)).toBe(value);
  });

  it("is not a number where a word is no numeral", () => {
    expect(parseCardinal("few")).toBeNaN();
  });
});

describe("an ordinal's value", () => {
  it.each([
    ["second", 2],
    ["twenty-first", 21],
    ["46th", 46],
    ["twenty-thousandth", 20000],
  ])("%s is %d", (text, value) => {
    expect(parseOrdinal(text)).toBe(value);
  });
});

describe("veiling", () => {
  it("keeps the length and hides numerals whole", () => {
    const text = "in 1.2 million of 30 someone cases";
    expect(veilCardinals(text)).toBe("in ¤¤¤¤¤¤¤¤¤¤¤ of ¤¤ someone cases");
  });
});
