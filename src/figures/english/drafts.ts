import type { TextSpan } from "../../text/sentences.ts";
import type { Figure, Span } from "../figure.ts";
import { type ChangeReading, readChange } from "./changes.ts";
import { readMetric } from "./metrics.ts";
import type { Quantity } from "./quantity.ts";
import type { Token } from "./sentence-tokens.ts";

/** A figure under way: a quantity with what its sentence says of it. Offsets in the prepared paragraph. */
export interface Draft {
  readonly q: Quantity;
  readonly sentence: TextSpan;
  readonly clause: TextSpan;
  /** The stretch that is about it alone: its clause, cut at the figures beside it. */
  readonly near: TextSpan;
  readonly change: ChangeReading | undefined;
  readonly side: "before" | "after" | null;
  readonly share: boolean;
  /** Index of the draft it hangs on, with its role. */
  readonly of: Figure["of"];
  readonly spans: readonly Span[];
  /** The subject of its verb. */
  readonly subject: Span | null;
  /** True where that subject stands with an earlier verb of the sentence. */
  readonly follows: boolean;
  /** True where its own clause names nothing. */
  readonly inherits: boolean;
}

/** A sentence with what was found in it. */
export interface SentenceView {
  readonly sentence: TextSpan;
  readonly clauses: readonly TextSpan[];
  readonly tokens: readonly Token[];
  /** Indexes into the paragraph's quantities. */
  readonly members: readonly number[];
}

const SHARE_BEFORE =
  /\b(?:account(?:s|ed|ing)?\s+for|made?\s+up|making\s+up|makes\s+up|a\s+(?:share|proportion)\s+of|contribut(?:e|es|ed|ing)|represent(?:s|ed|ing)?|constitut(?:e|es|ed|ing)|took|takes|occup(?:y|ies|ied|ying)|cover(?:s|ed|ing)?|reach(?:es|ed)?)\s+(?:up\s+)?(?:for\s+)?$/;

/** The drafts of one sentence, their `of` still open but for pairs. */
export function draftSentence(lower: string, view: SentenceView, list: readonly Quantity[]): Draft[] {
  const drafts: Draft[] = [];
  let before: { reading: ChangeReading; end: number } | undefined;
  for (const index of view.members) {
    const q = list[index];
    if (!q) continue;
    const neighbour =
      before && /^\s*(?:,\s*and|,|and)\s*$/.test(lower.slice(before.end, q.shown[0]))
        ? before.reading
        : undefined;
    const change = readChange(lower, q, view.sentence.start, view.sentence.end, neighbour);
    const at = view.tokens.findIndex((t) => t.quantity === index);
    const metric =
      at < 0
        ? { spans: [], inherited: true, subject: null, follows: true }
        : readMetric(lower, view.tokens, at, list, change !== undefined);
    const clause = view.clauses.find((c) => c.start <= q.start && q.start < c.end) ?? view.sentence;
    drafts.push({
      q,
      sentence: view.sentence,
      clause,
      near: nearOf(list, index, view.sentence, clause),
      change,
      side: sideOf(lower, q, list[index - 1], list[index + 1], view.sentence),
      share: (q.kind === "percent" || q.kind === "fraction") && change === undefined,
      of: null,
      spans: change?.comparative
        ? [...growthRate(lower, q, view.sentence.start), ...metric.spans]
        : metric.spans,
      subject: metric.subject,
      follows: metric.follows,
      inherits: metric.inherited,
    });
    before = change ? { reading: change, end: q.shown[1] } : undefined;
  }
  return drafts;
}

/** A fronted comparison ("Compared with 2020, …") belongs to the figure too; a list's common ending to all of it. */
function nearOf(list: readonly Quantity[], index: number, sentence: TextSpan, clause: TextSpan): TextSpan {
  const before = list[index - 1];
  const after = list[index + 1];
  const first = before === undefined || before.end <= sentence.start;
  return {
    start: first ? sentence.start : Math.max(clause.start, before.shown[1]),
    end: after === undefined ? clause.end : Math.min(clause.end, Math.max(after.shown[0], clause.start)),
  };
}

/** "a growth rate 15.5 points higher": it is the rates that are compared. */
function growthRate(lower: string, q: Quantity, from: number): Span[] {
  const words = /\bgrowth(?:\s+rate)?(?=\s*$)/.exec(lower.slice(from, q.shown[0]));
  return words ? [[from + words.index, from + words.index + words[0].length]] : [];
}

const FROM = /\bfrom\s+(?:the\s+|its\s+|a\s+)?(?:[a-z]+'s\s+)?(?:an?\s+average\s+of\s+)?$/;
const TO = /^[^,.;:]{0,60}?\bto\s+(?:the\s+|its\s+|a\s+)?(?:[a-z]+'s\s+)?(?:the\s+current\s+)?$/;

/** Whether a quantity is one side of "from A to B". */
function sideOf(
  lower: string,
  q: Quantity,
  previous: Quantity | undefined,
  next: Quantity | undefined,
  sentence: TextSpan,
): Draft["side"] {
  const pair = (a: Quantity | undefined, b: Quantity | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.start >= sentence.start &&
    b.end <= sentence.end &&
    (a.unit === b.unit || a.kind === b.kind) &&
    FROM.test(lower.slice(Math.max(sentence.start, a.shown[0] - 40), a.shown[0])) &&
    TO.test(lower.slice(a.shown[1], b.shown[0]));
  if (pair(q, next)) return "before";
  if (pair(previous, q)) return "after";
  return null;
}

export const isShareWord = (before: string): boolean => SHARE_BEFORE.test(before);
