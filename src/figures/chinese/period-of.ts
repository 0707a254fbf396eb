import type { Period, Span } from "../figure.ts";
import type { TimeSpan } from "./periods.ts";
import type { Quantity } from "./quantity.ts";
import type { Paragraph } from "./reader.ts";

/** The period of a figure: from its clause, sentence, paragraph, heading, the article's own, at last the day of publication. */
export function periodOf(paragraph: Paragraph, quantity: Quantity, clause: Span, sentence: Span): Period {
  const own = nearestTime(paragraph, quantity, clause, sentence);
  if (own !== null) return periodFrom(own.time, own.implicit);
  const heading = paragraph.headings
    .toReversed()
    .flatMap((h) => h.times.toReversed())
    .find((t) => usable(t) && !t.day);
  if (heading !== undefined) return periodFrom(heading, true);
  const { covers, published } = paragraph.context;
  if (covers !== undefined) return { text: null, from: covers.from, to: covers.to, implicit: true };
  return { text: null, from: null, to: published?.slice(0, 4) ?? null, implicit: true };
}

const usable = (t: TimeSpan): boolean => !t.base && !(t.from === null && t.to === null);

const periodFrom = (time: TimeSpan, implicit: boolean): Period => ({
  text: time.text,
  from: time.from,
  to: time.to,
  implicit,
});

function nearestTime(
  paragraph: Paragraph,
  quantity: Quantity,
  clause: Span,
  sentence: Span,
): { time: TimeSpan; implicit: boolean } | null {
  const { times } = paragraph;
  const bound = times.findLast(
    (t) =>
      t.bound &&
      t.end <= quantity.start &&
      quantity.start - t.end <= 6 &&
      !/\d/.test(paragraph.text.slice(t.end, quantity.start)),
  );
  if (bound !== undefined && usable({ ...bound, base: false })) return { time: bound, implicit: false };
  const free = times.filter((t) => usable(t) && !t.bound);
  const inClause = free.findLast((t) => t.start >= clause[0] && t.end <= quantity.start);
  if (inClause !== undefined) return { time: inClause, implicit: false };
  const inSentence = free.findLast((t) => t.start >= sentence[0] && t.end <= clause[0]);
  if (inSentence !== undefined) return { time: inSentence, implicit: false };
  const behind = free.find((t) => t.start >= quantity.end && t.end <= clause[1]);
  if (behind !== undefined) return { time: behind, implicit: false };
  const before = free.findLast((t) => t.end <= sentence[0] && !t.day);
  if (before === undefined || isStateNow(paragraph, quantity, clause, before)) return null;
  return { time: before, implicit: true };
}

/** 我国已成为…: a state of today does not take over the past year that the sentence before told of. */
function isStateNow(paragraph: Paragraph, quantity: Quantity, clause: Span, time: TimeSpan): boolean {
  const published = paragraph.context.published;
  const past = published !== undefined && time.to !== null && time.to.slice(0, 4) < published.slice(0, 4);
  return (
    past &&
    /已(?:经)?(?:成为|达|有|与|在|覆盖|建)|现有|拥有/.test(paragraph.text.slice(clause[0], quantity.start))
  );
}
