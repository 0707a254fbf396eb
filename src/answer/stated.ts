import type { FigureEntry } from "../retrieval/library.ts";
import type { Comparison } from "./comparison/compare.ts";
import { incomparable } from "./comparison/likeness.ts";
import { foreignShare } from "./match/foreign.ts";
import type { Candidate } from "./match/judge.ts";
import { isBase } from "./match/periods.ts";
import { matchTerm } from "./match/zones.ts";
import type { NumberFinding } from "./number.ts";
import type { Question } from "./question/question.ts";

export const nameOf = (entry: FigureEntry): string => entry.metricWords.map((w) => w.form).join(" ");

/** A result that the source itself states is quoted rather than computed: a gap, a share, a growth against the asked base. */
export function statedResult(question: Question, numbers: NumberFinding): Candidate | undefined {
  if (numbers.picks.length !== 1) return undefined;
  const stated = (numbers.ranked[0] ?? [])
    .filter((c) => c.dropped === null)
    .slice(0, 5)
    .filter((c) => isStated(question, numbers, c));
  return (
    (question.comparison === "difference"
      ? stated.find((c) => c.entry.figure.change?.kind === "gap")
      : undefined) ?? stated[0]
  );
}

/** "共多少, 占全省多少": each ask is told by the source itself, the share too. */
export const isToldWhole = (question: Question, { picks }: NumberFinding): boolean =>
  question.comparison === "share" &&
  question.asks.length > 1 &&
  picks.length === question.asks.length &&
  picks.every((p) => p !== undefined && p.coverage >= 0.66) &&
  picks.some((p) => p?.entry.figure.agg === "ratio");

/**
 * Two figures that fit so well that no stated result is needed: a part beside its whole, or one measure at two times where the
 * stated growth is of a measure by another name.
 */
export function isComputedAnyway(
  question: Question,
  told: Candidate | undefined,
  comparison: Comparison | undefined,
): boolean {
  if (!comparison) return false;
  if (question.comparison === "share" && comparison.score > 1.1)
    return incomparable(comparison.left, comparison.right, question.lang, true) === undefined;
  const stated = told?.entry;
  if (comparison.reason !== "periods" || comparison.kind !== "level" || comparison.score < 0.9 || !stated)
    return false;
  return stated.document !== comparison.left.document && stated.document !== comparison.right.document
    ? true
    : nameOf(stated) !== nameOf(comparison.left) && nameOf(stated) !== nameOf(comparison.right);
}

/** A growth that the source tells is named by more of the question's words than the two sides of a change beside it. */
export function fitsBetter(question: Question, numbers: NumberFinding, comparison: Comparison): boolean {
  const pick = numbers.picks[0];
  if (
    comparison.reason !== "change" ||
    !pick ||
    numbers.picks.length !== 1 ||
    !question.asks.some((a) => a.wants === "percent" || a.wants === "share") ||
    pick.entry.figure.change === null
  )
    return false;
  const nouns = question.terms.filter((t) => t.noun && t.kind === "term" && !t.general);
  const named = (entry: FigureEntry): number =>
    nouns.reduce((sum, t) => sum + (matchTerm(t, entry.around) >= 0.95 ? t.weight : 0), 0);
  const lastNoun = nouns.at(-1);
  return (
    lastNoun !== undefined &&
    matchTerm(lastNoun, pick.entry.around) >= 0.95 &&
    named(pick.entry) > named(comparison.left)
  );
}

/** A share that the source states, where nothing that could be computed fits the question better. */
export function statedShare(
  question: Question,
  numbers: NumberFinding,
  computed: number,
): Candidate | undefined {
  const pick = numbers.picks[0];
  if (
    question.comparison !== "share" ||
    numbers.picks.length !== 1 ||
    !pick ||
    pick.score < computed - 0.12 ||
    pick.coverage < 0.66
  )
    return undefined;
  const { figure } = pick.entry;
  return figure.agg === "ratio" &&
    figure.change === null &&
    question.periods.length < 2 &&
    !namesOtherPlace(question, pick)
    ? pick
    : undefined;
}

/** The source's own result for just this question: every word of it stands there, and no other thing is named. */
function isStated(question: Question, numbers: NumberFinding, pick: Candidate): boolean {
  const { figure } = pick.entry;
  const ask = question.asks[0]?.wants;
  if (
    pick.coverage < 0.66 ||
    question.terms.some(
      (t) => t.weight >= (t.kind === "act" ? 2.2 : 1.5) && matchTerm(t, pick.entry.around) < 0.5,
    )
  )
    return false;
  if (foreignShare(pick.entry, question.terms).share > 0.25 && isQualifiedBeyond(question, pick))
    return false;
  const against = numbers.wanted[0]?.base;
  if (against) return isBase(against, figure) && question.directions.length < 2;
  if (question.periods.length > 1) return false;
  if (figure.change?.kind === "gap" && question.comparison === "which" && ask === undefined) return false;
  if (figure.change?.kind === "gap")
    return ask === "points" || ask === "any" || ask === "percent" || ask === undefined;
  if (ask === "points" && figure.kind !== "points") return false;
  if (question.directions.length > 1) return false;
  if (
    question.changeBase !== null &&
    figure.change?.kind === question.changeBase &&
    question.comparison !== "which"
  )
    return true;
  if (question.comparison === "share")
    return figure.agg === "ratio" && figure.change === null && !namesOtherPlace(question, pick);
  // "By how much did A exceed B" is not told by the growth of either.
  if (question.frame?.kind === "difference") return false;
  const single = question.comparison === "difference" || question.comparison === "percent_change";
  return single && figure.change !== null && ask !== "points" && pick.coverage > 0.8;
}

const isQualifiedBeyond = (question: Question, pick: Candidate): boolean =>
  foreignShare(pick.entry, question.terms).qualified;

/** The share is of another whole: of 四川外贸 where 全国 was asked. */
export function namesOtherPlace(question: Question, pick: Candidate): boolean {
  const { sentence, document } = pick.entry;
  const clause = pick.entry.around.clause;
  return sentence.places.some(
    (p) =>
      clause.includes(p) &&
      p !== document.home &&
      !question.terms.some((t) => t.alternates.some((a) => a.text.includes(p) || p.includes(a.text.trim()))),
  );
}
