import type { FigureEntry } from "../../retrieval/library.ts";
import type { UiLang } from "../types.ts";
import { order } from "./compute.ts";

/** Comparing words of questions, and which end of the scale each asks for. `time`: of durations the other end. */
const WORDS: readonly {
  readonly asked: RegExp;
  readonly zh: string;
  readonly en: string;
  readonly wants: "more" | "less";
  readonly time?: "less" | "more";
}[] = [
  {
    asked: /快|猛|提速|faster|fastest|quicker|outgr|outpace/,
    zh: "快",
    en: "faster",
    wants: "more",
    time: "less",
  },
  { asked: /慢|slower/, zh: "慢", en: "slower", wants: "less", time: "more" },
  { asked: /短|shorter/, zh: "短", en: "shorter", wants: "less" },
  { asked: /长|久|longer/, zh: "长", en: "longer", wants: "more" },
  { asked: /(?<!多)少(?!亿|项|个|家|几)|fewer|less\b/, zh: "少", en: "lower", wants: "less" },
  { asked: /低|lower/, zh: "低", en: "lower", wants: "less" },
  { asked: /小(?!时|微)|smaller/, zh: "小", en: "smaller", wants: "less" },
  { asked: /高|higher/, zh: "高", en: "higher", wants: "more" },
  { asked: /大(?!数据|宗|湾)|larger|bigger|largest|biggest/, zh: "大", en: "larger", wants: "more" },
  { asked: /多|more|greater/, zh: "多", en: "higher", wants: "more" },
];

const DEFAULT = { zh: "多", en: "higher", wants: "more" as const, time: undefined };

/** Who is ahead, in words and without a figure; empty where it cannot be told for certain. */
export function sayVerdict(
  folded: string,
  entries: readonly FigureEntry[],
  names: readonly string[],
  lang: UiLang,
  growth: boolean,
): string {
  const first = entries[0];
  if (!first || names.some((n) => n === "")) return "";
  const word = WORDS.find((w) => w.asked.test(folded)) ?? DEFAULT;
  const isTime = first.figure.kind === "duration";
  const isRank = first.figure.kind === "rank";
  const usable =
    isTime && word.zh === "多"
      ? { ...DEFAULT, zh: "长", en: "longer" }
      : growth && word === DEFAULT
        ? { ...DEFAULT, zh: "高", en: "higher" }
        : word;
  const wants = isRank ? "less" : isTime && usable.time ? usable.time : usable.wants;
  let winner = 0;
  for (let i = 1; i < entries.length; i++) {
    const sign = order(entries[i] as FigureEntry, entries[winner] as FigureEntry);
    if (sign === undefined) return "";
    if (sign === 0) return lang === "en" ? "They are equal." : "两者相同。";
    if (sign > 0 === (wants === "more")) winner = i;
  }
  const name = names[winner] ?? "";
  if (lang === "en")
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${entries.length > 2 ? `is ${superlative(usable.en)}` : `is ${isRank ? "ahead" : usable.en}`}.`;
  return isRank ? `${name}更靠前。` : `${name}${entries.length > 2 ? "最" : "更"}${usable.zh}。`;
}

const superlative = (word: string): string =>
  word === "higher" ? "the highest" : word === "lower" ? "the lowest" : `the ${word.replace(/er$/, "est")}`;
