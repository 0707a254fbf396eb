import type { FigureEntry } from "../retrieval/library.ts";
import type { Comparison } from "./comparison/compare.ts";
import type { OneOperand } from "./comparison/one-operand.ts";
import { tellComparison } from "./comparison/tell.ts";
import { base, type Context, rememberAnswer } from "./context.ts";
import type { Candidate } from "./match/judge.ts";
import { explainMissing, questionFor, sayMissing, suggestNear } from "./not-found.ts";
import { tellFigures, withCompanions } from "./number.ts";
import { findAlsoIn } from "./other-sources.ts";
import { ENOUGH_WORDS, rankSentences, type SentenceCandidate, tellPassage } from "./passage.ts";
import type { Answer, ComparisonAnswer, HeadlinePart } from "./types.ts";

export function numberAnswer(context: Context, found: readonly FigureEntry[]): Answer {
  const entries =
    found.length === 1
      ? withCompanions(
          found[0] as FigureEntry,
          context.question.asks.length === 0 && context.question.comparison === null,
        )
      : found;
  const told = tellFigures(entries as [FigureEntry, ...FigureEntry[]], context.question.lang);
  return {
    ...base(context, "number"),
    kind: "number",
    ...told,
    alsoIn: findAlsoIn(context.engine.library, found, context.question.lang),
    memory: rememberAnswer(context, "number", found, told.quotes[0]),
  };
}

export function comparisonAnswer(context: Context, comparison: Comparison): Answer {
  const entries = [comparison.left, comparison.right, ...comparison.further];
  const answer = tellComparison(context.question, comparison, base(context, "comparison"));
  return {
    ...answer,
    alsoIn: findAlsoIn(context.engine.library, entries, context.question.lang),
    memory: rememberAnswer(context, "comparison", entries, answer.quotes[0]),
  };
}

/** One operand of a comparison is there: it is given, and the other one named as missing. */
export function halfAnswer(context: Context, half: OneOperand): Answer {
  const { question } = context;
  const told = tellFigures([half.entry], question.lang);
  const missing = half.missing.join(question.lang === "en" ? ", " : "、");
  const note: HeadlinePart = {
    kind: "text",
    text:
      question.lang === "en"
        ? `; nothing on ${missing} in the articles, so nothing is compared`
        : `；文章里没有${missing}的数，不作比较`,
  };
  const answer: ComparisonAnswer = {
    ...base(context, "comparison"),
    kind: "comparison",
    ...told,
    headline: [...told.headline, note],
    alsoIn: [],
    derived: [],
    verdict: "",
    incomparable: "",
    missing: half.missing,
  };
  return { ...answer, memory: rememberAnswer(context, "comparison", [half.entry], told.quotes[0]) };
}

export function answerPassage(context: Context): Answer | undefined {
  const ranked = rankSentences(context.engine, context.question);
  for (const c of ranked.slice(0, 6))
    context.engine.note(
      `sentence ${c.score.toFixed(2)} coverage ${c.coverage.toFixed(2)}${c.missing > 0 ? ` missing ${c.missing}` : ""} ${c.sentence.document.article.id} ${c.sentence.text.slice(0, 60)}`,
    );
  const kept = ranked.filter((c) => c.coverage >= ENOUGH_WORDS && c.missing === 0);
  if (kept.length === 0) return undefined;
  const told = tellPassage(kept as [SentenceCandidate, ...SentenceCandidate[]]);
  return {
    ...base(context, "passage"),
    kind: "passage",
    ...told,
    alsoIn: [],
    memory: rememberAnswer(context, "passage", [], told.quotes[0]),
  };
}

/** Asks back: with the readings that fit equally well, or with what one may ask at all. */
export function clarify(context: Context, readings: readonly FigureEntry[]): Answer {
  const { question } = context;
  const en = question.lang === "en";
  const options = readings
    .map((entry) => questionFor(entry, question.lang))
    .map((q) => ({ label: q.slice(0, 40), question: q }));
  const text =
    readings.length > 0
      ? en
        ? "Which one do you mean?"
        : "您问的是哪一个？"
      : en
        ? "Which figure do you mean? Please name it, for example exports or clearance time."
        : "您问的是哪一项？请说出指标，比如出口、通关时间。";
  return {
    ...base(context, "number"),
    kind: "clarify",
    headline: [{ kind: "text", text }],
    options,
    memory: context.memory,
  };
}

export function notFound(context: Context, ranked: readonly (readonly Candidate[])[]): Answer {
  const { question } = context;
  const { missing, near } = explainMissing(question, ranked);
  return {
    ...base(context, "number"),
    kind: "notFound",
    missing,
    headline: sayMissing(missing, near, question.lang),
    suggestions: suggestNear(near, question.lang),
    memory: question.terms.length > 0 ? rememberAnswer(context, "number", [], undefined) : context.memory,
  };
}
