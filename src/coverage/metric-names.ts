import type { Glossary } from "../knowledge/glossary.ts";
import { foldText } from "../text/fold.ts";
import { stem } from "../text/words.ts";

/** Tells under which key a metric's words go; the same key means the same thing measured. */
export type MetricKey = (metric: string) => string;

/** Words that say how something is summed up or whose it is, not what is measured. Longest first. */
const EMPTY_ZH =
  /总金额|总数量|总货值|总次数|总规模|总[数值额量计]|数量|次数|规模|金额|货值|合计|累计|总计|全国|我国|中国|海关|已经|共计|[共总的了所在与同对为被由已其数值额量项]/gu;
const EMPTY_EN = new Set(
  "the a an of in on for to by at and with from its their total overall number value amount volume china chinese customs nationwide national s".split(
    " ",
  ),
);

/**
 * Makes metrics comparable across wordings: synonyms of the glossary count as one word (货物贸易总额, 外贸进出口总值), words of
 * summing up and particles as none, order and repetition not at all. Without a glossary wordings must agree but for those.
 */
export function createMetricKey(glossary?: Glossary): MetricKey {
  const han = new Map<string, string>();
  const latin = new Map<string, string>();
  glossary?.concepts.forEach(({ kind, zh, en }, index) => {
    // Members of other kinds (places, bodies) say whose a figure is: that has a field of its own.
    if (kind !== "term" && kind !== "act") return;
    const name = `#${index}`;
    for (const word of zh) if (!word.weak && word.text.length > 1) addFirst(han, foldText(word.text), name);
    for (const word of en) if (!word.weak) addFirst(latin, stems(word.text).join(" "), name);
  });
  const longest = Math.max(1, ...[...han.keys()].map((word) => word.length));
  const known = new Map<string, string>();
  return (metric) => {
    const before = known.get(metric);
    if (before !== undefined) return before;
    const folded = foldText(metric);
    const parts = /\p{Script=Han}/u.test(folded) ? hanParts(folded, han, longest) : latinParts(folded, latin);
    const key = [...new Set(parts)].sort().join(" ");
    known.set(metric, key);
    return key;
  };
}

/** A word that two lines of the glossary share belongs to the first. */
function addFirst(words: Map<string, string>, word: string, name: string): void {
  if (word !== "" && !words.has(word)) words.set(word, name);
}

/** Known words by their names, longest match first; what is left between them as it stands, without the empty words. */
function hanParts(folded: string, words: ReadonlyMap<string, string>, longest: number): string[] {
  // 国家(地区) and 国家地区 are written either way.
  const text = folded.replace(/[^\p{L}\p{N}]/gu, "");
  const parts: string[] = [];
  let rest = "";
  const flush = (): void => {
    const left = rest.replace(EMPTY_ZH, "");
    if (left !== "") parts.push(left);
    rest = "";
  };
  for (let at = 0; at < text.length; ) {
    const word = longestAt(text, at, longest, words);
    if (word === undefined) {
      rest += text.charAt(at);
      at++;
      continue;
    }
    flush();
    // 海关 stands in the glossary too, and still says nothing of what is measured.
    if (word.replace(EMPTY_ZH, "") !== "") parts.push(words.get(word) ?? word);
    at += word.length;
  }
  flush();
  return parts;
}

function longestAt(
  text: string,
  at: number,
  longest: number,
  words: ReadonlyMap<string, string>,
): string | undefined {
  for (let length = Math.min(longest, text.length - at); length > 1; length--) {
    const word = text.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return undefined;
}

/** Stems, known phrases of up to five of them by their names. */
function latinParts(text: string, words: ReadonlyMap<string, string>): string[] {
  const all = stems(text);
  const parts: string[] = [];
  for (let at = 0; at < all.length; ) {
    const length = [5, 4, 3, 2, 1].find((n) => words.has(all.slice(at, at + n).join(" "))) ?? 0;
    const name = words.get(all.slice(at, at + length).join(" "));
    const single = all[at] ?? "";
    if (name !== undefined) parts.push(name);
    else if (!EMPTY_EN.has(single)) parts.push(single);
    at += Math.max(1, length);
  }
  return parts;
}

const stems = (text: string): string[] => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
