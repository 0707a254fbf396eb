import type { FigureEntry } from "../retrieval/library.ts";
import { fold } from "../text/fold.ts";
import { chatReply, isInjection, readChat } from "./chat.ts";
import { compareFigures, findComparison } from "./comparison/compare.ts";
import { gainedBetween } from "./comparison/gained.ts";
import { findOneOperand } from "./comparison/one-operand.ts";
import { base, type Context } from "./context.ts";
import type { Engine } from "./engine.ts";
import { explainNumbers, explainQuestion } from "./explain.ts";
import { asksWhichMost, findExtreme } from "./extreme.ts";
import { mergeQuestion, readFollowUp, recallFigures } from "./follow-up.ts";
import { checkAnswer } from "./gate.ts";
import { questionFor } from "./not-found.ts";
import { findNumbers, type NumberFinding } from "./number.ts";
import { ANY_VALUE } from "./question/asks.ts";
import { parseQuestion } from "./question/parse.ts";
import type { Question } from "./question/question.ts";
import { answerPassage, clarify, comparisonAnswer, halfAnswer, notFound, numberAnswer } from "./replies.ts";
import { tellSpeaker } from "./speaker.ts";
import {
  fitsBetter,
  isComputedAnyway,
  isToldWhole,
  nameOf,
  namesOtherPlace,
  statedResult,
  statedShare,
} from "./stated.ts";
import type { Answer, Memory, UiLang } from "./types.ts";

export interface Turn {
  readonly text: string;
  readonly lang: UiLang;
  readonly memory: Memory | null;
}

/** The answer to one message: chat, number, comparison, passage or not found, checked by the gate before it leaves. */
export function answerTurn(engine: Engine, turn: Turn): Answer {
  const question = parseQuestion(turn.text, engine.vocabulary, turn.lang);
  const context: Context = { engine, question, memory: turn.memory, carriedOver: [] };
  explainQuestion(engine, question);
  const answer = answerContext(context);
  const { faults } = checkAnswer(answer, engine.library);
  for (const fault of faults) engine.note(`gate: ${fault}`);
  if (faults.length === 0) engine.note(`gate: passed`);
  return faults.length === 0 ? answer : withoutFigures(context);
}

function answerContext(context: Context): Answer {
  const { question, memory } = context;
  const topic = readChat(question.folded);
  if (topic)
    return {
      ...base(context, "chat"),
      memory,
      kind: "chat",
      topic,
      headline: [{ kind: "text", text: chatReply(topic, question.lang) }],
    };
  if (isInjection(fold(question.raw).text)) return notFound(context, []);
  const leaning = readFollowUp(question, memory);
  if (leaning && memory) {
    const answer = answerFollowUp(context, memory, leaning);
    if (answer) return answer;
  }
  return answerQuestion(context);
}

/** An answer that leans on the turn before; undefined where the question is better taken by itself. */
function answerFollowUp(
  context: Context,
  memory: Memory,
  leaning: NonNullable<ReturnType<typeof readFollowUp>>,
): Answer | undefined {
  const { engine, question } = context;
  engine.note(`follow-up: ${leaning} of "${memory.question}"`);
  const figures = recallFigures(memory, engine.library);
  if (leaning === "whoSaid" || leaning === "whoIs" || leaning === "whichSource") {
    const told = memory.quote ? tellSpeaker(engine, memory.quote, leaning, question.lang) : undefined;
    return told && { ...base(context, "passage"), memory, kind: "passage", ...told, alsoIn: [] };
  }
  if (leaning === "before") {
    const last = figures[0];
    const other = last?.document.figures.find(
      (e) =>
        (e.figure.of?.index === last.index && e.figure.of.role === "before") ||
        (last.figure.of?.role === "after" && last.figure.of.index === e.index),
    );
    if (other) return numberAnswer(context, [other]);
  }
  if (leaning === "compare") {
    const comparison = compareFigures(figures);
    if (comparison) return comparisonAnswer(context, comparison);
  }
  const merged = mergeQuestion(question, memory, engine.vocabulary, figures.slice(0, 2));
  if (!merged) return undefined;
  explainQuestion(engine, merged.question);
  const alone =
    question.terms.some((t) => t.weight >= 3) && question.asks.length > 0
      ? answerQuestion(context)
      : undefined;
  if (alone && alone.kind !== "notFound" && !/那年|同期|那/.test(question.folded)) return alone;
  return answerQuestion({ ...context, question: merged.question, carriedOver: merged.carriedOver });
}

function answerQuestion(context: Context): Answer {
  const { engine, question } = context;
  if (question.terms.length === 0)
    return question.asks.length > 0 || question.periods.length > 0
      ? clarify(context, [])
      : notFound(context, []);
  if ((question.aspect === "date" || question.wantsPassage) && asksWhichMost(question.folded)) {
    // 哪一年最多: one of the rows of a table, each of its own year.
    const row = findExtreme(
      question,
      findNumbers(engine, { ...question, asks: [ANY_VALUE], aspect: "level" }),
    );
    if (row) return numberAnswer(context, [row]);
  }
  if (question.wantsPassage || question.aspect === "date")
    return answerPassage(context) ?? notFound(context, []);
  const numbers = findNumbers(engine, question);
  explainNumbers(engine, numbers);
  if (isToldWhole(question, numbers))
    return numberAnswer(
      context,
      numbers.picks.flatMap((p) => p?.entry ?? []),
    );
  const extreme = findExtreme(question, numbers);
  if (extreme) return numberAnswer(context, [extreme]);
  const readings = equalReadings(question, numbers);
  if (readings.length > 1) return clarify(context, readings);
  if (question.comparison !== null || question.periods.length > 1) {
    const comparison = findComparison(engine, question);
    const result = statedResult(question, numbers);
    const stated =
      question.frame?.whole === "left" || isComputedAnyway(question, result ?? numbers.picks[0], comparison)
        ? undefined
        : (result ?? statedShare(question, numbers, comparison?.score ?? 0));
    if (stated) return numberAnswer(context, [stated.entry]);
    const told =
      comparison && fitsBetter(question, numbers, comparison) ? numbers.picks[0]?.entry : undefined;
    if (told) return numberAnswer(context, [told]);
    const growthAsked =
      question.changeBase !== null &&
      question.asks[0]?.wants !== "points" &&
      question.comparison !== "which" &&
      comparison?.reason !== "periods";
    if (comparison && !growthAsked) return comparisonAnswer(context, comparison);
    const whole = numbers.picks.every(
      (p) =>
        p !== undefined &&
        p.coverage >= 0.8 &&
        (p.entry.figure.kind === "multiple" || (question.asks.length > 1 && question.periods.length < 2)),
    );
    if (whole && numbers.picks.length > 0)
      return numberAnswer(
        context,
        numbers.picks.flatMap((p) => p?.entry ?? []),
      );
    const times = numbers.picks[0];
    if (question.comparison === "ratio" && times?.entry.figure.kind === "multiple" && times.coverage >= 0.66)
      return numberAnswer(context, [times.entry]);
    const half = findOneOperand(engine, question, numbers);
    if (half === "none") return notFound(context, numbers.ranked);
    if (half) return halfAnswer(context, half);
  }
  // 哪个综保区进出口最高: one figure by itself does not say which one is the greatest.
  if (question.comparison === "which" && question.asks.length === 0 && asksWhichMost(question.folded))
    return answerPassage(context) ?? notFound(context, numbers.ranked);
  const gained = gainedBetween(question, numbers);
  if (gained) return comparisonAnswer(context, gained);
  const only = numbers.picks.length === 1 ? numbers.picks[0] : undefined;
  if (question.comparison === "share" && only && namesOtherPlace(question, only))
    return notFound(context, numbers.ranked);
  if (numbers.picks.every((p) => p !== undefined))
    return numberAnswer(
      context,
      numbers.picks.map((p) => p.entry),
    );
  const numeric = question.followUp && context.memory?.intent === "number" && !question.wantsPassage;
  if (question.asks.every((a) => a.wants === "rank") && question.comparison === null && !numeric)
    return answerPassage(context) ?? notFound(context, numbers.ranked);
  return notFound(context, numbers.ranked);
}

/** Scores that differ by less are equally good readings. */
const EQUAL = 0.004;

/** Figures of different things that answer a bare question equally well: "离岛免税2020年涨了多少" by value, items or shoppers. */
function equalReadings(question: Question, numbers: NumberFinding): FigureEntry[] {
  const [best, ...rest] = (numbers.ranked[0] ?? []).filter((c) => c.dropped === null);
  if (
    !best ||
    numbers.wanted.length !== 1 ||
    question.comparison === "which" ||
    question.comparison === "side_by_side" ||
    question.asks[0]?.wants !== "any" ||
    best.coverage < 0.8
  )
    return [];
  const equal = [best, ...rest.filter((c) => best.score - c.score < EQUAL)].map((c) => c.entry);
  const different = equal.filter(
    (e, i) =>
      equal.findIndex(
        (o) =>
          nameOf(o) === nameOf(e) ||
          (o.figure.unit === e.figure.unit && String(o.figure.value) === String(e.figure.value)),
      ) === i,
  );
  return different.length > 1 &&
    different.length <= 4 &&
    different.every((e) => questionFor(e, question.lang) !== "")
    ? different
    : [];
}

/** What failed the gate is not sent: the plain passage is, or nothing. */
function withoutFigures(context: Context): Answer {
  const passage = answerPassage(context);
  return passage && checkAnswer(passage, context.engine.library).faults.length === 0
    ? passage
    : notFound(context, []);
}
