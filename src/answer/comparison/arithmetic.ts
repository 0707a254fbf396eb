import { Decimal } from "decimal.js";
import type { Figure } from "../../figures/figure.ts";

/** A value as exact decimals: [low, high], equal for a single number. */
export type Exact = readonly [Decimal, Decimal];

/** A figure's value in its base unit, exact. Floats print shortest, so the decimal that was read comes back. */
export function exactOf(figure: Figure): Exact {
  const [low, high] = typeof figure.value === "number" ? [figure.value, figure.value] : figure.value;
  return [new Decimal(String(low)), new Decimal(String(high))];
}

/** `a` − `b`; for ranges the least and the greatest it can be. Sign kept. */
export const subtract = (a: Exact, b: Exact): readonly [Decimal, Decimal] => {
  const [low, high] = [a[0].minus(b[1]), a[1].minus(b[0])];
  return low.lte(high) ? [low, high] : [high, low];
};

/** `a` ÷ `b`; undefined when `b` may be zero. */
export function divide(a: Exact, b: Exact): readonly [Decimal, Decimal] | undefined {
  if (b[0].isZero() || b[1].isZero()) return undefined;
  return [a[0].div(b[1]), a[1].div(b[0])];
}

/** How far `now` lies above `then`, in per cent of `then`; undefined when `then` may be zero. */
export function percentChange(now: Exact, then: Exact): readonly [Decimal, Decimal] | undefined {
  const ratio = divide(now, then);
  return ratio && [ratio[0].minus(1).times(100), ratio[1].minus(1).times(100)];
}

/** Digits for showing: two decimals, three significant ones below 1, no trailing zeros. */
export function tidy(value: Decimal): string {
  const rounded = value.abs().lt(1) ? value.toSignificantDigits(2) : value.toDecimalPlaces(2);
  return rounded.toFixed();
}

export interface Scale {
  readonly factor: Decimal;
  readonly zh: string;
  readonly en: string;
}

const SCALES: readonly Scale[] = [
  { factor: new Decimal(1e12), zh: "万亿", en: "trillion" },
  { factor: new Decimal(1e8), zh: "亿", en: "hundred million" },
  { factor: new Decimal(1e4), zh: "万", en: "ten thousand" },
  { factor: new Decimal(1), zh: "", en: "" },
];
const ENGLISH_SCALES: readonly Scale[] = [
  { factor: new Decimal(1e12), zh: "", en: "trillion" },
  { factor: new Decimal(1e9), zh: "", en: "billion" },
  { factor: new Decimal(1e6), zh: "", en: "million" },
  { factor: new Decimal(1), zh: "", en: "" },
];
const PLAIN: Scale = { factor: new Decimal(1), zh: "", en: "" };

/** The scale at which values are best shown together: the largest that leaves the greater one at 1 or more. */
export function commonScale(values: readonly Decimal[], lang: "zh" | "en", printedPlain: boolean): Scale {
  if (printedPlain) return PLAIN;
  const greatest = values.reduce((a, b) => Decimal.max(a, b.abs()), new Decimal(0));
  const scales = lang === "en" ? ENGLISH_SCALES : SCALES;
  return scales.find((s) => greatest.gte(s.factor)) ?? PLAIN;
}
