import { simplecc } from "simplecc-wasm";
import { remembered } from "./remembered.ts";

const t2s = (text: string): string => simplecc(text, "t2s");

/** A text made comparable, with the way back to where each of its characters came from. */
export interface Folded {
  readonly text: string;
  /** Offset in the original of the folded character `i`; for `i` = length, the original's length. */
  readonly origin: (i: number) => number;
}

const ASCII = /^[\x00-\x7f]*$/;
/** Every character that the Simplified table changes is one of these. */
const HAN = /\p{Script=Han}/u;
/** What folding a character by itself may change: all but lower-case ASCII and the commonest Chinese ones. */
const FOLDS = /[A-Z]+|[^\x00-\x7f\u4e00-\u9fff、。“”《》]/gu;
/** Punctuation whose folded form is not what NFKC makes of it, or is needed on every line. */
const PUNCTUATION: Readonly<Record<string, string>> = {
  "「": "“",
  "」": "”",
  "『": "‘",
  "』": "’",
  "’": "'",
  "，": ",",
  "：": ":",
  "；": ";",
  "？": "?",
  "！": "!",
};

/** Traditional characters → Simplified, one for one: the length stays (measured over the articles by its authors' tables). */
export function simplify(text: string): string {
  if (!HAN.test(text)) return text;
  return text.length <= SHORT ? simplifyShort(text) : simplifyHan(text);
}

function simplifyHan(text: string): string {
  const simple = t2s(text.replaceAll("嗰", "那"));
  return simple.length === text.length ? simple : [...text].map((c) => sameLength(c, t2s(c))).join("");
}

/** Names and units of figures are short, and read for each question again. */
const SHORT = 50;
const simplifyShort = remembered(5_000, simplifyHan);

const sameLength = (from: string, to: string): string => (to.length === from.length ? to : from);

/**
 * The form in which texts are matched: width and compatibility forms unified (NFKC, character by character), Simplified,
 * lower case, Chinese corner brackets as curly quotes, curly apostrophes straight, lone surrogates and zero-width
 * characters as spaces. Offsets lead back to the original.
 */
export function fold(text: string): Folded {
  let out = "";
  const origins: number[] = [];
  let at = 0;
  for (const char of text) {
    const folded = foldChar(char);
    for (let k = 0; k < folded.length; k++) origins.push(at);
    out += folded;
    at += char.length;
  }
  return { text: simplify(out), origin: (i) => origins[i] ?? text.length };
}

/**
 * The original's characters beside the folded ones, one for one: case and script as they were written, and the folded
 * characters where one became several (… → ...) or took more than one place.
 */
export function alignWritten(original: string, { text, origin }: Folded): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const [from, to] = [origin(i), origin(i + 1)];
    out += to - from === 1 && (i === 0 || origin(i - 1) < from) ? original.charAt(from) : text.charAt(i);
  }
  return out;
}

/** The folded text alone. */
export const foldText = (text: string): string =>
  ASCII.test(text) ? text.toLowerCase() : simplify(text.replace(FOLDS, foldChar));

function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return char;
  if (code < 0x80) return char.toLowerCase();
  const punctuation = PUNCTUATION[char];
  if (punctuation !== undefined) return punctuation;
  if (/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\ud800-\udfff]/.test(char) && char.length === 1) return " ";
  return char.normalize("NFKC").toLowerCase();
}
