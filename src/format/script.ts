import { simplecc } from "simplecc-wasm";
import type { UiLang } from "../answer/types.ts";

/** Chinese text in the script of `lang`; other languages' text is left alone. For the bot's own words, never for quotes. */
export function inScript(text: string, lang: UiLang): string {
  return lang === "zh-Hant" ? simplecc(text, "s2t") : text;
}

/** Whether a Chinese text reads the same in both scripts, so that it does not tell which one its writer uses. */
export const fitsBothScripts = (text: string): boolean =>
  simplecc(text, "s2t") === text && simplecc(text, "t2s") === text;
