import { splitClauses, type TextSpan } from "../../text/sentences.ts";
import type { Token } from "./sentence-tokens.ts";

/** The clauses of a sentence. A fronted phrase ("In 2020,"), an apposition or a list item without a verb joins what follows. */
export function clausesOf(plain: string, sentence: TextSpan, tokens: readonly Token[]): TextSpan[] {
  const out: TextSpan[] = [];
  let start: number | undefined;
  for (const piece of splitClauses(plain, sentence)) {
    const from: number = start ?? piece.start;
    const inside = tokens.filter((t) => t.start >= piece.start && t.end <= piece.end);
    const stands = inside.some((t) => t.verb !== undefined || t.kind === "quantity");
    if (!stands && piece.end < sentence.end && !/[;:]/.test(plain.charAt(piece.end))) {
      start = from;
      continue;
    }
    out.push(trimSpan(plain, from, piece.end));
    start = undefined;
  }
  if (start !== undefined) out.push(trimSpan(plain, start, sentence.end));
  return out;
}

function trimSpan(plain: string, start: number, end: number): TextSpan {
  let from = start;
  while (from < end && /\s/.test(plain.charAt(from))) from++;
  return { start: from, end };
}
