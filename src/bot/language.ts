import type { User } from "grammy/types";
import type { Answer, UiLang } from "../answer/types.ts";
import { uiLangOf } from "../format/phrases.ts";
import { fitsBothScripts } from "../text/script.ts";
import type { Deps } from "./deps.ts";

/** What is known of someone's language besides the text of a question. */
export interface LanguageHints {
  /** Chosen with /lang. */
  readonly chosen: UiLang | undefined;
  /** Of the Telegram app. */
  readonly app: UiLang | undefined;
}

/** The hints on a user; those who write in a chat's name have none. */
export async function languageHints(deps: Deps, user: User | undefined): Promise<LanguageHints> {
  if (user === undefined) return { chosen: undefined, app: undefined };
  return { chosen: await deps.state.language(user.id), app: uiLangOf(user.language_code) };
}

/** Language of menus and hints: the chosen one, then the app's, then Simplified Chinese, the articles' own. */
export const uiLanguage = (hints: LanguageHints): UiLang => hints.chosen ?? hints.app ?? "zh-Hans";

/**
 * Language of a reply: the question's. Between the Chinese scripts a chosen one wins, and the app's decides where the
 * question reads the same in both.
 */
export function replyLanguage(answer: Answer, hints: LanguageHints): UiLang {
  if (answer.lang === "en") return "en";
  if (hints.chosen === "zh-Hans" || hints.chosen === "zh-Hant") return hints.chosen;
  return hints.app === "zh-Hant" && fitsBothScripts(answer.question) ? "zh-Hant" : answer.lang;
}
