import { type Block, isText, type TextBlock } from "./blocks.ts";
import { isHeadingShape, isNumbered } from "./heading-shape.ts";
import type { Dropped } from "./sift.ts";
import { glue } from "./spacing.ts";
import { printTable } from "./tables.ts";
import { isProse } from "./zones.ts";

/** A part of the article's body. `text` is as it will stand there, without the heading mark. */
export interface Section {
  readonly kind: "heading" | "paragraph" | "table";
  readonly text: string;
  /** A line of a list: it may end without a mark and is never joined to the next. */
  readonly isItem: boolean;
}

/** More short lines in a row than this are a list, not headings. */
const MOST_HEADINGS_IN_A_ROW = 2;

/**
 * Tells headings from paragraphs: what the markup says, numbered lines, and short lines without a final mark above
 * running text. "海城海关——" and the line below it make one heading. Headings that nothing follows are dropped.
 */
export function findHeadings(blocks: readonly Block[]): {
  sections: readonly Section[];
  dropped: readonly Dropped[];
} {
  const merged = mergePairs(blocks);
  const runs = shortRuns(merged);
  const sections = merged.flatMap((block, at) =>
    toSections(block, isText(block) && isHeading(merged, at, runs[at])),
  );
  const end = sections.findLastIndex((section) => section.kind !== "heading") + 1;
  return {
    sections: sections.slice(0, end),
    dropped: sections
      .slice(end)
      .map((section) => ({ text: section.text, reason: "left over behind the text" })),
  };
}

function toSections(block: Block, isHeading: boolean): Section[] {
  if (isText(block))
    return [
      {
        kind: isHeading ? "heading" : "paragraph",
        text: plainLine(block.text),
        isItem: block.role === "item",
      },
    ];
  const table: Section = { kind: "table", text: printTable(block), isItem: false };
  const line = (text: string): Section => ({ kind: "paragraph", text: plainLine(text), isItem: true });
  return [...(block.caption === "" ? [] : [line(block.caption)]), table, ...block.notes.map(line)];
}

/** Marks at the start of a line that Markdown would read as a heading, a quotation or a table. */
const plainLine = (text: string): string =>
  text.replace(/^[#>|\s]+(?=\S)/, "").replace(/^[-*+•·]\s+(?=\S)/, "");

/** A line that ends with a dash leads on to the short line below it, and a number by itself to the heading that it counts. */
function mergePairs(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const before = out.at(-1);
    if (
      before &&
      isText(before) &&
      isText(block) &&
      /——$/.test(before.text) &&
      isHeadingShape(before.text) &&
      isHeadingShape(block.text)
    ) {
      out[out.length - 1] = { ...before, text: glue(before.text, block.text) };
    } else if (
      before &&
      isText(before) &&
      isText(block) &&
      before.role === "heading" &&
      block.role === "heading" &&
      !/\p{L}/u.test(before.text)
    ) {
      out[out.length - 1] = { ...block, text: `${before.text} ${block.text}` };
    } else out.push(block);
  }
  return out;
}

/** A run of lines of a heading's shape: indices of the first and of the line behind the last. */
interface Run {
  readonly from: number;
  readonly end: number;
}

/** For each block the run of short lines that it lies in; undefined for others. */
function shortRuns(blocks: readonly Block[]): (Run | undefined)[] {
  const runs: (Run | undefined)[] = [];
  for (let at = 0; at < blocks.length; ) {
    let end = at;
    while (isShort(blocks[end])) end++;
    if (end === at) runs[at++] = undefined;
    for (const run = { from: at, end }; at < end; at++) runs[at] = run;
  }
  return runs;
}

const isShort = (block: Block | undefined): boolean =>
  block !== undefined && isText(block) && block.role !== "item" && isHeadingShape(block.text);

function isHeading(blocks: readonly Block[], at: number, run: Run | undefined): boolean {
  const block = blocks[at] as TextBlock;
  if (block.role === "heading" || block.role === "title") return true;
  if (!run) return false;
  const next = blocks[at + 1];
  if (!next) return true;
  if (!isText(next)) return isNumbered(block.text);
  if (run.end - run.from > MOST_HEADINGS_IN_A_ROW && !isNumbered(block.text)) return false;
  const below = blocks[run.end];
  return below === undefined || !isText(below) || below.role === "item" || isProse(below.text);
}
