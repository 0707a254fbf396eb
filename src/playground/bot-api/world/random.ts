/**
 * Repeatable noise: the same seed gives the same stream. Mulberry32, a 32-bit generator small enough to read;
 * good enough to make identifiers look like Telegram's, for nothing else.
 */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/** An identifier of `length` characters that belongs to `seed` and `counter` alone. */
export function stableId(seed: number, counter: number, length: number): string {
  const random = seededRandom(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(counter + 1, 0xc2b2ae35));
  return Array.from({ length }, () => LETTERS.charAt(Math.floor(random() * LETTERS.length))).join("");
}

/** A number of up to 18 digits, as text: what Telegram's query identifiers look like. */
export function stableNumber(seed: number, counter: number): string {
  const random = seededRandom(Math.imul(seed ^ 0x51ed270b, 0xc2b2ae35) ^ Math.imul(counter + 1, 0x27d4eb2f));
  const digits = Array.from({ length: 17 }, () => Math.floor(random() * 10)).join("");
  return `${1 + Math.floor(random() * 9)}${digits}`;
}
