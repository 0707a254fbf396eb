import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  commonScale,
  divide,
  type Exact,
  exactOf,
  percentChange,
  subtract,
  tidy,
} from "../../../src/answer/comparison/arithmetic.ts";
import type { Figure } from "../../../src/figures/figure.ts";

const exact = (low: number | string, high = low): Exact => [new Decimal(low), new Decimal(high)];
const said = (range: readonly [Decimal, Decimal] | undefined): string[] | undefined =>
  range?.map((d) => d.toFixed());
const figure = (value: Figure["value"]): Figure => ({ value }) as Figure;

it.each<[a: Exact, b: Exact, difference: [string, string]]>([
  [exact("43.8"), exact("32.16"), ["11.64", "11.64"]],
  [exact("0.3"), exact("0.1"), ["0.2", "0.2"]],
  [exact("32.16"), exact("43.8"), ["-11.64", "-11.64"]],
  [exact(6), exact(5, 8), ["-2", "1"]],
  [exact(5, 8), exact(2, 3), ["2", "6"]],
])("%s − %s = %s", (a, b, difference) => expect(said(subtract(a, b))).toEqual(difference));

it.each<[a: Exact, b: Exact, ratio: [string, string] | undefined]>([
  [exact(9), exact(4), ["2.25", "2.25"]],
  [exact(6, 8), exact(2, 4), ["1.5", "4"]],
  [exact(1), exact(0), undefined],
  [exact(1), exact(0, 2), undefined],
])("%s ÷ %s = %s", (a, b, ratio) => expect(said(divide(a, b))).toEqual(ratio));

it.each<[now: Exact, then: Exact, percent: [string, string] | undefined]>([
  [exact(1200), exact(1000), ["20", "20"]],
  [exact(800), exact(1000), ["-20", "-20"]],
  [exact(1200), exact(800, 1000), ["20", "50"]],
  [exact(1), exact(0), undefined],
])("from %s² to %s¹: %s per cent", (now, then, percent) =>
  expect(said(percentChange(now, then))).toEqual(percent),
);

it.each([
  ["11.640", "11.64"],
  ["11.645", "11.65"],
  ["200.00", "200"],
  ["0.004567", "0.0046"],
  ["0", "0"],
  ["-3.14159", "-3.14"],
])("tidy(%s) is %s", (value, shown) => expect(tidy(new Decimal(value))).toBe(shown));

describe("exactOf", () => {
  it("takes single values and ranges back to the decimals that were printed", () => {
    expect(said(exactOf(figure(0.1)))).toEqual(["0.1", "0.1"]);
    expect(said(exactOf(figure([1.1e8, 1.3e8])))).toEqual(["110000000", "130000000"]);
    expect(said(exactOf(figure(4.38e13)))).toEqual(["43800000000000", "43800000000000"]);
  });
});

describe("commonScale", () => {
  it.each<[values: number[], lang: "zh" | "en", plain: boolean, name: string]>([
    [[4.38e13, 3.2e13], "zh", false, "万亿"],
    [[4.38e13, 3.2e13], "en", false, "trillion"],
    [[9.7e8, 3e4], "zh", false, "亿"],
    [[9.7e8, 3e4], "en", false, "million"],
    [[305_000], "zh", false, "万"],
    [[305_000], "en", false, ""],
    [[305_000], "zh", true, ""],
    [[12], "zh", false, ""],
    [[-4.38e13], "zh", false, "万亿"],
    [[], "zh", false, ""],
  ])("shows %s (%s) on the scale %s", (values, lang, plain, name) => {
    const scale = commonScale(
      values.map((v) => new Decimal(v)),
      lang,
      plain,
    );
    expect(lang === "zh" ? scale.zh : scale.en).toBe(name);
  });
});

describe("the arithmetic of ranges", () => {
  const number = fc.integer({ min: 1, max: 10_000 }).map((n) => new Decimal(n).div(100));
  const range = fc.tuple(number, number).map(([a, b]): Exact => (a.lte(b) ? [a, b] : [b, a]));
  const inside = (r: Exact, t: number): Decimal => r[0].plus(r[1].minus(r[0]).times(t));

  it("holds every result that values inside the ranges can have", () => {
    const part = fc.constantFrom(0, 0.25, 0.5, 1);
    fc.assert(
      fc.property(range, range, part, part, (a, b, s, t) => {
        const [x, y] = [inside(a, s), inside(b, t)];
        const slack = new Decimal("1e-12");
        const within = (value: Decimal, [low, high]: readonly [Decimal, Decimal]): void => {
          expect(value.gte(low.minus(slack)) && value.lte(high.plus(slack))).toBe(true);
        };
        within(x.minus(y), subtract(a, b));
        within(x.div(y), divide(a, b) as Exact);
        within(x.div(y).minus(1).times(100), percentChange(a, b) as Exact);
      }),
    );
  });
});
