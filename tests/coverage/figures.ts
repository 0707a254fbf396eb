import type { StatedFigure } from "../../src/coverage/stated-figure.ts";
import type { Figure } from "../../src/figures/figure.ts";

/** A figure of an invented article; what is not given is a plain yearly count of the nation. */
export function stated(
  article: string,
  text: string,
  value: Figure["value"],
  given: Partial<Omit<Figure, "period">> & {
    readonly year?: string;
    readonly from?: string | null;
    readonly to?: string | null;
  } = {},
): StatedFigure {
  const { year = "2020", from = year, to = year, ...fields } = given;
  return {
    document: { article: { id: article, lang: "zh", published: `${article.slice(-4)}-06-01` } },
    figure: {
      text,
      start: 0,
      end: text.length,
      num: [0, text.length],
      display: [0, text.length],
      value,
      unit: "箱",
      noun: null,
      approx: "none",
      bound: null,
      kind: "count",
      metric: "吞吐量",
      metricSpans: [],
      entity: null,
      direction: null,
      agg: "flow",
      period: { text: null, from, to, implicit: false },
      change: null,
      of: null,
      clause: [0, text.length],
      sentence: [0, text.length],
      ...fields,
    },
  };
}

/** A growth over the year before. */
export const growth = (
  article: string,
  percent: number,
  given: Parameters<typeof stated>[3] = {},
): StatedFigure =>
  stated(article, `${Math.abs(percent)}%`, Math.abs(percent), {
    unit: "%",
    kind: "percent",
    agg: "change",
    change: { kind: "yoy", base: "2019", value: percent, unit: "%", factor: 1 + percent / 100 },
    ...given,
  });
