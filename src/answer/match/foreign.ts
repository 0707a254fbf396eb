import type { FigureEntry } from "../../retrieval/library.ts";
import type { Term } from "../question/question.ts";
import { remembering } from "./memo.ts";

/** How much of a figure's name the question does not have (0–1), and whether that is a thing of its own: 保税维修 before 进出口. */
export function foreignShare(
  entry: FigureEntry,
  terms: readonly Term[],
): { readonly share: number; readonly qualified: boolean } {
  const covered = terms.reduce((mask, term) => mask | coveredWords(term, entry), 0);
  let extra = 0;
  let total = 0;
  let heaviest = 0;
  entry.metricWords.forEach((word, i) => {
    total += word.weight;
    if (covered & (1 << i)) return;
    extra += word.weight;
    if (word.noun) heaviest = Math.max(heaviest, word.weight);
  });
  return { share: total > 0 ? extra / total : 0, qualified: heaviest >= QUALIFIER };
}

/** Which words of a figure's name a term stands for, one bit a word. */
const coveredWords = remembering((term: Term, entry: FigureEntry): number =>
  entry.metricWords
    .slice(0, 30)
    .reduce(
      (mask, word, i) =>
        term.alternates.some((a) => names(a.text.trim(), word.form.trim())) ? mask | (1 << i) : mask,
      0,
    ),
);

/** One word is the other, or most of it: 综保区 is not 贸易 though 自由贸易试验区 holds it. */
const names = (said: string, own: string): boolean =>
  said.includes(own) || (own.includes(said) && said.length * 2 >= own.length);

/** Rarity from which a word of a figure's name makes it another measure rather than the same one said at length. */
const QUALIFIER = 3.1;
