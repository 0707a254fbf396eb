import type { MessageEntity } from "grammy/types";
import { sortEntities } from "./fix-entities.ts";

/** Characters that mean something in HTML, text and attributes alike. */
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The text as it stands, safe inside an element or a quoted attribute. */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}

/** Element and attributes of an entity that needs no address. */
const ELEMENTS: Readonly<Record<string, string>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  spoiler: 'span class="tg-spoiler"',
  code: "code",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote expandable",
  mention: 'span class="mention"',
  hashtag: 'span class="hashtag"',
  cashtag: 'span class="cashtag"',
  bot_command: 'span class="bot-command"',
  text_mention: 'span class="mention"',
  phone_number: 'span class="phone"',
};

/**
 * A message as HTML for a page: every character of the text escaped, each entity one element, properly nested;
 * line feeds stay (show them with `white-space: pre-wrap`). Links open http, https, mailto and tg addresses only.
 */
export function entitiesToHtml(text: string, entities: readonly MessageEntity[]): string {
  const open: Array<{ end: number; close: string }> = [];
  let html = "";
  let position = 0;
  const advance = (to: number): void => {
    while (open.length > 0 && (open.at(-1)?.end as number) <= to) {
      const last = open.pop() as { end: number; close: string };
      html += escapeText(text.slice(position, last.end)) + last.close;
      position = Math.max(position, last.end);
    }
    html += escapeText(text.slice(position, to));
    position = Math.max(position, to);
  };
  for (const entity of sortEntities(entities)) {
    advance(entity.offset);
    const outerEnd = open.at(-1)?.end ?? text.length;
    const end = Math.min(entity.offset + entity.length, outerEnd);
    const [start, close] = tagsOf(entity, text.slice(entity.offset, end));
    html += start;
    open.push({ end, close });
  }
  advance(text.length);
  return html;
}

function tagsOf(entity: MessageEntity, covered: string): readonly [string, string] {
  switch (entity.type) {
    case "pre": {
      const language =
        entity.language === undefined ? "" : ` class="language-${escapeText(entity.language)}"`;
      return [`<pre><code${language}>`, "</code></pre>"];
    }
    case "text_link":
      return link(entity.url);
    case "url":
      return link(/^[a-z]+:/i.test(covered) ? covered : `https://${covered}`);
    case "email":
      return link(`mailto:${covered}`);
    default: {
      const element = ELEMENTS[entity.type] ?? "span";
      return [`<${element}>`, `</${element.split(" ")[0]}>`];
    }
  }
}

function link(address: string): readonly [string, string] {
  if (!/^(?:https?|tg|mailto):/i.test(address)) return ["<span>", "</span>"];
  return [`<a href="${escapeText(address)}" target="_blank" rel="noopener noreferrer">`, "</a>"];
}
