import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAnswer, holdsFigure } from "../../src/answer/gate.ts";
import { quotePassage } from "../../src/answer/quotes.ts";
import type {
  ComparisonAnswer,
  HeadlinePart,
  NotFoundAnswer,
  NumberAnswer,
  Quote,
} from "../../src/answer/types.ts";
import { createLibrary } from "../../src/retrieval/library.ts";
import { figureOf, ISLAND, islandLibrary } from "../support/island-library.ts";

const library = islandLibrary();
const entry = figureOf(library, "1200万吨");
const other = figureOf(library, "30.5万标箱");
const quote = quotePassage(entry.sentence, [entry.figure.display]);

const base = {
  lang: "zh-Hans",
  question: "2021年吞吐量多少",
  understanding: {
    intent: "number",
    topic: ["吞吐量"],
    periods: [],
    places: [],
    direction: null,
    carriedOver: [],
    assumed: [],
  },
  suggestions: [],
  memory: null,
} as const;
const numberAnswer = (
  headline: readonly HeadlinePart[],
  quotes: readonly [Quote, ...Quote[]] = [quote],
): NumberAnswer => ({
  ...base,
  kind: "number",
  headline,
  quotes,
  alsoIn: [],
  figures: [
    { figure: entry.figure, articleId: "island", lang: "zh", quote: 0, display: "1200万吨", label: "吞吐量" },
  ],
});
const text = (words: string): HeadlinePart => ({ kind: "text", text: words });
const figure: HeadlinePart = { kind: "figure", text: "1200万吨", quote: 0, span: entry.figure.display };
const faultsOf = (answer: Parameters<typeof checkAnswer>[0]): readonly string[] =>
  checkAnswer(answer, library).faults;

describe("the gate lets pass", () => {
  it.each<[why: string, headline: HeadlinePart[]]>([
    ["a figure that stands in its quote", [text("2021年，云岛港货物吞吐量："), figure]],
    ["words without a figure", [text("云岛港在海湾的北面。")]],
    ["years, months and days", [text("2020年12月31日、2021年1—7月：")]],
    ["names with digits", [text("H986、B2B和7×24："), figure]],
    [
      "a figure said in another language",
      [{ kind: "restated", text: "12 million tonnes", quote: 0, span: entry.figure.display }],
    ],
    ["an empty headline", []],
  ])("%s", (_why, headline) => expect(faultsOf(numberAnswer(headline))).toEqual([]));
});

it("lets pass a sentence that the source itself ends with an ellipsis, and one that is cut with ours", () => {
  const body = "云岛港又开了三条航线……港口的人都说忙不过来。";
  const own = createLibrary([{ ...ISLAND, body }]);
  const [sentence] = own.sentences;
  if (!sentence) throw new Error("no sentence");
  const told = (words: string, end: number): readonly string[] =>
    checkAnswer(
      numberAnswer(
        [{ kind: "figure", text: words, quote: 0, span: [0, end] }],
        [quotePassage(sentence, [[0, end]])],
      ),
      own,
    ).faults.filter((fault) => /does not stand/.test(fault));
  expect(told("云岛港又开了三条航线……", 12)).toEqual([]);
  expect(told("云岛港又开了…", 6)).toEqual([]);
  expect(told("云岛港又开了……", 6)).not.toEqual([]);
});

describe("the gate stops", () => {
  it.each<[why: string, headline: HeadlinePart[], fault: RegExp]>([
    ["a figure in plain words", [text("吞吐量为1300万吨")], /without a source/],
    ["a percentage in plain words", [text("增长35%")], /without a source/],
    [
      "a figure that its text does not print",
      [{ ...figure, text: "1300万吨" }],
      /does not stand in its quote/,
    ],
    [
      "a figure outside its quote",
      [{ kind: "figure", text: "30.5万标箱", quote: 0, span: [other.figure.start, other.figure.end] }],
      /does not stand/,
    ],
    ["a figure without a quote", [{ ...figure, quote: 1 }], /does not stand/],
    [
      "a restated figure outside its quote",
      [{ kind: "restated", text: "305,000 TEUs", quote: 0, span: other.figure.display }],
      /has no quote/,
    ],
    ["a result that nothing gave", [{ kind: "computed", text: "200万吨", derived: 0 }], /was not computed/],
  ])("%s", (_why, headline, fault) => {
    expect(faultsOf(numberAnswer(headline))).toEqual([expect.stringMatching(fault)]);
  });

  it.each<[why: string, change: Partial<Quote>]>([
    ["a changed word", { text: quote.text.replace("增长", "下降") }],
    ["a shifted span", { start: quote.start + 1 }],
    ["an article that is not there", { articleId: "nowhere" }],
    ["the other language", { lang: "en" }],
    ["an empty span", { start: quote.end, text: "" }],
  ])("a quote with %s", (_why, change) => {
    expect(faultsOf(numberAnswer([], [{ ...quote, ...change }]))).toContainEqual(
      expect.stringMatching(/^a quote is not what/),
    );
  });

  it("a not-found answer that states a figure, unless the asker wrote it", () => {
    const notFound = (words: string): NotFoundAnswer => ({
      ...base,
      question: "超过500艘的港口",
      kind: "notFound",
      missing: [],
      headline: [text(words)],
    });
    expect(faultsOf(notFound("有的是：1200万吨"))).toHaveLength(1);
    expect(faultsOf(notFound("没有找到：超过500艘"))).toEqual([]);
    expect(faultsOf(notFound("没有找到：2019年"))).toEqual([]);
  });

  it("a comparison with an operand that is not among its figures", () => {
    const comparison: ComparisonAnswer = {
      ...numberAnswer([figure]),
      kind: "comparison",
      derived: [
        {
          kind: "difference",
          value: 200,
          unit: "万吨",
          formula: "1200 − 1000 = 200",
          operands: [0, 1],
          approximate: false,
        },
      ],
      verdict: "",
      incomparable: "",
      missing: [],
    };
    expect(faultsOf(comparison)).toEqual([expect.stringMatching(/operand is missing/)]);
  });
});

describe("the gate, whatever the span", () => {
  it("lets a figure pass just where it is the slice of the body inside its quote", () => {
    const at = fc.integer({ min: 0, max: ISLAND.body.length });
    fc.assert(
      fc.property(at, at, (a, b) => {
        const span = [Math.min(a, b), Math.max(a, b)] as const;
        const inside = span[0] >= quote.start && span[1] <= quote.end;
        const part: HeadlinePart = {
          kind: "figure",
          text: ISLAND.body.slice(...span).replace(/\s+/g, " "),
          quote: 0,
          span,
        };
        expect(faultsOf(numberAnswer([part])).length === 0).toBe(inside);
      }),
    );
  });
});

it.each([
  ["2021年", false],
  ["2021—2025年", false],
  ["2021年1—8月", false],
  ["1 January 2021", false],
  ["the 14th Five-Year Plan", false],
  ["H986", false],
  ["没有数字", false],
  ["12艘", true],
  ["3.5%", true],
  ["三成", true],
  ["百分之三", true],
])("%s holds a figure: %s", (words, holds) => expect(holdsFigure(words)).toBe(holds));
