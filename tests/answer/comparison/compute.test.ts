import { describe, expect, it } from "vitest";
import { derive, order, sayDerived } from "../../../src/answer/comparison/compute.ts";
import type { ComparisonKind } from "../../../src/answer/question/question.ts";
import type { UiLang } from "../../../src/answer/types.ts";
import { figureOf, islandLibrary } from "../../support/island-library.ts";

const library = islandLibrary();
const of = (text: string) => figureOf(library, text);
const compute = (kind: ComparisonKind, left: string, right: string, lang: UiLang = "zh-Hans") =>
  derive(kind, of(left), of(right), [0, 1], lang);

describe("derive", () => {
  it.each<[kind: ComparisonKind, left: string, right: string, said: string, formula: string]>([
    ["difference", "1200万吨", "1000万吨", "200万吨", "1200 − 1000 = 200（万吨）"],
    ["difference", "1000万吨", "1200万吨", "200万吨", "1200 − 1000 = 200（万吨）"],
    ["ratio", "1200万吨", "1000万吨", "1.2倍", "1200 ÷ 1000 = 1.2（倍）"],
    ["percent_change", "1200万吨", "1000万吨", "20%", "(1200 − 1000) ÷ 1000 × 100% = 20%"],
    ["difference", "43.8%", "32.16%", "11.64个百分点", "43.8% − 32.16% = 11.64（个百分点）"],
    ["difference", "第3位", "第5位", "2位", "5 − 3 = 2（位）"],
    ["difference", "30.5万标箱", "25万标箱", "5.5万标箱", "30.5 − 25 ≈ 5.5（万标箱）"],
  ])("%s of %s and %s is %s", (kind, left, right, said, formula) => {
    const derived = compute(kind, left, right);
    expect(derived && sayDerived(derived, "zh-Hans")).toBe(said);
    expect(derived?.formula).toBe(formula);
  });

  it("gives exact values, not those of binary fractions", () => {
    expect(compute("difference", "43.8%", "32.16%")).toMatchObject({
      kind: "percentage_points",
      value: 11.64,
    });
    expect(compute("percent_change", "1200万吨", "1000万吨")).toMatchObject({ value: 20, unit: "%" });
  });

  it("marks a result as approximate where an operand has a qualifier", () => {
    expect(compute("difference", "30.5万标箱", "25万标箱")?.approximate).toBe(true);
    expect(compute("difference", "1200万吨", "1000万吨")?.approximate).toBe(false);
  });

  it("keeps a range a range", () => {
    expect(compute("ratio", "6小时", "5至8小时")?.value).toEqual([0.75, 1.2]);
    expect(compute("difference", "6小时", "5至8小时")?.value).toEqual([-2, 1]);
  });

  it("points at its operands", () => {
    expect(derive("difference", of("1200万吨"), of("1000万吨"), [2, 5], "zh-Hans")?.operands).toEqual([2, 5]);
  });

  it("speaks English to English askers", () => {
    const derived = compute("difference", "1200万吨", "1000万吨", "en");
    expect(derived && sayDerived(derived, "en")).toBe("2 million tonnes");
    expect(derived?.formula).toContain("12 − 10 = 2");
    const points = compute("difference", "43.8%", "32.16%", "en");
    expect(points && sayDerived(points, "en")).toBe("11.64 percentage points");
  });
});

describe("order", () => {
  it.each<[left: string, right: string, sign: number | undefined]>([
    ["1200万吨", "1000万吨", 1],
    ["1000万吨", "1200万吨", -1],
    ["1000万吨", "1000万吨", 0],
    ["6小时", "5至8小时", undefined],
    ["第3位", "第5位", -1],
  ])("%s against %s: %s", (left, right, sign) => expect(order(of(left), of(right))).toBe(sign));
});
