import type { Figure, Period } from "../figures/figure.ts";
import type { FigureEntry } from "../retrieval/library.ts";
import type { UiLang } from "./types.ts";

/** A figure as its text prints it, with qualifier and counted noun. */
export const displayOf = (entry: FigureEntry): string =>
  entry.document.article.body.slice(...entry.figure.display).replace(/\s+/g, " ");

/** Chinese scales of a table's head, by their factor. */
const HEAD_SCALES: ReadonlyMap<number, string> = new Map([
  [1, ""],
  [1e3, "千"],
  [1e4, "万"],
  [1e6, "百万"],
  [1e7, "千万"],
  [1e8, "亿"],
  [1e12, "万亿"],
]);

/** The unit that a table's head gives a bare cell: 万标箱 for 503.2 under 集装箱吞吐量（万标箱）. Empty for other figures. */
export function cellUnit(figure: Figure): string {
  if (!figure.cell || typeof figure.value !== "number" || !/^[\d,.]+$/.test(figure.text)) return "";
  const printed = Number(figure.text.replaceAll(",", ""));
  const scale = printed === 0 ? "" : HEAD_SCALES.get(Math.round(Math.abs(figure.value) / printed));
  return scale === undefined ? "" : `${scale}${figure.unit}`;
}

/** English names of measure words and units, for Chinese figures told to English askers. */
const ENGLISH_UNITS: Readonly<Record<string, string>> = {
  元: "yuan",
  美元: "US dollars",
  欧元: "euros",
  港元: "Hong Kong dollars",
  吨: "tonnes",
  千克: "kg",
  公斤: "kg",
  公里: "km",
  平方米: "square metres",
  "%": "%",
  个百分点: "percentage points",
  百分点: "percentage points",
  倍: "times",
  小时: "hours",
  个小时: "hours",
  天: "days",
  工作日: "working days",
  个工作日: "working days",
  分钟: "minutes",
  秒: "seconds",
  年: "years",
  个月: "months",
  月: "months",
  家: "companies",
  件: "items",
  起: "cases",
  例: "cases",
  种: "kinds",
  列: "trains",
  标箱: "TEUs",
  标准箱: "TEUs",
  人次: "person-times",
  人: "people",
  名: "people",
  辆: "vehicles",
  辆次: "vehicle trips",
  票: "consignments",
  份: "documents",
  次: "times",
  项: "items",
  条: "items",
  个: "",
  批: "batches",
  艘次: "calls",
  期: "sessions",
  轮: "rounds",
  版: "versions",
};

const SCALES: readonly (readonly [number, string])[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];

/**
 * A Chinese figure said in English: 9.7 trillion yuan for 9.7万亿元, 60% for 六成. Undefined where it has no plain English
 * form (an English text's own figure, a rank, a pattern such as 每10辆中有4辆).
 */
export function restate(figure: Figure): string | undefined {
  const unit = ENGLISH_UNITS[figure.unit];
  if (figure.kind === "rank" || (unit === undefined && figure.kind !== "fraction")) return undefined;
  const values = typeof figure.value === "number" ? [figure.value] : figure.value;
  if (figure.kind === "fraction") return `${values.map((v) => tidy(v * 100)).join("–")}%`;
  const said = qualifier(figure) + values.map(sayNumber).join("–");
  return figure.unit === "%" ? `${said}%` : `${said} ${unit ?? ""}`.trim();
}

function sayNumber(value: number): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size);
  if (scale) return `${tidy(value / scale[0])} ${scale[1]}`;
  return Math.abs(value) >= 10_000 ? Math.round(value).toLocaleString("en-US") : tidy(value);
}

const tidy = (value: number): string => String(Number(value.toFixed(6)));

function qualifier(figure: Figure): string {
  if (figure.approx === "over") return "over ";
  if (figure.approx === "about") return "about ";
  return figure.approx === "under" ? "under " : "";
}

/** A period in the asker's language: 2023年1—8月, January–August 2023; empty where nothing is known. */
export function sayPeriod(period: Pick<Period, "from" | "to">, lang: UiLang): string {
  const { from, to } = period;
  if (to === null) return "";
  return lang === "en" ? sayEnglish(from, to) : sayChinese(from, to);
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function sayChinese(from: string | null, to: string): string {
  const [y2, m2, d2] = to.split("-");
  if (from === null) return `截至${y2}年${m2 ? `${Number(m2)}月` : ""}${d2 ? `${Number(d2)}日` : ""}`;
  const [y1, m1, d1] = from.split("-");
  if (from === to) return `${y1}年${m1 ? `${Number(m1)}月` : ""}${d1 ? `${Number(d1)}日` : ""}`;
  if (y1 === y2 && m1 && m2 && !d1) return `${y1}年${Number(m1)}—${Number(m2)}月`;
  return `${y1}${m1 ? `年${Number(m1)}月` : ""}—${y2}年${m2 ? `${Number(m2)}月` : ""}`;
}

function sayEnglish(from: string | null, to: string): string {
  const say = (date: string): string => {
    const [y, m, d] = date.split("-");
    return `${d ? `${Number(d)} ` : ""}${m ? `${MONTHS[Number(m) - 1]} ` : ""}${y}`;
  };
  if (from === null) return `as of ${say(to)}`;
  if (from === to) return say(to);
  if (from.slice(0, 4) === to.slice(0, 4) && from.length === 7)
    return `${MONTHS[Number(from.slice(5)) - 1]}–${say(to)}`;
  return `${say(from)}–${say(to)}`;
}
