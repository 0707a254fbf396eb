import type { Vocabulary } from "../../retrieval/vocabulary.ts";
import { stem, type Word } from "../../text/words.ts";

/** A word that neither glossary nor library has, by its parts where it has some; else the word itself. */
export const splitUnknown = (word: Word, vocabulary: Vocabulary): Word[] =>
  word.kind === "latin" ? splitHyphened(word, vocabulary) : splitUnheard(word, vocabulary);

/** A word of four characters that stands nowhere is read by its two halves: 技术|手段. */
function splitUnheard(word: Word, vocabulary: Vocabulary): Word[] {
  const { text, start, end } = word;
  if (
    word.kind !== "han" ||
    text.length !== 4 ||
    /^n[rsz]/.test(word.tag) ||
    vocabulary.lexicon.han(text).length > 0 ||
    vocabulary.occurs(text)
  )
    return [word];
  const [a, b] = [text.slice(0, 2), text.slice(2)];
  if (!vocabulary.segmenter.known(a) || !vocabulary.segmenter.known(b)) return [word];
  return [
    { ...word, text: a, end: start + 2 },
    { ...word, text: b, start: start + 2, end },
  ];
}

/** frozen-goods smuggling: a compound that neither glossary nor library has is read by its parts. */
function splitHyphened(word: Word, vocabulary: Vocabulary): Word[] {
  const parts = !/\d/.test(word.text) ? word.text.split("-") : [];
  const stems = parts.map(stem).join(" ");
  if (
    parts.length < 2 ||
    parts.some((part) => part.length < 3) ||
    vocabulary.lexicon.latin(stems).length > 0 ||
    vocabulary.rarity([{ text: ` ${stems} `, weight: 1 }]).count > 0
  )
    return [word];
  let at = word.start;
  return parts.map((text): Word => {
    const start = at;
    at += text.length + 1;
    return { ...word, text, start, end: start + text.length };
  });
}
