import { describe, expect, it } from "vitest";
import { GlossaryError, loadGlossary, parseGlossary } from "../../src/knowledge/glossary.ts";

const line = (...cells: string[]): string => cells.join("\t");

describe("parseGlossary", () => {
  it("reads kinds, words and weak words, and passes over comments and blank lines", () => {
    const text = [
      "# comment",
      "",
      line("term", "关税|税款~", "tariff | duty~"),
      line("place", "云岛", ""),
    ].join("\r\n");
    expect(parseGlossary(text)).toEqual({
      concepts: [
        {
          kind: "term",
          zh: [
            { text: "关税", weak: false },
            { text: "税款", weak: true },
          ],
          en: [
            { text: "tariff", weak: false },
            { text: "duty", weak: true },
          ],
        },
        { kind: "place", zh: [{ text: "云岛", weak: false }], en: [] },
      ],
      parts: [],
    });
  });

  it("keeps the sets of words that never stand for each other, one a language", () => {
    expect(parseGlossary(line("part", "东岸|西岸", "east bank|west bank")).parts).toEqual([
      ["东岸", "西岸"],
      ["east bank", "west bank"],
    ]);
  });

  it("leaves out a set of one", () => {
    expect(parseGlossary(line("part", "东岸|西岸", "bank")).parts).toEqual([["东岸", "西岸"]]);
  });

  it("names every bad line", () => {
    const text = [
      line("term", "甲", "a"),
      line("noun", "乙", "b"),
      "no tabs",
      line("term", "丙", "c", "d"),
      line("term", "", ""),
    ].join("\n");
    expect(() => parseGlossary(text)).toThrow(GlossaryError);
    expect(() => parseGlossary(text)).toThrow(
      /line 2: kind: .*found "noun"\n {2}line 3: .*\n {2}line 4: .*\n {2}line 5: /,
    );
  });
});

it("reads the shipped vocabulary", () => {
  const glossary = loadGlossary("knowledge/glossary.tsv");
  expect(glossary.concepts.length).toBeGreaterThan(500);
  expect(glossary.parts.length).toBeGreaterThan(3);
});
