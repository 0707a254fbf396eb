import type { FigureEntry, Library, Sentence } from "../retrieval/library.ts";
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

/** Whether a text is the one to answer from: its article's text in the asker's language where there is one. */
export function isPreferredText(
  library: Library,
  entry: { readonly document: { readonly article: { readonly id: string; readonly lang: "zh" | "en" } } },
  lang: UiLang,
): boolean {
  const wanted = lang === "en" ? "en" : "zh";
  const { id, lang: own } = entry.document.article;
  return own === wanted || !library.languages(id).includes(wanted);
}

/** The figures that share words with the terms, in the asker's language where their article has it. */
export function findFigures(engine: Engine, terms: readonly Term[], lang: UiLang): FigureEntry[] {
  return engine.library.figureIndex
    .search(searchTerms(terms), CANDIDATES * 2)
    .map((hit) => engine.library.figures[hit.id])
    .filter(
      (entry): entry is FigureEntry => entry !== undefined && isPreferredText(engine.library, entry, lang),
    )
    .slice(0, CANDIDATES);
}

/** The sentences that share words with the terms, with the index's score. */
export function findSentences(
  engine: Engine,
  terms: readonly Term[],
  lang: UiLang,
): { sentence: Sentence; score: number }[] {
  return engine.library.sentenceIndex
    .search(searchTerms(terms), CANDIDATES * 2)
    .flatMap((hit) => {
      const sentence = engine.library.sentences[hit.id];
      return sentence && isPreferredText(engine.library, sentence, lang)
        ? [{ sentence, score: hit.score }]
        : [];
    })
    .slice(0, CANDIDATES);
}

/** All words that may stand for the terms; those of the glossary count by how certainly they do. */
const searchTerms = (terms: readonly Term[]): WeightedTerm[] =>
  terms.flatMap((term) =>
    term.alternates.map((a) => ({
      text: a.text.replaceAll("⇄", "进出口").replaceAll("⇆", ""),
      weight: a.weight * Math.min(1.5, term.weight / 3),
    })),
  );
