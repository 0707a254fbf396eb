import type { Section } from "./headings.ts";
import { demandsMore, endsWithAmount, isOpenEnd, proofOf, startShape } from "./sentence-edges.ts";
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

/** More cuts than this are no columns of one page but a text that is printed without final marks: only neighbours are tried. */
const MOST_CUTS = 40;
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
  const open = sections.flatMap((section, at) => (isRunning(section) && isOpenEnd(section.text) ? [at] : []));
  const proved = provedLinks(sections, open);
  const links = [...proved, ...neighbourLinks(sections, open, proved)];
  const linked = new Set(links.map((link) => link.from));
  return {
    ...assemble(sections, links),
    unfinished: open
      .filter((at) => !linked.has(at))
      .map((at) => `…${textAt(sections, at).slice(-2 * SHOWN)}`),
  };
}

const isRunning = (section: Section | undefined): boolean => section?.kind === "paragraph" && !section.isItem;

/** Pairs for which a proof holds, each half in one pair only; a neighbour's proof beats all others. */
function provedLinks(sections: readonly Section[], open: readonly number[]): Link[] {
  const prove = (from: number, to: number): Link[] => {
    const proof = isRunning(sections[to]) ? proofOf(textAt(sections, from), textAt(sections, to)) : undefined;
    return proof === undefined ? [] : [{ from, to, proof }];
  };
  const near = open.flatMap((from) => prove(from, from + 1));
  if (open.length === 0 || open.length > MOST_CUTS) return near;
  const from = new Set(near.map((link) => link.from));
  const to = new Set(near.map((link) => link.to));
  const rests = sections.flatMap((section, at) =>
    !to.has(at) && isRunning(section) && startShape(section.text) !== "sentence" ? [at] : [],
  );
  const far = open
    .filter((at) => !from.has(at))
    .flatMap((left) =>
      rests.filter((right) => right !== left && right !== left + 1).flatMap((right) => prove(left, right)),
    );
  return [
    ...near,
    ...far.filter((link) => far.every((it) => it === link || (it.from !== link.from && it.to !== link.to))),
  ];
}

/**
 * The next paragraph goes on with the sentence: it begins within one, the end demands more, or a single end is open
 * between whole paragraphs and no amount closes it. Several open ends in a row are a list.
 */
function neighbourLinks(
  sections: readonly Section[],
  open: readonly number[],
  proved: readonly Link[],
): Link[] {
  const from = new Set(proved.map((link) => link.from));
  const to = new Set(proved.map((link) => link.to));
  const isOpen = new Set(open);
  return open.flatMap((at) => {
    if (!isRunning(sections[at + 1]) || from.has(at) || to.has(at + 1)) return [];
    const [left, right] = [textAt(sections, at), textAt(sections, at + 1)];
    if (!canGoOn(left, right)) return [];
    const link = (proof: string): Link[] => [{ from: at, to: at + 1, proof }];
    const start = startShape(right);
    if (start === "rest") return link("the next paragraph begins within a sentence");
    if (demandsMore(left)) return link("the first half ends with a mark or word that more must follow");
    const isSingle = !isOpen.has(at + 1) && (!isOpen.has(at - 1) || from.has(at - 1));
    if (start === "sentence" || !isSingle || endsWithAmount(left)) return [];
    return link("no final mark, and the next paragraph does not begin anew");
  });
}

/** In Latin script a sentence goes on in lower case, with a number, or after a word that demands more. */
const canGoOn = (left: string, right: string): boolean =>
  /\p{Script=Han}/u.test(right.slice(0, 8)) || !/^\p{Lu}/u.test(right) || demandsMore(left);

function assemble(
  sections: readonly Section[],
  links: readonly Link[],
): { sections: Section[]; joined: Joined[] } {
  const next = new Map(links.map((link) => [link.from, link]));
  const targets = new Set(links.map((link) => link.to));
  const followers = new Map(
    links.map((link) => [
      link.to,
      link.to === link.from + 1 ? [] : columnBehind(sections, link.to, targets, next),
    ]),
  );
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
      joined.push({
        cut: `${text.slice(-SHOWN)}‖${right.slice(0, SHOWN)}`,
        proof: link.proof,
        ...(link.to === link.from + 1 ? {} : { movedWith: carried.length }),
      });
      text = glue(text, right);
      behind.push(...carried);
    }
    out.push({ ...section, text });
    behind.forEach(emit);
  };
  sections.forEach((_, at) => {
    if (!moved.has(at)) emit(at);
  });
  sections.forEach((_, at) => {
    emit(at);
  });
  return { sections: out, joined };
}

/** The paragraphs below a second half in its own column: up to a heading, or to another half, which ends after itself. */
function columnBehind(
  sections: readonly Section[],
  start: number,
  targets: ReadonlySet<number>,
  next: ReadonlyMap<number, Link>,
): number[] {
  const column: number[] = [];
  for (
    let at = start + 1;
    !next.has(at - 1) && at < sections.length && sections[at]?.kind !== "heading" && !targets.has(at);
    at++
  )
    column.push(at);
  return column;
}

const textAt = (sections: readonly Section[], at: number): string => sections[at]?.text ?? "";
