import type { Sentence } from "../retrieval/library.ts";
import { type Engine, findSentences } from "./engine.ts";
import { coverTerms, matchTerm } from "./match/zones.ts";
import type { Question, Term } from "./question/question.ts";
import { quotePassage } from "./quotes.ts";
import type { HeadlinePart, Quote } from "./types.ts";

export interface SentenceCandidate {
  readonly sentence: Sentence;
  readonly score: number;
  readonly coverage: number;
  readonly missing: number;
}

/** Coverage below which sentences are not taken for an answer. */
export const ENOUGH_WORDS = 0.42;
/** Characters of a headline made of sentences, about three lines on a phone. */
const HEADLINE = { zh: 150, en: 360 } as const;

/** What a question word asks for, and the shape of a sentence that tells it. */
const SHAPES: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  { asked: /谁|哪位|边个|\bwho\b|\bwhom\b/, told: /表示|介绍|指出|认为|说|署长|处长|司长|经理|负责人|\bsaid\b|\bminister\b|\bdirector\b/ },
  { asked: /为什么|为何|点解|原因|为啥|\bwhy\b/, told: /因为|由于|为了|以便|受.{1,20}影响|导致|\bbecause\b|\bdue to\b|\bin order to\b|\bso that\b/ },
  { asked: /几月几|哪一?[年天月]|什么时候|何时|\bwhen\b|\bwhat (?:date|day|year|month)\b/, told: /\d{1,2}月\d{1,2}日|(?:19|20)\d{2}年|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/ },
  { asked: /目标|goal|aim/, told: /目标|goal|aim/ },
];

/** Sentences that may answer, best first: by how much of the question they cover, then by the index's own score. */
export function rankSentences(engine: Engine, question: Question): SentenceCandidate[] {
  const shape = SHAPES.filter((s) => s.asked.test(question.folded));
  const topical = question.terms.some(isTopical);
  const found = findSentences(engine, question.terms, question.lang);
  const top = found[0]?.score ?? 1;
  return found
    .map(({ sentence, score }) => {
      const cover = coverTerms(question.terms, sentence.around);
      const shaped = shape.some((s) => s.told.test(sentence.text)) ? 0.06 : 0;
      const periods = question.periods.some((p) => p.from && !p.from.startsWith("--") && sentence.text.includes(p.from.slice(0, 4))) ? 0.05 : 0;
      const onTopic = !topical || question.terms.some((t) => isTopical(t) && matchTerm(t, sentence.around) >= 0.45);
      const absent = (onTopic ? 0 : 1) + cover.missing.filter((t) => t.kind === "name" || t.kind === "place" || (t.absent && t.noun && t.text.length > 1)).length;
      return { sentence, coverage: cover.score, missing: absent, score: cover.score + 0.12 * (score / top) + shaped + periods };
    })
    .sort((a, b) => b.score - a.score || a.sentence.id - b.sentence.id);
}

/** A word that names a topic rather than a place, an office or something done. */
const isTopical = (t: Term): boolean => t.kind !== "place" && t.kind !== "body" && t.kind !== "act" && !t.general && t.weight >= 1.5;

export interface ToldPassage {
  readonly headline: HeadlinePart[];
  readonly quotes: readonly [Quote, ...Quote[]];
}

/** The answering sentence, and the next one of its passage where it is as good, with up to three quotes from different passages. */
export function tellPassage(candidates: readonly [SentenceCandidate, ...SentenceCandidate[]], quoteCount = 3): ToldPassage {
  const best = candidates[0];
  const passages: { sentence: Sentence; marks: [number, number][] }[] = [];
  for (const candidate of candidates) {
    const { sentence } = candidate;
    const known = passages.find((p) => p.sentence.passage === sentence.passage);
    if (known) {
      if (candidate.coverage > best.coverage - 0.12 && known.marks.length < 2) known.marks.push([sentence.start, sentence.end]);
    } else if (passages.length < quoteCount && (passages.length === 0 || candidate.coverage > Math.max(ENOUGH_WORDS, best.coverage - 0.25))) {
      passages.push({ sentence, marks: [[sentence.start, sentence.end]] });
    }
  }
  const quotes = passages.map((p) => quotePassage(p.sentence, p.marks));
  return { headline: sentencesOf(best.sentence), quotes: quotes as [Quote, ...Quote[]] };
}

/** A sentence as a headline: its figures are marked as such, so that the gate can find each in the quote. */
function sentencesOf(sentence: Sentence): HeadlinePart[] {
  const { body, lang } = sentence.document.article;
  const text = body.slice(sentence.start, sentence.end);
  const most = HEADLINE[lang];
  const end = text.length <= most ? sentence.end : sentence.start + cutAtClause(text, most);
  return [{ kind: "figure", text: body.slice(sentence.start, end) + (end < sentence.end ? "…" : ""), quote: 0, span: [sentence.start, end] }];
}

/** The last clause end within the limit, else the limit itself. */
function cutAtClause(text: string, most: number): number {
  const part = text.slice(0, most);
  const at = Math.max(part.lastIndexOf("，"), part.lastIndexOf("；"), part.lastIndexOf(", "), part.lastIndexOf("; "));
  return at > most / 2 ? at : most;
}
