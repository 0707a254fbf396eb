import type { Approximation, Bound } from "../figure.ts";

export interface Qualifier {
  readonly approx: Approximation;
  readonly bound: Bound | null;
}

/** Words before a number → what they say of it. Longest match wins, so the order does not matter. */
const BEFORE: readonly (readonly [words: string, approx: Approximation, bound: Bound | null])[] = [
  ["as\\s+(?:much|many|high|low|long|fast|far)\\s+as", "none", null],
  [
    "(?:more|higher|greater|longer|larger|faster)\\s+than|over|above|in\\s+excess\\s+of|upwards?\\s+of|well\\s+over|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|topp(?:ed|ing)|beyond",
    "over",
    ">",
  ],
  ["at\\s+least|(?:no|not)\\s+(?:less|fewer|lower)\\s+than|a\\s+minimum\\s+of", "over", ">="],
  [
    "nearly|almost|close\\s+to|just\\s+under|just\\s+below|just\\s+short\\s+of|approaching|not\\s+quite|nearing",
    "about",
    "<",
  ],
  [
    "about|around|approximately|roughly|some|an?\\s+estimated|or\\s+so|circa|in\\s+the\\s+region\\s+of",
    "about",
    null,
  ],
  ["(?:less|fewer|lower|shorter|smaller)\\s+than|under|below", "under", "<"],
  [
    "within|up\\s+to|(?:no|not)\\s+(?:more|longer|higher)\\s+than|at\\s+most|a\\s+maximum\\s+of",
    "under",
    "<=",
  ],
];

/** Words behind a figure → what they say of it. */
const AFTER: readonly (readonly [words: string, approx: Approximation, bound: Bound | null])[] = [
  ["\\s*\\+|\\s+plus\\b", "over", ">"],
  ["\\s+(?:or|and)\\s+(?:more|above|over)\\b", "over", ">="],
  ["\\s+or\\s+so\\b", "about", null],
  ["\\s+or\\s+(?:less|fewer|below|under)\\b", "under", "<="],
];

const BEFORE_RES = BEFORE.map(([words, approx, bound]) => ({
  re: new RegExp(`(?<![a-z])(?:${words})\\s+(?:(?:an?|only|just)\\s+)?$`),
  approx,
  bound,
}));
const AFTER_RES = AFTER.map(([words, approx, bound]) => ({ re: new RegExp(words, "y"), approx, bound }));

/** Reach of the look back: the longest phrase of the table with its article. */
const REACH = 40;

/** The qualifier that ends at `at` (white space between), with its start. */
export function qualifierBefore(
  lower: string,
  at: number,
): (Qualifier & { readonly start: number }) | undefined {
  const from = Math.max(0, at - REACH);
  const before = lower.slice(from, at);
  let best: (Qualifier & { start: number }) | undefined;
  for (const { re, approx, bound } of BEFORE_RES) {
    const match = re.exec(before);
    if (match && (best === undefined || from + match.index < best.start))
      best = { approx, bound, start: from + match.index };
  }
  return best;
}

/** The qualifier that begins at `at`, with its end. */
export function qualifierAfter(
  lower: string,
  at: number,
): (Qualifier & { readonly end: number }) | undefined {
  for (const { re, approx, bound } of AFTER_RES) {
    re.lastIndex = at;
    const match = re.exec(lower);
    if (match) return { approx, bound, end: at + match[0].length };
  }
  return undefined;
}
