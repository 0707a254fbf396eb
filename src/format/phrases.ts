import { Fluent } from "@grammyjs/i18n";
import type { UiLang } from "../answer/types.ts";
import { inProject } from "../root.ts";
import type { PhraseKey } from "./phrase-keys.ts";

const LANGS: readonly UiLang[] = ["zh-Hans", "zh-Hant", "en"];

/** Values as strings only: Fluent would print the number 12345 as "12,345". */
export type PhraseValues = Readonly<Record<string, string>>;

const bundles = new Map<UiLang, Fluent>();

/** The bot's own words for `key` in `lang`. Throws where a locale file lacks the key, which a test rules out. */
export function phrase(lang: UiLang, key: PhraseKey, values: PhraseValues = {}): string {
  return bundle(lang).translate(lang, key, values);
}

// One Fluent for each language: with several in one, a missing phrase would silently come from another language,
// and languages would be negotiated anew for every phrase.
function bundle(lang: UiLang): Fluent {
  const ready = bundles.get(lang);
  if (ready !== undefined) return ready;
  const fluent = new Fluent({ warningHandler: failOnMissing });
  fluent.addTranslationSync({
    locales: lang,
    filePath: localeFile(lang),
    bundleOptions: { useIsolating: false },
  });
  bundles.set(lang, fluent);
  return fluent;
}

function failOnMissing(warning: { readonly path: string }): never {
  throw new Error(`no phrase "${warning.path}" in the locale file`);
}

/** Where the phrases of a language stand. */
export const localeFile = (lang: UiLang): string => inProject("src", "format", "locales", `${lang}.ftl`);

/** Any language code of Telegram's → one of ours; undefined for other languages and none. */
export function uiLangOf(code: string | undefined): UiLang | undefined {
  if (code === undefined) return undefined;
  const low = code.toLowerCase().replace(/_/g, "-");
  if (/^(?:zh|yue)\b/.test(low)) return /hant|-tw|-hk|-mo|^yue/.test(low) ? "zh-Hant" : "zh-Hans";
  return low.startsWith("en") ? "en" : undefined;
}

/** All the languages that the bot speaks. */
export const uiLangs = (): readonly UiLang[] => LANGS;
