import type { Span } from "../figure.ts";
import type { Mask } from "./masks.ts";
import { readNoun } from "./nouns.ts";
import type { Quantity } from "./quantity.ts";

export type { Quantity } from "./quantity.ts";

import { parseDigits, scaleExponent } from "./numerals.ts";
import { qualify } from "./qualifiers.ts";
import { type RawNumber, scanNumbers } from "./scan.ts";
import type { Special } from "./special.ts";
import { findSpecials } from "./special-forms.ts";
import { LOOSE_DURATIONS } from "./tables/units.ts";

/** The quantities of one sentence `[start, end)`, in text order: what is a figure is decided here and nowhere else. */
export function readQuantities(text: string, start: number, end: number, mask: Mask): Quantity[] {
  const specials = findSpecials(text, start, end, mask);
  const raws = scanNumbers(text, start, end, mask).filter(
    (raw) => !specials.some((s) => s.start < raw.end && raw.start < s.end),
  );
  const plain = withSharedUnits(text, raws).filter((raw) => raw.unit !== null && isQuantity(text, raw));
  const joined = joinRanges(text, plain);
  return [
    ...joined.map((raw) => fromRaw(text, raw, end, start)),
    ...specials.map((s) => fromSpecial(text, s, end, start)),
  ].sort((a, b) => a.start - b.start);
}

/** 412.5、338.9和286亿元: a number without a unit takes unit and scale of the next one in its list. */
function withSharedUnits(text: string, raws: readonly RawNumber[]): RawNumber[] {
  const out = [...raws];
  for (let i = out.length - 2; i >= 0; i--) {
    const raw = out[i];
    const next = out[i + 1];
    if (
      raw === undefined ||
      next === undefined ||
      raw.unit !== null ||
      next.unit === null ||
      raw.chinese !== next.chinese
    )
      continue;
    const between = text.slice(raw.num[1], next.start);
    if (!/^(?:[、~—–-]|—|--|和|与|及|至|到|或)$/.test(between)) continue;
    const ranged = /[~—–至到-]/.test(between);
    const scale = raw.scale === "" ? next.scale : raw.scale;
    if (ranged || raw.scale === "") {
      const value = raw.chinese || raw.scale !== "" ? raw.value : parseDigits(raw.digits, scale);
      out[i] = {
        ...raw,
        unit: next.unit,
        scale,
        end: raw.num[1],
        value:
          raw.chinese && raw.scale === "" && typeof raw.value === "number"
            ? raw.value * 10 ** scaleExponent(next.scale)
            : value,
      };
    }
  }
  return out;
}

/** Ranges: 5~7天, 1.1亿至1.3亿吨. With 由 or 从 before it, 至 leads from an old state to a new one instead. */
function joinRanges(text: string, raws: readonly RawNumber[]): RawNumber[] {
  const out: RawNumber[] = [];
  for (const raw of raws) {
    const last = out.at(-1);
    const between = last === undefined ? "" : text.slice(last.end, raw.start);
    if (last !== undefined && isRange(text, last, raw, between)) {
      out[out.length - 1] = {
        ...raw,
        start: last.start,
        num: [last.num[0], raw.num[1]],
        value: [last.value as number, raw.value as number],
      };
    } else out.push(raw);
  }
  return out;
}

function isRange(text: string, low: RawNumber, high: RawNumber, between: string): boolean {
  if (typeof low.value !== "number" || typeof high.value !== "number" || low.value >= high.value)
    return false;
  if (low.unit?.word !== high.unit?.word) return false;
  if (/^(?:[~—–―-]|——|--)$/.test(between)) return true;
  if (!/^[至到]$/.test(between)) return false;
  return !/[由从自]$/.test(text.slice(Math.max(0, low.start - 1), low.start));
}

/** 一 and its like as an article, half of a word or a rate. */
function isQuantity(text: string, raw: RawNumber): boolean {
  const unit = raw.unit?.word ?? "";
  const before = text.slice(Math.max(0, raw.start - 4), raw.start);
  const after = text.slice(raw.end, raw.end + 4);
  if (/^(?:之|分之)/.test(after) && unit === "") return false;
  if (raw.chinese && /[第其之同统万每专合]$/.test(before) && raw.digits.length === 1) return false;
  if (/第$/.test(before)) return false;
  if (/[A-Za-z]$/.test(before) && !raw.chinese && !/(?:AEO|RCEP|TEU)$/.test(before)) return false;
  if (raw.digits === "一") return isCountedOne(text, raw, before, after);
  if (raw.digits === "二" && unit !== "") return /^(?:及?以上|及?以下|以内|或)/.test(after);
  if (raw.digits === "零" || raw.digits === "〇") return false;
  if (unit === "番") return /翻(?:了|近|约|超过?|近了|了近|了约|了超过?|两|了两|上)?$/.test(before);
  if (unit === "大")
    return (
      !/^大(?:于|会|学|小|关|通|力|型|幅|事|道|门|国(?!际))/.test(text.slice(raw.end - 1, raw.end + 2)) &&
      !/十[一二三四五六七八九]?$/.test(raw.digits)
    );
  if (raw.chinese && raw.digits === "两" && /^两(?:头|边|端|手|侧|岸|用|地|国|会|翼)/.test(raw.digits + unit))
    return false;
  if (unit === "块" && !raw.chinese && !/^钱/.test(after)) return true;
  return true;
}

/** Words before 一 that make it a count of one: 减至一个, 只需一次, 仅一家. */
const ONE_COUNTED = /(?:只|仅|至|到|为|需|跑|就有|有且仅有|降到|只有|仅有|再|不过|达)$/;
const LASTING =
  /(?:用|需|要|等|等了|行|短|减|加|省|至|到|为|近|约|超过?|不到|不足|仅|只|了|达|满|整整|停留|有效期|期限|过)$/;

function isCountedOne(text: string, raw: RawNumber, before: string, after: string): boolean {
  const unit = raw.unit?.word ?? "";
  if (raw.more !== null || unit === "倍" || unit === "%") return true;
  if (unit === "番") return /翻(?:了|近|了近|约|了约)?$/.test(before);
  if (unit === "次" || unit === "道") return isRunOfOnes(text, raw, unit);
  if (raw.unit?.kind === "duration") {
    if (/[每这那上下首头第同有一全]$/.test(before)) return false;
    return LOOSE_DURATIONS.has(unit) ? LASTING.test(before) && !/^[能可比个]/.test(after) : true;
  }
  return (
    ONE_COUNTED.test(before) &&
    !/^(?:个|种|名|位|条|项)(?:重要|关键|新|大|好|必|全|现代|强|更|高)/.test(
      text.slice(raw.end - 1, raw.end + 3),
    )
  );
}

/** 一次申报、一次查验、一次放行, or 一次 set against 两次: the ones are counted. In quotes it is a name (masked). */
function isRunOfOnes(text: string, raw: RawNumber, unit: string): boolean {
  const near = text.slice(Math.max(0, raw.start - 24), Math.min(text.length, raw.end + 24));
  const runs = near.match(
    new RegExp(
      `(?<!第)一${unit}(?!性|次)[\\u4e00-\\u9fff]{2,6}[、,，和]|[、,，和到]一${unit}(?!性|次)[\\u4e00-\\u9fff]{2}`,
      "g",
    ),
  );
  return (runs?.length ?? 0) >= 2;
}

function fromRaw(text: string, raw: RawNumber, end: number, from: number): Quantity {
  const unit = raw.unit ?? { word: "", kind: "count" as const };
  const q = qualify(text, raw.start, raw.end, from, raw.more);
  // 个工作日 behind 以上 and its like has no noun; a measure word is followed by its noun at once or not at all.
  const counts =
    unit.kind === "count" &&
    !/(?:次|人|箱|TEU|标箱)$/.test(unit.word.slice(1) || (unit.word === "人" ? "人" : ""));
  const noun = counts
    ? readNoun(text, q.span[1], end)
    : unit.kind === "measure"
      ? measured(text, q.span[1], end)
      : null;
  return {
    start: raw.start,
    end: raw.end + (raw.more === "over" && /^[多余]/.test(text.slice(raw.end, raw.end + 1)) ? 1 : 0),
    num: raw.num,
    value: isNegative(text, raw) ? -(raw.value as number) : raw.value,
    unit: unit.word,
    kind: perTime(text, q.span[0], from) !== null && unit.kind === "count" ? "rate" : unit.kind,
    approx: q.approx,
    bound: q.bound,
    display: [q.span[0], noun?.[1] ?? q.span[1]],
    noun,
    per: perTime(text, q.span[0], from),
  };
}

/** 增速为-2.3%: a minus right behind a word, not the dash of a range. */
const isNegative = (text: string, raw: RawNumber): boolean =>
  typeof raw.value === "number" &&
  /(?:[为是达:(、,，\s长降])[-−]$/.test(text.slice(Math.max(0, raw.start - 2), raw.start));

/** 22吨新鲜蔬菜: goods behind their weight. 640公里外的 is none. */
function measured(text: string, at: number, end: number): Span | null {
  return /^(?:外|内|远|高|长|深|宽|处|以)/.test(text.slice(at, at + 1)) ? null : readNoun(text, at, end);
}

/** 每分钟8.5万票, 每小时可处理…: the time of a rate within the clause. */
function perTime(text: string, start: number, from: number): string | null {
  const clause = /[^,，。;:]*$/.exec(text.slice(Math.max(from, start - 24), start))?.[0] ?? "";
  return (
    /每(?:分钟|小时|个小时|秒钟?|天|日|个月|月|周|个?星期|季度)(?![^,，]*[\d%])/.exec(clause)?.[0] ?? null
  );
}

function fromSpecial(text: string, special: Special, end: number, from: number): Quantity {
  const q = qualify(text, special.start, special.end, from, special.more ? "over" : null);
  return {
    start: special.start,
    end: special.end,
    num: special.num,
    value: special.value,
    unit: special.unit,
    kind: special.kind,
    approx: special.kind === "rank" ? "none" : q.approx,
    bound: special.kind === "rank" ? null : q.bound,
    display: special.kind === "rank" ? [special.start, special.end] : q.span,
    noun:
      special.kind === "rank" && /大$/.test(text.slice(special.start, special.end))
        ? readNoun(text, special.end, end)
        : (special.thing ?? null),
    per: null,
  };
}
