import type { FigureKind, Span } from "../../figures/figure.ts";

/** What sort of quantity one "how much" of a question wants; `any` where it does not say. */
export type WantedKind =
  | "any"
  | "money"
  | "share"
  | "percent"
  | "points"
  | "multiple"
  | "duration"
  | "rank"
  | "count"
  | "measure"
  | "date";

/** One "how much / how many / which date" of a question. */
export interface Ask {
  readonly span: Span;
  readonly wants: WantedKind;
  /** Measure word or unit as asked, folded: 吨, 家, 个百分点, teus; "" where none was said. */
  readonly unit: string;
  /** What is counted, as asked: 国家, 人. */
  readonly noun: string;
}

/** 哪几个, 那几个, 这几年, 好几家 ask or say something else. */
const Q = "(?:多少|几多|幾多|(?<![哪那这好呢])几|好多)";
const MEASURE_WORDS =
  "个|项|条|种|类|大类|家|间|件|起|宗|例|列|趟|班|辆|台|架|艘|只|头|名|位|人次|人|口|票|单|张|份|封|本|册|期|轮|波|次|回|场|届|批|批次|箱|标箱|标准箱|柜|瓶|包|株|对|组|支|座|处|片|款|套|版|部|省|市|县|国|笔|户|门|道|步|层|级|辆次|艘次|架次|种次|航次|维|个维度|编|篇|页|字|句|点|粒|根|块|团伙";
const PHYSICAL =
  "吨|公吨|千克|公斤|克|斤|公里|千米|米|海里|平方米|平方公里|立方米|公顷|亩|升|桶|度|摄氏度|千瓦时|瓦";
const SCALE = "(?:十|百|千|万|十万|百万|亿|万亿)?";

interface AskRule {
  readonly pattern: RegExp;
  readonly wants: WantedKind;
}

/** Chinese and English asks, most telling first. Groups: `unit`, `noun`. */
const RULES: readonly AskRule[] = [
  {
    pattern:
      /哪一?年|几几年|何年|(?:几|哪)月(?:几|哪)[号日]|几月份?(?!前|后|内|以)|几号|哪个月|哪一?天|什么时候|何时|什么时间|啥时候|边日|几时|哪个月|(?:日期|时间)是(?:什么|哪|几)/g,
    wants: "date",
  },
  {
    pattern: new RegExp(`百分之${Q}|${Q}个百分比|${Q}%|%${Q}|${Q}个?巴仙|百分比(?:是|为|有)?${Q}?`, "g"),
    wants: "percent",
  },
  { pattern: new RegExp(`${Q}个?(?<unit>百分点|点(?!钟))`, "g"), wants: "points" },
  {
    pattern: new RegExp(
      `${Q}成(?!员|立|本|果)|(?<=占[了到]?)${Q}层|${Q}分之${Q}|(?:多大|多高|什么|几大|多少)(?:的)?(?:比例|比重|份额|占比)|(?:比例|比重|份额|占比)(?:是|为|有|达|各)*(?:多少|多大|多高|几多|如何|${Q})?|多大一?块|占(?:了|到|着)?.{0,12}的?(?:${Q}(?!${MEASURE_WORDS}|万|亿|吨|元))|(?<=(?:\\d|[一十百千])(辆|台|个|票|件|家|批|人|份|箱)[^,，。]{0,6}(?:里|中|内|当中|之中)[^,，。]{0,6})(?:有|是)?${Q}\\1|(?:平均|每)*几(台|辆|个|票|件|家|批|人|份|箱|单)(?:里面?|中|当中|之中|就|里头)+(?:就)?有(?:一|1)\\2`,
      "g",
    ),
    wants: "share",
  },
  { pattern: new RegExp(`${Q}倍|${Q}番`, "g"), wants: "multiple" },
  {
    pattern: new RegExp(
      `第${Q}(?:位|名|大)?|排(?:名|行|位)?(?:在|到|全国|全球|世界|全省)*(?:第)?(?:${Q}(?:位|名)?)|排名(?:是|为|第)?(?:多少|怎样|如何)?|名次|(?:[前后变升降进退挪移掉跌]|提升|上升|下降|跃升)了?${Q}位|排(?:在)?哪(?:里|位)?|排?老几`,
      "g",
    ),
    wants: "rank",
  },
  {
    pattern: new RegExp(
      `${Q}${SCALE}(?<unit>个?(?:小时|钟头|钟|分钟|秒|工作日|星期|礼拜|天|日|周|月|年)|年头)(?!级|代|度|份|[0-9]|内)|(?:多久|多长时间|几耐)(?:之?内)?|多长(?!度)|(?:时间|时长)(?:是|为|有)多(?:少|长)`,
      "g",
    ),
    wants: "duration",
  },
  {
    pattern: new RegExp(
      `${Q}个(?:亿|万亿|小目标)|${Q}${SCALE}(?<unit>钱|块钱|元|块|人民币|美元|美金|港元|欧元)|${Q}\\p{Script=Han}{1,3}钱|${Q}(?:万亿|亿|十亿|百亿|千亿)(?!${MEASURE_WORDS}|${PHYSICAL}|标|人|美金|美元)|啥价|什么价|几钱`,
      "gu",
    ),
    wants: "money",
  },
  { pattern: new RegExp(`${Q}${SCALE}(?<unit>${PHYSICAL})`, "g"), wants: "measure" },
  {
    pattern: new RegExp(
      `${Q}${SCALE}(?<unit>${MEASURE_WORDS})(?<noun>国家(?:和地区|地区)?|地区|城市|省份|口岸|企业|部门|单位|海关|旅客|船|箱|标箱|车|人|案件|案|经济体|省(?!市)|市)?`,
      "g",
    ),
    wants: "count",
  },
  {
    pattern: new RegExp(
      `${Q}(?<noun>国家(?:和地区|地区)?|地区|城市|省份|口岸|企业|部门|单位|海关|旅客|船|车|案子|案件|案(?!例|值)|厂|厂子|合作机制|经济体|国|省|市)`,
      "g",
    ),
    wants: "count",
  },
  {
    pattern:
      /多少|几多|幾多|几何|有多大|有多高|多大(?!的?变化)|多高|有多少|多快|多重|多远|多厚|好多(?=[^的])/g,
    wants: "any",
  },
  {
    pattern:
      /\bhow many (?:more |fewer |extra )?percentage points\b|\bhow many (?:percentage )?points\b|\bpercentage points?\b(?! of)/g,
    wants: "points",
  },
  { pattern: /\bhow many times\b(?! (?:did|was|were|has|have))/g, wants: "multiple" },
  {
    pattern:
      /\b(?:what|which) (?:share|percentage|proportion|portion|fraction|part|percent|per cent)\b|\b(?:share|percentage|proportion|portion|fraction) of\b|\bhow (?:big|large|much of) a share\b|\bwhat percent\b|\bhow much of\b/g,
    wants: "share",
  },
  {
    pattern: /\bby (?:what|how many|how much) (?:percentage|percent|per cent)\b|\bhow many per ?cent\b/g,
    wants: "percent",
  },
  {
    pattern:
      /\bwhere does .{1,60} rank\b|\bwhat rank\b|\bwhich place\b|\brank(?:ed|s|ing)?\b|\bwhat position\b/g,
    wants: "rank",
  },
  {
    pattern:
      /\bhow (?:many|much)(?: \w+)? (?<unit>hours?|days?|minutes?|seconds?|weeks?|months?|years?)\b|\bhow long\b|\bhow much (?:\w+ )?time\b|\b(?:average )?(?:clearance|storage|transit|waiting|inspection) time\b(?=.*\?)/g,
    wants: "duration",
  },
  {
    pattern:
      /\bhow much money\b|\b(?:how much|what) (?:was|were|is|are) .{1,60} worth\b|\bin (?:yuan|rmb|dollars)\b|\bwhat (?:was|were|is|are) (?:they|it|the value|the total value|the worth)\b(?: worth)?|\bhow much (?:tax|revenue|duty|duties)\b|\bwhat (?:was|is) the (?:\w+ )?(?:value|amount)\b|\bhow much in (?:yuan|rmb)\b/g,
    wants: "money",
  },
  {
    pattern:
      /\bhow many (?:more |fewer |new |extra )?(?<unit>tonnes|tons|kilograms?|kg|kilometres?|square metres?|km|teus?)\b|\bhow many (?<noun>teus|containers)\b/g,
    wants: "measure",
  },
  {
    pattern:
      /\b(?:since |until |by )?when\b(?! it| the (?:ship|bot))|\b(?:what|which) (?:date|day|year|month)\b/g,
    wants: "date",
  },
  {
    pattern:
      /\bhow many (?:more |fewer |new |other |different |of the |of )?(?!(?:did|does|do|was|were|is|are|has|have|had)\b)(?<noun>[a-z][a-z-]*(?: and [a-z]+)?(?: (?!(?:did|does|do|was|were|is|are|has|have|had|got|in|of|at|on|to|from|for|with|by|ran|run|took|take|can|could|will|would|left|went|came|per|that|who|which|through|across|since|and|work|there|now)\b)[a-z-]+){0,2})/g,
    wants: "count",
  },
  { pattern: /\b(?:the )?(?:total )?number of (?<noun>[a-z][a-z-]*)/g, wants: "count" },
  { pattern: /\bhow many(?= (?:did|does|do|was|were|is|are|has|have|had)\b)/g, wants: "count" },
  {
    pattern:
      /\bwhat (?:is|was) (?:[\w'’-]+ ){1,8}target(?= (?:for|in|by) )|\bhow (?:much|big|large|high|fast|far|heavy|quickly)\b|\bwhat (?:was|is|were|are) (?:the )?(?:[\w'’-]+ ){0,6}?(?:total|volume|size|scale|growth|rate|figure|trade|value|amount|turnover|throughput|number|record|share|percentage|exports|imports|revenue)\b/g,
    wants: "any",
  },
];

/** The asks of a folded question, in order, without overlap. */
export function readAsks(folded: string): Ask[] {
  const asks: Ask[] = [];
  for (const { pattern, wants } of RULES) {
    for (const m of folded.matchAll(pattern)) {
      const start = m.index;
      const end = start + m[0].length;
      if (m[0] === "" || asks.some((a) => start < a.span[1] && end > a.span[0])) continue;
      asks.push({
        span: [start, end],
        wants,
        unit: m.groups?.["unit"] ?? "",
        noun: m.groups?.["noun"] ?? "",
      });
    }
  }
  return asks.sort((a, b) => a.span[0] - b.span[0]);
}

const NUMBER = "(?:\\d[\\d,.]*|[一二两三四五六七八九十百千]+)";
const LIMIT = `${NUMBER}(?:多|余|来)?(?:(?<scale>万亿|亿|十万|百万|千万|万|千)?(?<unit>%|倍|成|元|块钱?|美元|${PHYSICAL}|个?(?:小时|分钟|工作日|月|百分点)|天|年|${MEASURE_WORDS})?)`;

/** Whether a value passes a limit: 有没有卖到三百亿, 满没满150个, 超过了52亿吨吗, "did it exceed 40 trillion yuan". */
const LIMITS: readonly RegExp[] = [
  new RegExp(
    `(?:有没有|有冇|是不是|是否|够不够|(?<v>[超满到过破达])没(?:有)?\\k<v>)[^,，。?]{0,16}?(?:到|过|超|满|破|达|突破|超过)?(?:了)?(?:百分之)?${LIMIT}`,
  ),
  new RegExp(
    `(?:超过|突破|达到|高于|多于|低于|少于|不到|[超过到满破])了?(?:百分之)?${LIMIT}[^,，。?\\d]{0,8}?(?:吗|么|嘛|没有?|不)[?。!\\s]*$`,
  ),
  /^(?:did|do|does|is|are|was|were|has|have)\b.*\b(?:more than|less than|fewer than|over|above|below|under|exceed(?:ed)?|reach(?:ed)?|top(?:ped)?|pass(?:ed)?|at least) \d[\d,.]*(?: ?(?<scale>million|billion|trillion))? ?(?<unit>%|percent|per cent|yuan|tonnes|tons|hours|days|times)?/,
];

/** The ask of a folded question that asks whether a value passes a limit: for the value itself. Undefined where it asks none. */
export function limitAsk(folded: string): Ask | undefined {
  for (const pattern of LIMITS) {
    const m = pattern.exec(folded);
    if (!m) continue;
    const { scale = "", unit = "" } = m.groups ?? {};
    if (scale === "" && unit === "") continue;
    const wants = limitKind(m[0], scale, unit);
    const end = m.index + m[0].trimEnd().length;
    return { span: [end, end], wants, unit: wants === "count" || wants === "measure" ? unit : "", noun: "" };
  }
  return undefined;
}

function limitKind(text: string, scale: string, unit: string): WantedKind {
  if (/%|percent|per cent|百分之/.test(text)) return "percent";
  if (/^(?:元|块钱?|美元|yuan)$/.test(unit) || (unit === "" && /亿|illion/.test(scale))) return "money";
  if (/小时|分钟|工作日|^天$|^年$|月|hours|days/.test(unit)) return "duration";
  if (/倍|times/.test(unit)) return "multiple";
  if (unit === "成") return "share";
  if (unit === "") return "any";
  return new RegExp(`^(?:${PHYSICAL}|tonnes|tons)$`).test(unit) ? "measure" : "count";
}

/** Asks for a value of any kind, in no words of the question. */
export const ANY_VALUE: Ask = { span: [-1, -1], wants: "any", unit: "", noun: "" };

/** A bare name of a value asks for it: 2020年综保区进出口总额, "total imports and exports of the zone, 2023". */
const VALUE_NAME =
  /(?:总额|总值|(?:进出口|出口|进口)[额值]?|外贸[额值]|贸易额|收入|金额|货值|产值|数量|产量|销量|吞吐量|运量|规模|占比|比重|增速|增幅|涨幅|人次|件数|次数|列数|家数|面积)(?:\s*[(（]?(?:万亿|亿|万|千)?(?:元|吨|台|家|件|列|人次|美元)[)）]?)?[?。!\s]*$|^(?:the )?(?:total|amount|value|volume|number|share|growth rate)\b|\b(?:total|amount|volume|growth rate|year-on-year growth)[?.!\s]*$/;

/** Nouns right before 多少 that are told in money. */
const MONEY_NOUN =
  /(?:货值|金额|案值|产值|销售额|交易额|贸易额|成交额|营业额|税款|税额|收入|花|花费|花掉|赚|挣|掏)了?(?:一共|总共|合计|大概|大约|分别|各|是|为|有|达|共|约|到底)*$/;

/** An ask that names no unit but stands behind a noun of money wants money. */
export const withMoney = (folded: string, ask: Ask): Ask =>
  ask.wants === "any" && ask.span[0] > 0 && MONEY_NOUN.test(folded.slice(0, ask.span[0]))
    ? { ...ask, wants: "money" }
    : ask;

/** Of a bare name the unit that it counts in: 截获次数, 购物人次. */
const COUNT_NAME = /(?:(人次|辆次|架次|艘次|种次)|(次|件|列|票|批|家|户|箱|起|例|种|辆|艘)数)[?。!\s]*$/;

/** The ask of a folded question without a question word that only names a value; undefined where it names none. */
export function namedValue(folded: string): Ask | undefined {
  if (!VALUE_NAME.test(folded.trim())) return undefined;
  const counted = COUNT_NAME.exec(folded);
  const unit = counted?.[1] ?? counted?.[2] ?? "";
  return { span: [-1, -1], wants: unit === "" ? "any" : "count", unit, noun: "" };
}

/** Kinds of figure that can answer an ask. */
export const ANSWERING_KINDS: Readonly<Record<WantedKind, readonly FigureKind[]>> = {
  any: [
    "amount",
    "count",
    "measure",
    "percent",
    "points",
    "multiple",
    "fraction",
    "rank",
    "duration",
    "rate",
  ],
  money: ["amount"],
  share: ["percent", "fraction", "multiple"],
  percent: ["percent", "fraction", "points", "multiple"],
  points: ["points", "percent"],
  multiple: ["multiple", "percent", "fraction"],
  duration: ["duration"],
  rank: ["rank"],
  count: ["count", "rate", "measure"],
  measure: ["measure", "count", "rate"],
  date: [],
};
