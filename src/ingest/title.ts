import { type Block, isText, type TextBlock } from "./blocks.ts";
import { isHeadingShape, isNote, isNumbered } from "./heading-shape.ts";
import { isColumnLabel, isKicker } from "./mastheads.ts";
import type { Dropped } from "./sift.ts";
import { glue, width } from "./spacing.ts";
import { isAskingTitle, isProse } from "./zones.ts";

export interface TitleFound {
  readonly title: string;
  /** Where it stands, for the report. */
  readonly from: string;
  /** The text has no headline: its first words stand in. */
  readonly isMakeshift: boolean;
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
}

/** A title has at most this many lines: one above, the title, one below. */
const MOST_LINES = 3;
/** Lines shorter than this, in characters, above a longer one name a channel or column. */
const LEAST_TITLE = 6;
/** Widest line, in full-width characters, that can be a title. */
const WIDEST_TITLE = 60;
/** Where the text has no headline, its first clauses stand in, up to this many characters. */
const LONGEST_MAKESHIFT = 80;
const LEAST_MAKESHIFT = 12;

/**
 * Finds the title in the text itself: the block marked as one, else the short lines above the first paragraph. Further
 * lines belong to it where a dash leads on to them, or where a by-line stands under them (`signed`); otherwise they are
 * headings. A text without a headline is named by its first clauses.
 */
export function takeTitle(blocks: readonly Block[], signed: ReadonlySet<Block>): TitleFound {
  const marked = blocks.find((block): block is TextBlock => isText(block) && block.role === "title");
  if (marked) {
    const over = blocks
      .slice(0, blocks.indexOf(marked))
      .filter((block): block is TextBlock => isText(block) && !isProse(block.text));
    return {
      title: marked.text,
      from: "the first heading",
      isMakeshift: false,
      ...without(blocks, [marked], over),
    };
  }
  const head = headLines(blocks);
  const start = Math.max(
    0,
    head.findIndex((line, at) => line.text.length >= LEAST_TITLE && !isLabel(line, head[at + 1])),
  );
  const first = head[start];
  if (!first)
    return {
      title: makeshiftTitle(blocks),
      from: "the first sentence: the text has no headline",
      isMakeshift: true,
      blocks,
      dropped: [],
    };
  const lines = titleLines(head.slice(start), signed);
  return {
    title: lines
      .map((line) => line.text)
      .reduce((left, right) =>
        /[—：:]$/.test(left) || /^—/.test(right) ? glue(left, right) : `${left} ${right}`,
      ),
    isMakeshift: false,
    from: lines.length > 1 ? `the first ${lines.length} lines` : "the first line",
    ...without(blocks, lines, head.slice(0, start)),
  };
}

/** Whether a line names a part of the paper above the title. Nothing names a part above a numbered heading. */
const isLabel = (line: TextBlock, next: TextBlock | undefined): boolean =>
  next !== undefined &&
  !isNumbered(next.text) &&
  (isColumnLabel(line.text) || isKicker(line.text, next.text));

/** The blocks without the title's lines and without what stands above it, which is reported. */
function without(
  blocks: readonly Block[],
  lines: readonly Block[],
  above: readonly TextBlock[],
): Pick<TitleFound, "blocks" | "dropped"> {
  const taken = new Set<Block>([...lines, ...above]);
  return {
    blocks: blocks.filter((block) => !taken.has(block)),
    dropped: above.map((line) => ({ text: line.text, reason: "above the title" })),
  };
}

/** The lines above the first paragraph. */
function headLines(blocks: readonly Block[]): TextBlock[] {
  const end = blocks.findIndex(
    (block, at) =>
      !isText(block) ||
      width(block.text) > WIDEST_TITLE ||
      (isProse(block.text) && !(at === 0 && isAskingTitle(block.text))),
  );
  return blocks.slice(0, end < 0 ? blocks.length : end).filter(isText);
}

function titleLines(head: readonly TextBlock[], signed: ReadonlySet<Block>): TextBlock[] {
  const lastSigned = head.slice(0, MOST_LINES).findLastIndex((line) => signed.has(line));
  let count = 1;
  while (count < Math.min(MOST_LINES, head.length)) {
    const before = head[count - 1];
    const line = head[count];
    if (!before || !line || isNumbered(line.text) || isNote(line.text) || line.role === "heading") break;
    const isLedTo = /[—：:]$/.test(before.text) || /^—/.test(line.text);
    const isOneBlock = !line.gap && before.gap && head.length > count + 1;
    if (!isLedTo && !isOneBlock && count > lastSigned) break;
    count++;
  }
  return head.slice(0, count);
}

function makeshiftTitle(blocks: readonly Block[]): string {
  const text = blocks.filter(isText).find((block) => !isHeadingShape(block.text))?.text ?? "";
  const sentence = /^.*?(?:[。！？!?]|[.](?=\s|$))/.exec(text)?.[0] ?? text;
  let title = "";
  // A day alone says nothing of the subject.
  const subject = sentence.replace(/^(?:\d{4}年)?\d{1,2}月\d{1,2}日[，,]|^(?:近日|日前|今日|今天)[，,]/, "");
  for (const clause of subject.match(/[^，,；;：:]+[，,；;：:]?/g) ?? []) {
    if (width(title) >= LEAST_MAKESHIFT || (title + clause).length > LONGEST_MAKESHIFT) break;
    title += clause;
  }
  return (title || sentence.slice(0, LONGEST_MAKESHIFT)).replace(/[，,；;：:。.！？!?\s]+$/, "");
}
