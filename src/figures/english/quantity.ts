import type { Approximation, Bound, FigureKind } from "../figure.ts";

/** What a quantity says of change by its own form: doubled, 2.6-fold. */
export type OwnChange = { readonly factor: number | null; readonly sign: 1 | -1; readonly ratio: boolean };

/** A number with its unit as it was read, before its clause is. Offsets in the prepared paragraph. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly num: readonly [number, number];
  /** With qualifier and noun. */
  readonly shown: readonly [number, number];
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly kind: FigureKind;
  readonly noun: readonly [number, number] | null;
  readonly approx: Approximation;
  readonly bound: Bound | null;
  /** `per minute`, `a year`: where the rate's words stand. */
  readonly per?: { readonly start: number; readonly end: number; readonly unit: string };
  readonly change?: OwnChange;
  /** A run of years or months that ends in the period spoken of: eight consecutive years. */
  readonly streak?: boolean;
}
