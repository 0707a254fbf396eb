import type { Span } from "../figure.ts";
import type { Draft } from "./drafts.ts";
import { type Entity, findEntities, NATION } from "./entities.ts";

/**
 * Whose figure it is, by the names in its sentence: one in the subject of its verb, in the metric's own words, then narrow
 * names of the clause before the figure, then of the sentence, then wide ones. Null where the sentence names none.
 */
export function chooseEntity(entities: readonly Entity[], d: Draft, metric: readonly Span[]): string | null {
  const inside = entities.filter((e) => e.start >= d.sentence.start && e.end <= d.sentence.end);
  const clause = inside.filter((e) => e.start >= d.clause.start && e.end <= d.clause.end);
  const before = (e: Entity): boolean => e.end <= d.q.start;
  const near = (e: Entity): boolean => metric.some((s) => e.start >= s[0] - 24 && e.end <= s[1] + 2);
  const { subject } = d;
  const named =
    subject === null ? [] : inside.filter((e) => e.start >= subject[0] && e.end <= subject[1] + 2);
  const order = [
    named.filter((e) => !e.wide),
    named,
    clause.filter((e) => !e.wide && before(e) && near(e)),
    clause.filter((e) => !e.wide && before(e)),
    inside.filter((e) => !e.wide && before(e) && near(e)),
    clause.filter((e) => e.wide && before(e)),
    inside.filter((e) => !e.wide && before(e)),
    inside.filter((e) => e.wide && before(e)),
    clause.filter((e) => !e.wide),
    clause,
  ];
  return order.find((list) => list.length > 0)?.[0]?.name ?? null;
}

/** The nearest narrow name in the paragraph's earlier sentences: whose office, port or zone is spoken of. */
export function earlierEntity(entities: readonly Entity[], before: number): string | null {
  return entities.findLast((e) => !e.wide && e.end <= before)?.name ?? null;
}

/** How far into an article its nation is looked for. */
const OPENING = 4000;

/** The entity that a heading, the title or at last the opening of the text names, for paragraphs that name none. */
export function contextEntity(heading: string, title: string | undefined, text: string): string | null {
  for (const words of [heading, title ?? ""]) {
    const found = findEntities(words);
    const best = found.find((e) => !e.wide) ?? found[0];
    if (best) return best.wide ? NATION : best.name;
  }
  return /\bChina's\b|\bGeneral\s+Administration\s+of\s+Customs\b/.test(text.slice(0, OPENING))
    ? NATION
    : null;
}
