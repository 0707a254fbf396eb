import { Decimal } from "decimal.js";
import { parseCardinal, parseOrdinal, VEILED, VEILED_ORDINAL } from "./numerals.ts";
import { qualifierBefore } from "./qualifiers.ts";
import type { Quantity } from "./quantity.ts";

type GroupName = "n" | "n2" | "u" | "u2" | "d" | "o" | "w";
type Groups = Readonly<Partial<Record<GroupName, string>>>;
type Match = RegExpExecArray & {
  readonly indices: { readonly groups?: Record<string, [number, number] | undefined> };
};
type Read = (
  groups: Groups,
  match: Match,
) => Partial<Quantity> & Pick<Quantity, "value" | "kind"> & { readonly numGroup?: GroupName };

const C = (name: string): string => `(?<${name}>${VEILED})`;
const OUT_OF = "(?:in|out\\s+of|of|for)";
const FRACTION_END =
  "(?=\\s*(?:[,.;:)\"”'!?–—]|$)|\\s+(?:of|more|less|higher|lower|faster|from|to|in|on|over|compared|year|and|as|went|came|were|was|are|is|by|above|below|since|than|while|but)\\b)";
const MULTIPLES: Readonly<Record<string, number>> = {
  half: 0.5,
  double: 2,
  twice: 2,
  triple: 3,
  treble: 3,
  quadruple: 4,
  quintuple: 5,
};
const FOLDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

const share = (numerator: number, denominator: number): number =>
  new Decimal(numerator).div(denominator).toNumber();

// Words without which a row cannot match: most paragraphs hold none, and the patterns are slow to fail.
const ANY = /./;
const RUN = /consecutive|straight|successive|in\s+a\s+row|running|succession|on\s+end/;
const EVERY = /every/;
const PART =
  /third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|tieth|hundredth|thousandth|millionth/;
const FOLD = /fold/;
const TIMES = /times|\dx/;
const SUPERLATIVE = /est\b|most|ranked/;
const ORDER = /\b(?:first|second|third|\w+th)\b|\d(?:st|nd|rd|th)\b/;
const OUT_OF_N = /\b(?:in|out\s+of)\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty)/;

/** Quantities that are no number with a unit: fractions, multiples, ranks, runs. The first row that matches a place has it. */
const READERS: readonly (readonly [cue: RegExp, pattern: string, read: Read])[] = [
  // runs: eight consecutive years, the eighth consecutive year, eight years in a row
  [
    RUN,
    `${C("n")}\\s+(?:consecutive|straight|successive)\\s+(?<u>years|months|quarters)`,
    (g) => ({ value: parseCardinal(g.n ?? ""), kind: "duration", unit: g.u ?? "", streak: true }),
  ],
  [
    RUN,
    `${C("n")}\\s+(?<u>years|months|quarters)\\s+(?:in\\s+a\\s+row|running|in\\s+succession|on\\s+end)`,
    (g) => ({ value: parseCardinal(g.n ?? ""), kind: "duration", unit: g.u ?? "", streak: true }),
  ],
  [
    RUN,
    `(?<n>${VEILED_ORDINAL})(?:\\s+|-)(?:consecutive|straight|successive)\\s+(?<u>year|month|quarter)|(?<n2>${VEILED_ORDINAL})\\s+(?<u2>year|month|quarter)\\s+(?:in\\s+a\\s+row|running)`,
    (g) => ({
      value: parseOrdinal(g.n ?? g.n2 ?? ""),
      kind: "duration",
      unit: `${g.u ?? g.u2}s`,
      streak: true,
      numGroup: g.n ? "n" : "n2",
    }),
  ],
  // fractions
  [
    EVERY,
    `(?:of|in|for)\\s+every\\s+(?<d>${VEILED})\\s+(?:(?!and\\b)[a-z][a-z' -]{0,60}?,?\\s+)?(?<n>${VEILED})(?=\\s+(?:is|are|was|were|has|have|goes|go|comes|came|went)\\b)`,
    (g) => fraction(g),
  ],
  [EVERY, `${C("n")}\\s+(?:${OUT_OF}\\s+)every\\s+${C("d")}`, (g) => fraction(g)],
  [
    OUT_OF_N,
    `${C("n")}\\s+(?:in|out\\s+of)\\s+(?<d>${VEILED})(?!\\s*(?:¤|percent|per\\s+cent|%|years|months|days|hours|million|billion|trillion))(?=\\s*(?:[,.;]|$)|\\s+[a-z])`,
    (g) =>
      parseCardinal(g.n ?? "") < parseCardinal(g.d ?? "")
        ? fraction(g)
        : { value: Number.NaN, kind: "fraction" },
  ],
  [
    EVERY,
    `\\bevery\\s+(?<n>second|third|fourth|fifth|tenth)\\s+(?!year|month|day|week|quarter|hour)`,
    (g) => ({ value: share(1, parseOrdinal(g.n ?? "")), kind: "fraction" }),
  ],
  [ANY, `(?<![¤/.])(?<n>${VEILED})/(?<d>${VEILED})(?![¤/.])`, (g) => fraction(g)],
  [
    PART,
    `(?<n>${VEILED})(?:-|\\s+)(?<o>(?:[a-z¤]+-)?(?:thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?|fiftieths?|hundredths?|thousandths?|millionths?)|quarters?)${FRACTION_END}`,
    (g) => ordinalFraction(g),
  ],
  [
    PART,
    `\\ba\\s+(?<o>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)${FRACTION_END}`,
    (g) => ordinalFraction({ ...g, n: "one" }, "o"),
  ],
  [
    ANY,
    `(?<!\\b(?:first|second|other|latter|a|an)\\s)(?<!and\\s+a\\s)\\b(?<n>half)(?!-|\\s+(?:an?\\s+(?:million|billion|trillion|hour|day|year|month|century)|year|hour|time|way|past|price))(?=\\s|[,.;])`,
    () => ({ value: 0.5, kind: "fraction" }),
  ],
  // multiples
  [
    FOLD,
    `(?:(?<w>two|three|four|five|six|seven|eight|nine|ten)|(?<n>${VEILED}))(?:-|\\s)?fold\\b`,
    (g) => multiple(g.w ? (FOLDS[g.w] ?? 1) : parseCardinal(g.n ?? ""), 1, g.w ? "w" : "n"),
  ],
  [
    TIMES,
    `(?<n>${VEILED})(?:\\s+times|x)(?=\\s+(?:the|that|those|as|what|its|their|more|higher|larger|greater|faster|over|compared|from|than|bigger|longer|year|month|on\\s+average)\\b|\\s*(?:[,.;]|$)|\\s+(?:and|or)\\s+${`(?:${VEILED})`}\\s+times)`,
    (g) => ({ value: parseCardinal(g.n ?? ""), kind: "multiple", unit: "times" }),
  ],
  [
    ANY,
    "\\b(?<n>doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es)\\b",
    (g) => multiple(MULTIPLES[`${g.n}e`] ?? 2, 1),
  ],
  [
    ANY,
    "\\b(?:hal(?<n>v)(?:ed|ing|es))\\b",
    () => ({ value: 0.5, kind: "fraction", change: { factor: 0.5, sign: -1, ratio: false } }),
  ],
  [
    ANY,
    "(?<=more\\s+than\\s|nearly\\s|almost\\s|about\\s|over\\s|to\\s|was\\s|were\\s|is\\s|are\\s|,\\s|roughly\\s|up\\s)(?<n>double|triple|treble|quadruple|twice)(?=\\s+(?:the|that|those|what|its|their|as|from|in|last)\\b|\\s*[,.;]|$)",
    (g) => ({
      ...multiple(MULTIPLES[g.n ?? ""] ?? 2, 1),
      change: { factor: MULTIPLES[g.n ?? ""] ?? 2, sign: 1, ratio: true },
    }),
  ],
  // ranks
  [ANY, `\\btop\\s+(?<n>${VEILED})`, (g) => ({ value: parseCardinal(g.n ?? ""), kind: "rank", bound: "<=" })],
  [ANY, `\\btop-(?<n>${VEILED})`, (g) => ({ value: parseCardinal(g.n ?? ""), kind: "rank", bound: "<=" })],
  [
    ANY,
    `\\b(?:no\\.|number)\\s*(?<n>${VEILED})(?![¤/-])`,
    (g) => ({ value: parseCardinal(g.n ?? ""), kind: "rank" }),
  ],
  [
    SUPERLATIVE,
    `(?<n>${VEILED_ORDINAL})(?:-|\\s+)(?:most\\s+)?(?:largest|biggest|busiest|highest|longest|fastest|most|best|lowest|ranked)\\b`,
    (g) => ({ value: parseOrdinal(g.n ?? ""), kind: "rank" }),
  ],
  [
    ORDER,
    `(?<=\\b(?:rank(?:s|ed|ing)?|plac(?:ed|es|ing)|stood|stands|standing|finish(?:ed|es)|com(?:es|ing)|came|remain(?:s|ed|ing)?|hold(?:s|ing)?|was|is|were|are|among)(?:\\s+(?:firmly|still|now|consistently|steadily|the|in|at|joint|again|also))*\\s)(?<n>${VEILED_ORDINAL})(?=\\s*(?:[,.;]|$)|\\s+(?:in|among|worldwide|globally|nationwide|nationally|place|for|of|behind|after|overall|and|position|on)\\b)`,
    (g) => ({ value: parseOrdinal(g.n ?? ""), kind: "rank" }),
  ],
  [
    ORDER,
    `(?<=\\b(?:up|down|rose|risen|climbed|moved|jumped|fell|fallen|dropped|slipped|advanced)\\s+)(?:from\\s+)?(?:the\\s+)?(?<n>${VEILED_ORDINAL})(?=\\s*(?:[,.;]|$)|\\s+(?:in|to|place|among|worldwide|a)\\b)`,
    (g) => ({ value: parseOrdinal(g.n ?? ""), kind: "rank" }),
  ],
  [
    ORDER,
    `(?<=\\bto\\s+)(?<n>${VEILED_ORDINAL})(?=\\s*(?:[,.;]|$)|\\s+(?:in\\s+the\\s+(?:world|country|province|nation)|place|among|worldwide|globally|nationwide)\\b)`,
    (g) => ({ value: parseOrdinal(g.n ?? ""), kind: "rank" }),
  ],
  [
    ORDER,
    `\\b(?<n>${VEILED_ORDINAL})\\s+(?:in\\s+the\\s+(?:world|country|nation|province)|place|worldwide|globally|nationwide)\\b`,
    (g) => ({ value: parseOrdinal(g.n ?? ""), kind: "rank" }),
  ],
];

function fraction(g: Groups): ReturnType<Read> {
  return { value: share(parseCardinal(g.n ?? ""), parseCardinal(g.d ?? "")), kind: "fraction" };
}

function ordinalFraction(g: Groups, numGroup: GroupName = "n"): ReturnType<Read> {
  const word = (g.o ?? "").replace(/s$/, "");
  return {
    value: share(parseCardinal(g.n ?? "one"), word === "quarter" ? 4 : parseOrdinal(word)),
    kind: "fraction",
    numGroup,
  };
}

function multiple(value: number, sign: 1 | -1, numGroup: GroupName = "n"): ReturnType<Read> {
  return { value, kind: "multiple", unit: "times", change: { factor: value, sign, ratio: false }, numGroup };
}

const COMPILED = READERS.map(([cue, pattern, read]) => ({
  cue,
  re: new RegExp(`(?<![\\w.,¤-])(?:${pattern})`, "dg"),
  read,
}));

/** The parts of a match as the text has them. */
function unveil(lower: string, places: Readonly<Record<string, [number, number] | undefined>>): Groups {
  return Object.fromEntries(
    Object.entries(places).map(([name, place]) => [name, place && lower.slice(...place)]),
  ) as Groups;
}

/** Rows whose text is more than the figure: the figure ends with the last group. */
export function findSpecialQuantities(
  lower: string,
  veiled: string,
  isFree: (start: number, end: number) => boolean,
): Quantity[] {
  const found: Quantity[] = [];
  for (const { cue, re, read } of COMPILED) {
    if (!cue.test(lower)) continue;
    for (const m of veiled.matchAll(re)) {
      const match = m as unknown as Match;
      const groups = unveil(lower, match.indices.groups ?? {});
      const end = match.index + match[0].trimEnd().length;
      let start = match.index;
      const lead = /^(?:from\s+)?(?:the\s+)?/.exec(match[0])?.[0].length ?? 0;
      const reading = read(groups, match);
      if (reading.kind === "rank") start += lead;
      if (typeof reading.value === "number" && Number.isNaN(reading.value)) continue;
      if (!isFree(start, end) || found.some((f) => f.start < end && start < f.end)) continue;
      const { numGroup, ...fields } = reading;
      const num = match.indices.groups?.[numGroup ?? "n"] ?? [start, end];
      const qualifier = qualifierBefore(lower, start);
      found.push({
        start,
        end,
        num,
        shown: [qualifier?.start ?? start, end],
        unit: "",
        noun: null,
        approx: qualifier?.approx ?? "none",
        bound: qualifier?.bound ?? null,
        ...fields,
      });
    }
  }
  return found;
}
