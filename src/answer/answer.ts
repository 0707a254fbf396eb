import type { FigureEntry } from "../retrieval/library.ts";
import { chatReply, isInjection, readChat } from "./chat.ts";
import { compareFigures, findComparison, tellComparison } from "./comparison/compare.ts";
import type { Engine } from "./engine.ts";
import { explainNumbers, explainQuestion } from "./explain.ts";
import { mergeQuestion, readFollowUp, recallFigures, remember } from "./follow-up.ts";
import { checkAnswer } from "./gate.ts";
import { type Candidate, foreignShare } from "./match/figures.ts";
import { isBase } from "./match/periods.ts";
import { matchTerm } from "./match/zones.ts";
import { explainMissing, questionFor, sayMissing, suggestNear } from "./not-found.ts";
import { findOneOperand, type OneOperand } from "./comparison/one-operand.ts";
import { findNumbers, type NumberFinding, tellFigures, withCompanions } from "./number.ts";
import { ENOUGH_WORDS, rankSentences, type SentenceCandidate, tellPassage } from "./passage.ts";
import { findAlsoIn } from "./other-sources.ts";
import { parseQuestion } from "./question/parse.ts";
import type { Question } from "./question/question.ts";
import { tellSpeaker } from "./speaker.ts";
import type { Answer, ComparisonAnswer, HeadlinePart, Memory, Quote, UiLang, Understanding } from "./types.ts";

export interface Turn {
  readonly text: string;
  readonly lang: UiLang;
  readonly memory: Memory | null;
}

/** One turn on its way to an answer: the question as read, and what it took over. */
interface Context {
  readonly engine: Engine;
  readonly question: Question;
  readonly memory: Memory | null;
  readonly carriedOver: readonly string[];
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
  if (topic) return { ...base(context, "chat"), memory, kind: "chat", topic, headline: [{ kind: "text", text: chatReply(topic, question.lang) }] };
  if (isInjection(question.folded)) return notFound(context, []);
  const leaning = readFollowUp(question, memory);
  if (leaning && memory) {
    const answer = answerFollowUp(context, memory, leaning);
    if (answer) return answer;
  }
  return answerQuestion(context);
}

/** An answer that leans on the turn before; undefined where the question is better taken by itself. */
function answerFollowUp(context: Context, memory: Memory, leaning: NonNullable<ReturnType<typeof readFollowUp>>): Answer | undefined {
  const { engine, question } = context;
  engine.note(`follow-up: ${leaning} of "${memory.question}"`);
  const figures = recallFigures(memory, engine.library);
  if (leaning === "whoSaid" || leaning === "whichSource") {
    const told = memory.quote ? tellSpeaker(engine, memory.quote, leaning, question.lang) : undefined;
    return told && { ...base(context, "passage"), memory, kind: "passage", ...told, alsoIn: [] };
  }
  if (leaning === "before") {
    const last = figures[0];
    const other = last?.document.figures.find((e) => (e.figure.of?.index === last.index && e.figure.of.role === "before") || (last.figure.of?.role === "after" && last.figure.of.index === e.index));
    if (other) return numberAnswer(context, [other]);
  }
  if (leaning === "compare") {
    const comparison = compareFigures(figures);
    if (comparison) return comparisonAnswer(context, comparison);
  }
  const merged = mergeQuestion(question, memory, engine.vocabulary, figures.slice(0, 2));
  if (!merged) return undefined;
  explainQuestion(engine, merged.question);
  const alone = question.terms.some((t) => t.weight >= 3) && question.asks.length > 0 ? answerQuestion(context) : undefined;
  if (alone && alone.kind !== "notFound" && !/那年|同期|那/.test(question.folded)) return alone;
  return answerQuestion({ ...context, question: merged.question, carriedOver: merged.carriedOver });
}

function answerQuestion(context: Context): Answer {
  const { engine, question } = context;
  if (question.terms.length === 0) return question.asks.length > 0 || question.periods.length > 0 ? clarify(context, []) : notFound(context, []);
  if (question.wantsPassage || question.aspect === "date") return answerPassage(context) ?? notFound(context, []);
  const numbers = findNumbers(engine, question);
  explainNumbers(engine, numbers);
  const readings = equalReadings(question, numbers);
  if (readings.length > 1) return clarify(context, readings);
  if (question.comparison !== null || question.periods.length > 1) {
    const comparison = findComparison(engine, question);
    const stated = isComputedAnyway(question, numbers, comparison) ? undefined : (statedResult(question, numbers) ?? statedShare(question, numbers, comparison?.score ?? 0));
    if (stated) return numberAnswer(context, [stated.entry]);
    const told = comparison && fitsBetter(question, numbers, comparison) ? numbers.picks[0]?.entry : undefined;
    if (told) return numberAnswer(context, [told]);
    const growthAsked = question.changeBase !== null && question.comparison !== "which" && comparison?.reason !== "periods";
    if (comparison && !growthAsked) return comparisonAnswer(context, comparison);
    const whole = numbers.picks.every((p) => p !== undefined && p.coverage >= 0.8 && (p.entry.figure.kind === "multiple" || question.asks.length > 1 && question.periods.length < 2));
    if (whole && numbers.picks.length > 0) return numberAnswer(context, numbers.picks.flatMap((p) => p?.entry ?? []));
    const half = findOneOperand(engine, question, numbers);
    if (half === "none") return notFound(context, numbers.ranked);
    if (half) return halfAnswer(context, half);
  }
  if (numbers.picks.every((p) => p !== undefined)) return numberAnswer(context, numbers.picks.map((p) => p.entry));
  if (question.asks.every((a) => a.wants === "rank") && question.comparison === null) return answerPassage(context) ?? notFound(context, numbers.ranked);
  return notFound(context, numbers.ranked);
}

/** Scores that differ by less are equally good readings. */
const EQUAL = 0.004;

/** Figures of different things that answer a bare question equally well: "离岛免税2020年涨了多少" by value, items or shoppers. */
function equalReadings(question: Question, numbers: NumberFinding): FigureEntry[] {
  const [best, ...rest] = (numbers.ranked[0] ?? []).filter((c) => c.dropped === null);
  if (!best || numbers.wanted.length !== 1 || question.comparison === "which" || question.comparison === "side_by_side" || question.asks[0]?.wants !== "any" || best.coverage < 0.8) return [];
  const equal = [best, ...rest.filter((c) => best.score - c.score < EQUAL)].map((c) => c.entry);
  const different = equal.filter((e, i) => equal.findIndex((o) => nameOf(o) === nameOf(e) || (o.figure.unit === e.figure.unit && String(o.figure.value) === String(e.figure.value))) === i);
  return different.length > 1 && different.length <= 4 && different.every((e) => questionFor(e, question.lang) !== "") ? different : [];
}

const nameOf = (entry: FigureEntry): string => entry.metricWords.map((w) => w.form).join(" ");

/** Asks back: with the readings that fit equally well, or with what one may ask at all. */
function clarify(context: Context, readings: readonly FigureEntry[]): Answer {
  const { question } = context;
  const en = question.lang === "en";
  const options = readings.map((entry) => questionFor(entry, question.lang)).map((q) => ({ label: q.slice(0, 40), question: q }));
  const text = readings.length > 0 ? (en ? "Which one do you mean?" : "您问的是哪一个？") : en ? "Which figure do you mean? Please name it, for example exports or clearance time." : "您问的是哪一项？请说出指标，比如出口、通关时间。";
  return { ...base(context, "number"), kind: "clarify", headline: [{ kind: "text", text }], options, memory: context.memory };
}

/** One operand of a comparison is there: it is given, and the other one named as missing. */
function halfAnswer(context: Context, half: OneOperand): Answer {
  const { question } = context;
  const told = tellFigures([half.entry], question.lang);
  const missing = half.missing.join(question.lang === "en" ? ", " : "、");
  const note: HeadlinePart = { kind: "text", text: question.lang === "en" ? `; nothing on ${missing} in the articles, so nothing is compared` : `；文章里没有${missing}的数，不作比较` };
  const answer: ComparisonAnswer = { ...base(context, "comparison"), kind: "comparison", ...told, headline: [...told.headline, note], alsoIn: [], derived: [], verdict: "", incomparable: "", missing: half.missing };
  return { ...answer, memory: rememberAnswer(context, "comparison", [half.entry], told.quotes[0]) };
}

/** A result that the source itself states is quoted rather than computed: a gap, a share, a growth against the asked base. */
function statedResult(question: Question, numbers: NumberFinding): Candidate | undefined {
  if (numbers.picks.length !== 1) return undefined;
  const stated = (numbers.ranked[0] ?? []).filter((c) => c.dropped === null).slice(0, 5).filter((c) => isStated(question, numbers, c));
  return (question.comparison === "difference" ? stated.find((c) => c.entry.figure.change?.kind === "gap") : undefined) ?? stated[0];
}

/**
 * Two figures that fit so well that no stated result is needed: a part beside its whole, or one measure at two times where the
 * stated growth is of a measure by another name.
 */
function isComputedAnyway(question: Question, numbers: NumberFinding, comparison: ReturnType<typeof findComparison>): boolean {
  if (!comparison) return false;
  if (question.comparison === "share" && comparison.score > 1.1) return true;
  const stated = numbers.picks[0]?.entry;
  if (comparison.reason !== "periods" || comparison.kind !== "level" || comparison.score < 0.9 || !stated) return false;
  return stated.document !== comparison.left.document && stated.document !== comparison.right.document ? true : nameOf(stated) !== nameOf(comparison.left) && nameOf(stated) !== nameOf(comparison.right);
}

/** A growth that the source tells is named by more of the question's words than the two sides of a change beside it. */
function fitsBetter(question: Question, numbers: NumberFinding, comparison: NonNullable<ReturnType<typeof findComparison>>): boolean {
  const pick = numbers.picks[0];
  if (comparison.reason !== "change" || !pick || numbers.picks.length !== 1 || !question.asks.some((a) => a.wants === "percent" || a.wants === "share") || pick.entry.figure.change === null) return false;
  const nouns = question.terms.filter((t) => t.noun && t.kind === "term" && !t.general);
  const named = (entry: FigureEntry): number => nouns.reduce((sum, t) => sum + (matchTerm(t, entry.around) >= 0.95 ? t.weight : 0), 0);
  const lastNoun = nouns.at(-1);
  return lastNoun !== undefined && matchTerm(lastNoun, pick.entry.around) >= 0.95 && named(pick.entry) > named(comparison.left);
}

/** A share that the source states, where nothing that could be computed fits the question better. */
function statedShare(question: Question, numbers: NumberFinding, computed: number): Candidate | undefined {
  const pick = numbers.picks[0];
  if (question.comparison !== "share" || numbers.picks.length !== 1 || !pick || pick.score < computed - 0.12 || pick.coverage < 0.66) return undefined;
  const { figure } = pick.entry;
  return figure.agg === "ratio" && figure.change === null && question.periods.length < 2 && !namesOtherPlace(question, pick) ? pick : undefined;
}

/** The source's own result for just this question: every word of it stands there, and no other thing is named. */
function isStated(question: Question, numbers: NumberFinding, pick: Candidate): boolean {
  const { figure } = pick.entry;
  const ask = question.asks[0]?.wants;
  if (pick.coverage < 0.66 || question.terms.some((t) => t.weight >= (t.kind === "act" ? 2.2 : 1.5) && matchTerm(t, pick.entry.around) < 0.5)) return false;
  if (foreignShare(pick.entry, question.terms).share > 0.25 && isQualifiedBeyond(question, pick)) return false;
  const against = numbers.wanted[0]?.base;
  if (against) return isBase(against, figure) && question.directions.length < 2;
  if (question.periods.length > 1) return false;
  if (figure.change?.kind === "gap") return ask === "points" || ask === "any" || ask === "percent" || ask === undefined;
  if (ask === "points" && figure.kind !== "points") return false;
  if (question.directions.length > 1) return false;
  if (question.changeBase !== null && figure.change?.kind === question.changeBase && question.comparison !== "which") return true;
  if (question.comparison === "share") return figure.agg === "ratio" && figure.change === null && !namesOtherPlace(question, pick);
  const single = question.comparison === "difference" || question.comparison === "percent_change";
  return single && figure.change !== null && ask !== "points" && pick.coverage > 0.8;
}

const isQualifiedBeyond = (question: Question, pick: Candidate): boolean => foreignShare(pick.entry, question.terms).qualified;

/** The share is of another whole: of 四川外贸 where 全国 was asked. */
function namesOtherPlace(question: Question, pick: Candidate): boolean {
  const { sentence, document } = pick.entry;
  const clause = pick.entry.around.clause;
  return sentence.places.some((p) => clause.includes(p) && p !== document.home && !question.terms.some((t) => t.alternates.some((a) => a.text.includes(p) || p.includes(a.text.trim()))));
}

function numberAnswer(context: Context, found: readonly FigureEntry[]): Answer {
  const entries = found.length === 1 ? withCompanions(found[0] as FigureEntry, context.question.asks.length === 0 && context.question.comparison === null) : found;
  const told = tellFigures(entries as [FigureEntry, ...FigureEntry[]], context.question.lang);
  return { ...base(context, "number"), kind: "number", ...told, alsoIn: findAlsoIn(context.engine.library, found, context.question.lang), memory: rememberAnswer(context, "number", found, told.quotes[0]) };
}

function comparisonAnswer(context: Context, comparison: NonNullable<ReturnType<typeof findComparison>>): Answer {
  const entries = [comparison.left, comparison.right, ...comparison.further];
  const answer = tellComparison(context.question, comparison, base(context, "comparison"));
  return { ...answer, alsoIn: findAlsoIn(context.engine.library, entries, context.question.lang), memory: rememberAnswer(context, "comparison", entries, answer.quotes[0]) };
}

function answerPassage(context: Context): Answer | undefined {
  const ranked = rankSentences(context.engine, context.question);
  for (const c of ranked.slice(0, 6)) context.engine.note(`sentence ${c.score.toFixed(2)} coverage ${c.coverage.toFixed(2)}${c.missing > 0 ? ` missing ${c.missing}` : ""} ${c.sentence.document.article.id} ${c.sentence.text.slice(0, 60)}`);
  const kept = ranked.filter((c) => c.coverage >= ENOUGH_WORDS && c.missing === 0);
  if (kept.length === 0) return undefined;
  const told = tellPassage(kept as [SentenceCandidate, ...SentenceCandidate[]]);
  return { ...base(context, "passage"), kind: "passage", ...told, alsoIn: [], memory: rememberAnswer(context, "passage", [], told.quotes[0]) };
}

function notFound(context: Context, ranked: readonly (readonly Candidate[])[]): Answer {
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

function rememberAnswer(context: Context, intent: Memory["intent"], entries: readonly FigureEntry[], quote: Quote | undefined): Memory {
  const place = quote ? { articleId: quote.articleId, lang: quote.lang, start: quote.marks[0]?.[0] ?? quote.start, end: quote.end } : null;
  return remember(context.question, intent, entries, place, context.memory);
}

/** What failed the gate is not sent: the plain passage is, or nothing. */
function withoutFigures(context: Context): Answer {
  const passage = answerPassage(context);
  return passage && checkAnswer(passage, context.engine.library).faults.length === 0 ? passage : notFound(context, []);
}

function base(context: Context, intent: Understanding["intent"]) {
  const { question, carriedOver } = context;
  return { lang: question.lang, question: question.raw, understanding: understand(question, intent, carriedOver), suggestions: [], memory: null };
}

function understand(question: Question, intent: Understanding["intent"], carriedOver: readonly string[]): Understanding {
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
