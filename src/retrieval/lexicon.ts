import type { ConceptKind, Glossary } from "../knowledge/glossary.ts";
import { foldText } from "../text/fold.ts";
import { remembered } from "../text/remembered.ts";
import { stemLine } from "../text/words.ts";

/** How much a weak word (colloquial, broader, narrower) counts beside its concept's standard ones. */
export const WEAK = 0.7;

/** Words whose senses are kept. */
const SENSES_KEPT = 1_000;

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

/** A word of a concept: its folded text, and the form under which texts are searched for it (English: stems). */
interface FoldedWord {
  readonly folded: string;
  readonly key: string;
  readonly weak: boolean;
}

interface FoldedConcept {
  readonly kind: ConceptKind;
  readonly zh: readonly FoldedWord[];
  readonly en: readonly FoldedWord[];
}

type Column = "zh" | "en";

/** A word of a concept, by which its sense is found. */
interface Entry {
  readonly concept: number;
  readonly said: FoldedWord;
}

export function createLexicon(glossary: Glossary): Lexicon {
  const concepts = glossary.concepts.map(({ kind, zh, en }) => ({
    kind,
    zh: zh.map(({ text, weak }) => foldHan(foldText(text), weak)),
    en: en.map(({ text, weak }) => ({ folded: foldText(text), key: phraseKey(text), weak })),
  }));
  const han = listEntries(concepts, "zh");
  const latin = listEntries(concepts, "en");
  const sensesOfHan = senseFinder(concepts, han, "zh");
  const members = listMembers(concepts, glossary.parts);
  const names = concepts.flatMap((c) =>
    c.kind === "place" || c.kind === "term" ? c.zh.map((w) => w.folded) : [],
  );
  const phrases = [...latin.keys()].map((key) => key.split(" "));
  return {
    han: sensesOfHan,
    latin: senseFinder(concepts, latin, "en"),
    longestPhrase: Math.max(1, ...phrases.map((words) => words.length)),
    words: [...han.keys()],
    latinWords: [
      ...new Set(
        glossary.concepts.flatMap((c) => c.en.flatMap((w) => w.text.toLowerCase().match(/[a-z]{4,}/g) ?? [])),
      ),
    ],
    stems: new Set(phrases.flat()),
    rivals: (word) => rivalsOf(members.get(word) ?? []),
    around: remembered(SENSES_KEPT, (place) =>
      longerNames(place, names, new Set(sensesOfHan(place).flatMap((sense) => sense.zh.map((a) => a.text)))),
    ),
  };
}

/**
 * Finds the senses of a listed word of one column. They are put together when they are looked up, and only the last ones are
 * kept: all of them would be ten for each word.
 */
function senseFinder(
  concepts: readonly FoldedConcept[],
  listed: ReadonlyMap<string, readonly Entry[]>,
  column: Column,
): (word: string) => readonly Sense[] {
  const find = remembered(SENSES_KEPT, (word): readonly Sense[] =>
    (listed.get(word) ?? []).flatMap(({ concept, said }) => {
      const of = concepts[concept];
      return of ? [readSense(of, concept, said, column)] : [];
    }),
  );
  return (word) => (listed.has(word) ? find(word) : []);
}

const foldHan = (folded: string, weak: boolean): FoldedWord => ({ folded, key: folded, weak });

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

/** A member of a `part` line: its words, and those of the other members. */
interface Member {
  readonly own: readonly string[];
  readonly others: readonly string[];
}

/** The members of `part` lines by word: the word of the line, and each strong word of its concept. */
function listMembers(
  concepts: readonly FoldedConcept[],
  parts: readonly (readonly string[])[],
): Map<string, Member[]> {
  const folded = parts.map((part) => part.map(foldText));
  const siblings = new Map<string, string[]>(folded.flat().map((word) => [word, []]));
  for (const { kind, zh, en } of concepts) {
    if (kind !== "term" && kind !== "act") continue;
    for (const column of [zh, en]) {
      const strong = column.filter((w) => !w.weak).map((w) => w.folded);
      for (const word of strong) siblings.get(word)?.push(...strong);
    }
  }
  const listed = new Map<string, Member[]>();
  for (const part of folded) {
    const words = part.map((word) => [...new Set([word, ...(siblings.get(word) ?? [])])]);
    words.forEach((own, i) => {
      const member = { own, others: words.flatMap((other, j) => (j === i ? [] : other)) };
      for (const word of own) push(listed, word, member);
    });
  }
  return listed;
}

const rivalsOf = (members: readonly Member[]): string[] => [
  ...new Set(members.flatMap(({ own, others }) => others.filter((word) => !own.includes(word)))),
];

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The words of one column of all concepts, in their order. */
function listEntries(concepts: readonly FoldedConcept[], column: Column): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const [concept, words] of concepts.entries()) {
    for (const said of words[column]) {
      if (said.key !== "") push(entries, said.key, { concept, said });
    }
  }
  return entries;
}

const readSense = (
  { kind, zh, en }: FoldedConcept,
  concept: number,
  said: FoldedWord,
  column: Column,
): Sense => ({
  kind,
  concept,
  zh: zh.map((word) => ({ text: word.key, weight: weigh(said, word, column === "zh") })),
  en: en.map((word) => ({ text: ` ${word.key} `, weight: weigh(said, word, column === "en") })),
});

/** The word itself counts whole; another one by how certainly both name the concept. */
function weigh(said: FoldedWord, word: FoldedWord, sameScript: boolean): number {
  if (sameScript && said.key === word.key) return 1;
  return (said.weak ? WEAK : 1) * (word.weak ? WEAK : 1) * (sameScript ? 0.95 : 1);
}
