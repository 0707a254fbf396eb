import type { Figure } from "../figures/figure.ts";
import type { FigureEntry } from "../retrieval/library.ts";
import { sayPeriod } from "./figure-text.ts";
import type { UiLang } from "./types.ts";

/** Verbs and particles at the ends of a metric that a label does without. */
const TAIL =
  /(?:(?:分别|仅|就|已经|已|约|近|超过|超|突破|达到了|达到|达|为|是|有|共计|共|合计|总计|至|到|了|的|在|占|居|排在|由|从)|[，、,：:]|\b(?:was|were|is|are|of|to|by|at|reached|totalled|totaled|came to|stood at|the|a|had|has|have))\s*$/i;
const HEAD = /^(?:其中|另外|此外|同时|并且|且|与此同时|of which|the|[，、,：:]|\s)+/i;

/** A figure's metric as a short name: without the verb before the number. Empty where the text gives none. */
export function labelOf(entry: FigureEntry): string {
  let label = (
    entry.figure.cell
      ? `${entry.figure.cell.row}${entry.figure.cell.column.replace(/[（(].*$/, "")}`
      : entry.figure.metric
  )
    .trim()
    .replace(HEAD, "");
  for (let shorter = label.replace(TAIL, ""); shorter !== label; shorter = label.replace(TAIL, ""))
    label = shorter.trim();
  // Numbers in a metric's words would be figures without a proof of their own.
  return /\d/.test(withoutNames(label)) || label.length > 60 ? "" : label;
}

/** Digits that are part of a name or a year, not figures. */
export const withoutNames = (text: string): string =>
  text
    .replace(/(?:19|20)\d{2}(?:年|\b)(?:\d{1,2}(?:[—~–-]\d{1,2})?月)?/g, "")
    .replace(/[A-Za-z]+\d+[A-Za-z]*|\d+[×xX]\d+|\d+[A-Za-z]+\d*/g, "");

const CHANGE_WORDS: Readonly<Record<string, readonly [rise: string, fall: string]>> = {
  yoy: ["同比增长", "同比下降"],
  mom: ["环比增长", "环比下降"],
  avg_annual: ["年均增长", "年均下降"],
};

/** 同比增长, year on year up: how a growth figure is introduced; empty where its metric says it already. */
export function changeWords(figure: Figure, label: string, lang: UiLang): string {
  const { change } = figure;
  if (!change || figure.kind === "rank") return "";
  const value = typeof change.value === "number" ? change.value : change.value[0];
  if (lang === "en") return englishChange(figure, value, label);
  if (/增|升|涨|降|减|压|缩|提|短|高|快|低|多|少|省|跌|翻/.test(label.slice(-6))) return "";
  const words = CHANGE_WORDS[change.kind] ?? ["增长", "下降"];
  return value < 0 ? words[1] : words[0];
}

/** up, down: before a growth rate of an English answer whose name does not say it. */
function englishChange(figure: Figure, value: number, label: string): string {
  if (
    !["percent", "fraction"].includes(figure.kind) ||
    value === 0 ||
    /grow|rise|rose|increas|fall|fell|drop|decreas|declin|cut|reduc|short/i.test(label)
  )
    return "";
  if (figure.change?.kind === "gap") return value < 0 ? "lower by " : "higher by ";
  return value < 0 ? "down " : "up ";
}

/** The period to say beside a figure; empty where its label or display says it. */
export function periodBeside(entry: FigureEntry, label: string, lang: UiLang): string {
  const { period } = entry.figure;
  const said = sayPeriod(period, lang);
  if (said === "") return "";
  const year = (period.to ?? "").slice(0, 4);
  if (label.includes(year) && period.from === period.to) return "";
  if (/十四五|十三五|十五五|Five-Year Plan/.test(label)) return "";
  return said;
}
