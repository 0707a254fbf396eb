import type { Figure } from "../figures/figure.ts";
import { monthsBetween } from "./moments.ts";

/** Units that are one under several names. */
const UNIT_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^个?(?:小时|钟头)$/, "小时"],
  [/^个?工作日$/, "工作日"],
  [/^(?:天|日)$/, "天"],
  [/^个?百分点$/, "个百分点"],
  [/^(?:个)?月$/, "个月"],
];

/** A unit's one name: 个小时 → 小时, hours → hour. */
export function unitKey(unit: string): string {
  const known = UNIT_NAMES.find(([pattern]) => pattern.test(unit))?.[1];
  return (
    known ??
    unit
      .trim()
      .toLowerCase()
      .replace(/(?<=[a-z]{3})s$/, "")
  );
}

/** Whether a figure is a part of a whole: 占18.4%, 九成, 每10辆中有4辆. */
export const isShare = (figure: Figure): boolean =>
  (figure.kind === "fraction" || figure.kind === "percent") &&
  figure.change === null &&
  figure.agg === "ratio";

const isSum = (figure: Figure): boolean => ["flow", "partial", "cumulative"].includes(figure.agg);
const isSide = (figure: Figure): boolean => figure.agg === "before" || figure.agg === "after";

/**
 * Whether all figures may stand in one picture (law 4): one kind, one unit, one counted noun where nouns are all there is,
 * one kind of total, sums over periods of one length, growth against one base. `trusted` figures were already set against
 * each other by an answer, which also knew their sentences: there only unit and kind of value are held to.
 */
export function areAlike(figures: readonly Figure[], trusted: boolean): boolean {
  const [first] = figures;
  if (!first || first.kind === "rank") return false;
  if (figures.every(isShare)) return true;
  return figures.every(
    (figure) =>
      sameUnit(first, figure) &&
      sameChange(first, figure) &&
      (trusted || (sameTotal(first, figure) && sameNoun(first, figure))),
  );
}

const sameUnit = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind &&
  unitKey(a.unit) === unitKey(b.unit) &&
  (a.unit !== "" || a.kind === "fraction" || a.kind === "multiple" || sameNoun(a, b));

function sameChange(a: Figure, b: Figure): boolean {
  if (a.change === null || b.change === null) return a.change === b.change;
  return a.change.kind === b.change.kind && (a.change.kind !== "vs" || a.change.base === b.change.base);
}

function sameTotal(a: Figure, b: Figure): boolean {
  if (isSum(a) && isSum(b)) return monthsBetween(a.period) === monthsBetween(b.period);
  return a.agg === b.agg || (isSide(a) && isSide(b));
}

const sameNoun = (a: Figure, b: Figure): boolean =>
  a.noun === null || b.noun === null || bare(a.noun) === bare(b.noun);
const bare = (noun: string): string => noun.replace(/[()（）\s]/g, "");
