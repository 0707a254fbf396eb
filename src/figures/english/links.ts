import type { Figure } from "../figure.ts";
import type { Draft } from "./drafts.ts";
import { isShareWord } from "./drafts.ts";
import { listsOf } from "./lists.ts";

const PART =
  /(?:^|[,;:(.]\s*|\band\s+)(?:of\s+which|of\s+these|of\s+them|among\s+them|among\s+these|among\s+which|including|of\s+whom)\b/;
const COMPARED = /\b(?:against|compared\s+with|compared\s+to|up\s+from|down\s+from|than)\s+(?:the\s+)?$/;

const isLevel = (d: Draft): boolean => d.change === undefined && d.q.kind !== "rank" && !d.q.streak;

/** For each draft of a paragraph the figure that it hangs on: its level, its whole, its other side. */
export function linkDrafts(lower: string, drafts: readonly Draft[]): Figure["of"][] {
  const lists = listsOf(
    lower,
    drafts.map((d) => d.q),
    () => true,
  );
  return drafts.map(
    (d, i) =>
      pairLink(drafts, d, i) ??
      growthLink(lower, drafts, d, i, lists) ??
      partLink(lower, drafts, d, i) ??
      comparedLink(lower, drafts, d, i) ??
      shareLink(lower, drafts, d, i) ??
      rankLink(drafts, d, i),
  );
}

function pairLink(_drafts: readonly Draft[], d: Draft, i: number): Figure["of"] {
  if (d.side === "before") return { index: i + 1, role: "before" };
  return d.side === "after" ? { index: i - 1, role: "after" } : null;
}

/** A growth belongs to the level before it in its sentence, in lists one by one; "dropped 4 points to 2 percent" to the one behind. */
function growthLink(
  lower: string,
  drafts: readonly Draft[],
  d: Draft,
  i: number,
  lists: readonly number[][],
): Figure["of"] {
  if (!d.change || (d.change.comparative && d.q.kind === "points")) return null;
  const next = drafts[i + 1];
  if (
    next &&
    next.sentence === d.sentence &&
    !next.change &&
    /^\s+to\s+(?:an?\s+)?$/.test(lower.slice(d.q.shown[1], next.q.shown[0]))
  )
    return { index: i + 1, role: "growth" };
  if (!d.inherits && !sameWords(drafts, d, i)) return null;
  const own = lists.find((l) => l.includes(i));
  if (own) {
    const first = own[0] ?? i;
    const place = own.indexOf(i);
    const levels = previousLevels(drafts, first);
    if (levels.length === own.length) return { index: levels[place] ?? i, role: "growth" };
  }
  const level = previousLevels(drafts, i).at(-1);
  return level === undefined ? null : { index: level, role: "growth" };
}

/** A growth whose subject is the level's own: "the total was 5, up 3 percent". */
function sameWords(drafts: readonly Draft[], d: Draft, i: number): boolean {
  const level = drafts[previousLevels(drafts, i).at(-1) ?? -1];
  return level !== undefined && `${level.spans}` === `${d.spans}`;
}

/** Indexes of the levels of the same sentence before draft `i`, nearest run last. */
function previousLevels(drafts: readonly Draft[], i: number): number[] {
  const out: number[] = [];
  for (let k = i - 1; k >= 0; k--) {
    const x = drafts[k];
    if (!x || x.sentence !== drafts[i]?.sentence) break;
    if (x.change || x.q.kind === "points") {
      if (out.length > 0) break;
      continue;
    }
    if (isLevel(x)) out.unshift(k);
  }
  return out;
}

function partLink(lower: string, drafts: readonly Draft[], d: Draft, i: number): Figure["of"] {
  const taken = takenFrom(lower, drafts, d, i);
  if (taken !== null) return { index: taken, role: "part" };
  const marker = PART.exec(lower.slice(d.sentence.start, d.q.shown[0]));
  if (!marker) return null;
  const at = d.sentence.start + marker.index;
  const earlier = drafts.flatMap((x, k) =>
    k < i && x.q.end <= at + 1 && isNear(drafts, x, d) && isSameSort(x, d) ? [k] : [],
  );
  const head = (x: Draft | undefined): string =>
    x?.q.noun ? (/^\w+/.exec(lower.slice(...x.q.noun))?.[0] ?? "") : "";
  const alike = earlier.findLast(
    (k) => head(d) !== "" && head(drafts[k]) === head(d) && atLeast(drafts[k], d),
  );
  if (alike !== undefined) return { index: alike, role: "part" };
  const own = earlier.filter((k) => drafts[k]?.sentence === d.sentence);
  const index = own.length > 0 ? own.at(-1) : earlier.findLast((k) => atLeast(drafts[k], d));
  return index === undefined ? null : { index, role: "part" };
}

/** "15 of the 24 items", "of the 24 items, 15 were": the whole that a count is taken from. */
function takenFrom(lower: string, drafts: readonly Draft[], d: Draft, i: number): number | null {
  const [before, after] = [drafts[i - 1], drafts[i + 1]];
  if (d.q.kind !== "count") return null;
  if (
    after?.sentence === d.sentence &&
    isSameSort(after, d) &&
    /^\s+of\s+(?:the|its|their|these|those)\s+(?:original\s+|total\s+)?$/.test(
      lower.slice(d.q.num[1], after.q.shown[0]),
    )
  )
    return i + 1;
  if (before?.sentence !== d.sentence || !isSameSort(before, d)) return null;
  const whole =
    /(?:^|[,;]\s*)(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|these\s+)?(?:original\s+|total\s+)?$/.test(
      lower.slice(d.sentence.start, before.q.shown[0]),
    );
  return whole && /^[a-z' ]*,\s*(?:only\s+)?$/.test(lower.slice(before.q.shown[1], d.q.shown[0]))
    ? i - 1
    : null;
}

/** In the same sentence, or the one before it that has figures. */
const isNear = (drafts: readonly Draft[], x: Draft, d: Draft): boolean =>
  x.sentence === d.sentence || x.sentence === drafts.findLast((y) => y.q.end <= d.sentence.start)?.sentence;

const isSameSort = (x: Draft, d: Draft): boolean =>
  x.q.kind === d.q.kind && x.q.unit === d.q.unit && (x.change === undefined) === (d.change === undefined);
const atLeast = (x: Draft | undefined, d: Draft): boolean =>
  typeof x?.q.value === "number" && typeof d.q.value === "number" && x.q.value >= d.q.value;

function comparedLink(lower: string, drafts: readonly Draft[], d: Draft, i: number): Figure["of"] {
  const previous = drafts[i - 1];
  if (!previous || previous.sentence !== d.sentence || previous.q.kind === "multiple") return null;
  const same = previous.q.kind === d.q.kind || (previous.q.kind === "rate" && d.q.kind === "count");
  return same && COMPARED.test(lower.slice(previous.q.shown[1], d.q.shown[0]))
    ? { index: i - 1, role: "before" }
    : null;
}

/** Words by which a clause without a subject of its own says a share of the figure before. */
const SHARE_OF_LEVEL =
  /(?:\b(?:account|mak|represent|contribut|constitut)\w+\s+(?:for\s+|up\s+)?|\b(?:share|proportion)\s+of\s+|,\s*(?:or\s+)?)$/;

function shareLink(lower: string, drafts: readonly Draft[], d: Draft, i: number): Figure["of"] {
  const before = lower.slice(d.sentence.start, d.q.shown[0]);
  const previous = drafts.findLastIndex(
    (x, k) =>
      k < i && x.sentence === d.sentence && isLevel(x) && x.q.kind !== "percent" && x.q.kind !== "fraction",
  );
  const level = drafts[previous];
  if (!d.share || !level) return null;
  const same = d.inherits || `${level.spans}` === `${d.spans}`;
  const follows = d.follows && SHARE_OF_LEVEL.test(before);
  const apposed =
    /^\s*,\s*(?:or\s+)?$/.test(lower.slice(level.q.shown[1], d.q.shown[0])) &&
    /^\s+of\b/.test(lower.slice(d.q.end));
  return (same && isShareWord(before)) || follows || apposed ? { index: previous, role: "share" } : null;
}

function rankLink(drafts: readonly Draft[], d: Draft, i: number): Figure["of"] {
  if (d.q.kind !== "rank") return null;
  const previous = drafts.findLastIndex((x, k) => k < i && x.sentence === d.sentence && isLevel(x));
  return previous < 0 || (!d.follows && `${drafts[previous]?.spans}` !== `${d.spans}`)
    ? null
    : { index: previous, role: "rank" };
}
