/** The named references that Telegram decodes; every other name stays as it is written. */
const NAMED: Readonly<Record<string, number>> = { lt: 0x3c, gt: 0x3e, amp: 0x26, quot: 0x22 };

/**
 * The character reference at `position` (where an `&` stands) and where it ends; undefined where there is none:
 * an unknown name, a number of zero or beyond Unicode, or one longer than nine characters. The semicolon may
 * be missing.
 */
export function htmlCharacter(source: string, position: number): { code: number; end: number } | undefined {
  const match = /&(?:#x([0-9a-f]*)|#([0-9]*)|([a-z]*))/iy;
  match.lastIndex = position;
  const found = match.exec(source);
  if (found === null) return undefined;
  const code = codeOf(found);
  if (code === undefined) return undefined;
  const end = position + found[0].length;
  return { code, end: source[end] === ";" ? end + 1 : end };
}

function codeOf([whole, hexadecimal, decimal, name]: RegExpExecArray): number | undefined {
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  // `#X` with a capital is no hexadecimal reference to tdlib: it reads no digits and finds zero.
  if (hexadecimal !== undefined && whole[2] === "X") return undefined;
  const code =
    hexadecimal === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hexadecimal, 16);
  const isCharacter = code > 0 && code < 0x10ffff && whole.length < 10;
  return isCharacter ? code : undefined;
}
