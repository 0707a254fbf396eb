import type { Figure, Span } from "../figure.ts";
import { clauseAround } from "./clauses.ts";
import { periodOf } from "./period-of.ts";
import type { Quantity } from "./quantity.ts";
import type { Paragraph } from "./reader.ts";

/** Gives every quantity of a paragraph its period, metric, owner and relations. */
export function finishFigures(paragraph: Paragraph): Figure[] {
  return paragraph.quantities.map((quantity, i) => finish(paragraph, quantity, paragraph.quantities[i - 1]));
}

function finish(paragraph: Paragraph, quantity: Quantity, previous: Quantity | undefined): Figure {
  const sentence = paragraph.sentences.find((s) => s.start <= quantity.start && quantity.start < s.end) ?? {
    start: 0,
    end: paragraph.text.length,
  };
  const clause = clauseAround(paragraph.original, sentence, quantity.start, quantity.end);
  const from = Math.max(clause[0], previous?.display[1] ?? 0);
  const lead: Span = [Math.min(from, quantity.display[0]), quantity.display[0]];
  const metricSpans: Span[] = [lead, ...(quantity.noun === null ? [] : [quantity.noun])].filter(
    (s) => s[1] > s[0],
  );
  return {
    text: paragraph.original.slice(quantity.start, quantity.end),
    start: quantity.start,
    end: quantity.end,
    num: quantity.num,
    display: quantity.display,
    value: quantity.value,
    unit: quantity.unit,
    noun: quantity.noun === null ? null : paragraph.original.slice(...quantity.noun),
    approx: quantity.approx,
    bound: quantity.bound,
    kind: quantity.kind,
    metric: metricSpans.map((s) => paragraph.original.slice(...s)).join(""),
    metricSpans,
    entity: null,
    direction: null,
    agg: "flow",
    period: periodOf(paragraph, quantity, clause, [sentence.start, sentence.end]),
    change: null,
    of: null,
    clause,
    sentence: [sentence.start, sentence.end],
  };
}
