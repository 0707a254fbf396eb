import { matchForm } from "../text/match-form.ts";
import { remembered } from "../text/remembered.ts";
import type { Alternate } from "./lexicon.ts";
import type { Library } from "./library.ts";

/** How rare words are in a library: see `rarity` of the vocabulary. */
export type Rarity = (alternates: readonly Alternate[]) => {
  readonly weight: number;
  readonly count: number;
  /** Those that stand in a sentence, a heading or a title of the library. */
  readonly present: readonly Alternate[];
};

/**
 * Counts the sentences (with their headings) that hold a word. Every sentence is listed under its characters and Latin stems,
 * so that only those that hold a word's rarest part are read.
 */
export function countRarity(library: Library): Rarity {
  const forms = library.sentences.map((s) => s.around.sentence + s.around.heading);
  const listed = new Map<string, number[]>();
  forms.forEach((form, id) => {
    for (const part of new Set(partsOf(form))) {
      const ids = listed.get(part);
      if (ids) ids.push(id);
      else listed.set(part, [id]);
    }
  });
  const countOf = remembered(20_000, (text) => {
    let fewest: readonly number[] | undefined;
    for (const part of partsOf(text)) {
      const ids = listed.get(part) ?? [];
      if (fewest === undefined || ids.length < fewest.length) fewest = ids;
    }
    return (fewest ?? []).reduce((n, id) => n + (forms[id]?.includes(text) ? 1 : 0), 0);
  });
  const titles = library.documents.map((d) => matchForm(d.article.title)).join("\n");
  return (alternates) => {
    let count = 0;
    const present = alternates.filter((a) => {
      const own = countOf(a.text);
      if (a.weight >= 0.6) count = Math.max(count, own);
      return own > 0 || titles.includes(a.text);
    });
    return { weight: Math.max(0.3, Math.log((forms.length + 1) / (count + 0.5))), count, present };
  };
}

/** The parts of a match form by which texts are listed: single characters, and runs of Latin letters and digits whole. */
export const partsOf = (form: string): string[] => form.match(/[a-z\d]+|[^\sa-z\d]/gu) ?? [];
