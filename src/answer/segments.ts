import type { Ask } from "./question/asks.ts";
import type { Question, Term } from "./question/question.ts";

/** An ask with the words that are its own and those of the asks before it. */
export interface Segment {
  readonly ask: Ask | undefined;
  readonly own: readonly Term[];
  readonly shared: readonly Term[];
  /** Where in the folded question the part begins. */
  readonly start: number;
  /** Where in the folded question the part ends: what stands behind belongs to later asks. */
  readonly end: number;
}

const BREAK = /[,，、。?？;；:：]|以及|并且|和|又|还有|\band\b|(?<=\p{Script=Han})\s/gu;

/** Parts a question at its asks: "抓了多少人、立了多少案" are two, the second shares the subject of the first. */
export function splitAsks(question: Question): Segment[] {
  const { asks, terms, folded } = question;
  const listed = asks.length === 1 && asks[0] ? listCounted(question, asks[0]) : [];
  if (listed.length > 1)
    return listed.map((own) => ({
      ask: asks[0],
      own: [own],
      shared: [...terms.filter((t) => !listed.includes(t)), ...question.shared],
      start: 0,
      end: folded.length,
    }));
  if (asks.length < 2)
    return [{ ask: asks[0], own: terms, shared: question.shared, start: 0, end: folded.length }];
  const cuts: number[] = [];
  for (let i = 0; i + 1 < asks.length; i++)
    cuts.push(cutBetween(folded, asks[i]?.span[1] ?? 0, asks[i + 1]?.span[0] ?? 0));
  return asks.map((ask, i) => {
    const from = i === 0 ? 0 : (cuts[i - 1] ?? 0);
    const to = cuts[i] ?? folded.length;
    return {
      ask,
      own: terms.filter((t) => (t.span[0] >= from && t.span[0] < to) || (t.span[0] < 0 && i === 0)),
      shared: [...terms.filter((t) => t.span[0] < from), ...question.shared],
      start: from,
      end: to,
    };
  });
}

/** The things counted by one ask: "how many warnings, circulars and announcements", 多少个省份和城市. */
function listCounted(question: Question, ask: Ask): Term[] {
  if (ask.wants !== "count" && ask.wants !== "measure") return [];
  const run: Term[] = [];
  for (const term of question.terms) {
    if (term.span[1] <= ask.span[0] || !term.noun || term.kind === "place") continue;
    const last = run.at(-1);
    if (
      !last
        ? term.span[0] > ask.span[1] + 1
        : !/^(?:,|、|和|及|与|, ?and| and| or)\s*$/.test(
            question.folded.slice(last.span[1], term.span[0]).trimEnd(),
          )
    )
      break;
    run.push(term);
  }
  return run.length > 1 ? run : [];
}

/** The last break between two asks, else the end of the first. */
function cutBetween(folded: string, from: number, to: number): number {
  let cut = from;
  for (const match of folded.slice(from, to).matchAll(BREAK)) {
    cut = from + match.index + match[0].length;
    break;
  }
  return cut;
}
