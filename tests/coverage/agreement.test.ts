import { describe, expect, it } from "vitest";
import { agree } from "../../src/coverage/agreement.ts";
import { stated } from "./figures.ts";

const figure = (text: string, value: number | readonly [number, number], given: object = {}) =>
  stated("a-2021", text, value, given).figure;
const over = { bound: ">", approx: "over" } as const;
const under = { bound: "<", approx: "under" } as const;
const about = { approx: "about" } as const;

describe("agree", () => {
  it.each([
    ["the same value", figure("43.8万亿", 43.8e12), figure("43.8万亿", 43.8e12)],
    ["a value and its rounding", figure("43.8万亿", 43.8e12), figure("43.85万亿", 43.85e12)],
    ["the same in another scale", figure("4380亿", 438e9), figure("0.438万亿", 0.438e12)],
    ["超17 and 17.4", figure("17万亿", 17e12, over), figure("17.4万亿", 17.4e12)],
    ["近3万 and 29,800", figure("3万", 30_000, under), figure("29800", 29_800)],
    ["约16.4 and 16.9", figure("16.4", 16.4, about), figure("16.9", 16.9)],
    ["近五分之一 and 1/5", figure("五分之一", 0.2, under), figure("1/5", 0.2)],
    ["a range and a value in it", figure("5~7天", [5, 7]), figure("6天", 6)],
  ])("%s can both be true", (_, a, b) => {
    expect(agree(a, b)).toBe(true);
    expect(agree(b, a)).toBe(true);
  });

  it.each([
    ["43.8 and 43.9", figure("43.8万亿", 43.8e12), figure("43.9万亿", 43.9e12)],
    ["150 and 157", figure("150", 150), figure("157", 157)],
    ["超17 and 16", figure("17万亿", 17e12, over), figure("16万亿", 16e12)],
    ["超17 and 25", figure("17万亿", 17e12, over), figure("25万亿", 25e12)],
    ["近3万 and 30,100", figure("3万", 30_000, under), figure("30100", 30_100)],
    ["two ranges apart", figure("5~7天", [5, 7]), figure("2~3天", [2, 3])],
  ])("%s cannot", (_, a, b) => {
    expect(agree(a, b)).toBe(false);
    expect(agree(b, a)).toBe(false);
  });
});
