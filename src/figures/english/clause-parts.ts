import type { Token } from "./sentence-tokens.ts";
import { POINTERS } from "./verbs.ts";

/** Words that begin a clause of its own inside a sentence. */
const SUBORDINATORS = new Set(
  "while whereas but although though when where which who because that so".split(" "),
);
const OPENERS = new Set([";", ":", "(", "—", "–"]);
const EMPTY = new Set(
  `and or but also then thus however still already now the a an its their of to in by with for from as on at among them with within only alone just both
  so yet further even meanwhile moreover respectively total cumulative firmly which that where who up down more average annual yearly monthly year increase growth rise decrease decline fall drop`
    .trim()
    .split(/\s+/),
);

/** The parts of the clause in which a figure stands, as runs of tokens `[from, to)`. */
export interface ClauseParts {
  /** The token after the clause's opener. */
  readonly zone: number;
  /** The verb group before the figure, or undefined. */
  readonly verb: { readonly from: number; readonly to: number } | undefined;
  /** What the verb is said of; empty where nothing stands there. */
  readonly subject: readonly [from: number, to: number];
  /** True where the subject stands with an earlier verb of the sentence: "was 5, up 3 percent". */
  readonly inherited: boolean;
  /** Between verb and figure. */
  readonly middle: readonly [from: number, to: number];
}

const isContent = (t: Token): boolean =>
  (t.kind === "word" && !EMPTY.has(t.text) && !/ly$/.test(t.text) && !POINTERS.has(t.text)) ||
  t.kind === "quantity";

/** True where some token of the run means something by itself. */
export const hasContent = (tokens: readonly Token[], [from, to]: readonly [number, number]): boolean =>
  tokens.slice(from, to).some(isContent);

/** The parts of the clause of the figure that is token `at`. */
export function partsOf(tokens: readonly Token[], at: number): ClauseParts {
  const zone = zoneStart(tokens, at);
  const verb = lastVerb(tokens, zone, at);
  if (!verb)
    return { zone, verb, subject: [segmentStart(tokens, zone, at), at], inherited: false, middle: [at, at] };
  const middle: [number, number] = [verb.to, at];
  let group: { from: number; to: number } | undefined = verb;
  let inherited = false;
  while (group) {
    const joined = joinedVerb(tokens, zone, group.from);
    const subject: [number, number] = [joined ?? segmentStart(tokens, zone, group.from), group.from];
    if (hasContent(tokens, subject) || isPointer(tokens, subject))
      return { zone, verb, subject, inherited, middle };
    inherited = true;
    const next: { from: number; to: number } | undefined = lastVerb(tokens, zone, subject[0]);
    group = next;
  }
  return { zone, verb, subject: [zone, zone], inherited, middle };
}

/** "are new and contribute": behind "and" a verb takes the subject of the one before. Where the empty subject stands, if so. */
function joinedVerb(tokens: readonly Token[], zone: number, group: number): number | undefined {
  if (!/^(?:and|or|but)$/.test(tokens[group - 1]?.text ?? "")) return undefined;
  const start = segmentStart(tokens, zone, group);
  const main = tokens
    .slice(start, group - 1)
    .some(
      (t) =>
        t.verb === "level" ||
        t.verb === "share" ||
        t.verb === "rank" ||
        (t.verb === "deed" && !/(?:ed|ing)$/.test(t.text)),
    );
  return main ? group - 1 : undefined;
}

/** True where a subject is a pronoun or "the figure", whose meaning stands before. */
export function isPointer(tokens: readonly Token[], [from, to]: readonly [number, number]): boolean {
  const words = tokens
    .slice(from, to)
    .filter((t) => t.kind === "word" && !/^(?:the|and|also|of|in|a)$/.test(t.text) && !/ly$/.test(t.text));
  return words.length > 0 && words.every((t) => POINTERS.has(t.text));
}

function zoneStart(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const t = tokens[i];
    if (!t) break;
    if (t.kind === "mark" && OPENERS.has(t.text) && !closedBefore(tokens, i, at)) return i + 1;
    if (t.kind === "word" && SUBORDINATORS.has(t.text) && opensClause(tokens, i, at))
      return /^(?:which|who)$/.test(t.text) ? i : i + 1;
    if (t.text === "and" && startsNewClause(tokens, i, at)) return i + 1;
  }
  return 0;
}

/** A bracket that was opened and closed before the figure opens no clause for it. */
const closedBefore = (tokens: readonly Token[], i: number, at: number): boolean =>
  tokens[i]?.text === "(" && tokens.slice(i, at).some((t) => t.text === ")");

/** "that China exports" inside a subject opens nothing: the clause's own verb follows it. */
function opensClause(tokens: readonly Token[], i: number, at: number): boolean {
  if (tokens[i]?.text === "so") return tokens[i + 1]?.text === "that";
  const verbs = tokens.slice(i + 1, at).filter((t, k, all) => t.verb && !all[k - 1]?.verb).length;
  const reported = tokens
    .slice(0, i)
    .findLastIndex((t) =>
      /^(?:said|says|reported|announced|added|noted|explained|replied|stated|show|shows|showed)$/.test(
        t.text,
      ),
    );
  if (
    tokens[i]?.text === "that" &&
    reported >= 0 &&
    !tokens.slice(reported, i).some((t) => t.text === "that")
  )
    return true;
  const relative =
    tokens[i]?.text === "that" &&
    !/^(?:said|says|say|show|shows|showed|was|is|and|so|estimates|,)$/.test(tokens[i - 1]?.text ?? "");
  return !(relative && verbs >= 2);
}

/** "…, and the share dropped 4 points": a conjunction behind a figure, with a subject and a verb before ours. */
function startsNewClause(tokens: readonly Token[], i: number, at: number): boolean {
  const verb = tokens.findIndex((t, k) => k > i && k < at && t.verb !== undefined);
  if (tokens.slice(i + 1, at).every((t) => /^(?:a|total|of|the)$/.test(t.text)))
    return tokens[i - 1]?.text === "," && verbAhead(tokens, at);
  if (verb < 0 || !hasContent(tokens, [i + 1, verb])) return false;
  // "imports and exports of X grew": the word before joins the same noun phrase, where no figure stands between verb and "and".
  const before = tokens.slice(0, i);
  const lastVerbAt = before.findLastIndex((t) => t.verb !== undefined);
  const lastQuantity = before.findLastIndex((t) => t.kind === "quantity");
  const between = before.slice(lastQuantity + 1);
  const comma = between.findLastIndex((t) => t.text === ",");
  const joined = between.some((t, k) => t.text === "and" || (t.text === "," && k < between.length - 1));
  return lastVerbAt >= 0 && lastQuantity > lastVerbAt && !(joined && comma !== between.length - 1);
}

/** True where a verb follows the figure before the next mark: the figure is a subject. */
function verbAhead(tokens: readonly Token[], at: number): boolean {
  for (const t of tokens.slice(at + 1)) {
    if (t.kind === "mark" || t.kind === "quantity") return false;
    if (t.verb) return true;
  }
  return false;
}

/** "trains run by the province", "goods supervised by the office": a participle that belongs to the noun before it. */
const isReducedRelative = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.verb === "deed" &&
  tokens[i + 1]?.text === "by" &&
  tokens[i + 2]?.kind === "word" &&
  tokens[i - 1]?.kind === "word" &&
  tokens[i - 1]?.verb === undefined &&
  !/ly$/.test(tokens[i - 1]?.text ?? "");

/** The last group of verbs (with adverbs between) in `[from, to)`. */
function lastVerb(
  tokens: readonly Token[],
  from: number,
  to: number,
): { from: number; to: number } | undefined {
  let last = -1;
  for (let i = to - 1; i >= from && last < 0; i--)
    if (tokens[i]?.verb && !isReducedRelative(tokens, i)) last = i;
  if (last < 0) return undefined;
  let first = last;
  for (let i = last - 1; i >= from; i--) {
    const t = tokens[i];
    if (t?.verb) first = i;
    else if (
      t?.kind !== "word" ||
      !(/ly$/.test(t.text) || /^(?:not|to|also|already|now|thus|still|newly|expected|by)$/.test(t.text))
    )
      break;
  }
  return { from: first, to: last + 1 };
}

/** Where the noun phrase that ends at `end` begins: behind a comma, or behind a figure that an earlier verb has. */
function segmentStart(tokens: readonly Token[], zone: number, end: number): number {
  const closing =
    tokens[end - 1]?.text === "," ? tokens.slice(zone, end - 1).findLastIndex((t) => t.text === ",") : -1;
  const from =
    closing >= 0 &&
    end - zone - closing <= 6 &&
    tokens.slice(zone + closing, end).every((t) => !t.verb && t.kind !== "quantity")
      ? zone + closing
      : end;
  for (let i = from - 1; i >= zone; i--) {
    const t = tokens[i];
    if (!t) break;
    if (t.kind === "mark" && t.text === ",") {
      if (/^(?:ltd|inc)$/.test(tokens[i + 1]?.text ?? "")) continue;
      if (isApposition(tokens, i + 1, end) || isListComma(tokens, zone, i, end)) continue;
      return i + 1;
    }
    if (t.kind === "quantity" && tokens.slice(zone, i).some((x) => x.verb)) return i + 1;
  }
  return zone;
}

/** "Nansha District, Guangzhou, was": one or two words between commas belong to the noun phrase before. */
function isApposition(tokens: readonly Token[], from: number, end: number): boolean {
  const run = tokens.slice(from, end);
  const words = run.filter((t) => t.kind === "word");
  return run.at(-1)?.text === "," && (words.length <= 3 || run.length === 1);
}

/** "ASEAN, Africa and Central Asia have": a comma inside a joined noun phrase, whose first part is no fronted phrase. */
function isListComma(tokens: readonly Token[], zone: number, comma: number, end: number): boolean {
  if (!tokens.slice(comma + 1, end).some((t) => t.text === "and")) return false;
  const previous = tokens.slice(zone, comma).findLastIndex((t) => t.text === ",");
  const part = tokens.slice(zone + previous + 1, comma);
  const first = part.find((t) => t.kind !== "mark");
  const fronted =
    first === undefined ||
    first.kind === "period" ||
    /^(?:in|at|on|for|under|through|with|by|from|during|compared|since|of|as|to|after|before|among|within|according|despite|given|with|thanks|based)$/.test(
      first.text,
    );
  const closed = part.slice(-4).some((t) => t.text === "and");
  return (
    !closed &&
    !fronted &&
    part.length <= 12 &&
    part.every((t) => !t.verb && t.kind !== "period" && t.kind !== "quantity")
  );
}
