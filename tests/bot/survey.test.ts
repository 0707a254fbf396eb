import { describe, expect, it } from "vitest";
import { createSurvey } from "../../src/bot/survey.ts";
import { yearlyAssistant } from "../support/yearly-library.ts";

const { library, glossary } = yearlyAssistant();
const survey = createSurvey(library, glossary);

describe("createSurvey", () => {
  it("knows each metric once, newest years first", () =>
    expect(survey.known("zh-Hans")).toEqual({
      figures: 7,
      metrics: [
        {
          name: "云岛港货物吞吐量",
          place: "",
          years: ["2022", "2021", "2020"].map((year) => ({ year, onlyChange: false })),
        },
        { name: "云岛港开行班列", place: "", years: [{ year: "2021", onlyChange: false }] },
        { name: "云岛港查获走私案件", place: "", years: [{ year: "2020", onlyChange: false }] },
      ],
    }));

  it("reads articles without a text in the reader's language in the one they have", () =>
    expect(survey.known("en").metrics.map((m) => m.name)).toContain("云岛港开行班列"));

  it("proves each differing value by the sentence that states it", () => {
    const { facts, agreed } = survey.differing("zh-Hans");
    expect([facts.length, agreed]).toEqual([1, 0]);
    expect(facts[0]?.values.map((v) => [v.value, v.quotes[0].published])).toEqual([
      ["1260万吨", "2023-01-20"],
      ["1200万吨", "2022-01-20"],
    ]);
    for (const { value, quotes } of facts[0]?.values ?? []) {
      const [{ marks, start, text }] = quotes;
      expect(text.slice((marks[0]?.[0] ?? 0) - start, (marks[0]?.[1] ?? 0) - start)).toBe(value);
    }
  });

  it("computes each view once", () => expect(survey.known("en")).toBe(survey.known("en")));
});
