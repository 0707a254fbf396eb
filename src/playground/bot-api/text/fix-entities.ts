import type { MessageEntity } from "grammy/types";

/** Formatting that may overlap anything but code, and is cut or merged where it must be. */
const SPLITTABLE = ["bold", "italic", "underline", "strikethrough", "spoiler"] as const;
const BLOCKQUOTES: ReadonlySet<string> = new Set(["blockquote", "expandable_blockquote"]);
const CODE: ReadonlySet<string> = new Set(["code", "pre"]);

/** Which of two entities over the same span comes first, hence wins (tdlib's priorities); 50 for the others. */
const PRIORITY: Readonly<Record<string, number>> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 10,
  code: 20,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
};

const endOf = (entity: MessageEntity): number => entity.offset + entity.length;
const isSplittable = (entity: MessageEntity): boolean =>
  (SPLITTABLE as readonly string[]).includes(entity.type);
const isBlockquote = (entity: MessageEntity): boolean => BLOCKQUOTES.has(entity.type);
const isCode = (entity: MessageEntity): boolean => CODE.has(entity.type);

/** By start, then the longer first, then by priority. A copy. */
export function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  const priority = (entity: MessageEntity) => PRIORITY[entity.type] ?? 50;
  return [...entities].sort(
    (a, b) => a.offset - b.offset || b.length - a.length || priority(a) - priority(b),
  );
}

/**
 * Entities as Telegram keeps them: sorted, none empty, nested or apart but never crossing; code holds no other
 * formatting, block quotations hold no block quotations, links hold no links. What does not fit is dropped,
 * bold and its like are merged and cut at the borders of the rest.
 */
export function fixEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  const sorted = sortEntities(entities.filter((entity) => entity.length > 0));
  if (areValid(sorted)) return sorted;
  const quotes = withoutOverlaps(sorted.filter(isBlockquote));
  const rest = withoutOverlaps(sorted.filter((entity) => !isSplittable(entity) && !isBlockquote(entity)));
  const inside = rest.filter((entity) =>
    quotes.every((quote) => isApart(entity, quote) || isWithin(entity, quote)),
  );
  const fixed = sortEntities([...quotes, ...inside]);
  return sortEntities([...fixed, ...splitAlong(sorted.filter(isSplittable), fixed)]);
}

function isApart(a: MessageEntity, b: MessageEntity): boolean {
  return endOf(a) <= b.offset || endOf(b) <= a.offset;
}

function isWithin(inner: MessageEntity, outer: MessageEntity): boolean {
  return inner.offset >= outer.offset && endOf(inner) <= endOf(outer);
}

/** Whether sorted entities already nest as they should. */
function areValid(sorted: readonly MessageEntity[]): boolean {
  const open: MessageEntity[] = [];
  const ends = new Map<string, number>();
  for (const entity of sorted) {
    while (open.length > 0 && endOf(open.at(-1) as MessageEntity) <= entity.offset) open.pop();
    if (open.some((outer) => !mayHold(outer, entity))) return false;
    if (isSplittable(entity)) {
      if ((ends.get(entity.type) ?? -1) >= entity.offset) return false;
      ends.set(entity.type, endOf(entity));
    }
    open.push(entity);
  }
  return true;
}

function mayHold(outer: MessageEntity, inner: MessageEntity): boolean {
  if (!isWithin(inner, outer) || isCode(outer)) return false;
  if (isSplittable(inner)) return true;
  if (isSplittable(outer)) return !isCode(inner);
  return isBlockquote(outer) && !isBlockquote(inner);
}

/** The first of those that overlap. */
function withoutOverlaps(sorted: readonly MessageEntity[]): MessageEntity[] {
  const kept: MessageEntity[] = [];
  for (const entity of sorted) {
    const last = kept.at(-1);
    if (last === undefined || endOf(last) <= entity.offset) kept.push(entity);
  }
  return kept;
}

/** Bold and its like, merged per type, cut at each border of the other entities, and taken out of code. */
function splitAlong(splittable: readonly MessageEntity[], others: readonly MessageEntity[]): MessageEntity[] {
  const borders = [...new Set(others.flatMap((other) => [other.offset, endOf(other)]))].sort((a, b) => a - b);
  const codes = others.filter(isCode);
  return SPLITTABLE.flatMap((type) => mergeTouching(splittable.filter((entity) => entity.type === type)))
    .flatMap((entity) => cutAt(entity, borders))
    .filter((piece) => codes.every((code) => isApart(piece, code)));
}

function mergeTouching(sorted: readonly MessageEntity[]): MessageEntity[] {
  const merged: MessageEntity[] = [];
  for (const entity of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && entity.offset <= endOf(last)) {
      merged[merged.length - 1] = { ...last, length: Math.max(endOf(last), endOf(entity)) - last.offset };
    } else merged.push(entity);
  }
  return merged;
}

function cutAt(entity: MessageEntity, borders: readonly number[]): MessageEntity[] {
  const inner = borders.filter((border) => border > entity.offset && border < endOf(entity));
  const starts = [entity.offset, ...inner];
  const ends = [...inner, endOf(entity)];
  return starts.map((offset, index) => ({ ...entity, offset, length: (ends[index] as number) - offset }));
}
