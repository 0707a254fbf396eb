import type { ChangeKind } from "../figure.ts";
import { shiftMonths, shiftYears } from "./dates.ts";
import type { PeriodPhrase } from "./period-phrases.ts";

/** What a change is measured against. */
export interface BaseReading {
  readonly kind: ChangeKind | null;
  /** Words of the base, or null where it is a period relative to the figure's own. */
  readonly words: string | null;
  readonly phrase: PeriodPhrase | null;
}

const LINK =
  "(?:compared\\s+(?:with|to)|in\\s+comparison\\s+with|relative\\s+to|versus|vs\\.?|than|from|over|against|on|since|above|below)";
const BEFORE_PERIOD = new RegExp(
  `\\b${LINK}\\s+(?:(?:in|the|its|that|those|level|figure|of|for|levels|a|at|end)\\s+)*$`,
);
const WORDS_BASE =
  /\b(?:compared\s+(?:with|to)|in\s+comparison\s+with|relative\s+to|than)\s+([^,;.()]{3,90})/;
const AVERAGE =
  /\b(?:average\s+annual|annual\s+average|annually|on\s+average|a\s+year\s+on\s+average|each\s+year|every\s+year|averag(?:ed|ing))\b/;

/** True where the phrase is what something is compared with, not when it was. */
export function isBase(lower: string, phrase: PeriodPhrase, from: number): boolean {
  if (phrase.role === "relative") return phrase.back !== 0;
  if (phrase.role !== "when" || /^(?:since|in|during)\b/.test(lower.slice(phrase.start, phrase.end))) {
    return /\b(?:compared\s+(?:with|to)|than)\s+$/.test(lower.slice(from, phrase.start));
  }
  return (
    BEFORE_PERIOD.test(lower.slice(from, phrase.start)) &&
    !/^from\b/.test(lower.slice(phrase.start, phrase.end))
  );
}

/** The base of a change whose clause runs `[from, to)` with the figure at `at`: behind the figure first, then before it. */
export function readBase(
  lower: string,
  phrases: readonly PeriodPhrase[],
  from: number,
  at: number,
  to: number,
): BaseReading {
  const bases = phrases.filter((p) => p.start >= from && p.end <= to && isBase(lower, p, from));
  const phrase = bases.find((p) => p.start >= at) ?? bases.at(-1) ?? null;
  if (AVERAGE.test(lower.slice(from, to))) return { kind: "avg_annual", words: null, phrase };
  if (phrase?.role === "relative") return { kind: phrase.back === 1 ? "mom" : "yoy", words: null, phrase };
  if (phrase) return { kind: "vs", words: null, phrase };
  const words = WORDS_BASE.exec(lower.slice(from, to));
  if (words) return { kind: "gap", words: (words[1] ?? "").trim(), phrase: null };
  return { kind: null, words: null, phrase: null };
}

/** The partial date of a base: its own, or the figure's own period moved back. */
export function baseDate(
  phrase: PeriodPhrase | null,
  own: { from: string | null; to: string | null },
): string | null {
  if (!phrase) return null;
  if (phrase.role !== "relative") return phrase.to ?? phrase.from;
  const end = own.to ?? own.from;
  if (end === null) return null;
  if (phrase.back === 1) return shiftMonths(end, -1) ?? null;
  return own.from === own.to ? shiftYears(end, -1) : shiftYears(end, -1).slice(0, 4);
}
