import type { Span } from "../figure.ts";
import { TRADE_TAIL } from "./tables/metric-words.ts";

/**
 * The names of `count` things that one run of words lists with a common head: 进口、出口整体通关时间 → 进口 + 整体通关时间,
 * 出口整体通关时间; 对东盟、欧盟分别进出口 → 对东盟 + 进出口, 对 + 欧盟 + 进出口. Each name is a list of spans in order; null where the words do
 * not list that many.
 */
export function splitCoordinates(
  text: string,
  subject: Span,
  count: number,
  respectivelyAt: number | null,
): Span[][] | null {
  const split =
    respectivelyAt !== null && respectivelyAt > subject[0] && respectivelyAt < subject[1]
      ? respectivelyAt
      : subject[1];
  const behind: Span = [Math.min(subject[1], split + 2), subject[1]];
  const items = listItems(text, [subject[0], split]);
  if (items.length < count || count < 2) return null;
  // More items than values: the first ones belong to words before the list.
  const listed = items.slice(items.length - count);
  const first = listed[0];
  const end = listed.at(-1);
  if (first === undefined || end === undefined || items.length > count) return null;
  // 青崖、白沙、石滩三片海域: the number sums the list up, its noun goes with every item.
  const sum = SUM.exec(text.slice(...end));
  if (sum !== null && sum.index >= 2) {
    const cut = end[0] + sum.index;
    const noun: Span = [end[1] - (sum.groups?.["noun"]?.length ?? 0), end[1]];
    const start = placeStart(text, first, count);
    const named = [[start, first[1]] as const, ...listed.slice(1, -1), [end[0], cut] as const];
    return withHead(text, named, [noun, ...(behind[1] > behind[0] ? [behind] : [])].filter(isFilled));
  }
  const last = end;
  if (behind[1] > behind[0]) return withHead(text, listed, [behind]);
  const cut =
    headStart(text.slice(...first), text.slice(...last)) ??
    tradeStart(text.slice(...first), text.slice(...last));
  if (cut === null) return listed.map((item) => [item]);
  const head: Span = [last[0] + cut, last[1]];
  return withHead(text, [...listed.slice(0, -1), [last[0], last[0] + cut]], [head]);
}

/** 三片海域, 4个互市点, 两国 behind a list. */
const SUM =
  /(?:等)?[两二三四五六七八九十\d]{1,2}(?:[大个家片类种项条座处地]|(?=[国省市县港关区]))(?<noun>[\u4e00-\u9fff]{0,6})$/;

const isFilled = (span: Span): boolean => span[1] > span[0];

/** 缉私局在青崖: the list begins behind the preposition. */
function placeStart(text: string, [start, end]: Span, count: number): number {
  const at = /.*[\u4e00-\u9fff](?:在|对|从|经|向)(?=[\u4e00-\u9fff]{2,6}$)/.exec(text.slice(start, end));
  return at === null || count < 2 ? start : start + at[0].length;
}

/** 对 or 与 before the first item goes with every item. */
function withHead(text: string, items: readonly Span[], head: readonly Span[]): Span[][] {
  const first = items[0];
  const preposition: Span[] =
    first !== undefined && /^[对与向从经]/.test(text.slice(...first)) ? [[first[0], first[0] + 1]] : [];
  return items.map((item, i) => [...(i === 0 ? [] : preposition), item, ...head]);
}

function listItems(text: string, [start, end]: Span): Span[] {
  const items: Span[] = [];
  let from = start;
  let depth = 0;
  for (let i = start; i < end; i++) {
    const c = text.charAt(i);
    if (/[(“‘《]/.test(c)) depth++;
    else if (/[)”’》]/.test(c)) depth--;
    else if (
      depth === 0 &&
      (c === "、" || (/[和与及]/.test(c) && i > start && items.length >= 0 && isConjunction(text, i, from)))
    ) {
      if (i > from) items.push([from, i]);
      from = i + 1;
    }
  }
  if (end > from) items.push([from, end]);
  return items;
}

/** 与 at the start of an item is a preposition (与东盟); 和 and 及 inside words (和平, 及时) join nothing. */
function isConjunction(text: string, at: number, from: number): boolean {
  return at > from && !/^(?:和平|和谐|及时|及其|与会)/.test(text.slice(at, at + 2));
}

/** Where in the last item its own name ends and the common head begins: 出口|整体通关时间 beside 进口. */
function headStart(first: string, last: string): number | null {
  if (last.length <= first.length && commonEnd(first, last) === 0) return null;
  let best: number | null = null;
  let bestScore = 0;
  for (let cut = 1; cut < last.length; cut++) {
    const shared = commonEnd(first, last.slice(0, cut));
    if (shared === 0 || Math.abs(cut - first.length) > 3) continue;
    const score = shared * 4 - Math.abs(cut - first.length);
    if (score > bestScore) {
      bestScore = score;
      best = cut;
    }
  }
  // Items that already end alike (进口额、出口额) have no common head beyond themselves.
  return commonEnd(first, last) > 0 && Math.abs(first.length - last.length) <= 1 ? null : best;
}

/** 铁矿砂、原油和大豆进口量: a measure of trade at the end goes with every item that has none. */
function tradeStart(first: string, last: string): number | null {
  const at = TRADE_TAIL.exec(last)?.index ?? 0;
  return at < 2 || TRADE_TAIL.test(first) ? null : at;
}

function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++;
  return n;
}
