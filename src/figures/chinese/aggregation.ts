import type { Aggregation, Change, Figure, Period } from "../figure.ts";
import type { Draft, Sheet } from "./draft.ts";

const TARGET =
  /预计|预期|预测|测算|力争|争取|计划|目标|将(?:达|会|新|增|超|突破|扩|实现|建|有|发布|延长|由|从|再|与|于|在|支持|培育|投用)|有望|要达到/;
/** Verbs of doing: their amounts sum up over time. */
const DOING =
  /查获|查发|查办|查处|缴获|侦破|拦截|检疫|检验|查扣|检出|监管|进出|进口|出口|开出|到发|通行|征|签发|签署|验放|放行|新增|开展|开行|发送|截获|立案|侦办|办结|侦破|处置|培训|检测|消毒|办理|受理|销售|购物|完成|推出|出台|发布|抓获|打掉|入库|取消|卸|运|收集|整理|吞吐|成交|投资|减免|退运|销毁|移送|起诉|判决|扣押|劝返|维修|接待|卖出|售出|举办|始发|兑现|挽回|税|案值|产值|货值|交易/;
const STATE = /总数|现有|已有|共有|达到|覆盖|注册|互认|成为|位居|通达|联通|拥有|设有|聚集|存|在册/;

/** A count that its clause gives for a whole span of time adds up over it: 全年12件. */
const OVER_TIME =
  /全年|单月|当月|当日|单日|[上下]半年|前(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?(?:月|季度)/;

/** The kind of total of a figure; two figures compare only where it agrees. */
export function aggregationOf(
  sheet: Sheet,
  draft: Draft,
  figure: { change: Change | null; of: Figure["of"]; period: Period; metric: string },
): Aggregation {
  const { quantity, lead } = draft;
  const clause = sheet.paragraph.text.slice(draft.clause[0], quantity.start);
  const sentence = sheet.paragraph.text.slice(draft.sentence[0], quantity.start);
  if (figure.of?.role === "before") return "before";
  if (figure.of?.role === "after") return isTarget(sentence) ? "target" : "after";
  if (figure.change !== null)
    return figure.change.kind === "avg_annual" && quantity.kind === "amount"
      ? "annual_average"
      : figure.change.kind === "ratio"
        ? "ratio"
        : "change";
  if (
    isTarget(clause) ||
    (figure.period.text !== null && isTarget(sentence) && /^[到至]/.test(figure.period.text))
  )
    return "target";
  if (
    lead.share !== null ||
    quantity.kind === "fraction" ||
    (quantity.kind === "percent" && lead.change === null)
  )
    return "ratio";
  if (/年均/.test(clause)) return "annual_average";
  if (/日均|月均|平均|每(?:小时|分钟|天|日|月|票|批|单|个)/.test(clause)) return "average";
  if (quantity.kind === "rank") return "stock";
  return byPeriod(sheet, draft, figure.period, clause, figure.metric);
}

const isTarget = (words: string): boolean => TARGET.test(words);

function byPeriod(sheet: Sheet, draft: Draft, period: Period, clause: string, metric: string): Aggregation {
  const { kind, noun } = draft.quantity;
  if (kind === "duration") return "flow";
  const since = period.text !== null && /以来|至今$|迄今|截至|累计/.test(period.text);
  const doing = DOING.test(metric) || DOING.test(clause) || /次$/.test(draft.quantity.unit);
  if (/累计|总计/.test(clause) || (since && doing && !STATE.test(clause))) return "cumulative";
  const asOf = sheet.paragraph.times.some((t) => t.asOf && t.text === period.text);
  const amount = kind === "amount" || kind === "measure";
  if (
    (!amount && STATE.test(clause)) ||
    /余额|存量|库存/.test(metric) ||
    (asOf && !amount) ||
    (!doing && !OVER_TIME.test(clause) && (kind === "count" || noun !== null))
  )
    return "stock";
  // 年出口额: of one year, whatever the years of the article.
  if (/年(?:进出口|出口|进口|产|销|交易|营业|处理|吞吐)/.test(metric)) return "flow";
  if (isPartial(period)) return "partial";
  return period.from !== null && period.to !== null && period.from.slice(0, 4) !== period.to.slice(0, 4)
    ? "cumulative"
    : "flow";
}

/** Less than a whole year, or a year that had not ended. */
function isPartial({ from, to }: Period): boolean {
  if (from === null || to === null || from.length === 4 || from.slice(0, 4) !== to.slice(0, 4)) return false;
  return !(from.endsWith("-01") && to.endsWith("-12"));
}
