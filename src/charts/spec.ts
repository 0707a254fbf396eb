import type { UiLang } from "../answer/types.ts";

/**
 * How surely a value is known: `about` either side of it, `over` at least it, `under` at most it, `range` between two. All but
 * `exact` are hatched in the picture.
 */
export type Certainty = "exact" | "about" | "over" | "under" | "range";

/** One value of a chart. */
export interface Datum {
  /** What sets it apart from the others: a period, a direction, a measure. */
  readonly label: string;
  /** What is drawn; all data of a chart are in one unit. Shares run from 0 to 1. The lower end of a range. */
  readonly value: number;
  /** The upper end of a range; else equal to `value`. */
  readonly high: number;
  /** What is written beside it: the value as its source prints it. */
  readonly shown: string;
  readonly certainty: Certainty;
}

/** A value at a point in time. */
export interface Point extends Datum {
  /** The middle of its period as a decimal year: 2020.5 for the year 2020. */
  readonly at: number;
}

/** A share of a whole: `value` between 0 and 1. */
export interface Share extends Datum {
  /** The figures that the share was computed from, as printed: 384种 / 4492种; absent where the source states the share. */
  readonly part?: string;
  readonly whole?: string;
}

interface ChartBase {
  readonly lang: UiLang;
  /** What is measured. */
  readonly title: string;
  /** What all values share: place, period, kind of change; may be empty. */
  readonly subtitle: string;
  /** What was computed: 相差11.64万亿元; may be empty. */
  readonly outcome: string;
  /** Who is ahead, in words: 2024年更多; may be empty. */
  readonly verdict: string;
  /** The arithmetic behind it: 43.8 − 32.16 = 11.64（万亿元）; may be empty. */
  readonly formula: string;
  /** Who published the values, and when. */
  readonly source: string;
  /** What a reader must know of the values beside the hatching: that sources differ, and the like; may be empty. */
  readonly note: string;
}

export interface BarChart extends ChartBase {
  readonly kind: "bars";
  /** Two to eight. */
  readonly data: readonly Datum[];
}

export interface LineChart extends ChartBase {
  readonly kind: "line";
  /** Three or more, in order of time. */
  readonly points: readonly Point[];
}

export interface SlopeChart extends ChartBase {
  readonly kind: "slope";
  /** The two sides of one reform. */
  readonly before: Datum;
  readonly after: Datum;
}

export interface ShareChart extends ChartBase {
  readonly kind: "parts";
  /** One to eight. */
  readonly shares: readonly Share[];
}

/** All that a picture shows, and nothing of how it looks. JSON-serialisable. */
export type ChartSpec = BarChart | LineChart | SlopeChart | ShareChart;
