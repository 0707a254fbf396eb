import type { Span } from "../figure.ts";
import type { Draft, Sheet } from "./draft.ts";

/** 是青湾11万元的3倍, 占全省1268件的三分之二: an amount that a multiple or share is told of. */
export interface Frame {
  /** The amount inside. */
  readonly standard: Draft;
  /** Whose or what it is, times included; empty where only a time or nothing is said. */
  readonly of: Span;
}

const LEADS = /(?:相当于|等于|是|为|占(?:到|了)?)(?<of>[^,，;、]{0,20})$/;
const TO_SHARE = /^的(?:近|约|超过?|不到|不足)?$/;

/** The frame in which `draft` is the amount inside; null where it stands in none. */
export function frameAround(sheet: Sheet, draft: Draft): Frame | null {
  const next = sheet.drafts[draft.index + 1];
  if (next === undefined || !/multiple|fraction|percent/.test(next.quantity.kind)) return null;
  if (draft.quantity.kind === "percent" || draft.quantity.kind === "multiple") return null;
  if (!TO_SHARE.test(sheet.blank.slice(draft.quantity.display[1], next.quantity.display[0]))) return null;
  const start = Math.max(draft.clause[0], draft.quantity.display[0] - 24);
  const of = LEADS.exec(sheet.blank.slice(start, draft.quantity.display[0]))?.groups?.["of"];
  return of === undefined
    ? null
    : { standard: draft, of: [draft.quantity.display[0] - of.length, draft.quantity.display[0]] };
}

/** The frame whose multiple or share `draft` is; null where it is none's. */
export function frameBefore(sheet: Sheet, draft: Draft): Frame | null {
  const inside = sheet.drafts[draft.index - 1];
  return inside === undefined ? null : frameAround(sheet, inside);
}
