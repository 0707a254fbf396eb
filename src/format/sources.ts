import type { ArticleSummary } from "../answer/assistant-api.ts";
import type { UiLang } from "../answer/types.ts";
import type { Button, Keyboard } from "./buttons.ts";
import { cutEnd } from "./cut.ts";
import { bold, join, link, plain, type Rich } from "./html.ts";
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
  const shown = Math.max(0, Math.min(page, pages - 1));
  const entries = articles
    .slice(shown * PER_PAGE, (shown + 1) * PER_PAGE)
    .map((article, i) => entry(article, shown * PER_PAGE + i + 1, lang));
  const title = bold(plain(phrase(lang, "sources-title", { count: String(articles.length) })));
  return { out: join([title, ...entries], "\n"), keyboard: { rows: turning(shown, pages, lang), keep: [] } };
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

function turning(page: number, pages: number, lang: UiLang): readonly (readonly Button[])[] {
  const back = { text: phrase(lang, "button-previous-page"), callback_data: `s${page - 1}` };
  const more = { text: phrase(lang, "button-next-page"), callback_data: `s${page + 1}` };
  const row = [...(page > 0 ? [back] : []), ...(page < pages - 1 ? [more] : [])];
  return row.length === 0 ? [] : [row];
}
