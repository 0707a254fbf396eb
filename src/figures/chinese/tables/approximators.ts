import type { Approximation, Bound } from "../../figure.ts";

export interface Approximator {
  readonly word: string;
  readonly approx: Approximation;
  readonly bound: Bound | null;
}

const row = (words: string, approx: Approximation, bound: Bound | null): Approximator[] =>
  words.split(" ").map((word) => ({ word, approx, bound }));

const longestFirst = (rows: Approximator[]): readonly Approximator[] =>
  rows.sort((a, b) => b.word.length - a.word.length);

/** Before the number. 近 and 接近 stay below the number, 约 says nothing of the side. */
export const BEFORE: readonly Approximator[] = longestFirst([
  ...row("近 将近 接近 逼近 临近", "about", "<"),
  ...row("约 大约 约合 约计 大概 估计 差不多", "about", null),
  ...row("超 超过 超出 逾 突破 多达 跨过 越过 高于 大于 不止", "over", ">"),
  ...row("至少 不少于 不低于 不小于 最少", "over", ">="),
  ...row("不到 不足 不满 少于 低于 小于 未满 未到", "under", "<"),
  ...row("不超过 不超 至多 最多 不高于 不多于", "under", "<="),
]);

/** Behind the number or its unit. */
export const BEHIND: readonly Approximator[] = longestFirst([
  ...row("余 多 开外", "over", ">"),
  ...row("以上 及以上 或以上 之上 起步", "over", ">="),
  ...row("以下 及以下 以内 之内 内", "under", "<="),
  ...row("左右 上下 前后 许", "about", null),
]);

/** What may stand between an approximator and the number, tried in order: nothing, 超过了, 约为, 约占全国的. */
export const BETWEEN: readonly RegExp[] = [
  /$/,
  /(?:了|为|达到?|有|是|到|至|过)$/,
  /占[^,，。;:、\d]{0,10}的?$/,
];
