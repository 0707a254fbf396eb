import type { FigureEntry } from "../../retrieval/library.ts";
import type { Engine } from "../engine.ts";
import { hasGrowthCue, hasGrowthWord } from "../question/cues.ts";
import type { Framed } from "../question/frames.ts";
import type { Question } from "../question/question.ts";
import { findFramedPair } from "./framed.ts";
import { findFurther } from "./further.ts";
import { collectOperands, isOfKind, type OperandKind, sameMeasure } from "./operands.ts";
import { findPairs } from "./pairs.ts";
import type { PairReason } from "./reasons.ts";

/** Score below which two figures are not taken for what was asked. Chosen on the development questions between 0.4 and 0.7. */
const ENOUGH_PAIR = 0.55;

/** The same where the question says which side is which, so that each is judged by its own words. */
const ENOUGH_FRAMED = 0.6;

/** The same where the two only stand side by side, so that where one ends and the other begins is less certain. */
const ENOUGH_LOOSE = 0.82;

/** Taken off growths where no word of the question asks for growth: 货值哪个高. */
const UNASKED = 0.2;

export interface Comparison {
  readonly left: FigureEntry;
  readonly right: FigureEntry;
  readonly reason: PairReason;
  readonly further: readonly FigureEntry[];
  readonly kind: OperandKind;
  /** How well the two are what was asked, from 0 to a little above 1. */
  readonly score: number;
  /** Set where the question says which side is which: how it does, and that left and right stand in that order. */
  readonly frame?: Framed;
}

const OPERAND_KINDS = ["level", "growth", "share", "rank"] as const;

/** The two figures that the last turns stated, set against each other, the older one first. */
export function compareFigures(figures: readonly FigureEntry[]): Comparison | undefined {
  const right = figures[0];
  const left = figures.find(
    (f) =>
      right &&
      f !== right &&
      sameMeasure(f, right) &&
      OPERAND_KINDS.some((k) => isOfKind(f, k) && isOfKind(right, k)),
  );
  if (!left || !right) return undefined;
  const kind = OPERAND_KINDS.find((k) => isOfKind(left, k) && isOfKind(right, k));
  const samePeriod =
    left.figure.period.from === right.figure.period.from && left.figure.period.to === right.figure.period.to;
  return kind && { left, right, reason: samePeriod ? "terms" : "periods", further: [], kind, score: 1 };
}

/** The figures that a question sets against each other, or undefined where they are not found. */
export function findComparison(engine: Engine, question: Question): Comparison | undefined {
  const framed = findFramed(engine, question);
  if (framed) return framed;
  let best: Comparison | undefined;
  let bestScore = ENOUGH_PAIR;
  for (const kind of operandKinds(question)) {
    const operands = collectOperands(engine, question, kind);
    const pairs = findPairs(question, operands, kind);
    for (const p of pairs.slice(0, 3))
      engine.note(
        `pair ${p.score.toFixed(2)} ${kind} ${p.reason}: ${p.left.entry.figure.text} [${p.left.entry.figure.metric}] | ${p.right.entry.figure.text} [${p.right.entry.figure.metric}]`,
      );
    const pair = pairs[0];
    const score = (pair?.score ?? 0) - (kind === "growth" && !hasGrowthWord(question.folded) ? UNASKED : 0);
    if (!pair || score < bestScore || (best && score === bestScore)) continue;
    bestScore = score;
    best = {
      left: pair.left.entry,
      right: pair.right.entry,
      reason: pair.reason,
      further: findFurther(question, pair, operands).map((o) => o.entry),
      kind,
      score: pair.score,
    };
  }
  return best;
}

/** The figures of a question that says which side is which. */
function findFramed(engine: Engine, question: Question): Comparison | undefined {
  const { frame } = question;
  if (!frame) return undefined;
  const points = question.asks.some((a) => a.wants === "points");
  const kind = frame.loose || points ? (operandKinds(question)[0] ?? "level") : "level";
  if (kind === "rank") return undefined;
  const pair = findFramedPair(engine, question, frame, kind);
  if (!pair) return undefined;
  engine.note(
    `framed ${frame.kind ?? "loose"} ${pair.score.toFixed(2)}: ${pair.left.figure.text} [${pair.left.figure.metric}] | ${pair.right.figure.text} [${pair.right.figure.metric}]`,
  );
  if (pair.score < (frame.loose ? ENOUGH_LOOSE : ENOUGH_FRAMED)) return undefined;
  return { ...pair, reason: question.periods.length > 1 ? "periods" : "terms", further: [], kind, frame };
}

/** Which kinds of value the operands may be, by what is asked: growth for points, shares for 比例, ranks, levels. */
function operandKinds(question: Question): OperandKind[] {
  const { folded, comparison } = question;
  const ask = question.asks.find((a) => a.wants !== "any") ?? question.asks[0];
  if (question.aspect === "rank") return ["rank"];
  const shares = /比例|占比|比重|份额|占.{0,12}几成|各占|率|\bshare|\bproportion|\brate\b/.test(folded);
  const growth = hasGrowthCue(folded);
  if (ask?.wants === "points")
    return growth ? ["growth", "share"] : shares ? ["share", "growth"] : ["growth", "share"];
  if (
    comparison === "share" &&
    ask?.wants !== "any" &&
    !/各占|各是|比例.{0,6}(?:高|大)|(?:比重|占比|份额).{0,20}(?:比重|占比|份额)/.test(folded)
  )
    return ["level"];
  // 出口缩短了百分之多少,进口呢: two changes are asked, not one side in percent of the other.
  if (comparison === "percent_change" && question.directions.length > 1 && !/比|than/.test(folded))
    return ["growth", "level"];
  if (comparison === "ratio" || comparison === "percent_change") return ["level"];
  if (ask && ["money", "count", "measure", "duration"].includes(ask.wants)) return ["level"];
  if (shares) return ["share", "level"];
  return growth ? ["growth", "level"] : ["level", "growth", "share"];
}
