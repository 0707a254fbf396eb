import type { Change, Figure, FigureKind, Period, Span } from "../figure.ts";
import { entityName, findEntities } from "./entities.ts";
import { parseDigits } from "./numerals.ts";
import { directionOf } from "./owners.ts";
import {
  type Cell,
  captionOf,
  type Frame,
  type Head,
  headOf,
  rowsOf,
  type TableText,
  timeOf,
} from "./table-heads.ts";
import { periodIn } from "./table-periods.ts";
import {
  isChangeName,
  isRankName,
  type TableUnit,
  unitForColumn,
  unitIn,
  unitsNoted,
} from "./table-units.ts";
import { UNITS } from "./tables/units.ts";

/** Every number of a pipe table: row head and column head say what it is, the head's brackets or a note above in which unit. */
export function readTable(table: TableText): Figure[] {
  const rows = rowsOf(table.text).filter((row) => !row.every((c) => /^:?-*:?$/.test(c.text)));
  const [first, ...body] = rows;
  if (first === undefined) return [];
  const captionTime = timeOf(table, captionOf(table), null);
  const units = [table.unitNote, table.caption.text].map(unitsNoted).find((u) => u.length > 0) ?? [];
  const frame: Frame = {
    table,
    columns: first.map((cell) => headOf(table, cell, captionTime)),
    units,
    captionTime,
    ranks: isRankName(table.caption.text) || (units.length === 1 && /^[位名]次?$/.test(units[0]?.unit ?? "")),
    ownedByRows: OWNING_ROWS.test(first[0]?.text ?? ""),
  };
  const unitColumn = first.findIndex((c) => /^(?:计量)?单位$/.test(c.text));
  const figures: Figure[] = [];
  for (const cells of body) {
    const [head, ...values] = cells;
    if (head === undefined) continue;
    const row = headOf(table, head, captionTime);
    const unit = unitColumn > 0 ? unitIn(cells[unitColumn]?.text ?? "") : null;
    const levels = new Map<Head, number>();
    for (const [i, cell] of values.entries()) {
      const column = frame.columns[i + 1];
      const figure =
        column === undefined ? null : figureOf(frame, { cell, row, column, unit, levels, figures });
      if (figure === null || column === undefined) continue;
      if (figure.change === null && figure.kind !== "percent") levels.set(column, figures.length);
      figures.push(figure);
    }
  }
  return figures;
}

/** The head of a first column that lists places with figures of their own. */
const OWNING_ROWS =
  /^(?:综合保税区|综保区|保税区|自贸(?:试验)?区|片区|海关|关区|隶属海关|口岸|港口|港区|机场|地市|市州|盟市|省份|省市|城市|县区|区县|市县)(?:名称)?$/;

interface Place {
  readonly cell: Cell;
  readonly row: Head;
  readonly column: Head;
  readonly unit: TableUnit | null;
  /** The amounts of the row so far, by their columns: indices into `figures`. */
  readonly levels: ReadonlyMap<Head, number>;
  readonly figures: readonly Figure[];
}

function figureOf(frame: Frame, place: Place): Figure | null {
  const { cell, row, column } = place;
  const { table } = frame;
  const m =
    /^[*\s]*(?<sign>[-−+]?)(?<num>\d[\d,]*(?:\.\d+)?)(?<own>%|[万亿]*[\u4e00-\u9fff]{0,4})[*\s]*$/.exec(
      cell.text,
    );
  if (m === null || /^(?:计量)?单位$/.test(column.cell.text) || /序号|编号|代码/.test(column.cell.text))
    return null;
  const own = m.groups?.["own"] ? unitIn(m.groups["own"]) : null;
  const name = column.words === null ? "" : table.text.slice(...column.words);
  const ranked = own === null && column.unit === "" && isRanked(frame, place, name);
  const given = ranked ? { scale: "", unit: "" } : (own ?? unitOf(frame, place, name));
  const digits = m.groups?.["num"] ?? "";
  const negative = /[-−]/.test(m.groups?.["sign"] ?? "");
  const value = parseDigits(digits, given.scale) * (negative ? -1 : 1);
  const at = cell.start + cell.text.indexOf(digits);
  const period = periodIn(frame, place, name);
  const change = changeIn(name || table.text.slice(...row.name), value, given.unit, period);
  const grown = change === null ? undefined : grownFrom(place, name);
  const spans = metricSpansIn(frame, place, ranked, grown);
  // The caption stands before the block.
  const metric = spans
    .map((s) => (s === table.caption.span ? table.caption.original : table.original.slice(...s)))
    .join("");
  const end = at + digits.length + (m.groups?.["own"]?.length ?? 0);
  const line: Span = [row.cell.start, lineEnd(table.text, cell.end)];
  const kind = ranked ? "rank" : kindOf(given.unit);
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
    kind,
    metric,
    metricSpans: [...spans.toReversed(), ...captionSpans(table)],
    entity: ownerIn(frame, row),
    direction: directionOf(metric),
    agg:
      change !== null
        ? "change"
        : ranked
          ? "stock"
          : kind === "percent"
            ? "ratio"
            : /日均|月均|平均/.test(metric)
              ? "average"
              : isPart(period)
                ? "partial"
                : "flow",
    period,
    change,
    of: grown === undefined ? null : { index: grown.index, role: "growth" },
    clause: line,
    sentence: line,
    cell: { row: table.original.slice(...row.name), column: table.original.slice(...column.name) },
  };
}

/** Places in an order: the column's own name says so, or the table's for a column that has only a time. */
const isRanked = (frame: Frame, { row, column, unit }: Place, name: string): boolean =>
  unit === null &&
  row.unit === "" &&
  (isRankName(name) || (frame.ranks && (column.words === null || name === "")));

function unitOf(frame: Frame, { row, column, unit }: Place, name: string): TableUnit {
  if (column.unit !== "") return column;
  if (unit !== null && !isChangeName(name)) return unit;
  if (row.unit !== "") return row;
  return unitForColumn(frame.units, name) ?? { scale: "", unit: "" };
}

/** The amount whose growth a column tells: the nearest before it that no growth has claimed, a whole before its parts. */
function grownFrom(
  { levels, figures }: Place,
  name: string,
): { readonly column: Head; readonly index: number } | undefined {
  if (!isChangeName(name)) return undefined;
  const free = [...levels].filter(
    ([, index]) => !figures.some((f) => f.of?.role === "growth" && f.of.index === index),
  );
  const whole = free.filter(([column]) => !/^其中/.test(column.cell.text));
  const [column, index] = (whole.length > 0 && name.length <= 4 ? whole : free).at(-1) ?? [];
  return column === undefined || index === undefined ? undefined : { column, index };
}

/** Row and column in words; a growth takes what grew, and a table of years what its caption names. */
function metricSpansIn(
  frame: Frame,
  { row, column }: Place,
  ranked: boolean,
  grown: { readonly column: Head } | undefined,
): Span[] {
  const { caption } = frame.table;
  const measured = grown?.column.words ?? null;
  const named = ranked && column.words === null && isRankName(caption.text) ? caption.span : null;
  const own = [row.words, named, measured, column.words].filter((s) => s !== null);
  return own.filter((s, i) => s[1] > s[0] && own.indexOf(s) === i);
}

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

function ownerIn({ table, ownedByRows }: Frame, row: Head): string | null {
  const above = [table.caption.text, ...table.headings.map((h) => h.text).toReversed()];
  for (const text of [row.cell.text, ...above]) {
    const entity = findEntities(text, table.gazetteer).find((e) => e.kind !== "world");
    if (entity !== undefined) return entityName(entity, []);
    // 石滩 in a column headed 口岸 is a place, though no table of places knows it.
    if (text === row.cell.text && ownedByRows && row.words !== null)
      return table.original.slice(...row.words);
  }
  return null;
}
