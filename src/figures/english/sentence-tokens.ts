import type { TextSpan } from "../../text/sentences.ts";
import type { PeriodPhrase } from "./period-phrases.ts";
import type { Quantity } from "./quantity.ts";
import { type VerbClass, verbClass } from "./verbs.ts";

/** A word, a mark, or a whole quantity or period phrase. Offsets in the prepared paragraph; `text` in lower case. */
export interface Token {
  readonly kind: "word" | "mark" | "quantity" | "period";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of the quantity in the paragraph's list. */
  readonly quantity: number;
  readonly verb: VerbClass | undefined;
}

const PIECE =
  /[“"][^“”"]{1,90}[”"](?!\s*(?:said|he|she))|[a-z][a-z0-9'/&+.-]*[a-z0-9+]|[a-z]|\d[\d,.:/-]*|[^\sa-z\d]/g;

/** The sentence as tokens. A short quoted name is one word; a quantity covers its qualifier, noun and rate. */
export function tokenizeSentence(
  lower: string,
  sentence: TextSpan,
  quantities: readonly Quantity[],
  periods: readonly PeriodPhrase[],
): Token[] {
  const wholes = [
    ...quantities.map((q, index) => ({
      kind: "quantity" as const,
      start: q.shown[0],
      end: q.shown[1],
      index,
    })),
    ...periods.map((p) => ({ kind: "period" as const, start: p.start, end: p.end, index: -1 })),
  ]
    .filter((w) => w.start >= sentence.start && w.end <= sentence.end)
    .sort((a, b) => a.start - b.start);
  const tokens: Token[] = [];
  let at = sentence.start;
  for (const whole of wholes) {
    if (whole.start < at) continue;
    tokens.push(...words(lower, at, whole.start, tokens.at(-1)?.text));
    tokens.push({
      kind: whole.kind,
      text: lower.slice(whole.start, whole.end),
      start: whole.start,
      end: whole.end,
      quantity: whole.index,
      verb: undefined,
    });
    at = whole.end;
  }
  tokens.push(...words(lower, at, sentence.end, tokens.at(-1)?.text));
  return tokens;
}

function words(lower: string, from: number, to: number, before: string | undefined): Token[] {
  const out: Token[] = [];
  let last = before;
  for (const m of lower.slice(from, to).matchAll(PIECE)) {
    const text = m[0];
    const isWord = /^[a-z\d“"]/.test(text) && text.length > 0 && !/^[“"]$/.test(text);
    out.push({
      kind: isWord ? "word" : "mark",
      text,
      start: from + m.index,
      end: from + m.index + text.length,
      quantity: -1,
      verb: isWord ? verbClass(text, last) : undefined,
    });
    last = text;
  }
  return out;
}
