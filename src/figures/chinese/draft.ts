import { splitClauses } from "../../text/sentences.ts";
import type { Span } from "../figure.ts";
import { type Entity, quotedTerms } from "./entities.ts";
import { BLANK, type Lead, readLead } from "./lead.ts";
import type { Quantity } from "./quantity.ts";
import type { Paragraph } from "./reader.ts";

/** A quantity with the words around it read, before it is set in relation to its neighbours. */
export interface Draft {
  readonly index: number;
  readonly quantity: Quantity;
  readonly sentence: Span;
  readonly clause: Span;
  /** Where the words that belong to this number alone begin. */
  readonly from: number;
  readonly lead: Lead;
  /** Joined to the number before it by 、 or 和 alone: 6%、9.3%. */
  readonly joined: boolean;
  /** 其中 reaches it. */
  readonly part: boolean;
  /** Another number stands before it in its clause. */
  readonly follows: boolean;
}

export interface Sheet {
  readonly paragraph: Paragraph;
  /** The paragraph with its times blanked. */
  readonly blank: string;
  readonly entities: readonly Entity[];
  /** Quoted terms: “长三角海关…新模式”. */
  readonly quoted: readonly Span[];
  readonly drafts: readonly Draft[];
  readonly clauses: readonly Span[];
}

/** Lays out a paragraph: clauses, owners, and each quantity with its lead. */
export function layOut(paragraph: Paragraph): Sheet {
  const blank = blanked(paragraph);
  const clauses = paragraph.sentences
    .flatMap((s) => splitClauses(paragraph.original, s))
    .map((c): Span => [c.start, c.end]);
  const drafts: Draft[] = [];
  for (const quantity of paragraph.quantities)
    drafts.push(draftOf(paragraph, blank, clauses, quantity, drafts));
  return { paragraph, blank, entities: paragraph.entities, quoted: quotedTerms(blank), drafts, clauses };
}

function blanked(paragraph: Paragraph): string {
  let text = paragraph.text;
  for (const time of paragraph.times) {
    if (!time.masks) continue;
    text = text.slice(0, time.start) + BLANK.repeat(time.end - time.start) + text.slice(time.end);
  }
  return text;
}

function draftOf(
  paragraph: Paragraph,
  blank: string,
  clauses: readonly Span[],
  quantity: Quantity,
  before: readonly Draft[],
): Draft {
  const found = paragraph.sentences.find((s) => s.start <= quantity.start && quantity.start < s.end);
  const sentence: Span = found === undefined ? [0, blank.length] : [found.start, found.end];
  const first = clauses.find((c) => c[1] > quantity.start) ?? sentence;
  const last = clauses.findLast((c) => c[0] < quantity.end) ?? sentence;
  const clause: Span = [first[0], Math.max(first[1], last[1])];
  const previous = before.at(-1);
  const follows = previous !== undefined && previous.quantity.start >= clause[0];
  // 当日进境二次及以上旅客人数: the first number only says which travellers; its words belong to the second.
  const criterion = follows && previous.quantity.bound === ">=" && previous.quantity.noun !== null;
  const start = criterion ? previous.from : follows ? bareEnd(previous.quantity) : clause[0];
  const from = follows && !criterion ? pastPredicate(blank, start, quantity.display[0]) : start;
  const lead = readLead(blank, Math.min(from, quantity.display[0]), quantity.display[0], quantity, follows);
  return {
    index: before.length,
    quantity,
    sentence,
    clause,
    from,
    lead,
    joined: isJoined(blank, quantity, previous),
    part: isPart(blank.slice(sentence[0], quantity.start), quantity),
    follows,
  };
}

/** 其中 reaches on over ；, but not to things of another kind: 其中阳性9个；对19个国家采取措施. */
function isPart(before: string, quantity: Quantity): boolean {
  const behind = before.slice(before.lastIndexOf("其中") + 2);
  return before.includes("其中") && !(quantity.noun !== null && behind.includes(";"));
}

/** 7个小时可以抵达广州、30个小时: what stands before 、 is said of the first number. */
function pastPredicate(blank: string, start: number, end: number): number {
  const pause = blank.slice(start, end).lastIndexOf("、");
  return pause <= 0 ? start : start + pause;
}

/** Where a quantity ends without its noun. */
const bareEnd = (q: Quantity): number => (q.noun === null || q.noun[0] < q.end ? q.display[1] : q.noun[0]);

function isJoined(blank: string, quantity: Quantity, previous: Draft | undefined): boolean {
  if (previous === undefined) return false;
  return /^(?:[、和与及]|以及)$/.test(blank.slice(previous.quantity.display[1], quantity.display[0]));
}

/** The drafts of the run to which `draft` belongs, in order; a run of one where it stands alone. */
export function runOf(drafts: readonly Draft[], draft: Draft): Draft[] {
  let first = draft.index;
  while (drafts[first]?.joined === true) first--;
  let last = draft.index;
  while (drafts[last + 1]?.joined === true) last++;
  return drafts.slice(first, last + 1);
}
