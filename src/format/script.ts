import { simplecc } from "simplecc-wasm";
import type { UiLang } from "../answer/types.ts";

/**
 * Chinese text in the script of `lang`; other languages' text is left alone. For the bot's own words, never for quotes. Of the
 * variants of a character that everyday writing uses it takes that one: 群, 裡 rather than OpenCC's own 羣, 裏.
 */
export function inScript(text: string, lang: UiLang): string {
  return lang === "zh-Hant" ? simplecc(text, "s2tw") : text;
}

/** Whether a Chinese text reads the same in both scripts, so that it does not tell which one its writer uses. */
export const fitsBothScripts = (text: string): boolean =>
  simplecc(text, "s2tw") === text && simplecc(text, "t2s") === text;
