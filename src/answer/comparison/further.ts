import { fitEntry } from "../match/periods.ts";
import { isLocal } from "../match/place.ts";
import { listedItems } from "../question/listed.ts";
import type { Question } from "../question/question.ts";
import { foreignness, type Operand, sameMeasure } from "./operands.ts";
import type { Pair } from "./pairs.ts";

/**
 * Further figures of the same measure where the question lists three or more things: each is the best one for a listed word
 * that the figures before it do not answer.
 */
export function findFurther(question: Question, pair: Pair, operands: readonly Operand[]): Operand[] {
  const wanted = listedItems(question.folded);
  const taken: Operand[] = [pair.left, pair.right];
  if (wanted < 3) return [];
  const period = question.periods[0];
  const timely = (o: Operand): boolean =>
    !period ||
    ["same", "inside", "unknown"].includes(fitEntry(period, o.entry)) ||
    o.entry.figure.period.implicit;
  const oneWay = question.directions.length > 1 && question.directions.every((d) => d.direction !== "both");
  const candidates = operands.filter(
    (o) =>
      !(oneWay && o.entry.figure.direction === "both") &&
      sameMeasure(o.entry, pair.left.entry) &&
      timely(o) &&
      (o.entry.figure.change?.kind ?? null) === (pair.left.entry.figure.change?.kind ?? null),
  );
  const signature = (o: Operand): string =>
    `${question.terms.map((t, i) => (t.kind !== "act" && (o.matches[i] ?? 0) >= 0.7 ? 1 : 0)).join("")}${question.national ? (isLocal(o.entry) ? "l" : "n") : ""}`;
  const ranked = candidates
    .map((o) => ({
      o,
      score:
        o.matches.reduce((sum, m, i) => sum + m * (question.terms[i]?.weight ?? 0), 0) -
        6 * foreignness(question, o),
    }))
    .sort((a, b) => b.score - a.score);
  const most = Math.max(0.12, foreignness(question, pair.left), foreignness(question, pair.right)) + 0.15;
  for (const { o } of ranked) {
    if (taken.length >= wanted) break;
    if (
      foreignness(question, o) > most ||
      taken.some((t) => t.entry === o.entry || signature(t) === signature(o))
    )
      continue;
    taken.push(o);
  }
  return taken.slice(2);
}
