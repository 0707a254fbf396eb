import { monthNumber, type PartialDate, partialDate, yearOf } from "./dates.ts";
import { parseOrdinal } from "./numerals.ts";

/** How a period phrase takes part in its sentence. */
export type PeriodRole =
  /** Says when. */
  | "when"
  /** Says when in relation to the period spoken of: a year earlier, the same period last year. */
  | "relative"
  /** A state that holds at its end: as of, by the end of, so far. */
  | "until"
  /** Before a reform, without a date. */
  | "past"
  /** A forecast's date: by 2030. */
  | "by";

/** What a phrase's words come to. */
export interface Reading {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly role?: PeriodRole;
  readonly back?: number;
}

/** The named parts of a phrase. */
export type Groups = Readonly<
  Partial<
    Record<
      | "plan"
      | "mon"
      | "mon2"
      | "year"
      | "year2"
      | "day"
      | "day2"
      | "of"
      | "n"
      | "half"
      | "q"
      | "qn"
      | "decade",
      string
    >
  >
>;
/** Dates of a phrase, given its parts and the date of publication; null where they do not follow. */
export type Reader = (groups: Groups, published: PartialDate | null) => Reading | null;

/** China's five-year plans: the first began in 1953, from the seventh (1986) on they follow without a gap, so plan n starts in 1951 + 5n. */
export const planStart = (ordinal: string): number => 1951 + 5 * parseOrdinal(ordinal);

export const year = (text: string | undefined): number => Number(text);
export const whole = (from: PartialDate | null, role?: PeriodRole): Reading => ({
  from,
  to: from,
  ...(role ? { role } : {}),
});
export const lastYear = (published: PartialDate | null): PartialDate | null =>
  published ? partialDate(yearOf(published) - 1) : null;
export const thisYear = (published: PartialDate | null): PartialDate | null =>
  published ? partialDate(yearOf(published)) : null;

/** The year that `of 2025`, `of this year`, `of last year` or nothing names. */
export function yearNamed(words: string | undefined, published: PartialDate | null): number | null {
  const digits = /\d{4}/.exec(words ?? "")?.[0];
  if (digits !== undefined) return Number(digits);
  if (published === null) return null;
  return yearOf(published) - (/last|previous/.test(words ?? "") ? 1 : 0);
}

export function monthsOfYear(
  words: string | undefined,
  published: PartialDate | null,
  first: number,
  last: number,
): Reading | null {
  const y = yearNamed(words, published);
  return y === null || Number.isNaN(last) ? null : { from: partialDate(y, first), to: partialDate(y, last) };
}

/** "from May to November": of the last year in which May had come when it was published. */
export function monthRange(g: Groups, p: PartialDate | null): Reading | null {
  const [first, last] = [monthNumber(g.mon ?? ""), monthNumber(g.mon2 ?? "")];
  if (g.of !== undefined || p === null) return monthsOfYear(g.of, p, first, last);
  const y = latestYear(first, p) ?? yearOf(p);
  return { from: partialDate(y, first), to: partialDate(y, last) };
}

export const until = (y: number | null, month: number | undefined): Reading | null =>
  y === null ? null : { from: null, to: partialDate(y, month), role: "until" };

export function endOfMonth(g: Groups, p: PartialDate | null): Reading | null {
  return until(yearNamed(g.of, p), monthNumber(g.mon ?? ""));
}

export function untilDay(g: Groups, p: PartialDate | null): Reading | null {
  const day = dayOf(g, p);
  return day ? { from: null, to: day.to, role: "until" } : null;
}

export function dayOf(g: Groups, p: PartialDate | null): Reading | null {
  const month = monthNumber(g.mon ?? g.mon2 ?? "");
  const y = g.year ? Number(g.year) : latestYear(month, p);
  return y === null ? null : whole(partialDate(y, month, Number.parseInt(g.day ?? g.day2 ?? "", 10)));
}

export function monthIn(g: Groups, p: PartialDate | null): Reading | null {
  const y = yearNamed(g.year, p);
  return y === null ? null : whole(partialDate(y, monthNumber(g.mon ?? "")));
}

export function recentMonth(g: Groups, p: PartialDate | null): Reading | null {
  const month = monthNumber(g.mon ?? "");
  const y = latestYear(month, p);
  return y === null ? null : whole(partialDate(y, month));
}

/** A month without its year is the latest such month that was not after publication. */
function latestYear(month: number, p: PartialDate | null): number | null {
  if (p === null) return null;
  return p.length >= 7 && month > Number(p.slice(5, 7)) ? yearOf(p) - 1 : yearOf(p);
}

export function quarter(g: Groups, p: PartialDate | null): Reading | null {
  const n = g.qn ? Number(g.qn) : parseOrdinal(g.q ?? "");
  return monthsOfYear(g.of, p, 3 * n - 2, 3 * n);
}
