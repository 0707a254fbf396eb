import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { entryOf, metricKey, trendOf } from "../../src/charts/trend.ts";
import type { Article } from "../../src/knowledge/article.ts";
import { createLibrary } from "../../src/retrieval/library.ts";

const article = (id: string, published: string, body: string): Article =>
  ({
    id,
    lang: "zh",
    kind: "digest",
    title: "年度数字",
    publisher: "某报",
    published,
    body,
  }) as unknown as Article;

const LIBRARY = createLibrary([
  article(
    "a",
    "2021-01-20",
    "2020年，全国货物贸易进出口总额32.16万亿元。2020年，全国海关查获走私案件1000起。",
  ),
  article("b", "2022-01-20", "2021年，全国货物贸易总额39.1万亿元。"),
  article("c", "2023-01-20", "2022年，全国货物贸易总额41.8万亿元。2022年1—6月，全国货物贸易总额19.8万亿元。"),
  article("d", "2023-06-20", "2022年，全国货物贸易总额42.1万亿元。2022年，全国货物贸易出口总额24万亿元。"),
]);
const entryWith = (text: string) => {
  const entry = LIBRARY.figures.find((e) => e.figure.text === text);
  if (!entry) throw new Error(`no figure ${text}`);
  return entry;
};

describe("trendOf", () => {
  it("draws a metric's years as a line, whichever year is asked for", () => {
    const chart = trendOf(LIBRARY, entryWith("32.16万亿元"));
    expect(chart).toMatchObject({
      kind: "line",
      title: "货物贸易总额",
      points: [
        { label: "2020年" },
        { label: "2021年", shown: "39.1万亿元" },
        { label: "2022年", shown: "42.1万亿元" },
      ],
    });
    expect(trendOf(LIBRARY, entryWith("39.1万亿元"))).toEqual(chart);
  });

  it("takes the latest of differing sources and says so", () => {
    const chart = trendOf(LIBRARY, entryWith("39.1万亿元"));
    expect(chart?.note).toContain("最近发布");
    expect(chart?.source).toBe(
      "来源：某报，2023-06-20（摘编）；某报，2022-01-20（摘编）；某报，2021-01-20（摘编）",
    );
  });

  it("leaves out parts of years and other directions, and draws nothing of one value", () => {
    expect(trendOf(LIBRARY, entryWith("19.8万亿元"))).toBeUndefined();
    expect(trendOf(LIBRARY, entryWith("24万亿元"))).toBeUndefined();
    expect(trendOf(LIBRARY, entryWith("1000起"))).toBeUndefined();
  });

  it("speaks the asker's script", () =>
    expect(trendOf(LIBRARY, entryWith("39.1万亿元"), "zh-Hant")?.title).toBe("貨物貿易總額"));

  it("finds the entry of an answered figure in the shipped library", () => {
    const { ask, library } = createAssistant({ dir: "knowledge" });
    const answer = ask({ text: "2020年外贸总额是多少" });
    const [figure] = answer.kind === "number" ? answer.figures : [];
    const entry = figure && entryOf(library, figure);
    expect(entry && trendOf(library, entry)).toMatchObject({
      kind: "bars",
      data: [{ label: "2020年" }, { label: "2024年" }],
    });
  });
});

describe("metricKey", () => {
  it.each([
    ["货物贸易进出口总额", "货物贸易总额"],
    ["全国海关查获走私案件数量", "查获走私案件"],
    ["total value of goods trade", "goods trade"],
  ])("%s and %s are one metric", (a, b) => expect(metricKey(a)).toBe(metricKey(b)));

  it("keeps different metrics apart", () =>
    expect(metricKey("跨境电商进出口额")).not.toBe(metricKey("综合保税区进出口值")));
});
