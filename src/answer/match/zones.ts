import { type Surroundings, ZONES, type Zone } from "../../retrieval/library.ts";
import type { Term } from "../question/question.ts";
import { remembering } from "./memo.ts";

/**
 * How well a word speaks for a figure, by where it stands: in the name of what is measured, its clause, its sentence, the
 * sentences before it in the paragraph, the headings, the title. Found by trial on the development questions; what matters
 * is the order.
 */
const ZONE_WEIGHT: Readonly<Record<Zone, number>> = {
  metric: 1,
  clause: 0.9,
  sentence: 0.78,
  before: 0.6,
  heading: 0.62,
  section: 0.45,
  title: 0.5,
};

/** All zones in one text, the Chinese and the Latin part of their match forms apart, with the characters that stand in it. */
interface Everywhere {
  readonly han: string;
  readonly latin: string;
  readonly marks: Uint8Array;
}

const joined = new WeakMap<Surroundings, Everywhere>();

function everywhere(around: Surroundings): Everywhere {
  let texts = joined.get(around);
  if (texts === undefined) {
    const forms = ZONES.map((zone) => around[zone]);
    // The Latin part of a match form begins at its first space; see matchForm.
    const cuts = forms.map((form) => {
      const at = form.indexOf(" ");
      return at < 0 ? form.length : at;
    });
    const han = forms.map((form, i) => form.slice(0, cuts[i])).join("\n");
    const latin = forms.map((form, i) => form.slice(cuts[i])).join("\n");
    texts = { han, latin, marks: marksOf(han + latin) };
    joined.set(around, texts);
  }
  return texts;
}

/** How many numbers stand for characters: more than a text has different ones, so that few share theirs. */
const MARKS = 1024;

/** Which characters a text has, by their marks. */
function marksOf(text: string): Uint8Array {
  const marks = new Uint8Array(MARKS);
  for (let i = 0; i < text.length; i++) marks[text.charCodeAt(i) % MARKS] = 1;
  return marks;
}

/** Whether a word stands in one of the zones. Most do not, which their characters tell without a look at the text. */
function standsNear(word: string, { han, latin, marks }: Everywhere): boolean {
  for (let i = 0; i < word.length; i++) if (marks[word.charCodeAt(i) % MARKS] === 0) return false;
  return (word.startsWith(" ") ? latin : han).includes(word);
}

/** The best place of a term around a figure or sentence: from 0 (nowhere) to 1 (in the name of what is measured). */
export const matchTerm = remembering(findMatch);

function findMatch(term: Term, around: Surroundings): number {
  if (term.rivals.length > 0 && isRivalled(term, around)) return 0;
  let best = 0;
  const near = everywhere(around);
  const present = term.alternates.filter((a) => standsNear(a.text, near));
  for (const zone of present.length > 0 ? ZONES : []) {
    const weight = ZONE_WEIGHT[zone];
    if (weight <= best) continue;
    for (const alternate of present) {
      // A bare measure word (列 for 列数) speaks only where the figure itself is named.
      if (
        alternate.text.length === 1 &&
        alternate.text !== "⇄" &&
        (zone !== "metric" || (alternate.text !== term.text && !measures(alternate.text, around)))
      )
        continue;
      if (alternate.weight * weight > best && stands(alternate.text, around[zone], term.around))
        best = alternate.weight * weight;
    }
  }
  if (
    best > 0 ||
    term.kind === "place" ||
    term.kind === "body" ||
    term.text.length < 3 ||
    !/^\p{Script=Han}/u.test(term.text)
  )
    return best;
  return partialMatch(term.text, around) * (term.kind === "word" ? 1 : 0.7);
}

/** A measure word stands behind a number (2106列), not only within another word (班列). */
const measures = (unit: string, around: Surroundings): boolean =>
  new RegExp(`[\\d万亿千百十余多几]${unit}`).test(around.metric);

/** Whether a word stands in a form, not only inside a longer name (海口 in 出海口). */
function stands(word: string, form: string, longer: readonly string[]): boolean {
  if (!form.includes(word)) return false;
  if (longer.length === 0) return true;
  return longer.reduce((rest, name) => rest.replaceAll(name, "·"), form).includes(word);
}

/** The measure's name holds a rival of the term (车辆 where 旅客 was asked) and not the term itself. */
export function isRivalled(term: Term, around: Surroundings): boolean {
  if (term.alternates.some((a) => a.weight >= 0.7 && around.metric.includes(a.text))) return false;
  return term.rivals.some((rival) => around.metric.includes(rival));
}

/** A long word that stands nowhere whole counts by its character pairs: 退货仓 beside 退货中心仓. */
function partialMatch(word: string, around: Surroundings): number {
  let found = 0;
  for (let i = 0; i + 1 < word.length; i++) if (around.sentence.includes(word.slice(i, i + 2))) found++;
  const share = found / (word.length - 1);
  return share >= 0.3 ? 0.6 * share : 0;
}

export interface Coverage {
  /** Weighted share of the terms that were found, 0–1. */
  readonly score: number;
  /** Terms that were found nowhere near. */
  readonly missing: readonly Term[];
}

/** How well the terms of a question are covered, by how well each matches (0–1). No terms: nothing is covered. */
export function coverOf(terms: readonly Term[], matchOf: (term: Term) => number): Coverage {
  let sum = 0;
  let total = 0;
  const missing: Term[] = [];
  for (const term of terms) {
    const match = matchOf(term);
    sum += match * term.weight;
    total += term.weight;
    if (match < 0.2) missing.push(term);
  }
  return { score: total === 0 ? 0 : sum / total, missing };
}

/**
 * Whether two and more topics are met, and the words that the library knows covered from `least` on: one that it does not know
 * is then the asker's own way to say a thing (双轮驱动的两个轮子) and no topic of its own.
 */
export function isWellTold(
  terms: readonly Term[],
  isTopic: (term: Term) => boolean,
  cover: (terms: readonly Term[]) => Coverage,
  least: number,
): boolean {
  const known = terms.filter((t) => !t.absent);
  return known.filter(isTopic).length > 1 && cover(known).score >= least;
}
