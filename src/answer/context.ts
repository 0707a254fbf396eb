import type { FigureEntry } from "../retrieval/library.ts";
import type { Engine } from "./engine.ts";
import { remember } from "./follow-up.ts";
import type { Question } from "./question/question.ts";
import type { Memory, Quote, Understanding } from "./types.ts";

/** One turn on its way to an answer: the question as read, and what it took over. */
export interface Context {
  readonly engine: Engine;
  readonly question: Question;
  readonly memory: Memory | null;
  readonly carriedOver: readonly string[];
}

export function base(context: Context, intent: Understanding["intent"]) {
  const { question, carriedOver } = context;
  return {
    lang: question.lang,
    question: question.raw,
    understanding: understand(question, intent, carriedOver),
    suggestions: [],
    memory: null,
  };
}

export function rememberAnswer(
  context: Context,
  intent: Memory["intent"],
  entries: readonly FigureEntry[],
  quote: Quote | undefined,
): Memory {
  const place = quote
    ? {
        articleId: quote.articleId,
        lang: quote.lang,
        start: quote.marks[0]?.[0] ?? quote.start,
        end: quote.end,
      }
    : null;
  return remember(context.question, intent, entries, place, context.memory);
}

function understand(
  question: Question,
  intent: Understanding["intent"],
  carriedOver: readonly string[],
): Understanding {
  return {
    intent,
    topic: question.terms.filter((t) => t.kind !== "act").map((t) => t.text),
    periods: question.periods.map(({ text, from, to, implicit }) => ({ text, from, to, implicit })),
    places: question.terms.filter((t) => t.kind === "place").map((t) => t.text),
    direction: question.directions[0]?.direction ?? null,
    carriedOver,
    assumed: question.corrections,
  };
}
