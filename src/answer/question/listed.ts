import { parseChineseNumeral } from "../../figures/chinese/numerals.ts";

/** How many things the question lists: 金额 件数 人次 are three, A和B two. */
export function listedItems(folded: string): number {
  const said = /([三四五六])(?:个|者|项|样|种|家)(?:嘅|的|里|中|当中)?.{0,6}(?:哪|边|谁)/.exec(folded);
  if (said) return Number(parseChineseNumeral(said[1] ?? ""));
  const commas = Math.max(
    ...folded.split(/[,，?。]|\d{4}年/).map((part) => (part.match(/、/g) ?? []).length),
  );
  const spaces = /(?:\p{Script=Han}{2,6} ){2,}\p{Script=Han}/u.test(folded)
    ? (folded.match(/\p{Script=Han}{2,6}(?= \p{Script=Han})/gu) ?? []).length
    : 0;
  // Which grew faster, A or B, and by how much: what stands before the first comma is no item.
  const items = folded.replace(/^.*?\b(?:which|what|who)\b[^,]*,\s*/, "").replace(/,? and by .*$/, "");
  const english = /, .{2,40},? (?:and|or) /.test(items) ? 2 : 0;
  return Math.max(commas, Math.min(spaces, 3), english) + 1;
}
