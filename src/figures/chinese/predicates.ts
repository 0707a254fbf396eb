import type { Span } from "../figure.ts";
import type { Draft, Sheet } from "./draft.ts";
import { BLANK, ownSubject, pieces } from "./subjects.ts";

/** The longest predicate taken from behind a number: 在全省复制推广, 享受到银行的融资担保. */
const LONGEST_PREDICATE = 26;

/** The words at the number that belong to what is measured: what it is a share of, its scope, the noun. */
export function objectOf(sheet: Sheet, draft: Draft): Span[] {
  const { quantity, lead } = draft;
  const spans: Span[] = [];
  if (lead.share?.whole != null) spans.push(...withZhan(sheet, lead.share.whole));
  if (lead.scope !== null) spans.push(lead.scope);
  if (lead.ratioBase !== null && lead.ratioBase[1] - lead.ratioBase[0] > 1)
    spans.push(...pieces(sheet.blank, lead.ratioBase));
  if (quantity.noun !== null) spans.push(quantity.noun);
  return spans;
}

/** 占 belongs to what the figure is a share of; a time or 到 may stand between (占同期…, 占到…). */
function withZhan(sheet: Sheet, [start, end]: Span): Span[] {
  let at = start - 1;
  while (sheet.blank.charAt(at) === BLANK || "到了".includes(sheet.blank.charAt(at))) at--;
  if (sheet.blank.charAt(at) !== "占") return [[start, end]];
  return at === start - 1
    ? [[at, end]]
    : [
        [at, at + 1],
        [start, end],
      ];
}

/** What is said of the number behind it: the owner in 的…, a whole predicate where nothing stands before the number. */
export function predicateOf(sheet: Sheet, draft: Draft): Span[] {
  const { quantity, lead } = draft;
  const next = sheet.drafts[draft.index + 1];
  const start = quantity.display[1];
  const stop =
    next !== undefined && next.quantity.display[0] < draft.clause[1]
      ? next.quantity.display[0]
      : draft.clause[1];
  // What leads from the old side of a pair to the new one is no predicate.
  if (stop <= start || lead.transition || lead.origin) return [];
  const right = sheet.blank.slice(start, stop);
  const possessive = /^的[\u4e00-\u9fff]/.test(right) && stop === draft.clause[1];
  const plain = lead.change === null && lead.share === null && lead.ratioBase === null;
  const free = plain && quantity.kind !== "rank" && ownSubject(sheet, draft) === null;
  const shares = plain && quantity.kind === "fraction";
  if (!possessive && !free && !shares) return [];
  const pattern =
    free || shares
      ? new RegExp(`^[^。;!?\\u0000、]{1,${LONGEST_PREDICATE}}(?:、[^。;!?\\u0000、]{1,8}等?)*`)
      : /^的[^,，。;、!?\u0000“”]{1,14}/;
  const words = pattern.exec(right)?.[0].replace(/(?:为|达到?|是|有|约)?[、,，\s。”’]*$/, "") ?? "";
  const skip = /^[的\s、,，]+/.exec(words)?.[0].length ?? 0;
  return words.length - skip < 2 ? [] : [[start + skip, start + words.length]];
}
