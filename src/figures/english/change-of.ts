import type { Change, Period } from "../figure.ts";
import { type BaseReading, baseDate, readBase } from "./change-bases.ts";
import { factorOf, signed } from "./changes.ts";
import type { Draft } from "./drafts.ts";
import type { PeriodPhrase } from "./period-phrases.ts";
import type { PreparedText } from "./prepared-text.ts";

/** Verbs by which something grows or falls by itself, over time; "cut", "raised" tell what a measure did. */
const INTRANSITIVE =
  /\b(?:up|down|rise|rises|rose|risen|rising|increase[sd]?|increasing|grow|grows|grew|grown|growing|growth|climb\w*|jump\w*|surg\w+|soar\w*|fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|declin\w+|decreas\w+|shrank|slid|contract\w*|dipp?\w*)$/;

/** The change that a draft tells of, with its base and factor; null for a level. */
export function changeOf(
  { plain, lower }: PreparedText,
  veiled: string,
  d: Draft,
  phrases: readonly PeriodPhrase[],
  period: Period,
): Change | null {
  if (!d.change) return null;
  const by = /\bby\s*$/.test(lower.slice(d.sentence.start, d.q.shown[0]));
  const rest = {
    value: signed(d.q.value, d.change.sign),
    unit: d.q.unit,
    factor: factorOf(d.q, d.change.sign, d.change.ratio, by),
  };
  if (d.change.ratio) return { kind: "ratio", base: ratioBase(plain, d), ...rest };
  const reading = readBase(lower, veiled, phrases, { sentence: d.sentence, near: d.near, at: d.q.end });
  if (
    reading.kind === null &&
    /^(?:from|between)\b/i.test(period.text ?? "") &&
    period.from?.slice(0, 4) !== period.to?.slice(0, 4)
  )
    return { kind: "vs", base: period.from, ...rest };
  if (reading.kind === null && growsByItself(lower, d, period))
    return { kind: "yoy", base: yearBefore(period), ...rest };
  const kind = kindOf(d, reading);
  return {
    kind,
    base: wordsOf(plain, reading) ?? baseDate(reading.phrase, period),
    ...rest,
    ...(kind === "gap" ? { factor: null } : {}),
  };
}

function kindOf(d: Draft, reading: BaseReading): Change["kind"] {
  if (reading.kind !== null) return reading.kind;
  if (d.change?.comparative) return "gap";
  return /^(?:percent|points|multiple|fraction|duration)$/.test(d.q.kind) ? "vs" : "increment";
}

const wordsOf = (plain: string, { words }: BaseReading): string | null =>
  words === null ? null : plain.slice(...words).trim();

/** A growth rate without a base, of a figure whose period is said, is against the year before. */
function growsByItself(lower: string, d: Draft, period: Period): boolean {
  if (d.q.kind !== "percent" || d.change?.comparative || period.from === null || period.text === null)
    return false;
  if (period.from.slice(0, 4) !== period.to?.slice(0, 4)) return false;
  const word = /^[a-z]+/.exec(lower.slice(d.change?.at))?.[0] ?? "";
  return INTRANSITIVE.test(word);
}

const yearBefore = ({ to }: Period): string | null =>
  to === null ? null : String(Number(to.slice(0, 4)) - 1);

/** What a multiple is a multiple of: the words behind it. */
function ratioBase(plain: string, d: Draft): string | null {
  const behind = plain.slice(d.q.end, d.sentence.end);
  const end = /,\s|[;.](?:\s|$)|\s+and\s+\d/.exec(behind)?.index ?? behind.length;
  const words = behind
    .slice(0, end)
    .trim()
    .replace(/^(?:that\s+of|those\s+of|as\s+\w+\s+as)\s+/, "")
    .replace(/^(?:the|its|their)\s+/, "");
  return words === "" ? null : words;
}
