import type { Span } from "../figure.ts";
import { type ClauseParts, hasContent, isPointer, partsOf } from "./clause-parts.ts";
import type { Quantity } from "./quantity.ts";
import type { Token } from "./sentence-tokens.ts";
import { isAgent } from "./verbs.ts";
import {
  EDGE_WORDS,
  MAX_POST,
  merge,
  ofWords,
  PREPOSITION,
  postWords,
  runs,
  trim,
  verbRight,
} from "./word-runs.ts";

/** What a figure measures: the runs of words that say so, in text order, in offsets of the prepared paragraph. */
export interface Metric {
  /** The subject of the figure's verb: whose names say whose figure it is. */
  readonly subject: Span | null;
  /** True where that subject stands with an earlier verb: "was 5, accounting for 3 percent". */
  readonly follows: boolean;
  readonly spans: readonly Span[];
  /** True where the figure's own clause names nothing: the words are those of the figure or sentence before. */
  readonly inherited: boolean;
}

/** Verbs that add nothing to what is measured. */
const LIGHT =
  /^(?:comprises?|reached|is|are|was|were|be|been|being|has|have|had|will|can|could|may|do|does|did|handles?|came|come|comes|took|takes?|take|made|said|held|remains?|remained|became|become|enjoys?)$/;
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
    return { spans: [], inherited: true, subject: null, follows: true };
  const own = ownWords(tokens, at, list, parts, isChange);
  const spans = own.flatMap((s) => trim(lower, s)).filter((s) => s[1] > s[0]);
  const unique = merge(spans);
  const pointing = isPointer(tokens, parts.subject) && !q.noun && !hasContent(tokens, parts.middle);
  const [first, last] = [tokens[parts.subject[0]], tokens[parts.subject[1] - 1]];
  const subject: Span | null = first && last && last.end > first.start ? [first.start, last.end] : null;
  return { spans: unique, inherited: unique.length === 0 || pointing, subject, follows: parts.inherited };
}

/** "Of the measures of the office, 16 were": what the figure is taken from. */
function wholeOf(tokens: readonly Token[], zone: number, at: number): Span[] {
  if (!/^(?:of|among)$/.test(tokens[zone]?.text ?? "")) return [];
  const comma = tokens.findIndex((t, i) => i > zone && t.text === ",");
  return comma > 0 && comma < at ? runs(tokens, [zone + 1, comma], []) : [];
}

/** ", three fewer than", ", up 5 percent": no verb of its own behind the figure before. */
function isBareChange(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at).findLastIndex((t) => t.kind === "quantity");
  if (before < 0) return false;
  const comma = tokens.slice(before + 1, at).findLastIndex((t) => t.text === ",");
  const between = tokens.slice(before + 1 + (comma + 1), at);
  return between.every(
    (t) =>
      t.kind !== "word" ||
      EDGE_WORDS.has(t.text) ||
      /^(?:up|down|an?|increase|rise|growth|decrease|fall|drop|decline|annual|year-on-year|averag(?:e|ing)|representing)$/.test(
        t.text,
      ),
  );
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
  const isSubject = verbAfter !== undefined && /^(?:,|and|;|:|that)?$/.test(tokens[at - 1]?.text ?? "");
  if (!parts.verb || isSubject) {
    const lead = isSubject ? wholeOf(tokens, parts.zone, at) : runs(tokens, parts.subject, list);
    if (verbAfter !== undefined) return [...lead, ...noun, ...post, ...predicate(tokens, verbAfter, list)];
    return [...lead, ...noun, ...(lead.length > 0 || noun.length > 0 || q?.kind === "fraction" ? post : [])];
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
  const counted =
    parts.middle[0] < at &&
    tokens
      .slice(...parts.middle)
      .some((t, i, all) => list[t.quantity]?.noun && all.slice(i + 1).some((x) => PREPOSITION.test(x.text)));
  const means = (middleMeans || counted) && !(q?.kind === "rank" && main?.verb !== "rank") ? middle : [];
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
      const bare = agent && means.length === 0 && noun.length === 0 && post.length === 0 && q !== undefined;
      const unit: Span[] =
        bare && /^(?:measure|count|duration|rate)$/.test(q.kind) ? [[q.num[1], q.end]] : [];
      return [...(agent && !passive ? [] : subject), ...deed, ...means, ...noun, ...unit, ...post];
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
    (t, i) =>
      i > 0 &&
      (/^(?:of|in|under|at|for|with|from|on|through|via|by|to|between|that|which|nationwide|alone|entering|leaving|jointly)$/.test(
        t.text,
      ) ||
        t.verb),
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
  if (before >= 0 && /^(?:and|or|,)$/.test(tokens[at - 1]?.text ?? "")) {
    const first = tokens.slice(from, at).findIndex((t) => t.kind === "quantity");
    return [from, from + first];
  }
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
