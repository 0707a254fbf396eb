import type { Span } from "../figure.ts";
import type { Quantity } from "./quantity.ts";

const JOINT = /^\s*(?:,\s*and|,|and)\s*$/;

/** Runs of quantities that stand in one list ("5, 6 and 7 percent"), as indexes into `list`; single ones are left out. */
export function listsOf(
  lower: string,
  list: readonly Quantity[],
  inside: (q: Quantity) => boolean,
): number[][] {
  const groups: number[][] = [];
  let group: number[] = [];
  list.forEach((q, i) => {
    const before = list[i - 1];
    const joined =
      before !== undefined &&
      group.length > 0 &&
      inside(q) &&
      before.unit === q.unit &&
      JOINT.test(lower.slice(before.shown[1], q.shown[0]));
    if (!joined) {
      if (group.length > 1) groups.push(group);
      group = [];
    }
    if (inside(q)) group.push(i);
  });
  if (group.length > 1) groups.push(group);
  return groups;
}

const JOINER = /\s*,\s*(?:and\s+)?|\s+and\s+/g;
const PREPOSITION = /\b(?:of|for|in|at|on|by|to|through|with|from|under)\b/g;

/**
 * The `n` things that a subject joins, each with what they share: "clearance times for imports and exports" gives
 * "clearance times for" + "imports" and "clearance times for" + "exports". Undefined where it does not join `n`.
 */
export function sharedItems(lower: string, [start, end]: Span, n: number): Span[][] | undefined {
  const text = lower.slice(start, end);
  const cuts = [...text.matchAll(JOINER)].map((m) => [m.index, m.index + m[0].length] as const);
  if (cuts.length !== n - 1) return undefined;
  const starts = [0, ...cuts.map((c) => c[1])];
  const ends = [...cuts.map((c) => c[0]), text.length];
  const pieces = starts.map((s, i) => text.slice(s, ends[i]));
  const head = pieces[0] ?? "";
  const tail = pieces.at(-1) ?? "";
  const itself = (i: number): Span => [start + (starts[i] ?? 0), start + (ends[i] ?? 0)];
  const headPrepositions = [...head.matchAll(PREPOSITION)];
  const tailPreposition = new RegExp(PREPOSITION.source).exec(tail);
  if (headPrepositions.length > 0 && tailPreposition) return pieces.map((_, i) => [itself(i)]);
  const lastPreposition = headPrepositions.at(-1);
  const tailWords = (tailPreposition ? tail.slice(0, tailPreposition.index) : tail)
    .trim()
    .split(/\s+/).length;
  const headCut = lastPreposition
    ? lastPreposition.index + lastPreposition[0].length + 1
    : wordsBack(head, tailWords);
  const tailEnd = tailPreposition ? tailPreposition.index : tail.length;
  return pieces.map((piece, i) => {
    const from = (starts[i] ?? 0) + (i === 0 ? headCut : 0);
    const to = (starts[i] ?? 0) + (i === n - 1 ? tailEnd : piece.length);
    const shared: Span[] = headCut > 1 ? [[start, start + headCut]] : [];
    const rest: Span[] = tailPreposition ? [[start + (starts[n - 1] ?? 0) + tailEnd, end]] : [];
    return [...shared, [start + from, start + to] as Span, ...rest];
  });
}

/** Where the last `n` words of a text begin. */
function wordsBack(text: string, n: number): number {
  const words = [...text.matchAll(/\S+/g)];
  return words.at(-Math.min(n, words.length))?.index ?? 0;
}
