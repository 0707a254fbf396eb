import type { Quantity } from "./quantity.ts";
import { FALL_PATTERN } from "./tables/change-words.ts";

const FALLS = new RegExp(`^(?:${FALL_PATTERN})$|^(?:低于|慢于|少于)`);
/** −1 for a verb of falling or a comparison to the low side. */
export const signOf = (verb: string): 1 | -1 => (FALLS.test(verb) ? -1 : 1);

/**
 * 新增 and 稳增长 are no changes; nor is a word of change before a counted thing (增长10条措施). The short words (省, 高, 降)
 * are verbs only between 同比 or its like and the number, or with 了.
 */
export function isOtherVerb(match: RegExpExecArray, text: string, quantity: Quantity): boolean {
  const verb = match.groups?.["verb"] ?? "";
  const at = match.index + match[0].indexOf(verb);
  if (/[新稳]$/.test(text.slice(0, at)) || (quantity.kind === "count" && quantity.noun !== null)) return true;
  if (verb.length > 1) return false;
  return !/(?:同比|环比|年均|分别|平均|又|再|各)$/.test(text.slice(0, at)) && !/^了/.test(text.slice(at + 1));
}
