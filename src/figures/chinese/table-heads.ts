import type { FigureContext, Span } from "../figure.ts";
import type { Gazetteer } from "./entities.ts";
import { readPeriods, type TimeSpan } from "./periods.ts";
import type { Heading } from "./reader.ts";
import { type TableUnit, unitIn } from "./table-units.ts";

export interface Cell {
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
  readonly caption: { readonly original: string; readonly text: string; readonly span: Span };
  /** A line above that states nothing but the unit; empty where there is none. */
  readonly unitNote: string;
  readonly context: FigureContext;
  readonly gazetteer: Gazetteer;
}

export interface Head {
  readonly cell: Cell;
  /** Without its unit: 集装箱吞吐量 of 集装箱吞吐量(万标箱). */
  readonly name: Span;
  /** What it measures: the name without its time; null where it is only a time or a total. */
  readonly words: Span | null;
  readonly scale: string;
  readonly unit: string;
  readonly time: TimeSpan | null;
  /** 合计, 全年: the sum over the table's rows. */
  readonly total: boolean;
}

/** What holds for the table as a whole. */
export interface Frame {
  readonly table: TableText;
  readonly columns: readonly Head[];
  readonly units: readonly TableUnit[];
  readonly captionTime: TimeSpan | null;
  /** Its numbers are places in an order. */
  readonly ranks: boolean;
  /** Its rows are named after the places that own the figures. */
  readonly ownedByRows: boolean;
}

/** The cells of each line with their places. */
export function rowsOf(text: string): Cell[][] {
  return [...text.matchAll(/[^\n]+/g)].map((line) => {
    const cells: Cell[] = [];
    for (const m of line[0].matchAll(/(?<=\|)[^|\n]*(?=\|)|(?<=\|)[^|\n]+$/g)) {
      const start = line.index + m.index + (m[0].length - m[0].trimStart().length);
      cells.push({ start, end: start + m[0].trim().length, text: m[0].trim() });
    }
    return cells;
  });
}

export const captionOf = (table: TableText): string =>
  `${table.headings.map((h) => h.text).join(" ")} ${table.caption.text}`;

export function timeOf(table: TableText, text: string, within: TimeSpan | null): TimeSpan | null {
  const year = within?.to === undefined || within?.to === null ? null : Number(within.to.slice(0, 4));
  const times = readPeriods(text, table.context, { year, any: year });
  return times.findLast((t) => !t.base && (t.from !== null || t.to !== null)) ?? null;
}

const BRACKETS = /[(（[]([^)）\]]{1,12})[)）\]]$/;

export function headOf(table: TableText, cell: Cell, captionTime: TimeSpan | null): Head {
  const bracket = BRACKETS.exec(cell.text);
  const sign = /[±+-]*%$/.exec(cell.text);
  const read = unitIn(bracket?.[1] ?? "") ?? (sign !== null ? { scale: "", unit: "%" } : null);
  const length = read === null ? cell.text.length : (bracket?.index ?? sign?.index ?? cell.text.length);
  // 其中:出口: the whole stands in the column before.
  const skip = /^其中[:,]?\s*(?=.)/.exec(cell.text.slice(0, length))?.[0].length ?? 0;
  const bare = cell.text.slice(skip, length).replace(/\*+/g, "");
  const start = cell.start + skip;
  const name: Span = [start, cell.start + length];
  const total = isTotalText(bare);
  const time = /\d|[一二三四]季|半年/.test(bare) ? timeOf(table, bare, captionTime) : null;
  return {
    cell,
    name,
    words: total ? null : time === null ? name : besideTime(table.text, name, time),
    scale: read?.scale ?? "",
    unit: read?.unit ?? "",
    time,
    total,
  };
}

/** 2023年进出口: what stands beside the time; null for 2023年度 and 1月份. */
function besideTime(text: string, [start, end]: Span, time: TimeSpan): Span | null {
  const behind =
    start +
    time.end +
    (/^(?:年?度|份|末|底|累计|当月)+/.exec(text.slice(start + time.end, end))?.[0].length ?? 0);
  const words: Span = time.start === 0 ? [behind, end] : [start, start + time.start];
  const text_ = text.slice(...words).replace(/^[\s的(]+|[\s)]+$/g, "");
  if (text_ === "") return null;
  const from = text.indexOf(text_, words[0]);
  return [from, from + text_.length];
}

const isTotalText = (text: string): boolean => /^(?:合计|总计|累计|小计|全年|总和)$/.test(text);
