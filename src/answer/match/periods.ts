import type { Figure, Period } from "../../figures/figure.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import type { AskedPeriod } from "../question/periods.ts";

/** How a figure's period stands to the one asked for. */
export type PeriodFit = "same" | "inside" | "unknown" | "around" | "other";

/** First and last day of a partial period, as comparable strings; a relative month (`--07`) fits any year. */
function bounds(period: { from: string | null; to: string | null }): { from: string; to: string } {
  return { from: `${period.from ?? "0000"}-01-01`.slice(0, 10), to: lastDay(period.to ?? "9999") };
}

const lastDay = (date: string): string => `${date}-12-31`.slice(0, 10).replace(/^(\d{4}-\d{2})-12$/, "$1-31");

/**
 * Whether a figure speaks of the period asked for: `same` span, lies `inside` it (a day or month of a year, a part of a
 * plan), reaches `around` it (a plan where a year was asked), is of an`other` time, or does not say (`unknown`).
 */
function fitPeriod(asked: Pick<AskedPeriod, "from" | "to">, period: Period): PeriodFit {
  if (asked.from?.startsWith("--")) return fitMonths(asked, period);
  if (period.from === null && period.to === null) return "unknown";
  const a = bounds(asked);
  const f = bounds(period);
  // A state at a date answers for a year by its last state known, not for a span of years that it stands at the start of.
  if (period.from === null)
    return f.to >= a.from && f.to <= a.to
      ? a.from.slice(0, 4) === a.to.slice(0, 4) || f.to.slice(0, 4) === a.to.slice(0, 4)
        ? "inside"
        : "other"
      : f.to < a.from
        ? "other"
        : "around";
  if (a.from === f.from && a.to === f.to) return "same";
  // A plan or span that ends within what the source could know: “十四五”以来 reported in 2025-08.
  if (a.from === f.from && f.to <= a.to && f.from.slice(0, 4) !== a.to.slice(0, 4)) return "same";
  if (f.from >= a.from && f.to <= a.to) return "inside";
  if (f.from <= a.from && f.to >= a.to) return "around";
  return "other";
}

function fitMonths(asked: Pick<AskedPeriod, "from" | "to">, period: Period): PeriodFit {
  if (!period.from || !period.to || period.from.length < 7) return period.from === null ? "unknown" : "other";
  const same =
    period.from.slice(5, 7) === asked.from?.slice(2, 4) && period.to.slice(5, 7) === asked.to?.slice(2, 4);
  return same && period.from.slice(0, 4) === period.to.slice(0, 4) ? "same" : "other";
}

/**
 * As {@link fitPeriod}, with what the article adds: a year may name the report rather than its figures, and 目前 in a report
 * on 2020 that came out in early 2021 speaks of the end of 2020.
 */
export function fitEntry(asked: AskedPeriod, entry: FigureEntry): PeriodFit {
  const { figure } = entry;
  // What a report of July says of now is no figure for July.
  if (
    figure.period.from === null &&
    figure.period.implicit &&
    (asked.from?.length ?? 0) >= 7 &&
    asked.from === asked.to
  )
    return "other";
  const { article } = entry.document;
  if (asked.source) return article.published.startsWith(asked.from ?? "-") ? "same" : "other";
  if (asked.yearEnd && figure.period.to !== null && lastDay(figure.period.to) < `${asked.to}-09`)
    return "other";
  if (
    asked.from !== asked.to &&
    figure.change?.base === asked.from &&
    figure.period.to?.slice(0, 4) === asked.to?.slice(0, 4)
  )
    return "same";
  const fit = fitPeriod(asked, figure.period);
  // 连续8年: a run of years is asked for by the year in which it stands.
  if (
    figure.kind === "duration" &&
    /年|year/.test(figure.unit) &&
    figure.period.to?.slice(0, 4) === asked.to?.slice(0, 4) &&
    !figure.period.implicit
  )
    return "same";
  if (fit === "same" || fit === "inside" || figure.agg !== "stock" || figure.period.from !== null) return fit;
  const covers = article.covers;
  return covers && covers.from === asked.from && covers.to === asked.to && !asked.yearEnd ? "inside" : fit;
}

/** Whether a figure is a change measured against the asked period: 较2017年. */
export const isBase = (asked: Pick<AskedPeriod, "from" | "to">, figure: Figure): boolean =>
  figure.change?.base !== null &&
  figure.change?.base !== undefined &&
  asked.from === asked.to &&
  figure.change.base === asked.from;

/** The last day of what a figure speaks of, for putting the newest first; empty where unknown. */
export const newness = (period: Period): string => (period.to === null ? "" : lastDay(period.to));
