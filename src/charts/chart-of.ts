import { sayPeriod } from "../answer/figure-text.ts";
import type {
  Answer,
  AnsweredFigure,
  ComparisonAnswer,
  Derived,
  NumberAnswer,
  UiLang,
} from "../answer/types.ts";
import type { Figure } from "../figures/figure.ts";
import { inScript } from "../text/script.ts";
import { datumOf, drawnValue } from "./datum.ts";
import { areAlike, isShare } from "./likeness.ts";
import { momentOf } from "./moments.ts";
import { sourceLine } from "./source-line.ts";
import type { BarChart, ChartSpec, LineChart, Point, Share, ShareChart, SlopeChart } from "./spec.ts";
import { cleanName, directionOf, oneName, subtitleOf, titleOf } from "./titles.ts";
import { OUTCOMES, WORDS } from "./words.ts";

const FEWEST_POINTS = 3;
const MOST_BARS = 8;
const MOST_POINTS = 24;

type Base = Pick<
  ChartSpec,
  "lang" | "title" | "subtitle" | "outcome" | "verdict" | "formula" | "source" | "note"
>;
type Told = ComparisonAnswer | NumberAnswer;

/**
 * The picture of an answer that sets like against like: a comparison that was computed or shown side by side, or three and
 * more figures of one metric over time. Undefined for every other answer, for figures that do not compare, for mixed units.
 */
export function chartOf(answer: Answer): ChartSpec | undefined {
  if (answer.kind === "comparison") return comparisonChart(answer);
  return answer.kind === "number" && isSeries(answer.figures, answer.lang) ? lineChart(answer) : undefined;
}

function comparisonChart(answer: ComparisonAnswer): ChartSpec | undefined {
  const { figures, incomparable, missing, derived } = answer;
  const all = figures.map((f) => f.figure);
  if (incomparable !== "" || missing.length > 0 || figures.length < 2 || new Set(all).size < figures.length)
    return undefined;
  if (!areAlike(all, derived.length > 0)) return undefined;
  const share = derived.find((d) => d.kind === "share");
  if (share) return partChart(answer, share);
  if (all.every(isShare) && all.every((figure) => drawnValue(figure, false)[1] <= 1))
    return sharesChart(answer);
  if (isPair(all)) return slopeChart(answer);
  if (isSeries(figures, answer.lang)) return lineChart(answer);
  return figures.length <= MOST_BARS ? barChart(answer) : undefined;
}

const isPair = (figures: readonly Figure[]): boolean =>
  figures.length === 2 && sideOf(figures[0]) === "before" && sideOf(figures[1]) === "after";

function sideOf(figure: Figure | undefined): "before" | "after" | undefined {
  const sides = [figure?.agg, figure?.of?.role];
  return sides.includes("before") ? "before" : sides.includes("after") ? "after" : undefined;
}

/** Whether figures are one metric at three or more points in time: same name (or periods for names), place and direction. */
function isSeries(figures: readonly AnsweredFigure[], lang: UiLang): boolean {
  const [first] = figures;
  if (!first || figures.length < FEWEST_POINTS || figures.length > MOST_POINTS) return false;
  const moments = figures.map((f) => momentOf(f.figure.period));
  if (moments.includes(undefined) || new Set(moments).size < figures.length) return false;
  const named = isNamedByTime(figures, lang) || figures.every((f) => f.figure.metric === first.figure.metric);
  const placed = figures.every(
    (f) =>
      f.figure.entity === first.figure.entity &&
      (f.figure.direction ?? "both") === (first.figure.direction ?? "both"),
  );
  return (
    named &&
    placed &&
    areAlike(
      figures.map((f) => f.figure),
      false,
    )
  );
}

function lineChart(answer: Told): LineChart {
  const { lang, figures } = answer;
  const signed = directionOf(figures.map((f) => f.figure)) === "mixed";
  const points = figures.map(
    (f): Point => ({
      ...datumOf(f, sayPeriod(f.figure.period, lang), lang, signed),
      at: momentOf(f.figure.period) ?? 0,
    }),
  );
  return {
    ...baseOf(
      answer,
      points.map((p) => p.label),
    ),
    kind: "line",
    title: oneName(figures, lang),
    points: points.toSorted((a, b) => a.at - b.at),
  };
}

function barChart(answer: ComparisonAnswer): BarChart {
  const { lang, figures } = answer;
  const signed = directionOf(figures.map((f) => f.figure)) === "mixed";
  const data = figures.map((f) => datumOf(f, f.label || cleanName(f.figure.metric), lang, signed));
  const base = baseOf(
    answer,
    data.map((d) => d.label),
  );
  const title = isNamedByTime(figures, lang) ? oneName(figures, lang) : base.title;
  return { ...base, kind: "bars", title, data: inOrderOfTime(data, figures) };
}

/** Bars of several times stand in their order; others as the answer tells them. */
function inOrderOfTime<T>(data: readonly T[], figures: readonly AnsweredFigure[]): readonly T[] {
  const moments = figures.map((f) => momentOf(f.figure.period));
  if (moments.includes(undefined) || new Set(moments).size < moments.length) return data;
  return data
    .map((datum, i) => ({ datum, at: moments[i] ?? 0 }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ datum }) => datum);
}

/** Whether periods are all that sets the figures apart: then the answer holds that they measure one thing. */
const isNamedByTime = (figures: readonly AnsweredFigure[], lang: UiLang): boolean =>
  figures.every((f) => f.label === sayPeriod(f.figure.period, lang) && f.label !== "");

function slopeChart(answer: ComparisonAnswer): SlopeChart | undefined {
  const { lang, figures } = answer;
  const [before, after] = figures;
  if (!before || !after) return undefined;
  const side = lang === "en" ? "en" : "zh";
  return {
    ...baseOf(answer, []),
    kind: "slope",
    title: oneName(figures, lang),
    subtitle: "",
    verdict: "",
    before: datumOf(before, WORDS.before[side], lang),
    after: datumOf(after, WORDS.after[side], lang),
  };
}

function sharesChart(answer: ComparisonAnswer): ShareChart {
  const { lang, figures } = answer;
  const shares = figures.map((f): Share => datumOf(f, f.label || cleanName(f.figure.metric), lang));
  return {
    ...baseOf(
      answer,
      shares.map((s) => s.label),
    ),
    kind: "parts",
    shares,
  };
}

/** A share that was computed from a part and its whole. */
function partChart(answer: ComparisonAnswer, derived: Derived): ShareChart | undefined {
  const { lang, figures } = answer;
  const [part, whole] = derived.operands.map((i) => figures[i]);
  const [low, high] = typeof derived.value === "number" ? [derived.value, derived.value] : derived.value;
  if (!part || !whole || low < 0 || high > 100 || figures.length !== 2) return undefined;
  const [p, w] = [datumOf(part, part.label, lang), datumOf(whole, whole.label, lang)];
  const certainty = low === high ? (derived.approximate ? "about" : "exact") : "range";
  const share: Share = {
    label: p.label,
    value: low / 100,
    high: high / 100,
    shown: saidResult(answer),
    certainty,
    part: p.shown,
    whole: w.shown,
  };
  const title = w.label === "" || w.label === p.label ? titleOf(figures, lang) : w.label;
  return {
    ...baseOf(answer, [p.label, w.label]),
    kind: "parts",
    title,
    outcome: "",
    verdict: "",
    shares: [share],
  };
}

function baseOf(answer: Told, labels: readonly string[]): Base {
  const { lang, figures } = answer;
  const quotes = figures.flatMap((f) => answer.quotes[f.quote] ?? []);
  const derived = answer.kind === "comparison" ? answer.derived[0] : undefined;
  return {
    lang,
    title: titleOf(figures, lang),
    subtitle: subtitleOf(
      figures,
      labels,
      answer.quotes.map((q) => q.text),
      lang,
    ),
    outcome: outcomeOf(answer),
    verdict: verdictOf(answer),
    formula: derived ? formulaOf(derived, lang) : "",
    source: sourceLine(quotes, lang),
    note: "",
  };
}

const formulaOf = ({ formula }: Derived, lang: UiLang): string =>
  lang === "en" ? formula.replace(/（(.*?)）/g, " ($1)") : inScript(formula, lang);

/** The computed result with its name: 相差11.64万亿元. */
function outcomeOf(answer: Told): string {
  const derived = answer.kind === "comparison" ? answer.derived[0] : undefined;
  return answer.kind === "comparison" && derived
    ? inScript(introduce(derived, answer.lang), answer.lang) + saidResult(answer)
    : "";
}

function verdictOf(answer: Told): string {
  if (answer.kind !== "comparison") return "";
  const stop = WORDS.stop[answer.lang === "en" ? "en" : "zh"];
  return inScript(
    answer.verdict.endsWith(stop) ? answer.verdict.slice(0, -stop.length) : answer.verdict,
    answer.lang,
  );
}

function introduce(derived: Derived, lang: UiLang): string {
  const side = lang === "en" ? "en" : "zh";
  if (derived.kind === "ratio") return "";
  const low = typeof derived.value === "number" ? derived.value : derived.value[0];
  return OUTCOMES[derived.kind === "percent_change" ? (low < 0 ? "fall" : "rise") : derived.kind][side];
}

/** The result as the headline says it, 约 included. */
function saidResult(answer: ComparisonAnswer): string {
  return inScript(
    answer.headline.flatMap((part) =>
      part.kind === "computed" && part.derived === 0 ? [part.text] : [],
    )[0] ?? "",
    answer.lang,
  );
}
