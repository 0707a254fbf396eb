import { QUOTED_TERM, TRAPS } from "./tables/traps.ts";

/** Which characters of a paragraph may not be read as part of a number, and which not as a numeral in characters. */
export interface Mask {
  readonly hard: Uint8Array;
  readonly soft: Uint8Array;
}

/** `spans` are the times that were found: their digits are no quantities. */
export function maskTraps(text: string, spans: readonly { start: number; end: number }[]): Mask {
  const hard = new Uint8Array(text.length);
  const soft = new Uint8Array(text.length);
  for (const trap of TRAPS)
    for (const match of text.matchAll(trap)) hard.fill(1, match.index, match.index + match[0].length);
  for (const span of spans) hard.fill(1, span.start, span.end);
  for (const match of text.matchAll(QUOTED_TERM)) soft.fill(1, match.index, match.index + match[0].length);
  return { hard, soft };
}
