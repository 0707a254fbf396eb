import { nounAt, ofPhraseEnd } from "./nouns.ts";
import { parseCardinal, VEILED, veilCardinals } from "./numerals.ts";
import { qualifierAfter, qualifierBefore } from "./qualifiers.ts";
import type { Quantity } from "./quantity.ts";
import { findSpecialQuantities } from "./special-quantities.ts";
import { overlaps, type Taken } from "./traps.ts";
import { CURRENCY_BEFORE, currencyOf, unitAt } from "./units.ts";

const PLAIN = new RegExp(
  `(?<![\\w.¤]|[a-z]-)(?<cur>${CURRENCY_BEFORE})?(?<low>${VEILED})(?:(?<sep>\\s*[-–—~]\\s*|\\s+to\\s+|\\s+and\\s+)(?<cur2>${CURRENCY_BEFORE})?(?<high>${VEILED}))?`,
  "dg",
);
type GroupName = "cur" | "low" | "sep" | "cur2" | "high";
type Groups = Readonly<Partial<Record<GroupName, string>>>;
type Places = Readonly<Partial<Record<GroupName, [number, number]>>>;

const placesOf = (match: RegExpExecArray): Places => (match.indices?.groups ?? {}) as Places;

/** The parts of a match as the text has them. */
const textsOf = (lower: string, match: RegExpExecArray): Groups =>
  Object.fromEntries(
    Object.entries(placesOf(match)).map(([name, place]) => [name, place && lower.slice(...place)]),
  );

const PER =
  /\s+(?:an?|per|each|every)\s+(second|minute|hour|day|week|month|year)\b(?!\s+(?:earlier|ago|before|later|prior))|\s+(?:on\s+average\s+)?(annually|daily|monthly|yearly|hourly)\b/y;
const ADVERB_UNITS: Readonly<Record<string, string>> = {
  annually: "year",
  yearly: "year",
  daily: "day",
  monthly: "month",
  hourly: "hour",
};
const FEWER = /\s+(?:more|fewer|less|extra|additional)\b/y;

/** All quantities of a prepared paragraph in lower case, in text order. `closed` are the runs that hold none. */
export function findQuantities(lower: string, closed: readonly Taken[]): Quantity[] {
  const veiled = veilCardinals(lower);
  const special = findSpecialQuantities(lower, veiled, (start, end) => !overlaps({ start, end }, closed));
  const taken = [...closed, ...special];
  const plain = [...findPlain(lower, veiled, taken)];
  return shareUnits(
    lower,
    [...special, ...plain].sort((a, b) => a.start - b.start),
  );
}

function* findPlain(lower: string, veiled: string, taken: readonly Taken[]): Generator<Quantity> {
  PLAIN.lastIndex = 0;
  for (let match = PLAIN.exec(veiled); match; match = PLAIN.exec(veiled)) {
    const quantity = readPlain(lower, match, taken);
    if (quantity) {
      PLAIN.lastIndex = Math.max(quantity.end, match.index + 1);
      yield quantity;
    } else {
      // A refused number may hide another one behind "and" or a dash.
      PLAIN.lastIndex = placesOf(match).low?.[1] ?? match.index + 1;
    }
  }
}

function readPlain(lower: string, match: RegExpExecArray, taken: readonly Taken[]): Quantity | undefined {
  const groups = textsOf(lower, match);
  const [lowStart, lowEnd] = placesOf(match).low ?? [0, 0];
  const high = isRange(lower, match, taken) ? placesOf(match).high : undefined;
  const numEnd = high?.[1] ?? lowEnd;
  const start = groups.cur ? match.index : lowStart;
  if (
    overlaps({ start, end: numEnd }, taken) ||
    /^[a-z_]/.test(lower.slice(numEnd).replace(/^(?:km|kg|kwh|mins?|hrs?)\b/, ""))
  )
    return undefined;
  const value = high ? rangeOf(groups.low ?? "", groups.high ?? "") : parseCardinal(groups.low ?? "");
  const currency = groups.cur;
  const unit = currency
    ? { unit: currencyOf(currency), kind: "amount" as const, end: numEnd }
    : unitAt(lower, numEnd);
  if (!unit && (value === 0 || /^-[a-z]/.test(lower.slice(numEnd)))) return undefined;
  const singular = value === 1;
  if (unit)
    return finish(lower, {
      start,
      end: unit.end,
      num: [lowStart, numEnd],
      value,
      unit: unit.unit,
      kind: unit.kind,
      noun: unitNoun(lower, unit),
    });
  const fewer = comparativeEnd(lower, numEnd);
  const noun = fewer === undefined ? counted(lower, numEnd, singular) : undefined;
  if (singular && !noun && !/^\s+(?:was|were|is|has)\b/.test(lower.slice(numEnd))) return undefined;
  const end = noun?.end ?? fewer ?? numEnd;
  return finish(lower, {
    start,
    end,
    num: [lowStart, numEnd],
    value,
    unit: "",
    kind: "count",
    noun: noun ? [noun.start, noun.end] : null,
  });
}

function counted(lower: string, at: number, singular: boolean): { start: number; end: number } | undefined {
  const skip = comparativeEnd(lower, at) ?? qualifierAfter(lower, at)?.end ?? at;
  return nounAt(lower, skip, singular && skip === at);
}

function comparativeEnd(lower: string, at: number): number | undefined {
  FEWER.lastIndex = at;
  const m = FEWER.exec(lower);
  return m && /^\s+(?:than|[,.;])/.test(lower.slice(at + m[0].length)) ? at + m[0].length : undefined;
}

/** What is measured, behind a measure of weight, length or volume: 84,600 tonnes of fresh fruit. */
function unitNoun(lower: string, unit: { kind: string; end: number }): [number, number] | null {
  const of = /^\s+of\s+(?!the\b|them\b|it\b|that\b|which\b)/.exec(lower.slice(unit.end))?.[0];
  if (unit.kind !== "measure" || of === undefined) return null;
  const end = ofPhraseEnd(lower, unit.end + of.length);
  return end === undefined ? null : [unit.end + of.length, end];
}

/** "5-7", "180,000 to 200,000" and "between 5 and 7" are ranges; "from 38 to 64" behind a verb of change is a pair. */
function isRange(lower: string, match: RegExpExecArray, taken: readonly Taken[]): boolean {
  const { low, high, sep } = textsOf(lower, match);
  const at = placesOf(match).high;
  if (
    !low ||
    !high ||
    !at ||
    overlaps({ start: at[0], end: at[1] }, taken) ||
    parseCardinal(low) >= parseCardinal(high) * (scaleOf(low) === scaleOf(high) ? 1 : 1e3)
  )
    return false;
  const before = lower.slice(Math.max(0, match.index - 60), match.index);
  if (/and/.test(sep ?? "")) return /\bbetween\s+$/.test(before);
  if (!/to/.test(sep ?? "")) return true;
  if (!/\bfrom\s+(?:(?:about|some|nearly|over|only)\s+)?$/.test(before)) return true;
  return /^[\s\w-]*?\s+to\s+(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|within|under|less)/.test(
    lower.slice(at[1], at[1] + 40),
  );
}

const scaleOf = (text: string): string => /[a-z]+$/.exec(text)?.[0] ?? "";

/** "1.1 to 1.3 million": the scale belongs to both. */
function rangeOf(low: string, high: string): readonly [number, number] {
  const scale = /\s+(?:hundred|thousand|million|billion|trillion)$/.exec(high)?.[0] ?? "";
  return [parseCardinal(/[a-z]$/.test(low) ? low : low + scale), parseCardinal(high)];
}

type Core = Pick<Quantity, "start" | "end" | "num" | "value" | "unit" | "kind" | "noun">;

/** "27 degrees below zero", "minus 27 degrees": the sign stands apart from the number. */
function withFrost(lower: string, core: Core): Core {
  if (core.unit !== "degrees Celsius" || typeof core.value !== "number") return core;
  const behind = /^\s+below\s+(?:zero|freezing)/.exec(lower.slice(core.end))?.[0];
  const minus = /(?:\bminus\s|[−-])$/.exec(lower.slice(0, core.start))?.[0];
  if (behind === undefined && minus === undefined) return core;
  return {
    ...core,
    value: -core.value,
    start: core.start - (minus?.length ?? 0),
    end: core.end + (behind?.length ?? 0),
  };
}

function finish(lower: string, read: Core): Quantity {
  const core = withFrost(lower, read);
  const before = qualifierBefore(lower, core.start);
  const after = qualifierAfter(lower, core.end) ?? qualifierAfter(lower, core.num[1]);
  const qualifier = before ?? after;
  const shownEnd = Math.max(core.end, after?.end ?? 0, core.noun?.[1] ?? 0);
  PER.lastIndex = shownEnd;
  const per = PER.exec(lower);
  const rate = per ? (per[1] ?? ADVERB_UNITS[per[2] ?? ""] ?? "") : undefined;
  return {
    ...core,
    kind: rate !== undefined && rate !== "year" && core.kind !== "percent" ? "rate" : core.kind,
    shown: [before?.start ?? core.start, per && rate !== undefined ? shownEnd + per[0].length : shownEnd],
    approx: qualifier?.approx ?? "none",
    bound: qualifier?.bound ?? null,
    ...(per && rate !== undefined
      ? { per: { start: shownEnd, end: shownEnd + per[0].length, unit: rate } }
      : {}),
  };
}

/** "grew 50 and 56 percent", "from 38 to 64 routes": a bare number takes the unit of the next one that it is joined to. */
function shareUnits(lower: string, list: readonly Quantity[]): Quantity[] {
  const out = [...list];
  for (let i = out.length - 2; i >= 0; i--) {
    const [here, next] = [out[i], out[i + 1]];
    if (!here || !next || here.unit !== "" || here.noun || here.kind !== "count") continue;
    const between = lower.slice(here.end, next.start);
    if (
      !/^(?:,|,?\s+(?:and|or|to|of|in\s+\d{4}\s+to)(?:\s+(?:the|nearly|over|about|more\s+than|under|within))*|\s*-)\s*$/.test(
        between,
      )
    )
      continue;
    const of = /\bof\b/.test(between);
    if (next.unit !== "" && !of) out[i] = { ...here, unit: next.unit, kind: next.kind };
    else if (next.noun) out[i] = { ...here, noun: next.noun };
  }
  for (let i = 1; i < out.length; i++) out[i] = takeNoun(lower, out[i] as Quantity, out[i - 1]);
  return out;
}

/** "21 innovations were extended, 2 were replicated": a bare number that is a subject counts what the one before counts. */
function takeNoun(lower: string, q: Quantity, before: Quantity | undefined): Quantity {
  if (
    !before?.noun ||
    q.noun ||
    q.kind !== "count" ||
    q.unit !== "" ||
    /[.!?]\s/.test(lower.slice(before.end, q.start))
  )
    return q;
  const bare =
    /^\s+(?:was|were|is|are|has|have|had)\b/.test(lower.slice(q.end)) &&
    /(?:[,;]|\band)\s*(?:and\s+)?$/.test(lower.slice(0, q.shown[0]));
  const fewer = /(?:fewer|more|less)$/.test(lower.slice(q.start, q.end));
  return bare || fewer ? { ...q, noun: before.noun } : q;
}
