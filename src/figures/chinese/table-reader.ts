import type { Change, Figure, FigureContext, FigureKind, Period, Span } from "../figure.ts";
import { entityName, findEntities, type Gazetteer } from "./entities.ts";
import { parseDigits } from "./numerals.ts";
import { directionOf } from "./owners.ts";
import { readPeriods, type TimeSpan } from "./periods.ts";
import type { Heading } from "./reader.ts";
import { UNITS } from "./tables/units.ts";

interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A table block in comparable form; offsets count from its start. */
export interface TableText {
  readonly original: string;
  readonly text: string;
  readonly headings: readonly Heading[];
  /** The line above the table, which often names it. */
  readonly caption: { readonly text: string; readonly span: Span };
  readonly context: FigureContext;
  readonly gazetteer: Gazetteer;
}

interface Head {
  readonly cell: Cell;
  /** Without its unit: 集装箱吞吐量 of 集装箱吞吐量(万标箱). */
  readonly name: Span;
  readonly scale: string;
  readonly unit: string;
  readonly time: TimeSpan | null;
}

/** Every number of a pipe table: row head and column head say what it is, the head's brackets in which unit. */
export function readTable(table: TableText): Figure[] {
  const rows = rowsOf(table.text).filter((row) => !row.every((c) => /^:?-*:?$/.test(c.text)));
  const [first, ...body] = rows;
  if (first === undefined) return [];
  const captionTime = timeOf(table, captionOf(table), null);
  const columns = first.map((cell) => headOf(table, cell, captionTime));
  const unitColumn = first.findIndex((c) => /^(?:计量)?单位$/.test(c.text));
  return body.flatMap((cells) => {
    const [head, ...values] = cells;
    if (head === undefined) return [];
    const row = headOf(table, head, captionTime);
    const unit = unitColumn > 0 ? unitIn(cells[unitColumn]?.text ?? "") : null;
    const latest = columns.findLast((c) => c.time !== null)?.time ?? captionTime;
    return values.flatMap((cell, i): Figure[] => {
      const column = columns[i + 1];
      const figure =
        column === undefined ? null : figureOf(table, { cell, row, column, unit, captionTime: latest });
      return figure === null ? [] : [figure];
    });
  });
}

/** The cells of each line with their places. */
function rowsOf(text: string): Cell[][] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => {
    const cells: Cell[] = [];
    for (const m of line[0].matchAll(/(?<=\|)[^|\n]*(?=\|)|(?<=\|)[^|\n]+$/g)) {
      const start = line.index + m.index + (m[0].length - m[0].trimStart().length);
      cells.push({ start, end: start + m[0].trim().length, text: m[0].trim() });
    }
    return cells;
  });
}

const captionOf = (table: TableText): string =>
  `${table.headings.map((h) => h.text).join(" ")} ${table.caption.text}`;

function timeOf(table: TableText, text: string, within: TimeSpan | null): TimeSpan | null {
  const year = within?.to === undefined || within?.to === null ? null : Number(within.to.slice(0, 4));
  const times = readPeriods(text, table.context, { year, any: year });
  return times.findLast((t) => t.from !== null || t.to !== null) ?? null;
}

const BRACKETS = /[(（[]([^)）\]]{1,12})[)）\]]$/;

function headOf(table: TableText, cell: Cell, captionTime: TimeSpan | null): Head {
  const bracket = BRACKETS.exec(cell.text);
  const read = unitIn(bracket?.[1] ?? "");
  const length = bracket !== null && read !== null ? bracket.index : cell.text.length;
  const bare = cell.text.slice(0, length).replace(/\*+/g, "");
  const whole = /^(?:合计|总计|累计|全年|小计)$/.test(bare) ? captionTime : null;
  const time = /\d|[一二三四]季|半年/.test(bare) ? timeOf(table, bare, captionTime) : whole;
  return {
    cell,
    name: [cell.start, cell.start + length],
    scale: read?.scale ?? "",
    unit: read?.unit ?? "",
    time,
  };
}

interface TableUnit {
  readonly scale: string;
  readonly unit: string;
}

/** 万标箱 → 万 + 标箱; null for brackets that hold no unit. */
function unitIn(text: string): TableUnit | null {
  const m = /^(?:单位:)?((?:[十百千]?万亿|[十百千]?[万亿]|[千百](?!克|米|瓦))?)(.+)$/.exec(text.trim());
  const unit = m?.[2]?.replace(/^个(?=标准?箱)/, "") ?? "";
  if (m === null || !UNITS.some((u) => u.word === unit || `${u.word}次` === unit)) return null;
  return { scale: m[1] ?? "", unit };
}

interface Place {
  readonly cell: Cell;
  readonly row: Head;
  readonly column: Head;
  readonly unit: TableUnit | null;
  readonly captionTime: TimeSpan | null;
}

function figureOf(table: TableText, place: Place): Figure | null {
  const { cell, row, column } = place;
  const m =
    /^[*\s]*(?<sign>[-−+]?)(?<num>\d[\d,]*(?:\.\d+)?)(?<own>%|[万亿]*[\u4e00-\u9fff]{0,4})[*\s]*$/.exec(
      cell.text,
    );
  if (m === null || /^(?:计量)?单位$/.test(column.cell.text) || /序号|编号|代码/.test(column.cell.text))
    return null;
  const own = m.groups?.["own"] ? unitIn(m.groups["own"]) : null;
  const given = own ?? (column.unit === "" ? (place.unit ?? row) : column);
  const digits = m.groups?.["num"] ?? "";
  const negative = /[-−]/.test(m.groups?.["sign"] ?? "");
  const value = parseDigits(digits, given.scale) * (negative ? -1 : 1);
  const at = cell.start + cell.text.indexOf(digits);
  const spans = [
    ...(row.time === null ? [row.name] : []),
    ...(column.time === null ? [column.name] : []),
  ].filter((s) => !isTotalText(table.text.slice(...s)));
  const metric = spans.map((s) => table.original.slice(...s)).join("");
  const end = at + digits.length + (m.groups?.["own"]?.length ?? 0);
  const period = periodIn(table, place);
  const change = changeIn(metric, value, given.unit, period);
  const line: Span = [row.cell.start, lineEnd(table.text, cell.end)];
  return {
    text: table.original.slice(at, end),
    start: at,
    end,
    num: [at, at + digits.length],
    display: [at, end],
    value,
    unit: given.unit,
    noun: null,
    approx: "none",
    bound: null,
    kind: kindOf(given.unit),
    metric,
    metricSpans: [...spans.toReversed(), ...captionSpans(table)],
    entity: ownerIn(table, row),
    direction: directionOf(metric),
    agg:
      change !== null
        ? "change"
        : kindOf(given.unit) === "percent"
          ? "ratio"
          : /日均|月均|平均/.test(metric)
            ? "average"
            : isPart(period)
              ? "partial"
              : "flow",
    period,
    change,
    of: null,
    clause: line,
    sentence: line,
    cell: { row: table.original.slice(...row.name), column: table.original.slice(...column.name) },
  };
}

const isTotalText = (text: string): boolean => /^(?:合计|总计|累计|小计)$/.test(text);

/** A short line above names the table; a paragraph does not. */
const captionSpans = ({ caption }: TableText): Span[] =>
  caption.text === "" || /[。;]/.test(caption.text) ? [] : [caption.span];

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

const kindOf = (unit: string): FigureKind => UNITS.find((u) => u.word === unit)?.kind ?? "count";

const isPart = ({ from, to }: Period): boolean =>
  from !== null && from.length > 4 && to !== null && !(from.endsWith("-01") && to.endsWith("-12"));

function periodIn(table: TableText, { row, column, captionTime }: Place): Period {
  const time = row.time ?? column.time ?? captionTime;
  if (time !== null) return { text: time.text, from: time.from, to: time.to, implicit: time === captionTime };
  const covers = table.context.covers;
  return {
    text: null,
    from: covers?.from ?? null,
    to: covers?.to ?? table.context.published?.slice(0, 4) ?? null,
    implicit: true,
  };
}

/** A column of growth: 同比(%), 增长, 增速. */
function changeIn(metric: string, value: number, unit: string, period: Period): Change | null {
  if (
    !/同比|增长|增速|增幅|环比|增减/.test(metric) ||
    (unit !== "%" && unit !== "个百分点" && unit !== "百分点")
  )
    return null;
  const kind = /环比/.test(metric) ? "mom" : "yoy";
  const base = kind === "yoy" && period.to !== null ? String(Number(period.to.slice(0, 4)) - 1) : null;
  return { kind, base, value, unit, factor: unit === "%" ? Number((1 + value / 100).toPrecision(12)) : null };
}

function ownerIn(table: TableText, row: Head): string | null {
  for (const text of [row.cell.text, table.caption.text, ...table.headings.map((h) => h.text).toReversed()]) {
    const entity = findEntities(text, table.gazetteer).find((e) => e.kind !== "world");
    if (entity !== undefined) return entityName(entity, []);
  }
  return null;
}
