import { read } from "./api.js";
import { h } from "./dom.js";
import { figureMark } from "./figure-card.js";
import { words } from "./knowledge-texts.js";

/** @typedef {import("../library-page/knowledge-view.ts").KnowledgeView["articles"][number]} Article */

/**
 * The articles, each opened when it is wanted.
 * @param {readonly Article[]} articles @param {import("./texts.js").Lang} lang
 */
export function articleSection(articles, lang) {
  /** @type {Map<string, () => Promise<HTMLElement>>} */
  const openers = new Map();
  const list = articles.map((article) => {
    const body = h("div.body");
    const element = /** @type {HTMLDetailsElement} */ (
      h("details.article", { data: { article: article.id } }, head(article, lang), body)
    );
    /** @type {Promise<void> | undefined} */
    let filled;
    const fill = () => (filled ??= fillBody(body, article.id, lang));
    element.addEventListener("toggle", () => element.open && void fill());
    openers.set(article.id, async () => {
      await fill();
      element.open = true;
      return element;
    });
    return element;
  });
  return {
    section: h(
      "section",
      { id: "articles" },
      h("h2", {}, words(lang, "articles")),
      h("p.hint", {}, words(lang, "articles-hint")),
      ...list,
    ),
    /** Opens an article. @param {string} id @returns {Promise<HTMLElement | undefined>} */
    open: async (id) => await openers.get(id)?.(),
  };
}

/** @param {Article} article @param {import("./texts.js").Lang} lang */
function head(article, lang) {
  const covers =
    article.covers === undefined
      ? null
      : `${words(lang, "covers")} ${[...new Set([article.covers.from, article.covers.to])].join(" – ")}`;
  const counts = { passages: String(article.passages), figures: String(article.figures) };
  return h(
    "summary",
    {},
    h("span.title", {}, article.title),
    h(
      "span.meta",
      {},
      h("span.badge", {}, words(lang, article.kind)),
      h("span", {}, article.publisher),
      h("time", {}, article.published),
      covers !== null && h("span", {}, covers),
      h("span", {}, words(lang, "article-counts", counts)),
      article.url !== undefined &&
        h(
          "a",
          { href: article.url, target: "_blank", rel: "noopener noreferrer" },
          `${words(lang, "source")} ↗`,
        ),
    ),
  );
}

/** @param {HTMLElement} body @param {string} id @param {import("./texts.js").Lang} lang */
async function fillBody(body, id, lang) {
  /** @type {import("../library-page/article-view.ts").ArticleView} */
  const article = await read("article", { id, lang: lang === "en" ? "en" : "zh" });
  let section = "";
  for (const { headings, runs } of article.passages) {
    const name = headings.join(" › ");
    if (name !== section) body.append(h("h3", {}, name));
    section = name;
    body.append(
      h("p.passage", {}, ...runs.map((run) => (run.figures.length === 0 ? run.text : figureMark(run, lang)))),
    );
  }
}
