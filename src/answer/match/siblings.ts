import type { FigureEntry } from "../../retrieval/library.ts";
import type { Term } from "../question/question.ts";
import { remembering } from "./memo.ts";
import { type Coverage, coverOf, matchTerm } from "./zones.ts";

/** What a word still says for a figure when it names the figure beside it: in the same sentence, hardly more than the heading. */
const BESIDES = 0.4;

/**
 * How well a term speaks for a figure: as {@link matchTerm}, but a word that names another figure of the same unit in the
 * sentence, and not this one, is that one's: of 赤礁、松屏分别查扣6420吨和3875吨 only the second is of 松屏.
 */
export function matchFigure(term: Term, entry: FigureEntry): number {
  const match = matchTerm(term, entry.around);
  return match > BESIDES && namesSibling(term, entry) ? BESIDES : match;
}

/** How well the terms of a question are covered around a figure. */
export const coverFigure = (terms: readonly Term[], entry: FigureEntry): Coverage =>
  coverOf(terms, (term) => matchFigure(term, entry));

const siblingsOf = new WeakMap<FigureEntry, readonly FigureEntry[]>();

/** The other figures of the sentence with the same kind and unit. */
function siblings(entry: FigureEntry): readonly FigureEntry[] {
  let found = siblingsOf.get(entry);
  if (!found) {
    const { kind, unit } = entry.figure;
    found = entry.document.figures.filter(
      (e) => e.sentence === entry.sentence && e !== entry && e.figure.kind === kind && e.figure.unit === unit,
    );
    siblingsOf.set(entry, found);
  }
  return found;
}

const namesSibling = remembering((term: Term, entry: FigureEntry): boolean => {
  const others = siblings(entry);
  // 原有24项，取消15项: a figure that a verb alone names is of the thing named before.
  if (others.length === 0 || entry.metricWords.every((w) => !w.noun)) return false;
  const names = (e: FigureEntry): boolean =>
    term.alternates.some((a) => a.weight >= 0.7 && a.text.length > 1 && e.around.metric.includes(a.text));
  return !names(entry) && others.some(names);
});
