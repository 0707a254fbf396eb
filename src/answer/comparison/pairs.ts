import { isTradeWord, TELLING } from "../match/judge.ts";
import { fitEntry } from "../match/periods.ts";
import { isLocal } from "../match/place.ts";
import { isBaseWord } from "../question/cues.ts";
import { listedItems } from "../question/listed.ts";
import type { Question } from "../question/question.ts";
import { foreignness, type Operand, type OperandKind, sameMeasure } from "./operands.ts";
import { distinguishing, type PairReason, reasonOf } from "./reasons.ts";

export interface Pair {
  readonly left: Operand;
  readonly right: Operand;
  readonly reason: PairReason;
  readonly score: number;
}

/** Taken off for a telling noun that neither figure has. */
const UNMET = 0.08;

/** The pairs of operands that the question may mean, best first. */
export function findPairs(question: Question, operands: readonly Operand[], kind: OperandKind): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < operands.length; i++) {
    for (let j = 0; j < operands.length; j++) {
      const left = operands[i];
      const right = operands[j];
      if (!left || !right || i === j || !sameMeasure(left.entry, right.entry)) continue;
      const pair = judgePair(question, left, right, kind);
      if (pair) pairs.push(pair);
    }
  }
  return pairs.sort(
    (a, b) => b.score - a.score || a.left.entry.id - b.left.entry.id || a.right.entry.id - b.right.entry.id,
  );
}

function judgePair(question: Question, left: Operand, right: Operand, kind: OperandKind): Pair | undefined {
  const found = reasonOf(question, left, right, kind);
  if (!found) return undefined;
  if (
    question.national &&
    found.reason !== "nation" &&
    !question.terms.some((t) => t.kind === "place") &&
    (isLocal(left.entry) || isLocal(right.entry))
  )
    return undefined;
  const { terms } = question;
  const sides = sidesOf(question);
  const ownTopics = found.reason !== "periods" && distinguishing(question, left, right) > 0;
  const severalPlaces = question.national || terms.filter((t) => t.kind === "place").length > 1;
  let unlisted = listedItems(question.folded) - 2;
  let unmet = 0;
  let sum = 0;
  let total = 0;
  for (const [i, term] of terms.entries()) {
    const [l, r] = [left.matches[i] ?? 0, right.matches[i] ?? 0];
    const side = found.reason === "change" || found.reason === "part" ? undefined : sides[i];
    const m = side === "left" ? l : side === "right" ? r : Math.max(l, r);
    if (Math.max(l, r) < 0.2 && (term.kind === "name" || term.kind === "place")) return undefined;
    if (question.comparison === "share" && Math.max(l, r) < 0.5 && isTradeWord(term)) return undefined;
    if (unlisted > 0 && Math.max(l, r) < 0.5 && term.kind !== "act") {
      unlisted--;
      continue;
    }
    // A word that names one of the two only is doing its work; a shared word should stand by both.
    // Words that are a side of their own (a place, one of two things) do their work where they name one of the two only.
    const sideWord =
      ownTopics ||
      found.reason === "terms" ||
      found.reason === "part" ||
      (found.reason !== "periods" &&
        ((term.kind === "place" && severalPlaces) || /^(?:进口|出口|进出口|import|export)$/.test(term.text)));
    if (unlisted <= 0 && Math.max(l, r) < 0.2 && term.noun && !term.general && term.weight >= TELLING)
      unmet++;
    const both = side || (sideWord && Math.abs(l - r) >= 0.12) ? m : Math.min(l, r);
    sum += term.weight * (sideWord || side ? 0.72 * m + 0.28 * both : 0.4 * m + 0.6 * both);
    total += term.weight;
  }
  const near =
    left.entry.sentence === right.entry.sentence
      ? 0.07
      : left.entry.document === right.entry.document
        ? 0.03
        : 0;
  const unit = left.entry.figure.unit === right.entry.figure.unit ? 0.04 : 0;
  const sameBase = left.entry.figure.change?.kind === right.entry.figure.change?.kind ? 0.04 : -0.04;
  const period = periodFactor(question, left, right, found.reason);
  if (period === 0) return undefined;
  return {
    left,
    right,
    reason: found.reason,
    score:
      (sum / (total || 1)) * period +
      near +
      unit +
      sameBase +
      found.bonus -
      UNMET * unmet -
      foreignness(question, left) -
      foreignness(question, right),
  };
}

const JOINERS =
  /和|跟|与|同|、|比|还是|定(?=\p{Script=Han})|,|，|\band\b|\bor\b|\bthan\b|\bversus\b|\bvs\b|是|占/gu;

/**
 * To which operand a word belongs, where the question parts them: words between the first period (or place) and the joining
 * word belong to the left, those between it and the end of the second's own phrase to the right. Undefined: to both.
 */
function sidesOf(question: Question): readonly ("left" | "right" | undefined)[] {
  const [p, q] = question.periods;
  if (!p || !q || p.span[0] < 0 || q.span[0] < 0) return question.terms.map(() => undefined);
  const between = question.folded.slice(p.span[1], q.span[0]);
  const cut = [...between.matchAll(JOINERS)].at(-1)?.index;
  if (cut === undefined) return question.terms.map(() => undefined);
  const at = p.span[1] + cut;
  const raw = question.terms.map((t) =>
    t.span[0] < 0 ? undefined : t.span[0] < at ? ("left" as const) : ("right" as const),
  );
  // Only where both sides name a thing of their own are things parted; places always are.
  const topics = (side: string): boolean =>
    question.terms.some((t, i) => raw[i] === side && t.noun && t.kind !== "place" && t.kind !== "act");
  const parted = topics("left") && topics("right");
  return raw.map((side, i) => (parted || question.terms[i]?.kind === "place" ? side : undefined));
}

function periodFactor(question: Question, left: Operand, right: Operand, reason: PairReason): number {
  const only = question.periods.find((p) => question.periods.length === 1 || !isBaseWord(question.folded, p));
  if (!only || reason === "periods") return 1;
  const factor = (o: Operand): number => {
    const fit = fitEntry(only, o.entry);
    if (fit === "same") return 1;
    if (fit === "inside") return only.whole ? 0.6 : 0.93;
    if (fit === "unknown" || o.entry.figure.period.implicit) return 0.9;
    if (fit === "other") return 0;
    return reason === "change" || reason === "part" ? 0.8 : 0.55;
  };
  return ((factor(left) + factor(right)) / 2) * (factor(left) === 0 || factor(right) === 0 ? 0 : 1);
}
