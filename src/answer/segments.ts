import type { Ask } from "./question/asks.ts";
import type { Question, Term } from "./question/question.ts";

/** An ask with the words that are its own and those of the asks before it. */
export interface Segment {
  readonly ask: Ask | undefined;
  readonly own: readonly Term[];
  readonly shared: readonly Term[];
}

const BREAK = /[,，、。?？;；:：]|以及|并且|和|又|还有|\band\b|(?<=\p{Script=Han})\s/gu;

/** Parts a question at its asks: "抓了多少人、立了多少案" are two, the second shares the subject of the first. */
export function splitAsks(question: Question): Segment[] {
  const { asks, terms, folded } = question;
  if (asks.length < 2) return [{ ask: asks[0], own: terms, shared: question.shared }];
  const cuts: number[] = [];
  for (let i = 0; i + 1 < asks.length; i++) cuts.push(cutBetween(folded, asks[i]?.span[1] ?? 0, asks[i + 1]?.span[0] ?? 0));
  return asks.map((ask, i) => {
    const from = i === 0 ? 0 : (cuts[i - 1] ?? 0);
    const to = cuts[i] ?? folded.length;
    return {
      ask,
      own: terms.filter((t) => (t.span[0] >= from && t.span[0] < to) || (t.span[0] < 0 && i === 0)),
      shared: [...terms.filter((t) => t.span[0] < from), ...question.shared],
    };
  });
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
