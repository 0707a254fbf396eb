import type { Figure, FigureKind } from "../figures/figure.ts";

type Words = Readonly<Record<"zh" | "en", string>>;

/** The pictures' own words. Traditional ones are converted from the Simplified. */
export const WORDS = {
  source: { zh: "来源：", en: "Source: " },
  digest: { zh: "（摘编）", en: " (digest)" },
  moreSources: { zh: "等", en: " and others" },
  hatching: {
    zh: "斜纹：来源给出的是约数、范围或界限",
    en: "Hatched: the source gives an estimate, range or limit",
  },
  hollow: {
    zh: "空心点：来源给出的是约数、范围或界限",
    en: "Hollow: the source gives an estimate, range or limit",
  },
  gap: { zh: "虚线：中间时段没有数", en: "Dashed: no values in between" },
  cutAxis: { zh: "纵轴不从零开始", en: "The vertical axis does not start at zero" },
  differing: {
    zh: "同一时段各来源数值不同，取最近发布的",
    en: "Where sources differ, the latest published value is drawn",
  },
  before: { zh: "之前", en: "Before" },
  after: { zh: "之后", en: "After" },
  stop: { zh: "。", en: "." },
} as const satisfies Readonly<Record<string, Words>>;

/** What is compared where the figures share no name, by kind of value. */
export const MEASURES: Readonly<Record<FigureKind, Words>> = {
  amount: { zh: "金额对比", en: "Amounts compared" },
  count: { zh: "数量对比", en: "Numbers compared" },
  measure: { zh: "数量对比", en: "Quantities compared" },
  percent: { zh: "比率对比", en: "Rates compared" },
  points: { zh: "百分点对比", en: "Percentage points compared" },
  multiple: { zh: "倍数对比", en: "Multiples compared" },
  fraction: { zh: "占比对比", en: "Shares compared" },
  rank: { zh: "位次对比", en: "Ranks compared" },
  duration: { zh: "用时对比", en: "Times compared" },
  rate: { zh: "速度对比", en: "Speeds compared" },
};

/** What is compared where growth figures share no name. */
export const GROWTH: Words = { zh: "增减幅度对比", en: "Changes compared" };

/** What a set of growth figures has in common. `{}` stands for the year or the words that they are measured against. */
export const CHANGES: Readonly<
  Record<
    NonNullable<Figure["change"]>["kind"],
    { readonly up: Words; readonly down: Words; readonly mixed: Words }
  >
> = {
  yoy: {
    up: { zh: "同比增长", en: "Year-on-year growth" },
    down: { zh: "同比下降", en: "Year-on-year fall" },
    mixed: { zh: "同比增减", en: "Year-on-year change" },
  },
  mom: {
    up: { zh: "环比增长", en: "Growth on the period before" },
    down: { zh: "环比下降", en: "Fall on the period before" },
    mixed: { zh: "环比增减", en: "Change on the period before" },
  },
  vs: {
    up: { zh: "比{}增长", en: "Growth on {}" },
    down: { zh: "比{}下降", en: "Fall from {}" },
    mixed: { zh: "比{}增减", en: "Change from {}" },
  },
  gap: { up: { zh: "高出", en: "Lead" }, down: { zh: "低于", en: "Gap" }, mixed: { zh: "差距", en: "Gap" } },
  increment: {
    up: { zh: "增加", en: "Increase" },
    down: { zh: "减少", en: "Decrease" },
    mixed: { zh: "增减", en: "Change" },
  },
  avg_annual: {
    up: { zh: "年均增长", en: "Average growth a year" },
    down: { zh: "年均下降", en: "Average fall a year" },
    mixed: { zh: "年均增减", en: "Average change a year" },
  },
  ratio: {
    up: { zh: "倍数", en: "Multiple" },
    down: { zh: "倍数", en: "Multiple" },
    mixed: { zh: "倍数", en: "Multiple" },
  },
  before_after: {
    up: { zh: "前后增加", en: "Increase" },
    down: { zh: "前后减少", en: "Decrease" },
    mixed: { zh: "前后增减", en: "Change" },
  },
};

/** What the result of a computation is called before its value. */
export const OUTCOMES = {
  difference: { zh: "相差", en: "Difference: " },
  percentage_points: { zh: "相差", en: "Difference: " },
  share: { zh: "占比", en: "Share: " },
  rise: { zh: "增长", en: "Up " },
  fall: { zh: "下降", en: "Down " },
} as const satisfies Readonly<Record<string, Words>>;

/** Words by which a value as printed tells already that it is not exact. */
export const QUALIFIERS =
  /近|约|超|逾|余|多|不到|不足|以上|以下|以内|左右|上下|至少|最多|至|[~～—–≈<>≤≥+]|about|around|nearly|almost|over|more|less|under|above|below|at least|at most|up to|some|approximately|\bto\b|or so/i;
