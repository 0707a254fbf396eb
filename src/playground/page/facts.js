import { figureLink } from "./coverage-table.js";
import { h } from "./dom.js";
import { words } from "./knowledge-texts.js";

/** @typedef {import("../library-page/knowledge-view.ts").KnowledgeView} KnowledgeView */
/** @typedef {import("./texts.js").Lang} Lang */

/** What several articles say of one fact: differently first, alike below. @param {KnowledgeView} view @param {Lang} lang */
export function factSection(view, lang) {
  const titles = new Map(view.articles.map((article) => [article.id, article]));
  const list = (/** @type {KnowledgeView["conflicts"]} */ facts, /** @type {string} */ none) =>
    facts.length === 0
      ? h("p.hint", {}, words(lang, none))
      : h("ul.facts", {}, ...facts.map((fact) => drawFact(fact, titles, lang)));
  return h(
    "section",
    { id: "facts" },
    h("h2", {}, words(lang, "facts")),
    h("h3", {}, words(lang, "conflicts")),
    list(view.conflicts, "no-conflicts"),
    h("h3", {}, words(lang, "agreements")),
    list(view.agreements, "no-agreements"),
  );
}

/** @param {KnowledgeView["conflicts"][number]} fact @param {Map<string, KnowledgeView["articles"][number]>} titles @param {Lang} lang */
function drawFact({ metric, entity, period, statements }, titles, lang) {
  const span =
    period.from === period.to
      ? period.to
      : period.from === null
        ? words(lang, "until", { to: period.to ?? "" })
        : `${period.from} – ${period.to}`;
  return h(
    "li",
    {},
    h(
      "div.fact",
      {},
      h("strong", {}, metric),
      h("small", {}, [entity ?? "", span].filter(Boolean).join(" · ")),
    ),
    ...statements.map((links) =>
      h(
        "div.statement",
        {},
        ...links.map((link) =>
          h("span", {}, figureLink(link, lang), h("small", {}, sourceOf(titles.get(link.article)))),
        ),
      ),
    ),
  );
}

/** @param {KnowledgeView["articles"][number] | undefined} article */
const sourceOf = (article) => (article === undefined ? "" : `${article.publisher} · ${article.published}`);
