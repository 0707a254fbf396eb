import type { Context } from "grammy";
import type { UiLang } from "../../answer/types.ts";
import type { Keyboard } from "../../format/buttons.ts";
import { conflictsPage } from "../../format/conflicts.ts";
import { coveragePage } from "../../format/coverage.ts";
import type { Rich } from "../../format/html.ts";
import { sourcesPage } from "../../format/sources.ts";
import type { Deps } from "../deps.ts";
import { languageHints, uiLanguage } from "../language.ts";
import type { Place } from "../place.ts";
import { sendReply } from "../send.ts";

/** Lists that commands give and buttons page through. */
export type List = "sources" | "coverage" | "conflicts";

/** /sources, /coverage, /conflicts: the first page. */
export async function sendList(deps: Deps, ctx: Context, place: Place, list: List): Promise<void> {
  const { out, keyboard } = listPage(deps, list, uiLanguage(await languageHints(deps, ctx.from)), 0);
  await sendReply(deps, ctx.api, place, out, keyboard);
}

/** One page of a list, counted from 0; a page beyond the last one gives the last. */
export function listPage(
  deps: Deps,
  list: List,
  lang: UiLang,
  page: number,
): { readonly out: Rich; readonly keyboard: Keyboard } {
  switch (list) {
    case "sources":
      return sourcesPage(deps.assistant.articles(lang), lang, page);
    case "coverage":
      return coveragePage(deps.survey.known(lang), lang, page);
    case "conflicts":
      return conflictsPage(deps.survey.differing(lang), lang, page);
    default:
      return list satisfies never;
  }
}
