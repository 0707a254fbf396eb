import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PHRASE_KEYS } from "../../src/format/phrase-keys.ts";
import { localeFile, phrase, uiLangOf, uiLangs } from "../../src/format/phrases.ts";
import { inScript } from "../../src/text/script.ts";

const source = (lang: (typeof langs)[number]): string => readFileSync(localeFile(lang), "utf8");
const langs = uiLangs();
const keysOf = (text: string): string[] => [...text.matchAll(/^([a-z-]+) =/gm)].map((m) => m[1] ?? "");

/** Key → the variables in its phrase. */
function variables(text: string): Record<string, string[]> {
  const entries = text.split(/^(?=[a-z-]+ =)/m).filter((entry) => /^[a-z-]+ =/.test(entry));
  const used = (entry: string) =>
    [...new Set([...entry.matchAll(/\{ \$(\w+) \}/g)].map((m) => m[1] ?? ""))].sort();
  return Object.fromEntries(entries.map((entry) => [entry.split(" =")[0] ?? "", used(entry)]));
}

describe.each(langs)("the phrases in %s", (lang) => {
  it("are exactly those that the code names", () =>
    expect(keysOf(source(lang)).sort()).toEqual([...PHRASE_KEYS].sort()));

  it("take the same values as in the other languages", () => {
    expect(variables(source(lang))).toEqual(variables(source("en")));
  });
});

it("the Traditional file holds no Simplified character, and the Simplified one no Traditional", () => {
  for (const line of source("zh-Hant").split("\n"))
    expect(inScript(line, "zh-Hant").replaceAll("臺", "台")).toBe(line);
  expect(source("zh-Hans")).not.toMatch(/[個們這說問國關資訊來還為會應對時實]/);
});

it("prints values as they are, without isolating marks", () => {
  expect(phrase("en", "sources-title", { count: "12345" })).toBe("Articles: 12345");
});

it.each([
  ["zh-hans", "zh-Hans"],
  ["zh-CN", "zh-Hans"],
  ["zh", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["zh_HK", "zh-Hant"],
  ["zh-hant", "zh-Hant"],
  ["yue", "zh-Hant"],
  ["en-US", "en"],
  ["de", undefined],
  [undefined, undefined],
] as const)("language code %s → %s", (code, lang) => expect(uiLangOf(code)).toBe(lang));
