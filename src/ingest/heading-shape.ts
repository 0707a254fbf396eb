import { beginsAsSentence } from "./sentence-edges.ts";
import { width } from "./spacing.ts";

/** Widest heading, in full-width characters; the longest of the newspaper pages looked at have 26. */
const WIDEST_HEADING = 30;
const WIDEST_LATIN_HEADING = 45;
/** A heading of two clauses is shorter: a longer line with a comma in it is a sentence that was cut. */
const WIDEST_WITH_COMMA = 24;

const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[章节部分篇]|\d{1,2}(?:[、．]|[.](?!\d)))/;

/** Labels of notes to a table and of the particulars of an event: what they stand before is no heading. */
const NOTE =
  /^(?:数据来源|资料来源|来源|注|备注|单位|说明|时间|地点|主题|主持人|发布人|嘉宾|出席|附件|联系人|电话|地址|note|source|unit|venue|time)\s*[：:]/i;

/** Whether a line is a note or a particular behind its label: 单位：亿元, 地点：… */
export const isNote = (text: string): boolean => NOTE.test(text);

/** Whether a line begins with the number of a section: 一、（二）第三章 4. */
export const isNumbered = (text: string): boolean => NUMBERED.test(text);

/**
 * Whether a line looks like a heading: short, no mark of a sentence's end within or behind it, letters in it, and not a
 * label with its value. What stands around it decides whether it is one.
 */
export function isHeadingShape(text: string): boolean {
  const isLatin = !/\p{Script=Han}/u.test(text);
  if (width(text) > (isLatin ? WIDEST_LATIN_HEADING : WIDEST_HEADING) || !/\p{L}{2}/u.test(text))
    return false;
  // Two clauses with an amount in them are a line of a list rather than a heading.
  if (/[，,]/.test(text) && (width(text) > WIDEST_WITH_COMMA || /\d/.test(text) || beginsAsSentence(text)))
    return false;
  if (isLatin && !/^[\p{Lu}\d"“‘']/u.test(text)) return false;
  if (
    /[。；;，,、…]|[.!?！？：:]["”’」』）)]*$|[！？!?][”’」』]/.test(text.replace(/(?<=.)[，,、](?=.)/gu, ""))
  )
    return false;
  return !/^[^：:]{1,12}[：:].*\d/.test(text) && !isNote(text);
}
