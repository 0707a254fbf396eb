import {
  MONTH,
  monthNumber,
  type PartialDate,
  partialDate,
  shiftMonths,
  shiftYears,
  YEAR,
  yearOf,
} from "./dates.ts";
import { CARDINAL, ORDINAL, parseCardinal, parseOrdinal } from "./numerals.ts";

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

export interface PeriodPhrase {
  /** Offsets in the prepared paragraph. */
  readonly start: number;
  readonly end: number;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly role: PeriodRole;
  /** Months by which a relative phrase goes back from the period spoken of. */
  readonly back?: number;
}

/** What a phrase is resolved against: the date of publication, and the period spoken of so far. */
export interface PeriodAnchor {
  readonly published: PartialDate | null;
}

interface Reading {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly role?: PeriodRole;
  readonly back?: number;
}

type Groups = Readonly<
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
type Reader = (groups: Groups, published: PartialDate | null) => Reading | null;

/** China's five-year plans: the first began in 1953, from the seventh (1986) on they follow without a gap, so plan n starts in 1951 + 5n. */
const planStart = (ordinal: string): number => 1951 + 5 * parseOrdinal(ordinal);

const year = (text: string | undefined): number => Number(text);
const whole = (from: PartialDate | null, role?: PeriodRole): Reading => ({
  from,
  to: from,
  ...(role ? { role } : {}),
});
const lastYear = (published: PartialDate | null): PartialDate | null =>
  published ? partialDate(yearOf(published) - 1) : null;
const thisYear = (published: PartialDate | null): PartialDate | null =>
  published ? partialDate(yearOf(published)) : null;

/** The year that `of 2025`, `of this year`, `of last year` or nothing names. */
function yearNamed(words: string | undefined, published: PartialDate | null): number | null {
  const digits = /\d{4}/.exec(words ?? "")?.[0];
  if (digits !== undefined) return Number(digits);
  if (published === null) return null;
  return yearOf(published) - (/last|previous/.test(words ?? "") ? 1 : 0);
}

function monthsOfYear(
  words: string | undefined,
  published: PartialDate | null,
  first: number,
  last: number,
): Reading | null {
  const y = yearNamed(words, published);
  return y === null ? null : { from: partialDate(y, first), to: partialDate(y, last) };
}

const OF_YEAR = `(?<of>(?:\\s+of)?(?:\\s+the\\s+year)?\\s+(?:${YEAR}|this\\s+year|last\\s+year|the\\s+(?:previous\\s+)?year)|,?\\s+${YEAR})?`;
const DAY = "\\d{1,2}(?:st|nd|rd|th)?(?!\\d)";
const PLAN = `(?:the\\s+)?(?<plan>${ORDINAL})\\s+five-year\\s+plan(?:\\s+period)?(?:\\s*\\(\\s*\\d{4}\\s*[-–—]\\s*\\d{2,4}\\s*\\))?`;
const COUNT = `(?<n>${CARDINAL})`;

/** Most specific first: a phrase found by an earlier row is not looked at again. */
const READERS: readonly (readonly [pattern: string, read: Reader])[] = [
  // plans
  [
    `since\\s+(?:the\\s+(?:start|beginning|launch)\\s+of\\s+)?${PLAN}(?:\\s+(?:began|started))?`,
    (g, p) => ({ from: partialDate(planStart(g.plan ?? "")), to: p }),
  ],
  [`by\\s+the\\s+end\\s+of\\s+${PLAN}`, (g) => whole(partialDate(planStart(g.plan ?? "") + 4), "until")],
  [
    `(?:during|in|over|throughout|for|under|within)\\s+${PLAN}`,
    (g) => ({
      from: partialDate(planStart(g.plan ?? "")),
      to: partialDate(planStart(g.plan ?? "") + 4),
    }),
  ],
  // ends
  [
    `(?:as\\s+of|by|at|until|up\\s+to|since)\\s+(?:the\\s+)?end\\s+of\\s+(?<mon>${MONTH})${OF_YEAR}`,
    (g, p) => endOfMonth(g, p),
  ],
  [
    `(?:as\\s+of|by|at|until|up\\s+to)\\s+(?:the\\s+)?end\\s+of\\s+(?<year>${YEAR}|last\\s+year|this\\s+year|the\\s+year)`,
    (g, p) => until(yearNamed(g.year, p), 12),
  ],
  [
    `(?:as\\s+of|by|until|up\\s+to|through)\\s+(?:\\d{1,2}(?::00)?\\s+(?:hours\\s+)?on\\s+)?(?:(?<day>${DAY})\\s+(?<mon>${MONTH})|(?<mon2>${MONTH})\\s+(?<day2>${DAY}))(?:,?\\s+(?<year>${YEAR}))?`,
    (g, p) => untilDay(g, p),
  ],
  [`as\\s+of\\s+(?<year>${YEAR})`, (g) => until(year(g.year), undefined)],
  [
    `(?:so\\s+far\\s+this\\s+year|this\\s+year\\s+to\\s+date|since\\s+the\\s+(?:start|beginning)\\s+of\\s+(?:this|the)\\s+year)`,
    (_, p) => ({ from: thisYear(p), to: p }),
  ],
  [
    "so\\s+far|to\\s+date|at\\s+present|at\\s+the\\s+moment|currently|presently|nowadays|these\\s+days",
    (_, p) => ({ from: null, to: p, role: "until" }),
  ],
  [`by\\s+(?<year>${YEAR})`, (g) => whole(g.year ?? null, "by")],
  // relative
  [
    `(?:the\\s+)?same\\s+(?:period|months?|quarter|time)\\s+(?:(?:of\\s+|in\\s+)?(?:last\\s+year|the\\s+previous\\s+year|the\\s+year\\s+before)|(?:a\\s+year|one\\s+year)\\s+(?:earlier|ago|before))`,
    () => ({ from: null, to: null, role: "relative", back: 12 }),
  ],
  [
    `(?:a|one)\\s+year\\s+(?:earlier|ago|before)|the\\s+(?:previous|preceding|prior)\\s+year|the\\s+year\\s+before|year[ -]on[ -]year|year[ -]over[ -]year|\\by-?o-?y\\b`,
    () => ({ from: null, to: null, role: "relative", back: 12 }),
  ],
  [
    `(?:a|one)\\s+month\\s+(?:earlier|ago|before)|the\\s+(?:previous|preceding)\\s+month|the\\s+month\\s+before|month[ -](?:on|over)[ -]month`,
    () => ({ from: null, to: null, role: "relative", back: 1 }),
  ],
  [`(?:the\\s+)?same\\s+period\\s+(?:of|in)\\s+(?<year>${YEAR})`, (g) => whole(g.year ?? null)],
  [
    "(?:in|during|over|for|of)?\\s*(?:the|that)\\s+same\\s+(?:period|year|months?|quarter)",
    () => ({ from: null, to: null, role: "relative", back: 0 }),
  ],
  [
    "in\\s+the\\s+past(?!\\s+[a-z\\d]+\\s+(?:years?|months?|decades?))|previously|originally|formerly",
    () => ({ from: null, to: null, role: "past" }),
  ],
  // spans of months
  [
    `(?:(?:from|between)\\s+)?(?<mon>${MONTH})\\s*(?:-|–|—|\\s+to\\s+|\\s+and\\s+|\\s+through\\s+)\\s*(?<mon2>${MONTH})${OF_YEAR}`,
    (g, p) => monthsOfYear(g.of, p, monthNumber(g.mon ?? ""), monthNumber(g.mon2 ?? "")),
  ],
  [
    `(?:(?:in|during|over|for)\\s+)?the\\s+first\\s+${COUNT}\\s+months${OF_YEAR}`,
    (g, p) => monthsOfYear(g.of, p, 1, parseCardinal(g.n ?? "")),
  ],
  [
    `(?:(?:in|during|over|for)\\s+)?the\\s+first\\s+${COUNT}\\s+quarters${OF_YEAR}`,
    (g, p) => monthsOfYear(g.of, p, 1, 3 * parseCardinal(g.n ?? "")),
  ],
  [
    `(?:(?:in|during|over|for)\\s+)?the\\s+(?<half>first|second)\\s+half(?:${OF_YEAR})`,
    (g, p) => (g.half === "first" ? monthsOfYear(g.of, p, 1, 6) : monthsOfYear(g.of, p, 7, 12)),
  ],
  [
    `(?:(?:in|during|over|for)\\s+)?(?:the\\s+(?<q>first|second|third|fourth)\\s+quarter|q(?<qn>[1-4]))${OF_YEAR}`,
    (g, p) => quarter(g, p),
  ],
  // several years
  [
    `(?:from|between)\\s+(?<year>${YEAR})\\s+(?:to|and|through)\\s+(?<year2>${YEAR})`,
    (g) => ({ from: g.year ?? null, to: g.year2 ?? null }),
  ],
  [
    `\\(?(?<year>${YEAR})\\s*[-–—]\\s*(?<year2>(?:19|20)\\d{2})(?!\\d)\\)?`,
    (g) => ({ from: g.year ?? null, to: g.year2 ?? null }),
  ],
  [
    `since\\s+(?<mon>${MONTH})\\s+(?<year>${YEAR})`,
    (g, p) => ({ from: partialDate(year(g.year), monthNumber(g.mon ?? "")), to: p }),
  ],
  [
    `since\\s+(?<year>${YEAR}|last\\s+year)`,
    (g, p) => ({ from: g.year?.startsWith("l") ? lastYear(p) : (g.year ?? null), to: p }),
  ],
  [
    `(?:in|over|during|for|within)\\s+the\\s+(?:past|last|previous|recent)\\s+(?:${COUNT}\\s+years|(?<decade>decade))`,
    (g, p) => ({
      from: p ? partialDate(yearOf(p) - (g.decade ? 10 : parseCardinal(g.n ?? ""))) : null,
      to: p,
    }),
  ],
  // days and months
  [
    `(?:on\\s+)?(?:(?<day>${DAY})\\s+(?<mon>${MONTH})|(?<mon2>${MONTH})\\s+(?<day2>${DAY})(?![\\d,]*\\d\\s*(?:tonnes|tons|percent)))(?:,?\\s+(?<year>${YEAR}))?`,
    (g, p) => dayOf(g, p),
  ],
  [
    `(?:in\\s+)?(?<mon>${MONTH})\\s+(?:of\\s+)?(?<year>${YEAR}|this\\s+year|last\\s+year)`,
    (g, p) => monthIn(g, p),
  ],
  [`(?:in|during|for|by|of|since|until)\\s+(?<mon>${MONTH})(?![a-z])`, (g, p) => recentMonth(g, p)],
  ["(?:in\\s+)?last\\s+month", (_, p) => whole(p ? (shiftMonths(p, -1) ?? null) : null)],
  ["(?:in\\s+)?this\\s+month", (_, p) => whole(p?.slice(0, 7) ?? null)],
  // years
  [
    `(?:(?:in|for|during|throughout|over)\\s+)?(?:(?:the\\s+)?(?:whole|all|full(?:[ -]year)?)\\s+(?:year\\s+)?(?:of\\s+)?)?(?<year>${YEAR})(?:\\s+as\\s+a\\s+whole)?`,
    (g) => whole(g.year ?? null),
  ],
  ["last\\s+year", (_, p) => whole(lastYear(p))],
  ["(?:the\\s+year\\s+)?this\\s+year", (_, p) => ({ from: thisYear(p), to: p })],
  ["next\\s+year", (_, p) => whole(p ? shiftYears(p.slice(0, 4), 1) : null, "by")],
  ["\\b(?:now|today)\\b(?!\\s+that)", (_, p) => ({ from: null, to: p, role: "until" })],
];

const until = (y: number | null, month: number | undefined): Reading | null =>
  y === null ? null : { from: null, to: partialDate(y, month), role: "until" };

function endOfMonth(g: Groups, p: PartialDate | null): Reading | null {
  return until(yearNamed(g.of, p), monthNumber(g.mon ?? ""));
}

function untilDay(g: Groups, p: PartialDate | null): Reading | null {
  const day = dayOf(g, p);
  return day ? { from: null, to: day.to, role: "until" } : null;
}

function dayOf(g: Groups, p: PartialDate | null): Reading | null {
  const month = monthNumber(g.mon ?? g.mon2 ?? "");
  const y = g.year ? Number(g.year) : latestYear(month, p);
  return y === null ? null : whole(partialDate(y, month, Number.parseInt(g.day ?? g.day2 ?? "", 10)));
}

function monthIn(g: Groups, p: PartialDate | null): Reading | null {
  const y = yearNamed(g.year, p);
  return y === null ? null : whole(partialDate(y, monthNumber(g.mon ?? "")));
}

function recentMonth(g: Groups, p: PartialDate | null): Reading | null {
  const month = monthNumber(g.mon ?? "");
  const y = latestYear(month, p);
  return y === null ? null : whole(partialDate(y, month));
}

/** A month without its year is the latest such month that was not after publication. */
function latestYear(month: number, p: PartialDate | null): number | null {
  if (p === null) return null;
  return p.length >= 7 && month > Number(p.slice(5, 7)) ? yearOf(p) - 1 : yearOf(p);
}

function quarter(g: Groups, p: PartialDate | null): Reading | null {
  const n = g.qn ? Number(g.qn) : parseOrdinal(g.q ?? "");
  return monthsOfYear(g.of, p, 3 * n - 2, 3 * n);
}

const COMPILED = READERS.map(([pattern, read]) => ({
  pattern: new RegExp(`(?<![a-z\\d])(?:${pattern})`, "g"),
  read,
}));

/** The period phrases of a prepared paragraph in lower case, in text order, none inside another. */
export function findPeriods(lower: string, anchor: PeriodAnchor): PeriodPhrase[] {
  const found: PeriodPhrase[] = [];
  for (const { pattern, read } of COMPILED) {
    for (const match of lower.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((p) => p.start < end && start < p.end)) continue;
      if (/\bno\.?\s*\d+\s+(?:of\s+)?$/.test(lower.slice(Math.max(0, start - 14), start))) continue;
      const reading = read((match.groups ?? {}) as Groups, anchor.published);
      if (reading) found.push({ start, end, role: "when", ...reading });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
