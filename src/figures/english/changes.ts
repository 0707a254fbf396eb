import { Decimal } from "decimal.js";
import type { Change } from "../figure.ts";
import type { Quantity } from "./quantity.ts";
import { changeSign } from "./verbs.ts";

/** A quantity that says a growth, a fall or a gap: its sign, and where the saying begins. */
export interface ChangeReading {
  readonly sign: 1 | -1;
  /** Stands in a comparative: higher, fewer. */
  readonly comparative: boolean;
  /** "3 times the sales of 2023": a multiple of something, no growth. */
  readonly ratio: boolean;
  /** Where the word of change stands. */
  readonly at: number;
}

const VERBS =
  "rise|rises|rose|risen|rising|increase[sd]?|increasing|grow|grows|grew|grown|growing|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|expand(?:s|ed|ing)?|gain(?:s|ed)?|soar(?:s|ed|ing)?|accelerated|up|down|fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shrink|shrank|shrunk|slid|contract(?:ed|ing)?|dip(?:s|ped)?|cut|cuts|reduc(?:e|es|ed|ing)|shorten(?:s|ed|ing)?|lower(?:ed|s|ing)?|compress(?:ed|es)?|trimm?(?:ed)?|slash(?:ed)?|eased|narrow(?:ed)?|raise[sd]?|raising|boost(?:s|ed)?|lift(?:ed|s)?|improve[sd]?|extend(?:ed|s)?|outgr(?:ow|ew)|outpace[sd]?";
const NOUNS =
  "increase|rise|growth|gain|jump|surge|expansion|climb|decrease|fall|drop|decline|reduction|cut|dip|contraction";
const ADVERBS =
  "(?:\\s+(?:by|[a-z]+ly|on\\s+average|an\\s+average\\s+(?:of|annual)|a\\s+(?:further|whopping|record|total\\s+of)|another|some|year\\s+on\\s+year|year-on-year|as\\s+much\\s+as|up\\s+to))*";
/** "up 5 percent", "rose sharply by 5 percent", "an increase of 5 percent", "growth rate was 5 percent". */
/** What stands before an "up" or "down" that tells a change: "set up", "broke up" do not. */
const BEFORE_ADVERB =
  /(?:^|[,;:(–—"”)\d%]|\b(?:is|are|was|were|be|been|being|and|or|but|went|now|percent|year|month|earlier))\s*$/;
const DIRECT = new RegExp(`\\b(${VERBS})${ADVERBS}\\s*$`);
const NOUN_OF = new RegExp(
  `\\b(${NOUNS})(?:\\s+rates?)?(?:\\s+(?:of|was|is|reached|stood\\s+at|hit|at|by))(?:\\s+(?:over|an?\\s+average\\s+of))?\\s*$`,
);
/** "cut waiting time by 80 percent": the verb stands further left, "by" before the figure. */
const BY = /\bby(?:\s+(?:an\s+average\s+of|an?\s+(?:further|total\s+of)|another))?\s*$/;
const ANY_VERB = new RegExp(`\\b(${VERBS}|higher|lower|faster|slower|longer|shorter|ahead)\\b`, "g");
const COMPARATIVE =
  /^\s*(higher|lower|more|fewer|faster|slower|shorter|longer|less|above|below)\b(?!\s+(?:than\s+)?(?:half|\d))/;
const NOUN_AFTER = new RegExp(
  `^(?:\\s+(?:year-on-year|annual|average|annualized|month-on-month|quarterly))*\\s+(${NOUNS})\\b`,
);
/** With these a bare count is the object: expanded 40 ports, cut 15 items. */
const TRANSITIVE =
  /^(?:cut|cuts|reduc|shorten|lower|compress|raise|raising|boost|lift|improve|extend|expand|trim|slash|narrow)/;
const RATIO_BEFORE =
  /\b(?:equivalent\s+to|equal\s+to|equals?|as|is|are|was|were|being|and|or|to|reached|nearly|about|than)\s*$/;
const RATIO_AFTER = /^\s+(?:the|that|those|as|what|its|their|larger|higher|more|bigger|faster)\b/;

/** What the words around a quantity say of change; `from` is where its sentence begins, `before` its neighbour's reading in a list. */
export function readChange(
  lower: string,
  q: Quantity,
  from: number,
  to: number,
  before: ChangeReading | undefined,
): ChangeReading | undefined {
  const left = lower.slice(from, q.shown[0]);
  // "three fewer": the comparative is part of the figure.
  const right = lower.slice(/(?:fewer|more|less)$/.test(lower.slice(q.num[1], q.end)) ? q.num[1] : q.end, to);
  if (q.change) return { sign: q.change.sign, comparative: false, ratio: q.change.ratio, at: q.start };
  if (q.kind === "rank" || q.streak) return undefined;
  const verb = directChange(left);
  if (
    verb &&
    !(
      TRANSITIVE.test(verb.word) &&
      (q.kind === "count" || q.kind === "measure" || q.kind === "amount") &&
      !BY.test(left)
    )
  )
    return { sign: changeSign(verb.word) ?? 1, comparative: false, ratio: false, at: from + verb.at };
  if (q.kind === "multiple" && (RATIO_AFTER.test(right) || RATIO_BEFORE.test(left)))
    return { sign: 1, comparative: false, ratio: true, at: q.start };
  const comparative = COMPARATIVE.exec(right);
  if (comparative && (q.noun === null || q.kind !== "count" || q.noun[1] <= q.start))
    return { sign: changeSign(comparative[1] ?? "") ?? 1, comparative: true, ratio: false, at: q.end };
  if (BY.test(left)) {
    const far = [...left.matchAll(ANY_VERB)].at(-1);
    if (far)
      return {
        sign: changeSign(far[1] ?? "") ?? 1,
        comparative: /er$|ahead/.test(far[1] ?? ""),
        ratio: false,
        at: from + far.index,
      };
  }
  const noun =
    q.kind === "percent" || q.kind === "points" || q.kind === "amount" ? NOUN_AFTER.exec(right) : null;
  if (noun) return { sign: changeSign(noun[1] ?? "") ?? 1, comparative: false, ratio: false, at: q.start };
  return before;
}

function directChange(left: string): { word: string; at: number } | undefined {
  const match = DIRECT.exec(left) ?? NOUN_OF.exec(left);
  if (!match || (/^(?:up|down)$/.test(match[1] ?? "") && !BEFORE_ADVERB.test(left.slice(0, match.index))))
    return undefined;
  const word = (match[1] ?? "")
    .replace(/^(.*?)(?:contraction)$/, "contracted")
    .replace(/^expansion$/, "expanded");
  // "reduced by" is plain; "an extended 5 percent" is not asked for.
  return { word, at: match.index };
}

/** New ÷ old of a change, exact, where it follows from its value. */
export function factorOf(q: Quantity, sign: 1 | -1, ratio: boolean, by: boolean): number | null {
  if (q.change?.factor !== undefined) return q.change.factor;
  if (typeof q.value !== "number") return null;
  if (q.kind === "multiple") return ratio ? q.value : by ? new Decimal(q.value).plus(1).toNumber() : null;
  if (q.kind === "percent") return new Decimal(q.value).times(sign).div(100).plus(1).toNumber();
  if (q.kind === "fraction") return new Decimal(1).plus(new Decimal(q.value).times(sign)).toNumber();
  return null;
}

/** The value with its sign. */
export function signed(value: Quantity["value"], sign: 1 | -1): Change["value"] {
  if (sign === 1) return value;
  return typeof value === "number" ? -value : [-value[1], -value[0]];
}
