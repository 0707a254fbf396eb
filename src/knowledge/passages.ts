import { splitSentences, type TextSpan } from "../text/sentences.ts";
import type { Article, Passage } from "./article.ts";

/** A paragraph or table of a body, with the headings above it. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: "paragraph" | "table";
  readonly headings: readonly string[];
}

/** Characters up to which sentences are gathered into one passage: one screen's worth of a quote (measured by eye on a phone). */
const FULL = { zh: 180, en: 520 } as const;

/** The blocks of a Markdown body: runs of lines parted by blank lines; headings name what follows and are no block. */
export function splitBlocks(body: string): Block[] {
  const blocks: Block[] = [];
  const headings: string[] = [];
  let start = -1;
  let end = -1;
  let at = 0;
  const flush = (): void => {
    if (start >= 0) {
      const kind = /^\s*\|/.test(body.slice(start, end)) ? "table" : "paragraph";
      blocks.push({ start, end, kind, headings: headings.filter(Boolean) });
    }
    start = -1;
  };
  for (const line of body.split("\n")) {
    const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    const isTable = /^\s*\|/.test(line);
    if (
      heading ||
      line.trim() === "" ||
      (start >= 0 && isTable !== /^\s*\|/.test(body.slice(start, start + 1)))
    )
      flush();
    if (heading) {
      const level = (heading[1] ?? "#").length;
      headings.length = Math.min(headings.length, level - 1);
      headings[level - 1] = heading[2] ?? "";
      for (let i = 0; i < headings.length; i++) headings[i] ??= "";
    } else if (line.trim() !== "") {
      if (start < 0) start = at + (line.length - line.trimStart().length);
      end = at + line.trimEnd().length;
    }
    at += line.length + 1;
  }
  flush();
  return blocks;
}

/**
 * The passages of an article: runs of whole sentences inside one paragraph, up to about one phone screen; a table is one
 * passage. Their spans cover all sentences, in order, without overlap; headings are known to each but lie in none.
 */
export function splitPassages(article: Article): Passage[] {
  const passages: Passage[] = [];
  for (const block of splitBlocks(article.body)) {
    for (const span of block.kind === "table" ? [block] : gather(article, block)) {
      passages.push({
        articleId: article.id,
        lang: article.lang,
        index: passages.length,
        start: span.start,
        end: span.end,
        text: article.body.slice(span.start, span.end),
        headings: block.headings,
      });
    }
  }
  return passages;
}

function gather(article: Article, block: Block): TextSpan[] {
  const full = FULL[article.lang];
  const runs: { start: number; end: number }[] = [];
  for (const sentence of splitSentences(article.body.slice(block.start, block.end))) {
    const start = block.start + sentence.start;
    const end = block.start + sentence.end;
    const last = runs.at(-1);
    if (last && end - last.start <= full) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}
