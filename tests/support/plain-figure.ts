import type { Figure } from "../../src/figures/figure.ts";

/** A plain yearly count of an invented port, with what is given put over it. */
export const plainFigure = (text: string, value: Figure["value"], given: Partial<Figure> = {}): Figure => ({
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
  period: { text: null, from: "2020", to: "2020", implicit: false },
  change: null,
  of: null,
  clause: [0, text.length],
  sentence: [0, text.length],
  ...given,
});
