/** What sort of quantity a figure is. A change (growth, fall, gap) has one of these kinds and a {@link Change} beside. */
export type FigureKind =
  | "amount" // money
  | "count" // things counted: 515万件, 142个国家
  | "measure" // physical: tonnes, kilometres, degrees, square metres
  | "percent"
  | "points" // percentage points
  | "multiple" // 2.6倍, 一番
  | "fraction" // 1/5, 九成, 每10辆中有4辆; value between 0 and 1
  | "rank" // 第3位; smaller is better
  | "duration" // hours, days, years of time taken or passed
  | "rate"; // per unit of time: 每分钟8.5万票

export type Approximation = "over" | "about" | "under" | "none";

/** `<` 近/不到, `<=` 以内, `>=` 以上/不低于, `>` 超/余/多. */
export type Bound = "<" | "<=" | ">=" | ">";

export type Direction = "import" | "export" | "both";

/**
 * The kind of total. Two figures compare only when it agrees: `flow` a sum over one whole period, `partial` over a part of a
 * year, `cumulative` since a start, `annual_average` a year's mean, `average` another mean, `stock` at a date, `ratio` a
 * share, `change` a growth or gap, `before`/`after` the sides of a reform, `target` planned or forecast.
 */
export type Aggregation =
  | "flow"
  | "partial"
  | "cumulative"
  | "annual_average"
  | "average"
  | "stock"
  | "ratio"
  | "change"
  | "before"
  | "after"
  | "target";

/** Inclusive; partial dates as `2021`, `2021-02`, `2021-02-01`; null where unknown. */
export interface Period {
  /** As printed, or null where nothing is. */
  readonly text: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** True where the figure's own clause does not state it. */
  readonly implicit: boolean;
}

export type ChangeKind = "yoy" | "mom" | "vs" | "gap" | "increment" | "avg_annual" | "ratio" | "before_after";

export interface Change {
  readonly kind: ChangeKind;
  /** What it is measured against: a partial date (`2020`), or words (全国平均); null where unknown. */
  readonly base: string | null;
  /** Signed: a fall is negative. In `unit`. */
  readonly value: number | readonly [number, number];
  readonly unit: string;
  /** New ÷ old, where it follows: 增长2.6倍 → 3.6, 下降20% → 0.8, 翻一番 → 2; null otherwise. */
  readonly factor: number | null;
}

export type Span = readonly [start: number, end: number];

/** One quantity of a text. All offsets are UTF-16 units of the text that was read; `text` is its slice `[start, end)`. */
export interface Figure {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The bare number, without qualifier, unit and noun. */
  readonly num: Span;
  /** The figure with qualifier and counted noun, for showing it: 超过17万亿元, 150多个国家和地区. */
  readonly display: Span;
  /** Base unit, 万 and 亿 folded in; a percentage as printed (4.7); a share or fraction 0–1; a range as [low, high]. */
  readonly value: number | readonly [number, number];
  /** Measure word or unit without its scale: 元, 美元, 吨, 个, 家, 件, 人次, %, 个百分点, 倍, 小时, yuan, tonnes, "" for ranks. */
  readonly unit: string;
  /** What is counted, where the text says it behind the unit: 国家和地区. */
  readonly noun: string | null;
  readonly approx: Approximation;
  readonly bound: Bound | null;
  readonly kind: FigureKind;
  /** What is measured, in the text's words: subject and measure, e.g. 跨境电商进出口, 传染病病例. */
  readonly metric: string;
  /** Where `metric`'s words stand, nearest first; all in the same article. */
  readonly metricSpans: readonly Span[];
  /** Whose figure it is: 全国, 海口海关, 山东自贸试验区青岛片区 …; null where the text does not say. */
  readonly entity: string | null;
  readonly direction: Direction | null;
  readonly agg: Aggregation;
  readonly period: Period;
  readonly change: Change | null;
  /** Index of the figure (in the same list) of which this one is a growth, a share, a 其中 part or the other side of a pair. */
  readonly of: {
    readonly index: number;
    readonly role: "growth" | "share" | "part" | "rank" | "before" | "after";
  } | null;
  /** The clause and the sentence in which it stands. */
  readonly clause: Span;
  readonly sentence: Span;
  /** A table cell: its row head and column head. */
  readonly cell?: { readonly row: string; readonly column: string };
}

/** What is known of a text beside its words: resolves 去年, 今年, “十四五”以来 and supplies the period and owner of undated figures. */
export interface FigureContext {
  readonly lang: "zh" | "en";
  /** Partial date of publication. */
  readonly published?: string;
  /** The period that an undated figure speaks of. */
  readonly covers?: { readonly from: string; readonly to: string };
  readonly title?: string;
}
