import { describe, expect, it } from "vitest";
import { chartOf } from "../../src/charts/chart-of.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { answered, comparison, derived, numberAnswer, quote, year } from "./builders.ts";

const two = (over: Partial<Figure> = {}, other: Partial<Figure> = {}) => [
  answered("2020年", "100亿元", { period: year(2020), ...over }),
  answered("2024年", "120亿元", { value: 1.2e10, period: year(2024), ...other }),
];
const years = [answered("2022年", "90亿元", { value: 9e9, period: year(2022) }), ...two()];
const growth = (value: number, kind: "yoy" | "vs" = "yoy", base = "2019"): Partial<Figure> => ({
  kind: "percent",
  unit: "%",
  value: Math.abs(value),
  agg: "change",
  change: { kind, base, value, unit: "%", factor: null },
});
const share = (value: number, over: Partial<Figure> = {}): Partial<Figure> => ({
  kind: "fraction",
  unit: "",
  value,
  agg: "ratio",
  ...over,
});

describe("chartOf", () => {
  it("draws two years of one metric as bars in order of time, with the computed change", () => {
    const answer = comparison({
      figures: two().reverse(),
      derived: derived(),
      result: "20亿元",
      verdict: "2024年更多。",
    });
    expect(chartOf(answer)).toMatchObject({
      kind: "bars",
      title: "货物出口总值",
      outcome: "相差20亿元",
      verdict: "2024年更多",
      formula: "120 − 100 = 20（亿元）",
      source: "来源：某报，2021-02-01（摘编）",
      data: [
        { label: "2020年", value: 1e10, shown: "100亿元" },
        { label: "2024年", value: 1.2e10, shown: "120亿元" },
      ],
    });
  });

  it("draws three years of one metric as a line in order of time", () => {
    expect(chartOf(comparison({ figures: years }))).toMatchObject({
      kind: "line",
      points: [{ at: 2020.5 }, { at: 2022.5 }, { at: 2024.5 }],
    });
    expect(
      chartOf(numberAnswer({ figures: years.map((f) => ({ ...f, label: "货物出口总值" })) })),
    ).toMatchObject({ kind: "line" });
  });

  it("draws before and after as a slope", () => {
    const sides: Partial<Figure> = { kind: "duration", unit: "小时", metric: "通关时间" };
    const figures = [
      answered("之前", "20小时", { ...sides, value: 20, agg: "before" }),
      answered("之后", "2至3小时", { ...sides, value: [2, 3], agg: "after" }),
    ];
    expect(chartOf(comparison({ figures }))).toMatchObject({
      kind: "slope",
      title: "通关时间",
      before: { label: "之前", value: 20 },
      after: { value: 2, high: 3, certainty: "range" },
    });
  });

  it("draws shares side by side as parts, percentages and fractions on one scale", () => {
    const figures = [
      answered("甲", "近九成", share(0.9, { bound: "<", approx: "about" })),
      answered("乙", "40%", share(40, { kind: "percent", unit: "%" })),
    ];
    expect(chartOf(comparison({ figures }))).toMatchObject({
      kind: "parts",
      shares: [
        { value: 0.9, certainty: "under" },
        { value: 0.4, certainty: "exact" },
      ],
    });
  });

  it("draws a computed share as a part of its whole", () => {
    const count: Partial<Figure> = { kind: "count", unit: "种" };
    const figures = [
      answered("检疫性有害生物", "384种", { ...count, value: 384 }),
      answered("有害生物", "4492种", { ...count, value: 4492 }),
    ];
    const answer = comparison({
      figures,
      derived: derived({ kind: "share", value: 8.548531, unit: "%", formula: "384 ÷ 4492 × 100% ≈ 8.55%" }),
      result: "8.55%",
    });
    const chart = chartOf(answer);
    expect(chart).toMatchObject({
      kind: "parts",
      title: "有害生物",
      shares: [{ label: "检疫性有害生物", shown: "8.55%", part: "384种", whole: "4492种" }],
    });
    expect(chart?.kind === "parts" && chart.shares[0]?.value).toBeCloseTo(0.0855, 4);
  });

  it("draws falls below zero where others rise, and as sizes where all fall", () => {
    const mixed = chartOf(comparison({ figures: two(growth(5), growth(-3)) }));
    expect(mixed).toMatchObject({ subtitle: "同比增减 · 全国", data: [{ value: 5 }, { value: -3 }] });
    const falls = chartOf(comparison({ figures: two(growth(-5), growth(-3)) }));
    expect(falls).toMatchObject({ subtitle: "同比下降 · 全国", data: [{ value: 5 }, { value: 3 }] });
  });

  it("speaks the asker's script and language", () => {
    const figures = two();
    expect(chartOf(comparison({ lang: "zh-Hant", figures }))).toMatchObject({
      title: "貨物出口總值",
      source: "來源：某報，2021-02-01（摘編）",
      data: [{ shown: "100億元" }, {}],
    });
    expect(
      chartOf(
        comparison({
          lang: "en",
          figures: figures.map((f) => ({ ...f, label: String(f.figure.period.to) })),
        }),
      ),
    ).toMatchObject({ data: [{ label: "2020", shown: "10 billion yuan" }, { shown: "12 billion yuan" }] });
  });

  it("says a computed change with its direction", () => {
    const change = (value: number) =>
      comparison({
        figures: two(),
        derived: derived({ kind: "percent_change", value, unit: "%" }),
        result: "20%",
      });
    expect(chartOf(change(20))?.outcome).toBe("增长20%");
    expect(chartOf(change(-20))?.outcome).toBe("下降20%");
  });

  it("names every publisher once, the newest first", () => {
    const quotes = [
      quote(),
      quote({ articleId: "b", publisher: "另报", published: "2025-08", kind: "original" }),
    ] as const;
    const [a, b] = two();
    if (!a || !b) throw new Error("two figures");
    const chart = chartOf(comparison({ figures: [a, { ...b, quote: 1 }], quotes: [...quotes] }));
    expect(chart?.source).toBe("来源：另报，2025-08；某报，2021-02-01（摘编）");
  });

  it("names a place only where the quotes do", () => {
    expect(chartOf(comparison({ figures: two() }))?.subtitle).toContain("全国");
    expect(
      chartOf(comparison({ figures: two(), quotes: [quote({ text: "出口100亿元" })] }))?.subtitle,
    ).not.toContain("全国");
  });

  it.each([
    [
      "figures that the answer does not set against each other",
      comparison({ figures: two(), incomparable: "口径不同" }),
    ],
    ["an operand that is missing", comparison({ figures: two(), missing: ["2019年"] })],
    ["one figure", comparison({ figures: two().slice(0, 1) })],
    ["yuan and dollars", comparison({ figures: two({}, { unit: "美元" }) })],
    ["money and counts", comparison({ figures: two({}, { kind: "count", unit: "个" }) })],
    ["a level and its growth", comparison({ figures: two({}, growth(5)) })],
    ["growth against two bases", comparison({ figures: two(growth(5), growth(9, "vs", "2017")) })],
    [
      "ranks, where smaller is better",
      comparison({ figures: two({ kind: "rank", unit: "" }, { kind: "rank", unit: "" }) }),
    ],
    [
      "hours and days",
      comparison({
        figures: two({ kind: "duration", unit: "小时" }, { kind: "duration", unit: "天" }),
        derived: derived(),
      }),
    ],
    [
      "a year and a part of a year that nobody computed",
      comparison({
        figures: two(
          {},
          { agg: "partial", period: { text: null, from: "2024-01", to: "2024-07", implicit: false } },
        ),
      }),
    ],
    ["a stock and a flow that nobody computed", comparison({ figures: two({}, { agg: "stock" }) })],
    [
      "more than eight bars",
      comparison({
        figures: Array.from({ length: 9 }, (_, i) =>
          answered(`第${i}类`, "1亿元", { value: i, metric: `类${i}` }),
        ),
      }),
    ],
    ["one number", numberAnswer({ figures: two().slice(0, 1) })],
    [
      "three numbers of different metrics",
      numberAnswer({
        figures: years.map((f, i) => answered(`甲${i}`, f.display, { ...f.figure, metric: `甲${i}` })),
      }),
    ],
    [
      "a share of more than a whole",
      comparison({
        figures: two(),
        derived: derived({ kind: "share", value: 130, unit: "%" }),
        result: "130%",
      }),
    ],
  ])("refuses %s", (_, answer) => expect(chartOf(answer)).toBeUndefined());
});
