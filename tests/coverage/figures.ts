import type { StatedFigure } from "../../src/coverage/stated-figure.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { plainFigure } from "../support/plain-figure.ts";

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
    figure: plainFigure(text, value, { period: { text: null, from, to, implicit: false }, ...fields }),
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
