import { chatReply, isInjection, readChat } from "./chat.ts";
import type { Engine } from "./engine.ts";
import { findComparison, tellComparison } from "./comparison/compare.ts";
import { checkAnswer } from "./gate.ts";
import { isBase } from "./match/periods.ts";
import { matchTerm } from "./match/zones.ts";
import { explainMissing, sayMissing, suggestNear } from "./not-found.ts";
import { findNumbers, type NumberFinding, tellFigures } from "./number.ts";
import { ENOUGH_WORDS, rankSentences, type SentenceCandidate, tellPassage } from "./passage.ts";
import { parseQuestion } from "./question/parse.ts";
import type { Question } from "./question/question.ts";
import type { Answer, Memory, UiLang, Understanding } from "./types.ts";
import type { Candidate } from "./match/figures.ts";
import type { FigureEntry } from "../retrieval/library.ts";

export interface Turn {
  readonly text: string;
  readonly lang: UiLang;
  readonly memory: Memory | null;
}

/** The answer to one message: chat, number, comparison, passage or not found, checked by the gate before it leaves. */
export function answerTurn(engine: Engine, turn: Turn): Answer {
  const question = parseQuestion(turn.text, engine.vocabulary, turn.lang);
  explainQuestion(engine, question);
  const answer = answerQuestion(engine, question);
  const { faults } = checkAnswer(answer, engine.library);
  for (const fault of faults) engine.note(`gate: ${fault}`);
  return faults.length === 0 ? answer : withoutFigures(engine, question);
}

function answerQuestion(engine: Engine, question: Question): Answer {
  const topic = readChat(question.folded);
  if (topic) return { ...base(question, "chat"), kind: "chat", topic, headline: [{ kind: "text", text: chatReply(topic, question.lang) }] };
  if (isInjection(question.folded) || question.terms.length === 0) return notFound(question, [[]]);
  const dated = question.aspect === "date";
  if (question.wantsPassage || dated) return answerPassage(engine, question) ?? notFound(question, []);
  const numbers = findNumbers(engine, question);
  explainNumbers(engine, numbers);
  if (question.comparison !== null || question.periods.length > 1) {
    const stated = statedResult(question, numbers);
    if (stated) return numberAnswer(question, [stated]);
    const comparison = findComparison(engine, question);
    if (comparison) return tellComparison(question, comparison, base(question, "comparison"));
  }
  if (numbers.picks.every((p) => p !== undefined)) return numberAnswer(question, numbers.picks as Candidate[]);
  if (question.asks.length === 0) return answerPassage(engine, question) ?? notFound(question, numbers.ranked);
  return notFound(question, numbers.ranked);
}

/** A result that the source itself states is quoted rather than computed: a gap, a share, a growth against the asked base. */
function statedResult(question: Question, numbers: NumberFinding): Candidate | undefined {
  const pick = numbers.picks[0];
  if (numbers.picks.length !== 1 || !pick || pick.coverage < 0.68) return undefined;
  const { figure } = pick.entry;
  const unmet = question.terms.some((t) => t.weight >= 1.5 && t.kind !== "act" && matchTerm(t, pick.entry.around) < 0.5);
  if (unmet) return undefined;
  if (figure.change?.kind === "gap") return pick;
  const base = numbers.wanted[0]?.base;
  if (base) return isBase(base, figure) ? pick : undefined;
  if (question.periods.length > 1) return undefined;
  if (question.changeBase !== null && figure.change?.kind === question.changeBase && question.terms.length > 0 && question.comparison !== "which") return pick;
  if (question.comparison === "share") return figure.agg === "ratio" && figure.change === null ? pick : undefined;
  const single = question.comparison === "difference" || question.comparison === "percent_change";
  return single && figure.change !== null && !["which"].includes(question.comparison ?? "") && pick.coverage > 0.8 ? pick : undefined;
}

function numberAnswer(question: Question, picks: readonly Candidate[]): Answer {
  const entries = picks.map((p) => p.entry) as [FigureEntry, ...FigureEntry[]];
  const told = tellFigures(entries, question.lang);
  return { ...base(question, "number"), kind: "number", ...told, alsoIn: [] };
}

function answerPassage(engine: Engine, question: Question): Answer | undefined {
  const ranked = rankSentences(engine, question);
  for (const c of ranked.slice(0, 5)) engine.note(`sentence ${c.score.toFixed(2)} coverage ${c.coverage.toFixed(2)} ${c.sentence.document.article.id} ${c.sentence.text.slice(0, 60)}`);
  const kept = ranked.filter((c) => c.coverage >= ENOUGH_WORDS && c.missing === 0);
  if (kept.length === 0) return undefined;
  return { ...base(question, "passage"), kind: "passage", ...tellPassage(kept as [SentenceCandidate, ...SentenceCandidate[]]), alsoIn: [] };
}

function notFound(question: Question, ranked: readonly (readonly Candidate[])[]): Answer {
  const { missing, near } = explainMissing(question, ranked);
  return { ...base(question, "number"), kind: "notFound", missing, headline: sayMissing(missing, near, question.lang), suggestions: suggestNear(near, question.lang) };
}

/** What failed the gate is not sent: the plain passage is, or nothing. */
function withoutFigures(engine: Engine, question: Question): Answer {
  const passage = answerPassage(engine, question);
  return passage && checkAnswer(passage, engine.library).faults.length === 0 ? passage : notFound(question, []);
}

function base(question: Question, intent: Understanding["intent"]) {
  return {
    lang: question.lang,
    question: question.raw,
    understanding: understand(question, intent),
    suggestions: [],
    memory: null,
  };
}

function understand(question: Question, intent: Understanding["intent"]): Understanding {
  return {
    intent,
    topic: question.terms.filter((t) => t.kind !== "act").map((t) => t.text),
    periods: question.periods.map(({ text, from, to, implicit }) => ({ text, from, to, implicit })),
    places: question.terms.filter((t) => t.kind === "place").map((t) => t.text),
    direction: question.directions[0]?.direction ?? null,
    carriedOver: [],
    assumed: [],
  };
}

function explainQuestion(engine: Engine, q: Question): void {
  engine.note(`question ${q.lang} aspect ${q.aspect}${q.comparison ? ` comparison ${q.comparison}` : ""}${q.national ? " national" : ""}${q.wantsPassage ? " passage" : ""}`);
  engine.note(`periods ${q.periods.map((p) => `${p.text} [${p.from}..${p.to}]`).join(" ") || "none"}; asks ${q.asks.map((a) => `${q.folded.slice(...a.span)} <${a.wants} ${a.unit}${a.noun}>`).join(" ") || "none"}`);
  engine.note(`terms ${q.terms.map((t) => `${t.text}/${t.kind}${t.absent ? "!" : ""} ${t.weight.toFixed(1)}`).join(", ")}${q.corrections.length > 0 ? `; read ${q.corrections.join(", ")}` : ""}`);
}

function explainNumbers(engine: Engine, finding: NumberFinding): void {
  finding.ranked.forEach((list, i) => {
    engine.note(`ask ${i + 1}: ${finding.wanted[i]?.terms.map((t) => t.text).join(" ")}`);
    for (const c of list.slice(0, 8)) {
      const f = c.entry.figure;
      engine.note(`  ${c.score.toFixed(2)} coverage ${c.coverage.toFixed(2)} ${c.dropped ? `dropped: ${c.dropped}` : "kept"} ${c.entry.document.article.id}.${c.entry.document.article.lang} ${f.text} [${f.kind} ${f.agg} ${f.period.from}..${f.period.to}${f.period.implicit ? "~" : ""} ${f.direction ?? ""} ${f.entity ?? ""}] ${f.metric} missing ${c.missing.map((t) => t.text).join(" ")}`);
    }
  });
}
