import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
let reader: typeof import("pinyin-pro") | undefined;

/**
 * How a Chinese word sounds: pinyin without tones and spaces. The tables are loaded for the first word, which takes about
 * 0.1 s: no start and few questions need them.
 */
export function soundOf(word: string): string {
  reader ??= require("pinyin-pro") as typeof import("pinyin-pro");
  return reader.pinyin(word, { toneType: "none", type: "array" }).join("");
}
