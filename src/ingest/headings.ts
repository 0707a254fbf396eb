import { type Block, isText, type TextBlock } from "./blocks.ts";
import { isHeadingShape, isNumbered } from "./heading-shape.ts";
import { type Dropped, isProse } from "./sift.ts";
import { glue } from "./spacing.ts";
import { printTable } from "./tables.ts";

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
export function findHeadings(blocks: readonly Block[]): { sections: readonly Section[]; dropped: readonly Dropped[] } {
  const merged = mergePairs(blocks);
  const sections = merged.flatMap((block, at) => toSections(block, isText(block) && isHeading(merged, at)));
  const end = sections.findLastIndex((section) => section.kind !== "heading") + 1;
  return {
    sections: sections.slice(0, end),
    dropped: sections.slice(end).map((section) => ({ text: section.text, reason: "left over behind the text" })),
  };
}

function toSections(block: Block, isHeading: boolean): Section[] {
  if (isText(block)) return [{ kind: isHeading ? "heading" : "paragraph", text: plainLine(block.text), isItem: block.role === "item" }];
  const table: Section = { kind: "table", text: printTable(block), isItem: false };
  return block.caption === "" ? [table] : [{ kind: "paragraph", text: plainLine(block.caption), isItem: true }, table];
}

/** Marks at the start of a line that Markdown would read as a heading, a quotation or a table. */
const plainLine = (text: string): string => text.replace(/^[#>|\s]+(?=\S)/, "").replace(/^([-*+])\s+(?=\S)/, "");

/** A line that ends with a dash leads on to the short line below it, and a number by itself to the heading that it counts. */
function mergePairs(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const before = out.at(-1);
    if (before && isText(before) && isText(block) && /——$/.test(before.text) && isHeadingShape(before.text) && isHeadingShape(block.text)) {
      out[out.length - 1] = { ...before, text: glue(before.text, block.text) };
    } else if (before && isText(before) && isText(block) && before.role === "heading" && block.role === "heading" && !/\p{L}/u.test(before.text)) {
      out[out.length - 1] = { ...block, text: `${before.text} ${block.text}` };
    } else out.push(block);
  }
  return out;
}

function isHeading(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at] as TextBlock;
  if (block.role === "heading" || block.role === "title") return true;
  if (block.role === "item" || !isHeadingShape(block.text)) return false;
  const next = blocks[at + 1];
  if (!next) return true;
  if (!isText(next)) return isNumbered(block.text);
  const isShort = (it: Block | undefined): boolean => it !== undefined && isText(it) && it.role !== "item" && isHeadingShape(it.text);
  let from = at;
  while (isShort(blocks[from - 1])) from--;
  let to = at;
  while (isShort(blocks[to + 1])) to++;
  if (to - from + 1 > MOST_HEADINGS_IN_A_ROW && !isNumbered(block.text)) return false;
  const below = blocks[to + 1];
  return to + 1 >= blocks.length || (below !== undefined && (!isText(below) || below.role === "item" || isProse(below.text)));
}
