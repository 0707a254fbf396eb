import { describe, expect, it } from "vitest";
import { findPeriods } from "../../../src/figures/english/period-phrases.ts";

const PUBLISHED = "2025-08";
const read = (text: string) => findPeriods(text.toLowerCase(), { published: PUBLISHED });

describe("a period phrase's dates", () => {
  it.each([
    ["in 2020", "2020", "2020"],
    ["in the whole of 2020", "2020", "2020"],
    ["last year", "2024", "2024"],
    ["this year", "2025", "2025-08"],
    ["last month", "2025-07", "2025-07"],
    ["in May 2024", "2024-05", "2024-05"],
    ["in November", "2024-11", "2024-11"],
    ["January–July 2025", "2025-01", "2025-07"],
    ["from January to August 2023", "2023-01", "2023-08"],
    ["in the first five months of 2025", "2025-01", "2025-05"],
    ["the first three quarters of 2023", "2023-01", "2023-09"],
    ["the first half of this year", "2025-01", "2025-06"],
    ["in the second quarter of last year", "2024-04", "2024-06"],
    ["from 2011 to 2020", "2011", "2020"],
    ["2021-2025", "2021", "2025"],
    ["since 2018", "2018", "2025-08"],
    ["over the past four years", "2021", "2025-08"],
    ["during the 13th Five-Year Plan period", "2016", "2020"],
    ["since the start of the 14th Five-Year Plan period (2021–2025)", "2021", "2025-08"],
    ["by the end of 2020", null, "2020-12"],
    ["as of 25 January 2021", null, "2021-01-25"],
    ["As of 24:00 on January 25, 2021", null, "2021-01-25"],
    ["so far", null, "2025-08"],
    ["by 2030", "2030", "2030"],
    ["on 3 May", "2025-05-03", "2025-05-03"],
  ] as const)("%s", (text, from, to) => {
    const found = read(`customs cleared it ${text}.`);
    expect(found.map((p) => [p.from, p.to])).toEqual([[from, to]]);
  });
});

describe("what is no period", () => {
  it.each([
    "Notice No. 47 of 2025 applies.",
    "They may file early.",
    "In the past few years and the first few months it grew.",
  ])("%s", (text) => {
    expect(read(text)).toEqual([]);
  });

  it("marks phrases that hang on the period spoken of", () => {
    expect(read("up 5 percent from a year earlier, month on month").map((p) => [p.role, p.back])).toEqual([
      ["relative", 12],
      ["relative", 1],
    ]);
  });
});
