import type { Figure, Quote, Span } from "../../src/answer/types.ts";
import { plainFigure } from "./plain-figure.ts";

/** Two invented articles, so that what the bot does with an answer can be tested apart from how answers are found. */
interface TinyArticle {
  readonly id: string;
  readonly lang: "zh" | "en";
  readonly kind: "digest" | "original";
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url?: string;
  readonly body: string;
}

export const TINY_ARTICLES: readonly TinyArticle[] = [
  {
    id: "lighthouse-2021",
    lang: "zh",
    kind: "digest",
    title: "云岛港的一年 <年报>",
    publisher: "云岛日报",
    published: "2021-03-01",
    url: "https://example.org/harbour?year=2020&page=1",
    body:
      "云岛港在海湾的北面。2020年，云岛港吞吐量达80.5万箱，比上年增长3%。港口新添两座吊机。" +
      "港务局长林远说，码头工人是最大的功臣。夜航灯塔也在这一年点亮。",
  },
  {
    id: "lighthouse-2021",
    lang: "en",
    kind: "digest",
    title: "A year at Cloud Island harbour",
    publisher: "Cloud Island Daily",
    published: "2021-03-01",
    url: "https://example.org/harbour?year=2020&page=1",
    body: "In 2020 the harbour moved 805,000 containers, 3 percent more than a year before. Two cranes were added.",
  },
  {
    id: "lighthouse-2024",
    lang: "zh",
    kind: "original",
    title: "灯塔下的三年",
    publisher: "海湾周刊",
    published: "2024-02",
    body: "三年过去了。2023年，云岛港吞吐量超过120万箱。每天有四十班渡轮进出。渡轮公司打算再买三艘新船。",
  },
];

/** The quote of `words` in an article, marked at each of `marks`. */
export function tinyQuote(id: string, lang: "zh" | "en", words: string, marks: readonly string[]): Quote {
  const article = TINY_ARTICLES.find((a) => a.id === id && a.lang === lang);
  if (article === undefined) throw new RangeError(`no article ${id}`);
  const { body, ...source } = article;
  const start = body.indexOf(words);
  if (start < 0) throw new RangeError(`${words} does not stand in ${id}`);
  const spanOf = (mark: string): Span => [body.indexOf(mark, start), body.indexOf(mark, start) + mark.length];
  const { id: articleId, url, ...rest } = source;
  return {
    articleId,
    ...rest,
    ...(url === undefined ? {} : { url }),
    start,
    end: start + words.length,
    text: words,
    marks: marks.map(spanOf),
  };
}

/** A figure of one year, as far as the layout looks at it. */
export const tinyFigure = (text: string, value: number, year: string): Figure =>
  plainFigure(text, value, {
    entity: "云岛港",
    period: { text: `${year}年`, from: year, to: year, implicit: false },
  });
