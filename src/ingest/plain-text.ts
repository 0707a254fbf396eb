import { type Block, type ParsedSource, type TableBlock, textBlock } from "./blocks.ts";
import { glue, tidy, width } from "./spacing.ts";
import { buildTable, isNumericGrid } from "./tables.ts";

/** One line as it stands, with what the layout around it tells. */
export interface RawLine {
  readonly text: string;
  /** A blank line, or the start of the text, stands before it. */
  readonly gap: boolean;
  /** It begins with a paragraph's indent: two full-width spaces, two spaces or a tab. */
  readonly indented: boolean;
}

/** Longest line, in full-width characters, that can come from wrapping: 100 Latin or 50 Chinese characters and a bit. */
const WIDEST_WRAP = 52;
/** Narrower lines, in full-width characters, are lists and labels; the columns of newspapers are wider. */
const NARROWEST_WRAP = 13;
/** Fewer lines than this within paragraphs do not show whether a text is wrapped. */
const LEAST_WRAPPED = 4;
/** Print lets a line end up to this much early, so that no punctuation mark begins a line. */
const SLACK = 2;

/** Pasted or saved plain text → blocks: a line is a paragraph, unless the lines show that they were wrapped at a width. */
export function parsePlainText(text: string): ParsedSource {
  return { facts: {}, blocks: toBlocks(unwrap(splitLines(text))) };
}

/** The lines that hold something, with the gaps and indents between them. */
export function splitLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  let gap = true;
  for (const text_ of text.split(/\r\n?|[\n\f\v\u0085\u2028\u2029]/)) {
    if (tidy(text_) === "") {
      gap = true;
      continue;
    }
    lines.push({ text: text_, gap, indented: /^(?:\u3000{1,}|[ \u00a0]{2,}|\t)/.test(text_) });
    gap = false;
  }
  return lines;
}

/** Wrapped lines put together again; other lines stay as they are. */
function unwrap(lines: readonly RawLine[]): RawLine[] {
  const limit = wrapWidth(lines);
  if (limit === undefined) return [...lines];
  const paragraphs: RawLine[][] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before && isInner(line) && isFull(before.text, line.text, limit)) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  });
  return paragraphs.flatMap(([first, ...more]) =>
    first ? [{ ...first, text: more.map((line) => line.text).reduce(glue, first.text) }] : [],
  );
}

/** A line that may go on with the one above it: no gap or indent before it, and no row of a table. */
const isInner = (line: RawLine): boolean =>
  !line.gap && !line.indented && !/^\s*\||\t|\S {3,}\S/.test(line.text);

/**
 * The width that the text was wrapped at; undefined when it was not: most lines that another follows without a gap
 * would have had no room for the next line's first word, many end within a sentence, and none is wider.
 */
function wrapWidth(lines: readonly RawLine[]): number | undefined {
  const limit = Math.max(...lines.map((line) => width(line.text.trimEnd())));
  if (limit > WIDEST_WRAP || limit < NARROWEST_WRAP) return undefined;
  const pairs = lines
    .slice(1)
    .flatMap((line, i) => (!isInner(line) ? [] : [[lines[i]?.text ?? "", line.text] as const]));
  const full = pairs.filter(([text, next]) => isFull(text, next, limit));
  const open = full.filter(([text]) => !/[。！？!?.;；:：”"）)]\s*$/.test(text));
  return full.length >= LEAST_WRAPPED && full.length * 2 >= pairs.length && open.length * 3 >= full.length
    ? limit
    : undefined;
}

const isFull = (text: string, next: string, limit: number): boolean =>
  width(text.trimEnd()) + width(/^\s*([\x21-\x7e]+|.)/u.exec(next)?.[1] ?? "") > limit - SLACK;

function toBlocks(lines: readonly RawLine[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const grid = gridAt(lines, i);
    if (grid) {
      blocks.push(grid.table);
      i += grid.lines;
      continue;
    }
    const line = lines[i] as RawLine;
    blocks.push(textBlock(tidy(line.text), { gap: line.gap }));
    i++;
  }
  return blocks;
}

/** Ways in which a table survives as plain text; `least` rows and columns keep chance apart from design. */
const GRIDS = [
  {
    cells: (line: string) => (/^\s*\|.*\|\s*$/.test(line) ? line.trim().slice(1, -1).split("|") : []),
    rows: 2,
    columns: 2,
    numeric: false,
  },
  { cells: (line: string) => line.trim().split(/ *\t+ */), rows: 2, columns: 2, numeric: false },
  { cells: (line: string) => line.trim().split(/ {2,}|\u3000+/), rows: 3, columns: 3, numeric: true },
] as const;

/** The table that begins at line `from`, and how many lines it takes; undefined where none does. */
export function gridAt(
  lines: readonly Pick<RawLine, "text">[],
  from: number,
): { table: TableBlock; lines: number } | undefined {
  for (const grid of GRIDS) {
    const rows: string[][] = [];
    for (let at = from; at < lines.length; at++) {
      const cells = grid.cells(lines[at]?.text ?? "").map(tidy);
      if (cells.length < grid.columns || (rows[0] && cells.length !== rows[0].length)) break;
      rows.push(cells);
    }
    const rule = rows.findIndex(isRule);
    const data = rows.filter((row) => !isRule(row));
    if (data.length < grid.rows || (grid.numeric && !isNumericGrid(data))) continue;
    return { table: buildTable(data, "", rule > 0 ? rule : undefined), lines: rows.length };
  }
  return undefined;
}

/** The line under the head of a Markdown table. */
const isRule = (row: readonly string[]): boolean => row.every((cell) => /^:?-+:?$/.test(cell));
