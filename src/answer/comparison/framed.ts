import type { Span } from "../../figures/figure.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import type { Engine } from "../engine.ts";
import type { Candidate } from "../match/judge.ts";
import { isStatedPart } from "../match/siblings.ts";
import { findNumbers } from "../number.ts";
import type { Ask } from "../question/asks.ts";
import type { Framed } from "../question/frames.ts";
import type { Question } from "../question/question.ts";
import { isOfKind, levelOfEntry, type OperandKind, sameMeasure } from "./operands.ts";

/** Two figures found each for its own side of a question. */
export interface FramedPair {
  readonly left: FigureEntry;
  readonly right: FigureEntry;
  /** From 0 to about 1.1, as for other pairs. */
  readonly score: number;
}

/** Candidates looked at on each side. */
const DEPTH = 6;

/** Words for the present: a side that says them asks for the newest. */
const NOW = /现在|如今|目前|眼下|而家|当前|\b(?:now|currently|today|these days)\b/;

const ANY: Ask = { span: [-1, -1], wants: "any", unit: "", noun: "" };

const UNIT_ASKS = new Set(["money", "count", "measure", "duration"]);

/**
 * The best two figures of a kind for the two sides of a framed question, each judged by its own words first. Words and periods that only
 * one side says hold for both. Undefined where a side is not found, or the two do not measure in one unit.
 */
export function findFramedPair(
  engine: Engine,
  question: Question,
  frame: Framed,
  kind: OperandKind,
): FramedPair | undefined {
  const left = sideOf(question, frame, kind, "left");
  const right = sideOf(question, frame, kind, "right");
  if (!left || !right) return undefined;
  const [a, b] = [left, right].map((side) =>
    (findNumbers(engine, side).ranked[0] ?? []).filter((c) => c.dropped === null && isOfKind(c.entry, kind)),
  ) as [Candidate[], Candidate[]];
  let best: FramedPair | undefined;
  for (const x of a.slice(0, DEPTH)) {
    for (const y of b.slice(0, DEPTH)) {
      if (x.entry === y.entry || !canStandBeside(x.entry, y.entry, frame)) continue;
      const whole = frame.whole === "left" ? x : y;
      if (frame.whole && levelOfEntry(whole.entry) < levelOfEntry((whole === x ? y : x).entry)) continue;
      const score =
        (x.score + y.score) / 2 +
        nearness(x.entry, y.entry) +
        (isStatedPart(x.entry, y.entry) || isStatedPart(y.entry, x.entry) ? 0.1 : 0);
      if (!best || score > best.score) best = { left: x.entry, right: y.entry, score };
    }
  }
  return best;
}

/** One unit, or, where it is asked how many times, two counts of different things: passengers for each vehicle. */
const canStandBeside = (a: FigureEntry, b: FigureEntry, frame: Framed): boolean =>
  sameMeasure(a, b) || (frame.kind === "ratio" && a.figure.kind === "count" && b.figure.kind === "count");

const nearness = (a: FigureEntry, b: FigureEntry): number =>
  a.sentence === b.sentence
    ? 0.1
    : a.sentence.passage === b.sentence.passage
      ? 0.07
      : a.document === b.document
        ? 0.03
        : 0;

/**
 * One side as a question of its own; undefined where it says nothing. What the other side says is understood with it (of
 * 全国的中欧班列 and 齐鲁号 both are trains), except that a part's words do not name its whole.
 */
function sideOf(
  question: Question,
  frame: Framed,
  kind: OperandKind,
  name: "left" | "right",
): Question | undefined {
  const [own, other] = name === "left" ? [frame.left, frame.right] : [frame.right, frame.left];
  const within = (span: Span, side: Span): boolean => span[0] >= side[0] && span[0] < side[1];
  const terms = question.terms.filter((t) => within(t.span, own));
  const rest = question.terms.filter((t) => !within(t.span, own));
  const periods = question.periods.filter((p) => within(p.span, own));
  if (terms.length === 0 && periods.length === 0) return undefined;
  const now = NOW.test(question.folded.slice(...own));
  const directions = question.directions.filter((d) => within(d.span, own));
  const placed = terms.some((t) => t.kind === "place");
  const outside = rest.filter((t) => !within(t.span, other));
  const understood = (frame.whole === name ? outside : rest).filter(
    (t) => t.kind !== "place" || (!placed && (other[0] < own[0] || !within(t.span, other))),
  );
  return {
    ...question,
    terms: terms.length > 0 ? terms : rest,
    shared: terms.length > 0 ? understood : [],
    periods:
      periods.length > 0 || now ? periods : question.periods.filter((p) => !within(p.span, own)).slice(0, 1),
    directions: directions.length > 0 ? directions : question.directions,
    national: question.national && !placed,
    asks: [{ ...(question.asks.find((a) => UNIT_ASKS.has(a.wants)) ?? ANY), span: [-1, -1] }],
    aspect: kind,
    comparison: null,
    frame: undefined,
    changeBase: null,
  };
}
