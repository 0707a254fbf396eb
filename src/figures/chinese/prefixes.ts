import type { Span } from "../figure.ts";
import type { Draft, Sheet } from "./draft.ts";
import { textOf } from "./subjects.ts";
import {
  ADDITION,
  BARE_MEASURE,
  BARE_TRADE,
  MEASURE_TAIL,
  SECOND_ORDER,
  TRADE_TAIL,
  WHOLE_TRADE,
} from "./tables/metric-words.ts";

interface Request {
  /** The subject that may be bare. */
  readonly text: string;
  /** The words of the figure before. */
  readonly words: readonly Span[];
  /** In the same sentence, or led by 其中. */
  readonly near: boolean;
  /** The clause names an owner of its own. */
  readonly owned: boolean;
  readonly draft: Draft;
}

/** What a bare measure (出口, 案值, 总数) is of: the words of the figure before, less its own measure. */
export function prefixFor(sheet: Sheet, { text, words, near, owned, draft }: Request): Span[] {
  const whole = textOf(sheet, words);
  if (BARE_TRADE.test(text)) return owned || !near ? [] : tradePrefix(sheet, words, whole);
  if (!near) return [];
  if (SECOND_ORDER.test(text)) return [...words];
  if (BARE_MEASURE.test(text)) {
    const modifier = MEASURE_TAIL.test(whole) ? withoutTail(sheet, words, MEASURE_TAIL) : [...words];
    return /^(?:总|现)/.test(text) ? withoutAddition(sheet, modifier) : modifier;
  }
  // 拉动全市外贸增长5个百分点, 涉及120个国家: the doer was named before.
  if (/^(?:拉动|带动|惠及|涉及|覆盖|通达|来自|遍及|输往|发往|分布)/.test(text)) return [...words];
  // 离岛免税购物金额…、购物旅客…: the second item repeats a word of the first and shares what stands before it.
  const shared = draft.follows ? whole.lastIndexOf(text.slice(0, 2)) : -1;
  return shared > 0 ? cutAt(words, shared) : [];
}

/** 跨境电商进出口…。其中,出口…: of cross-border e-commerce too; after 外贸进出口 it is of all trade. */
function tradePrefix(sheet: Sheet, words: readonly Span[], whole: string): Span[] {
  if (!TRADE_TAIL.test(whole)) return [];
  const modifier = withoutTail(sheet, words, TRADE_TAIL);
  const name = textOf(sheet, modifier);
  return name === "" || WHOLE_TRADE.test(name) ? [] : modifier;
}

/** The spans without the tail that `pattern` matches on their joined text. */
function withoutTail(sheet: Sheet, words: readonly Span[], pattern: RegExp): Span[] {
  const whole = textOf(sheet, words);
  return cutAt(words, whole.length - (pattern.exec(whole)?.[0].length ?? 0));
}

/** The first `length` characters of the joined spans. */
function cutAt(words: readonly Span[], length: number): Span[] {
  const kept: Span[] = [];
  let left = length;
  for (const [start, end] of words) {
    if (left <= 0) break;
    kept.push([start, Math.min(end, start + left)]);
    left -= end - start;
  }
  return kept;
}

/** 新增和扩大开放口岸40个,总数…: the total is not of the new ones. */
export function withoutAddition(sheet: Sheet, words: readonly Span[]): Span[] {
  return words.flatMap(([start, end]): Span[] => {
    const m = ADDITION.exec(sheet.blank.slice(start, end));
    if (m === null) return [[start, end]];
    const around: Span[] = [
      [start, start + m.index],
      [start + m.index + m[0].length, end],
    ];
    return around.filter((s) => s[1] > s[0]);
  });
}
