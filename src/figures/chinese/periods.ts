import type { FigureContext } from "../figure.ts";
import { findTimeWords, type TimeWord } from "./time-words.ts";

/** A time expression of a paragraph, resolved. Dates are partial, inclusive; null where open or unknown. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
  /** What a change or share is measured against (比2012年, 较上年同期): never the figure's own period. */
  readonly base: boolean;
  /** Belongs to the number right behind it alone: 由2019年的38条增至64条. */
  readonly bound: boolean;
  /** A day, which dates an event more often than a quantity: it does not reach beyond its own sentence. */
  readonly day: boolean;
  /** Its characters are no quantity. False for 4年来 and 近五年, which are also a length of time. */
  readonly masks: boolean;
  /** 截至, 目前: a state at a date. */
  readonly asOf: boolean;
}

/** What bare months, 全年 and 同年 refer to; moves on with the text. */
export interface TimeMemory {
  /** The year last told as such. */
  year: number | null;
  /** The year last named at all, days of events included: bare months and days follow it. */
  any: number | null;
  /** The same without 去年 and its like, which count for their own paragraph alone. */
  lasting?: number | null;
  /** The year last told in digits: what a paragraph begins with. 去年 counts for its own paragraph alone. */
  told?: number | null;
}

const pad = (n: number): string => String(n).padStart(2, "0");
const yearOf = (date: string | undefined): number | null =>
  date === undefined ? null : Number(date.slice(0, 4));

/** Finds the times of a paragraph (in comparable form) and resolves them against the article's date and the year last named. */
export function readPeriods(text: string, context: FigureContext, memory: TimeMemory): TimeSpan[] {
  const words = findTimeWords(text);
  const spans: TimeSpan[] = [];
  for (const word of words) {
    const time = resolve(word, text, context, memory);
    spans.push(lapseBetween(word, time, spans, text) ?? yearEarlier(word, time, spans, text) ?? time);
  }
  return spans;
}

/** More times than this before one in its sentence are not looked at. */
const MOST_BEFORE = 8;

/** The times before `time` in its sentence. */
const inSentence = (spans: readonly TimeSpan[], time: TimeSpan, text: string): TimeSpan[] =>
  spans.slice(-MOST_BEFORE).filter((s) => !/[。!?]/.test(text.slice(s.end, time.start)));

/** 2016年…, 2023年…, 七年间: from the one to the other. */
function lapseBetween(
  word: TimeWord,
  time: TimeSpan,
  spans: readonly TimeSpan[],
  text: string,
): TimeSpan | null {
  if (word.kind !== "lapse" || !word.text.endsWith("间")) return null;
  const before = inSentence(spans, time, text);
  const years = before.filter((s) => !s.day).map((s) => Number((s.to ?? "").slice(0, 4)));
  const last = years.at(-1) ?? 0;
  return years.includes(last - word.lapse)
    ? { ...time, from: String(last - word.lapse), to: String(last) }
    : null;
}

/** …612列,上年同期为580列: the same part of the year before, for that number alone. */
function yearEarlier(
  word: TimeWord,
  time: TimeSpan,
  spans: readonly TimeSpan[],
  text: string,
): TimeSpan | null {
  if (word.kind !== "comparison" || !/^[上去前][^月]*$/.test(word.text)) return null;
  const leads = /[,，(;由从]$/.test(text.slice(Math.max(0, time.start - 1), time.start));
  const counted = /^(?:的|为|是|仅为?|只有|约为?|达到?|有|共)*(?:约|近|超过?)?\d/.test(
    text.slice(time.end, time.end + 10),
  );
  if (!leads || !counted) return null;
  const own = inSentence(spans, time, text).findLast(
    (s) => !s.base && !s.bound && s.from !== null && s.to !== null,
  );
  return own === undefined
    ? null
    : { ...time, from: oneYearBack(own.from), to: oneYearBack(own.to), base: false, bound: true };
}

const oneYearBack = (date: string | null): string | null =>
  date === null ? null : `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;

function resolve(word: TimeWord, text: string, context: FigureContext, memory: TimeMemory): TimeSpan {
  const base = isBase(word, text);
  const bound = isBound(word, text);
  const { from, to } = datesOf(word, context, memory, {
    base: base || bound,
    listed: isListed(word, text),
    yearNear: /(?:(?:19|20)\d{2}年|去年|前年|上年)[^。!?]*$/.test(
      text.slice(Math.max(0, word.start - SENTENCE_REACH), word.start),
    ),
    ahead: AHEAD.test(text.slice(Math.max(0, word.start - 12), word.end + 24)),
  });
  return {
    start: word.start,
    end: word.end,
    text: word.text,
    from,
    to,
    base,
    bound,
    day: word.part?.kind === "day",
    masks: word.kind !== "lapse",
    asOf: word.asOf,
  };
}

/** 比…, 较…, 高于…, 相当于…: what stands behind is measured against. */
function isBase(word: TimeWord, text: string): boolean {
  const before = text.slice(Math.max(0, word.start - 4), word.start);
  const after = text.slice(word.end, word.end + 8);
  if (/(?:比|较|高于|低于|快于|超过|多于|少于|高出|相当于|占|恢复[到至])$/.test(before)) return true;
  if (
    /(?:与|和|同|跟)$/.test(before) &&
    /^(?:同期|全年)?(?:相比|比较|相较|持平|基本持平|相当|比(?!例|重))/.test(after)
  )
    return true;
  if (
    /是$/.test(before) &&
    /^(?:同期|同日|同月|全年)?的?[^,，。]{0,14}?倍/.test(text.slice(word.end, word.end + 20))
  )
    return true;
  // 为全年最多, 创今年以来新高: what it is the most of. 是去年最亮的一块 goes on with last year.
  const open = word.kind === "date" && word.year === null && (word.relative === null || word.since);
  if (open && /[是为创达]$/.test(before) && /^(?:以来)?的?(?:最|新高|新低|之最|单月最)/.test(after))
    return true;
  // 6月是上半年的高点: said of the month, not of what follows.
  if (/[是为]$/.test(before) && /^的[\u4e00-\u9fff]/.test(after)) return true;
  return word.kind === "comparison";
}

/** A year whose number follows at once (2018年的150列): the number's own, nobody else's. */
function isBound(word: TimeWord, text: string): boolean {
  if (/恢复[到至]$/.test(text.slice(Math.max(0, word.start - 3), word.start))) return false;
  // 是当年的近10倍: the year is what the multiple is of.
  if (/^的?(?:约|近|超过?|不到)?[\d.]+多?倍/.test(text.slice(word.end, word.end + 12))) return false;
  return (
    /^(?:全年|同期)?的?(?:约|近|超过?|不到)?[\d一二两三四五六七八九十百千第]/.test(
      text.slice(word.end, word.end + 6),
    ) && /(?:由|从|自|到|至|比|较|为|是)(?:过去)?$/.test(text.slice(Math.max(0, word.start - 3), word.start))
  );
}

interface Dates {
  readonly from: string | null;
  readonly to: string | null;
}

/** What the words around a time say of it. */
interface Setting {
  /** Measured against, or one number's own: nothing else follows it. */
  readonly base: boolean;
  /** One of several years side by side: 2020年、2021年、2022年. The text goes on with none of them. */
  readonly listed: boolean;
  /** Plans and forecasts stand near. */
  readonly ahead: boolean;
  /** Its own sentence names a year before it. */
  readonly yearNear: boolean;
}

/** How far back a year of the same sentence is looked for. */
const SENTENCE_REACH = 80;
const AHEAD = /将|拟|力争|争取|预计|预期|计划|规划|目标|有望|明年|后年/;

const isListed = (word: TimeWord, text: string): boolean =>
  /\d{4}年?[、和与及]$/.test(text.slice(Math.max(0, word.start - 6), word.start)) ||
  /^[、和与及]\d{4}年/.test(text.slice(word.end, word.end + 6));

function datesOf(word: TimeWord, context: FigureContext, memory: TimeMemory, setting: Setting): Dates {
  const { base, listed } = setting;
  const published = yearOf(context.published);
  switch (word.kind) {
    case "years":
      if (!base) memory.year = memory.any = memory.told = memory.lasting = word.years[1];
      return { from: String(word.years[0]), to: String(word.years[1]) };
    case "era":
      return eraDates(word, context);
    case "now":
      return { from: null, to: context.published?.slice(0, 7) ?? null };
    case "lapse": {
      const end = published ?? memory.year;
      return end === null
        ? { from: null, to: null }
        : { from: String(end - Math.round(word.lapse)), to: String(end) };
    }
    case "comparison":
      return { from: null, to: null };
    case "date": {
      const year = word.year ?? relativeYear(word, published, memory, context, setting);
      if (year === null) return { from: null, to: null };
      if (!base && !listed && (word.year !== null || word.relative !== null)) remember(memory, year, word);
      return word.since
        ? { from: partDates(year, word)?.from ?? String(year), to: monthOf(context) }
        : withPart(year, word);
    }
    default:
      return word satisfies never;
  }
}

/** A day or a month dates an event; it does not change which year 全年 means. */
function remember(memory: TimeMemory, year: number, word: TimeWord & { kind: "date" }): void {
  memory.any = year;
  if (word.year !== null || word.relative === 0) memory.lasting = year;
  const month = word.part?.kind === "months" && word.part.from === word.part.to;
  if (word.part?.kind === "day" || month) return;
  memory.year = year;
  if (word.year !== null) memory.told = year;
}

const monthOf = (context: FigureContext): string | null => context.published?.slice(0, 7) ?? null;

function eraDates(word: TimeWord & { kind: "era" }, context: FigureContext): Dates {
  const month = monthOf(context);
  const running = month !== null && month >= word.from && (word.to === null || month.slice(0, 4) <= word.to);
  if (word.since || word.to === null) return { from: word.from, to: month };
  // A plan that is still running can only be told up to the day of the article.
  return { from: word.from, to: running ? month : word.to };
}

function relativeYear(
  word: TimeWord & { kind: "date" },
  published: number | null,
  memory: TimeMemory,
  context: FigureContext,
  { ahead, yearNear }: Setting,
): number | null {
  if (word.relative !== "memory" && word.relative !== null)
    return published === null ? null : published + word.relative;
  const single =
    word.part?.kind === "day" || (word.part?.kind === "months" && word.part.from === word.part.to);
  // 1~7月 in an August article that spoke of 今年 last is this year's, though 2024年 stood before.
  const lately =
    word.part !== null &&
    memory.any === published &&
    word.part.to <= Number(context.published?.slice(5, 7) ?? 0);
  // 上半年 in a report on a half-year is that one, though the sentence before told of another year.
  if (coversPart(word, context) && !yearNear) return yearOf(context.covers?.to);
  const told = single || lately ? (memory.any ?? memory.year) : memory.year;
  // 前三季度 in an October article that spoke of next year's quota last: nothing is reported before it is over.
  if (told !== null && published !== null && !ahead && isAhead(told, word, context)) return published;
  if (told !== null) return told;
  if (context.covers !== undefined || published === null) return yearOf(context.covers?.to) ?? published;
  // 12月 in an article of January is last year's.
  const month = Number(context.published?.slice(5, 7) ?? 12);
  return word.part !== null && word.part.to > month + 6 ? published - 1 : published;
}

/** The very months that the article is about: 上半年, 前三季度, but not a whole year or one month. */
function coversPart(word: TimeWord & { kind: "date" }, { covers }: FigureContext): boolean {
  if (covers === undefined || covers.from.length !== 7 || word.part?.kind !== "months") return false;
  const { from, to } = word.part;
  return from < to && covers.from.endsWith(`-${pad(from)}`) && covers.to.endsWith(`-${pad(to)}`);
}

function isAhead(year: number, word: TimeWord & { kind: "date" }, context: FigureContext): boolean {
  const start = partDates(year, word)?.from;
  return (
    start !== undefined &&
    context.published !== undefined &&
    start.slice(0, 7) > context.published.slice(0, start.length > 4 ? 7 : 4) &&
    start.slice(0, 4) > context.published.slice(0, 4)
  );
}

function withPart(year: number, word: TimeWord & { kind: "date" }): Dates {
  const dates = partDates(year, word) ?? { from: String(year), to: String(year) };
  return word.asOf && !word.future ? { from: null, to: dates.to } : dates;
}

function partDates(year: number, word: TimeWord & { kind: "date" }): { from: string; to: string } | null {
  const part = word.part;
  if (part === null) return null;
  if (part.kind === "day") {
    const day = `${year}-${pad(part.to)}-${pad(part.day)}`;
    return { from: day, to: day };
  }
  return { from: `${year}-${pad(part.from)}`, to: `${year}-${pad(part.to)}` };
}
