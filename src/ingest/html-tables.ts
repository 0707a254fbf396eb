import type { TableBlock } from "./blocks.ts";
import { type DomElement, tagOf } from "./dom.ts";
import { tidy } from "./spacing.ts";
import { buildTable } from "./tables.ts";

/** Longer cells, in characters, hold running text: the table lays the page out. */
const LONGEST_CELL = 160;
/** Mean length of the cells from which on a table without heads or caption is taken for layout. */
const LONGEST_MEAN = 40;
/** No table of news has more; a page that claims so is broken or hostile. */
const MAX_SPAN = 100;

/** Whether a table holds data in rows and columns rather than laying the page out. */
export function isDataTable(table: DomElement): boolean {
  if (table.querySelector("table") || table.getAttribute("role") === "presentation") return false;
  const rows = rowsOf(table);
  const cells = rows.flatMap(cellsOf);
  if (rows.length < 2 || Math.max(...rows.map((row) => cellsOf(row).length)) < 2) return false;
  const lengths = cells.map((cell) => tidy(cell.textContent ?? "").length);
  if (Math.max(...lengths) > LONGEST_CELL || lengths.filter(Boolean).length * 2 < cells.length) return false;
  const linked = cells.filter((cell) => cell.querySelector("a, img, input, form")).length;
  if (linked * 2 > cells.length) return false;
  return (
    lengths.reduce((sum, n) => sum + n, 0) / cells.length <= LONGEST_MEAN ||
    table.querySelector("caption, th, thead") !== null
  );
}

/** A data table's cells with spans spread out, its caption, and the head rows that its markup names. */
export function readTable(table: DomElement): TableBlock {
  const grid: string[][] = [];
  const rows = rowsOf(table);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of cellsOf(row)) {
      while (grid[y]?.[x] !== undefined) x++;
      fill(
        grid,
        { y, x, height: Math.min(span(cell, "rowspan"), rows.length - y), width: span(cell, "colspan") },
        textOf(cell),
      );
    }
  });
  const heads = rows.findIndex((row) => !isHeadRow(row));
  const caption = table.querySelector("caption");
  return buildTable(
    grid.map((row) => Array.from(row, (cell) => cell ?? "")),
    caption ? textOf(caption) : "",
    heads > 0 ? heads : undefined,
  );
}

const rowsOf = (table: DomElement): DomElement[] => [...table.querySelectorAll("tr")];

const cellsOf = (row: DomElement): DomElement[] => [...row.querySelectorAll("td, th")];

/** A row of `th` alone, or one inside `thead`; a `th` beside `td` is a row head. */
const isHeadRow = (row: DomElement): boolean =>
  cellsOf(row).every((cell) => tagOf(cell) === "th") ||
  (row.parentElement !== null && tagOf(row.parentElement) === "thead");

const span = (cell: DomElement, name: string): number =>
  Math.min(MAX_SPAN, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? "", 10) || 1));

const textOf = (cell: DomElement): string => tidy(cell.textContent ?? "");

function fill(
  grid: string[][],
  at: { y: number; x: number; height: number; width: number },
  text: string,
): void {
  for (let y = at.y; y < at.y + at.height; y++) {
    const row = grid[y] ?? [];
    grid[y] = row;
    for (let x = at.x; x < at.x + at.width; x++) row[x] = text;
  }
}
