import { simplify } from "../text/fold.ts";
import { createSegmenter, type Segmenter, type Word } from "../text/words.ts";

let segmenter: Segmenter | undefined;

/** The Chinese and Latin words of a text with their spans; the dictionary is loaded at the first use (a quarter of a second). */
export function wordsOf(text: string): Word[] {
  segmenter ??= createSegmenter();
  return segmenter.words(simplify(text));
}
