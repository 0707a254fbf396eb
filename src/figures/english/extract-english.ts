import type { TextSpan } from "../../text/sentences.ts";
import { splitClauses, splitSentences } from "../../text/sentences.ts";
import type { Figure, FigureContext } from "../figure.ts";
import { findPeriods } from "./period-phrases.ts";
import { prepareText } from "./prepared-text.ts";
import { findQuantities } from "./quantities.ts";
import { findTraps } from "./traps.ts";

/** The figures of one English paragraph `span` of `text`; offsets count in `text`, `of.index` in this list. */
export function extractEnglishFigures(text: string, span: TextSpan, context: FigureContext): Figure[] {
  const prepared = prepareText(text, span);
  const { lower, base } = prepared;
  const periods = findPeriods(lower, { published: context.published ?? null });
  const quantities = findQuantities(lower, [...findTraps(lower), ...periods]);
  const sentences = splitSentences(prepared.plain);
  return quantities.map((q): Figure => {
    const sentence = sentences.find((s) => s.start <= q.start && q.start < s.end) ?? {
      start: 0,
      end: lower.length,
    };
    const clause =
      splitClauses(prepared.plain, sentence).find((s) => s.start <= q.start && q.start < s.end) ?? sentence;
    return {
      text: text.slice(base + q.start, base + q.end),
      start: base + q.start,
      end: base + q.end,
      num: [base + q.num[0], base + q.num[1]],
      display: [base + q.shown[0], base + q.shown[1]],
      value: q.value,
      unit: q.unit,
      noun: q.noun ? text.slice(base + q.noun[0], base + q.noun[1]) : null,
      approx: q.approx,
      bound: q.bound,
      kind: q.kind,
      metric: "",
      metricSpans: [],
      entity: null,
      direction: null,
      agg: "flow",
      period: { text: null, from: null, to: null, implicit: true },
      change: null,
      of: null,
      clause: [base + clause.start, base + clause.end],
      sentence: [base + sentence.start, base + sentence.end],
    };
  });
}
