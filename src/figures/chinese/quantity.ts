import type { Approximation, Bound, FigureKind, Span } from "../figure.ts";

/** A number with its unit as read from the text, before anything is known of what it measures. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly num: Span;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly kind: FigureKind;
  readonly approx: Approximation;
  readonly bound: Bound | null;
  /** From the approximator to the one behind. */
  readonly display: Span;
  /** What is counted, right behind the unit. */
  readonly noun: Span | null;
  /** 每分钟, 日均: the number is of each such time. */
  readonly per: string | null;
}
