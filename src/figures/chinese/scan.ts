import type { Span } from "../figure.ts";
import type { Mask } from "./masks.ts";
import { parseChineseNumeral, parseDigits, scaleExponent } from "./numerals.ts";
import type { Unit } from "./tables/units.ts";
import { readUnit } from "./unit-words.ts";

/** A number and, where there is one, its unit; nothing is judged yet. */
export interface RawNumber {
  readonly start: number;
  readonly end: number;
  readonly num: Span;
  readonly value: number | readonly [number, number];
  readonly unit: Unit | null;
  /** 余, 多, 来, 几 between number and unit; the vague value of 数十 or 十几. */
  readonly more: "over" | "about" | null;
  readonly scale: string;
  readonly digits: string;
  readonly chinese: boolean;
}

const ARABIC = /(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d{1,8})?|\d{1,18}(?:\.\d{1,8})?)/y;
const CHINESE = /[零〇一二两三四五六七八九十百千万亿]{1,16}(?:点[零一二三四五六七八九]{1,8}[万亿]{0,2})?/y;
const PERCENT = /(?:百分之|百分点之)/y;
const SCALE = /(?:[十百千]?万亿|[十百千]万|[十百千万]?亿|万|千(?!克|米|瓦|帕|卡|伏|字|兆)|百(?!分))/y;
const MORE =
  /(?:余|多(?!式|边|元化|样|方|维|功|级|国|地|渠|部|次往)|几(?=[十百千万亿]|个|家|件|项|种|天|年|名|人|起|条|批)|来(?=[个家件项种天年名人起条批岁]|分钟))/y;
const VAGUE: Readonly<Record<string, readonly [number, number] | number>> = { 数: [2, 9], 几: [2, 9], 上: 1 };

/** Where a number can begin. */
const NEXT = /[\d零〇一二两三四五六七八九十百千万亿数几上]/g;

/** Every number of `[start, end)`, left to right, that no mask forbids. */
export function scanNumbers(text: string, start: number, end: number, mask: Mask): RawNumber[] {
  const found: RawNumber[] = [];
  let at = start;
  while (at < end) {
    NEXT.lastIndex = at;
    at = NEXT.exec(text)?.index ?? end;
    const raw = at < end ? readAt(text, at, end) : null;
    if (raw === null) {
      at++;
      continue;
    }
    if (isMasked(raw, mask)) {
      at = raw.num[1];
      continue;
    }
    found.push(raw);
    at = raw.end;
  }
  return found;
}

function isMasked(raw: RawNumber, mask: Mask): boolean {
  for (let i = raw.num[0]; i < raw.end; i++) if (mask.hard[i] === 1) return true;
  return raw.chinese && mask.soft[raw.num[0]] === 1;
}

const match = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
};

function readAt(text: string, at: number, end: number): RawNumber | null {
  const c = text.charAt(at);
  if (/\d/.test(c)) return readArabic(text, at, end);
  if (c === "数" || c === "几" || c === "上") return readVague(text, at, end);
  return readChinese(text, at, end);
}

function readArabic(text: string, at: number, end: number): RawNumber | null {
  if (/[\d.]/.test(text.charAt(at - 1)) && at > 0 && /\d/.test(text.charAt(at - 2) + text.charAt(at - 1)))
    return null;
  const digits = match(ARABIC, text, at);
  if (digits === "" || at + digits.length > end) return null;
  let p = at + digits.length;
  const firstMore = match(MORE, text, p);
  let scale = "";
  if (firstMore !== "") scale = match(SCALE, text, p + firstMore.length);
  const inner = firstMore !== "" && scale !== "";
  if (inner) p += firstMore.length + scale.length;
  else {
    scale = match(SCALE, text, p);
    p += scale.length;
  }
  const rest = inner ? null : lowerScales(text, p, scale);
  const value = parseDigits(digits, scale) + (rest?.value ?? 0);
  return withUnit(text, { at, numEnd: rest?.end ?? p, digits, scale, chinese: false, value, more: inner });
}

/** 2亿3000万, 5万4千6百: lower scales right behind a higher one add up. */
function lowerScales(text: string, from: number, above: string): { value: number; end: number } | null {
  let end = from;
  let value = 0;
  let limit = scaleExponent(above);
  while (limit > 0) {
    const digits = match(ARABIC, text, end);
    const scale = digits === "" ? "" : match(SCALE, text, end + digits.length);
    if (digits === "" || digits.includes(".") || scaleExponent(scale) === 0 || scaleExponent(scale) >= limit)
      break;
    value += parseDigits(digits, scale);
    end += digits.length + scale.length;
    limit = scaleExponent(scale);
  }
  return end === from ? null : { value, end };
}

function readChinese(text: string, at: number, end: number): RawNumber | null {
  const percent = match(PERCENT, text, at);
  if (percent !== "") return readPercentWords(text, at, at + percent.length);
  const numeral = match(CHINESE, text, at);
  if (numeral === "" || at + numeral.length > end) return null;
  const more = match(MORE, text, at + numeral.length);
  const scale = more === "" ? "" : match(SCALE, text, at + numeral.length + more.length);
  const numEnd = scale === "" ? at + numeral.length : at + numeral.length + more.length + scale.length;
  const value = parseChineseNumeral(numeral);
  if (value === null) return null;
  const factor = 10 ** scaleExponent(scale);
  let scaled: number | readonly [number, number] =
    typeof value === "number" ? value * factor : [value[0] * factor, value[1] * factor];
  // 十几: between eleven and nineteen.
  if (more === "几" && typeof scaled === "number") scaled = [scaled + factor, scaled + 9 * factor];
  return withUnit(text, {
    at,
    numEnd,
    digits: numeral,
    scale,
    chinese: true,
    value: scaled,
    more: scale !== "" && more !== "几",
    vague: more === "几",
  });
}

/** 数十, 几百, 上千: a numeral that starts with a word for "some". */
function readVague(text: string, at: number, end: number): RawNumber | null {
  const word = text.charAt(at);
  const numeral = /^[十百千万亿]+/.exec(text.slice(at + 1, at + 5))?.[0] ?? "";
  if (numeral === "" || at + 1 + numeral.length > end) return null;
  const unit = parseChineseNumeral(`一${numeral}`);
  const some = VAGUE[word];
  if (typeof unit !== "number" || some === undefined) return null;
  const value = typeof some === "number" ? unit : ([some[0] * unit, some[1] * unit + unit - 1] as const);
  const raw = withUnit(text, {
    at,
    numEnd: at + 1 + numeral.length,
    digits: word + numeral,
    scale: "",
    chinese: true,
    value,
    more: false,
  });
  return raw === null ? null : { ...raw, more: typeof some === "number" ? "over" : "about" };
}

/** 百分之三点五, 百分之12. */
function readPercentWords(text: string, start: number, at: number): RawNumber | null {
  const digits = match(ARABIC, text, at) || match(CHINESE, text, at);
  if (digits === "") return null;
  const value = /\d/.test(digits) ? parseDigits(digits) : parseChineseNumeral(digits);
  if (value === null) return null;
  const end = at + digits.length;
  const more = match(MORE, text, end) !== "" ? 1 : 0;
  return {
    start,
    end: end + more,
    num: [at, end],
    value,
    unit: { word: "%", kind: "percent" },
    more: more === 1 ? "over" : null,
    scale: "",
    digits,
    chinese: false,
  };
}

interface Head {
  readonly at: number;
  readonly numEnd: number;
  readonly digits: string;
  readonly scale: string;
  readonly chinese: boolean;
  readonly value: number | readonly [number, number];
  /** 余 or 多 stood before the scale: 70多亿元. */
  readonly more: boolean;
  /** 几 stood in it. */
  readonly vague?: boolean;
}

function withUnit(text: string, head: Head): RawNumber | null {
  let p = head.numEnd;
  let more: RawNumber["more"] = head.more ? "over" : head.vague === true ? "about" : null;
  const word = match(MORE, text, p);
  if (word !== "") {
    p += word.length;
    more = word === "来" || word === "几" ? "about" : "over";
  }
  const big = /^大(?=[\u4e00-\u9fff])/.test(text.slice(p, p + 2)) ? 1 : 0;
  const inner = /^个(?:多|半)(?=小时|月|星期|季度|钟头|工作日)/.exec(text.slice(p, p + 6))?.[0];
  let value = head.value;
  if (inner !== undefined) {
    p += inner.length;
    if (inner.endsWith("多")) more = "over";
    else if (typeof value === "number") value += 0.5;
  }
  const unit = readUnit(text, p + big, head) ?? (big === 1 ? { word: "大", kind: "count" as const } : null);
  const bare = unit?.word === "大";
  const unitEnd = unit === null ? head.numEnd : p + (bare ? 1 : big + unit.word.length);
  const named =
    inner === undefined || unit === null ? unit : { ...unit, word: unit.word === "月" ? "个月" : unit.word };
  return {
    start: head.at,
    end: unitEnd,
    num: [head.at, head.numEnd],
    value,
    unit: named,
    more: unit === null && word === "" ? null : more,
    scale: head.scale,
    digits: head.digits,
    chinese: head.chinese,
  };
}
