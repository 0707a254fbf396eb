import type { ChangeKind } from "../figure.ts";
import { shiftMonths, shiftYears } from "./dates.ts";
import type { PeriodPhrase } from "./period-phrases.ts";

/** What a change is measured against. */
export interface BaseReading {
  readonly kind: ChangeKind | null;
  /** Where the words of the base stand, or null where it is a period or nothing. */
  readonly words: readonly [number, number] | null;
  readonly phrase: PeriodPhrase | null;
}

const LINK =
  "(?:compared\\s+(?:with|to)|in\\s+comparison\\s+with|relative\\s+to|versus|vs\\.?|than|from|over|against|on|since|above|below)";
const BEFORE_PERIOD = new RegExp(
  `\\b${LINK}\\s+(?:(?:in|the|its|that|those|level|figure|of|for|levels|a|at|end)\\s+)*$`,
);
const WORDS_BASE =
  /\b(?:compared\s+(?:with|to)|in\s+comparison\s+with|relative\s+to|than)\s+([^,;.()#]{3,90})/;
const AVERAGE =
  /\b(?:average\s+annual|annual\s+average|annually|(?:a|per)\s+year(?!\s+(?:earlier|ago|before))|each\s+year|every\s+year)\b/;

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

/** Where a change stands: its sentence, and the stretch between its neighbours that is about it alone. */
export interface ChangePlace {
  readonly sentence: { readonly start: number; readonly end: number };
  readonly near: { readonly start: number; readonly end: number };
  readonly at: number;
}

/** The base of a change: the nearest period of comparison behind the figure, else before it, else words of comparison. `veiled` is the text with its figures blotted out. */
export function readBase(
  lower: string,
  veiled: string,
  phrases: readonly PeriodPhrase[],
  place: ChangePlace,
): BaseReading {
  const { sentence, near, at } = place;
  const bases = phrases.filter(
    (p) => p.start >= sentence.start && p.end <= sentence.end && isBase(lower, p, sentence.start),
  );
  const words = wordsBase(veiled, near);
  const local = bases.find((p) => p.start >= near.start && p.end <= near.end);
  const phrase =
    local ?? (words === null ? (bases.find((p) => p.start >= at) ?? bases.at(-1) ?? null) : null);
  if (AVERAGE.test(lower.slice(near.start, near.end))) return { kind: "avg_annual", words: null, phrase };
  if (phrase?.role === "relative") return { kind: phrase.back === 1 ? "mom" : "yoy", words: null, phrase };
  if (phrase) return { kind: "vs", words: null, phrase };
  return { kind: words === null ? null : "gap", words, phrase: null };
}

/** "than the national average": the words compared with, in the stretch that is about the change. */
function wordsBase(
  veiled: string,
  near: { readonly start: number; readonly end: number },
): readonly [number, number] | null {
  const match = WORDS_BASE.exec(veiled.slice(near.start, near.end));
  const words = match?.[1];
  if (!match || words === undefined) return null;
  const start = near.start + match.index + match[0].length - words.length;
  return [start, start + words.length];
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
