import type { FigureKind, Span } from "../figure.ts";
import { parseChineseNumeral, parseDigits } from "./numerals.ts";

/** A quantity with a form of its own: fractions, tenths, halves, ranks, rates such as 7×24小时. */
export interface Special {
  readonly start: number;
  readonly end: number;
  readonly num: Span;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly kind: FigureKind;
  readonly more: boolean;
  /** 每10辆汽车中…: the things counted, inside the figure. */
  readonly thing?: Span | null;
}

/** A number inside a pattern, digits or characters. */
export const N = "(?:(?<![\\d.])\\d{1,9}(?:\\.\\d{1,4})?|[一二两三四五六七八九十百千万]{1,6})";
export const MEASURE =
  "(?:个|家|件|项|份|批|票|单|辆|架|艘|人|名|位|条|台|列|箱|只|起|次|天|支|部|块|本|户|吨|元)";

/** NaN for no number. */
export const value = (text: string | undefined): number | readonly [number, number] => {
  if (text === undefined) return Number.NaN;
  return /^\d/.test(text) ? parseDigits(text) : (parseChineseNumeral(text) ?? Number.NaN);
};

export const divide = (
  part: number | readonly [number, number],
  whole: number | readonly [number, number],
): number | readonly [number, number] => {
  if (typeof whole !== "number") return Number.NaN;
  return typeof part === "number" ? part / whole : [part[0] / whole, part[1] / whole];
};

/** Where a named group stands; the whole match where it took no part. */
export const at = (m: RegExpExecArray, group: string): Span => {
  const indices = m.indices?.groups?.[group];
  return indices === undefined ? [m.index, m.index + m[0].length] : [indices[0], indices[1]];
};
