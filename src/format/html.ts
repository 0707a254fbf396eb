declare const safe: unique symbol;

/** Text that Telegram's HTML parser accepts as it stands. Only the functions of this file make it. */
export type Html = string & { readonly [safe]: true };

/** Formatted text: its HTML, and the text that is left once Telegram has parsed it (which its limits count). */
export interface Rich {
  readonly html: Html;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * What Telegram would change or drop by itself, changed here first, so that lengths and offsets are those it counts:
 * control characters become spaces, direction overrides and `\r` vanish, half a surrogate pair becomes U+FFFD.
 */
export function cleanText(text: string): string {
  return text
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(/[\r\u202a-\u202e]/g, "")
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, " ");
}

/** Any text, made harmless. */
export const escapeHtml = (text: string): Html =>
  cleanText(text).replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char) as Html;

/** Unformatted text. */
export const plain = (text: string): Rich => ({ html: escapeHtml(text), text: cleanText(text) });

export const EMPTY: Rich = plain("");

const wrap =
  (open: string, close: string) =>
  (inner: Rich): Rich =>
    inner.text === "" ? inner : { html: `${open}${inner.html}${close}` as Html, text: inner.text };

export const bold = wrap("<b>", "</b>");
export const italic = wrap("<i>", "</i>");
/** A block quotation that folds when it is long. Telegram drops one inside another, so `inner` must hold none. */
export const foldedQuote = wrap("<blockquote expandable>", "</blockquote>");
/** Monospaced block; formatting inside it would be dropped, so it takes bare text. */
export const preformatted = (text: string): Rich => wrap("<pre>", "</pre>")(plain(text));

/** A link; just its text where the address is not http(s) with a dotted host, which Telegram drops silently. */
export function link(label: Rich, address: string | undefined): Rich {
  if (address === undefined || label.text === "" || !/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(address))
    return label;
  return { html: `<a href="${escapeHtml(address)}">${label.html}</a>` as Html, text: label.text };
}

/** One after another. */
export const concat = (parts: readonly Rich[]): Rich => ({
  html: parts.map((p) => p.html).join("") as Html,
  text: parts.map((p) => p.text).join(""),
});

/** One after another, with `separator` between those that are not empty. */
export function join(parts: readonly Rich[], separator: string): Rich {
  const present = parts.filter((p) => p.text !== "");
  return concat(present.flatMap((p, i) => (i === 0 ? [p] : [plain(separator), p])));
}
