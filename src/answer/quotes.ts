import type { Span } from "../figures/figure.ts";
import type { Document, FigureEntry, Sentence } from "../retrieval/library.ts";
import type { Quote } from "./types.ts";

/** A verbatim quote of a document's body with the spans that the answer rests on. */
export function makeQuote(document: Document, start: number, end: number, marks: readonly Span[]): Quote {
  const { article } = document;
  return {
    articleId: article.id,
    lang: article.lang,
    kind: article.kind,
    title: article.title,
    publisher: article.publisher,
    published: article.published,
    ...(article.url ? { url: article.url } : {}),
    start,
    end,
    text: article.body.slice(start, end),
    marks: [...marks].sort((a, b) => a[0] - b[0]),
  };
}

/** The passage around a sentence, with marks. */
export const quotePassage = (sentence: Sentence, marks: readonly Span[]): Quote =>
  makeQuote(sentence.document, sentence.passage.start, sentence.passage.end, marks);

/** One quote a passage, in the order of the figures; a passage that holds several figures marks them all. */
export function quoteFigures(entries: readonly FigureEntry[]): { quotes: Quote[]; quoteOf: number[] } {
  const passages: { key: string; sentence: Sentence; marks: Span[] }[] = [];
  const quoteOf = entries.map((entry) => {
    const { passage } = entry.sentence;
    const key = `${passage.articleId}.${passage.lang}.${passage.start}`;
    let at = passages.findIndex((p) => p.key === key);
    if (at < 0) at = passages.push({ key, sentence: entry.sentence, marks: [] }) - 1;
    passages[at]?.marks.push([entry.figure.display[0], entry.figure.display[1]]);
    return at;
  });
  return { quotes: passages.map((p) => quotePassage(p.sentence, p.marks)), quoteOf };
}
