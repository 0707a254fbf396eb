import type { Direction, Span } from "../../figures/figure.ts";
import type { Ask } from "./asks.ts";
import type { AskedPeriod } from "./periods.ts";
import type { Aspect, ComparisonKind } from "./question.ts";

/** Words that ask for growth or fall, Chinese and English, in folded questions. */
const GROWTH =
  /涨|增长|增幅|增速|增加|升幅|升[了咗]|升[多几]|升得|成长|同比|环比|比(?:上|前|去)一?[年个]|较上年|按年|多了|少了|下降|降[了低幅]|跌|掉了|下滑|减少|压缩|压减|压掉|缩短|缩了|缩减|提速|快了|提高|提升|省[几多了]|悭|短了|变了多少|变化了?多少|涨势|提前了|\b(?:grow|grew|grown|growth|rose|rise|risen|rising|increase[ds]?|increasing|went up|go up|gone up|was that up|up from|fall|fell|fallen|drop(?:ped)?|decrease[ds]?|decline[ds]?|cut|reduce[ds]?|reduction|outgrow|expand(?:ed)?|year-on-year|year on year|shrink|shrank|jump(?:ed)?|climb(?:ed)?|save[sd]?)\b/;
/** Whether a folded question has a word of growth or fall. */
export const hasGrowthWord = (folded: string): boolean => GROWTH.test(folded);

const SHARE =
  /占|比重|份额|比例|多大一?块|\b(?:share|portion|proportion|percentage of|what percentage|fraction|make up|made up|account(?:s|ed)? for|came from)\b/;
const RANK = /名次|位次|第几|排名|排第|排在|位居第|\brank|\bwhich place\b|\bposition\b/;

/** Words that make growth itself the thing compared, not what it grew to. */
const GROWTH_COMPARED =
  /涨幅|增速|增幅|增长率|成长率|升幅|降幅|幅度|[涨升增降跌](?:得|长得|长)?(?:最|更)?(?:快|猛|多|高|慢)|增长(?:更|最)?[快高]|[涨升]得|同比|环比|各[涨升增降]|(?:快|高)(?:于|过)?(?:多少|几)个?(?:百分)?点|\b(?:grew|grow|grown|growth|rose|rise|rising|outgrow|outpaced?)\b/;

export const hasGrowthCue = (folded: string): boolean => GROWTH_COMPARED.test(folded);

/** Which kind of value an ask wants, from its own form and the words around it. */
export function readAspect(folded: string, ask: Ask | undefined): Aspect {
  if (ask?.wants === "date") return "date";
  if (ask?.wants === "rank") return "rank";
  // 省几天 asks for the change itself, 缩短到几天 for what is left.
  if (
    ask?.wants === "duration" &&
    /省|悭|节约|缩短了|压缩了|减少了|快了|提前|提速|\bsave[sd]?\b|\bcut\b|shorten|reduc/.test(folded) &&
    !/(?<![悭省])[到至为]了?(?:多少|几)|后.{0,6}(?:多少|几|多久)|\bto\b/.test(folded)
  )
    return "growth";
  if (ask && ["count", "measure", "money", "duration"].includes(ask.wants)) return "level";
  if (RANK.test(folded)) return "rank";
  if (WHAT_BECAME.test(folded)) return "any";
  const growth = GROWTH.test(folded);
  const share = SHARE.test(folded);
  if (
    ask?.wants === "share" &&
    /(?:比例|比重|份额|share|portion|proportion)/.test(folded) &&
    !/涨|升|降|减|短了|缩/.test(folded)
  )
    return "share";
  if (growth) return "growth";
  if (share) return "share";
  if (ask?.wants === "points" || ask?.wants === "multiple") return "growth";
  return "any";
}

/** 降到多少 asks what is left, not by how much it fell. */
const WHAT_BECAME =
  /(?:涨|升|降|增|减|跌|掉|缩短|压缩|压减|提高|提升|上升|下降|减少|降低|回升|回落)(?:到|至|成|为)了?(?:多少|几|幾|百分之|什么水平)|\b(?:fall|fell|fallen|drop(?:ped)?|cut|reduced|rise|risen|rose|grown|grew|gone (?:up|down)|went (?:up|down)) to (?:what|how)\b/;

const COMPARISONS: readonly { readonly kind: ComparisonKind; readonly pattern: RegExp }[] = [
  {
    kind: "side_by_side",
    pattern: /能(?:直接|放一起|放在一起)?(?:对)?比吗|能算|可不可以比|可比吗|能不能比|comparable/,
  },
  {
    kind: "ratio",
    pattern:
      /(?:是|等于|相当于|为).{0,24}(?:几|多少|几多)倍|how many times (?:the|as|larger|bigger|more|that|what|higher)|times (?:larger|bigger|as (?:large|big|many|much))/,
  },
  {
    kind: "share",
    pattern:
      /^(?!.*\bby what percentage).*(?:占.{0,40}(?:百分之|几%|几成|多少%|比|几分|多少|几)|(?:里面?|里头|中|当中|之中|其中).{0,30}(?:百分之|几%|几成|几分之)|贡献了?(?:百分之|几|多少)|what (?:percentage|share|proportion|portion|fraction)|percentage of)/,
  },
  {
    kind: "percent_change",
    pattern:
      /(?:比|较|到(?!底)|前后|缩短|压缩|减少|增加)[^占]{0,40}(?:百分之|几%|几成|多少%)|(?:by )?(?:what|how many) per ?cent(?:age)?(?! points?).{0,60}(?:more|less|higher|lower|increase|larger|bigger|fewer|shorter|than)/,
  },
  {
    kind: "which",
    pattern:
      /(?:哪|边|谁|邊)(?:个|一个|项|家|边|国|者|样|种|座|所|年|月|一年)?.{0,24}?(?:大|多|高|快|猛|少|低|慢|短|长|早|晚|重|狠|厉害|明显|靠前|领先|强|贵)(?:[一啲些点]|$|[?,。 吗呢啊]|得多)|(?:多|快|高|大|少|低|短|长)(?:啲|定)?(?:还是|定)|[\p{Script=Han}]定.{1,8}(?:多|快|高|大|少|低|短|长)(?:啲|些|一点)|\b(?:which|who|whose)\b.{0,80}\b(?:larger|bigger|more|higher|faster|longer|shorter|fewer|less|greater|slower|lower|quicker|largest|fastest|highest|smaller|better)\b|\b(?:did|does|do|was|were|is|are)\b.{0,60}\bor\b.{0,40}\b(?:faster|more|larger|slower)\b/u,
  },
  {
    kind: "difference",
    pattern:
      /(?:拉开|拉大|隔)(?:了)?(?:多少|几|多大)|差(?:了|距|额|别)?(?:是|有)?(?:多少|几|多大|几多)|相差|差距|差额|多出|(?:还|剩下?|还剩)(?:剩|有)?(?:几|多少)|(?<!最)(?:多|(?<!减)少|(?<!提)高|(?<!降|减)低|(?<!扩)大|(?<!缩)小|(?<!加)快|(?<!放|减)慢|(?<![增成])长|(?<!缩)短|重|前进|后退|前后变|挪|前移|后移|位次提升|名次上升|名次下降|爬升|跃升)(?:出|开|出来|要|了|上|卖|办|收|查|运|进|出口|进口|跑|放)?(?:了)?(?:多少|几|多多少|几多)(?!年|次第|成|倍|番)|多多少|慢多少|how (?:much|many) (?:\w+ ){0,3}(?:more|bigger|larger|faster|higher|longer|shorter|fewer|less|greater|lower|slower|smaller|quicker|ahead)|difference|\bgap\b|how (?:much|many) .{0,30}(?:shorter|faster|longer|more|fewer|less)\b|outgrow|outpace|by how (?:much|many)|之前(?:原来)?有几/,
  },
  {
    kind: "side_by_side",
    pattern:
      /分别|[?,，。;!]\s*(?:那么?)?(?![^?]*(?:几|多少|哪|谁|什么|啥|怎))(?!现在|以前|之前|过去|原来|以往|从前|后来|之后|今|去)[^?,，。;]{1,12}呢[?。!\s]*$|(?:what|give|tell).{0,20}\bboth\b|\bboth figures\b|各(?:是|要|有|占|为|多少|涨|几|[\u4e00-\u9fff]{1,3}?(?:多少|几|幾))|对比|比较|可比|之前.{0,3}之后|前后|\bcompare|\bversus\b|\bvs\b|\brespectively\b|comparable/,
  },
];

/** The kind of comparison that a folded question asks for, or null. */
export function readComparison(folded: string): ComparisonKind | null {
  const kind = COMPARISONS.find((c) => c.pattern.test(folded))?.kind ?? null;
  if (kind !== "difference") return kind;
  return (OWN_GROWTH.test(folded) && !BESIDE.test(folded)) ||
    (SAVED.test(folded) && !/[比较跟和与同]/.test(folded))
    ? null
    : kind;
}

/** 少收了多少税: what was saved, not what is less than something. */
const SAVED = /少(?:收|缴|交|付|花|掏|跑|等|用)了?(?:多少|几|幾)/;

/** "Did exports grow, and by how much" sets nothing against anything. */
const OWN_GROWTH =
  /\b(?:grow|grew|grown|rise|rose|risen|increase[ds]?|fall|fell|fallen|drop(?:ped)?|decline[ds]?|decrease[ds]?|went up|went down|go up|go down|change[ds]?)\b.*\bby how much\b|\bby how much (?:did|do|does|has|have) .*\b(?:grow|grown|rise|risen|increased?|fall|fallen|drop(?:ped)?|declined?|decreased?|changed?|go up|go down)\b/;
const BESIDE =
  /\b(?:than|compared|versus|vs|between|exceed\w*|outgrow|outpace\w*|gap|from|which|or|more|less|before|after)\b/;

const PASSAGE =
  /谁|职务|职位|头衔|身份|定义|什么|甚么|啥|咩|乜|哪些|哪几|怎么|怎样|怎麽|如何|为何|为什么|点解|点样|咋|干嘛|是哪|哪个(?!.{0,6}[大多高快低少])|哪家|哪种|哪类|哪里|哪儿|边度|有没有|会不会|是否|可以.{0,12}吗|意思|讲没讲|说没说|原因|目的|(?:之后|以后|现在)是.{0,12}还是|\b(?:who|why|what|which|where|whom|whose)\b|\bhow (?!many|much|big|large|fast|high|far|long|old|heavy|quickly|often)|\b(?:explain|describe|tell me about)\b/;

/** Whether the question asks for words rather than a number. */
export const asksForWords = (folded: string): boolean => PASSAGE.test(folded) && !FARING.test(folded);

/** "How did exports do in 2020" asks how much, not how. */
const FARING =
  /^how (?:did|do|does|have|has|were|are|is) .{2,40} (?:do|done|doing|perform(?:ed|ing)?|far(?:e|ed|ing))\b/;

const NATIONAL =
  /全国|我国|我们国家|(?<!欧洲|美洲|新)大陆(?!桥|架)|咱们国家|全中国|中国(?!出口信用|电信|工业报|—|银行)|国家层面|\bchina(?:'s)?\b(?!-)|\bnationwide\b|\bnational(?:ly)?\b|\bcountry's\b/;
/** Words with 中国 or China in them that say nothing of whose figure is asked. */
const NOT_NATIONAL = /海关总署|中国海关|china customs|china-europe|中国游|china travel/g;

export const isNational = (folded: string): boolean => NATIONAL.test(folded.replace(NOT_NATIONAL, " "));

const DIRECTIONS: readonly { readonly direction: Direction; readonly pattern: RegExp }[] = [
  {
    direction: "both",
    pattern:
      /进出口|外贸|对外贸易|货物贸易|\bimports? and exports?\b|\bexports? and imports?\b|\bimport-export\b|\bforeign trade\b|\btotal trade\b|\bgoods trade\b/g,
  },
  {
    direction: "export",
    pattern: /(?<!进)出口|外销|卖到国外|卖到海外|卖去国外|\bexport(?:s|ed|ing|ers?)?\b/g,
  },
  { direction: "import", pattern: /进口(?!岸)|\bimport(?:s|ed|ing|ers?)?\b/g },
];

/** Import and export words of a folded question, in order. */
export function readDirections(folded: string): { direction: Direction; span: Span }[] {
  const found: { direction: Direction; span: Span }[] = [];
  for (const { direction, pattern } of DIRECTIONS) {
    for (const m of folded.matchAll(pattern)) {
      const span: Span = [m.index, m.index + m[0].length];
      if (found.every((f) => span[1] <= f.span[0] || span[0] >= f.span[1])) found.push({ direction, span });
    }
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Year on year or month on month, where the question says so. */
export function readChangeBase(folded: string): "yoy" | "mom" | null {
  if (/(?:上年|去年|前一年)(?:的)?(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月/.test(folded)) return "yoy";
  if (
    /环比|比上个?月|较上月|跟上个?月|month on month|month-on-month|from the previous month|比\d{1,2}月|跟\d{1,2}月/.test(
      folded,
    )
  )
    return "mom";
  if (
    /同比|比(?:上|前|去)一?年|[比较]一年前|较上年|上年同期|跟上年|按年|year on year|year-on-year|from a year earlier|than a year (?:before|earlier)/.test(
      folded,
    )
  )
    return "yoy";
  return null;
}

/** 跟2017年比, 较2018年, 比2012年, than in 2020: the period that a change is measured against. */
export function isBaseWord(folded: string, period: AskedPeriod): boolean {
  if (period.span[0] < 0) return false;
  const before = folded.slice(Math.max(0, period.span[0] - 10), period.span[0]);
  const after = folded.slice(period.span[1], period.span[1] + 4);
  return (
    /(?:比|较|与|跟|同|和|vs|than|than in|from|since|to)\s*$/.test(before) &&
    (/^(?:年)?(?:相)?比/.test(after) || /(?:比|较|than|than in|from|since)\s*$/.test(before))
  );
}

/** Per what a rate or average is told: 日均, 每天, 一天平均, per day. */
const PER: readonly {
  readonly per: "day" | "month" | "year" | "hour" | "minute";
  readonly pattern: RegExp;
}[] = [
  {
    per: "day",
    pattern: /日均|每天|每日|一天(?:平均|能|要|得|大概)|平均(?:一|每)天|\ba day\b|per day|daily|each day/,
  },
  { per: "minute", pattern: /每分钟|一分钟|per minute|a minute/ },
  { per: "hour", pattern: /每小时|(?<![\d不到])一(?:个)?(?:小时|钟头)(?:能|可|放)|per hour|an hour/ },
  { per: "month", pattern: /月均|每个?月|平均一个月|per month|a month|monthly/ },
  {
    per: "year",
    pattern:
      /年均|每年|平均一年|平均每年|一年平均|per year|a year(?! (?:before|earlier|ago))|annual(?:ly)? average|average annual/,
  },
];

/** The span of time that a folded text tells a rate by; null where it tells none. */
export const readPer = (folded: string): "day" | "month" | "year" | "hour" | "minute" | null =>
  PER.find((p) => p.pattern.test(folded))?.per ?? null;

/** Words that ask for the present state or the whole stock rather than for what was added. */
const STOCK =
  /现在|目前|如今|而家|当前|总数|总共有|一共有|到现在|\bnow\b|\bcurrently\b|\bin total\b|\bso far\b|\btoday\b|these days/;
/** Whether a folded text speaks of the present. */
export const saysNow = (folded: string): boolean =>
  /现在|如今|目前|眼下|而家|当前|\b(?:now|currently|today|these days)\b/.test(folded);

const ADDED = /新增|新建|新开|新设|增加|新加|多了|\bnew\b|\badded\b|\bnewly\b|additional/;

/** Whether a folded question asks for what was added. */
export const asksForAdded = (folded: string): boolean => ADDED.test(folded);

export const asksForStock = (folded: string): boolean => STOCK.test(folded) && !ADDED.test(folded);

/** Words that ask for what is planned or forecast rather than for what was reached. */
export const asksForPlan = (folded: string): boolean =>
  /目标|计划|规划|预计|预期|(?<![我也很])想(?!问|知|了解|请|要问)|希望|争取|将会?|要(?:达|到|实现|做到)|力争|打算|到20\d\d年|未来|明年|\b(?:will|plans?|planned|targets?|goals?|aims?|expect\w*|forecast|by 20\d\d|next)\b/.test(
    folded,
  );

const RISES =
  /涨|增长|增幅|增速|增加|升幅|升[了咗]|升[多几]|多了|提升|成长|\b(?:grow|grew|grown|growth|rose|rise|risen|rising|increase[ds]?|increasing|expand(?:ed)?|jump(?:ed)?|climb(?:ed)?)\b/;
const FALLS =
  /少[了咗]|下降|降[了低幅]|跌|掉了|下滑|减少|压缩|压减|压掉|缩短|缩了|缩减|短了|\b(?:fall|fell|fallen|drop(?:ped)?|decrease[ds]?|decline[ds]?|cut|reduce[ds]?|reduction|shrink|shrank|fewer|less)\b/;

/** Which way a change is said to go: 1 up, −1 down, 0 where a folded question says both or neither. */
export const readChangeSign = (folded: string): -1 | 0 | 1 =>
  RISES.test(folded) === FALLS.test(folded) ? 0 : RISES.test(folded) ? 1 : -1;
