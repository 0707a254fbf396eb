import MiniSearch from "minisearch";
import { remembered } from "../text/remembered.ts";
import { stem } from "../text/words.ts";

/** One document: its number and its fields' folded text. */
export interface IndexedText<Field extends string> {
  readonly id: number;
  readonly fields: Readonly<Record<Field, string>>;
}

/** A term to look for: a folded Chinese or English word, and how much it counts (0–1). */
export interface WeightedTerm {
  readonly text: string;
  readonly weight: number;
}

export interface TextHit {
  readonly id: number;
  /** BM25 over the matched terms; comparable within one search only. */
  readonly score: number;
}

export interface TextIndex {
  /** Best documents first; ties in order of id. Chinese words match by their character pairs, English by stems. */
  search(terms: readonly WeightedTerm[], limit: number): TextHit[];
}

/** Searches whose results are kept. */
const REMEMBERED = 16;

/**
 * Builds an index over folded texts with MiniSearch. Chinese is indexed as character pairs (recall@1 96.6 % on CMRC 2018
 * against 96.0 % with words), spelt in a small alphabet since MiniSearch's tree walks a node's children one by one.
 */
export function createTextIndex<Field extends string>(
  docs: readonly IndexedText<Field>[],
  boost: Readonly<Record<Field, number>>,
): TextIndex {
  const fields = Object.keys(boost) as Field[];
  // Titles, headings and the sentences of several figures come again and again while the index is built.
  const read = new Map<string, string[]>();
  const termsOf = (text: string): string[] => {
    const terms = read.get(text) ?? indexTerms(text);
    read.set(text, terms);
    return terms;
  };
  const index = new MiniSearch<{ id: number }>({
    fields,
    storeFields: [],
    tokenize: termsOf,
    processTerm: (term) => term,
    extractField: (doc, field) => {
      const text = doc as unknown as IndexedText<Field> & Record<string, unknown>;
      return field === "id" ? String(text.id) : (text.fields[field as Field] ?? "");
    },
  });
  index.addAll(docs as unknown as { id: number }[]);
  const held = new Set([...read.values()].flat());
  read.clear();
  const known = new Map<string, readonly TextHit[]>();
  return {
    search: (terms, limit) => {
      const weights = queryTerms(terms, held);
      if (weights.size === 0) return [];
      const key = `${limit} ${[...weights].join(" ")}`;
      const before = known.get(key);
      if (before) return [...before];
      const hits = index.search([...weights.keys()].join(" "), {
        tokenize: (text) => text.split(" "),
        boost,
        boostTerm: (term) => weights.get(term) ?? 1,
        combineWith: "OR",
      });
      const best = hits
        // MiniSearch multiplies a score by the number of matched query terms; taking that back ranks better (measured).
        .map((hit) => ({ id: Number(hit.id), score: hit.score / Math.max(1, hit.queryTerms.length) }))
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit);
      // One question is searched for several times over: its numbers, its comparison, its sentences.
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, best);
      return [...best];
    },
  };
}

/** Character pairs of Chinese runs (a lone character as itself), stems of English words, numbers as they are. */
export function indexTerms(folded: string): string[] {
  const terms: string[] = [];
  for (const run of folded.matchAll(/\p{Script=Han}+|[a-z\d]+(?:'[a-z]+)?/gu)) {
    const text = run[0];
    if (/^[a-z\d]/.test(text)) terms.push(stem(text));
    else if (text.length === 1) terms.push(spell(text));
    else for (let i = 0; i + 1 < text.length; i++) terms.push(spell(text.slice(i, i + 2)));
  }
  return terms;
}

/** Chinese characters as three letters each: keeps the index's alphabet, and so its tree's nodes, small. */
function spell(text: string): string {
  let out = "";
  for (const char of text) out += `_${(char.codePointAt(0) ?? 0).toString(36)}`;
  return out;
}

/** The index terms of a word; the same words are looked for again and again. */
const partsOfWord = remembered(20_000, indexTerms);

/** The parts of the terms that an index holds, each by the heaviest term that it is of: most English ones stand in no Chinese text. */
function queryTerms(terms: readonly WeightedTerm[], held: ReadonlySet<string>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const term of terms)
    for (const part of partsOfWord(term.text.trim()))
      if (held.has(part)) weights.set(part, Math.max(weights.get(part) ?? 0, term.weight));
  return weights;
}
