import type { ArticleSummary } from "../answer/assistant-api.ts";
import type { UiLang } from "../answer/types.ts";
import type { Keyboard } from "./buttons.ts";
import { cutEnd } from "./cut.ts";
import { bold, join, link, plain, type Rich } from "./html.ts";
import { turning, within } from "./paging.ts";
import { phrase } from "./phrases.ts";

const PER_PAGE = 10;

/** One page of the list of articles, counted from 0; a page beyond the last one gives the last. */
export function sourcesPage(
  articles: readonly ArticleSummary[],
  lang: UiLang,
  page: number,
): { readonly out: Rich; readonly keyboard: Keyboard } {
  if (articles.length === 0)
    return { out: plain(phrase(lang, "sources-none")), keyboard: { rows: [], keep: [] } };
  const pages = Math.ceil(articles.length / PER_PAGE);
  const shown = within(page, pages);
  const entries = articles
    .slice(shown * PER_PAGE, (shown + 1) * PER_PAGE)
    .map((article, i) => entry(article, shown * PER_PAGE + i + 1, lang));
  const title = bold(plain(phrase(lang, "sources-title", { count: String(articles.length) })));
  return {
    out: join([title, ...entries], "\n"),
    keyboard: { rows: turning("s", shown, pages, lang), keep: [] },
  };
}

function entry(article: ArticleSummary, number: number, lang: UiLang): Rich {
  const key = article.kind === "digest" ? "sources-entry-digest" : "sources-entry-original";
  const about = phrase(lang, key, { publisher: cutEnd(article.publisher, 60), date: article.published });
  return join(
    [
      join([plain(`${number}.`), link(plain(cutEnd(article.title, 120)), article.url)], " "),
      plain(`   ${about}`),
    ],
    "\n",
  );
}
