import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTextIndex, indexTerms } from "../../src/retrieval/text-index.ts";
import { foldText } from "../../src/text/fold.ts";

const TEXTS = [
  "云岛港去年集装箱吞吐量创新高",
  "云岛机场旅客增长",
  "灯塔守护夜航的渡轮",
  "container throughput of the harbour rose",
  "passengers at the airport",
  "渡轮公司买了三艘新船",
];

const index = createTextIndex(
  TEXTS.map((text, id) => ({ id, fields: { text: foldText(text) } })),
  { text: 1 },
);
const find = (...words: string[]): number[] =>
  index
    .search(
      words.map((text) => ({ text, weight: 1 })),
      10,
    )
    .map((hit) => hit.id);

describe("a text index", () => {
  it.each<[why: string, words: string[], best: number]>([
    ["a Chinese word", ["旅客"], 1],
    ["the text with more of the words", ["云岛", "旅客"], 1],
    ["a longer word by its character pairs", ["集装箱吞吐量"], 0],
    ["an English word in another form", ["passenger"], 4],
    ["a word among those that stand nowhere", ["骆驼", "灯塔"], 2],
    ["a stem as the glossary has it", [" throughput "], 3],
  ])("finds %s", (_why, words, best) => expect(find(...words)[0]).toBe(best));

  it("gives ties in the order of their numbers", () => {
    expect(find("渡轮").sort()).toEqual([2, 5]);
    const twins = createTextIndex(
      [2, 0, 1].map((id) => ({ id, fields: { text: "渡轮" } })),
      { text: 1 },
    );
    expect(twins.search([{ text: "渡轮", weight: 1 }], 9).map((h) => h.id)).toEqual([0, 1, 2]);
  });

  it("finds nothing for nothing, for marks and for words that stand nowhere", () => {
    expect(find()).toEqual([]);
    expect(find("", "?!")).toEqual([]);
    expect(find("骆驼")).toEqual([]);
  });

  it("finds no single character inside a word", () => expect(find("港")).toEqual([]));

  it("keeps to the limit", () => expect(index.search([{ text: "云岛", weight: 1 }], 1)).toHaveLength(1));

  it("puts the field that counts more first", () => {
    const two = createTextIndex(
      [
        { id: 0, fields: { head: "渡轮", body: "灯塔" } },
        { id: 1, fields: { head: "灯塔", body: "渡轮" } },
      ],
      { head: 3, body: 1 },
    );
    expect(two.search([{ text: "灯塔", weight: 1 }], 2).map((h) => h.id)).toEqual([1, 0]);
  });

  it("lets a word of less weight count less", () => {
    const ask = (tower: number, ferry: number) =>
      index.search(
        [
          { text: "灯塔", weight: tower },
          { text: "三艘", weight: ferry },
        ],
        2,
      )[0]?.id;
    expect(ask(1, 0.2)).toBe(2);
    expect(ask(0.2, 1)).toBe(5);
  });

  it("finds every text by each pair of its characters: as many as a plain look finds", () => {
    const chars = fc.constantFrom(..."云岛港渡轮灯塔");
    const text = fc.string({ unit: chars, minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, word) => {
        const built = createTextIndex(
          texts.map((t, id) => ({ id, fields: { t } })),
          { t: 1 },
        );
        const pairs = indexTerms(word);
        const plain = texts.flatMap((t, id) =>
          indexTerms(t).some((pair) => pairs.includes(pair)) ? [id] : [],
        );
        const hits = built.search([{ text: word, weight: 1 }], 99).map((h) => h.id);
        expect(hits.sort((a, b) => a - b)).toEqual(plain);
      }),
    );
  });
});

describe("indexTerms", () => {
  it.each<[text: string, terms: number]>([
    ["渡轮公司", 3],
    ["港", 1],
    ["渡轮 and ships", 3],
    ["2024年", 2],
    ["", 0],
  ])("cuts %j into %i terms", (text, terms) => expect(indexTerms(text)).toHaveLength(terms));

  it("spells Chinese in letters that no English word has", () => {
    expect(indexTerms("渡轮 2024 ferries")).toEqual([
      expect.stringMatching(/^(?:_[\da-z]+){2}$/),
      "2024",
      "ferri",
    ]);
  });
});
