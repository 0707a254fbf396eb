import type { Glossary } from "../knowledge/glossary.ts";
import { foldText } from "../text/fold.ts";
import { hanForm } from "../text/match-form.ts";
import { soundOf } from "../text/sound.ts";
import { createSegmenter, type Segmenter, stem, type Word } from "../text/words.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import type { Library } from "./library.ts";
import { learnPlaceNames } from "./names.ts";
import { countRarity, type Rarity } from "./rarity.ts";

/** What is known of words: their senses, how rare they are in this library, how they sound. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  readonly segmenter: Segmenter;
  /** Place names learnt from this library's texts. */
  readonly places: ReadonlySet<string>;
  /** Inverse frequency over sentences of the best of these words: ln((N + 1) / (n + 0.5)), at least 0.3; `n` too. */
  readonly rarity: Rarity;
  /** Whether any article is in English: else an English word that the glossary lacks proves nothing. */
  readonly hasEnglish: boolean;
  /** The year of the newest article: what 今年 stands for. */
  readonly newestYear: number;
  /** Whether the library's texts hold the folded word. */
  occurs(word: string): boolean;
  /** A word of the library or glossary that sounds the same and is written differently; undefined where there is none. */
  soundsLike(word: string): string | undefined;
  /** The nearest English word of the library or glossary for a misspelt one. */
  spelledLike(word: string): string | undefined;
  /** Chinese names of the library with this pinyin, written without spaces or tones. */
  fromPinyin(latin: string): readonly string[];
  /** Two to four characters of the library's texts that sound like this pinyin; for names that stand nowhere else. */
  heardAs(latin: string): readonly string[];
  /** Whether an English stem is known to the library's texts or the glossary. */
  knowsStem(stem: string): boolean;
}

export function createVocabulary(library: Library, glossary: Glossary): Vocabulary {
  const lexicon = createLexicon(glossary);
  const segmenter = createSegmenter();
  segmenter.learn(lexicon.words, "n");
  const texts = library.documents.map((d) => foldText(`${d.article.title}\n${d.article.body}`));
  const glossaryPlaces = glossary.concepts
    .filter((c) => c.kind === "place")
    .flatMap((c) => c.zh.map((w) => foldText(w.text)));
  const known = new Set(lexicon.words);
  const places = learnPlaceNames(texts, segmenter, (word) => known.has(word));
  segmenter.learn([...glossaryPlaces, ...places], "ns");
  const whole = texts.map(hanForm).join("\n");
  const rarity = countRarity(library);
  const words = lazy(() => collectWords(texts, segmenter, lexicon));
  const sounds = lazy(() => groupBySound([...words().han]));
  const names = lazy(() => groupBySound([...places, ...glossaryPlaces, ...words().names]));
  return {
    lexicon,
    segmenter,
    places: new Set(places),
    rarity,
    hasEnglish: library.documents.some((d) => d.article.lang === "en"),
    newestYear: Math.max(...library.documents.map((d) => Number(d.article.published.slice(0, 4)))),
    occurs: (word) => whole.includes(hanForm(word)),
    soundsLike: (word) =>
      sounds()
        .get(soundOf(word))
        ?.find((other) => other !== word && other.length === word.length),
    spelledLike: (word) => nearest(word, words().latin),
    fromPinyin: (latin) => names().get(latin.toLowerCase().replace(/[\s'-]/g, "")) ?? [],
    heardAs: (latin) => heardIn(texts, latin.toLowerCase().replace(/[\s'-]/g, "")),
    knowsStem: (word) => lexicon.stems.has(word) || words().stems.has(word),
  };
}

/** Letters of the shortest name that is looked for by its sound alone: shorter ones are English words too often. */
const SHORTEST_HEARD = 6;

/** The distinct runs of two to four characters whose readings, one after the other, spell the given letters. */
function heardIn(texts: readonly string[], letters: string): string[] {
  if (letters.length < SHORTEST_HEARD || !/^[a-z]+$/.test(letters)) return [];
  const sounds = new Map<string, string>();
  const found = new Set<string>();
  for (const text of texts) {
    for (const run of text.matchAll(/\p{Script=Han}{2,}/gu)) {
      const chars = [...run[0]];
      for (let i = 0; i + 1 < chars.length; i++) {
        let spelt = "";
        for (
          let j = i;
          j < Math.min(i + 4, chars.length) && letters.startsWith(spelt) && spelt !== letters;
          j++
        ) {
          const char = chars[j] ?? "";
          const sound = sounds.get(char) ?? soundOf(char);
          sounds.set(char, sound);
          spelt += sound;
          if (spelt === letters && j > i) found.add(chars.slice(i, j + 1).join(""));
        }
      }
    }
  }
  return [...found];
}

function lazy<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

interface Words {
  readonly han: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly latin: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

function collectWords(texts: readonly string[], segmenter: Segmenter, lexicon: Lexicon): Words {
  const han = new Set(lexicon.words);
  const names = new Set<string>();
  const latin = new Set<string>();
  const unknown = new Map<string, number>();
  for (const text of texts) {
    const said = segmenter.words(text);
    for (const name of unknownNames(said)) unknown.set(name, (unknown.get(name) ?? 0) + 1);
    for (const word of said) {
      if (word.kind === "latin" && /^[a-z]{3,}$/.test(word.text)) latin.add(word.text);
      if (word.kind !== "han" || word.text.length < 2) continue;
      han.add(word.text);
      if (/^nr|^ns/.test(word.tag)) names.add(word.text);
    }
    for (const name of text.matchAll(
      /(?<!\p{Script=Han})\p{Script=Han}{2,3}(?=表示|介绍|说|指出|认为|强调)/gu,
    ))
      names.add(name[0]);
  }
  for (const [name, count] of unknown) if (count >= 2) names.add(name);
  return {
    han,
    names,
    latin: new Set([...latin, ...lexicon.latinWords]),
    stems: new Set([...latin].map(stem)),
  };
}

/** Two to four single characters side by side: a name that no dictionary knows falls apart into them. */
function unknownNames(words: readonly Word[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < words.length; i++) {
    let name = "";
    for (let j = i; j < i + 4; j++) {
      const word = words[j];
      if (word?.kind !== "han" || word.text.length > 1 || (j > i && word.start !== words[j - 1]?.end)) break;
      name += word.text;
      if (name.length > 1) names.push(name);
    }
  }
  return names;
}

function groupBySound(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const key = soundOf(word);
    const group = groups.get(key);
    if (group) group.push(word);
    else groups.set(key, [word]);
  }
  return groups;
}

/**
 * The word at one edit (one letter changed, left out or too many; two swapped), at two from nine letters on. Short words have
 * too many neighbours: below six letters only a swap counts. First letters agree.
 */
function nearest(word: string, candidates: ReadonlySet<string>): string | undefined {
  const most = word.length >= 9 ? 2 : 1;
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    if (
      candidate.charAt(0) !== word.charAt(0) ||
      Math.abs(candidate.length - word.length) > most ||
      candidate.length < 4
    )
      continue;
    const distance = editDistance(word, candidate, most);
    if (
      distance >= least ||
      (word.length < 6 && [...word].sort().join("") !== [...candidate].sort().join(""))
    )
      continue;
    [best, least] = [candidate, distance];
  }
  return best;
}

/** Optimal string alignment distance (Damerau–Levenshtein without overlapping swaps), or more than `most`. */
function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
