import { hanForm } from "../../text/match-form.ts";
import { stem } from "../../text/words.ts";

/** What is said not to be meant: "我要的是进口不是出口", "counting times, not species", (环节税不算). */
const NEGATED =
  /(?:不是|而非|并非)(?!吗|么|说)\p{Script=Han}{1,6}(?=[,，。?!)\s]|$)|\([^()]{0,16}(?:别算|不算|不含|不包括|除外|剔除)[^()]{0,6}\)|,? not (?:the )?[a-z]+(?=[\s,.?!)]|$)/gu;

/** The words of what is not meant, as match forms: a figure that is named by one is not wanted. */
export function readExcluded(folded: string): string[] {
  return [...folded.matchAll(NEGATED)].flatMap(([text]) => {
    const latin = /^,? not (?:the )?([a-z]+)/.exec(text)?.[1];
    const han = /^(?:不是|而非|并非)(\p{Script=Han}+)/u.exec(text)?.[1];
    return latin ? [` ${stem(latin)} `] : han ? [hanForm(han)] : [];
  });
}

/** 听何凯说, 据王军介绍: the verb is no part of the name. */
const SPEAKER_NAMED = /(?<=听|据|按|照)(\p{Script=Han}{2,3}?)(说|讲|介绍|透露|表示|的话|的说法)/gu;

/** Blanks out what is no content: what is said not to be meant, and that somebody said the rest. Lengths stay. */
export const dropUnmeant = (folded: string): string =>
  folded
    .replace(SPEAKER_NAMED, (_, name: string, says: string) => name + " ".repeat(says.length))
    .replace(NEGATED, (m) => " ".repeat(m.length));
