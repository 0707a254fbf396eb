import { z } from "zod";
import type { FigureEntry, Library } from "../retrieval/library.ts";
import type { Vocabulary } from "../retrieval/vocabulary.ts";
import { isTradeWord } from "./match/judge.ts";
import { asksForStock } from "./question/cues.ts";
import type { AskedPeriod } from "./question/periods.ts";
import type { Question, Term } from "./question/question.ts";
import { readTerms } from "./question/terms.ts";
import type { Memory } from "./types.ts";

/** What a turn leaves for the next one: words and slots, enough to read the question again. */
const slotsSchema = z.object({
  terms: z.array(z.string()),
  periods: z.array(
    z.object({
      text: z.string().nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      whole: z.boolean(),
    }),
  ),
  direction: z.enum(["import", "export", "both"]).nullable(),
  national: z.boolean(),
  aspect: z.enum(["level", "growth", "share", "rank", "date", "any"]),
  ask: z.object({ wants: z.string(), unit: z.string(), noun: z.string() }).nullable(),
});
type Slots = z.infer<typeof slotsSchema>;

/** Words by which a turn leans on the one before. */
const LEANING =
  /^(?:占|同比|环比|按年|那么?|咁|噉|哪|还有|另外|而|至于|其中|光|不对|不是|错了|我(?:说|问|指|要|是问)|唔系|对了|再问|换成|改成|如果是|比)|(?:呢|咧|嘞)[?。!\s]*$|^[a-z]+ed (?:into|to|from|by|in|at|through|across|for|with)\b|^(?:and|what about|how about|what of|but|or|only|just|no,|i mean|then|same for|also)\b|那年|那一年|同期|这个数|同一年|它的?|上述|前者|后者|两者|两个|这两|\b(?:it|its|that|those|them|they|then)\b/;

/** Words that ask where the last answer came from, or who said it. */
const WHO_SAID =
  /(?:这|那|呢|嗰)?(?:句|个|段)?(?:话|说法|数|数字|数据)?(?:是|系)?(?:谁|边个|哪位)(?:说|讲|提|公布|介绍|透露)|\bwho said (?:so|that|this|it)\b|\bwho (?:gave|announced|stated) (?:that|this|it)\b|谁说的|边个讲/;
const WHICH_SOURCE =
  /哪篇|哪一篇|(?:出处|来源|出自|原文)(?:是|在)?(?:哪|什么|呢)?|哪里(?:说|看到|来)的?|边度(?:讲|嚟)|which article|what(?:'s| is) (?:the|your) source|source\??$|where (?:does|did) (?:that|this|it) come from|where is that from/;
const BEFORE_SIDE =
  /^(?:那|咁)?(?:原来|以前|之前|过去|原先|本来|before(?: that)?|previously|what was it before)(?:呢|是|要|的)?[^0-9]{0,8}$/;

/** Words that ask for the office of the person who was told of. */
const WHOSE_JOB =
  /^(?:那|咁)?(?:他|她|佢|这(?:个|位)?人?|那(?:个|位)?人)(?:是|系|的|担任|做|到底)*(?:个)?(?:什么|啥|咩|哪|谁|干|做)?(?:职务|职位|身份|官|头衔|职|嘛的|什么的|人|来的)*|\bwhat(?:'s| is| was) (?:his|her|their) (?:job|position|title|role|post|office)\b|\bwho is (?:he|she|that)\b/;

export type FollowUpKind = "whoSaid" | "whoIs" | "whichSource" | "before" | "compare" | "merge";

/** How a question leans on the earlier turn; undefined where it stands on its own. */
export function readFollowUp(question: Question, memory: Memory | null): FollowUpKind | undefined {
  if (memory?.v !== 1) return undefined;
  const { folded, terms } = question;
  const short = folded.length <= 24;
  const weight = terms.filter((t) => t.kind !== "act").reduce((sum, t) => sum + t.weight, 0);
  if (short && weight < 5 && WHO_SAID.test(folded)) return "whoSaid";
  if (
    short &&
    weight < 6 &&
    WHOSE_JOB.exec(folded)?.[0].length === folded.replace(/[?。!啊呀呢\s]+$/, "").length
  )
    return "whoIs";
  if (folded.length <= 40 && weight < 5 && WHICH_SOURCE.test(folded)) return "whichSource";
  if (BEFORE_SIDE.test(folded.replace(/[?。!\s]+$/, ""))) return "before";
  if (
    question.comparison !== null &&
    question.periods.length === 0 &&
    topicWeight(terms) < 1 &&
    memory.figures.length >= 2 &&
    /差|两|比|倍|[多少高低快慢升降涨跌]了(?:多少|几)|between|difference|compare|more|faster|哪个|谁/.test(
      folded,
    ) &&
    question.changeBase === null
  )
    return "compare";
  // 2023年多少 → 2024年呢 → 涨了多少亿: the gap between the two, in their unit.
  if (
    short &&
    question.periods.length === 0 &&
    topicWeight(terms) < 1 &&
    memory.figures.length >= 2 &&
    /(?:涨|增|升|多|降|减|跌|少)(?:加|长|少)?[了咗](?:多少|几)/.test(folded) &&
    question.asks.some((a) => ["money", "count", "measure"].includes(a.wants))
  )
    return "compare";
  // 2024年外贸多少 says all that it needs.
  const whole =
    question.asks.length > 0 &&
    question.periods.some((p) => !p.from?.startsWith("--")) &&
    terms.some((t) => isTopic(t) || isDirectionWord(t) || isTradeWord(t));
  // "How long did it take in 2020, is it under a day": what stands behind leans on the question itself.
  if (whole && !LEANING.test(folded.split(/[,，;；]/)[0] ?? folded)) return undefined;
  if (terms.length === 0 || LEANING.test(folded) || weight < 3) return "merge";
  return undefined;
}

/** Weight of the words that name a topic; places, periods and small words do not. */
const topicWeight = (terms: readonly Term[]): number =>
  terms.filter(isTopic).reduce((sum, t) => sum + t.weight, 0);
const isTopic = (t: Term): boolean =>
  t.kind !== "place" && t.kind !== "body" && t.weight >= 1.5 && !/^(?:海关|custom|customs)$/.test(t.text);

/** A question completed by what the earlier turn left, and the words that were taken over. */
export interface Merged {
  readonly question: Question;
  readonly carriedOver: readonly string[];
}

/** Fills in the slots that a follow-up does not say anew. Undefined where the memory cannot be read. */
export function mergeQuestion(
  question: Question,
  memory: Memory,
  vocabulary: Vocabulary,
  recalled: readonly FigureEntry[],
): Merged | undefined {
  const parsed = slotsSchema.safeParse(memory.slots);
  if (!parsed.success) return undefined;
  const old = parsed.data;
  const oldTerms = old.terms
    .flatMap((text) => readTerms(text, text, vocabulary))
    .map((t): Term => ({ ...t, span: [-1, -1] }));
  const newPlace = question.terms.some((t) => t.kind === "place");
  const stock = asksForStock(question.folded);
  const whole =
    question.directions.length > 0 && WHOLE.test(question.folded) && !AGAINST_WHOLE.test(question.folded);
  const kept = oldTerms.filter(
    (t) =>
      !whole &&
      !(stock && ADDED.test(t.text)) &&
      !(newPlace && !IS_PART.test(question.folded) && t.kind === "place") &&
      !isReplaced(t, question.terms),
  );
  const hasTopic = question.terms.some((t) => isTopic(t) && !isDirectionWord(t));
  const direction = question.directions[0]?.direction ?? (hasTopic ? null : old.direction);
  const oldPeriods = old.periods.map((p) => ({
    ...p,
    implicit: false,
    span: [-1, -1] as const,
    source: false,
    yearEnd: false,
    backward: true,
  }));
  const shift = YEAR_SHIFTS.find((s) => s.said.test(question.folded))?.years ?? 0;
  const shifted =
    shift !== 0 && question.periods.length === 0 && oldPeriods[0]
      ? shiftYears(oldPeriods[0], shift)
      : undefined;
  const comparesPeriods =
    question.periods.length === 1 &&
    oldPeriods.length >= 1 &&
    /比|相比|compared|than|versus|vs/.test(question.folded) &&
    question.changeBase === null;
  const periods = comparesPeriods
    ? [...oldPeriods.slice(0, 1), ...question.periods]
    : question.periods.length > 0
      ? question.periods
      : shifted
        ? [shifted]
        : oldPeriods;
  const ownTerms = question.terms.filter((t) => !isDirectionWord(t));
  const terms = hasTopic
    ? question.terms
    : [
        ...kept.filter((t) => !isDirectionWord(t) || question.directions.length === 0),
        ...ownTerms,
        ...question.terms.filter(isDirectionWord),
      ];
  const saysAspect = question.asks.length > 0 || question.aspect !== "any";
  const oldAsk =
    old.ask && !hasTopic
      ? [{ wants: old.ask.wants as never, unit: old.ask.unit, noun: old.ask.noun, span: [-1, -1] as const }]
      : [];
  return {
    question: {
      ...question,
      terms,
      shared: hasTopic ? kept : [],
      recalled,
      periods,
      directions: direction ? [{ direction, span: question.directions[0]?.span ?? [-1, -1] }] : [],
      national: question.national || (old.national && !newPlace),
      aspect: saysAspect ? question.aspect : hasTopic && old.aspect === "level" ? "any" : old.aspect,
      asks: question.asks.length > 0 ? question.asks : oldAsk,
      comparison: question.comparison ?? (comparesPeriods ? "difference" : null),
      frame: undefined,
      wantsPassage:
        question.wantsPassage && question.asks.length === 0 && old.ask === null && question.terms.length > 0,
      followUp: true,
    },
    carriedOver: [
      ...(question.periods.length > 0 || shifted ? [] : oldPeriods.map((p) => p.text ?? "")),
      ...kept.filter((t) => t.kind !== "act").map((t) => t.surface),
    ]
      .filter((w) => w !== "")
      .slice(0, 5),
  };
}

/** Years told from the turn before. */
const YEAR_SHIFTS: readonly { readonly said: RegExp; readonly years: number }[] = [
  {
    said: /(?<![比较跟与同])(?:再)?往?前(?:面|推)?(?:的)?(?:那)?一年(?:度)?|(?<![比较跟与同])上一年(?:度)?|前一?年度|(?<!than |from )(?:\bthe year before\b|\ba year earlier\b|\bthe previous year\b)/,
    years: -1,
  },
  {
    said: /(?:再)?往?[后下](?:面|推)?(?:的)?(?:那)?一年(?:度)?|\bthe year after\b|\bthe (?:next|following) year\b/,
    years: 1,
  },
];

/** A period of the turn before, so many years on; undefined where it names no year. */
function shiftYears(period: AskedPeriod, years: number): AskedPeriod | undefined {
  const move = (date: string | null): string | null =>
    date !== null && /^\d{4}/.test(date) ? `${Number(date.slice(0, 4)) + years}${date.slice(4)}` : null;
  const [from, to] = [move(period.from), move(period.to)];
  return from && to ? { ...period, from, to, text: from === to ? from : `${from}–${to}` } : undefined;
}

/** Words of what was added, which 现在总共多少 leaves behind. */
const ADDED = /^(?:新增|新建|新开|新设|增加|新加|新|new|ad|newli)$/;

/** 占四川外贸多大一块: what was told is a part of what is named now, not another place's. */
const IS_PART = /^(?:那|咁|它|佢)?占|^(?:and )?(?:what|which) (?:share|percentage|part|proportion) of\b/;

/** All trade, not that of the topic before: 整体出口呢, "and exports overall?". */
const WHOLE = /整体|总体|总的|全部|\boverall\b|\bin total\b|\bas a whole\b|\baltogether\b/;

/** 那比外贸整体快几个点: the topic is what is set against the whole. */
const AGAINST_WHOLE = /[比较跟][^,，]{0,8}(?:整体|总体|全部)|\bthan\b|\bcompared\b/;

/** A new word takes the place of an old one that it rules out (车辆 for 旅客) or means the same as. */
function isReplaced(old: Term, fresh: readonly Term[]): boolean {
  return fresh.some(
    (t) =>
      t.rivals.some((r) => old.alternates.some((a) => a.weight > 0.9 && a.text === r)) ||
      t.alternates.some((a) => a.weight === 1 && old.alternates.some((b) => b.text === a.text)) ||
      (isDirectionWord(t) && isDirectionWord(old)),
  );
}

const isDirectionWord = (t: Term): boolean =>
  /^(?:进口|出口|进出口|外贸|import|export|imports|exports)$/.test(t.text);

/** What this turn leaves for the next. */
export function remember(
  question: Question,
  intent: Memory["intent"],
  figures: readonly FigureEntry[],
  quote: Memory["quote"],
  before: Memory | null,
): Memory {
  const ask = question.asks[0];
  const slots: Slots = {
    terms: [...question.terms, ...question.shared].map((t) => t.surface).slice(0, 16),
    periods: question.periods.map(({ text, from, to, whole }) => ({ text, from, to, whole })).slice(0, 3),
    direction: question.directions.length === 1 ? (question.directions[0]?.direction ?? null) : null,
    national: question.national,
    aspect: question.aspect,
    ask: ask ? { wants: ask.wants, unit: ask.unit, noun: ask.noun } : null,
  };
  const stated = figures.map((e) => ({
    articleId: e.document.article.id,
    lang: e.document.article.lang,
    start: e.figure.start,
  }));
  const earlier = (before?.figures ?? []).filter(
    (f) => !stated.some((s) => s.articleId === f.articleId && s.start === f.start),
  );
  return {
    v: 1,
    question: question.raw.slice(0, 300),
    intent,
    slots,
    figures: [...stated, ...earlier].slice(0, 6),
    quote,
  };
}

/** The figures that the last turns stated, newest first; those that no longer exist are left out. */
export function recallFigures(memory: Memory, library: Library): FigureEntry[] {
  return memory.figures.flatMap(
    (f) => library.document(f.articleId, f.lang)?.figures.find((e) => e.figure.start === f.start) ?? [],
  );
}
