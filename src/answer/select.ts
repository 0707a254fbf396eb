import type { FigureEntry } from "../retrieval/library.ts";
import { type Engine, findFigures } from "./engine.ts";
import { type Candidate, judgeFigure } from "./match/judge.ts";
import { newness } from "./match/periods.ts";
import type { Wanted } from "./match/wanted.ts";
import type { UiLang } from "./types.ts";

/**
 * Candidates of one ask, best first, those that fail a condition last. Figures that stand beside a candidate of an earlier
 * ask are looked at as well: they share its subject, in the same sentence more surely than in the same passage.
 */
export function rankFigures(
  engine: Engine,
  wanted: Wanted,
  lang: UiLang,
  earlier: readonly Candidate[] = [],
): Candidate[] {
  const best = new Map<FigureEntry, Candidate>();
  for (const entry of findFigures(engine, [...wanted.terms, ...wanted.shared], lang))
    best.set(entry, judgeFigure(entry, wanted));
  for (const partner of earlier.filter((c) => c.dropped === null).slice(0, 3)) {
    for (const entry of partner.entry.document.figures) {
      if (entry === partner.entry || entry.sentence.passage !== partner.entry.sentence.passage) continue;
      const lent = partner.coverage * (entry.sentence === partner.entry.sentence ? 0.95 : 0.85);
      const candidate = judgeFigure(entry, wanted, lent);
      const known = best.get(entry);
      if (!known || candidate.score > known.score || (known.dropped !== null && candidate.dropped === null))
        best.set(entry, candidate);
    }
  }
  return [...best.values()].sort(byScore);
}

function byScore(a: Candidate, b: Candidate): number {
  if ((a.dropped === null) !== (b.dropped === null)) return a.dropped === null ? -1 : 1;
  return (
    b.score - a.score || (a.dropped === null && compareNewness(a.entry, b.entry)) || a.entry.id - b.entry.id
  );
}

function compareNewness(a: FigureEntry, b: FigureEntry): number {
  const x = newness(a.figure.period);
  const y = newness(b.figure.period);
  return x < y ? 1 : x > y ? -1 : 0;
}

/** Scores that differ by less are told apart by the newer period. */
const TIE = 0.045;
const STOCK_TIE = 0.1;

/** The best kept candidate; of equally good ones with the same measure the newest when no period was asked. */
export function pickBest(candidates: readonly Candidate[], wanted: Wanted): Candidate | undefined {
  const kept = candidates.filter((c) => c.dropped === null);
  const first = kept[0];
  if (!first || wanted.period) return first;
  const rivals = kept.filter(
    (c) =>
      first.score - c.score < (isStock(first) && isStock(c) ? STOCK_TIE : TIE) &&
      c.entry.figure.kind === first.entry.figure.kind &&
      sameMetric(c.entry, first.entry),
  );
  return rivals.sort((a, b) => compareNewness(a.entry, b.entry) || b.score - a.score)[0] ?? first;
}

/** A state known in full: 42 countries in 2020, 57 in 2025. The newest one holds, be it told in other words. */
const isStock = (c: Candidate): boolean => c.entry.figure.agg === "stock" && c.coverage >= 0.9;

const sameMetric = (a: FigureEntry, b: FigureEntry): boolean =>
  a.figure.unit === b.figure.unit && (a.figure.change?.kind ?? null) === (b.figure.change?.kind ?? null);

/** How much a joint answer from one sentence, or one passage, is worth over one from two places. */
const SAME_SENTENCE = 0.14;
const SAME_PASSAGE = 0.07;
const DEPTH = 7;
/** How much the one that is best by itself, the newest of equals, is worth. */
const NEWEST = 0.05;

/** Best candidates for several asks at once: high in themselves, and from one place rather than from several. */
export function pickJointly(
  ranked: readonly (readonly Candidate[])[],
  wanted: readonly Wanted[],
): (Candidate | undefined)[] {
  const newest = ranked.map((list, i) => wanted[i] && pickBest(list, wanted[i]));
  const lists = ranked.map((list) => list.filter((c) => c.dropped === null).slice(0, DEPTH));
  let best: { picks: (Candidate | undefined)[]; score: number } = {
    picks: lists.map(() => undefined),
    score: -1,
  };
  const walk = (i: number, picks: readonly (Candidate | undefined)[], score: number): void => {
    if (i === lists.length) {
      if (score > best.score) best = { picks: [...picks], score };
      return;
    }
    const options = (lists[i] ?? []).filter((c) => !picks.some((p) => p?.entry === c.entry));
    if (options.length === 0) walk(i + 1, [...picks, undefined], score);
    for (const option of options)
      walk(
        i + 1,
        [...picks, option],
        score + option.score + (option === newest[i] ? NEWEST : 0) + nearness(option, picks),
      );
  };
  walk(0, [], 0);
  return best.picks;
}

function nearness(option: Candidate, picks: readonly (Candidate | undefined)[]): number {
  let best = 0;
  for (const pick of picks) {
    if (!pick) continue;
    if (pick.entry.sentence === option.entry.sentence) best = Math.max(best, SAME_SENTENCE);
    else if (pick.entry.sentence.passage === option.entry.sentence.passage)
      best = Math.max(best, SAME_PASSAGE);
  }
  return best;
}
