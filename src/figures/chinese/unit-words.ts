import { CONTINUED } from "./tables/false-units.ts";
import { DIGITS_ONLY, UNITS, type Unit } from "./tables/units.ts";

/** The number in front of a unit, as far as it decides which unit can follow. */
export interface UnitHead {
  readonly digits: string;
  readonly scale: string;
  readonly chinese: boolean;
}

/** The unit or measure word at `at`, the longest that fits; null where none or only a part of another word stands there. */
export function readUnit(text: string, at: number, head: UnitHead): Unit | null {
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

function isFalseUnit(word: string, text: string, at: number, head: UnitHead): boolean {
  if (head.chinese && DIGITS_ONLY.has(word) && head.digits.length < 3) return true;
  if (CONTINUED[word]?.test(text.slice(at, at + 4)) === true) return true;
  if (word === "日" && !head.chinese && head.scale === "" && Number(head.digits) <= 31) return true;
  return word === "年" && /^(?:19|20)\d{2}$/.test(head.digits);
}
