import { simplecc } from "simplecc-wasm";
import { simplify } from "./fold.ts";

const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z]/;

/** Characters that only Cantonese or Taiwanese writing uses and that the Simplified table leaves alone. */
const TRADITIONAL_ONLY = /[嘅咗嗰啲喺冇嚟佢哋]/;
/** Characters that have both uses; a text of only these and common characters tells nothing. */
const AMBIGUOUS = /[里后面发台几才干只谷余郁凶斗云]/g;

/** Language and script of a text; undefined where it has neither Chinese characters nor Latin letters. */
export function detectLanguage(text: string): "zh-Hans" | "zh-Hant" | "en" | undefined {
  const han = [...text].filter((c) => HAN.test(c));
  const latin = [...text].filter((c) => LATIN.test(c)).length;
  if (han.length === 0) return latin > 0 ? "en" : undefined;
  if (latin > han.length * 4 && latin > 12) return "en";
  return isTraditional(text) ? "zh-Hant" : "zh-Hans";
}

/** Whether a Chinese text is written in Traditional characters: one that Simplified writing does not use is enough. */
export function isTraditional(text: string): boolean {
  if (TRADITIONAL_ONLY.test(text)) return true;
  const clean = text.replace(AMBIGUOUS, "");
  return simplify(clean) !== clean;
}

/** Whether a character is a Chinese one. */
export const isHan = (char: string): boolean => HAN.test(char);

/**
 * Chinese text in the script of `lang`; other languages' text is left alone. For the bot's own words, never for quotes. Of the
 * variants of a character that everyday writing uses it takes that one: 群, 裡 rather than OpenCC's own 羣, 裏.
 */
export const inScript = (text: string, lang: "zh-Hans" | "zh-Hant" | "en"): string =>
  lang === "zh-Hant" ? simplecc(text, "s2tw") : text;

/** Whether a Chinese text reads the same in both scripts, so that it does not tell which one its writer uses. */
export const fitsBothScripts = (text: string): boolean =>
  simplecc(text, "s2tw") === text && simplecc(text, "t2s") === text;
