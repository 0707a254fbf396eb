/** A partial date: `2021`, `2021-02` or `2021-02-01`. */
export type PartialDate = string;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

/** Source of a pattern for a month's name, matches lower case. */
export const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b\\.?)";

/** Source of a pattern for a year of our time that is no part of a longer number. */
export const YEAR = "(?<![\\d.,$-])(?:19|20)\\d{2}(?![\\d%]|,\\d|\\.\\d)";

const pad = (n: number): string => String(n).padStart(2, "0");

/** 1 to 12 for a month's name. */
export const monthNumber = (name: string): number =>
  MONTHS.indexOf(name.slice(0, 3).toLowerCase() as never) + 1;

/** A partial date of what is known. */
export function partialDate(year: number, month?: number, day?: number): PartialDate {
  return [String(year), ...(month ? [pad(month)] : []), ...(month && day ? [pad(day)] : [])].join("-");
}

export const yearOf = (date: PartialDate): number => Number(date.slice(0, 4));
const monthOf = (date: PartialDate): number | undefined =>
  date.length >= 7 ? Number(date.slice(5, 7)) : undefined;

/** The same partial date `years` later (earlier where negative). */
export const shiftYears = (date: PartialDate, years: number): PartialDate =>
  `${yearOf(date) + years}${date.slice(4)}`;

/** The month `months` after the month of `date`; undefined where `date` names no month. */
export function shiftMonths(date: PartialDate, months: number): PartialDate | undefined {
  const month = monthOf(date);
  if (month === undefined) return undefined;
  const index = yearOf(date) * 12 + month - 1 + months;
  return partialDate(Math.floor(index / 12), (index % 12) + 1);
}
