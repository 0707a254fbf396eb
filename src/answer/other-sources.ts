import type { FigureEntry, Library } from "../retrieval/library.ts";
import { readingFor } from "./engine.ts";
import { quotePassage } from "./quotes.ts";
import type { Quote, UiLang } from "./types.ts";

/** Share of the words of two figures' names that must agree for both to tell one fact. */
const ALIKE = 0.5;

/**
 * Passages of other articles that state the same facts as these figures: same value, unit and kind of change, periods that
 * do not contradict, names of much the same words. One quote an article, in the library's order.
 */
export function findAlsoIn(library: Library, entries: readonly FigureEntry[], lang: UiLang): Quote[] {
  const told = new Set(entries.map((e) => e.document.article.id));
  const quotes = new Map<string, Quote>();
  const { documents } = readingFor(library, lang);
  for (const entry of entries) {
    for (const other of library.figures) {
      const { id } = other.document.article;
      if (told.has(id) || quotes.has(id) || !documents.has(other.document) || !isSameFact(entry, other))
        continue;
      quotes.set(id, quotePassage(other.sentence, [other.figure.display]));
    }
  }
  return [...quotes.values()];
}

function isSameFact(a: FigureEntry, b: FigureEntry): boolean {
  const [x, y] = [a.figure, b.figure];
  if (
    String(x.value) !== String(y.value) ||
    x.unit !== y.unit ||
    x.kind !== y.kind ||
    x.change?.kind !== y.change?.kind
  )
    return false;
  if ((x.direction ?? y.direction) !== (y.direction ?? x.direction)) return false;
  if (x.period.to !== null && y.period.to !== null && x.period.to.slice(0, 4) !== y.period.to.slice(0, 4))
    return false;
  return shareOfWords(a, b) >= ALIKE;
}

/** Weight of the words that two names have in common, of the lighter name's. */
function shareOfWords(a: FigureEntry, b: FigureEntry): number {
  const weigh = (e: FigureEntry): number => e.metricWords.reduce((sum, w) => sum + w.weight, 0);
  const common = a.metricWords
    .filter((w) => b.metricWords.some((v) => v.form.includes(w.form) || w.form.includes(v.form)))
    .reduce((sum, w) => sum + w.weight, 0);
  const least = Math.min(weigh(a), weigh(b));
  return least === 0 ? (a.figure.metric === b.figure.metric ? 1 : 0) : common / least;
}
