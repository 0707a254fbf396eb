import { displayOf, sayPeriod } from "../answer/figure-text.ts";
import type { AnsweredFigure, UiLang } from "../answer/types.ts";
import type { FigureEntry, Library } from "../retrieval/library.ts";
import { foldText } from "../text/fold.ts";
import { inScript } from "../text/script.ts";
import { datumOf } from "./datum.ts";
import { areAlike } from "./likeness.ts";
import { momentOf } from "./moments.ts";
import { sourceLine } from "./source-line.ts";
import type { BarChart, ChartSpec, LineChart, Point } from "./spec.ts";
import { directionOf, oneName, sharedChange } from "./titles.ts";
import { WORDS } from "./words.ts";

/** Points of a line; two make bars. */
const FEWEST_FOR_LINE = 3;

/**
 * Words of a metric that name the kind of number and not what is measured: 货物贸易进出口总额 and 货物贸易总额 are one metric.
 * The direction, the place and the kind of total are compared on their own.
 */
const EMPTY_WORDS =
  /进出口|出口|进口|总额|总值|总量|总数|总|金额|货值|额|值|数量|数|规模|全国|我国|中国|海关|全年|年均|年度|同比|环比|增长|下降|增速|增幅|累计|共计|共|分别|达到|达|实现|完成|已经|已|的|了|[\s，、,：:“”"]|\b(?:total|value|volume|number|imports?|exports?|and|of|the|in|china(?:'s)?|national|annual|growth|of|a|its)\b/gi;

/** What a figure's metric measures, for telling whether another one measures the same. */
export const metricKey = (metric: string): string => foldText(metric).replace(EMPTY_WORDS, "");

/**
 * All figures of the library that give the metric of `entry` for other years: same metric, place, direction, unit and kind of
 * total. Three or more make a line, two make bars; undefined where there is one only.
 */
export function trendOf(
  library: Library,
  entry: FigureEntry,
  lang: UiLang = entry.document.article.lang === "en" ? "en" : "zh-Hans",
): LineChart | BarChart | undefined {
  const { entries: found, differing } = onePerPeriod(seriesOf(library, entry));
  if (found.length < 2) return undefined;
  const entries = found.map((e) => inLanguage(library, e, lang));
  const figures = entries.map((e, quote) => answered(e, quote));
  const all = figures.map((f) => f.figure);
  const points = figures.map(
    (f): Point => ({
      ...datumOf(f, sayPeriod(f.figure.period, lang), lang, directionOf(all) === "mixed"),
      at: momentOf(f.figure.period) ?? 0,
    }),
  );
  const base: Omit<ChartSpec, "kind" | "data" | "points"> = {
    lang,
    title: oneName(figures, lang),
    subtitle: inScript(sharedChange(all, lang), lang),
    outcome: "",
    verdict: "",
    formula: "",
    source: sourceLine(
      entries.map((e) => ({ ...e.document.article, articleId: e.document.article.id })),
      lang,
    ),
    note: differing ? inScript(WORDS.differing[lang === "en" ? "en" : "zh"], lang) : "",
  };
  return points.length < FEWEST_FOR_LINE
    ? { ...base, kind: "bars", data: points }
    : { ...base, kind: "line", points };
}

/** The figure as the article's text in the asker's language prints it, where that has it. */
function inLanguage(library: Library, entry: FigureEntry, lang: UiLang): FigureEntry {
  const isOwn = (entry.document.article.lang === "en") === (lang === "en");
  return isOwn ? entry : (twinOf(library, entry) ?? entry);
}

/** The same figure in the article's text in the other language; undefined where none or several could be it. */
export function twinOf(library: Library, { document, figure }: FigureEntry): FigureEntry | undefined {
  const other = library.document(document.article.id, document.article.lang === "en" ? "zh" : "en");
  const twins = (other?.figures ?? []).filter(
    ({ figure: f }) =>
      String(f.value) === String(figure.value) &&
      f.kind === figure.kind &&
      f.agg === figure.agg &&
      f.change?.kind === figure.change?.kind &&
      f.period.from === figure.period.from &&
      f.period.to === figure.period.to,
  );
  return twins.length === 1 ? twins[0] : undefined;
}

function answered(entry: FigureEntry, quote: number): AnsweredFigure {
  const { article } = entry.document;
  return {
    figure: entry.figure,
    articleId: article.id,
    lang: article.lang,
    quote,
    display: displayOf(entry),
    label: entry.figure.metric,
  };
}

/** The figures of one language that stand beside `entry` in a series, in order of time. */
function seriesOf(library: Library, entry: FigureEntry): FigureEntry[] {
  const key = metricKey(entry.figure.metric);
  if (key === "" || momentOf(entry.figure.period) === undefined) return [];
  const members = library.figures.filter(
    (other) => other.document.article.lang === entry.document.article.lang && isSameSeries(entry, other, key),
  );
  return members.sort(
    (a, b) => (momentOf(a.figure.period) ?? 0) - (momentOf(b.figure.period) ?? 0) || a.id - b.id,
  );
}

function isSameSeries(entry: FigureEntry, other: FigureEntry, key: string): boolean {
  const [a, b] = [entry.figure, other.figure];
  return (
    momentOf(b.period) !== undefined &&
    a.entity === b.entity &&
    (a.entity !== null || entry.document.home === other.document.home) &&
    (a.direction ?? "both") === (b.direction ?? "both") &&
    a.agg === b.agg &&
    areAlike([a, b], false) &&
    metricKey(b.metric) === key
  );
}

/** One figure a period, the latest published; whether articles state other values for one. */
function onePerPeriod(series: readonly FigureEntry[]): {
  readonly entries: readonly FigureEntry[];
  readonly differing: boolean;
} {
  const periods = new Map<string, FigureEntry>();
  let differing = false;
  for (const entry of series) {
    const { agg, period } = entry.figure;
    // What stands at a date stands there whatever span of time its article speaks of.
    const key = agg === "stock" ? `${period.to}` : `${period.from}/${period.to}`;
    const known = periods.get(key);
    differing ||= known !== undefined && String(known.figure.value) !== String(entry.figure.value);
    if (!known || entry.document.article.published > known.document.article.published)
      periods.set(key, entry);
  }
  return { entries: [...periods.values()], differing };
}

/** The entry of the library that an answer's figure came from; undefined where the library has changed since. */
export function entryOf(
  library: Library,
  { articleId, lang, figure }: AnsweredFigure,
): FigureEntry | undefined {
  return library
    .document(articleId, lang)
    ?.figures.find((entry) => entry.figure.start === figure.start && entry.figure.text === figure.text);
}
