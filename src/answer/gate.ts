import type { Library } from "../retrieval/library.ts";
import { withoutNames } from "./labels.ts";
import type { Answer, HeadlinePart, Quote } from "./types.ts";

/** What the gate says of an answer: every fault that it found; none, and the answer may be sent. */
export interface GateVerdict {
  readonly faults: readonly string[];
}

/**
 * The last look at a finished answer (laws 1 to 3): every quote is the verbatim slice of its article; every figure of the
 * headline stands inside its quote or was computed from figures that do; words between them hold no other figure; an
 * answer that found nothing states none.
 */
export function checkAnswer(answer: Answer, library: Library): GateVerdict {
  const faults: string[] = [];
  const quotes = "quotes" in answer ? answer.quotes : [];
  for (const quote of quotes)
    if (!isVerbatim(quote, library))
      faults.push(`a quote is not what ${quote.articleId} says at ${quote.start}`);
  const derived = answer.kind === "comparison" ? answer.derived.length : 0;
  for (const part of answer.headline) faults.push(...checkPart(part, quotes, derived, answer, library));
  if (answer.kind === "comparison") {
    for (const result of answer.derived) {
      if (result.operands.some((i) => answer.figures[i] === undefined))
        faults.push(`${result.formula}: an operand is missing`);
    }
  }
  return { faults };
}

function isVerbatim(quote: Quote, library: Library): boolean {
  return (
    library.document(quote.articleId, quote.lang)?.article.body.slice(quote.start, quote.end) ===
      quote.text && quote.text.trim() !== ""
  );
}

function checkPart(
  part: HeadlinePart,
  quotes: readonly Quote[],
  derived: number,
  answer: Answer,
  library: Library,
): string[] {
  switch (part.kind) {
    case "text":
      return holdsFigure(part.text) && !isAskersWord(part.text, answer)
        ? [`"${part.text}" states a figure without a source`]
        : [];
    case "figure": {
      const quote = quotes[part.quote];
      const body = quote ? library.document(quote.articleId, quote.lang)?.article.body : undefined;
      const inside = quote && part.span[0] >= quote.start && part.span[1] <= quote.end;
      const slice = body?.slice(part.span[0], part.span[1]).replace(/\s+/g, " ");
      const text = part.text.replace(/\s+/g, " ");
      // A sentence that is cut ends with an ellipsis of ours; one of the source's own is part of it.
      const same = slice !== undefined && (text === slice || text === `${slice}…`);
      return inside && same ? [] : [`"${part.text}" does not stand in its quote`];
    }
    case "restated": {
      const quote = quotes[part.quote];
      return quote && part.span[0] >= quote.start && part.span[1] <= quote.end
        ? []
        : [`"${part.text}" has no quote`];
    }
    case "computed":
      return part.derived < derived ? [] : [`"${part.text}" was not computed from figures of the answer`];
    default:
      return part satisfies never;
  }
}

/** Figures in words: 三成, 百分之五, 两倍, 一半, half, double, two-thirds. */
const WORD_FIGURE =
  /百分之[零一二三四五六七八九十百]|[一二两三四五六七八九十]+(?:成(?![立为果员本功])|倍|番)|[二三四五六七八九十百千万]+分之[一二三四五六七八九十]|一半|过半|半数|\b(?:half|doubled?|tripled?|twice|(?:one|two|three|four)[- ](?:fifths?|thirds?|tenths?|quarters?))\b/i;

/** Digits beside dates, years, months, names and ordinals of plans, and figures in words. */
export function holdsFigure(text: string): boolean {
  return /\d/.test(withoutDates(text)) || WORD_FIGURE.test(text);
}

const withoutDates = (text: string): string =>
  withoutNames(text.replace(/(?:19|20)\d{2}-\d{2}(?:-\d{2})?/g, ""))
    .replace(/(?:(?:19|20)\d{2})(?:年|[—–-](?:19|20)?\d{2}年?)?/g, "")
    .replace(
      /\d{1,2}(?:[—–-]\d{1,2})?[月日]|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|1\d(?:th|st|nd|rd) Five-Year/g,
      "",
    );

/** A period, a name or a number that the asker wrote may be said back: whole numbers and words only, never a piece of one. */
function isAskersWord(text: string, answer: Answer): boolean {
  const asked = new Set(answer.question.match(/\d+(?:[.,]\d+)*/g) ?? []);
  const digits = withoutDates(text).match(/\d+(?:[.,]\d+)*/g) ?? [];
  const words = text.match(new RegExp(WORD_FIGURE, "gi")) ?? [];
  return (
    digits.every((d) => asked.has(d)) &&
    words.every((w) => answer.question.includes(w) || isPublishedName(text, answer))
  );
}

/** Titles and publishers of the quoted articles may hold number words of their own. */
const isPublishedName = (text: string, answer: Answer): boolean =>
  "quotes" in answer && answer.quotes.some((q) => text.includes(q.title));
