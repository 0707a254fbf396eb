import { UNITS } from "./tables/units.ts";

/** A unit with its scale apart: 万标箱 → 万 + 标箱. */
export interface TableUnit {
  readonly scale: string;
  readonly unit: string;
}

/** 万标箱 → 万 + 标箱; null for words that are no unit. */
export function unitIn(text: string): TableUnit | null {
  const m = /^(?:单位:)?((?:[十百千]?万亿|[十百千]?[万亿]|[千百](?!克|米|瓦))?)(.+)$/.exec(text.trim());
  const unit = m?.[2]?.replace(/^个(?=标准?箱)/, "") ?? "";
  if (m === null || !UNITS.some((u) => u.word === unit || `${u.word}次` === unit)) return null;
  return { scale: m[1] ?? "", unit };
}

/** What a line says behind 单位: 亿元, or several units. Comparable form. */
const NOTE =
  /(?:计量|金额|数量)?单位(?::|为)?\s*(?<units>[^\s,，。;:()[\]]{1,16}(?:[、,;/和]\s*[^\s,，。;:()[\]、]{1,12}){0,3})/;
const ONLY_NOTE = new RegExp(`^[(\\[*\\s]*${NOTE.source}[)\\]*\\s]*$`);

/** Whether a line is nothing but the unit of the table below it: 单位:亿元, (单位:万吨、%). It holds no figure. */
export const isUnitNote = (text: string): boolean => {
  const units = ONLY_NOTE.exec(text)?.groups?.["units"];
  return units !== undefined && unitsOf(units).length > 0;
};

/** The units that a caption or a note above a table states, in order; none where it states none. */
export function unitsNoted(text: string): TableUnit[] {
  const units = NOTE.exec(text)?.groups?.["units"];
  if (units !== undefined) return unitsOf(units);
  // 各口岸进出口值(亿元): the bracket alone, at the end of a caption.
  const bracket = /[([]([^()[\]]{1,12})[)\]]$/.exec(text.trim())?.[1];
  return bracket === undefined ? [] : unitsOf(bracket);
}

const unitsOf = (text: string): TableUnit[] =>
  text
    .split(/[、,;/和]\s*/)
    .map(unitIn)
    .filter((unit) => unit !== null);

/** What a column counts by its name, where a table has several units: values in money, weights, people. */
const KINDS: readonly (readonly [column: RegExp, unit: RegExp])[] = [
  [/[值额]$|金额|收入|税|投资/, /元$|美元|欧元/],
  [/重量|[货运]量$|吨位|[^数]量$/, /吨$|公斤|千克/],
  [/人数|旅客|人员|人次/, /^人次?$/],
  [/数$|件|票/, /^[个家件票份单起批项]$/],
];

/** The one of the table's units that a column without its own counts in; null where that is open. */
export function unitForColumn(units: readonly TableUnit[], column: string): TableUnit | null {
  const plain = units.filter((u) => u.unit !== "%");
  if (isChangeName(column) || isShareName(column)) return { scale: "", unit: "%" };
  if (plain.length <= 1) return plain[0] ?? null;
  const kind = KINDS.find(([pattern]) => pattern.test(column))?.[1];
  return plain.find((u) => kind?.test(u.unit)) ?? null;
}

/** 同比, 同比增减, 比上年增长: a column of growth in per cent. */
export const isChangeName = (column: string): boolean =>
  /(?:同比|环比|增速|增幅|增长率|涨幅|降幅|增减率?)[±+-]*%?$|^(?:(?:同比|环比|比|较)[\u4e00-\u9fff\d]{0,8})?(?:增长|增减|增加|变化)[±+-]*%?$/.test(
    column,
  );

const isShareName = (column: string): boolean => /(?:占比|比重|份额|百分比)%?$/.test(column);

/** 位次, 排名: a column or table of places rather than amounts. */
export const isRankName = (text: string): boolean => /位次|排名|名次|排位|座次/.test(text);
