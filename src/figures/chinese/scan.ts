import type { Span } from "../figure.ts";
import type { Mask } from "./masks.ts";
import { parseChineseNumeral, parseDigits, scaleExponent } from "./numerals.ts";
import { DIGITS_ONLY, LOOSE_DURATIONS, UNITS, type Unit } from "./tables/units.ts";

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
  /(?:余|多(?!式|边|元|样|方|维|功|级|国|地|渠|部|次往)|几(?=[十百千万亿]|个|家|件|项|种|天|年|名|人|起|条|批)|来(?=[个家件项种天年名人起条批岁]|分钟))/y;
const VAGUE: Readonly<Record<string, readonly [number, number] | number>> = { 数: [2, 9], 几: [2, 9], 上: 1 };

/** Every number of `[start, end)`, left to right, that no mask forbids. */
export function scanNumbers(text: string, start: number, end: number, mask: Mask): RawNumber[] {
  const found: RawNumber[] = [];
  let at = start;
  while (at < end) {
    const raw = readAt(text, at, end);
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
  return withUnit(text, {
    at,
    numEnd: p,
    digits,
    scale,
    chinese: false,
    value: parseDigits(digits, scale),
    more: inner,
  });
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
    more: scale !== "",
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
}

function withUnit(text: string, head: Head): RawNumber | null {
  let p = head.numEnd;
  let more: RawNumber["more"] = head.more ? "over" : null;
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

function readUnit(text: string, at: number, head: Head): Unit | null {
  const behindGe = text.slice(at - 2, at) === "个多" || text.slice(at - 2, at) === "个半";
  if (behindGe && text.startsWith("月", at)) return { word: "月", kind: "duration" };
  const first = text.charAt(at);
  for (const unit of UNITS_BY_FIRST.get(first) ?? []) {
    if (!text.startsWith(unit.word, at)) continue;
    if (unit.word.length === 1 && isFalseUnit(unit.word, text, at, head)) continue;
    return unit;
  }
  return null;
}

const UNITS_BY_FIRST = new Map<string, Unit[]>();
for (const unit of UNITS) {
  const first = unit.word.charAt(0);
  UNITS_BY_FIRST.set(first, [...(UNITS_BY_FIRST.get(first) ?? []), unit]);
}

/** What a one-character unit must not be followed by, since the two make another word: 3人民…, 5分…, 一口气. */
const CONTINUED: Readonly<Record<string, RegExp>> = {
  个: /^个(?:人(?!次)|性|别|体)/,
  人: /^人(?:民|工智|均|类|才|力|文)/,
  名: /^名(?:牌|录|称)/,
  位: /^位(?:居|列|于|数|一体)/,
  种: /^种(?:植|子|苗)/,
  类: /^类(?:型|似)/,
  条: /^条(?:件|约|例|例)/,
  项: /^项(?:目组)/,
  支: /^支(?:持|撑|付|柱)/,
  台: /^台(?:湾|州|账|阶)/,
  期: /^期(?:间|货|望)/,
  道: /^道(?:路|德)/,
  日: /^日(?:均|本|元|益|常)/,
  天: /^天(?:津|然|津|空|竺|府|山)/,
  年: /^年(?:均|度|初|底|末|轻|产|级|龄|代|报|货)/,
  元: /^元(?:素|宇|旦|首|年)/,
  包: /^包(?:裹|装|括|含)/,
  箱: /^箱(?:包|体)/,
  车: /^车(?:辆|间|队|道|型)/,
  列: /^列(?:车|为|入|举)/,
  场: /^场(?:所|景|地)/,
  单: /^单(?:位|一|证|价|边)/,
  票: /^票(?:据|价|务)/,
  件: /^件(?:数)/,
  度: /^度(?:假|过)/,
  周: /^周(?:边|期|转|末)/,
  吨: /^吨(?:位)/,
  倍: /^倍(?:增)/,
  次: /^次(?:要|生|日|年|月)/,
  所: /^所(?:有|属|在|得|谓|需)/,
  家: /^家(?:庭|门|具|电|乡|畜)/,
  批: /^批(?:准|量|发|复|文|次)/,
  起: /^起(?:到|步|草|来|点|重|飞)/,
  把: /^把(?:关|握|控)/,
  对: /^对(?:外|接|中|应)/,
  级: /^级(?:别)/,
  班: /^班(?:列|轮|子)/,
  套: /^套(?:代购|餐)/,
  层: /^层(?:面|次)/,
};

function isFalseUnit(word: string, text: string, at: number, head: Head): boolean {
  if (head.chinese && DIGITS_ONLY.has(word) && head.digits.length < 3) return true;
  if (CONTINUED[word]?.test(text.slice(at, at + 4)) === true) return true;
  if (word === "日" && !head.chinese && head.scale === "" && Number(head.digits) <= 31) return true;
  return word === "年" && /^(?:19|20)\d{2}$/.test(head.digits);
}

export { LOOSE_DURATIONS };
