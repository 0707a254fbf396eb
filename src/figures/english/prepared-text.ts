import type { TextSpan } from "../../text/sentences.ts";

/** A paragraph made easy to match, character for character: offset `i` of `plain` and `lower` is offset `base + i` of the text. */
export interface PreparedText {
  readonly base: number;
  /** Marks of emphasis, line breaks and Chinese glosses in brackets are spaces; apostrophes are straight. */
  readonly plain: string;
  readonly lower: string;
}

/** Prepares the paragraph `span` of `text`. Lines wrapped inside a sentence become one line; no character moves. */
export function prepareText(text: string, span: TextSpan): PreparedText {
  const plain = text
    .slice(span.start, span.end)
    .replace(/[\s\u00a0\u2009\u202f]/g, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, (whole, label: string) => ` ${label}`.padEnd(whole.length))
    .replace(/[*`_]/g, " ")
    .replace(/[’‘]/g, "'")
    .replace(/[(（][^()（）]*[\u4e00-\u9fff][^()（）]*[)）]/g, (gloss) => " ".repeat(gloss.length));
  const lower = plain.toLowerCase();
  return { base: span.start, plain, lower: lower.length === plain.length ? lower : plain };
}
