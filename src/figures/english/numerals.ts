import { Decimal } from "decimal.js";

const ONES: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

const ORDINAL_WORDS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  hundredth: 100,
  thousandth: 1e3,
  millionth: 1e6,
};

const ONE_WORD = Object.keys(ONES)
  .sort((a, b) => b.length - a.length)
  .join("|");
const SCALE_WORD = Object.keys(SCALES).join("|");
const SMALL = `(?:${ONE_WORD})(?:-(?:${ONE_WORD}))?`;

/** Digits with their thousands commas and decimals. */
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;

/** Source of a pattern for one cardinal, in digits, in words or in both: `84,600`, `1.135 million`, `twenty-one`, `a hundred`. Matches lower case. */
const CARDINAL = [
  String.raw`(?:${DIGITS})(?:\s+(?:${SCALE_WORD})\b|(?:mn|bn|tn)\b)?`,
  String.raw`\b(?:${SMALL})(?:\s+(?:${SCALE_WORD})\b)*(?:\s+(?:and\s+)?${SMALL}\s+(?:${SCALE_WORD})\b)*(?:(?<=hundred|thousand|million)\s+(?:and\s+)?${SMALL}\b)?(?![a-z])`,
  String.raw`\b(?:a|an)\s+(?:${SCALE_WORD})(?:\s+(?:thousand|million|billion|trillion))?\b`,
  String.raw`\bhalf\s+a\s+(?:million|billion|trillion)\b`,
].join("|");

/** Stands for each character of a cardinal in a veiled text. No text of ours holds it. */
const VEIL = "¤";
const EVERY_CARDINAL = new RegExp(CARDINAL, "g");

/** The text (lower case) with its cardinals veiled, character for character: patterns read them as {@link VEILED} at little cost. */
export const veilCardinals = (lower: string): string =>
  lower.replaceAll(VEIL, " ").replace(EVERY_CARDINAL, (numeral) => VEIL.repeat(numeral.length));

/** Source of a pattern for a veiled cardinal. */
export const VEILED = `${VEIL}+`;

/** Source of a pattern for an ordinal in a veiled text: `second`, `twenty-first`, `46th`. */
export const VEILED_ORDINAL = `(?:${VEIL}+-)?(?:${Object.keys(ORDINAL_WORDS).join("|")})|${VEIL}+(?:st|nd|rd|th)`;

/** The value of a text that {@link CARDINAL} matches, scales folded in, exact in decimals; NaN where a word is no numeral. */
export function parseCardinal(text: string): number {
  const lower = text.toLowerCase().trim();
  if (/^half\s/.test(lower))
    return new Decimal(SCALES[lower.split(/\s+/).at(-1) ?? ""] ?? 1).div(2).toNumber();
  let total = new Decimal(0);
  let group = new Decimal(0);
  for (const word of lower.split(/[\s-]+|(?<=\d)(?=[a-z])/)) {
    const scale = SCALES[word];
    if (word === "and") continue;
    if (word === "a" || word === "an") group = new Decimal(1);
    else if (scale === undefined) {
      const value = ONES[word] ?? word.replaceAll(",", "");
      if (!/^\d/.test(String(value))) return Number.NaN;
      group = group.plus(value);
    } else if (scale <= 100) group = (group.isZero() ? new Decimal(1) : group).times(scale);
    else {
      total = total.plus((group.isZero() ? new Decimal(1) : group).times(scale));
      group = new Decimal(0);
    }
  }
  return total.plus(group).toNumber();
}

/** The value of a text that {@link VEILED_ORDINAL} matches; `twenty-thousandth` is 20,000. */
export function parseOrdinal(text: string): number {
  const lower = text.toLowerCase();
  if (/^\d/.test(lower)) return Number.parseInt(lower, 10);
  const [last, ...rest] = lower.split("-").reverse();
  const end = ORDINAL_WORDS[last ?? ""] ?? Number.NaN;
  const head = ONES[rest[0] ?? ""];
  if (head === undefined) return end;
  return end >= 100 ? head * end : head + end;
}
