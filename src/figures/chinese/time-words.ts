import { parseChineseNumeral } from "./numerals.ts";
import { ERAS, type Era } from "./tables/eras.ts";

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly asOf: boolean;
}

type Part = { kind: "months"; from: number; to: number } | { kind: "day"; to: number; day: number };

/** A time expression as written, not yet set against the article's date. */
export type TimeWord =
  | (Span & { kind: "years"; years: readonly [number, number]; part: null })
  | (Span & { kind: "era"; from: string; to: string | null; since: boolean; part: null })
  | (Span & { kind: "now"; part: null })
  /** 4年来, 近五年, 三年间: so many years up to now. */
  | (Span & { kind: "lapse"; lapse: number; part: null })
  /** 上年同期, 上年, 同期: only ever measured against. */
  | (Span & { kind: "comparison"; part: null })
  | (Span & {
      kind: "date";
      year: number | null;
      /** Years from the article's; `memory`: the year last named; null: none said. */
      relative: number | "memory" | null;
      part: Part | null;
      since: boolean;
      future: boolean;
    });

const ZH = "零〇一二三四五六七八九十";
const DASH = "(?:至|到|[-—–~―]{1,2})";
const YEAR = `(?:(?<year>(?:19|20)\\d{2}|[一二][〇零九][零〇一二三四五六七八九]{2})年|(?<rel>今年|去年|前年|本年|当年|同年|那一年|这一年|明年|后年)(?!度?龄))`;
const MONTH = `(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])`;
const DAY = `(?:3[01]|[12]\\d|0?[1-9]|[${ZH}]{1,3})`;
const PART = [
  `(?<m1>${MONTH})月?(?:份)?${DASH}(?<m2>${MONTH})月(?:份)?`,
  `(?<dm>${MONTH})月(?<dd>${DAY})(?:日|号)(?:\\d{1,2}时)?`,
  `(?<m>${MONTH})月(?:份|当月|底|末|初|上旬|中旬|下旬)?`,
  `前(?<fm>\\d{1,2}|[一二两三四五六七八九十]{1,2})个?月`,
  `头(?<hm>\\d{1,2}|[一二两三四五六七八九十]{1,2})个月`,
  `(?<half>[上下])半年`,
  `前(?<q0>[一二两三四1-4])(?:个)?季度`,
  `(?:第)?(?<q1>[一二三1-3])(?:季度)?${DASH}(?<q2>[二三四2-4])季度`,
  `(?:第)?(?<q>[一二三四1-4])季度`,
  `(?<whole>全年)`,
  `(?<end>年?底|年末|末)`,
  `(?<begin>年?初)`,
].join("|");
/** Parts that stand without a year. 底, 末, 初 need 年 there. */
const BARE = PART.replace("年?底|年末|末", "年底|年末").replace("年?初", "年初");

/** 增至今年…: 至 belongs to the verb. */
const LEAD = `(?<lead>截至|截止到?|截止至|(?<![增升降减涨缩加少短高展变延大续甚直及复])[到至]|自|从)?`;
/** The first characters of all these words, so that the pattern gives up at once everywhere else. */
const FIRST = `(?=[\\d${ZH}今去前本当同那这明后全上下第年截自从到至头])`;
const dated = new RegExp(
  `${FIRST}${LEAD}(?:${YEAR}(?:的?(?:${PART}))?|(?<![\\d.个])(?:${rename(BARE)}))(?<tail>以来|起|同期|同日|同月)?`,
  "g",
);

/** The same groups a second time, since a group may be named once only. */
function rename(source: string): string {
  return source.replace(/\(\?<(\w+)>/g, "(?<b_$1>");
}

const yearRange = new RegExp(`(?:自|从)?((?:19|20)\\d{2})年?${DASH}((?:19|20)\\d{2})年(?:间|期间)?`, "g");
const now = /(?:截至)?(?:目前|如今|现在|当前|迄今|至今)(?:为止)?|近年来?|近几年来?|近日|日前|近期|近来|眼下/g;
const lapse =
  /(?:近|过去|最近|这)?的?(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:多|余)?(?:个)?年(?:多)?(?:来|以来|间(?!隔))|(?:近|过去|最近)的?(\d{1,2}|[一二两三四五六七八九十]{1,3})年(?!前|龄)/g;
const comparison =
  /(?:上年|上一年|上年度|去年|前一年|历年|往年|上月|上个月|前一月)(?:同期|同日|同月)|(?:上年|上一年|上年度|前一年|往年)全年|上年度?|上一年度?|前一年|历史同期|同期|同日|同月/g;

const RELATIVE_YEARS: Readonly<Record<string, number | "memory">> = {
  今年: 0,
  本年: 0,
  去年: -1,
  前年: -2,
  明年: 1,
  后年: 2,
  当年: "memory",
  同年: "memory",
  那一年: "memory",
  这一年: "memory",
};

const eraPattern = (era: Era): RegExp =>
  new RegExp(
    `(?:自|从)?${era.pattern}(?<since>以来|之后|后)?(?:规划)?(?:时期|期间|期内|以来)?(?:的?前(?<first>[一二两三四])年)?`,
    "g",
  );
const eras = ERAS.map((era) => ({ era, pattern: eraPattern(era) }));

/** The time expressions of a text in comparable form, in order, without overlap (the earlier and longer one wins). */
export function findTimeWords(text: string): TimeWord[] {
  const all: TimeWord[] = [];
  for (const m of text.matchAll(yearRange))
    all.push({ ...span(m), kind: "years", years: [Number(m[1]), Number(m[2])], part: null });
  for (const { era, pattern } of eras) {
    for (const m of text.matchAll(pattern)) {
      const since = m[0].endsWith("以来") || m.groups?.["since"] !== undefined;
      if (era.to === null && !since) continue;
      const first = parse(m.groups?.["first"]);
      // “十四五”前三年: the first three of its years.
      if (first !== null)
        all.push({
          ...span(m),
          kind: "years",
          years: [Number(era.from), Number(era.from) + first - 1],
          part: null,
        });
      else all.push({ ...span(m), kind: "era", from: era.from, to: era.to, since, part: null });
    }
  }
  for (const m of text.matchAll(now)) all.push({ ...span(m), asOf: true, kind: "now", part: null });
  for (const m of text.matchAll(lapse)) {
    const n = parse(m[1] ?? m[2]);
    if (n !== null) all.push({ ...span(m), kind: "lapse", lapse: n, part: null });
  }
  for (const m of text.matchAll(comparison)) all.push({ ...span(m), kind: "comparison", part: null });
  for (const m of text.matchAll(dated)) {
    const word = dateWord(m);
    if (word !== null) all.push(word);
  }
  return withoutOverlap(all);
}

function dateWord(m: RegExpExecArray | RegExpMatchArray): TimeWord | null {
  const groups = m.groups ?? {};
  const get = (name: string): string | undefined => groups[name] ?? groups[`b_${name}`];
  const lead = groups["lead"];
  const yearText = groups["year"];
  const rel = groups["rel"];
  const tail = groups["tail"];
  if (rel === undefined && yearText === undefined && lead === undefined && tail?.startsWith("同"))
    return null;
  const part = partOf(get);
  if (part === undefined) return null;
  // 上年同期-like words are comparisons; 今年同期 does not occur, 去年同期 does.
  if (tail?.startsWith("同") && rel === "去年") {
    return { ...span(m), kind: "comparison", part: null };
  }
  const year = yearText === undefined ? null : Number(/\d/.test(yearText) ? yearText : parse(yearText));
  const asOf =
    (lead?.startsWith("截") ?? false) ||
    get("end") !== undefined ||
    ((lead === "到" || lead === "至") && rel !== "去年");
  // 从2019年的8种增至17种: 从 leads to the number, not to the year.
  const beyond = (m.index ?? 0) + m[0].length;
  const led = /^[自从]$/.test(lead ?? "") && LED_NUMBER.test(m.input?.slice(beyond, beyond + 8) ?? "");
  const own = span(m);
  return {
    ...own,
    ...(led ? { start: own.start + 1, text: own.text.slice(1) } : {}),
    asOf,
    kind: "date",
    year,
    relative: rel === undefined ? null : (RELATIVE_YEARS[rel] ?? null),
    part,
    since: tail === "以来" || tail === "起",
    future: (lead === "到" || lead === "至") && get("end") === undefined,
  };
}

const LED_NUMBER = /^的?(?:约|近|超过?|不到)?[\d一二两三四五六七八九十百千第]/;

function partOf(get: (name: string) => string | undefined): Part | null | undefined {
  const n = (name: string): number => parse(get(name)) ?? Number.NaN;
  if (get("m1") !== undefined) return n("m1") < n("m2") ? months(n("m1"), n("m2")) : undefined;
  if (get("dm") !== undefined) return { kind: "day", to: n("dm"), day: n("dd") };
  if (get("m") !== undefined) return months(n("m"), n("m"));
  if (get("fm") !== undefined) return months(1, n("fm"));
  if (get("hm") !== undefined) return months(1, n("hm"));
  if (get("half") !== undefined) return get("half") === "上" ? months(1, 6) : months(7, 12);
  if (get("q0") !== undefined) return months(1, 3 * n("q0"));
  if (get("q1") !== undefined) return months(3 * n("q1") - 2, 3 * n("q2"));
  if (get("q") !== undefined) return months(3 * n("q") - 2, 3 * n("q"));
  if (get("end") !== undefined) return months(12, 12);
  if (get("begin") !== undefined) return months(1, 1);
  return null;
}

const months = (from: number, to: number): Part => ({ kind: "months", from, to });

function parse(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text);
  const value = parseChineseNumeral(text);
  return typeof value === "number" ? value : null;
}

function span(m: RegExpExecArray | RegExpMatchArray): Span {
  const start = m.index ?? 0;
  return { start, end: start + m[0].length, text: m[0], asOf: false };
}

function withoutOverlap(words: TimeWord[]): TimeWord[] {
  const sorted = words.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TimeWord[] = [];
  for (const word of sorted) {
    const last = kept.at(-1);
    if (last === undefined || word.start >= last.end) kept.push(word);
    else if (word.end - word.start > last.end - last.start) kept[kept.length - 1] = word;
  }
  return kept;
}
