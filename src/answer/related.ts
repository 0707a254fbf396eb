import type { FigureEntry } from "../retrieval/library.ts";
import type { Engine } from "./engine.ts";
import { newness } from "./match/periods.ts";
import { questionFor } from "./not-found.ts";
import { findNumbers } from "./number.ts";
import { parseQuestion } from "./question/parse.ts";
import type { Answer, Suggestion } from "./types.ts";

const MOST = 3;

/**
 * Questions beside an answer that are known to be answerable: the same measure at another time first, then what stands
 * around it. Each was asked of the engine and came back with the figure it is about.
 */
export function relatedTo(engine: Engine, answer: Answer): Suggestion[] {
  const entries = answeredEntries(engine, answer);
  const first = entries[0];
  if (!first) return [];
  const suggestions: Suggestion[] = [];
  for (const entry of [...otherTimes(engine, first), ...neighbours(first)]) {
    if (suggestions.length === MOST) break;
    if (entries.includes(entry)) continue;
    const question = questionFor(entry, answer.lang);
    if (
      question === "" ||
      suggestions.some((s) => s.question === question) ||
      !isAnswered(engine, question, entry, answer)
    )
      continue;
    suggestions.push({ label: question.slice(0, 40), question });
  }
  return suggestions;
}

function answeredEntries(engine: Engine, answer: Answer): FigureEntry[] {
  if (answer.kind !== "number" && answer.kind !== "comparison") {
    const quote = "quotes" in answer ? answer.quotes[0] : undefined;
    const document = quote ? engine.library.document(quote.articleId, quote.lang) : undefined;
    return (
      document?.figures
        .filter((e) => quote && e.figure.start >= quote.start && e.figure.end <= quote.end)
        .slice(0, 1) ?? []
    );
  }
  return answer.figures.flatMap(
    (f) =>
      engine.library.document(f.articleId, f.lang)?.figures.find((e) => e.figure.start === f.figure.start) ??
      [],
  );
}

/** Figures of the same measure and unit at other times, newest first. */
function otherTimes(engine: Engine, entry: FigureEntry): FigureEntry[] {
  const key = (e: FigureEntry): string =>
    `${e.document.article.lang} ${e.figure.unit} ${e.figure.direction} ${e.figure.change?.kind} ${e.metricWords.map((w) => w.form).join(" ")}`;
  return engine.library.figures
    .filter(
      (e) =>
        e !== entry &&
        e.metricWords.length > 0 &&
        key(e) === key(entry) &&
        e.figure.period.to !== entry.figure.period.to,
    )
    .sort((a, b) => (newness(a.figure.period) < newness(b.figure.period) ? 1 : -1));
}

/** Figures of the same section, nearest first. */
function neighbours(entry: FigureEntry): FigureEntry[] {
  const section = entry.sentence.passage.headings.join("\n");
  return entry.document.figures
    .filter(
      (e) => e !== entry && e.sentence.passage.headings.join("\n") === section && e.figure.kind !== "rank",
    )
    .sort((a, b) => Math.abs(a.index - entry.index) - Math.abs(b.index - entry.index));
}

function isAnswered(engine: Engine, question: string, entry: FigureEntry, answer: Answer): boolean {
  const quiet: Engine = { ...engine, note: () => {} };
  const { picks } = findNumbers(quiet, parseQuestion(question, engine.vocabulary, answer.lang));
  return picks.length === 1 && picks[0]?.entry === entry;
}
