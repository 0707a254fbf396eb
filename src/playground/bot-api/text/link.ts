/** Schemes that need a host with a dot in it. */
const WEB = /^(?:(https?|ton|tonsite):\/\/)?([^/?#\s]+)([/?#].*)?$/i;
/** Links into Telegram itself. */
const INTERNAL = /^(?:tg|ton|tonsite):(?:\/\/)?[^\s]+$/i;

/** The user of a `tg://user?id=…` link; undefined for other links. */
export function mentionedUser(link: string): number | undefined {
  const found = /^tg:(?:\/\/)?user\?(?:.*&)?id=(\d{1,15})(?:&|$)/i.exec(link);
  return found === null ? undefined : Number(found[1]);
}

/**
 * A link as Telegram keeps it, or undefined where it is none and the formatting is dropped: other schemes, hosts
 * without a dot. A missing scheme becomes http, a missing path "/": "example.com" → "http://example.com/".
 */
export function checkLink(link: string): string | undefined {
  const trimmed = link.trim();
  if (INTERNAL.test(trimmed))
    return trimmed.replace(/^(\w+):(?:\/\/)?/, (_, scheme: string) => `${scheme.toLowerCase()}://`);
  const found = WEB.exec(trimmed);
  if (found === null) return undefined;
  const [, scheme = "http", authority = "", rest = ""] = found;
  // "mailto:a@b.cn" reads as a host with a user before it, and is a link of another scheme.
  if (found[1] === undefined && /^[^@]*:[^@]*@/.test(authority)) return undefined;
  const host = authority.replace(/^.*@/, "").replace(/:\d+$/, "");
  if (!isHost(host)) return undefined;
  const port = /:(\d+)$/.exec(authority)?.[0] ?? "";
  const path = rest.startsWith("/") ? rest : `/${rest}`;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${port}${path}`;
}

/** A name or address with a dot inside, of letters, digits, dashes; other scripts' letters too. */
function isHost(host: string): boolean {
  return /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\.?$/u.test(host);
}
