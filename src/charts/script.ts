import { simplecc } from "simplecc-wasm";
import type { UiLang } from "../answer/types.ts";

/** Chinese words of a picture in the script of `lang`, with the variants of everyday writing (裡, 群); other languages' are left alone. */
export const inScript = (text: string, lang: UiLang): string =>
  lang === "zh-Hant" ? simplecc(text, "s2tw") : text;
