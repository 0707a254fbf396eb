import type { Direction } from "../figure.ts";
import type { Draft, Sheet } from "./draft.ts";
import { type Entity, entityName, findEntities, isOwner } from "./entities.ts";
import type { Heading } from "./reader.ts";

/**
 * Whose figure it is: the owner nearest before it in its clause, then in the clauses before, then the one that opened an
 * earlier sentence of the paragraph, then the heading's, then the title's. Null where none of them names one.
 */
export function ownerOf(sheet: Sheet, draft: Draft, headings: readonly Heading[]): string | null {
  const seen = [...titles(headings), ...sheet.entities.map((e) => e.name)];
  const owners = sheet.entities.filter((e) => isOwner(sheet.blank, e) && !isBase(draft, e));
  const named = (entity: Entity | undefined): string | null =>
    entity === undefined ? null : entityName(entity, seen);
  const before = owners.filter((e) => e.end <= draft.quantity.start);
  const own =
    before.findLast((e) => e.start >= draft.clause[0]) ??
    before.findLast((e) => e.start >= draft.sentence[0]);
  if (own !== undefined) return named(own);
  for (const sentence of sheet.paragraph.sentences.filter((s) => s.start < draft.sentence[0]).toReversed()) {
    const opening = before.find((e) => e.start >= sentence.start && e.end <= sentence.end);
    if (opening !== undefined) return named(opening);
  }
  return titles(headings).at(-1) ?? null;
}

/** An owner inside 占…的, 高于… or 居…: what is measured against. */
const isBase = (draft: Draft, entity: Entity): boolean =>
  [draft.lead.share?.whole, draft.lead.change?.base, draft.lead.scope, draft.lead.ratioBase].some(
    (span) => span != null && entity.start >= span[0] && entity.start < span[1],
  );

/** The owners that title and headings name, outermost first. */
function titles(headings: readonly Heading[]): string[] {
  return headings.flatMap(({ text }) => {
    const entity = findEntities(text).find((e) => e.kind === "named" || e.kind === "nation");
    return entity === undefined ? [] : [entityName(entity, [])];
  });
}

/** Import, export or both, as the metric's words say; null where they do not. */
export function directionOf(metric: string): Direction | null {
  const words = metric.replace(/进出口/g, "＊").replace(/出口岸|进出境|出入境/g, "");
  const exported = /出口/.test(words);
  const imported = /进口/.test(words);
  if (metric.includes("进出口") && !exported && !imported) return "both";
  if (exported && imported) return "both";
  if (exported) return "export";
  if (imported) return "import";
  return metric.includes("进出口") ? "both" : null;
}
