/** A file of a face that holds some of its characters. */
export interface Slice {
  readonly file: string;
  /** Code points, inclusive. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

const FACE = /url\(\s*["']?([^"')]+)["']?\s*\)[^;}]*;[^}]*?unicode-range:\s*([^;}]+)/g;

/** Reads which file holds which characters from a style sheet of `@font-face` rules. */
export function parseSlices(css: string): readonly Slice[] {
  return [...css.matchAll(FACE)].map(([, file = "", ranges = ""]) => ({
    file,
    ranges: ranges.split(",").flatMap(parseRange),
  }));
}

function parseRange(text: string): (readonly [number, number])[] {
  const match = /^u\+([0-9a-f]+)(?:-([0-9a-f]+))?$/i.exec(text.trim());
  if (!match) return [];
  const from = Number.parseInt(match[1] ?? "", 16);
  return [[from, match[2] === undefined ? from : Number.parseInt(match[2], 16)]];
}

/** The slice with a character; the last one where several name it, as browsers do. */
export const sliceOf = (slices: readonly Slice[], code: number): Slice | undefined =>
  slices.findLast(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to));
