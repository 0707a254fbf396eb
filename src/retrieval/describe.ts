import type { Glossary } from "../knowledge/glossary.ts";
import { foldText } from "../text/fold.ts";
import { hanForm, matchForm } from "../text/match-form.ts";
import { stem, stemLine } from "../text/words.ts";
import type { Document, Library } from "./library.ts";
import { partsOf } from "./rarity.ts";
import type { Vocabulary } from "./vocabulary.ts";

const CONTENT = /^(?:n|v|a|j|l|s|i|eng)/;
const EMPTY =
  /^(?:有|是|为|达|达到|共|全国|我国|中国|同比|增长|其中|累计|总额|总值|总数|总量|数量|增速|增幅|涨幅|占比|比重|规模|海关|金额|货值|件数|人次|value|total|number|growth|rate|share|the|of|and|in|for|a|an|to|by)$/;

/** Fills in what needs the vocabulary: places of sentences and figures, the content words of each metric, each article's home. */
export function describeLibrary(library: Library, vocabulary: Vocabulary, glossary: Glossary): void {
  const places = [
    ...glossary.concepts
      .filter((c) => c.kind === "place")
      .flatMap((c) => [...c.zh, ...c.en].filter((w) => !w.weak && w.text.length > 1).map((w) => w.text)),
    ...vocabulary.places,
  ].filter((p) => !/^(?:中国|全国|我国|全球|世界|国际|china|world|global|国|全世界)$/i.test(p));
  const forms = places.map((p) => (/^[\x20-\x7e]+$/.test(p) ? stemLine(foldText(p)) : hanForm(foldText(p))));
  const weights = new Map<string, number>();
  const weigh = (form: string): number => {
    const known = weights.get(form);
    if (known !== undefined) return known;
    const { weight } = vocabulary.rarity([{ text: form, weight: 1 }]);
    weights.set(form, weight);
    return weight;
  };
  const placesIn = findPlaces(forms);
  for (const sentence of library.sentences) sentence.places = placesIn(sentence.around.sentence);
  for (const document of library.documents) {
    const title = matchForm(document.article.title);
    document.home = homeOf(document, forms, title);
    for (const entry of document.figures) {
      const seen = new Set<string>();
      entry.owners = entry.figure.entity === null ? [] : placesIn(matchForm(entry.figure.entity));
      entry.metricWords = vocabulary.segmenter
        .words(foldText(entry.figure.metric))
        .filter(
          (w) =>
            w.kind !== "number" &&
            CONTENT.test(w.tag) &&
            !EMPTY.test(w.text) &&
            (w.text.length > 1 || w.kind === "latin"),
        )
        .map((w) => ({
          form: w.kind === "latin" ? ` ${stem(w.text)} ` : hanForm(w.text),
          noun: /^(?:n|j|l|s|i|eng)/.test(w.tag),
        }))
        .filter(({ form }) => !form.startsWith("⇄") && !seen.has(form) && seen.add(form).size > 0)
        .map(({ form, noun }) => ({ form, noun, weight: weigh(form) }));
    }
  }
}

/** Whether a text names a place; 拱北海关 does not name 北海. */
const holds = (text: string, place: string): boolean =>
  text.includes(place) && (!place.endsWith("海") || text.replaceAll(`${place}关`, "").includes(place));

/**
 * The place that an article is about: that of the office in its first two sentences (岱川海关昨天通报), else the one in its
 * title. Null for an article about no one place.
 */
function homeOf(document: Document, forms: readonly string[], title: string): string | null {
  const titled = forms.filter((f) => title.includes(f)).sort((a, b) => b.length - a.length)[0] ?? null;
  if (titled === null) return null;
  const lead = document.sentences
    .slice(0, 2)
    .map((s) => s.around.sentence)
    .join("");
  const office = document.sentences
    .slice(0, 2)
    .flatMap((s) => s.places)
    .find((place) => lead.includes(`${place}海关`));
  return office ?? titled;
}

/**
 * Which of these forms stand in a text, in their order. They are listed by their first parts, so that only those are looked
 * for that can begin in the text.
 */
function findPlaces(forms: readonly string[]): (text: string) => string[] {
  const listed = new Map<string, number[]>();
  forms.forEach((form, i) => {
    const first = partsOf(form)[0] ?? "";
    const same = listed.get(first);
    if (same) same.push(i);
    else listed.set(first, [i]);
  });
  return (text) =>
    [...new Set(partsOf(text))]
      .flatMap((part) => listed.get(part) ?? [])
      .filter((i) => holds(text, forms[i] ?? ""))
      .sort((a, b) => a - b)
      .map((i) => forms[i] ?? "");
}
