import type { MessageEntity } from "grammy/types";

/**
 * What Telegram finds in plain text by itself. A letter of any script next to a mention or a command makes it
 * none: "请/ask" and "/ask中国" hold no command, "@guanwen_bot，" holds a mention, "@guanwen_bot中国" does not.
 */
const PATTERNS: ReadonlyArray<readonly [MessageEntity["type"], RegExp]> = [
  ["url", /(?<![\p{L}\p{N}_@])https?:\/\/[\p{L}\p{N}._-]+(?::\d+)?(?:[/?#][^\s<>«»“”‘’"]*)?/giu],
  [
    "email",
    /(?<![\p{L}\p{N}_.@])[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?![\p{L}\p{N}_@])/giu,
  ],
  [
    "url",
    /(?<![\p{L}\p{N}_@./-])(?:[a-z0-9-]+\.)+(?:com|cn|org|net|edu|gov|info|io|me|dev|app|eu|uk|hk|tw|ru|de|fr|us)(?::\d+)?(?:[/?#][^\s<>«»“”‘’"]*)?(?![\p{L}\p{N}_@])/giu,
  ],
  ["bot_command", /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>@])/giu],
  ["mention", /(?<![\p{L}\p{N}_])@[a-z0-9_]{2,32}(?![\p{L}\p{N}_])/giu],
  ["cashtag", /(?<![\p{L}\p{N}_$])\$(?:1INCH|[A-Z]{1,8})(?![\p{L}\p{N}_$])/gu],
  ["hashtag", /(?<![\p{L}\p{N}_#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_·]{1,256}(?![\p{L}\p{N}_#])/gu],
];

/** Punctuation that ends a sentence rather than an address. */
const TRAILING = ".,:;!?'\")]}。，、；：！？）】》…";

/** How much of an address found in a text belongs to it. */
function addressLength(address: string): number {
  let end = address.length;
  while (end > 0 && TRAILING.includes(address.charAt(end - 1))) end--;
  return end;
}

/** Mentions, commands, addresses, hashtags and cashtags of a text, in order; where two overlap, the earlier pattern's. */
export function findEntities(text: string): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const length = type === "url" ? addressLength(match[0]) : match[0].length;
      const entity = { type, offset: match.index, length } as MessageEntity;
      if (length > 0 && found.every((other) => isApart(other, entity))) found.push(entity);
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** The found entities that lie in no code, link, mention or the like of `entities`, added to them. */
export function addFoundEntities(text: string, entities: readonly MessageEntity[]): MessageEntity[] {
  const formatting = new Set([
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
  ]);
  const solid = entities.filter((entity) => !formatting.has(entity.type));
  const quotes = entities.filter((entity) => entity.type.endsWith("blockquote"));
  return findEntities(text).filter(
    (entity) =>
      solid.every((other) => isApart(other, entity)) && quotes.every((quote) => isNested(entity, quote)),
  );
}

function isApart(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset + a.length <= b.offset || b.offset + b.length <= a.offset;
}

function isNested(a: MessageEntity, b: MessageEntity): boolean {
  return isApart(a, b) || (a.offset >= b.offset && a.offset + a.length <= b.offset + b.length);
}
