import type { Span } from "../figure.ts";
import type { Quantity } from "./quantity.ts";
import type { Token } from "./sentence-tokens.ts";

/** Words that mean nothing at either end of a run. */
export const EDGE_WORDS = new Set(
  `the a an its their our his her and or of in by from to that with for at as on these this those also thus newly such total cumulative than
  up only alone among which both some each was were is are be been has have had will it they china's country's chinese so far yet already whole being
  who into s over about through across now under covering respectively average out can could may nearly more expects expected expect rose grew fell used them`
    .trim()
    .split(/\s+/),
);
/** Words that mean nothing at the end of a run only, or only at its start. */
const START_KEEPS = new Set(["total", "average", "cumulative", "over", "more", "newly", "s"]);
export const PREPOSITION =
  /^(?:of|in|for|with|through|from|to|under|worth|at|across|by|among|on|via|between|involving|covering|into)$/;
/** Words read behind a figure at most: longer runs leave the phrase. */
export const MAX_POST = 12;

/** Runs of words between marks, figures and periods; the noun of a figure on the way counts as words. */
export function runs(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  list: readonly Quantity[],
): Span[] {
  const out: Span[] = [];
  let open: [number, number] | undefined;
  let bracket = false;
  for (const t of tokens.slice(from, to)) {
    if (t.text === "(" || t.text === ")") bracket = t.text === "(";
    if (bracket && t.kind === "word") continue;
    if (t.kind === "word" || (t.kind === "mark" && /^["“”'/+&-]$/.test(t.text)))
      open = open ? [open[0], t.end] : [t.start, t.end];
    else {
      if (open) out.push(open);
      open = undefined;
      const noun = list[t.quantity]?.noun;
      if (noun) out.push([noun[0], noun[1]]);
    }
  }
  if (open) out.push(open);
  return out;
}

/** The prepositional phrase behind a figure: "of goods", "in taxes", "through Xinjiang ports". */
export function postWords(tokens: readonly Token[], at: number, list: readonly Quantity[]): Span[] {
  const first = tokens[at + 1];
  const kind = list[tokens[at]?.quantity ?? -1]?.kind;
  const rank = kind === "rank" || kind === "fraction";
  if (first?.kind !== "word" || (!PREPOSITION.test(first.text) && (!rank || first.verb))) return [];
  const behind = tokens.findIndex((t, i) => i > at + 1 && t.kind === "quantity");
  const counted =
    behind > 0 && tokens.slice(at + 1, behind).every((t) => t.kind === "word" && !t.verb && t.text !== "and")
      ? list[tokens[behind]?.quantity ?? -1]?.noun
      : null;
  if (counted && behind - at <= 6)
    return [
      [first.start, tokens[behind - 1]?.end ?? first.end],
      [counted[0], counted[1]],
    ];
  let end = first.end;
  let start = /^(?:of|in|for|worth|with|to|from|on)$/.test(first.text) ? undefined : first.start;
  for (const t of tokens.slice(at + 2, at + 2 + MAX_POST)) {
    if (
      t.kind !== "word" ||
      (t.verb && t.verb !== "deed") ||
      (rank && /^(?:to|from|up|down)$/.test(t.text)) ||
      /^(?:and|while|but|which|that|who|where)$/.test(t.text)
    ) {
      if (t.text === "and" && start !== undefined) {
        const next = tokens[tokens.indexOf(t) + 1];
        const after = tokens[tokens.indexOf(t) + 2];
        if (
          next?.kind === "word" &&
          !next.verb &&
          !(after?.verb && after.verb !== "deed") &&
          !PREPOSITION.test(next.text) &&
          !/^(?:a|the)$/.test(next.text)
        ) {
          end = t.end;
          continue;
        }
      }
      break;
    }
    start ??= t.start;
    end = t.end;
  }
  return start === undefined ? [] : [[start, end]];
}

export const ofWords = (tokens: readonly Token[], at: number, post: Span[]): Span[] =>
  /^(?:of|worth|for)$/.test(tokens[at + 1]?.text ?? "") ? post : [];

export function verbRight(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at + 1; i < tokens.length; i++) {
    const t = tokens[i];
    if (!t || t.kind === "mark" || t.kind === "quantity") return undefined;
    if (t.verb) return i;
  }
  return undefined;
}

/** Spans in text order, overlapping ones as one. */
export function merge(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const s of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && s[0] < last[1]) out[out.length - 1] = [last[0], Math.max(last[1], s[1])];
    else out.push(s);
  }
  return out;
}

/** Cuts articles, prepositions and owners of the whole off both ends of a run; word by word, so that long gaps cost nothing. */
export function trim(lower: string, [start, end]: Span): Span[] {
  const words = [...lower.slice(start, end).matchAll(/[^\s,"“”').(:;–—]+(?:'s)?/g)];
  const isEdge = (i: number, atStart: boolean): boolean => {
    const word = words[i]?.[0] ?? "";
    return EDGE_WORDS.has(word) && !(atStart && START_KEEPS.has(word) && word !== "s");
  };
  let from = 0;
  let to = words.length;
  while (from < to && isEdge(from, true)) from++;
  while (to > from && isEdge(to - 1, false)) to--;
  const [first, last] = [words[from], words[to - 1]];
  if (from >= to || !first || !last) return [];
  return closeQuotes(lower, start + first.index, start + last.index + last[0].length);
}

/** A quoted name keeps both its marks or neither. */
function closeQuotes(lower: string, from: number, to: number): Span[] {
  const text = lower.slice(from, to);
  const open = (text.match(/[“(]/g) ?? []).length;
  const close = (text.match(/[”)]/g) ?? []).length;
  const straight = (text.match(/"/g) ?? []).length % 2 === 1;
  if (straight && lower.charAt(from - 1) === '"') return [[from - 1, to]];
  if (straight && lower.charAt(to) === '"') return [[from, to + 1]];
  const start = close > open && /[“(]/.test(lower.charAt(from - 1)) ? from - 1 : from;
  const end = open > close && /[”)]/.test(lower.charAt(to)) ? to + 1 : to;
  return /[a-z]/.test(text) ? [[start, end]] : [];
}
