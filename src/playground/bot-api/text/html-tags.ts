/** The tags that Telegram reads, and the formatting each of them is; the rest is refused. */
export const TAGS: Readonly<Record<string, string>> = {
  a: "link",
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  u: "underline",
  ins: "underline",
  "tg-spoiler": "spoiler",
  "tg-emoji": "emoji",
  span: "spoiler",
  pre: "pre",
  code: "code",
  blockquote: "blockquote",
};

/** An attribute of a tag; without a value where no equal sign follows it. */
export interface Attribute {
  readonly name: string;
  readonly value: string | undefined;
}

/** The one thing a tag's attribute can say; undefined for attributes that Telegram passes over. */
export function argumentOf(tag: string, { name, value }: Attribute): string | undefined {
  if (tag === "blockquote" && name === "expandable") return "1";
  if (value === undefined) return undefined;
  if (tag === "a" && name === "href") return value;
  if (tag === "code" && name === "class" && value.startsWith("language-"))
    return value.slice("language-".length);
  if (tag === "span" && name === "class" && value.startsWith("tg-")) return value.slice("tg-".length);
  if (tag === "tg-emoji" && name === "emoji-id") return value;
  return undefined;
}
