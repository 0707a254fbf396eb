import type { Vocabulary } from "../../retrieval/vocabulary.ts";
import { stem } from "../../text/words.ts";

/** A question with its words of wrong characters put right, and what was changed. */
export interface Spelled {
  readonly folded: string;
  /** As the asker wrote it, character for character beside `folded`. */
  readonly written: string;
  readonly corrections: readonly string[];
}

/** Characters of function and question words: a stretch that holds one is no misspelt word. */
const FUNCTION = /[的了吗呢啊是在和跟与及个几多少哪那这什么谁占比到从有没不要会能可之其嗰啲咗嘅喺]/;

/** 卖过, 查完: a verb with how far it has come. */
const ASPECT = /^\p{Script=Han}[过着得完]$/u;

/** A misspelt word falls apart: two or more of its pieces are single characters, or it is one pair that is nobody's term. */
function isBroken(part: string, vocabulary: Vocabulary): boolean {
  const pieces = vocabulary.segmenter.words(part);
  return part.length === 2 || pieces.filter((piece) => piece.text.length === 1).length >= 2;
}

/** Measure words written with another character of their sound, told by what is counted. */
const MEASURE_SLIPS: readonly { readonly slip: RegExp; readonly right: string }[] = [
  { slip: /(?<=多少|几)[量两](?=汽?车|卡车|货车|轿车)/g, right: "辆" },
  { slip: /(?<=多少|几)分(?=合作|文件|合同|协议|报告|证|清单|声明)/g, right: "份" },
  { slip: /(?<=多少|几)[收搜](?=船|轮船|货轮|邮轮|游艇)/g, right: "艘" },
  { slip: /(?<=多少|几)[坐做](?=城市|机场|港口|桥|仓库)/g, right: "座" },
  { slip: /(?<=多少|几)[建见](?=包裹|商品|货|邮件|行李)/g, right: "件" },
];

/** Longest and shortest stretch that is tried as one misspelt word. */
const LENGTHS = [4, 3, 2] as const;

/**
 * Puts wrong characters of the same sound right (综宝区 → 综保区, 斑列 → 班列) and English words at one edit from a known
 * one (certficates → certificates). Only what neither library nor dictionary knows is touched; lengths of Chinese words stay.
 */
export function correctSpelling(folded: string, asWritten: string, vocabulary: Vocabulary): Spelled {
  const corrections: string[] = [];
  const words = vocabulary.segmenter.words(folded);
  let text = MEASURE_SLIPS.reduce((t, { slip, right }) => t.replace(slip, right), folded);
  for (let i = 0; i < text.length; i++)
    if (text[i] !== folded[i]) corrections.push(`${folded[i]} → ${text[i]}`);
  const doubtful = (from: number, length: number): boolean => {
    const part = folded.slice(from, from + length);
    return (
      /^\p{Script=Han}+$/u.test(part) &&
      !FUNCTION.test(part) &&
      !ASPECT.test(part) &&
      vocabulary.lexicon.han(part).length === 0 &&
      !vocabulary.occurs(part) &&
      isBroken(part, vocabulary)
    );
  };
  const taken = new Set<number>();
  for (const length of LENGTHS) {
    for (const start of words.filter((w) => w.kind === "han").map((w) => w.start)) {
      if (taken.has(start) || !endsAWord(words, start + length) || !doubtful(start, length)) continue;
      const part = folded.slice(start, start + length);
      const right = vocabulary.soundsLike(part);
      if (!right || shared(part, right) === 0) continue;
      text = text.slice(0, start) + right + text.slice(start + length);
      for (let i = start; i < start + length; i++) taken.add(i);
      corrections.push(`${part} → ${right}`);
    }
  }
  let written = asWritten;
  for (const word of words) {
    if (
      word.kind !== "latin" ||
      word.text.length < 4 ||
      !/^[a-z]+$/.test(word.text) ||
      vocabulary.knowsStem(stem(word.text))
    )
      continue;
    if (/^[A-Z]/.test(asWritten.charAt(word.start)) && vocabulary.fromPinyin(word.text).length > 0) continue;
    const right = vocabulary.spelledLike(word.text);
    if (!right) continue;
    const at = text.search(new RegExp(`\\b${word.text}\\b`));
    if (at < 0) continue;
    text = text.slice(0, at) + right + text.slice(at + word.text.length);
    written = written.slice(0, at) + right + written.slice(at + word.text.length);
    corrections.push(`${word.text} → ${right}`);
  }
  return { folded: text, written, corrections };
}

const endsAWord = (words: readonly { readonly end: number }[], at: number): boolean =>
  words.some((w) => w.end === at);

/** Characters that two words of one length share at the same place: a slip changes some, not all. */
function shared(a: string, b: string): number {
  let n = 0;
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) n++;
  return n;
}
