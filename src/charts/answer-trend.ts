import type { NumberAnswer, UiLang } from "../answer/types.ts";
import type { FigureEntry, Library } from "../retrieval/library.ts";
import { inScript } from "../text/script.ts";
import type { BarChart, ChartSpec, LineChart } from "./spec.ts";
import { cleanName } from "./titles.ts";
import { entryOf, trendOf, twinOf } from "./trend.ts";

export type { FigureEntry, Library };

/** Figures of an answer that are looked at: what was asked for stands first, its growth beside it. */
const LOOKED_AT = 2;

/**
 * The years of what a number answer tells: the trend of its first figure that has one. Where the texts of the figure's other
 * language know more years, these are drawn, in `lang`. Undefined where no other year is known.
 */
export function trendOfAnswer(
  library: Library,
  answer: NumberAnswer,
  lang: UiLang,
): LineChart | BarChart | undefined {
  for (const figure of answer.figures.slice(0, LOOKED_AT)) {
    const entry = entryOf(library, figure);
    const trend = entry && longestTrend(library, entry, lang);
    if (trend) return trend;
  }
  return undefined;
}

function longestTrend(library: Library, entry: FigureEntry, lang: UiLang): LineChart | BarChart | undefined {
  const own = trendOf(library, entry, lang);
  const twin = twinOf(library, entry);
  const other = twin && trendOf(library, twin, lang);
  if (!other || (own && valuesIn(own) >= valuesIn(other))) return own;
  const name = cleanName(entry.figure.metric);
  return { ...other, title: inScript(name.charAt(0).toUpperCase() + name.slice(1), lang) };
}

/** How many values a chart shows. */
export function valuesIn(spec: ChartSpec): number {
  switch (spec.kind) {
    case "bars":
      return spec.data.length;
    case "line":
      return spec.points.length;
    case "slope":
      return 2;
    case "parts":
      return spec.shares.length;
    default:
      return spec satisfies never;
  }
}
