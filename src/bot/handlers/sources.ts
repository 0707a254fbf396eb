import type { Context } from "grammy";
import type { UiLang } from "../../answer/types.ts";
import { sourcesPage } from "../../format/sources.ts";
import type { Deps } from "../deps.ts";
import { languageHints, uiLanguage } from "../language.ts";
import type { Place } from "../place.ts";
import { sendReply } from "../send.ts";

/** /sources: the articles with dates and links, newest first. */
export async function listSources(deps: Deps, ctx: Context, place: Place): Promise<void> {
  const page = sourcesFor(deps, uiLanguage(await languageHints(deps, ctx.from)), 0);
  await sendReply(deps, ctx.api, place, page.out, page.keyboard);
}

/** One page of the list. */
export const sourcesFor = (deps: Deps, lang: UiLang, page: number) =>
  sourcesPage(deps.assistant.articles(lang), lang, page);
