/** A slice `[start, end)` of a text, in UTF-16 units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

const CLOSERS = "”’」』）)】》\"'";
const HARD_STOPS = "。！？!?…";
/** Abbreviations whose dot ends no sentence. */
const ABBREVIATIONS =
  /(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|vs|etc|approx|fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|a\.m|p\.m|e\.g|i\.e)|\b[A-Z])\.$/;

/** Who said it, behind a closing quotation mark, to the end of that short sentence. */
const ATTRIBUTION = /^[^。！？!?\n“”]{2,22}(?:说|表示|介绍|指出|强调|认为|解释|坦言)。/;

/**
 * The sentences of a text, in order: whole sentences with their closing quotes and brackets, without the white space
 * between them. A line break ends a sentence; a dot only where it stands before white space (or a closing quote) and
 * closes no abbreviation, number or initial. Every non-blank character lies in exactly one sentence.
 */
export function splitSentences(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  const push = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(text.charAt(from))) from++;
    while (to > from && /\s/.test(text.charAt(to - 1))) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "\n") {
      push(i);
      continue;
    }
    if (!(HARD_STOPS.includes(c) || (c === "." && isFullStop(text, i)))) continue;
    while (i + 1 < text.length && (HARD_STOPS + CLOSERS).includes(text.charAt(i + 1))) {
      if (`"'`.includes(text.charAt(i + 1)) && !/[\s"'”]|$/.test(text.charAt(i + 2))) break;
      i++;
    }
    // “…。”王军表示。 belongs to what was said.
    const attribution =
      /[”’」』]/.test(c) || CLOSERS.includes(text.charAt(i))
        ? ATTRIBUTION.exec(text.slice(i + 1, i + 32))
        : null;
    if (attribution) i += attribution[0].length;
    push(i + 1);
  }
  push(text.length);
  return spans;
}

function isFullStop(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  if (next !== "" && !/\s/.test(next) && !CLOSERS.includes(next)) return false;
  if (next === "" || next === "\n") return true;
  if (!ABBREVIATIONS.test(text.slice(Math.max(0, at - 8), at + 1))) return true;
  // "7 a.m. The gate": a capital that follows a time of day begins a sentence; after No. or an initial it does not.
  return /[ap]\.m\.$/.test(text.slice(0, at + 1)) && /^\s+[A-Z]/.test(text.slice(at + 1));
}

/** The clauses of a sentence span: parted by commas, semicolons and colons, not by 、 and not by a comma inside a number. */
export function splitClauses(text: string, sentence: TextSpan): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = sentence.start;
  for (let i = sentence.start; i < sentence.end; i++) {
    const c = text.charAt(i);
    const inNumber =
      c === "," && /\d/.test(text.charAt(i - 1)) && /^\d{3}(?!\d)/.test(text.slice(i + 1, i + 5));
    if (!"，,；;：:".includes(c) || inNumber || (c === ":" && /\d/.test(text.charAt(i + 1)))) continue;
    if (i > start) spans.push({ start, end: i });
    start = i + 1;
  }
  if (start < sentence.end) spans.push({ start, end: sentence.end });
  return spans;
}
