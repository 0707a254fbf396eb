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
    if (BARE.test(word.form)) return;
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

/** Words of a name that name nothing: 实现进出口总值 is 进出口. */
const BARE = /^(?:实现|完成|达到|达|总值|总额|总量)$/;

/** Kinds of trade are not trade as such. */
const TRADE_KIND = /^(?:一般|加工|服务|边境|边民|小额|易货|转口|数字|过境|技术|保税|内外|国内|国际服务)贸易$/;

/** One word is the other, or most of it: 综保区 is not 贸易 though 自由贸易试验区 holds it. */
const names = (said: string, own: string): boolean =>
  said.includes(own) || (!TRADE_KIND.test(own) && own.includes(said) && said.length * 2 >= own.length);

/** Rarity from which a word of a figure's name makes it another measure rather than the same one said at length. */
const QUALIFIER = 3.1;
