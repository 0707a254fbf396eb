import type { AskInput, Assistant } from "../../src/answer/assistant-api.ts";
import type { Answer, HeadlinePart, Memory, Quote, UiLang, Understanding } from "../../src/answer/types.ts";
import { detectLanguage } from "../../src/text/script.ts";
import { TINY_ARTICLES, tinyFigure, tinyQuote } from "./tiny-library.ts";

const QUOTES = {
  y2020: tinyQuote("lighthouse-2021", "zh", "2020年，云岛港吞吐量达80.5万箱，比上年增长3%。", ["80.5万箱"]),
  y2023: tinyQuote("lighthouse-2024", "zh", "2023年，云岛港吞吐量超过120万箱。", ["超过120万箱"]),
  who: tinyQuote("lighthouse-2021", "zh", "港务局长林远说，码头工人是最大的功臣。", ["港务局长林远说"]),
  english: tinyQuote(
    "lighthouse-2021",
    "en",
    "In 2020 the harbour moved 805,000 containers, 3 percent more than a year before.",
    ["805,000 containers"],
  ),
};

const COMPARE = { label: "与2020年相比", question: "2023年吞吐量与2020年相比" };

/**
 * An assistant that knows a handful of questions by their words: 吞吐 (and throughput) is a number, 相比 a comparison, 谁 a
 * passage, 哪个 asks back, 你好 is small talk, 出错 fails, and the rest is not found. 那2020年呢 needs an earlier turn.
 */
export function tinyAssistant(version = "tiny0001"): Assistant {
  const ask = (input: AskInput): Answer => answerTiny(input);
  return {
    version,
    ask,
    explain: (input) => ({ answer: ask(input), trace: [] }),
    search: (text, { offset, limit }) => {
      const found = text.includes("港") || text.includes("吞吐") ? manyQuotes() : [];
      return { quotes: found.slice(offset, offset + limit), more: found.length > offset + limit };
    },
    around: ({ articleId, lang, start, end }, sentences) => {
      const article = TINY_ARTICLES.find((a) => a.id === articleId && a.lang === lang);
      if (article === undefined || end > article.body.length) return undefined;
      const quote = tinyQuote(articleId, lang, article.body.slice(start, end), []);
      const wide = sentences === 0 ? 0 : 1000;
      return {
        before: article.body.slice(Math.max(0, start - wide), start),
        quote,
        after: article.body.slice(end, end + wide),
      };
    },
    examples: (lang) =>
      lang === "en" ? ["What was the throughput?"] : ["2023年吞吐量是多少？", "谁是功臣？"],
    articles: (lang) =>
      ["lighthouse-2024", "lighthouse-2021"].flatMap((id) => {
        const texts = TINY_ARTICLES.filter((a) => a.id === id);
        const shown = texts.find((a) => (a.lang === "en") === (lang === "en")) ?? texts[0];
        if (shown === undefined) return [];
        const { body: _, lang: __, ...summary } = shown;
        return [{ ...summary, langs: texts.map((a) => a.lang) }];
      }),
    languageOf: detectLanguage,
  };
}

/** Fifteen quotes, one a character longer than the next: two pages of inline results. */
const manyQuotes = (): Quote[] =>
  Array.from({ length: 15 }, (_, i) => ({
    ...QUOTES.y2020,
    end: QUOTES.y2020.end - i,
    text: QUOTES.y2020.text.slice(0, QUOTES.y2020.text.length - i),
  }));

function answerTiny(input: AskInput): Answer {
  const { text } = input;
  const lang = detectLanguage(text) ?? input.lang ?? "zh-Hans";
  if (text.includes("出错")) throw new Error("the engine broke");
  if (/你好|hello/i.test(text)) {
    return {
      kind: "chat",
      topic: "greeting",
      headline: words(lang === "en" ? "Hello." : "你好。"),
      ...base(input, lang, "chat"),
    };
  }
  if (/哪个|哪個/.test(text)) {
    const options = ["2020年吞吐量是多少？", "2023年吞吐量是多少？"].map((question) => ({
      label: question.slice(0, 5),
      question,
    }));
    return { kind: "clarify", headline: words("问的是哪一年？"), options, ...base(input, lang, "number") };
  }
  if (/相比|比較/.test(text)) return comparison(input, lang);
  if (text.includes("谁") || text.includes("誰")) return passage(input, lang);
  if (/吞吐|throughput|那2020/i.test(text) && (!text.includes("那2020") || input.memory))
    return number(input, lang);
  const suggestions = [{ label: "2023年吞吐量", question: "2023年吞吐量是多少？" }];
  return {
    kind: "notFound",
    headline: words("资料里没有找到。"),
    missing: [{ what: "topic", words: text.slice(0, 20) }],
    ...base(input, lang, "passage"),
    suggestions,
  };
}

function number(input: AskInput, lang: UiLang): Answer {
  const follows = input.text.includes("那2020");
  const old = follows || input.text.includes("2020");
  const quote = lang === "en" ? QUOTES.english : old ? QUOTES.y2020 : QUOTES.y2023;
  const shown = lang === "en" ? "805,000 containers" : old ? "80.5万箱" : "超过120万箱";
  const understanding = {
    ...base(input, lang, "number").understanding,
    carriedOver: follows ? ["吞吐量"] : [],
    assumed: follows || /20\d\d/.test(input.text) ? [] : [lang === "en" ? "newest period" : "最新一年"],
  };
  const figure = {
    figure: tinyFigure(shown, 1, old ? "2020" : "2023"),
    articleId: quote.articleId,
    lang: quote.lang,
    quote: 0,
    display: shown,
    label: lang === "en" ? "throughput" : "吞吐量",
  };
  const headline: HeadlinePart[] = [
    { kind: "text", text: lang === "en" ? "Throughput: " : "云岛港吞吐量：" },
    { kind: "figure", text: shown, quote: 0, span: quote.marks[0] ?? [0, 0] },
  ];
  const others = old || lang === "en" ? [] : [QUOTES.y2020];
  const about = input.about === undefined ? [] : [{ kind: "text" as const, text: `（${input.about}）` }];
  return {
    kind: "number",
    figures: [figure],
    quotes: [quote, ...others],
    alsoIn: old ? [QUOTES.y2023] : [],
    ...base(input, lang, "number"),
    headline: [...headline, ...about],
    understanding,
    suggestions: [COMPARE],
  };
}

function comparison(input: AskInput, lang: UiLang): Answer {
  const operands = [
    {
      figure: tinyFigure("120万箱", 1_200_000, "2023"),
      articleId: "lighthouse-2024",
      lang: "zh" as const,
      quote: 0,
      display: "超过120万箱",
      label: "吞吐量",
    },
    {
      figure: tinyFigure("80.5万箱", 805_000, "2020"),
      articleId: "lighthouse-2021",
      lang: "zh" as const,
      quote: 1,
      display: "80.5万箱",
      label: "吞吐量",
    },
  ];
  const derived = [
    {
      kind: "difference" as const,
      value: 395_000,
      unit: "箱",
      formula: "120 − 80.5 = 39.5（万箱）",
      operands: [0, 1],
      approximate: true,
    },
  ];
  return {
    kind: "comparison",
    figures: operands,
    derived,
    verdict: "2023年更高。",
    incomparable: "",
    missing: [],
    headline: words("2023年更高。"),
    quotes: [QUOTES.y2023, QUOTES.y2020],
    alsoIn: [],
    ...base(input, lang, "comparison"),
  };
}

const passage = (input: AskInput, lang: UiLang): Answer => ({
  kind: "passage",
  headline: words("港务局长林远说，码头工人是最大的功臣。"),
  quotes: [QUOTES.who],
  alsoIn: [],
  ...base(input, lang, "passage"),
});

const words = (text: string): readonly HeadlinePart[] => [{ kind: "text", text }];

function base(input: AskInput, lang: UiLang, intent: Understanding["intent"]) {
  const memory: Memory = {
    v: 1,
    question: input.text.slice(0, 100),
    intent,
    slots: { topic: "吞吐量" },
    figures: [],
    quote: null,
  };
  return {
    lang,
    question: input.text,
    understanding: {
      intent,
      topic: [],
      periods: [],
      places: [],
      direction: null,
      carriedOver: [],
      assumed: [],
    } satisfies Understanding,
    suggestions: [] as Answer["suggestions"],
    memory: intent === "chat" ? null : memory,
  };
}
