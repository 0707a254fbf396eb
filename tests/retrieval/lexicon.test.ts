import { describe, expect, it } from "vitest";
import { loadGlossary, parseGlossary } from "../../src/knowledge/glossary.ts";
import { createLexicon, phraseKey, WEAK } from "../../src/retrieval/lexicon.ts";

const lexicon = createLexicon(
  parseGlossary(
    [
      "term\t税收|税款|收税~\ttax revenue|taxes|levy~",
      "term\t出口|外销|卖出去~\texports|outbound goods~",
      "term\t进口|输入~\timports",
      "term\t进出口|外贸\tforeign trade",
      "place\t蒙古\tMongolia",
      "place\t内蒙古\tInner Mongolia",
      "part\t进口|出口|进出口\timports|exports",
    ].join("\n"),
  ),
);
const standsFor = (word: string): Record<string, number> =>
  Object.fromEntries(
    lexicon.han(word).flatMap((s) => [...s.zh, ...s.en].map((a) => [a.text.trim(), a.weight])),
  );

describe("a lexicon", () => {
  it("lets a word stand for its synonyms in both languages, itself the most", () => {
    expect(standsFor("税收")).toEqual({
      税收: 1,
      税款: 0.95,
      收税: WEAK * 0.95,
      "tax revenu": 1,
      tax: 1,
      levi: WEAK,
    });
  });

  it("counts a colloquial word's synonyms less", () => {
    expect(standsFor("收税")).toMatchObject({ 收税: 1, 税收: WEAK * 0.95 });
  });

  it("finds English phrases by their stems and says how long the longest is", () => {
    expect(lexicon.latin(phraseKey("Tax revenues"))).toHaveLength(1);
    expect(lexicon.latin("tax")[0]?.zh[0]).toEqual({ text: "税收", weight: 1 });
    expect(lexicon.longestPhrase).toBe(2);
    expect(lexicon.stems).toContain("revenu");
  });

  it("has no sense for a word that the glossary lacks", () => {
    expect(lexicon.han("骆驼")).toEqual([]);
    expect(lexicon.latin("camel")).toEqual([]);
    expect(lexicon.rivals("骆驼")).toEqual([]);
  });

  it.each<[word: string, rivals: string[], friends: string[]]>([
    ["出口", ["进口"], ["外销", "出口"]],
    ["外销", ["进口"], ["出口"]],
    ["进口", ["出口", "外销"], ["进口", "输入"]],
  ])("%s may be no %j and is not set against %j", (word, rivals, friends) => {
    expect(lexicon.rivals(word)).toEqual(expect.arrayContaining(rivals));
    for (const friend of friends) expect(lexicon.rivals(word)).not.toContain(friend);
  });

  it("knows the longer name around a place name", () => {
    expect(lexicon.around("蒙古")).toContain("内蒙古");
    expect(lexicon.around("内蒙古")).toEqual([]);
  });
});

describe("the shipped vocabulary as a lexicon", () => {
  const shipped = createLexicon(loadGlossary("knowledge/glossary.tsv"));
  it.each([
    ["外贸", "foreign trade"],
    ["关税", "tariff"],
    ["口岸", "port"],
    ["走私", "smuggling"],
    ["通关", "customs clearance"],
  ])("leads from %s to %s", (word, english) => {
    const phrases = shipped.han(word).flatMap((s) => s.en.map((a) => a.text.trim()));
    expect(phrases).toContain(phraseKey(english));
  });

  it.each([
    ["出口", "进口"],
    ["进口", "出口"],
  ])("never takes %s for %s", (word, other) => expect(shipped.rivals(word)).toContain(other));
});
