import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { stemmer } from "stemmer";
import { remembered } from "./remembered.ts";

/** A word of a folded text, with its span there. `tag` is jieba's part of speech; `latin` marks words of letters and digits. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly kind: "han" | "latin" | "number";
}

/** Letters and digits of a word such as b2b, h986, aeo; digits alone, with point, comma or per cent, are numbers. */
const RUNS =
  /(?<number>\d[\d,]*(?:\.\d+)?%?)(?![a-z\d])|(?<latin>[a-z\d][a-z\d'&-]*)|(?<han>\p{Script=Han}+)/gu;

export interface Segmenter {
  /** Words of a folded text in order; white space and punctuation are left out. */
  words(text: string): Word[];
  /** Whether jieba's dictionary or ours holds the word. */
  known(word: string): boolean;
  /** Adds words of ours, as nouns or (tag `ns`) place names; longer ones of ours win over jieba's shorter ones. */
  learn(entries: readonly string[], tag: "n" | "ns"): void;
}

/** Loads jieba with its dictionary (about 0.3 s). */
export function createSegmenter(): Segmenter {
  const jieba = Jieba.withDict(dict);
  const vocabulary = new Set<string>();
  return {
    words: (text) => [...text.matchAll(RUNS)].flatMap((run) => cutRun(jieba, run)),
    known: (word) => vocabulary.has(word) || jieba.cut(word, false).length === 1,
    learn: (entries, tag) => {
      const own = entries.filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
      for (const word of own) vocabulary.add(word);
      if (own.length > 0)
        jieba.loadDict(Buffer.from(own.map((word) => `${word} ${frequencyOf(word)} ${tag}\n`).join("")));
    },
  };
}

/** Above those of jieba's common words, and higher the longer the word is. */
const frequencyOf = (word: string): number => 20_000 + word.length * 5_000;

function cutRun(jieba: Jieba, run: RegExpMatchArray): Word[] {
  const at = run.index ?? 0;
  const text = run[0];
  if (run.groups?.["number"] !== undefined)
    return [{ text, start: at, end: at + text.length, tag: "m", kind: "number" }];
  if (run.groups?.["latin"] !== undefined) {
    const bare = text.replace(/['&-]+$/, "").replace(/'s$/, "");
    return [{ text: bare, start: at, end: at + bare.length, tag: "eng", kind: "latin" }];
  }
  const words: Word[] = [];
  let from = at;
  for (const { word, tag } of jieba.tag(text, false)) {
    words.push({ text: word, start: from, end: from + word.length, tag, kind: "han" });
    from += word.length;
  }
  return words;
}

/** Stem of an English word: case, plural and verb endings away (Porter). Words with digits stay as they are. */
export const stem = remembered(20_000, (word) => {
  const lower = word.toLowerCase().replace(/'s$/, "");
  return /\d/.test(lower) ? lower : stemmer(lower);
});

/** The stems of an English text, one space around each: phrases are found by `includes(" phrase ")`. */
export function stemLine(text: string): string {
  const words = text.toLowerCase().match(/[a-z\d]+(?:'[a-z]+)?/g) ?? [];
  return ` ${words.map(stem).join(" ")} `;
}
