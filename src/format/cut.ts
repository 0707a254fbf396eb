/** Telegram's bound on a message after its entities are parsed, in UTF-16 units (it counts code points, which are never more). */
export const MESSAGE_LIMIT = 4096;

/** Its bound on what stands below a photo. */
export const CAPTION_LIMIT = 1024;

const ELLIPSIS = "…";

/** At most `limit` UTF-16 units, ending in … where something was left out; never half a surrogate pair. */
export function cutEnd(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return "";
  return `${text.slice(0, wholeAt(text, limit - 1))}${ELLIPSIS}`;
}

/** At most `limit` bytes of UTF-8, whole characters only. */
export function cutBytes(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const char of text) {
    bytes += Buffer.byteLength(char);
    if (bytes > limit) break;
    end += char.length;
  }
  return text.slice(0, end);
}

/**
 * A window `[from, to)` of at most `limit` units over a text of `length`, holding `[start, end)` where that fits, about
 * equally far to both sides; its edges never split a surrogate pair.
 */
export function windowAround(
  text: string,
  start: number,
  end: number,
  limit: number,
): readonly [number, number] {
  if (text.length <= limit) return [0, text.length];
  const spare = Math.max(0, limit - (end - start));
  const wish = Math.max(0, Math.min(start - Math.floor(spare / 2), text.length - limit));
  const before = wholeAt(text, wish);
  // Stepping back over half a pair must not push the end out of the window; one step on is whole as well.
  const from = before === wish || before + limit >= end ? before : wish + 1;
  return [from, wholeAt(text, Math.min(text.length, from + limit))];
}

/** `at`, or one less where it would part the halves of a surrogate pair. */
function wholeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at;
}
