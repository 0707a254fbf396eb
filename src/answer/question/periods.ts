import { parseChineseNumeral } from "../../figures/chinese/numerals.ts";
import type { Period, Span } from "../../figures/figure.ts";

/** A period that a question names, with its place in the folded question. */
export interface AskedPeriod extends Period {
  readonly span: Span;
  /** `whole` where the asker insists on it: 全年, 单月, 光2022年一年. */
  readonly whole: boolean;
  /** The year of a report or press conference, not of the figures: "the 2024 report". */
  readonly source: boolean;
  /** The end of a year: 2021年底. */
  readonly yearEnd: boolean;
  /** Words that point at a period of the turn before: 那年, 同期. */
  readonly backward: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAME =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

/** Five-year plans: the n-th runs for five years from 1951 + 5n (the 14th from 2021 to 2025). */
const planYears = (n: number): { from: string; to: string } => ({
  from: String(1951 + 5 * n),
  to: String(1955 + 5 * n),
});

const Y =
  "(?:(?:19|20)\\d{2}|[〇零一二]{1}[〇零一二三四五六七八九]{3}|[〇零一二][〇零一二三四五六七八九](?=年)|(?<!\\d)\\d{2}|[今去](?=年)|(?<![\\d之])前(?=年))";
const YEAR = `(${Y})\\s*(?:年(?!均|代|来|内)(?:度|那会儿|那年|全年|一年|单年)?|(?=\\s*(?:全年|上半年|下半年|[前头首](?:\\d|[一二两三四五六七八九十]))))`;
const M = "(\\d{1,2}|十[一二]?|[一二三四五六七八九])";

/** 今年, 去年, 前年 are told from the newest year that the library speaks of: it knows no other present. */
const RELATIVE: Readonly<Record<string, number>> = { 今: 0, 去: -1, 前: -2, this: 0, last: -1 };

type Maker = (m: RegExpExecArray, newest: number) => { from: string; to: string } | undefined;
interface Rule {
  readonly pattern: RegExp;
  readonly make: Maker;
}

const pad = (n: number): string => String(n).padStart(2, "0");
const month = (year: string, m: number): string => `${year}-${pad(m)}`;
const span = (year: string, a: number, b: number) => ({ from: month(year, a), to: month(year, b) });
const quarter = (year: string, n: number) => span(year, 3 * n - 2, 3 * n);
const year = (text: string | undefined, newest: number): string => toYear(text ?? "", newest);
const number = (text: string | undefined): number => toNumber(text ?? "");

/** Quarters by name. */
const QUARTERS: Readonly<Record<string, number>> = {
  first: 1,
  "1st": 1,
  second: 2,
  "2nd": 2,
  third: 3,
  "3rd": 3,
  fourth: 4,
  "4th": 4,
};

/** Rules in order of precedence: a longer reading first. */
const RULES: readonly Rule[] = [
  {
    // 今年(2024)前八个月, 去年(2024): the year in brackets says which one is meant.
    pattern: new RegExp(`[今去前本]年\\(((?:19|20)\\d{2})年?\\)(?:的)?(?:头|前|首)${M}个?月`, "g"),
    make: (m) => span(m[1] ?? "", 1, number(m[2])),
  },
  {
    pattern: /(?:[今去前本]年|(?:this|last) year ?)\(((?:19|20)\d{2})年?\)/g,
    make: (m) => ({ from: m[1] ?? "", to: m[1] ?? "" }),
  },
  {
    pattern: /[“"]?(?:十|1)([一二三四五六1-6])(?:个?五|5)[”"]?(?:规划|时期|期间|以来|这几年|年间|这五年)*/g,
    make: (m) => planYears(10 + number(m[1])),
  },
  { pattern: /(?:第)?十([一二三四五六])个五年(?:规划|计划)/g, make: (m) => planYears(10 + number(m[1])) },
  {
    pattern: /(?:the )?(1\d)(?:th|st|nd|rd) (?:five[- ]year plan|fyp)(?: period| years)?/g,
    make: (m) => planYears(number(m[1])),
  },
  {
    pattern: /(?:the )?(?:eleventh|twelfth|thirteenth|fourteenth|fifteenth) five[- ]year plan(?: period)?/g,
    make: (m) =>
      planYears(
        { eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15 }[
          m[0].replace(/^the /, "").split(" ")[0] ?? ""
        ] ?? 14,
      ),
  },
  {
    pattern: new RegExp(`${YEAR}(?:的|里)?(?:头|前|首)${M}个?月`, "g"),
    make: (m, newest) => span(year(m[1], newest), 1, number(m[2])),
  },
  {
    pattern: new RegExp(`${YEAR}(?:的)?(?:头|前|首)([一二三123])个?季度?`, "g"),
    make: (m, newest) => span(year(m[1], newest), 1, 3 * number(m[2])),
  },
  {
    pattern: new RegExp(`${YEAR}(?:的)?第?([一二三四1-4])季度?`, "g"),
    make: (m, newest) => span(year(m[1], newest), 3 * number(m[2]) - 2, 3 * number(m[2])),
  },
  { pattern: new RegExp(`${YEAR}(?:的)?上半年`, "g"), make: (m, newest) => span(year(m[1], newest), 1, 6) },
  { pattern: new RegExp(`(${Y})\\s*上半年`, "g"), make: (m, newest) => span(year(m[1], newest), 1, 6) },
  { pattern: new RegExp(`${YEAR}(?:的)?下半年`, "g"), make: (m, newest) => span(year(m[1], newest), 7, 12) },
  {
    pattern: new RegExp(`${YEAR}(?:的)?${M}(?:月)?(?:到|至|-|~|—|–)${M}月份?`, "g"),
    make: (m, newest) => span(year(m[1], newest), number(m[2]), number(m[3])),
  },
  {
    pattern: new RegExp(`${YEAR}${M}月${M}[日号]`, "g"),
    make: (m, newest) => ({
      from: `${month(year(m[1], newest), number(m[2]))}-${pad(number(m[3]))}`,
      to: `${month(year(m[1], newest), number(m[2]))}-${pad(number(m[3]))}`,
    }),
  },
  {
    pattern: /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})[日号]/g,
    make: (m, newest) => ({
      from: `${month(year(m[1], newest), number(m[2]))}-${pad(number(m[3]))}`,
      to: `${month(year(m[1], newest), number(m[2]))}-${pad(number(m[3]))}`,
    }),
  },
  {
    pattern: new RegExp(`${YEAR}(?:的)?${M}月(?:份|底|末|初|单月|当月)?`, "g"),
    make: (m, newest) => span(year(m[1], newest), number(m[2]), number(m[2])),
  },
  {
    pattern: /((?:19|20)\d{2})\s*[-./]\s*(\d{1,2})(?!\d)月?/g,
    make: (m, newest) =>
      number(m[2]) <= 12 && number(m[2]) > 0
        ? span(year(m[1], newest), number(m[2]), number(m[2]))
        : undefined,
  },
  {
    pattern: new RegExp(
      `(?:自|从|由)?(${Y})年?(?:起|算|开始|一直)*(?:到|至|-|~|—|–)(${Y})年(?:间|期间)?`,
      "g",
    ),
    make: (m, newest) => ({ from: year(m[1], newest), to: year(m[2], newest) }),
  },
  {
    pattern: /(?:from |between )?((?:19|20)\d{2})(?: ?(?:-|–|to|through|until|and) ?)((?:19|20)\d{2})(?!\d)/g,
    make: (m) => ({ from: m[1] ?? "", to: m[2] ?? "" }),
  },
  {
    pattern: new RegExp(
      `(?:in )?(?:from )?(${MONTH_NAME})(?: ?(?:-|–|to|through) ?)(${MONTH_NAME})(?: of)?,? ?((?:19|20)\\d{2})`,
      "g",
    ),
    make: (m) => span(m[3] ?? "", monthOf(m[1]), monthOf(m[2])),
  },
  {
    pattern: new RegExp(`((?:19|20)\\d{2}) (${MONTH_NAME})(?: ?(?:-|–|to|through) ?)(${MONTH_NAME})`, "g"),
    make: (m) => span(m[1] ?? "", monthOf(m[2]), monthOf(m[3])),
  },
  {
    pattern: /(?:the )?first (\w+) months (?:of |in )?((?:19|20)\d{2})/g,
    make: (m) => (englishNumber(m[1]) ? span(m[2] ?? "", 1, englishNumber(m[1])) : undefined),
  },
  {
    pattern: /(?:the )?first (two|three|2|3) quarters (?:of |in )?((?:19|20)\d{2})/g,
    make: (m) => span(m[2] ?? "", 1, 3 * englishNumber(m[1])),
  },
  {
    pattern: /(?:the )?first quarter (?:of |in )?((?:19|20)\d{2})|q1 ((?:19|20)\d{2})/g,
    make: (m) => span(m[1] ?? m[2] ?? "", 1, 3),
  },
  {
    pattern: /(?:the )?(second|third|fourth|2nd|3rd|4th) quarter (?:of |in )?((?:19|20)\d{2})/g,
    make: (m) => quarter(m[2] ?? "", QUARTERS[m[1] ?? ""] ?? 1),
  },
  {
    pattern: /\bq([2-4]),? (?:of )?((?:19|20)\d{2})/g,
    make: (m) => quarter(m[2] ?? "", Number(m[1])),
  },
  {
    pattern: /(?:the )?(?:first half|h1) (?:of |in )?((?:19|20)\d{2})/g,
    make: (m) => span(m[1] ?? "", 1, 6),
  },
  { pattern: /(?:the )?second half (?:of |in )?((?:19|20)\d{2})/g, make: (m) => span(m[1] ?? "", 7, 12) },
  {
    pattern: new RegExp(
      `(?:(?:the )?(?:end|close) )?(?:in |of )?(${MONTH_NAME}) (?:of )?((?:19|20)\\d{2})`,
      "g",
    ),
    make: (m) => span(m[2] ?? "", monthOf(m[1]), monthOf(m[1])),
  },
  {
    pattern: new RegExp(`(?:自|从)?(${Y})年?(?:以来|至今|起)`, "g"),
    make: (m, newest) => ({ from: year(m[1], newest), to: "2099" }),
  },
  {
    pattern: /\b(this|last) year\b/g,
    make: (m, newest) => ({ from: year(m[1], newest), to: year(m[1], newest) }),
  },
  {
    pattern: /\bsince (?:the (?:start|beginning) of )?((?:19|20)\d{2})/g,
    make: (m) => ({ from: m[1] ?? "", to: "2099" }),
  },
  {
    pattern: new RegExp(`${YEAR}`, "g"),
    make: (m, newest) => ({ from: year(m[1], newest), to: year(m[1], newest) }),
  },
  {
    pattern: /(?<![\d.])((?:19|20)\d{2})(?!\d|\.\d|%|\s*(?:吨|元|个|家|件|万|亿|teu|列|项))/g,
    make: (m) => ({ from: m[1] ?? "", to: m[1] ?? "" }),
  },
  {
    pattern: /(?<![\d.第])(0[5-9]|1\d|2\d)(?=年?(?:比|跟|和|与|的|还是|、)(?:(?:19|20)?\d{2})年)/g,
    make: (m, newest) => ({ from: year(m[1], newest), to: year(m[1], newest) }),
  },
];

/** Months without a year; the year comes from elsewhere (another period of the question, the turn before, the newest text). */
const YEARLESS: readonly {
  readonly pattern: RegExp;
  readonly months: (m: RegExpExecArray) => readonly [number, number] | undefined;
}[] = [
  {
    pattern: new RegExp(`(?:头|前|首)${M}个月`, "g"),
    months: (m) => (number(m[1]) > 1 ? [1, number(m[1])] : undefined),
  },
  { pattern: /(?:头|前|首)([二两三23])个?季度/g, months: (m) => [1, 3 * number(m[1])] },
  {
    pattern: new RegExp(`(?<!\\d)${M}(?:月)?(?:到|至|-|~|—)${M}月份?`, "g"),
    months: (m) => [number(m[1]), number(m[2])],
  },
  {
    pattern: /(?:第)?([一二三四1-4])季度?(?!度|前)/g,
    months: (m) => [3 * number(m[1]) - 2, 3 * number(m[1])],
  },
  {
    pattern: /\b(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th) quarter\b|\bq([1-4])\b/g,
    months: (m) => {
      const at = QUARTERS[m[1] ?? ""] ?? Number(m[2]);
      return [3 * at - 2, 3 * at];
    },
  },
  { pattern: /上半年/g, months: () => [1, 6] },
  { pattern: /下半年/g, months: () => [7, 12] },
  {
    pattern: new RegExp(`(?<![个\\d几])${M}月(?:份|单月|当月)?(?!\\d|[几多])`, "g"),
    months: (m) => [number(m[1]), number(m[1])],
  },
  {
    pattern: new RegExp(`(${MONTH_NAME})(?: ?(?:-|–|to|through) ?)(${MONTH_NAME})`, "g"),
    months: (m) => [monthOf(m[1]), monthOf(m[2])],
  },
  {
    pattern: new RegExp(`(?<=\\b(?:in|than|since|from|to|and|versus|vs) )(${MONTH_NAME})(?! ?\\d)\\b`, "g"),
    months: (m) => [monthOf(m[1]), monthOf(m[1])],
  },
];

/**
 * The periods that a folded question names, in order, without overlap. Two-digit years are of this century; month ranges
 * without a year take the year of another period of the question, else stay relative (`from` like `--01`). `newest` is the
 * year that 今年 stands for.
 */
export function readPeriods(folded: string, newest: number): AskedPeriod[] {
  const found: AskedPeriod[] = [];
  const free = (a: number, b: number): boolean => found.every((p) => b <= p.span[0] || a >= p.span[1]);
  const add = (m: RegExpExecArray, value: { from: string; to: string } | undefined): void => {
    if (!value || m[0] === "" || !free(m.index, m.index + m[0].length)) return;
    if (
      !/^(?:--|(?:19|20)\d\d)/.test(value.from) ||
      /(?:上年|去年|前一年|同年)(?:的)?$/.test(folded.slice(0, m.index))
    )
      return;
    const end = m.index + m[0].length;
    const around = folded.slice(m.index, end + 6);
    found.push({
      text: m[0].trim(),
      ...value,
      implicit: false,
      span: [m.index, end],
      whole:
        /全年|一整年|单月|当月|年一年/.test(around) ||
        /[光仅单只]$/.test(folded.slice(0, m.index)) ||
        /alone|whole/.test(folded.slice(end, end + 12)),
      source:
        /^(?: ?(?:report|article|press conference|briefing)|年?的?(?:\d{1,2}月)?(?:那|这|嗰|呢)?(?:一)?(?:场|次|篇|份)?(?:新闻)?(?:报道|文章|发布会|發佈會|通报|报告)|(?: one)? say)/.test(
          folded.slice(end, end + 18),
        ),
      yearEnd:
        /^年?(?:底|末)/.test(folded.slice(m.index + m[0].replace(/年?[底末]?$/, "").length, end + 2)) ||
        /(?:end of|year-end) ?$/.test(folded.slice(0, m.index)),
      backward: false,
    });
  };
  for (const rule of RULES) for (const m of folded.matchAll(rule.pattern)) add(m, rule.make(m, newest));
  const lender = found.find((p) => /^\d{4}/.test(p.from ?? ""));
  for (const rule of YEARLESS) {
    for (const m of folded.matchAll(rule.pattern)) {
      const months = rule.months(m);
      if (!months || months[0] < 1 || months[1] > 12 || months[1] < months[0]) continue;
      const y = lender?.from?.slice(0, 4) ?? "--";
      add(
        m,
        y === "--"
          ? { from: `--${pad(months[0])}`, to: `--${pad(months[1])}` }
          : span(y, months[0], months[1]),
      );
    }
  }
  const merged = found.sort((a, b) => a.span[0] - b.span[0]);
  return merged.filter(
    (p) =>
      !(
        p === lender &&
        p.from === p.to &&
        merged.some(
          (q) =>
            q !== p &&
            q.from?.startsWith(`${p.from}-`) &&
            q.span[0] >= p.span[1] &&
            folded.slice(p.span[1], q.span[0]).length < 4,
        )
      ),
  );
}

function toYear(text: string, newest: number): string {
  if (text in RELATIVE) return String(newest + (RELATIVE[text] ?? 0));
  if (/^(?:19|20)\d{2}$/.test(text)) return text;
  if (/^\d{2}$/.test(text)) return Number(text) <= 50 ? `20${text}` : `19${text}`;
  const digits = [...text].map((c) => "〇一二三四五六七八九".indexOf(c === "零" ? "〇" : c));
  if (text.length === 2 && digits.every((d) => d >= 0)) return `20${digits.join("")}`;
  const year = parseChineseNumeral(text);
  return typeof year === "number" && /^\d{4}$/.test(String(year)) ? String(year) : "";
}

function toNumber(text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : parseChineseNumeral(text);
  return typeof number === "number" ? number : 0;
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? "").slice(0, 3)) + 1;

function englishNumber(word: string | undefined): number {
  const names = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];
  return /^\d+$/.test(word ?? "") ? Number(word) : Math.max(0, names.indexOf(word ?? ""));
}
