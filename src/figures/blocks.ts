import type { TextSpan } from "../text/sentences.ts";

/** A part of a text that is read on its own. A table is the run of its `|` lines. */
export interface Block extends TextSpan {
  readonly kind: "heading" | "paragraph" | "table";
  readonly script: "zh" | "en";
  /** 1 for `#`; plain titles without a mark count as 3. */
  readonly level: number;
}

/** Longer lines without a stop are cut sentences rather than titles. */
const LONGEST_TITLE = 40;

/**
 * The blocks of a plain or Markdown text, in order. A line is a paragraph, as in pasted articles; lines of an English
 * paragraph that was wrapped are taken together. A short line without any stop is a title.
 */
export function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of lines(text)) {
    const block = classify(text, line);
    const last = blocks.at(-1);
    if (last !== undefined && joins(text, last, block))
      blocks[blocks.length - 1] = { ...last, end: block.end };
    else blocks.push(block);
  }
  return blocks;
}

function lines(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const m of text.matchAll(/[^\r\n]+/g)) {
    const start = m.index + (m[0].length - m[0].trimStart().length);
    const end = m.index + m[0].trimEnd().length;
    if (end > start) spans.push({ start, end });
  }
  return spans;
}

function classify(text: string, span: TextSpan): Block {
  const line = text.slice(span.start, span.end);
  const marks = /^(#{1,6})\s/.exec(line)?.[1];
  const script = scriptOf(line);
  if (marks !== undefined) return { ...span, kind: "heading", script, level: marks.length };
  if (line.startsWith("|") && line.length > 2) return { ...span, kind: "table", script, level: 0 };
  if (isTitle(line, script)) return { ...span, kind: "heading", script, level: 3 };
  return { ...span, kind: "paragraph", script, level: 0 };
}

/** Pasted articles mark their titles by nothing but the missing stop. English lines may be wrapped, so they do not count. */
function isTitle(line: string, script: "zh" | "en"): boolean {
  if (script === "en" || line.length > LONGEST_TITLE) return false;
  return !/[，,。；;！!？?：:…”』」]/.test(line) && !/^[-*>\d]/.test(line);
}

function joins(text: string, last: Block, next: Block): boolean {
  const gap = text.slice(last.end, next.start);
  if (/\n[^\S\n]*\n/.test(gap)) return false;
  if (last.kind === "table" && next.kind === "table") return true;
  const wrapped =
    last.kind === "paragraph" && next.kind === "paragraph" && last.script === "en" && next.script === "en";
  return wrapped && !/^(?:[-*+>]|\d+\.)\s/.test(text.slice(next.start, next.start + 4));
}

/** `zh` where Han characters make up a tenth of the letters: Chinese lines may quote Latin names. */
export function scriptOf(line: string): "zh" | "en" {
  const han = line.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const latin = line.match(/[A-Za-z]/g)?.length ?? 0;
  return han > 0 && han * 9 >= latin ? "zh" : latin > 0 ? "en" : "zh";
}
