import type { FigureContext, Period } from "../figure.ts";
import { isBase } from "./change-bases.ts";
import { shiftMonths, shiftYears, yearOf } from "./dates.ts";
import type { PeriodPhrase } from "./period-phrases.ts";
import type { Quantity } from "./quantity.ts";

/** Where a figure stands, in offsets of the prepared paragraph. */
export interface Place {
  readonly sentence: { readonly start: number; readonly end: number };
  readonly clause: { readonly start: number; readonly end: number };
}

/** The dates of a period, before it is said whether they are implied. */
export interface Dates {
  readonly text: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

const ATTACHED = /^\s*(?:\(|of|in|for|on|as\s+of)?\s*(?:the\s+)?$/;
/** A figure that others are compared with keeps its date to itself: from 14 hours in 2022, against 60 in 2024. */
const COMPARED =
  /\b(?:from|against|than|compared\s+with|compared\s+to|up\s+on|versus)\s+(?:the\s+|its\s+)?(?:[a-z-]+\s+){0,2}$/;

const isAttached = (lower: string, q: Quantity, p: PeriodPhrase): boolean =>
  p.start >= q.shown[1] && ATTACHED.test(lower.slice(q.shown[1], p.start));
const isCompared = (lower: string, q: Quantity): boolean =>
  COMPARED.test(lower.slice(Math.max(0, q.shown[0] - 40), q.shown[0]));

/** "double the 2019 figure": the year names what is doubled. */
const isMultipleBase = (lower: string, p: PeriodPhrase, list: readonly Quantity[]): boolean =>
  list.some(
    (q) =>
      q.kind === "multiple" &&
      p.start >= q.end &&
      /^\s+(?:the|that\s+of|those\s+of|as\s+\w+\s+as(?:\s+in)?)\s*$/.test(lower.slice(q.end, p.start)),
  );

/** The phrase that says when a figure was, in its own sentence; undefined where none does. */
export function ownPhrase(
  lower: string,
  q: Quantity,
  list: readonly Quantity[],
  phrases: readonly PeriodPhrase[],
  place: Place,
): PeriodPhrase | undefined {
  const inside = phrases.filter(
    (p) => p.start >= place.sentence.start && p.end <= place.sentence.end && !isMultipleBase(lower, p, list),
  );
  const attached = inside.find((p) => isAttached(lower, q, p));
  if (
    attached &&
    (attached.role !== "relative" ||
      isCompared(lower, q) ||
      /\bof\b/.test(lower.slice(q.shown[1], attached.start)))
  )
    return attached;
  const free = inside.filter(
    (p) =>
      p.role !== "relative" &&
      p.role !== "past" &&
      !isBase(lower, p, place.sentence.start) &&
      !list.some((other) => other !== q && isCompared(lower, other) && isAttached(lower, other, p)),
  );
  const inClause = free.filter((p) => p.start >= place.clause.start && p.end <= place.clause.end);
  return (
    inClause.findLast((p) => p.end <= q.start) ??
    free.findLast((p) => p.end <= q.start) ??
    inClause.find((p) => p.start >= q.end) ??
    free.find((p) => p.start >= q.end && p.from?.length !== 10)
  );
}

/** A phrase's dates; one that is relative moves back from `around`, the period spoken of. */
export function datesOf(phrase: PeriodPhrase, text: string | null, around: Dates | undefined): Dates {
  if (phrase.role !== "relative") return { text, from: phrase.from, to: phrase.to };
  const back = phrase.back ?? 0;
  const move = (date: string | null): string | null => {
    if (date === null) return null;
    return back % 12 === 0 ? shiftYears(date, -back / 12) : (shiftMonths(date, -back) ?? null);
  };
  return { text, from: move(around?.from ?? null), to: move(around?.to ?? null) };
}

/** The period of a run of years ("eight consecutive years") that ends in `dates`. */
export function streakDates(dates: Dates, q: Quantity): Dates {
  if (!q.streak || q.unit !== "years" || typeof q.value !== "number" || dates.to === null) return dates;
  const last = yearOf(dates.to);
  return { text: dates.text, from: String(last - q.value + 1), to: String(last) };
}

/** What an undated figure speaks of: the period that the paragraph or its heading carries, else the article's own. */
export function fallbackDates(carried: Dates | undefined, context: FigureContext): Dates {
  if (carried) return carried;
  if (context.covers) return { text: null, from: context.covers.from, to: context.covers.to };
  return { text: null, from: null, to: context.published?.slice(0, 4) ?? null };
}

/** Dates of events ("on 30 July 2024") and forecasts are not carried to the sentences that follow. */
export const isCarried = (phrase: PeriodPhrase): boolean =>
  phrase.role !== "by" &&
  phrase.role !== "past" &&
  phrase.role !== "relative" &&
  !(phrase.role === "when" && phrase.from?.length === 10);

/** ", which ran from May to November": said of a thing named by the way, so what follows is not of that time. */
export const isAside = (lower: string, phrase: PeriodPhrase): boolean =>
  /,\s+(?:which|who|whose)\s[^,.;]{0,60}$/.test(lower.slice(Math.max(0, phrase.start - 80), phrase.start));

export const toPeriod = (dates: Dates, implicit: boolean): Period => ({ ...dates, implicit });

/** True where the phrase dates only a figure of comparison: from 14 hours in 2022. */
export const isComparedPhrase = (lower: string, phrase: PeriodPhrase, list: readonly Quantity[]): boolean =>
  list.some((q) => isCompared(lower, q) && isAttached(lower, q, phrase));
