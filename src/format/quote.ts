import type { Quote, Span, UiLang } from "../answer/types.ts";
import { cutEnd, windowAround } from "./cut.ts";
import { bold, concat, foldedQuote, join, link, plain, type Rich } from "./html.ts";
import { phrase } from "./phrases.ts";

/** Telegram keeps 100 entities a message; the rest of the reply needs a few. */
const MARKS_SHOWN = 40;

/** The quote as a folding block, what the answer rests on in bold; at most `limit` units, cut to a window around its marks. */
export function quoteBlock(quote: Quote, limit: number): Rich {
  const marks = innerMarks(quote);
  const [from, to] = windowAround(quote.text, marks[0]?.[0] ?? 0, marks.at(-1)?.[1] ?? 0, limit - 2);
  const inside = marks.filter(([start, end]) => start >= from && end <= to);
  const ends = [from > 0 ? "…" : "", to < quote.text.length ? "…" : ""] as const;
  return foldedQuote(concat([plain(ends[0]), marked(quote.text, inside, from, to), plain(ends[1])]));
}

/** The sentences before and after a quote, the quote itself in bold between them. */
export function contextBlock(before: string, quote: Quote, after: string, limit: number): Rich {
  const spare = Math.max(0, limit - quote.text.length - 2);
  const [fore, aft] = [
    cutStart(before.trim(), Math.floor(spare / 2)),
    cutEnd(after.trim(), Math.floor(spare / 2)),
  ];
  const middle = bold(plain(cutEnd(quote.text, limit)));
  return foldedQuote(
    concat([plain(spaced(fore, quote.lang, false)), middle, plain(spaced(aft, quote.lang, true))]),
  );
}

/** Title (linked), publisher and date, with the mark of a digest. */
export function sourceLine(quote: Quote, lang: UiLang): Rich {
  const key = quote.kind === "digest" ? "source-digest" : "source-original";
  const holder = "\u0001";
  const line = phrase(lang, key, {
    title: holder,
    publisher: cutEnd(quote.publisher, 100),
    date: quote.published,
  });
  const [head = "", tail = ""] = line.split(holder);
  return concat([plain(head), link(plain(cutEnd(quote.title, 160)), quote.url), plain(tail)]);
}

/** The other articles that say the same, each once. */
export function alsoInLine(quotes: readonly Quote[], lang: UiLang): Rich {
  const seen = new Set<string>();
  const entries = quotes
    .filter((q) => !seen.has(q.articleId) && seen.add(q.articleId))
    .slice(0, 4)
    .map((q) =>
      concat([
        link(plain(titled(q, lang)), q.url),
        plain(lang === "en" ? ` (${q.published})` : `（${q.published}）`),
      ]),
    );
  if (entries.length === 0) return plain("");
  const [head = "", tail = ""] = phrase(lang, "also-in", { list: "\u0001" }).split("\u0001");
  return concat([plain(head), join(entries, lang === "en" ? "; " : "；"), plain(tail)]);
}

const titled = (q: Quote, lang: UiLang): string =>
  lang === "en" ? `“${cutEnd(q.title, 80)}”` : `《${cutEnd(q.title, 80)}》`;

/** Marks as offsets of the quote's own text, in order, none overlapping. */
function innerMarks(quote: Quote): readonly Span[] {
  const inner = quote.marks
    .map(
      ([start, end]): Span => [
        Math.max(0, start - quote.start),
        Math.min(quote.text.length, end - quote.start),
      ],
    )
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0]);
  const apart = inner.filter(([start], i) => i === 0 || start >= (inner[i - 1]?.[1] ?? 0));
  return apart.slice(0, MARKS_SHOWN);
}

function marked(text: string, marks: readonly Span[], from: number, to: number): Rich {
  const parts: Rich[] = [];
  let at = from;
  for (const [start, end] of marks) {
    parts.push(plain(text.slice(at, start)), bold(plain(text.slice(start, end))));
    at = end;
  }
  return concat([...parts, plain(text.slice(at, to))]);
}

const cutStart = (text: string, limit: number): string => {
  const [from] = windowAround(text, text.length, text.length, Math.max(0, limit - 1));
  return text.length <= limit ? text : `…${text.slice(from)}`;
};

const spaced = (text: string, lang: "zh" | "en", before: boolean): string =>
  text === "" || lang === "zh" ? text : before ? ` ${text}` : `${text} `;
