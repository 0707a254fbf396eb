import type { Figure, Period, Span } from "../figure.ts";
import { aggregationOf } from "./aggregation.ts";
import { changeOf } from "./changes.ts";
import { type Draft, layOut, runOf, type Sheet } from "./draft.ts";
import { type Metric, readMetrics } from "./metrics.ts";
import { directionOf, ownerOf } from "./owners.ts";
import { periodOf } from "./period-of.ts";
import type { TimeSpan } from "./periods.ts";
import type { Paragraph } from "./reader.ts";
import { relationOf } from "./relations.ts";

/** Gives every quantity of a paragraph its period, metric, owner, change and relations. */
export function finishFigures(paragraph: Paragraph): Figure[] {
  if (paragraph.quantities.length === 0) return [];
  const sheet = layOut(paragraph);
  const metrics = readMetrics(sheet);
  const figures: Figure[] = [];
  for (const draft of sheet.drafts) figures.push(finish(sheet, draft, metrics, figures));
  return figures;
}

function finish(sheet: Sheet, draft: Draft, metrics: readonly Metric[], before: readonly Figure[]): Figure {
  const { original } = sheet.paragraph;
  const { quantity } = draft;
  const words = [...(metrics[draft.index]?.words ?? []), ...(metrics[draft.index]?.predicate ?? [])];
  const metric = words.map((s) => original.slice(...s)).join("");
  // A part or a growth belongs to the owner of its whole, unless its own sentence names another.
  const parentOwner = before[metrics[draft.index]?.parent ?? -1]?.entity ?? null;
  const of = relationOf(sheet, draft, metrics);
  const period =
    handedOut(sheet, draft) ??
    spanned(sheet, draft, periodOf(sheet.paragraph, quantity, draft.clause, draft.sentence));
  const change = of?.role === "before" || of?.role === "after" ? null : changeOf(sheet, draft, period);
  const whole = of === null ? undefined : before[of.index];
  return {
    text: original.slice(quantity.start, quantity.end),
    start: quantity.start,
    end: quantity.end,
    num: quantity.num,
    display: quantity.display,
    value: quantity.value,
    unit: quantity.unit,
    noun: quantity.noun === null ? null : original.slice(...quantity.noun),
    approx: quantity.approx,
    bound: quantity.bound,
    kind: quantity.kind,
    metric,
    metricSpans: nearestFirst([...words, ...(metrics[draft.index]?.context ?? [])], quantity.start),
    entity: ownerOf(sheet, draft, parentOwner),
    direction: directionOf(metric),
    agg: takesOver(of, whole) ? whole.agg : aggregationOf(sheet, draft, { change, of, period, metric }),
    period,
    change,
    of,
    clause: draft.clause,
    sentence: draft.sentence,
  };
}

/** 一季度、二季度、三季度进出口分别为…: as many times as numbers are handed out in order. */
function handedOut(sheet: Sheet, draft: Draft): Period | null {
  const run = runOf(sheet.drafts, draft);
  const first = run[0];
  if (first === undefined || run.length < 2 || first.lead.respectively === null) return null;
  const times = sheet.paragraph.times.filter(
    (t) => !t.base && t.start >= draft.sentence[0] && t.end <= first.quantity.start,
  );
  const place = draft.index - first.index;
  const parts = partsOf(times.at(-1), run.length);
  if (parts !== null) return parts[place] ?? null;
  const listed = times.slice(-run.length);
  const gaps = listed
    .slice(1)
    .every((t, i) => /^[、,，和与及]$/.test(sheet.paragraph.text.slice(listed[i]?.end ?? 0, t.start)));
  const time = listed[place];
  if (listed.length !== run.length || !gaps || time === undefined) return null;
  return { text: time.text, from: time.from, to: time.to, implicit: false };
}

/** 一至四季度, 2021至2024年 before as many numbers: each is of one quarter, month or year. */
function partsOf(time: TimeSpan | undefined, count: number): Period[] | null {
  if (time?.from == null || time.to === null || !/[至到—–~-]/.test(time.text)) return null;
  const [y1 = 0, m1 = 1] = time.from.split("-").map(Number);
  const [y2 = 0, m2 = 12] = time.to.split("-").map(Number);
  const months = (y2 - y1) * 12 + (m2 - m1) + 1;
  const each = months / count;
  if (![1, 3, 12].includes(each)) return null;
  return Array.from({ length: count }, (_, i): Period => {
    const first = m1 - 1 + i * each;
    return { text: time.text, ...spanFrom(y1, first, each), implicit: false };
  });
}

/** The partial dates of so many months from the month (0 to 11, or more) of a year. */
function spanFrom(year: number, first: number, months: number): Pick<Period, "from" | "to"> {
  const at = (month: number): string => {
    const y = String(year + Math.floor(month / 12));
    return months === 12 ? y : `${y}-${String((month % 12) + 1).padStart(2, "0")}`;
  };
  return { from: at(first), to: at(first + months - 1) };
}

/** A part is a total of the same kind as its whole. */
const takesOver = (of: Figure["of"], whole: Figure | undefined): whole is Figure =>
  of?.role === "part" && whole !== undefined && !["before", "after", "change"].includes(whole.agg);

/** 连续8年 and 年均 reach back: over so many years, or from the year that the growth is measured against. */
function spanned(sheet: Sheet, draft: Draft, period: Period): Period {
  const to = Number(period.to?.slice(0, 4));
  const { quantity } = draft;
  if (!Number.isInteger(to)) return period;
  if (/连续$/.test(draft.lead.words) && quantity.unit.endsWith("年") && typeof quantity.value === "number") {
    return { ...period, from: String(to - quantity.value + 1), to: String(to) };
  }
  if (draft.lead.change === null || !/年均/.test(draft.lead.words)) return period;
  const base = sheet.paragraph.times.findLast(
    (t) =>
      t.base &&
      t.from !== null &&
      t.start >= draft.sentence[0] &&
      t.end <= quantity.start &&
      !/;/.test(sheet.blank.slice(t.end, quantity.start)),
  );
  if (base?.from == null) return severalYears(sheet, draft, period);
  return { text: null, from: base.from.slice(0, 4), to: period.to, implicit: true };
}

/** A yearly mean is over several years: a single year of a neighbouring statement is not its period. */
function severalYears(sheet: Sheet, draft: Draft, period: Period): Period {
  const spans = (p: { from: string | null; to: string | null }): boolean =>
    p.from !== null && p.to !== null && p.from.slice(0, 4) < p.to.slice(0, 4);
  if (spans(period)) return period;
  const wide = sheet.paragraph.times.findLast((t) => !t.base && t.end <= draft.quantity.start && spans(t));
  return wide === undefined ? period : { text: wide.text, from: wide.from, to: wide.to, implicit: true };
}

function nearestFirst(spans: readonly Span[], at: number): Span[] {
  const distance = (s: Span): number => Math.min(Math.abs(s[1] - at), Math.abs(s[0] - at));
  return spans
    .filter((s, i) => s[1] > s[0] && spans.findIndex((o) => o[0] === s[0] && o[1] === s[1]) === i)
    .sort((a, b) => distance(a) - distance(b));
}
