import type { Span } from "../../figures/figure.ts";
import type { Vocabulary } from "../../retrieval/vocabulary.ts";
import { hanForm } from "../../text/match-form.ts";
import { stem, type Word } from "../../text/words.ts";
import type { Term } from "./question.ts";
import { weighTerm } from "./term.ts";

/** English words that carry no content in a question. */
export const ENGLISH_STOPS = new Set(
  "end beginning kilometres kilometers metres meters km away heavy fast far deep wide tall quick quickly large big high tonnes tons tonne ton hours hour days day minutes percent percentage yuan a an the of in on at to for from by with and or is are was were be been do does did has have had what which who whom whose how many much when where why that this these those it its they them their there here as than then so if into over out up down about all any can could would should will may might not no yes we our us you your i me my he she his her s t say said says tell give please show get got go goes went come came take took make made one ones per each just only alone also too now today currently day days".split(
    " ",
  ),
);

/** Words behind which an English word is a verb: "were sealed", "people sat", "to hook". */
const BEFORE_VERBS = new Set(
  "were was is are be been being get gets got has have had they it he she who we you people to did does do can could will would should must not never".split(
    " ",
  ),
);

/** An English word that neither library nor glossary knows is taken for a noun, unless its ending or the word before it tells a verb. */
const isVerb = (text: string, before: string | undefined): boolean =>
  /(?:ed|ing)$/.test(text) || (before !== undefined && BEFORE_VERBS.has(before));

/** The term of one Latin word, or of two that together spell a name; undefined for stop words. */
export function latinTerm(
  word: Word,
  next: Word | undefined,
  before: Word | undefined,
  written: string,
  vocabulary: Vocabulary,
): { term: Term; length: number } | undefined {
  if (ENGLISH_STOPS.has(word.text) || word.text.length < 2) return undefined;
  const span: Span = [word.start, word.end];
  const stems = word.text.split(/[-']/).map(stem);
  const named = /^[A-Z]/.test(written.slice(word.start, word.start + 1)) || /\d/.test(word.text);
  const own = { text: ` ${stems.join(" ")} `, weight: 1 };
  const isCapital = (at: number): boolean => /^[A-Z]/.test(written.charAt(at));
  const both = next?.kind === "latin" ? word.text + next.text : "";
  const spelt = both === "" ? [] : vocabulary.fromPinyin(both);
  const unheard = spelt.length === 0 && next !== undefined && isCapital(word.start) && isCapital(next.start);
  const two = unheard && !vocabulary.knowsStem(stem(next.text)) ? vocabulary.heardAs(both) : spelt;
  if (two.length > 0 && next) {
    const alternates = [
      { text: ` ${stems.join(" ")} ${stem(next.text)} `, weight: 1 },
      ...two.map((t) => ({ text: hanForm(t), weight: 1 })),
    ];
    return {
      term: weighTerm(
        `${word.text} ${next.text}`,
        [word.start, next.end],
        "name",
        true,
        alternates,
        [],
        vocabulary,
      ),
      length: 2,
    };
  }
  const known = stems.every((s) => vocabulary.knowsStem(s));
  const listed = named || !known ? vocabulary.fromPinyin(word.text) : [];
  const names = listed.length === 0 && named && !known ? vocabulary.heardAs(word.text) : listed;
  if (names.length > 0) {
    const place = names.some((n) => vocabulary.places.has(n));
    return {
      term: weighTerm(
        word.text,
        span,
        place ? "place" : "name",
        true,
        [own, ...names.map((t) => ({ text: hanForm(t), weight: 1 }))],
        [],
        vocabulary,
      ),
      length: 1,
    };
  }
  return {
    term: weighTerm(
      word.text,
      span,
      named && !known ? "name" : "word",
      named || known || !isVerb(word.text, before?.text),
      [own],
      [],
      vocabulary,
    ),
    length: 1,
  };
}
