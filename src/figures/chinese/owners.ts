import type { Direction } from "../figure.ts";
import type { Draft, Sheet } from "./draft.ts";
import { type Entity, entityName, findEntities, type Gazetteer, isOwner } from "./entities.ts";
import type { Heading } from "./reader.ts";

/**
 * Whose figure it is: the owner nearest before it in its clause, then in the clauses before, then the one that opened an
 * earlier sentence of the paragraph, then the heading's, then the title's. Null where none of them names one.
 */
export function ownerOf(sheet: Sheet, draft: Draft, parentOwner: string | null): string | null {
  const { headings } = sheet.paragraph;
  const seen = [
    ...titles(headings),
    ...sheet.paragraph.seen,
    ...sheet.entities.filter((e) => e.kind === "named").map((e) => e.name),
  ];
  const quoted = (e: Entity): boolean =>
    sheet.quoted.some(
      (t) => e.start > t[0] && e.end < t[1] && !(draft.quantity.start > t[0] && draft.quantity.end < t[1]),
    );
  const owners = sheet.entities.filter((e) => isOwner(sheet.blank, e) && !isBase(draft, e) && !quoted(e));
  const named = (entity: Entity | undefined): string | null =>
    entity === undefined ? null : entityName(entity, seen);
  const before = owners.filter((e) => e.end <= draft.quantity.start);
  const own =
    before.findLast((e) => e.start >= draft.clause[0]) ??
    before.findLast((e) => e.start >= draft.sentence[0]);
  if (own !== undefined) return named(own);
  if (parentOwner !== null) return parentOwner;
  for (const sentence of sheet.paragraph.sentences.filter((s) => s.start < draft.sentence[0]).toReversed()) {
    const inside = before.filter((e) => e.start >= sentence.start && e.end <= sentence.end);
    // A sentence that goes from place to place has no owner to hand on.
    if (new Set(inside.map((e) => e.name)).size > 2) break;
    if (inside[0] !== undefined) return named(inside[0]);
  }
  return titles(headings).at(-1) ?? null;
}

/** An owner inside 占…的, 高于… or 居…: what is measured against. */
const isBase = (draft: Draft, entity: Entity): boolean =>
  [draft.lead.share?.whole, draft.lead.change?.base, draft.lead.scope, draft.lead.ratioBase].some(
    (span) => span != null && entity.start >= span[0] && entity.start < span[1],
  );

/** The owner that a title or heading names at its beginning; one in its middle is what the title tells of. */
export function ownerOfHeading(text: string, gazetteer: Gazetteer): string | null {
  const entity = findEntities(text, gazetteer).find((e) => e.kind === "named" || e.kind === "nation");
  return entity === undefined || /[\u4e00-\u9fff]{3}/.test(text.slice(0, entity.start))
    ? null
    : entityName(entity, []);
}

const titles = (headings: readonly Heading[]): string[] =>
  headings.map((h) => h.owner).filter((o): o is string => o !== null);

/** Import, export or both, as the metric's words say; null where they do not. */
export function directionOf(metric: string): Direction | null {
  const words = metric
    .replace(/[促推]进出口/g, "出口")
    .replace(/进出口/g, "＊")
    .replace(/出口岸|进出境|出入境/g, "");
  const exported = /出口/.test(words);
  const imported = /进口/.test(words);
  if (/(?<![促推])进出口|^进出口/.test(metric) && !exported && !imported) return "both";
  if (exported && imported) return "both";
  if (exported) return "export";
  if (imported) return "import";
  return /(?<![促推])进出口|^进出口/.test(metric) ? "both" : null;
}
