import type { FigureEntry } from "../../retrieval/library.ts";
import { matchForm } from "../../text/match-form.ts";
import { readPer } from "../question/cues.ts";
import { foreignShare } from "./foreign.ts";
import { isLocal, saysWhose } from "./place.ts";
import { countsSibling, isSiblings } from "./siblings.ts";
import type { Wanted } from "./wanted.ts";

/** A day's mean does not answer for a year's sum, nor the other way round. */
export function perScore(wanted: Wanted, entry: FigureEntry): number {
  const { body } = entry.document.article;
  const own = readPer(
    body
      .slice(
        Math.min(entry.figure.clause[0], entry.figure.display[0]),
        Math.max(entry.figure.clause[1], entry.figure.display[1]),
      )
      .toLowerCase(),
  );
  if (wanted.per === own) return 1;
  return wanted.per === null ? 0.9 : own === null ? 0.72 : 0.5;
}

/** A growth on the month before does not answer for one on the year before. */
export function baseScore(wanted: Wanted, entry: FigureEntry): number {
  const kind = entry.figure.change?.kind;
  if (kind === "gap") return wanted.changeBase !== null ? 0.5 : wanted.compares ? 1 : 0.8;
  if (wanted.changeBase === null || (kind !== "yoy" && kind !== "mom")) return 1;
  return kind === wanted.changeBase ? 1.04 : 0.5;
}

/** In a follow-up the growth of the figure just told comes before another's, and its sentence before other passages. */
export function recallBonus(wanted: Wanted, entry: FigureEntry): number {
  const last = wanted.recalled[0];
  if (!last || last === entry) return 0;
  // 23年的呢 asks for the same kind of value again.
  if (wanted.ask?.wants === "any" && wanted.ask.span[0] < 0 && entry.figure.kind !== last.figure.kind)
    return wanted.aspect === "any" || wanted.aspect === "level" ? -0.3 : 0;
  if (last.document !== entry.document) return 0;
  if (entry.figure.of?.index === last.index) return 0.1;
  return last.sentence === entry.sentence
    ? 0.08
    : last.sentence.passage === entry.sentence.passage
      ? 0.03
      : 0;
}

/** 现在一共有多少 prefers a stock to what was newly added, 新增多少 the other way round. */
export function stockBonus(wanted: Wanted, entry: FigureEntry): number {
  if (!wanted.stock && !wanted.added) return 0;
  const added =
    entry.figure.change?.kind === "increment" ||
    /新增|新建|新设|扩大开放| new | newli | ad /.test(entry.around.metric);
  if (wanted.added) return added ? 0.06 : entry.figure.agg === "stock" ? -0.06 : 0;
  return entry.figure.agg === "stock" && !added ? 0.06 : added ? -0.12 : 0;
}

/** Days and seasons that are told by themselves: the sum of a holiday does not answer for the year. */
const MOMENTS =
  /春节|元旦|清明|劳动节|五一|端午|中秋|国庆|假期|黄金周|双11|双十一|当天|首日|单日|高峰|旺季|淡季|第[二三四五六]个月|次月|首月|第一个月|头一?个月|spring festival|second month|third month|new year|holiday|golden week|peak|single day/g;

/** Takes off where the figure's clause speaks of a day or season that was not asked for, or the other way round. */
function momentPenalty(wanted: Wanted, entry: FigureEntry): number {
  const { article } = entry.document;
  const before = article.body.slice(entry.sentence.start, entry.figure.display[1]).toLowerCase();
  const own = momentsOf(before.slice(Math.max(before.lastIndexOf("；"), before.lastIndexOf(";")) + 1));
  const month = wanted.moments.filter((m) => LATER_MONTH.test(m));
  if (month.length > 0 && !month.some((m) => own.includes(m))) return 0.6;
  if (wanted.moments.length === 0) return own.length > 0 && !own.every((m) => FIRST_MONTH.test(m)) ? 0.1 : 0;
  return wanted.moments.some((m) => own.includes(m)) ? 0 : 0.25;
}

/** Of a campaign's months the first is told at once with it, a later one only by name. */
const FIRST_MONTH = /^(?:首月|第一个月|头一?个月)$/;
const LATER_MONTH = /^(?:第[二三四五六]个月|次月|second month|third month)$/;

/** The days and seasons that a folded text speaks of. */
export const momentsOf = (folded: string): readonly string[] => folded.match(MOMENTS) ?? [];

/** The highest and lowest values that a text tells as such. */
const PEAKS =
  /新高|新低|纪录|峰值|最[高低大小多少快慢长短]|\b(?:highest|lowest|largest|smallest|biggest|most|fewest|fastest|slowest|longest|shortest)\b/g;

/** The words for the highest or lowest value that a folded text holds. */
export const peaksOf = (folded: string): readonly string[] => folded.match(PEAKS) ?? [];

/** 破案率最高是哪年: the source's own 最高的2022年 comes before other years. */
export const isAtPeak = (wanted: Wanted, { figure, document }: FigureEntry): boolean => {
  const own = peaksOf(document.article.body.slice(figure.clause[0], figure.display[1]).toLowerCase());
  return own.some(
    (word) => wanted.peaks.includes(word) || wanted.peaks.some((asked) => isSameEnd(asked, word)),
  );
};

/** 最多的一天 is told as 创单日新高. */
const TOP = /^(?:最[高多大强]|新高|纪录|峰值|highest|largest|biggest|most)$/;
const BOTTOM = /^(?:最[低少小]|新低|lowest|smallest|fewest)$/;
const isSameEnd = (a: string, b: string): boolean =>
  (TOP.test(a) && TOP.test(b)) || (BOTTOM.test(a) && BOTTOM.test(b));

/** Takes off for what the figure's name says beyond the question, and for belonging to a place that was not named. */
export function penalty(wanted: Wanted, entry: FigureEntry): number {
  const terms = [...wanted.terms, ...wanted.shared];
  const { share, qualified } = foreignShare(entry, terms);
  const unnamed = isLocal(entry) && !terms.some(saysWhose) ? 0.17 : 0;
  const part = entry.figure.of?.role === "part" ? 0.02 : 0;
  const planned = entry.figure.agg === "target" && !wanted.plan ? 0.05 : 0;
  const change = entry.figure.change?.value ?? 0;
  const value = typeof change === "number" ? change : change[0];
  // What fell is not what rose; a question may still be mistaken in this, so that it is no condition.
  const contrary = wanted.sign !== 0 && value * wanted.sign < 0 ? 0.12 : 0;
  // 五家综保区 in 五家综保区进出口4128亿元 counts who did it, not what was done.
  const subject =
    wanted.ask !== undefined &&
    wanted.ask.wants !== "count" &&
    entry.figure.kind === "count" &&
    /^[一二两三四五六七八九十]+[个家项大类座条]/.test(entry.figure.text)
      ? 0.15
      : 0;
  const named = entry.figure.noun === null ? entry.around.metric : matchForm(entry.figure.noun);
  const excluded = wanted.excluded.some((word) => named.includes(word)) ? 0.3 : 0;
  // 现在要多久: not the side that is over.
  const former = wanted.stock && entry.figure.agg === "before" ? 0.15 : 0;
  const peak = wanted.peaks.length > 0 && !isAtPeak(wanted, entry) ? 0.12 : 0;
  const counted = countsSibling(wanted.counted, entry) ? 0.3 : 0;
  const beside = !wanted.compares && isSiblings(wanted.terms, entry) ? 0.15 : 0;
  return (
    momentPenalty(wanted, entry) +
    counted +
    former +
    peak +
    excluded +
    subject +
    beside +
    contrary +
    planned +
    0.14 * share +
    (qualified && share > 0.35 ? 0.04 : 0) +
    unnamed +
    part
  );
}
