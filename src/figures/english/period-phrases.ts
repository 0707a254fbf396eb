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
import { parseCardinal } from "./numerals.ts";
import {
  dayOf,
  endOfMonth,
  type Groups,
  lastYear,
  monthIn,
  monthRange,
  monthsOfYear,
  type PeriodRole,
  planStart,
  quarter,
  type Reader,
  recentMonth,
  thisYear,
  until,
  untilDay,
  whole,
  year,
  yearNamed,
} from "./period-readings.ts";

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

const OF_YEAR = `(?<of>(?:\\s+of)?(?:\\s+the\\s+year)?\\s+(?:${YEAR}|this\\s+year|last\\s+year|the\\s+(?:previous\\s+)?year)|,?\\s+${YEAR})?`;
const DAY = "\\d{1,2}(?:st|nd|rd|th)?(?!\\d)";
const PLAN = `(?:the\\s+)?(?<plan>\\d+th|[a-z]+(?:-[a-z]+)?)\\s+five-year\\s+plan(?:\\s+period)?(?:\\s*\\(\\s*\\d{4}\\s*[-–—]\\s*\\d{2,4}\\s*\\))?`;
const COUNT = `(?<n>\\d{1,3}|[a-z]+)`;

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
    (g, p) => monthRange(g, p),
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
      // "the first few months": a count that is none.
      if (reading && !/NaN/.test(`${reading.from}${reading.to}`))
        found.push({ start, end, role: "when", ...reading });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
