import { sayPeriod } from "../answer/figure-text.ts";
import type { AnsweredFigure, UiLang } from "../answer/types.ts";
import type { Figure } from "../figures/figure.ts";
import { inScript } from "../text/script.ts";
import { CHANGES, GROWTH, MEASURES } from "./words.ts";

/** Words at the ends of a metric's words that a title does without. */
const EDGES =
  /^(?:[的和与及、，,:：\s]|其中|(?:the|of|in|and)\s)+|(?:[的和与及、，,:：\s在由从是为]|\s(?:the|of|in|and|was|were|is|are|at|by|to|from|a))+$/gi;
/** Shorter common names say too little: 海关, 出口. */
const SHORTEST_NAME = { zh: 4, en: 8 } as const;

/** What all figures measure: the metric that they share, else the common end of their metrics, else what kind of value they are. */
export function titleOf(figures: readonly AnsweredFigure[], lang: UiLang): string {
  const side = lang === "en" ? "en" : "zh";
  const [first] = figures;
  if (!first) return "";
  const own = figures.filter((f) => f.lang === side);
  const shared =
    own.length === figures.length
      ? sharedName(
          own.map((f) => cleanName(f.figure.metric)),
          side,
        )
      : "";
  const fallback = first.figure.change === null ? MEASURES[first.figure.kind] : GROWTH;
  const title = shared === "" ? fallback[side] : shared;
  return inScript(side === "en" ? capitalise(title) : title, lang);
}

/** The name of one measure that several figures have at different times: the shortest of those that their texts use. */
export function oneName(figures: readonly AnsweredFigure[], lang: UiLang): string {
  const side = lang === "en" ? "en" : "zh";
  const names = figures
    .filter((f) => f.lang === side)
    .map((f) => cleanName(f.figure.metric))
    .filter((name) => name !== "" && !/\d/.test(name));
  const name = names.toSorted((a, b) => a.length - b.length)[0];
  return name === undefined
    ? titleOf(figures, lang)
    : inScript(side === "en" ? capitalise(name) : name, lang);
}

/** A metric's words without connecting words at their ends. */
export const cleanName = (metric: string): string => metric.replace(/\s+/g, " ").replace(EDGES, "").trim();

function sharedName(names: readonly string[], side: "zh" | "en"): string {
  const [first = ""] = names;
  if (names.every((name) => name === first)) return /\d/.test(first) ? "" : first;
  const words = names.map((name) => wordsOf(name, side));
  const ends = [commonStart(words), commonStart(words.map((w) => w.toReversed())).toReversed()].map((end) =>
    cleanName(end.join("")),
  );
  const longest = ends.toSorted((a, b) => b.length - a.length)[0] ?? "";
  return longest.length < SHORTEST_NAME[side] || /\d/.test(longest) ? "" : longest;
}

const SEGMENTERS = {
  zh: new Intl.Segmenter("zh", { granularity: "word" }),
  en: new Intl.Segmenter("en", { granularity: "word" }),
} as const;

/** Names are compared by words, so that 进口时间 and 出口时间 share 时间 and not 口时间. */
const wordsOf = (name: string, side: "zh" | "en"): string[] =>
  [...SEGMENTERS[side].segment(name)].map((s) => s.segment);

function commonStart(names: readonly (readonly string[])[]): string[] {
  const [first = [], ...rest] = names;
  const length = first.findIndex((word, i) => rest.some((name) => name[i] !== word));
  return first.slice(0, length < 0 ? first.length : length);
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What all values share and the title does not say: kind of change, place, period; joined by middle dots. */
export function subtitleOf(
  figures: readonly AnsweredFigure[],
  labels: readonly string[],
  quotes: readonly string[],
  lang: UiLang,
): string {
  const parts = [
    sharedChange(
      figures.map((f) => f.figure),
      lang,
    ),
    sharedPlace(figures, quotes),
    sharedPeriod(
      figures.map((f) => f.figure),
      labels,
      lang,
    ),
  ];
  return parts
    .filter((part) => part !== "")
    .map((part) => inScript(part, lang))
    .join(" · ");
}

/** 同比增长, 比2017年下降: what growth figures have in common; empty for levels. */
export function sharedChange(figures: readonly Figure[], lang: UiLang): string {
  const side = lang === "en" ? "en" : "zh";
  const [change] = figures.map((f) => f.change);
  if (!change || figures.some((f) => f.change?.kind !== change.kind)) return "";
  const words = CHANGES[change.kind][directionOf(figures)][side];
  const base =
    change.base === null
      ? ""
      : side === "zh" && /^\d{4}$/.test(change.base)
        ? `${change.base}年`
        : change.base;
  return words.includes("{}") && base === ""
    ? CHANGES.increment[directionOf(figures)][side]
    : words.replace("{}", base);
}

/** Whether growth figures all rise, all fall, or do both. */
export function directionOf(figures: readonly Figure[]): "up" | "down" | "mixed" {
  const falls = figures.map((f) => {
    const value = f.change?.value ?? 0;
    return (typeof value === "number" ? value : value[0]) < 0;
  });
  return falls.every((f) => f) ? "down" : falls.some((f) => f) ? "mixed" : "up";
}

/** The place whose figures these are, where the quote names it: what the text does not say is not put under a picture. */
function sharedPlace(figures: readonly AnsweredFigure[], quotes: readonly string[]): string {
  const entity = figures[0]?.figure.entity ?? "";
  if (entity === "" || figures.some((f) => f.figure.entity !== entity)) return "";
  return figures.every((f) => (quotes[f.quote] ?? "").includes(entity)) ? entity : "";
}

/** The period of all figures, where it is one and no label says it. */
function sharedPeriod(figures: readonly Figure[], labels: readonly string[], lang: UiLang): string {
  const periods = new Set(figures.map((f) => sayPeriod(f.period, lang)));
  const [period = ""] = periods;
  return periods.size === 1 && !labels.some((label) => label.includes(period)) ? period : "";
}
