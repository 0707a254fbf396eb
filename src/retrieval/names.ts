import type { Segmenter } from "../text/words.ts";

/** Words behind which a Chinese place name stands in customs news: 澄州|海关, 塔林图|口岸. */
const OWNED =
  /(?:公路口岸|铁路口岸|陆路口岸|口岸|海关|综合保税区|综保区|自贸试验区|自贸片区|片区|港区|关区|互市点|互市区|缉私分局|边检站|机场|海域)/g;
/** Characters that end a search to the left: no place name holds them at this place. */
const STOP = /[的在由与和从对经到为及以等是有向把被让使了各全本该我其某下据,、。;:()“”"'\s\d]/;

/**
 * Place names that a library's own texts use before 海关, 口岸 and the like and that no dictionary has to know. `known`
 * tells words that are ordinary vocabulary. Names of two to four characters, each seen at least twice.
 */
export function learnPlaceNames(
  folded: readonly string[],
  segmenter: Segmenter,
  known: (word: string) => boolean,
): string[] {
  const all = folded.join("\n");
  const counts = new Map<string, number>();
  const countOf = (part: string): number => {
    const count = counts.get(part) ?? occurrences(all, part);
    counts.set(part, count);
    return count;
  };
  const names = new Map<string, number>();
  for (const match of all.matchAll(OWNED)) {
    const name = nameBefore(all, match.index, countOf);
    if (name) names.set(name, (names.get(name) ?? 0) + 1);
  }
  return [...names.keys()].filter((name) => !known(name) && isNameLike(name, segmenter)).sort();
}

function nameBefore(text: string, end: number, countOf: (part: string) => number): string | undefined {
  const pair = text.slice(Math.max(0, end - 2), end);
  if (pair.length < 2 || !/^\p{Script=Han}{2}$/u.test(pair) || STOP.test(pair)) return undefined;
  const seen = countOf(pair);
  if (seen < 2) return undefined;
  let name = pair;
  for (let length = 3; length <= 4; length++) {
    const longer = text.slice(Math.max(0, end - length), end);
    if (longer.length < length || STOP.test(longer.charAt(0)) || !/^\p{Script=Han}+$/u.test(longer)) break;
    if (countOf(longer) < seen * 0.8) break;
    name = longer;
  }
  return name;
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
}

/** A name is no word of the dictionary, unless one that it tags as a place; none of its parts is a verb or an adjective. */
function isNameLike(name: string, segmenter: Segmenter): boolean {
  const words = segmenter.words(name);
  // The dictionary calls 大国 and 邻国 places; countries' own names are in the glossary.
  if (words.length === 1) return /^ns/.test(words[0]?.tag ?? "") && !/^\p{Script=Han}国$/u.test(name);
  // A foreign name in characters falls apart into single ones, whatever each may mean: 额勒浑.
  if (words.length >= 3 && words.every((word) => word.text.length === 1))
    return !/[的了和是在有不]/.test(name);
  // 哈日|图勒: two names that the dictionary knows make up one.
  if (words.every((word) => /^n(?:r|s|z)/.test(word.tag))) return true;
  if (/^[新大老高好旧总分]/.test(name) && words[0]?.text.length === 1) return false;
  return (
    words.some((word) => word.text.length === 1 || /^ns/.test(word.tag)) &&
    words.every((word) => !/^[vad]/.test(word.tag) || (word.text.length === 1 && /^ns|^n/.test(word.tag)))
  );
}
