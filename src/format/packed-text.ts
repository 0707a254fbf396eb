import { createHash } from "node:crypto";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Characters that Chinese questions are made of, as ranges of code points; their order is part of the format. */
const SYMBOLS: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0x4e00, 0x9fff],
  [0x3000, 0x303f],
  [0xff00, 0xff5e],
  [0x2010, 0x2027],
];
const BASE = BigInt(SYMBOLS.reduce((sum, [from, to]) => sum + to - from + 1, 0));

/**
 * A text in at most `limit` characters of `A-Za-z0-9_-`, which fit Telegram's callback data and start parameters alike: about
 * 26 Chinese or 47 Latin characters in 64. Undefined where it does not fit.
 */
export function packText(text: string, limit: number): string | undefined {
  const dense = packDense(text);
  const direct = `a${Buffer.from(text).toString("base64url")}`;
  const best = dense !== undefined && dense.length < direct.length ? dense : direct;
  return best.length <= limit && unpackText(best) === text ? best : undefined;
}

/** The text that {@link packText} packed; undefined for anything else. */
export function unpackText(packed: string): string | undefined {
  const rest = packed.slice(1);
  if (!/^[\w-]+$/.test(rest)) return undefined;
  if (packed.startsWith("b")) return unpackDense(rest);
  return packed.startsWith("a") ? Buffer.from(rest, "base64url").toString() : undefined;
}

/** A short name for a text that does not fit, under which it is kept elsewhere: `h` and 15 characters. */
export const hashText = (text: string): string =>
  `h${createHash("sha256").update(text).digest("base64url").slice(0, 15)}`;

function packDense(text: string): string | undefined {
  let sum = 1n; // a leading one, so that a first symbol of zero is not lost
  for (const char of text) {
    const index = symbolIndex(char.codePointAt(0) ?? 0);
    if (index === undefined) return undefined;
    sum = sum * BASE + BigInt(index);
  }
  return `b${toDigits(sum)}`;
}

function unpackDense(digits: string): string | undefined {
  let sum = [...digits].reduce((n, digit) => n * 64n + BigInt(DIGITS.indexOf(digit)), 0n);
  let text = "";
  while (sum > 1n) {
    text = symbolAt(Number(sum % BASE)) + text;
    sum /= BASE;
  }
  return sum === 1n ? text : undefined;
}

function toDigits(n: bigint): string {
  let digits = "";
  for (let rest = n; rest > 0n; rest /= 64n) digits = DIGITS.charAt(Number(rest % 64n)) + digits;
  return digits;
}

function symbolIndex(code: number): number | undefined {
  let base = 0;
  for (const [from, to] of SYMBOLS) {
    if (code >= from && code <= to) return base + code - from;
    base += to - from + 1;
  }
  return undefined;
}

function symbolAt(index: number): string {
  let left = index;
  for (const [from, to] of SYMBOLS) {
    if (left <= to - from) return String.fromCodePoint(from + left);
    left -= to - from + 1;
  }
  return "";
}
