import { splitClauses, type TextSpan } from "../../text/sentences.ts";
import type { Span } from "../figure.ts";

/** The clause or clauses that `[start, end)` runs over: 每三票…中,就有一票 runs over two. */
export function clauseAround(text: string, sentence: TextSpan, start: number, end: number): Span {
  const clauses = splitClauses(text, sentence);
  const first = clauses.find((c) => c.end > start) ?? sentence;
  const last = clauses.findLast((c) => c.start < end) ?? sentence;
  return [first.start, Math.max(first.end, last.end)];
}
