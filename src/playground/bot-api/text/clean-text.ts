import type { MessageEntity } from "grammy/types";
import { ApiError } from "../api-error.ts";
import type { FormattedText } from "./html-reader.ts";

/** Characters that vanish: carriage return, U+2028–202E, and three combining lines that break the display. */
const VANISHING = /[\r\u2028-\u202E]|\u0333|\u033F|\u030A/;
/** Control characters become spaces; a line feed stays. */
const isControl = (code: number): boolean => code < 0x20 && code !== 0x0a;

/** No visible character: spaces of all kinds and the zero-width ones. */
const BLANK = /^[\s\u115F\u1160\u180E\u200B-\u200F\u2060\u2800\u3164\uFFA0\uFFFC]*$/u;

/** An entity's `[start, end)`. */
const endOf = (entity: MessageEntity): number => entity.offset + entity.length;

/**
 * The text as Telegram keeps it, its entities moved along: control characters become spaces, some characters
 * vanish, blanks at both ends go. A leading blank inside an entity stays, as with tdlib. Entities that begin or
 * end outside the text or inside a surrogate pair are a 400.
 */
export function cleanText({ text, entities }: FormattedText): FormattedText {
  checkSpans(text, entities);
  return trim(scrub({ text, entities }));
}

/** Whether a reader would see nothing. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

function checkSpans(text: string, entities: readonly MessageEntity[]): void {
  for (const entity of entities) {
    const start = entity.offset;
    if (start > text.length) {
      throw new ApiError(400, `Entity begins after the end of the text at UTF-16 offset ${start}`);
    }
    if (endOf(entity) > text.length) {
      const reason = `Entity beginning at UTF-16 offset ${start} ends after the end of the text at UTF-16 offset ${endOf(entity)}`;
      throw new ApiError(400, reason);
    }
    if (isInsidePair(text, start)) throw new ApiError(400, "Entity begins in a middle of a UTF-16 symbol");
    if (isInsidePair(text, endOf(entity))) {
      throw new ApiError(
        400,
        `Entity beginning at UTF-16 offset ${start} ends in a middle of a UTF-16 symbol`,
      );
    }
  }
}

function isInsidePair(text: string, offset: number): boolean {
  const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff;
  return offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1));
}

/** Replaces and removes characters; `moved[i]` is where the character at `i` went. */
function scrub({ text, entities }: FormattedText): FormattedText {
  const moved: number[] = [];
  let scrubbed = "";
  for (let i = 0; i < text.length; i++) {
    moved.push(scrubbed.length);
    const unit = text.charAt(i);
    if (VANISHING.test(unit)) continue;
    scrubbed += isControl(unit.charCodeAt(0)) ? " " : unit;
  }
  moved.push(scrubbed.length);
  return {
    text: scrubbed,
    entities: respan(entities, (offset) => moved[offset] as number),
  };
}

function trim({ text, entities }: FormattedText): FormattedText {
  // A loop, as a pattern for blanks before the end looks again from each blank of a long run.
  let end = text.length;
  while (end > 0 && " \n".includes(text.charAt(end - 1))) end--;
  const within = respan(entities, (offset) => Math.min(offset, end));
  const firstEntity = Math.min(end, ...within.map((entity) => entity.offset));
  const start = Math.min(firstEntity, /^[ \n]*/.exec(text)?.[0].length ?? 0);
  return { text: text.slice(start, end), entities: respan(within, (offset) => offset - start) };
}

/** Entities with their ends mapped; those that become empty go. */
function respan(entities: readonly MessageEntity[], map: (offset: number) => number): MessageEntity[] {
  return entities
    .map((entity) => ({
      ...entity,
      offset: map(entity.offset),
      length: map(endOf(entity)) - map(entity.offset),
    }))
    .filter((entity) => entity.length > 0);
}
