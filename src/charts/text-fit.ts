import { type Weight, widthOf } from "./advances.ts";

export interface Fit {
  readonly size: number;
  readonly weight: Weight;
  readonly width: number;
}

const GRAPHEMES = new Intl.Segmenter("zh", { granularity: "grapheme" });
const ELLIPSIS = "…";
/** Characters that no line begins with. */
const CLOSING = /^[、，。；：！？）》」』”’…%,.;:!?)\]]/;
/** Ends a part of a text that stands by itself: one source of several. */
const PART_END = /[；;]$/;
/** Runs that no line end cuts: words and numbers with their signs. */
const RUNS = /[\p{Script=Latin}\p{N}.,%'&/+-]+|./gsu;

/** The text on at most `lines` lines of the width; what does not fit ends in an ellipsis. Never cuts inside a character. */
export function wrapText(text: string, fit: Fit, lines: number): readonly string[] {
  const rest = runsOf(clean(text), fit);
  const wrapped: string[] = [];
  while (rest.length > 0 && wrapped.length < lines) {
    const last = wrapped.length === lines - 1;
    wrapped.push(last ? shortenText(rest.splice(0).join(""), fit) : takeLine(rest, fit));
  }
  return wrapped.filter((line) => line !== "");
}

/** The text on one line of the width, with an ellipsis for what does not fit. */
export function shortenText(text: string, fit: Fit): string {
  const whole = clean(text);
  if (widthOf(whole, fit.size, fit.weight) <= fit.width) return whole;
  const room = fit.width - widthOf(ELLIPSIS, fit.size, fit.weight);
  let kept = "";
  for (const { segment } of GRAPHEMES.segment(whole)) {
    if (widthOf(kept + segment, fit.size, fit.weight) > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/** Control and format characters (which could turn the line round), line ends and lone surrogates are no part of a picture. */
export const clean = (text: string): string =>
  text
    .replace(/[\p{Cs}\p{Cf}]/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();

/** Words, numbers and single characters; runs wider than a line in pieces that fit. */
function runsOf(text: string, fit: Fit): string[] {
  const graphemes = [...GRAPHEMES.segment(text)].map((s) => s.segment);
  const runs: string[] = [];
  for (const grapheme of graphemes) {
    const joined = `${runs.at(-1) ?? ""}${grapheme}`;
    const together = runs.length > 0 && (joined.match(RUNS)?.length === 1 || CLOSING.test(grapheme));
    if (together && widthOf(joined, fit.size, fit.weight) <= fit.width) runs.splice(-1, 1, joined);
    else runs.push(grapheme);
  }
  return runs;
}

/** Takes the first line off the runs; it ends with a part where that leaves it no shorter than half the width. */
function takeLine(runs: string[], fit: Fit): string {
  const taken = runs.splice(0, 1);
  while (
    runs[0] !== undefined &&
    widthOf(`${taken.join("")}${runs[0].trimEnd()}`, fit.size, fit.weight) <= fit.width
  )
    taken.push(...runs.splice(0, 1));
  const whole = taken.slice(0, taken.findLastIndex((run) => PART_END.test(run)) + 1);
  if (runs.length > 0 && widthOf(whole.join(""), fit.size, fit.weight) >= fit.width / 2)
    runs.unshift(...taken.splice(whole.length));
  while (runs[0]?.trim() === "") runs.shift();
  return taken.join("").trim();
}
