import type { Change, ChangeKind, Period } from "../figure.ts";
import { type Draft, runOf, type Sheet } from "./draft.ts";
import { frameBefore } from "./frames.ts";
import type { TimeSpan } from "./periods.ts";
import type { Quantity } from "./quantity.ts";

/** The change that a figure tells of, null for a level. `period` is the figure's own. */
export function changeOf(sheet: Sheet, draft: Draft, period: Period): Change | null {
  const leader = runOf(sheet.drafts, draft)[0] ?? draft;
  const { quantity } = draft;
  const lead =
    draft.lead.change === null && leader.lead.change !== null && isBareMember(draft)
      ? leader.lead
      : draft.lead;
  if (draft.lead.ratioBase !== null) {
    const base = sheet.paragraph.original.slice(...draft.lead.ratioBase).replace(/的$/, "");
    return {
      kind: "ratio",
      base: withYear(sheet, leader, draft, base),
      value: quantity.value,
      unit: quantity.unit,
      factor: single(quantity.value),
    };
  }
  const { change } = lead;
  if (change === null && leader.lead.ratioBase !== null && isBareMember(draft)) {
    const base = sheet.paragraph.original.slice(...leader.lead.ratioBase).replace(/的$/, "");
    return {
      kind: "ratio",
      base,
      value: quantity.value,
      unit: quantity.unit,
      factor: single(quantity.value),
    };
  }
  if (change === null) {
    if (quantity.kind !== "multiple" || draft.lead.transition) return null;
    const frame = frameBefore(sheet, draft);
    return {
      kind: "ratio",
      base: frame === null ? null : sheet.paragraph.original.slice(frame.of[0], frame.standard.quantity.end),
      value: quantity.value,
      unit: quantity.unit,
      factor: single(quantity.value),
    };
  }
  const origin = lead === leader.lead ? leader : draft;
  const { kind, base } = basis(sheet, origin, change, quantity, period, draft.index - leader.index);
  return {
    kind,
    base,
    value: signed(quantity.value, change.sign),
    unit: quantity.unit,
    factor: factorOf(quantity, change.sign),
  };
}

const isBareMember = (draft: Draft): boolean => draft.joined && draft.lead.subject === null;

const single = (value: Quantity["value"]): number | null => (typeof value === "number" ? value : null);

function signed(value: Quantity["value"], sign: 1 | -1): Change["value"] {
  if (sign === 1) return value;
  return typeof value === "number" ? (value === 0 ? 0 : -value) : [-value[1], -value[0]];
}

const tidy = (n: number): number => Number(n.toPrecision(12));

/** New ÷ old: 增长2.6倍 → 3.6, 翻两番 → 4, 下降20% → 0.8, 减少三成 → 0.7; null for amounts and points. */
function factorOf(quantity: Quantity, sign: 1 | -1): number | null {
  const value = single(quantity.value);
  if (value === null) return null;
  if (quantity.unit === "番") return 2 ** value;
  if (quantity.kind === "multiple") return sign === 1 ? tidy(1 + value) : null;
  if (quantity.kind === "percent") return tidy(1 + (sign * value) / 100);
  return quantity.kind === "fraction" ? tidy(1 + sign * value) : null;
}

interface Basis {
  readonly kind: ChangeKind;
  readonly base: string | null;
}

function basis(
  sheet: Sheet,
  draft: Draft,
  change: NonNullable<Draft["lead"]["change"]>,
  quantity: Quantity,
  period: Period,
  place: number,
): Basis {
  const words = sheet.paragraph.text.slice(Math.max(draft.clause[0], draft.from), quantity.start);
  const time = baseTime(sheet, draft, change.base);
  const lastYear = yearBefore(period);
  // 同比、环比分别增长5.2%、3.8%: the markers are handed out too.
  const markers = words.match(/同比|环比/g) ?? [];
  const marker = markers.length > 1 ? markers[place] : undefined;
  if (marker !== undefined)
    return marker === "同比" ? { kind: "yoy", base: lastYear } : { kind: "mom", base: monthBefore(period) };
  if (/环比|比上月|较上月|比上个月/.test(words)) return { kind: "mom", base: monthBefore(period) };
  if (/年均|每年/.test(words))
    return { kind: "avg_annual", base: time?.from?.slice(0, 4) ?? standingBase(sheet, draft) };
  if (/同比|同期|[比较](?:上年|去年|上一年|前一年)|与(?:上年|去年)/.test(words) || time?.comparison === true)
    return { kind: "yoy", base: lastYear };
  if (time !== null) return { kind: "vs", base: time.from };
  if (change.base !== null) {
    const base = sheet.paragraph.original.slice(...change.base).replace(/^[\s的]+|[\s的]+$/g, "");
    if (/^(?:上年|去年|上年同期)$/.test(base)) return { kind: "yoy", base: lastYear };
    return {
      kind: quantity.kind === "points" || quantity.kind === "percent" ? "gap" : "vs",
      base: base === "" ? null : base,
    };
  }
  const other = comparedWith(sheet, draft);
  if (other !== null) return { kind: quantity.kind === "points" ? "gap" : "vs", base: other };
  const old = olderSide(sheet, draft);
  if (old !== null) return { kind: "vs", base: old };
  // News leaves 同比 out where a period is stated; a fall without one is an effect, not a year's.
  const yearly =
    period.text !== null && period.from !== null && period.from.slice(0, 4) === period.to?.slice(0, 4);
  return change.reform || !yearly || quantity.kind === "multiple" || quantity.kind === "duration"
    ? { kind: "vs", base: null }
    : { kind: "yoy", base: lastYear };
}

/** 与公路运输相比,成本下降20%: the clause before names the base. */
function comparedWith(sheet: Sheet, draft: Draft): string | null {
  const before = sheet.paragraph.original.slice(draft.sentence[0], draft.clause[0]);
  return /(?:与|和|同|跟)([^,，。;；]{2,20}?)相比[,，]$/.exec(before)?.[1] ?? null;
}

/** The time inside the words that name the base: 较2017年, 比上年同期. */
function baseTime(
  sheet: Sheet,
  draft: Draft,
  base: readonly [number, number] | null,
): (TimeSpan & { comparison: boolean }) | null {
  const { times } = sheet.paragraph;
  const start = base?.[0] ?? draft.clause[0];
  const end = base?.[1] ?? draft.quantity.start;
  const time = times.findLast((t) => t.base && t.start >= start - 1 && t.end <= end + 1);
  return time === undefined ? null : { ...time, comparison: time.from === null };
}

/** 较2009年多了35万吨,平均每年多2.5万吨: the mean runs from the base named before. */
function standingBase(sheet: Sheet, draft: Draft): string | null {
  const time = sheet.paragraph.times.findLast(
    (t) =>
      t.base &&
      t.from !== null &&
      t.start >= draft.sentence[0] &&
      t.end <= draft.quantity.start &&
      !/;/.test(sheet.blank.slice(t.end, draft.quantity.start)),
  );
  return time?.from?.slice(0, 4) ?? null;
}

/** 比2019年的43.5小时压减三成, 由2018年的150列增至612列,四年翻了两番: the older side stands in the sentence. */
function olderSide(sheet: Sheet, draft: Draft): string | null {
  const previous = sheet.drafts[draft.index - 1];
  const earlier = sheet.drafts[draft.index - 2];
  for (const old of [previous, earlier]) {
    if (old === undefined || old.sentence[0] !== draft.sentence[0]) continue;
    const time = sheet.paragraph.times.findLast(
      (t) => t.bound && t.end <= old.quantity.start && old.quantity.start - t.end <= 4,
    );
    if (time !== undefined && (old === previous ? time.base || old.lead.origin : old.lead.origin))
      return time.from;
  }
  return null;
}

const yearBefore = (period: Period): string | null => {
  const year = period.to?.slice(0, 4) ?? period.from?.slice(0, 4);
  return year === undefined ? null : String(Number(year) - 1);
};

function monthBefore(period: Period): string | null {
  if (period.from === null || period.from !== period.to || period.from.length < 7) return null;
  const [year, month] = period.from.split("-").map(Number);
  if (year === undefined || month === undefined) return null;
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}

/** 2023年全球销量的3倍、中国产量的5倍: the year holds for the second base too. */
function withYear(sheet: Sheet, leader: Draft, draft: Draft, base: string): string {
  const other = leader === draft ? sheet.drafts[draft.index - 1] : leader;
  if (other === undefined || other.lead.ratioBase === null || other.clause[0] !== draft.clause[0])
    return base;
  const first = sheet.paragraph.original.slice(...other.lead.ratioBase);
  const year = /^\d{4}年/.exec(first)?.[0];
  return year === undefined || /\d{4}年/.test(base) ? base : year + base;
}
