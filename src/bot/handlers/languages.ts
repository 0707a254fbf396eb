import type { Context } from "grammy";
import type { UiLang } from "../../answer/types.ts";
import type { Keyboard } from "../../format/buttons.ts";
import { phrase, uiLangs } from "../../format/phrases.ts";
import type { Deps } from "../deps.ts";
import type { Place } from "../place.ts";
import { say } from "./hints.ts";

/** Each language in its own words. */
const NAMES: Readonly<Record<UiLang, string>> = {
  "zh-Hans": "简体中文",
  "zh-Hant": "繁體中文",
  en: "English",
};

/** What people type after /lang, beside the names above. */
const SPELLINGS: Readonly<Record<string, UiLang>> = {
  "zh-hans": "zh-Hans",
  "zh-cn": "zh-Hans",
  zh: "zh-Hans",
  简体: "zh-Hans",
  简: "zh-Hans",
  "zh-hant": "zh-Hant",
  "zh-tw": "zh-Hant",
  "zh-hk": "zh-Hant",
  繁體: "zh-Hant",
  繁体: "zh-Hant",
  繁: "zh-Hant",
  en: "en",
  英文: "en",
  英语: "en",
};

/** /lang: offers the languages, or takes the one that is named. */
export async function chooseLanguage(deps: Deps, ctx: Context, place: Place, named: string): Promise<void> {
  const choice = readChoice(named);
  if (choice === undefined || ctx.from === undefined)
    return await say(deps, ctx, place, "lang-choose", {}, languageKeyboard());
  await setLanguage(deps, ctx.from.id, choice);
  await say(deps, ctx, place, choice === "auto" ? "lang-auto-set" : "lang-set");
}

/** Keeps a choice; `auto` goes back to the question's language. */
export async function setLanguage(deps: Deps, user: number, choice: UiLang | "auto"): Promise<void> {
  await deps.state.setLanguage(user, choice === "auto" ? null : choice);
}

/** A language by its name or code; undefined for anything else. */
export function readChoice(named: string): UiLang | "auto" | undefined {
  const word = named.trim().toLowerCase();
  if (word === "auto") return "auto";
  return SPELLINGS[word] ?? uiLangs().find((lang) => NAMES[lang].toLowerCase() === word);
}

function languageKeyboard(): Keyboard {
  const names = uiLangs().map((lang) => ({ text: NAMES[lang], callback_data: `l${lang}` }));
  const auto = uiLangs().map((lang) => phrase(lang, "lang-auto"));
  return { rows: [names, [{ text: [...new Set(auto)].join(" / "), callback_data: "lauto" }]], keep: [] };
}
