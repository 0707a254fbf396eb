import type { Vocabulary } from "../../retrieval/vocabulary.ts";
import { hanForm } from "../../text/match-form.ts";
import type { Term } from "./question.ts";
import { weighTerm } from "./term.ts";

/** The terms of a masked folded question that are known by how they are written, whatever the dictionary makes of them. */
export const readShaped = (masked: string, vocabulary: Vocabulary): Term[] => [
  ...readQuoted(masked, vocabulary),
  ...readVessels(masked, vocabulary),
  ...readGrades(masked, vocabulary),
];

/** What the asker puts in quotation marks is meant word for word, where the library has it so. */
function readQuoted(masked: string, vocabulary: Vocabulary): Term[] {
  return [...masked.matchAll(/[“"‘']([^”"’'“‘]{2,24})[”"’']/g)].flatMap((m) => {
    const text = (m[1] ?? "").trim();
    if (
      !/^\p{Script=Han}{2,}$/u.test(text) ||
      !vocabulary.occurs(text) ||
      vocabulary.lexicon.han(text).length > 0
    )
      return [];
    return [
      weighTerm(
        text,
        [m.index + 1, m.index + 1 + text.length],
        "word",
        true,
        [{ text: hanForm(text), weight: 1 }],
        [],
        vocabulary,
      ),
    ];
  });
}

/** 齐鲁号中欧班列: of a train or ship with a name no other one's figure is meant. */
const readVessels = (masked: string, vocabulary: Vocabulary): Term[] =>
  [...masked.matchAll(VESSEL)].map(({ 0: name, index }) =>
    weighTerm(
      name,
      [index, index + name.length],
      "name",
      true,
      [{ text: hanForm(name), weight: 1 }],
      [],
      vocabulary,
    ),
  );

const VESSEL =
  /(?<=^|[^\p{Script=Han}]|[的从坐乘搭是年月日])\p{Script=Han}{2,4}号(?=”?(?:中欧班列|中亚班列|班列|列车|专列|邮轮|货轮|轮船|客船|渡轮))/gu;

/** A类企业 beside C类企业: the letter tells them apart. */
const readGrades = (masked: string, vocabulary: Vocabulary): Term[] =>
  [...masked.matchAll(/(?<![a-z\d])[a-z](?:类|级|型)/g)].map(({ 0: grade, index }) =>
    weighTerm(grade, [index, index + 2], "word", true, [{ text: grade, weight: 1 }], [], vocabulary),
  );
