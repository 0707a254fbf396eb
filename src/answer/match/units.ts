import type { Figure } from "../../figures/figure.ts";
import { foldText } from "../../text/fold.ts";
import { matchForm } from "../../text/match-form.ts";
import { ANSWERING_KINDS, type Ask } from "../question/asks.ts";
import type { Aspect, Term } from "../question/question.ts";

/** Measure words that speakers exchange freely; a word may be asked by any other of its line. */
const EXCHANGED: readonly (readonly string[])[] = [
  ["起", "件", "宗", "例", "案", "个", "桩"],
  ["列", "趟", "班", "辆", "次", "列次"],
  ["家", "个", "间", "户", "所"],
  ["项", "条", "个", "件", "种", "类", "份", "举措", "点"],
  ["名", "人", "位", "个", "人次", "口", "个人"],
  ["辆", "台", "辆次", "部", "车次", "车"],
  ["票", "单", "件", "份"],
  ["份", "张", "个", "件", "本", "条"],
  ["次", "回", "场", "趟", "轮", "遍", "波", "批"],
  ["轮", "次", "回", "场", "波"],
  ["期", "次", "场", "届", "班"],
  ["批", "批次", "票", "单"],
  ["版", "个", "套"],
  ["标箱", "标准箱", "teu", "teus", "箱", "个标箱", "柜", "个"],
  ["艘", "艘次", "条", "只", "艘船"],
  ["大类", "类", "个大类", "种"],
  ["种", "类", "样", "个", "款"],
  ["国", "个", "国家", "家"],
  ["处", "个", "座", "片"],
  ["支", "个", "组"],
  ["团伙", "个"],
  ["吨", "公吨", "tonnes", "tons"],
  ["公斤", "千克", "kilograms", "kg"],
  ["部", "个"],
  [
    "个",
    "条",
    "座",
    "处",
    "家",
    "名",
    "项",
    "支",
    "组",
    "种",
    "件",
    "版",
    "轮",
    "瓶",
    "类",
    "起",
    "份",
    "例",
  ],
];

/** How well a figure's kind and unit answer an ask, 0 (cannot) to 1 (as asked). */
export function fitUnit(
  ask: Ask | undefined,
  aspect: Aspect,
  figure: Figure,
  counted: readonly Term[],
): number {
  if (!ask) return 1;
  if (ask.wants === "date") return 0;
  // 省多少时间 may be told as a share of the time: 压缩80%.
  if (
    ask.wants === "duration" &&
    ask.unit === "" &&
    isGrowth(figure) &&
    (figure.kind === "percent" || figure.kind === "fraction")
  )
    return 0.7;
  if (!ANSWERING_KINDS[ask.wants].includes(figure.kind)) return isScaledCount(ask, figure) ? 0.8 : 0;
  if (ask.wants === "share" && figure.kind === "multiple") return 0;
  if ((ask.wants === "percent" || ask.wants === "share") && figure.kind === "points") return 0.6;
  if (ask.wants === "points") return figure.kind === "points" ? 1 : 0.75;
  if (ask.wants === "multiple") return figure.kind === "multiple" ? 1 : 0.4;
  if (ask.wants === "duration" && /岁|years? old/.test(figure.unit)) return 0;
  if (ask.wants === "any") return anyFit(aspect, figure);
  if (ask.wants === "count" || ask.wants === "measure" || ask.wants === "duration")
    return Math.min(fitMeasure(ask, figure), fitCounted(ask, counted, figure));
  return 1;
}

/** 多少亿, 几万: a scale without a unit may ask for things as well as for money. */
const isScaledCount = (ask: Ask, figure: Figure): boolean =>
  ask.wants === "money" &&
  ask.unit === "" &&
  (figure.kind === "count" || figure.kind === "measure") &&
  typeof figure.value === "number" &&
  figure.value >= 1e4;

function anyFit(aspect: Aspect, figure: Figure): number {
  if (aspect === "growth") return figure.change ? 1 : 0.6;
  if (figure.kind === "points") return 0.7;
  return 1;
}

function fitMeasure(ask: Ask, figure: Figure): number {
  const unit = foldText(figure.unit);
  const noun = foldText(figure.noun ?? "");
  if (ask.noun !== "" && /^[a-z]/.test(ask.noun)) return 1;
  const asked = ask.unit;
  if (ask.noun !== "") {
    if (
      noun.includes(ask.noun) ||
      (ask.noun.includes(noun) && noun !== "") ||
      figure.metric.includes(ask.noun)
    )
      return 1;
    return asked === "" ? 0.7 : 0.55;
  }
  if (asked === "") return 0.9;
  if (ask.wants === "duration") return fitDuration(asked, unit);
  if (unit === asked || noun.startsWith(asked) || unit.endsWith(asked)) return 1;
  if (/^(?:国|省|市|人|船|车)$/.test(asked) && noun.includes(asked)) return 1;
  if (EXCHANGED.some((group) => group.includes(asked) && group.includes(unit)))
    return asked === "个" || unit === "个" ? 0.85 : 0.9;
  // 几架汽车 is not told in tonnes.
  if (ask.wants === "count" && figure.kind === "measure") return 0;
  if (/[a-z]/.test(unit) || unit === "") return noun !== "" || unit !== "" ? 0.75 : 0.7;
  return 0.35;
}

const DURATION_FAMILIES: readonly RegExp[] = [
  /小时|钟头|钟|分|秒|hour|minute|second/,
  /天|日|工作日|星期|周|礼拜|day|week/,
  /月|month/,
  /年|year/,
];

function fitDuration(asked: string, unit: string): number {
  const family = DURATION_FAMILIES.findIndex((f) => f.test(asked));
  return DURATION_FAMILIES[family]?.test(unit) ? 1 : 0.5;
}

/** People and countries are counted in words of their own: nothing else answers 多少人 or 几个国家. */
const STRICT: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  {
    asked:
      /^(?:人|名|位|口|人次|旅客)$|^(?:people|persons?|staff|employees|workers|travellers|travelers|passengers|shoppers)/,
    told: /人|名|位|旅客|员|people|person|travell?er|passenger|shopper|officer|suspect|staff|participant|inspector|member|team/i,
  },
  {
    asked: /^(?:吨|公吨|千克|公斤|克|斤|tonnes|tons|kilograms?|kg)$/,
    told: /吨|千克|公斤|克|ton|kilogram|kg/i,
  },
  { asked: /^times$/, told: /times|次|interception|inspection|批/i },
  { asked: /^cases/, told: /case|例|起|件|宗|案/i },
  { asked: /^(?:species|kinds|types|varieties)/, told: /species|kind|type|variet|种|类/i },
  { asked: /^batches/, told: /batch|批|lot/i },
  { asked: /^省份?$|^provinces?/, told: /省|province/i },
  { asked: /^(?:城市|市)$|^cities/, told: /市|cit(?:y|ies)/i },
  {
    asked: /国家|^国$|地区|经济体|^(?:countries|nations|economies)/,
    told: /国|地区|经济体|countr|nation|econom|region/i,
  },
];

/** Whether what is counted is what was asked to be counted. */
function fitCounted(ask: Ask, counted: readonly Term[], figure: Figure): number {
  const asked = ask.noun !== "" ? ask.noun : ask.unit;
  const told = `${figure.unit} ${figure.noun ?? ""}`;
  // Frozen smuggling cases: in English the last word says what is counted.
  const last = /^[a-z]/.test(asked) ? (asked.split(" ").at(-1) ?? asked) : asked;
  const strict = STRICT.find((s) => s.asked.test(asked) || s.asked.test(last));
  // Passengers who come two or more times: the times are counted.
  if (strict && !strict.told.test(told) && /^(?:次|times)/.test(told)) return 0;
  if (
    strict &&
    !strict.told.test(told) &&
    !strict.told.test(/^[\x20-\x7e“”’]+$/.test(figure.metric) ? figure.metric : figure.metric.slice(-8))
  )
    return 0;
  if (counted.length === 0) return 1;
  const form = matchForm(`${told} ${figure.metric}`);
  const noun = matchForm(told);
  const within = (text: string): boolean =>
    counted.some((t) => t.alternates.some((a) => a.weight >= 0.6 && text.includes(a.text)));
  return within(noun) ? 1 : within(form) ? 0.92 : 0.62;
}

/** Whether a figure tells a growth, fall or gap rather than a level; the sides of a reform are levels. */
export const isGrowth = (figure: Figure): boolean =>
  figure.change !== null &&
  figure.change.kind !== "before_after" &&
  figure.agg !== "before" &&
  figure.agg !== "after";

/** How well a figure is of the wanted aspect: a growth where growth was asked, a level where a level was. */
export function fitAspect(
  aspect: Aspect,
  ask: Ask | undefined,
  figure: Figure,
  allowsChange: boolean,
): number {
  const isChange = isGrowth(figure);
  const isRatio =
    figure.kind === "percent" ||
    figure.kind === "points" ||
    figure.kind === "multiple" ||
    figure.kind === "fraction";
  if (aspect === "growth") return isChange || figure.kind === "multiple" ? 1 : isRatio ? 0.75 : 0.45;
  if (aspect === "share") return isChange ? 0.2 : isRatio ? 1 : 0.5;
  if (aspect === "rank") return figure.kind === "rank" ? 1 : 0;
  // 进出口多少 without a word of share or rank asks for the amount.
  if (!isChange) return aspect !== "any" ? 1 : figure.kind === "rank" ? 0.8 : isRatio ? 0.88 : 1;
  if (ask?.wants === "percent" || ask?.wants === "points" || ask?.wants === "multiple") return 1;
  if (!allowsChange) return isAddition(figure) ? 0.9 : 0;
  return aspect === "level" && isRatio ? 0.3 : 0.75;
}

/** 新增40个, 新建85个: an increase that is counted like a level. */
const isAddition = (figure: Figure): boolean =>
  figure.change?.kind === "increment" && ["count", "measure"].includes(figure.kind);
