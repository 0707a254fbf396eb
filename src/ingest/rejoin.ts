import type { Section } from "./headings.ts";
import { demandsMore, isOpenEnd, proofOf, startShape } from "./sentence-edges.ts";
import { glue } from "./spacing.ts";

/** Two halves of a sentence that were put together. */
export interface Joined {
  /** Last characters of the first half and first ones of the second, parted by ‖. */
  readonly cut: string;
  readonly proof: string;
  /** Paragraphs that were moved with the second half, because they follow it in its column; undefined where it stood next. */
  readonly movedWith?: number;
}

export interface Rejoined {
  readonly sections: readonly Section[];
  readonly joined: readonly Joined[];
  /** Ends of paragraphs that stop within a sentence and for which nothing proves the rest. */
  readonly unfinished: readonly string[];
}

/** Characters on each side of a cut that the report shows. */
const SHOWN = 16;

interface Link {
  readonly from: number;
  readonly to: number;
  readonly proof: string;
}

/**
 * Puts sentences together again that a blank line or the end of a column cut. A half is joined to one that stands
 * elsewhere only by proof that fits these two and no others; to the paragraph right below also when that one does not
 * begin as a sentence does. What follows a half that is moved, up to the next heading or cut, moves with it. What is
 * not proved stays as it is and is reported.
 */
export function rejoin(sections: readonly Section[]): Rejoined {
  const open = sections.flatMap((section, at) => (section.kind === "paragraph" && !section.isItem && isOpenEnd(section.text) ? [at] : []));
  const proved = provedLinks(sections, open);
  const links = [...proved, ...neighbourLinks(sections, open, proved)];
  return {
    ...assemble(sections, links),
    unfinished: open.filter((at) => !links.some((link) => link.from === at)).map((at) => `…${sections[at]?.text.slice(-2 * SHOWN) ?? ""}`),
  };
}

/** Pairs for which a proof holds, each half in one pair only; a neighbour's proof beats all others. */
function provedLinks(sections: readonly Section[], open: readonly number[]): Link[] {
  if (open.length === 0) return [];
  const starts = sections.flatMap((section, at) => (section.kind === "paragraph" && !section.isItem ? [at] : []));
  const pairs = open.flatMap((from) =>
    starts.flatMap((to) => {
      const isNext = to === from + 1;
      if (to === from || (!isNext && startShape(textAt(sections, to)) === "sentence")) return [];
      const proof = proofOf(textAt(sections, from), textAt(sections, to));
      return proof === undefined ? [] : [{ from, to, proof }];
    }),
  );
  const near = pairs.filter((pair) => pair.to === pair.from + 1);
  const far = pairs.filter((pair) => !near.some((it) => it.from === pair.from || it.to === pair.to));
  return [...near, ...far.filter((pair) => far.every((it) => it === pair || (it.from !== pair.from && it.to !== pair.to)))];
}

/** The next paragraph goes on with the sentence, where it does not begin as one itself or the end demands it. */
function neighbourLinks(sections: readonly Section[], open: readonly number[], proved: readonly Link[]): Link[] {
  return open.flatMap((from) => {
    const next = sections[from + 1];
    if (next?.kind !== "paragraph" || next.isItem) return [];
    if (proved.some((link) => link.from === from || link.to === from + 1)) return [];
    const start = startShape(next.text);
    if (start === "sentence" && !demandsMore(textAt(sections, from))) return [];
    if (!canGoOn(textAt(sections, from), next.text)) return [];
    return [{ from, to: from + 1, proof: start === "rest" ? "the next paragraph begins within a sentence" : "no final mark, and the next paragraph does not begin anew" }];
  });
}

/** In Latin script a sentence goes on in lower case, with a number, or after a word that demands more. */
const canGoOn = (left: string, right: string): boolean => /\p{Script=Han}/u.test(right.slice(0, 8)) || !/^\p{Lu}/u.test(right) || demandsMore(left);

function assemble(sections: readonly Section[], links: readonly Link[]): { sections: Section[]; joined: Joined[] } {
  const next = new Map(links.map((link) => [link.from, link]));
  const targets = new Set(links.map((link) => link.to));
  const followers = new Map(links.map((link) => [link.to, link.to === link.from + 1 ? [] : columnBehind(sections, link.to, targets, next)]));
  const moved = new Set([...targets, ...[...followers.values()].flat()]);
  const out: Section[] = [];
  const joined: Joined[] = [];
  const emitted = new Set<number>();
  const emit = (at: number): void => {
    const section = sections[at];
    if (!section || emitted.has(at)) return;
    emitted.add(at);
    let text = section.text;
    const behind: number[] = [];
    for (let link = next.get(at); link && !emitted.has(link.to); link = next.get(link.to)) {
      emitted.add(link.to);
      const right = textAt(sections, link.to);
      const carried = followers.get(link.to) ?? [];
      joined.push({ cut: `${text.slice(-SHOWN)}‖${right.slice(0, SHOWN)}`, proof: link.proof, ...(link.to === link.from + 1 ? {} : { movedWith: carried.length }) });
      text = glue(text, right);
      behind.push(...carried);
    }
    out.push({ ...section, text });
    behind.forEach(emit);
  };
  sections.forEach((_, at) => {
    if (!moved.has(at)) emit(at);
  });
  sections.forEach((_, at) => emit(at));
  return { sections: out, joined };
}

/** The paragraphs below a second half in its own column: up to a heading, or to another half, which ends after itself. */
function columnBehind(sections: readonly Section[], start: number, targets: ReadonlySet<number>, next: ReadonlyMap<number, Link>): number[] {
  const column: number[] = [];
  for (let at = start + 1; !next.has(at - 1) && at < sections.length && sections[at]?.kind !== "heading" && !targets.has(at); at++) column.push(at);
  return column;
}

const textAt = (sections: readonly Section[], at: number): string => sections[at]?.text ?? "";
