import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createSegmenter, type Segmenter, stem, stemLine } from "../../src/text/words.ts";

describe("a segmenter", () => {
  let segmenter: Segmenter;
  beforeAll(() => {
    segmenter = createSegmenter();
  });
  const kindsOf = (text: string): string[] => segmenter.words(text).map((w) => `${w.kind}:${w.text}`);

  it.each<[text: string, words: string[]]>([
    ["港口很忙", ["han:港口", "han:很", "han:忙"]],
    ["增长3.5%", ["han:增长", "number:3.5%"]],
    ["1,234.5吨", ["number:1,234.5", "han:吨"]],
    ["h986和b2b", ["latin:h986", "han:和", "latin:b2b"]],
    ["china's ports", ["latin:china", "latin:ports"]],
    ["one-stop r&d", ["latin:one-stop", "latin:r&d"]],
    ["甲,乙。", ["han:甲", "han:乙"]],
    ["", []],
    [" ?! ", []],
  ])("cuts %j", (text, words) => expect(kindsOf(text)).toEqual(words));

  it("gives each word the span where it stands", () => {
    const text = "2024年, 深圳 aeo企业1,000家";
    for (const word of segmenter.words(text)) expect(text.slice(word.start, word.end)).toBe(word.text);
  });

  it("gives spans in order without overlap, whatever the text", () => {
    const piece = fc.constantFrom(
      "港口",
      "进出口",
      "3.5%",
      "1,2",
      "aeo",
      "'s",
      "-",
      "&",
      " ",
      "。",
      "一二三",
      "x9",
      "𠮷",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const word of segmenter.words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(word.start, word.end)).toBe(word.text);
          last = word.end;
        }
      }),
    );
  });

  it("learns words and keeps them whole", () => {
    const own = createSegmenter();
    expect(own.known("云岛灯塔")).toBe(false);
    own.learn(["云岛灯塔", "灯塔", "aeo"], "n");
    expect(own.known("云岛灯塔")).toBe(true);
    expect(own.words("去云岛灯塔看海").map((w) => w.text)).toContain("云岛灯塔");
  });

  it("learns place names with their part of speech", () => {
    const own = createSegmenter();
    own.learn(["岑州"], "ns");
    expect(own.words("岑州海关").find((w) => w.text === "岑州")?.tag).toBe("ns");
  });

  it("knows words of the dictionary", () => {
    expect(segmenter.known("海关")).toBe(true);
    expect(segmenter.known("关海海关")).toBe(false);
  });
});

it.each([
  ["exports", "export"],
  ["exported", "export"],
  ["Companies", "compani"],
  ["company's", "compani"],
  ["h986", "h986"],
  ["B2B", "b2b"],
])("stem(%s) is %s", (word, stemmed) => expect(stem(word)).toBe(stemmed));

it.each([
  ["Exported goods", " export good "],
  ["China's ports: 20 ships", " china port 20 ship "],
  ["海关", "  "],
])("stemLine(%j) is %j, found by whole words", (text, line) => expect(stemLine(text)).toBe(line));
