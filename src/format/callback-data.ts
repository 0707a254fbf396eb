import type { Quote, Span } from "../answer/types.ts";
import { packText } from "./packed-text.ts";
import { packNumbers, unpackNumbers } from "./varints.ts";

/** Telegram's bound on a button's data, in bytes; all of ours are ASCII. */
export const CALLBACK_LIMIT = 64;

/** A quote, as far as it fits a button: the rest is read from the library again. */
export interface QuoteRef {
  /** Index of the article among the library's ids in order. */
  readonly article: number;
  readonly lang: "zh" | "en";
  readonly start: number;
  readonly end: number;
  /** Spans of the body, as in the quote. */
  readonly marks: readonly Span[];
}

/** What a button that turns pages carries. */
export interface PageData {
  /** Show the sentences around the quote. */
  readonly context: boolean;
  /** The one who may press it; 0 for everyone. */
  readonly asker: number;
  readonly page: number;
  readonly quotes: readonly QuoteRef[];
}

/** What a button that draws carries. */
export interface ChartData {
  /** The one who may press it; 0 for everyone. */
  readonly asker: number;
  /** The question that leads to the chart, packed; or the hash under which the chart is kept. */
  readonly token: string;
}

/** What a pressed button says. */
export type Pressed =
  | { readonly kind: "page"; readonly data: PageData }
  | { readonly kind: "chart"; readonly data: ChartData }
  | { readonly kind: "vote"; readonly up: boolean }
  | { readonly kind: "ask"; readonly token: string; readonly fresh: boolean }
  | { readonly kind: "sources" | "coverage" | "conflicts"; readonly page: number }
  | { readonly kind: "language"; readonly choice: string }
  | { readonly kind: "change" }
  | { readonly kind: "outdated" };

/** Four characters that change with the version of the knowledge. */
export function versionTag(version: string): string {
  let hash = 0x811c9dc5;
  for (const char of version) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash % 32 ** 4).toString(32).padStart(4, "0");
}

/**
 * Data of a page button: as many quotes, and of each as many marks, as fit 64 bytes. Undefined where not even one quote
 * fits, or the page that is meant does not.
 */
export function packPage(data: PageData, version: string): string | undefined {
  for (let quotes = data.quotes.length; quotes > data.page; quotes--) {
    for (let marks = 3; marks >= 0; marks--) {
      const packed = `${data.context ? "c" : "q"}${versionTag(version)}${packNumbers(pageNumbers(data, quotes, marks))}`;
      if (packed.length <= CALLBACK_LIMIT) return packed;
    }
  }
  return undefined;
}

function pageNumbers(data: PageData, quotes: number, marks: number): readonly number[] {
  const refs = data.quotes.slice(0, quotes).flatMap((q) => {
    const kept = q.marks.filter(([start, end]) => start >= q.start && start <= end).slice(0, marks);
    const spans = kept.flatMap(([start, end]) => [start - q.start, end - start]);
    return [q.article * 2 + (q.lang === "en" ? 1 : 0), q.start, q.end - q.start, kept.length, ...spans];
  });
  return [data.asker, data.page, ...refs];
}

/** Reads a button's data; `outdated` for pages of another version and for whatever is not ours. */
export function readPressed(data: string, version: string): Pressed {
  const rest = data.slice(1);
  switch (data.charAt(0)) {
    case "q":
    case "c":
      return readPage(data.startsWith("c"), rest, version);
    case "u":
    case "d":
      return { kind: "vote", up: data.startsWith("u") };
    case "a":
    case "f":
      return { kind: "ask", token: rest, fresh: data.startsWith("f") };
    case "g":
      return readChart(rest, version);
    case "s":
      return { kind: "sources", page: readNumber(rest) };
    case "k":
      return { kind: "coverage", page: readNumber(rest) };
    case "n":
      return { kind: "conflicts", page: readNumber(rest) };
    case "l":
      return { kind: "language", choice: rest };
    case "x":
      return { kind: "change" };
    default:
      return { kind: "outdated" };
  }
}

const readNumber = (text: string): number => Math.max(0, Number.parseInt(text, 10) || 0);

/** Data of a button that draws; `token` is what {@link chartToken} gives, or a hash. */
export const packChart = ({ asker, token }: ChartData, version: string): string =>
  `g${versionTag(version)}${packNumbers([asker])}.${token}`;

/** The question packed for {@link packChart}; undefined where it does not fit beside the asker. */
export const chartToken = (question: string, asker: number): string | undefined =>
  packText(question, CALLBACK_LIMIT - packChart({ asker, token: "" }, "").length);

function readChart(rest: string, version: string): Pressed {
  const [number = "", token = ""] = rest.slice(4).split(".");
  const [asker, ...more] = unpackNumbers(number) ?? [];
  if (rest.slice(0, 4) !== versionTag(version) || asker === undefined || more.length > 0 || token === "")
    return { kind: "outdated" };
  return { kind: "chart", data: { asker, token } };
}

function readPage(context: boolean, rest: string, version: string): Pressed {
  const numbers = unpackNumbers(rest.slice(4));
  if (rest.slice(0, 4) !== versionTag(version) || numbers === undefined) return { kind: "outdated" };
  const [asker = 0, page = 0, ...packed] = numbers;
  const quotes = readRefs(packed);
  return page < quotes.length
    ? { kind: "page", data: { context, asker, page, quotes } }
    : { kind: "outdated" };
}

function readRefs(numbers: readonly number[]): readonly QuoteRef[] {
  const refs: QuoteRef[] = [];
  for (let i = 0; i + 3 < numbers.length; ) {
    const [name = 0, start = 0, length = 0, count = 0] = numbers.slice(i, i + 4);
    const spans = numbers.slice(i + 4, i + 4 + 2 * count);
    const marks: Span[] = [];
    for (let k = 0; k + 1 < spans.length; k += 2) {
      marks.push([start + (spans[k] ?? 0), start + (spans[k] ?? 0) + (spans[k + 1] ?? 0)]);
    }
    refs.push({
      article: Math.floor(name / 2),
      lang: name % 2 === 1 ? "en" : "zh",
      start,
      end: start + length,
      marks,
    });
    i += 4 + 2 * count;
  }
  return refs;
}

/** The short form of a quote; undefined where its article is not among `ids`. */
export function refOf(quote: Quote, ids: readonly string[]): QuoteRef | undefined {
  const article = ids.indexOf(quote.articleId);
  if (article < 0) return undefined;
  return { article, lang: quote.lang, start: quote.start, end: quote.end, marks: quote.marks };
}
