/** Chinese characters, kana and full-width forms: no space stands between two of them, nor between one and a Latin word. */
const WIDE = /[\u2014\u2018-\u201d\u2026\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Characters that show nothing: zero-width marks, soft hyphens, byte-order marks, lone control characters. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Whether a character is Chinese, or punctuation as Chinese is printed with. */
export const isWide = (char: string | undefined): boolean => char !== undefined && WIDE.test(char);

/** One line of text with every run of white space (also no-break and full-width) as one space, trimmed, without invisible characters. */
export const tidy = (text: string): string =>
  text
    .replace(INVISIBLE, "")
    .replace(/[\s\u00a0\u3000]+/g, " ")
    .trim();

/**
 * Two halves of one text, put together as print would have them: a space between Latin words, none beside Chinese and before
 * closing marks.
 * "车辆" + "68辆" → "车辆68辆"; "in the" + "first" → "in the first". An empty half gives the other one.
 */
export function glue(left: string, right: string): string {
  const a = left.trimEnd();
  const b = right.trimStart();
  if (a === "" || b === "") return a + b;
  return isWide(a.at(-1)) || isWide(b[0]) || /^[,.;:!?%)\]}]/.test(b) ? a + b : `${a} ${b}`;
}

/** Printed width in full-width characters: a Latin character counts half. */
export function width(text: string): number {
  let sum = 0;
  for (const char of text) sum += isWide(char) ? 1 : 0.5;
  return sum;
}

/** White space and punctuation taken out, lower case: two texts that print alike give the same. */
export const squeeze = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, "");
