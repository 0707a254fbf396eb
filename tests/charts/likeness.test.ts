import { describe, expect, it } from "vitest";
import { areAlike, unitKey } from "../../src/charts/likeness.ts";
import { momentOf, monthsBetween } from "../../src/charts/moments.ts";
import { figure } from "./builders.ts";

describe("unitKey", () => {
  it.each([
    ["个小时", "小时"],
    ["hours", "hour"],
    ["百分点", "个百分点"],
    ["日", "天"],
  ])("%s and %s are one unit", (a, b) => expect(unitKey(a)).toBe(unitKey(b)));

  it("keeps working days and days apart", () => expect(unitKey("个工作日")).not.toBe(unitKey("天")));
});

describe("areAlike", () => {
  const count = (noun: string | null) => figure({ kind: "count", unit: "个", noun });

  it("holds counted nouns apart unless an answer has compared them", () => {
    expect(areAlike([count("国家（地区）"), count("国家(地区)")], false)).toBe(true);
    expect(areAlike([count("国家"), count("企业")], false)).toBe(false);
    expect(areAlike([count("国家"), count("企业")], true)).toBe(true);
  });

  it("takes nothing at all for no picture", () => expect(areAlike([], true)).toBe(false));
});

describe("periods", () => {
  it.each([
    ["2020", "2020", 12, 2020.5],
    ["2023-01", "2023-06", 6, 2023.25],
    [null, "2025-06", undefined, 2025.5],
    [null, null, undefined, undefined],
  ])("%s to %s: %s months around %s", (from, to, months, moment) => {
    expect(monthsBetween({ from, to })).toBe(months);
    expect(momentOf({ from, to })).toBe(moment);
  });
});
