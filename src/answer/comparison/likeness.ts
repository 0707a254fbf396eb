import type { Figure } from "../../figures/figure.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import type { UiLang } from "../types.ts";

/** Months that a period covers; null where it does not say. */
function monthsOf(figure: Figure): number | null {
  const { from, to } = figure.period;
  if (from === null || to === null) return null;
  const [y1 = 0, m1 = 1] = from.split("-").map(Number);
  const [y2 = 0, m2 = 12] = to.split("-").map(Number);
  return (y2 - y1) * 12 + (m2 - m1) + 1;
}

const isYearly = (f: Figure): boolean => f.change?.kind === "yoy" || f.change?.kind === "avg_annual";
const isOfYears = (f: Figure): boolean => isYearly(f) || f.change?.kind === "vs";

/** A growth against a base of two and more years before. */
const isLong = ({ change, period }: Figure): boolean =>
  change?.kind === "vs" &&
  /^\d{4}/.test(change.base ?? "") &&
  Number(period.to?.slice(0, 4)) - Number(change.base?.slice(0, 4)) > 1;

const SUMS = new Set<Figure["agg"]>(["flow", "partial", "cumulative"]);

/**
 * Why two figures may not be set against each other (law 4), in the asker's language; undefined where they may. Sums
 * compare over periods of one length; rates, times, shares, ranks and growth compare across periods of any length.
 */
export function incomparable(
  a: FigureEntry,
  b: FigureEntry,
  lang: UiLang,
  asShare: boolean,
): string | undefined {
  const en = lang === "en";
  const [x, y] = [a.figure, b.figure];
  const mean = (f: Figure): boolean => f.agg === "annual_average" || f.agg === "average";
  if (asShare && mean(x) === mean(y) && isPartOf(a, b)) return undefined;
  if (isYearly(x) !== isYearly(y) && [x, y].every(isOfYears) && [x, y].some(isLong))
    return en
      ? "One is a growth over several years, the other over one: they do not compare directly."
      : "一个是几年累计的增幅，一个是一年的增幅，口径不同，不能直接相比。";
  if (x.kind !== "amount" && x.kind !== "count" && x.kind !== "measure") return undefined;
  if (x.unit !== y.unit && x.kind === "amount")
    return en ? "They are in different currencies." : "两者的货币单位不同，不能直接相比。";
  if (x.agg === "target" || y.agg === "target") return undefined;
  if (mean(x) !== mean(y) && [x, y].some((f) => f.agg === "cumulative" || f.agg === "partial"))
    return en
      ? "One is an average, the other a total: they do not compare."
      : "一个是平均数，一个是合计数，口径不同，不能直接相比。";
  if (!SUMS.has(x.agg) || !SUMS.has(y.agg)) return undefined;
  if (sameSentence(a, b)) return undefined;
  if ((x.period.implicit || y.period.implicit) && a.document === b.document) return undefined;
  if (x.period.implicit && y.period.implicit) return undefined;
  const [m, n] = [monthsOf(x), monthsOf(y)];
  if ((x.agg === "cumulative") !== (y.agg === "cumulative") && m !== n)
    return en
      ? "One is a cumulative total over several years, the other covers a different length of time: they do not compare directly."
      : "一个是跨年累计数，另一个的时间长度不同，口径不同，不能直接相比。";
  if (m !== null && n !== null && m !== n)
    return en
      ? "They cover periods of different length, so they do not compare directly."
      : "两者的统计时段长短不同，不能直接相比。";
  return undefined;
}

/** A year within the years of a total of the same place and measure: its share is a fair one. */
function isPartOf(a: FigureEntry, b: FigureEntry): boolean {
  const [x, y] = [a.figure.period, b.figure.period];
  const within = (inner: typeof x, outer: typeof x): boolean =>
    inner.from !== null &&
    outer.from !== null &&
    inner.to !== null &&
    outer.to !== null &&
    inner.from >= outer.from &&
    inner.to <= outer.to;
  return a.document === b.document && a.figure.unit === b.figure.unit && (within(x, y) || within(y, x));
}

const sameSentence = (a: FigureEntry, b: FigureEntry): boolean => a.sentence === b.sentence;
