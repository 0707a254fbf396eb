import type { Span } from "../figure.ts";
import { type ClauseParts, hasContent, isPointer, partsOf } from "./clause-parts.ts";
import type { Quantity } from "./quantity.ts";
import type { Token } from "./sentence-tokens.ts";
import { isAgent } from "./verbs.ts";

/** What a figure measures: the runs of words that say so, in text order, in offsets of the prepared paragraph. */
export interface Metric {
  /** The subject of the figure's verb: whose names say whose figure it is. */
  readonly subject: Span | null;
  readonly spans: readonly Span[];
  /** True where the figure's own clause names nothing: the words are those of the figure or sentence before. */
  readonly inherited: boolean;
}

/** Words that mean nothing at either end of a run. */
const EDGE_WORDS = new Set(
  `the a an its their our his her and or of in by from to that with for at as on these this those also thus newly such total cumulative than
  up only alone among which both some each was were is are be been has have had will it they china's country's chinese so far yet already whole being
  who into s over about through across now under covering respectively average out can could may nearly more expects expected expect rose grew fell`
    .trim()
    .split(/\s+/),
);
/** Words that mean nothing at the end of a run only, or only at its start. */
const START_KEEPS = new Set(["total", "average", "cumulative", "over", "more", "newly", "s"]);
/** Verbs that add nothing to what is measured. */
const LIGHT =
  /^(?:comprises?|reached|is|are|was|were|be|been|being|has|have|had|will|can|could|may|do|does|did|handles?|came|come|comes|took|takes?|take|made|said|held|remains?|remained|became|become|enjoys?)$/;
const PREPOSITION =
  /^(?:of|in|for|with|through|from|to|under|worth|at|across|by|among|on|via|between|involving|covering|into)$/;
/** Words read behind a figure at most: longer runs leave the phrase. */
const MAX_POST = 12;

/** The metric of the figure at token `at`. `list` are the paragraph's quantities. */
export function readMetric(
  lower: string,
  tokens: readonly Token[],
  at: number,
  list: readonly Quantity[],
  isChange: boolean,
): Metric {
  const parts = partsOf(tokens, at);
  const q = list[tokens[at]?.quantity ?? -1];
  if (!q || (isChange && (parts.inherited || isBareChange(tokens, at))))
    return { spans: [], inherited: true, subject: null };
  const own = ownWords(tokens, at, list, parts, isChange);
  const spans = own.flatMap((s) => trim(lower, s)).filter((s) => s[1] > s[0]);
  const unique = merge(spans);
  const pointing = isPointer(tokens, parts.subject) && !q.noun;
  const [first, last] = [tokens[parts.subject[0]], tokens[parts.subject[1] - 1]];
  const subject: Span | null = first && last && parts.verb ? [first.start, last.end] : null;
  return { spans: unique, inherited: unique.length === 0 || pointing, subject };
}

/** ", three fewer than", ", up 5 percent": no verb of its own behind the figure before. */
function isBareChange(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at).findLastIndex((t) => t.kind === "quantity");
  if (before < 0) return false;
  const between = tokens.slice(before + 1, at);
  return between.every(
    (t) =>
      t.kind !== "word" ||
      EDGE_WORDS.has(t.text) ||
      /^(?:up|down|an?|increase|rise|growth|decrease|fall|drop|decline|annual|year-on-year|averag(?:e|ing)|representing)$/.test(
        t.text,
      ),
  );
}

/** Spans in text order, overlapping ones as one. */
function merge(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const s of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && s[0] < last[1]) out[out.length - 1] = [last[0], Math.max(last[1], s[1])];
    else out.push(s);
  }
  return out;
}

function ownWords(
  tokens: readonly Token[],
  at: number,
  list: readonly Quantity[],
  parts: ClauseParts,
  isChange: boolean,
): Span[] {
  const q = list[tokens[at]?.quantity ?? -1];
  const noun: Span[] = q?.noun ? [[q.noun[0], q.noun[1]]] : [];
  const post = postWords(tokens, at, list);
  const verbAfter = verbRight(tokens, at);
  if (!parts.verb) {
    const lead = runs(tokens, parts.subject, list);
    if (verbAfter !== undefined) return [...lead, ...noun, ...post, ...predicate(tokens, verbAfter, list)];
    return [...lead, ...noun, ...(lead.length > 0 || noun.length > 0 ? post : [])];
  }
  const group = tokens.slice(parts.verb.from, parts.verb.to);
  const main = group.at(-1);
  const subject = runs(tokens, frontless(tokens, parts.subject), list);
  const subjectWords = tokens.slice(...parts.subject).filter((t) => t.kind === "word");
  const agent = isAgent(headWords(subjectWords));
  const middle = runs(tokens, middleRun(tokens, parts.middle, at), list);
  const middleMeans =
    hasContent(tokens, parts.middle) &&
    tokens
      .slice(...parts.middle)
      .some(
        (t) =>
          t.kind === "word" &&
          !PREPOSITION.test(t.text) &&
          !/^(?:average|more|less|a|an|the|year|on|annually)$/.test(t.text) &&
          !/ly$/.test(t.text),
      );
  const means = middleMeans && !(q?.kind === "rank" && main?.verb !== "rank") ? middle : [];
  if (isChange)
    return means.length > 0 && !parts.inherited && main?.verb !== "level"
      ? means
      : [...subject, ...(agent ? means : [])];
  const passive =
    main?.verb === "deed" && group.some((t) => /^(?:is|are|was|were|been|being|be)$/.test(t.text));
  switch (main?.verb) {
    case "level":
    case "up":
    case "down":
      return [
        ...(agent && q?.kind !== "rank" && (noun.length > 0 || means.length > 0) ? [] : subject),
        ...means,
        ...noun,
        ...(agent || q?.kind === "rank" ? post : ofWords(tokens, at, post)),
      ];
    case "share":
    case "rank":
      return [...subject, ...means, ...noun, ...post];
    default: {
      const deed: Span[] = main && !LIGHT.test(main.text) ? [[main.start, main.end]] : [];
      return [...(agent && !passive ? [] : subject), ...deed, ...means, ...noun, ...post];
    }
  }
}

/** "with the new form the declaration time": a fronted phrase without a comma ends before the next article. */
function frontless(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
): readonly [number, number] {
  if (!/^(?:with|under|in|at|through|by|for)$/.test(tokens[from]?.text ?? "")) return [from, to];
  const article = tokens.slice(from + 2, to).findIndex((t) => t.text === "the");
  return article > 0 ? [from + 2 + article, to] : [from, to];
}

/** A subject's head is its last word before a preposition or participle. */
function headWords(words: readonly Token[]): string[] {
  const stop = words.findIndex(
    (t, i) => i > 0 && (/^(?:of|in|under|at|for|with|from|on)$/.test(t.text) || t.verb),
  );
  return words.slice(0, stop < 0 ? undefined : stop).map((t) => t.text);
}

/** In a list of figures the words between the verb and the list's first figure count, not the neighbours' nouns. */
function middleRun(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  at: number,
): readonly [number, number] {
  let start = at;
  const before = tokens.slice(from, at).findLastIndex((t) => t.kind === "quantity");
  const and = before < 0 ? -1 : tokens.slice(from + before, at).findIndex((t) => t.text === "and");
  if (and > 0 && hasContent(tokens, [from + before + and + 1, at])) return [from + before + and + 1, at];
  for (let i = at - 1; i >= from; i--) {
    const t = tokens[i];
    if (t?.kind === "quantity") {
      const between = tokens.slice(i + 1, start);
      if (between.every((b) => /^(?:,|and|or|;)$/.test(b.text))) {
        start = i;
      }
    }
  }
  return [from, Math.min(start, to)];
}

/** Runs of words between marks, figures and periods; the noun of a figure on the way counts as words. */
function runs(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  list: readonly Quantity[],
): Span[] {
  const out: Span[] = [];
  let open: [number, number] | undefined;
  for (const t of tokens.slice(from, to)) {
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
function postWords(tokens: readonly Token[], at: number, list: readonly Quantity[]): Span[] {
  const first = tokens[at + 1];
  const rank = list[tokens[at]?.quantity ?? -1]?.kind === "rank";
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

const ofWords = (tokens: readonly Token[], at: number, post: Span[]): Span[] =>
  /^(?:of|worth|for)$/.test(tokens[at + 1]?.text ?? "") ? post : [];

function verbRight(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at + 1; i < tokens.length; i++) {
    const t = tokens[i];
    if (!t || t.kind === "mark" || t.kind === "quantity") return undefined;
    if (t.verb) return i;
  }
  return undefined;
}

/** What is said of a figure that is the subject: the words up to the next mark. */
function predicate(tokens: readonly Token[], verb: number, list: readonly Quantity[]): Span[] {
  const end = tokens.findIndex(
    (t, i) => i > verb && (t.kind !== "word" || (t.text === "and" && tokens[i + 1]?.kind !== "word")),
  );
  return runs(
    tokens,
    [verb - relativeWords(tokens, verb), Math.min(end < 0 ? tokens.length : end, verb + MAX_POST)],
    list,
  );
}

/** "4 of every 10 cars that China exports are": the words between the figure and its verb. */
function relativeWords(tokens: readonly Token[], verb: number): number {
  let n = 0;
  while (tokens[verb - n - 1]?.kind === "word" && n < 6) n++;
  return n;
}

/** Cuts articles, prepositions and owners of the whole off both ends of a run; word by word, so that long gaps cost nothing. */
function trim(lower: string, [start, end]: Span): Span[] {
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
  const start = close > open && /[“(]/.test(lower.charAt(from - 1)) ? from - 1 : from;
  const end = open > close && /[”)]/.test(lower.charAt(to)) ? to + 1 : to;
  return /[a-z]/.test(text) ? [[start, end]] : [];
}
