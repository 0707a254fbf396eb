import type {
  AnsweredFigure,
  ComparisonAnswer,
  Derived,
  HeadlinePart,
  NumberAnswer,
  Quote,
  UiLang,
} from "../../src/answer/types.ts";
import type { BarChart, LineChart, ShareChart, SlopeChart } from "../../src/charts/spec.ts";
import type { Figure } from "../../src/figures/figure.ts";

/** A figure of 2020's exports in yuan, unless said otherwise. */
export function figure(over: Partial<Figure> = {}): Figure {
  return {
    text: "100亿元",
    start: 0,
    end: 5,
    num: [0, 3],
    display: [0, 5],
    value: 1e10,
    unit: "元",
    noun: null,
    approx: "none",
    bound: null,
    kind: "amount",
    metric: "货物出口总值",
    metricSpans: [],
    entity: "全国",
    direction: "export",
    agg: "flow",
    period: { text: "2020年", from: "2020", to: "2020", implicit: false },
    change: null,
    of: null,
    clause: [0, 5],
    sentence: [0, 5],
    ...over,
  };
}

export const year = (y: number): Figure["period"] => ({
  text: `${y}年`,
  from: String(y),
  to: String(y),
  implicit: false,
});

export function answered(
  label: string,
  display: string,
  over: Partial<Figure> = {},
  quote = 0,
): AnsweredFigure {
  return { figure: figure({ text: display, ...over }), articleId: "a", lang: "zh", quote, display, label };
}

export function quote(over: Partial<Quote> = {}): Quote {
  return {
    articleId: "a",
    lang: "zh",
    kind: "digest",
    title: "题",
    publisher: "某报",
    published: "2021-02-01",
    start: 0,
    end: 5,
    text: "全国出口100亿元",
    marks: [],
    ...over,
  };
}

interface AnswerParts {
  readonly lang?: UiLang;
  readonly figures: readonly AnsweredFigure[];
  readonly derived?: Derived;
  /** The result as the headline says it. */
  readonly result?: string;
  readonly verdict?: string;
  readonly incomparable?: string;
  readonly missing?: readonly string[];
  readonly quotes?: readonly [Quote, ...Quote[]];
}

const asked = (lang: UiLang) => ({
  lang,
  question: "?",
  understanding: {
    intent: "comparison" as const,
    topic: [],
    periods: [],
    places: [],
    direction: null,
    carriedOver: [],
    assumed: [],
  },
  suggestions: [],
  memory: null,
  alsoIn: [],
});

export function comparison({
  lang = "zh-Hans",
  figures,
  derived,
  result,
  verdict = "",
  incomparable = "",
  missing = [],
  quotes = [quote()],
}: AnswerParts): ComparisonAnswer {
  const headline: HeadlinePart[] = derived ? [{ kind: "computed", text: result ?? "", derived: 0 }] : [];
  return {
    ...asked(lang),
    kind: "comparison",
    headline,
    quotes,
    figures,
    derived: derived ? [derived] : [],
    verdict,
    incomparable,
    missing,
  };
}

export const numberAnswer = ({
  lang = "zh-Hans",
  figures,
  quotes = [quote()],
}: AnswerParts): NumberAnswer => ({ ...asked(lang), kind: "number", headline: [], quotes, figures });

export const derived = (over: Partial<Derived> = {}): Derived => ({
  kind: "difference",
  value: 20,
  unit: "亿元",
  formula: "120 − 100 = 20（亿元）",
  operands: [0, 1],
  approximate: false,
  ...over,
});

const FRAME = {
  lang: "zh-Hans",
  outcome: "",
  verdict: "",
  formula: "",
  note: "",
  source: "来源：某报，2021-02-01（摘编）",
} as const;

export const BARS: BarChart = {
  ...FRAME,
  kind: "bars",
  title: "货物贸易总额",
  subtitle: "全国",
  outcome: "相差约12万亿元",
  verdict: "2024年更多",
  formula: "44 − 32 ≈ 12（万亿元）",
  data: [
    { label: "2020年", value: 3.2e13, high: 3.2e13, shown: "32万亿元", certainty: "exact" },
    { label: "2022年", value: 4e13, high: 4.2e13, shown: "40万亿至42万亿元", certainty: "range" },
    { label: "2023年", value: 4.1e13, high: 4.1e13, shown: "超过41万亿元", certainty: "over" },
    { label: "2024年", value: 4.4e13, high: 4.4e13, shown: "约44万亿元", certainty: "about" },
  ],
};

export const FALLS: BarChart = {
  ...FRAME,
  kind: "bars",
  title: "Trade by partner",
  subtitle: "Year-on-year change",
  lang: "en",
  source: "Source: A daily, 2021-02-01",
  data: [
    { label: "With the first partner", value: 12.5, high: 12.5, shown: "12.5%", certainty: "exact" },
    { label: "With the second partner", value: -7.2, high: -7.2, shown: "−7.2%", certainty: "exact" },
  ],
};

export const LINE: LineChart = {
  ...FRAME,
  kind: "line",
  title: "货物贸易总额",
  subtitle: "",
  points: [
    {
      label: "2019年",
      at: 2019.5,
      value: 3.156e13,
      high: 3.156e13,
      shown: "31.56万亿元",
      certainty: "exact",
    },
    {
      label: "2020年",
      at: 2020.5,
      value: 3.216e13,
      high: 3.216e13,
      shown: "32.16万亿元",
      certainty: "exact",
    },
    { label: "2021年", at: 2021.5, value: 3.9e13, high: 3.9e13, shown: "超39万亿元", certainty: "over" },
    { label: "2024年", at: 2024.5, value: 4.38e13, high: 4.38e13, shown: "43.8万亿元", certainty: "exact" },
  ],
};

export const SLOPE: SlopeChart = {
  ...FRAME,
  kind: "slope",
  title: "每票货物的通关时间",
  subtitle: "",
  outcome: "相差约17小时",
  formula: "20 − 3 ≈ 17（小时）",
  before: { label: "之前", value: 20, high: 20, shown: "20小时", certainty: "exact" },
  after: { label: "之后", value: 2, high: 3, shown: "2至3小时", certainty: "range" },
};

export const PARTS: ShareChart = {
  ...FRAME,
  kind: "parts",
  title: "占比对比",
  subtitle: "截至2024年7月",
  shares: [
    { label: "出口的轨道机车是电力机车", value: 0.7, high: 0.7, shown: "每10辆中有7辆", certainty: "exact" },
    { label: "出口蓄电池是锂电池", value: 0.9, high: 0.9, shown: "近九成", certainty: "under" },
    { label: "出口汽车是电动汽车", value: 0.4, high: 0.4, shown: "每10辆中有4辆", certainty: "exact" },
  ],
};

export const PART_OF_WHOLE: ShareChart = {
  ...FRAME,
  kind: "parts",
  title: "截获植物有害生物",
  subtitle: "2020年",
  formula: "384 ÷ 4492 × 100% ≈ 8.55%",
  shares: [
    {
      label: "检疫性有害生物",
      value: 0.0855,
      high: 0.0855,
      shown: "8.55%",
      certainty: "exact",
      part: "384种",
      whole: "4492种",
    },
  ],
};
