import type { FigureEntry, Library, Reading, Sentence } from "../retrieval/library.ts";
import type { WeightedTerm } from "../retrieval/text-index.ts";
import type { Vocabulary } from "../retrieval/vocabulary.ts";
import type { Term } from "./question/question.ts";
import type { UiLang } from "./types.ts";

/** What answering needs: the library, its words, and a place to say how it went (for `--explain`). */
export interface Engine {
  readonly library: Library;
  readonly vocabulary: Vocabulary;
  readonly note: (line: string) => void;
}

/** Figures and sentences that are looked at for one question; more changed no answer on the development questions. */
const CANDIDATES = 160;

/** What an asker is answered from. */
export const readingFor = (library: Library, lang: UiLang): Reading =>
  library.readings[lang === "en" ? "en" : "zh"];

/** The figures that share words with the terms, in the asker's language where their article has it. */
export function findFigures(engine: Engine, terms: readonly Term[], lang: UiLang): FigureEntry[] {
  const { library } = engine;
  return readingFor(library, lang)
    .figureIndex.search(searchTerms(terms), CANDIDATES)
    .flatMap((hit) => library.figures[hit.id] ?? []);
}

/** The sentences that share words with the terms, with the index's score. */
export function findSentences(
  engine: Engine,
  terms: readonly Term[],
  lang: UiLang,
): { sentence: Sentence; score: number }[] {
  const { library } = engine;
  return readingFor(library, lang)
    .sentenceIndex.search(searchTerms(terms), CANDIDATES)
    .flatMap(({ id, score }) => {
      const sentence = library.sentences[id];
      return sentence ? [{ sentence, score }] : [];
    });
}

/** All words that may stand for the terms; those of the glossary count by how certainly they do. */
const searchTerms = (terms: readonly Term[]): WeightedTerm[] =>
  terms.flatMap((term) =>
    term.alternates.map((a) => ({
      text: a.text.replaceAll("⇄", "进出口").replaceAll("⇆", ""),
      weight: a.weight * Math.min(1.5, term.weight / 3),
    })),
  );
