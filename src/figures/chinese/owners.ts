import type { Direction } from "../figure.ts";
import type { Draft, Sheet } from "./draft.ts";
import { type Entity, entityName, findEntities, type Gazetteer, isOwner } from "./entities.ts";
import type { Heading } from "./reader.ts";
import { OWNER_KINDS } from "./tables/places.ts";

/**
 * Whose figure it is: the owner nearest before it in its clause, then in the clauses before, then the one that opened an
 * earlier sentence of the paragraph, then the heading's, then the title's. Null where none of them names one.
 */
export function ownerOf(sheet: Sheet, draft: Draft, parentOwner: string | null): string | null {
  const { headings } = sheet.paragraph;
  const seenBefore = (at: number): string[] => [
    ...titles(headings),
    ...sheet.paragraph.seen,
    ...sheet.entities.filter((e) => e.kind === "named" && e.end <= at).map((e) => e.name),
  ];
  const quoted = (e: Entity): boolean =>
    sheet.quoted.some(
      (t) => e.start > t[0] && e.end < t[1] && !(draft.quantity.start > t[0] && draft.quantity.end < t[1]),
    );
  const owners = sheet.entities.filter((e) => isOwner(sheet.blank, e) && !isBase(draft, e) && !quoted(e));
  const named = (entity: Entity | undefined): string | null =>
    entity === undefined ? null : entityName(entity, seenBefore(entity.start));
  const before = owners.filter((e) => e.end <= draft.quantity.start);
  const own =
    before.findLast((e) => e.start >= draft.clause[0]) ??
    before.findLast((e) => e.start >= draft.sentence[0]);
  // 石滩还在补课:区内有厂房空置: the zone was just named.
  const zone =
    own?.name === "区内"
      ? before.findLast((e) => e.kind === "named" && e.start >= draft.sentence[0] && e.end <= own.start)
      : undefined;
  if (own !== undefined) return named(zone ?? own);
  if (/^[那这](?:里|儿)/.test(sheet.blank.slice(...draft.sentence))) {
    const there = before.findLast((e) => e.kind === "named" && e.end <= draft.sentence[0]);
    if (there !== undefined) return named(there);
  }
  if (parentOwner !== null) return parentOwner;
  for (const sentence of sheet.paragraph.sentences.filter((s) => s.start < draft.sentence[0]).toReversed()) {
    // 其中石滩5万人: a part owns nothing of the next sentence.
    const inside = before.filter(
      (e) =>
        e.start >= sentence.start &&
        e.end <= sentence.end &&
        !sheet.blank.slice(sentence.start, e.start).includes("其中"),
    );
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
  const entities = findEntities(text, gazetteer).filter((e) => e.kind === "named" || e.kind === "nation");
  const first = entities[0];
  if (first === undefined) return null;
  if (!/[\u4e00-\u9fff]{3}/.test(text.slice(0, first.start))) return entityName(first, []);
  // 案值3亿元!石滩海关晒出…, 三年翻番 石滩…: it opens the title's second part, and the first names nobody.
  const before = text.slice(0, first.start);
  return /[!！?？\s]$/.test(before) && !OWNER_KIND.test(before) ? entityName(first, []) : null;
}

const OWNER_KIND = new RegExp(OWNER_KINDS.join("|"));

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
