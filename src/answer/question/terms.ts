import type { Span } from "../../figures/figure.ts";
import type { Alternate, Sense } from "../../retrieval/lexicon.ts";
import type { Vocabulary } from "../../retrieval/vocabulary.ts";
import { hanForm } from "../../text/match-form.ts";
import { stem, type Word } from "../../text/words.ts";
import { ENGLISH_STOPS, latinTerm } from "./latin-terms.ts";
import type { Term } from "./question.ts";
import { readShaped } from "./shaped-terms.ts";
import { weighTerm } from "./term.ts";
import { splitUnknown } from "./unknown-words.ts";

/** The nation as a whole is a scope, not a word to be found: see `isNational`. */
const NATION_WORDS = new Set([
  "大陆",
  "中国大陆",
  "全国",
  "我国",
  "中国",
  "全中国",
  "china",
  "nationwid",
  "nation",
]);

/** A local customs office is asked for like a place: another one's figure does not answer. */
const LOCAL_OFFICE = /^(?!全国|中国|各地|各|当地|本|总).{2,}海关$|^(?!china|chines|nation|local).+ custom$/;

const WORLD_WORDS = new Set(["世界", "全球", "全世界", "国际", "world", "global", "worldwid"]);

/** Words taken together for one look-up in the glossary. */
const LONGEST_RUN = 5;

/** Parts of speech that carry content where the glossary does not know the word: nouns, verbs, adjectives, idioms, names. */
const CONTENT = /^(?:n|v|a|i|l|j|s|b|z|eng|t?g)/;

/** 前前后后, 里里外外: a manner, whatever the dictionary says. */
const DOUBLED = /^(.)\1(.)\2$/u;

const COMPLEMENT = /^(?:出去|回来|进来|出来|进去|下来|上去|上来|下去|过来|过去|起来)$/;

/** Nouns; 身上, 车上 and other words for where (s) name nothing. */
const NOUN = /^(?:n|j|l|i|eng)/;

/** 哪几种, 什么样子, 几大类, 那阵子: what is asked or pointed at, not what is looked for. */
const QUESTION_WORD = /^(?:哪|什么|甚么|多少|几|啥|[这那].)/;

const NUMBER_WORD =
  /^(?:[一二两三四五六七八九十百千]+[大个项条种]?|two|three|four|five|six|seven|eight|nine|ten)$/;

/** Nouns and verbs of one character that questions use without content. */
const EMPTY_SINGLES = new Set(
  "有是到来去说讲看想要会能做搞弄办走给让叫得完用下上里中后前时年月日个人次位家大小多少长高快慢新老好成起间比率量额数值类种家项场期当种用过占头性区版份号天周点后底末初数耐",
);

/**
 * The content words of a masked folded question (periods and question words blanked out), with all that may stand for
 * them. Function words, fillers and words of change are left out.
 */
export function readTerms(masked: string, written: string, vocabulary: Vocabulary): Term[] {
  const shaped = readShaped(masked, vocabulary);
  const words = vocabulary.segmenter
    .words(
      shaped.reduce(
        (rest, t) => rest.slice(0, t.span[0]) + " ".repeat(t.span[1] - t.span[0]) + rest.slice(t.span[1]),
        masked,
      ),
    )
    .flatMap((word) => splitUnknown(word, vocabulary));
  const terms: Term[] = [...shaped];
  for (let i = 0; i < words.length; ) {
    const run = complements(words, i) ? undefined : longestKnownRun(words, i, vocabulary);
    // 望川: a name may begin with a character that is a word of its own.
    if (run && (run.text.length > 1 || run.latin || unknownName(words, i, vocabulary) === "")) {
      const term = termOfSenses(run.text, run.span, run.senses, run.latin, vocabulary);
      if (term) terms.push(term);
      i += run.length;
      continue;
    }
    const word = words[i];
    // 供|出去, 运|进来: how the act goes, no thing of its own.
    const term =
      word && !complements(words, i)
        ? (termOfScraps(words, i, vocabulary) ??
          termOfWord(word, words[i + 1], words[i - 1], written, vocabulary))
        : undefined;
    if (term) terms.push(term.term);
    i += term?.length ?? 1;
  }
  return dedupe(
    terms.map((t, i) => ({ ...t, surface: masked.slice(...t.span), attached: isAttached(t, terms[i - 1]) })),
  );
}

/** 出去, 回来 right behind a verb. */
const complements = (words: readonly Word[], i: number): boolean => {
  const [before, word] = [words[i - 1], words[i]];
  return (
    word !== undefined &&
    before !== undefined &&
    COMPLEMENT.test(word.text) &&
    before.end === word.start &&
    /^v/.test(before.tag)
  );
};

/** Kinds of bodies and sites that a place name before them makes particular. */
const SITE =
  /^(?:机场|港|港口|码头|车站|铁路|地铁|火车站|邮局|邮轮|大学|医院|公司|集团|保税区|开发区|工业园|园区|airport|seaport|station)$/;

const isAttached = (term: Term, before: Term | undefined): boolean =>
  before?.kind === "place" && before.span[1] === term.span[0] && SITE.test(term.text);

interface Run {
  readonly text: string;
  readonly span: Span;
  readonly senses: readonly Sense[];
  readonly length: number;
  readonly latin: boolean;
}

function longestKnownRun(words: readonly Word[], from: number, vocabulary: Vocabulary): Run | undefined {
  const first = words[from];
  if (!first || first.kind === "number") return undefined;
  const latin = first.kind === "latin";
  const most = latin ? Math.max(LONGEST_RUN, vocabulary.lexicon.longestPhrase) : LONGEST_RUN;
  let best: Run | undefined;
  let text = "";
  for (let n = 1; n <= most; n++) {
    const word = words[from + n - 1];
    const before = n > 1 ? words[from + n - 2] : undefined;
    if (!word || (word.kind === "latin") !== latin || word.kind === "number") break;
    if (before && !latin && word.start !== before.end) break;
    text = latin ? `${text} ${word.text.split(/[-']/).map(stem).join(" ")}`.trim() : text + word.text;
    const senses = latin ? vocabulary.lexicon.latin(text) : vocabulary.lexicon.han(text);
    if (senses.length > 0) best = { text, span: [first.start, word.end], senses, length: n, latin };
  }
  return best;
}

function termOfSenses(
  text: string,
  span: Span,
  senses: readonly Sense[],
  latin: boolean,
  vocabulary: Vocabulary,
): Term | undefined {
  if (senses.some((s) => s.kind === "light") && !senses.some((s) => s.kind === "place")) return undefined;
  if (latin && ENGLISH_STOPS.has(text)) return undefined;
  const content = senses.filter((s) => s.kind !== "change");
  if (content.length === 0 || (!latin && EMPTY_SINGLES.has(text)) || NATION_WORDS.has(text)) return undefined;
  const alternates = new Map<string, number>();
  for (const sense of content)
    for (const a of [...sense.zh.map(asHan), ...sense.en])
      if (a.text.length > 1 || a.text === "⇄")
        alternates.set(a.text, Math.max(alternates.get(a.text) ?? 0, a.weight));
  const first =
    (["place", "body", "term", "act"] as const).find((k) => content.some((s) => s.kind === k)) ?? "term";
  const kind =
    first === "place" && WORLD_WORDS.has(text)
      ? "act"
      : first === "body" && LOCAL_OFFICE.test(text)
        ? "place"
        : first;
  const own = latin ? ` ${text} ` : hanForm(text);
  alternates.set(own, 1);
  return weighTerm(
    text,
    span,
    kind,
    kind !== "act",
    [...alternates].map(([t, weight]) => ({ text: t, weight })),
    rivalsOf(text, vocabulary),
    vocabulary,
  );
}

const asHan = (a: Alternate): Alternate => ({ text: hanForm(a.text), weight: a.weight });

const rivalsOf = (text: string, vocabulary: Vocabulary): string[] =>
  vocabulary.lexicon
    .rivals(text)
    .map((r) => (/[a-z]/.test(r) ? ` ${r.split(" ").map(stem).join(" ")} ` : hanForm(r)));

function termOfWord(
  word: Word,
  next: Word | undefined,
  before: Word | undefined,
  written: string,
  vocabulary: Vocabulary,
): { term: Term; length: number } | undefined {
  if (word.kind === "number" && isCode(word, next, vocabulary)) return codeTerm(word, vocabulary);
  if (word.kind === "number" || NUMBER_WORD.test(word.text)) return undefined;
  if (word.kind === "latin") return latinTerm(word, next, before, written, vocabulary);
  const single = word.text.length === 1;
  if ((single && EMPTY_SINGLES.has(word.text)) || !CONTENT.test(word.tag)) return undefined;
  if (single && !NOUN.test(word.tag)) return undefined;
  // 查得快, 涨得多: an act.
  if (/^\p{Script=Han}得$/u.test(word.text)) return undefined;
  if (QUESTION_WORD.test(word.text) || NATION_WORDS.has(word.text)) return undefined;
  const place = vocabulary.places.has(word.text);
  const own = hanForm(word.text);
  return {
    term: weighTerm(
      word.text,
      [word.start, word.end],
      place ? "place" : "word",
      NOUN.test(word.tag) && !DOUBLED.test(word.text),
      [{ text: own, weight: 1 }],
      [],
      vocabulary,
    ),
    length: 1,
  };
}

/** 9810, 12360: a number of four or five digits that the library has, without a unit behind, is a name. */
const isCode = (word: Word, next: Word | undefined, vocabulary: Vocabulary): boolean =>
  /^(?!(?:19|20)\d\d$)\d{4,5}$/.test(word.text) &&
  !(next?.start === word.end && UNIT_BEHIND.test(next.text)) &&
  vocabulary.occurs(word.text);

const UNIT_BEHIND =
  /^(?:年|月|日|号|多|余|万|亿|千|个|家|项|件|吨|元|人|名|列|箱|标|票|批|次|种|台|辆|公|平|小时|天|美|%)/;

const codeTerm = (word: Word, vocabulary: Vocabulary): { term: Term; length: number } => ({
  term: weighTerm(
    word.text,
    [word.start, word.end],
    "name",
    true,
    [{ text: word.text, weight: 1 }],
    [],
    vocabulary,
  ),
  length: 1,
});

/** Parts of speech of single characters that may be pieces of a name or word that no dictionary knows. */
const SCRAP = /^(?:n|v|a|b|j|g|t?g|z|ng|vg|ag)/;

/** Two to four single characters side by side are one unknown word: 综|保|区, 澄|州. */
function termOfScraps(
  words: readonly Word[],
  from: number,
  vocabulary: Vocabulary,
): { term: Term; length: number } | undefined {
  const name = unknownName(words, from, vocabulary);
  if (name !== "") return scrapsTerm(name, words[from]?.start ?? 0, vocabulary);
  let text = "";
  let length = 0;
  for (let i = from; i < words.length && length < 4; i++, length++) {
    const word = words[i];
    const before = words[i - 1];
    if (word?.kind !== "han" || word.text.length > 1 || EMPTY_SINGLES.has(word.text) || !SCRAP.test(word.tag))
      break;
    if (length > 0 && (word.start !== before?.end || longestKnownRun(words, i, vocabulary))) break;
    text += word.text;
  }
  return length < 2 ? undefined : scrapsTerm(text, words[from]?.start ?? 0, vocabulary);
}

const scrapsTerm = (text: string, start: number, vocabulary: Vocabulary): { term: Term; length: number } => ({
  term: weighTerm(
    text,
    [start, start + text.length],
    vocabulary.places.has(text) ? "place" : "word",
    true,
    [{ text: hanForm(text), weight: 1 }],
    [],
    vocabulary,
  ),
  length: text.length,
});

/** The longest run of two to four single characters that the library's texts hold side by side: 额|勒|浑, 月|岬. */
function unknownName(words: readonly Word[], from: number, vocabulary: Vocabulary): string {
  let run = "";
  for (let i = from; i < words.length && run.length < 4; i++) {
    const word = words[i];
    if (word?.kind !== "han" || word.text.length > 1 || FUNCTION_TAG.test(word.tag)) break;
    if (run !== "" && word.start !== words[i - 1]?.end) break;
    run += word.text;
  }
  for (let length = run.length; length >= 2; length--) {
    const name = run.slice(0, length);
    if ([...name].filter((c) => EMPTY_SINGLES.has(c)).length <= 1 && vocabulary.occurs(name)) return name;
  }
  return "";
}

/** Parts of speech of words that only join others: 的, 和, 从, 了, 是, 很. */
const FUNCTION_TAG = /^(?:u|c|p|y|d|r|m|q|f|x|e|o)/;

/** One term for each set of words: a question that says 海关 twice asks no more about it. */
function dedupe(terms: readonly Term[]): Term[] {
  const seen = new Set<string>();
  return terms.filter((term) => {
    const key = term.text;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
