import type { FigureKind } from "../figure.ts";

/** A unit as it stands behind a number: what it is called in standard form, and what it measures. */
export interface UnitForm {
  readonly unit: string;
  readonly kind: FigureKind;
}

/** Pattern (lower case, behind the number) → standard form. Longer forms first. */
const UNITS: readonly (readonly [pattern: string, unit: string, kind: FigureKind])[] = [
  ["(?:-|\\s)?percentage[\\s-]points?", "percentage points", "points"],
  ["\\s*(?:%|percent|per\\s+cent|pct)(?![a-z-]*\\s*points?)", "%", "percent"],
  ["\\s+points?(?=\\s+(?:higher|lower|faster|slower|above|below|more|less))", "percentage points", "points"],
  ["\\s+(?:yuan|rmb|renminbi|cny)", "yuan", "amount"],
  ["\\s+(?:hong\\s+kong|hk)\\s+dollars?", "Hong Kong dollars", "amount"],
  ["\\s+(?:us\\s+|u\\.s\\.\\s+|american\\s+)?dollars?|\\s+usd", "US dollars", "amount"],
  ["\\s+euros?|\\s+eur", "euros", "amount"],
  ["\\s+(?:british\\s+)?pounds\\s+sterling|\\s+gbp", "pounds", "amount"],
  ["\\s+(?:japanese\\s+)?yen", "yen", "amount"],
  ["[\\s-]+(?:metric\\s+)?(?:tonnes?|tons?)", "tonnes", "measure"],
  ["[\\s-]*(?:kilograms?|kilogrammes?|kg|kilos?)", "kilograms", "measure"],
  ["[\\s-]+(?:grams?|grammes?)", "grams", "measure"],
  ["[\\s-]+(?:square\\s+kilomet(?:re|er)s?|sq\\s*km)", "square kilometres", "measure"],
  ["[\\s-]+(?:square\\s+met(?:re|er)s?|sq\\s*m)", "square metres", "measure"],
  ["[\\s-]+(?:cubic\\s+met(?:re|er)s?)", "cubic metres", "measure"],
  ["[\\s-]*(?:kilomet(?:re|er)s?|km)", "kilometres", "measure"],
  ["[\\s-]+(?:nautical\\s+miles?)", "nautical miles", "measure"],
  ["[\\s-]+(?:met(?:re|er)s?)", "metres", "measure"],
  ["[\\s-]+(?:miles?)", "miles", "measure"],
  ["[\\s-]+(?:hectares?)", "hectares", "measure"],
  ["[\\s-]+(?:mu)", "mu", "measure"],
  ["[\\s-]+(?:lit(?:re|er)s?)", "litres", "measure"],
  ["[\\s-]+(?:barrels?)", "barrels", "measure"],
  ["\\s*(?:°\\s*c|degrees?(?:\\s+(?:celsius|centigrade))?)", "degrees Celsius", "measure"],
  ["[\\s-]+(?:kilowatt-?\\s?hours?|kwh)", "kilowatt-hours", "measure"],
  ["[\\s-]+(?:teus?|twenty-foot\\s+equivalent\\s+units?|standard\\s+containers?)", "TEUs", "count"],
  ["[\\s-]+working\\s+days?", "working days", "duration"],
  ["[\\s-]+business\\s+days?", "working days", "duration"],
  ["[\\s-]+seconds?", "seconds", "duration"],
  ["[\\s-]*(?:minutes?|mins?)", "minutes", "duration"],
  ["[\\s-]+(?:hours?|hrs?)", "hours", "duration"],
  ["[\\s-]+days?", "days", "duration"],
  ["[\\s-]+weeks?", "weeks", "duration"],
  ["[\\s-]+months?", "months", "duration"],
  ["[\\s-]+quarters?(?=\\s+(?:in\\s+a\\s+row|running))", "quarters", "duration"],
  ["[\\s-]+decades?", "decades", "duration"],
  ["-year-olds?|\\s+years\\s+old", "years", "duration"],
  ["[\\s-]+years?", "years", "duration"],
];

const COMPILED = UNITS.map(([pattern, unit, kind]) => ({
  pattern: new RegExp(`(?:${pattern})(?![a-z])`, "y"),
  unit,
  kind,
}));

const CURRENCIES: Readonly<Record<string, string>> = {
  us$: "US dollars",
  usd: "US dollars",
  $: "US dollars",
  hk$: "Hong Kong dollars",
  "€": "euros",
  eur: "euros",
  "£": "pounds",
  "¥": "yuan",
  "￥": "yuan",
  rmb: "yuan",
  cny: "yuan",
  yuan: "yuan",
};

/** Source of a pattern for a currency that stands before its number. Matches lower case. */
export const CURRENCY_BEFORE = "(?:us\\$|hk\\$|\\$|€|£|¥|￥|\\b(?:rmb|cny|usd|eur)\\s*)";

/** The unit that begins at `at`, with its end; undefined where none does. */
export function unitAt(lower: string, at: number): (UnitForm & { readonly end: number }) | undefined {
  for (const { pattern, unit, kind } of COMPILED) {
    pattern.lastIndex = at;
    const match = pattern.exec(lower);
    if (match) return { unit, kind, end: at + match[0].length };
  }
  return undefined;
}

/** The standard name of a currency mark that {@link CURRENCY_BEFORE} matches. */
export const currencyOf = (mark: string): string => CURRENCIES[mark.trim()] ?? mark.trim();
