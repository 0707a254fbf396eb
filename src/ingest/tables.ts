import type { TableBlock } from "./blocks.ts";
import { tidy } from "./spacing.ts";

/** A cell that holds a number as tables print it: 1,234.5, -3.2%, 12.6*, 2100万枝, — or nothing; a year or month is a head. */
const NUMERIC_CELL =
  /^[-+−–—.…]*$|^[-+−±]?\d[\d,，. ]*\s*(?:%|％|‰|\*|(?!年|月|日|季度|号|期)\p{Script=Han}{1,4})?\*?$/u;
const YEAR_CELL = /^(?:19|20)\d{2}$/;

/** More rows of column heads than this are not met in news tables. */
const MAX_HEAD_ROWS = 3;

/**
 * A table out of its cells. Rows get the same number of cells; a first row of one filled cell (title, "单位：亿元")
 * becomes part of the caption, such a last row a note, one between a row head alone; where no head rows are known, the
 * first rows without any number beside the row head are.
 */
export function buildTable(
  cells: readonly (readonly string[])[],
  caption = "",
  knownHeadRows?: number,
): TableBlock {
  const columns = Math.max(...cells.map((row) => row.length));
  const rows = cells.map((row) => [...row.map(tidy), ...Array<string>(columns - row.length).fill("")]);
  const lead = Math.max(
    0,
    rows.findIndex((row) => !isBanner(row)),
  );
  const end = rows.findLastIndex((row) => !isBanner(row) || !SENTENCE.test(row[0] ?? "")) + 1;
  const banners = rows.slice(0, lead).map((row) => row[0] ?? "");
  const body = rows
    .slice(lead, Math.max(lead + 1, end))
    .filter((row) => row.some((cell) => cell !== ""))
    .map((row) => (isBanner(row) ? [row[0] ?? "", ...row.slice(1).fill("")] : row));
  const known = knownHeadRows === undefined ? 0 : Math.max(0, knownHeadRows - banners.length);
  const headRows = known > 0 ? Math.min(known, MAX_HEAD_ROWS, body.length) : countHeadRows(body);
  return {
    kind: "table",
    caption: [caption, ...banners].filter(Boolean).join(" "),
    rows: mergeHeads(body, headRows),
    headRows: Math.min(headRows, 1),
    notes: rows.slice(Math.max(lead + 1, end)).map((row) => row[0] ?? ""),
  };
}

/** A note under a table rather than a row whose cells are empty. */
const SENTENCE = /[。：:]|^(?:注|备注|说明|来源|note|source)/i;

/** One text over the whole width: the only filled cell, or the same in all (a spanning cell spread out). */
const isBanner = (row: readonly string[]): boolean =>
  row.length > 1 &&
  row[0] !== "" &&
  (row.slice(1).every((cell) => cell === "") || row.every((cell) => cell === row[0]));

function countHeadRows(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((row) =>
    row.slice(1).some((cell) => cell !== "" && NUMERIC_CELL.test(cell) && !YEAR_CELL.test(cell)),
  );
  if (first > 0) return Math.min(first, MAX_HEAD_ROWS);
  return first === 0 || rows.length < 2 ? 0 : 1;
}

/** Several head rows become one: the texts above a column, each once, with a space between. */
function mergeHeads(rows: readonly (readonly string[])[], headRows: number): readonly (readonly string[])[] {
  if (headRows < 2) return rows;
  const heads = rows.slice(0, headRows);
  const merged = (heads[0] ?? []).map((_, column) =>
    [...new Set(heads.map((row) => row[column] ?? ""))].filter(Boolean).join(" "),
  );
  return [merged, ...rows.slice(headRows)];
}

/** The table as Markdown: `| a | b |` lines with a rule under the head; a table without a head gets an empty one. */
export function printTable({ rows, headRows }: TableBlock): string {
  const columns = rows[0]?.length ?? 0;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "｜")).join(" | ")} |`;
  const head = headRows > 0 ? (rows[0] ?? []) : Array<string>(columns).fill("");
  return [line(head), `|${" --- |".repeat(columns)}`, ...rows.slice(headRows > 0 ? 1 : 0).map(line)].join(
    "\n",
  );
}

/** Whether most cells beside the row heads are numbers, as in a table of figures. */
export function isNumericGrid(rows: readonly (readonly string[])[]): boolean {
  const cells = rows.slice(1).flatMap((row) => row.slice(1));
  return (
    cells.length > 0 && cells.filter((cell) => NUMERIC_CELL.test(cell.trim())).length * 2 >= cells.length
  );
}
