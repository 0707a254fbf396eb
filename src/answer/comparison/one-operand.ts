import type { FigureEntry } from "../../retrieval/library.ts";
import type { Engine } from "../engine.ts";
import { findNumbers, type NumberFinding } from "../number.ts";
import type { Ask } from "../question/asks.ts";
import { hasGrowthCue } from "../question/cues.ts";
import type { Question } from "../question/question.ts";
import { askedPeriods } from "./reasons.ts";

/** The one operand of a comparison that the library holds, and the words of those that it does not. */
export interface OneOperand {
  readonly entry: FigureEntry;
  readonly missing: readonly string[];
}

/**
 * Where a question sets two periods, places or directions against each other and the pair was not found: the side that is
 * there. "none" where neither is; undefined where the question does not part into sides.
 */
export function findOneOperand(
  engine: Engine,
  question: Question,
  numbers: NumberFinding,
): OneOperand | "none" | undefined {
  const sides = sidesOf(question, numbers);
  if (sides.length < 2) return undefined;
  const found = sides.map(({ question: side, words }) => ({
    words,
    pick: findNumbers(engine, side).picks[0],
  }));
  const there = found.filter((f) => f.pick !== undefined);
  if (there.length === 0) return "none";
  const pick = there[0]?.pick;
  if (there.length > 1 || !pick) return undefined;
  return { entry: pick.entry, missing: found.filter((f) => f.pick === undefined).map((f) => f.words) };
}

/** What "which grew faster" asks of each side. */
const GROWTH_RATE: Ask = { span: [-1, -1], wants: "percent", unit: "", noun: "" };

/** The question once for each of its sides, as a question for a level or growth by itself. */
function sidesOf(question: Question, numbers: NumberFinding): { question: Question; words: string }[] {
  const growth = hasGrowthCue(question.folded) && question.asks.length === 0;
  const alone = {
    comparison: null,
    asks: growth
      ? [GROWTH_RATE]
      : question.asks
          .filter((a) => a.wants !== "points" && a.wants !== "percent" && a.wants !== "multiple")
          .slice(0, 1),
  };
  const periods = askedPeriods(question);
  if (periods.length >= 2 && (numbers.wanted[0]?.base === undefined || question.aspect !== "growth")) {
    const aspect =
      question.aspect === "growth" && !/增速|涨幅|增幅|growth rate/.test(question.folded)
        ? "level"
        : question.aspect;
    return periods.map((period) => ({
      question: { ...question, ...alone, aspect, periods: [period] },
      words: period.text ?? period.from ?? "",
    }));
  }
  const places = question.terms.filter((t) => t.kind === "place");
  if (places.length >= 2) {
    return places.map((place) => ({
      question: {
        ...question,
        ...alone,
        terms: question.terms.filter((t) => t.kind !== "place" || t === place),
      },
      words: place.span[0] >= 0 ? question.written.slice(...place.span) : place.text,
    }));
  }
  return [];
}
