import { displayOf } from "../answer/figure-text.ts";
import { makeQuote } from "../answer/quotes.ts";
import type { Quote, UiLang } from "../answer/types.ts";
import type { FigureEntry, Library } from "../charts/answer-trend.ts";
import { crossCheck, type Fact } from "../coverage/conflicts.ts";
import { type CoverageColumn, type CoverageRow, mapCoverage } from "../coverage/coverage.ts";
import { createMetricKey } from "../coverage/metric-names.ts";
import { entityKey } from "../coverage/stated-figure.ts";
import type { DifferingFact, DifferingFacts } from "../format/conflicts.ts";
import type { KnownMetric, KnownMetrics } from "../format/coverage.ts";
import type { Glossary } from "../knowledge/glossary.ts";
import { inScript } from "../text/script.ts";

/** What is known over all articles, and where they differ, in words for a reader of `lang`. */
export interface Survey {
  known(lang: UiLang): KnownMetrics;
  differing(lang: UiLang): DifferingFacts;
}

/** Reads a library at large; each view is computed when it is first asked for. Without a library nothing is known. */
export function createSurvey(library: Library | undefined, glossary: Glossary | undefined): Survey {
  const metricKey = createMetricKey(glossary);
  return {
    known: once((lang) => {
      const figures = figuresFor(library, lang);
      const { rows, columns } = mapCoverage(figures, metricKey);
      const newest = columns.toReversed().sort((a, b) => Number(a.key === "") - Number(b.key === ""));
      return { metrics: inOrder(rows, newest, lang), figures: figures.length };
    }),
    differing: once((lang) => {
      const { conflicts, agreements } = crossCheck(figuresFor(library, lang), metricKey);
      const newestFirst = conflicts.toSorted((a, b) => newestOf(b).localeCompare(newestOf(a)));
      return { facts: newestFirst.map((fact) => differ(fact, lang)), agreed: agreements.length };
    }),
  };
}

function once<T>(compute: (lang: UiLang) => T): (lang: UiLang) => T {
  const known = new Map<UiLang, T>();
  return (lang) => {
    const value = known.get(lang) ?? compute(lang);
    known.set(lang, value);
    return value;
  };
}

/** The figures of each article's text in the reader's language, or of the one that there is. */
function figuresFor(library: Library | undefined, lang: UiLang): readonly FigureEntry[] {
  const documents = library?.readings[lang === "en" ? "en" : "zh"].documents ?? [];
  return [...documents].flatMap(({ figures }) => figures);
}

/** Metrics by their newest column, those with most columns first. */
function inOrder(
  rows: readonly CoverageRow<FigureEntry>[],
  newest: readonly CoverageColumn[],
  lang: UiLang,
): readonly KnownMetric[] {
  const first = (row: CoverageRow<FigureEntry>) => newest.findIndex(({ key }) => key in row.cells);
  return rows.toSorted((a, b) => first(a) - first(b)).map((row) => know(row, newest, lang));
}

function know(row: CoverageRow<FigureEntry>, newest: readonly CoverageColumn[], lang: UiLang): KnownMetric {
  const cells = newest.flatMap(({ key }) => {
    const cell = row.cells[key];
    return cell === undefined ? [] : [{ key, cell }];
  });
  const [figure] = cells.flatMap(({ cell }) => cell.map((entry) => entry.figure));
  const place = figure === undefined || entityKey(figure) === "" ? "" : (row.entity ?? "");
  return {
    name: inScript(row.metric.replace(/[\s。；，,.;]+$/, ""), lang),
    place: inScript(place, lang),
    years: cells.map(({ key, cell }) => ({
      year: key,
      onlyChange: cell.every((entry) => entry.figure.change !== null),
    })),
  };
}

const newestOf = (fact: Fact<FigureEntry>): string =>
  fact.statements[0]?.by[0].document.article.published ?? "";

const differ = (fact: Fact<FigureEntry>, lang: UiLang): DifferingFact => ({
  name: inScript(fact.metric, lang),
  place: inScript(fact.entity ?? "", lang),
  period: fact.period,
  values: fact.statements.map(({ by: [first, ...others] }) => ({
    value: displayOf(first),
    quotes: [quoteOf(first), ...others.map(quoteOf)],
  })),
});

/** The sentence of a figure, the figure marked. */
const quoteOf = ({ document, sentence, figure }: FigureEntry): Quote =>
  makeQuote(document, sentence.start, sentence.end, [figure.display]);
