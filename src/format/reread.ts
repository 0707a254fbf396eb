import { bold, concat, italic, link, plain, preformatted, type Rich } from "./html.ts";

/** As much of Telegram's MessageEntity as is read here. */
export interface SentEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

/** A reply that was sent, taken apart again: what stands above its quotes, and below the last one's source. */
export interface SentReply {
  readonly head: Rich;
  readonly foot: Rich;
}

/** Takes a sent reply apart, so that another quote can be put in its place; undefined where it holds no quote. */
export function rereadReply(text: string, entities: readonly SentEntity[]): SentReply | undefined {
  const quotes = entities.filter((e) => e.type === "expandable_blockquote" || e.type === "blockquote");
  const [first, last] = [quotes[0], quotes.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const source = text.indexOf("\n", last.offset + last.length);
  const below = source < 0 ? -1 : text.indexOf("\n", source + 1);
  return {
    head: formatted(text, entities, 0, trimmedEnd(text, first.offset)),
    foot: below < 0 ? plain("") : formatted(text, entities, below + 1, text.length),
  };
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && text.charAt(at - 1) === "\n") at--;
  return at;
}

/** The slice with the formats that our replies use; what Telegram found by itself (numbers, tags) stays plain. */
function formatted(text: string, entities: readonly SentEntity[], from: number, to: number): Rich {
  const parts: Rich[] = [];
  let at = from;
  for (const e of [...entities].sort((a, b) => a.offset - b.offset)) {
    const end = e.offset + e.length;
    const format = FORMATS[e.type];
    if (format === undefined || e.offset < at || end > to) continue;
    parts.push(plain(text.slice(at, e.offset)), format(text.slice(e.offset, end), e));
    at = end;
  }
  return concat([...parts, plain(text.slice(at, to))]);
}

const FORMATS: Readonly<Record<string, (text: string, entity: SentEntity) => Rich>> = {
  bold: (text) => bold(plain(text)),
  italic: (text) => italic(plain(text)),
  pre: (text) => preformatted(text),
  text_link: (text, entity) => link(plain(text), entity.url),
};
