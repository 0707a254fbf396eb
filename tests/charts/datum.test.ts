import { describe, expect, it } from "vitest";
import { certaintyOf, shownValue } from "../../src/charts/datum.ts";
import { figure } from "./builders.ts";

describe("certaintyOf", () => {
  it.each([
    ["exact", {}],
    ["range", { value: [2, 3] as const }],
    ["over", { approx: "over" as const, bound: ">" as const }],
    ["over", { approx: "none" as const, bound: ">=" as const }],
    ["under", { approx: "about" as const, bound: "<" as const }],
    ["about", { approx: "about" as const }],
  ])("%s for %o", (certainty, over) => expect(certaintyOf(figure(over))).toBe(certainty));
});

describe("shownValue", () => {
  it.each([
    ["100亿元", figure(), "100亿元"],
    ["近100亿元", figure({ approx: "about", bound: "<" }), "近100亿元"],
    ["100亿元", figure({ approx: "about" }), "≈ 100亿元"],
    ["100亿元", figure({ approx: "over", bound: ">" }), "> 100亿元"],
    ["100亿元", figure({ bound: "<=" }), "< 100亿元"],
  ])("%s", (display, of, shown) => expect(shownValue(display, of, false, "zh-Hans")).toBe(shown));
});
