import { foldText } from "./fold.ts";
import { stemLine } from "./words.ts";

/** Stands for 进出口, so that neither 进口 nor 出口 is found inside it. */
const BOTH_WAYS = "⇄";

/**
 * The form in which words are looked for in texts: folded Chinese without white space and quotation marks, followed by
 * the stems of its Latin words with one space around each. Chinese words and ` stem phrases ` are found by `includes`.
 */
export const matchForm = (text: string): string => foldedForm(foldText(text));

/** The same of a text that is folded already. */
export const foldedForm = (folded: string): string => hanForm(folded) + stemLine(folded);

/** A folded Chinese word or text as {@link matchForm} has it. */
export const hanForm = (folded: string): string =>
  folded
    .replace(/[\s“”‘’"'《》]/g, "")
    .replaceAll("进出口", BOTH_WAYS)
    .replaceAll("出入境", "出⇆入境");
