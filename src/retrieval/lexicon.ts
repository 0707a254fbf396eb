import type { Concept, ConceptKind, Glossary } from "../knowledge/glossary.ts";
import { foldText } from "../text/fold.ts";
import { stemLine } from "../text/words.ts";

/** How much a weak word (colloquial, broader, narrower) counts beside its concept's standard ones. */
export const WEAK = 0.7;

/** A word that may stand in a text for what a question said: folded Chinese, or ` stem stem ` for English. */
export interface Alternate {
  readonly text: string;
  readonly weight: number;
}

/** What a word of a question may stand for. */
export interface Sense {
  readonly kind: ConceptKind;
  /** Line of the glossary: two words with the same one mean the same thing. */
  readonly concept: number;
  readonly zh: readonly Alternate[];
  readonly en: readonly Alternate[];
}

/** The glossary made searchable: words of questions to senses, in both languages. */
export interface Lexicon {
  /** Senses of a folded Chinese word; empty where it has none. */
  han(word: string): readonly Sense[];
  /** Senses of an English phrase given as stems joined by single spaces. */
  latin(stems: string): readonly Sense[];
  /** Longest English phrase, in words. */
  readonly longestPhrase: number;
  /** All folded Chinese words. */
  readonly words: readonly string[];
  /** All English words, as written, in lower case. */
  readonly latinWords: readonly string[];
  /** All English stems that occur in phrases. */
  readonly stems: ReadonlySet<string>;
  /** Words that never stand for the given one though they look alike: 进口 for 出口. */
  rivals(word: string): readonly string[];
  /** Longer names in which a place name stands by chance: 内蒙古 around 蒙古. */
  around(place: string): readonly string[];
}

/** Stems of an English phrase, joined by single spaces. */
export const phraseKey = (phrase: string): string => stemLine(phrase).trim();

export function createLexicon(glossary: Glossary): Lexicon {
  const han = new Map<string, Sense[]>();
  const latin = new Map<string, Sense[]>();
  for (const [index, concept] of glossary.concepts.entries()) addConcept(concept, index, han, latin);
  const rivals = pairRivals(glossary);
  const names = glossary.concepts.flatMap((c) =>
    c.kind === "place" || c.kind === "term" ? c.zh.map((w) => foldText(w.text)) : [],
  );
  const stems = new Set([...latin.keys()].flatMap((key) => key.split(" ")));
  return {
    han: (word) => han.get(word) ?? [],
    latin: (key) => latin.get(key) ?? [],
    longestPhrase: Math.max(1, ...[...latin.keys()].map((key) => key.split(" ").length)),
    words: [...han.keys()],
    latinWords: [
      ...new Set(
        glossary.concepts.flatMap((c) => c.en.flatMap((w) => w.text.toLowerCase().match(/[a-z]{4,}/g) ?? [])),
      ),
    ],
    stems,
    rivals: (word) => [...(rivals.get(word) ?? [])],
    around: (place) =>
      longerNames(
        place,
        names,
        new Set((han.get(place) ?? []).flatMap((sense) => sense.zh.map((a) => a.text))),
      ),
  };
}

/** Names that begin with a place and are no part of it; all others that do (上海港, 北京自贸区) are. */
const OTHER_PLACES: Readonly<Record<string, readonly string[]>> = {
  印度: ["印度尼西亚", "印度洋"],
  中东: ["中东欧"],
  东北: ["东北亚"],
  上海: ["上海合作组织"],
  亚太: ["亚太经合组织", "亚太经济合作组织"],
};

/** Names that hold the place name and mean another place: not those that only add 省, 口岸, 海关 to it. */
function longerNames(place: string, names: readonly string[], same: ReadonlySet<string>): string[] {
  if (place.length !== 2) return [];
  return names
    .filter(
      (name) =>
        name.length > place.length &&
        !same.has(name) &&
        name.includes(place) &&
        !name.startsWith(place) &&
        !/^(?:中国|广东|广西|云南|四川|山东|江苏|浙江|福建|新疆|黑龙江)/.test(name),
    )
    .concat(OTHER_PLACES[place] ?? []);
}

/** For each word of a `part` line, and each strong word of its concept, the strong words of the other members. */
function pairRivals(glossary: Glossary): Map<string, Set<string>> {
  const siblings = new Map<string, string[]>();
  for (const concept of glossary.concepts.filter((c) => c.kind === "term" || c.kind === "act")) {
    for (const column of [concept.zh, concept.en]) {
      const strong = column.filter((w) => !w.weak).map((w) => foldText(w.text));
      for (const word of strong) siblings.set(word, [...(siblings.get(word) ?? []), ...strong]);
    }
  }
  const rivals = new Map<string, Set<string>>();
  for (const part of glossary.parts) {
    const members = part.map((word) => [foldText(word), ...(siblings.get(foldText(word)) ?? [])]);
    members.forEach((own, i) => {
      const others = members.flatMap((m, j) => (j === i ? [] : m)).filter((w) => !own.includes(w));
      for (const word of own) rivals.set(word, new Set([...(rivals.get(word) ?? []), ...others]));
    });
  }
  return rivals;
}

function addConcept(
  concept: Concept,
  index: number,
  han: Map<string, Sense[]>,
  latin: Map<string, Sense[]>,
): void {
  const zh = concept.zh.map((word) => ({ key: foldText(word.text), weak: word.weak }));
  const en = concept.en.map((word) => ({ key: phraseKey(word.text), weak: word.weak }));
  const senseOf = (said: { key: string; weak: boolean }, isHan: boolean): Sense => ({
    kind: concept.kind,
    concept: index,
    zh: zh.map((word) => ({ text: word.key, weight: weigh(said, word, isHan) })),
    en: en.map((word) => ({ text: ` ${word.key} `, weight: weigh(said, word, !isHan) })),
  });
  for (const word of zh) push(han, word.key, senseOf(word, true));
  for (const word of en) push(latin, word.key, senseOf(word, false));
}

/** The word itself counts whole; another one by how certainly both name the concept. */
function weigh(
  said: { key: string; weak: boolean },
  word: { key: string; weak: boolean },
  sameScript: boolean,
): number {
  if (sameScript && said.key === word.key) return 1;
  return (said.weak ? WEAK : 1) * (word.weak ? WEAK : 1) * (sameScript ? 0.95 : 1);
}

function push(map: Map<string, Sense[]>, key: string, sense: Sense): void {
  if (key === "") return;
  const senses = map.get(key);
  if (senses) senses.push(sense);
  else map.set(key, [sense]);
}
