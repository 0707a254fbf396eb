import { describe, expect, it } from "vitest";
import { extractEnglishFigures } from "../../../src/figures/english/extract-english.ts";
import type { Figure, FigureContext } from "../../../src/figures/figure.ts";

const CONTEXT: FigureContext = { lang: "en", published: "2025-06-12" };

/** The figures of one paragraph that is a whole text. */
const read = (text: string, context: FigureContext = CONTEXT): Figure[] =>
  extractEnglishFigures(text, { start: 0, end: text.length }, context);

describe("a figure's span, value, unit and qualifier", () => {
  it.each([
    ["Taxes came to 9.7 trillion yuan.", "9.7 trillion yuan", 9.7e12, "yuan", "none"],
    ["The trains carried 1.135 million TEUs.", "1.135 million TEUs", 1135000, "TEUs", "none"],
    ["It was worth $156 million.", "$156 million", 156e6, "US dollars", "none"],
    [
      "Nearly 84,600 tonnes of pears left the port.",
      "Nearly 84,600 tonnes of pears",
      84600,
      "tonnes",
      "about",
    ],
    ["The office handled more than twenty-one ships.", "more than twenty-one ships", 21, "", "over"],
    ["It took 34.91 hours.", "34.91 hours", 34.91, "hours", "none"],
    ["Costs fell by two-thirds.", "two-thirds", 2 / 3, "", "none"],
    ["Nearly nine in ten boxes went abroad.", "Nearly nine in ten", 0.9, "", "about"],
    ["Four in every ten cars are electric.", "Four in every ten", 0.4, "", "none"],
    ["Sales rose by 7.3 per cent.", "7.3 per cent", 7.3, "%", "none"],
    ["The share rose by 2 percentage points.", "2 percentage points", 2, "percentage points", "none"],
    ["Trade increased 2.6-fold.", "2.6-fold", 2.6, "times", "none"],
    ["It lasted five to seven days.", "five to seven days", [5, 7], "days", "none"],
    [
      "They expect 180,000 to 200,000 tonnes.",
      "180,000 to 200,000 tonnes",
      [180000, 200000],
      "tonnes",
      "none",
    ],
    ["Longxi ranks second in the province.", "second", 2, "", "none"],
    ["It is the fifth-largest port.", "fifth-largest", 5, "", "none"],
    ["It serves 142 countries and regions.", "142 countries and regions", 142, "", "none"],
    [
      "The system reads up to 85,000 declarations a minute.",
      "up to 85,000 declarations a minute",
      85000,
      "",
      "under",
    ],
  ] as const)("%s", (text, display, value, unit, approx) => {
    const figures = read(text);
    expect(figures.map((f) => [text.slice(...f.display), f.value, f.unit, f.approx])).toEqual([
      [display, value, unit, approx],
    ]);
    for (const f of figures) expect(f.text).toBe(text.slice(f.start, f.end));
  });
});

describe("numbers that are no figures", () => {
  it.each([
    "Peaches (HS code 0809.30) are sweet.",
    "Under Notice No. 47 of 2025, exporters may file early.",
    "The office, 0000-555-0147, opens at 8:30 a.m.",
    "During the 14th Five-Year Plan period customs grew stronger.",
    "On 25 January 2021 the yard opened, one of many.",
    "The H986 scanner and the CT machine serve B2B trade for the first time.",
    "One day it will help one another.",
  ])("%s", (text) => {
    expect(read(text).map((f) => f.text)).toEqual([]);
  });
});
