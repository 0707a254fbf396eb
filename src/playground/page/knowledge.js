import { read } from "./api.js";
import { articleSection } from "./articles.js";
import { coverageSection } from "./coverage-table.js";
import { byId, h } from "./dom.js";
import { factSection } from "./facts.js";
import { mountCard } from "./figure-card.js";
import { words } from "./knowledge-texts.js";
import { htmlLang, LANGUAGES, langOf } from "./texts.js";

const SECTIONS = ["articles", "coverage", "facts"];

let lang = langOf(new URLSearchParams(location.search).get("lang") ?? undefined);
/** @type {() => void} */
let follow = () => {};
mountCard(() => lang);
addEventListener("hashchange", () => follow());
await draw();

/** Fetches and draws everything in the chosen language. */
async function draw() {
  /** @type {import("../library-page/knowledge-view.ts").KnowledgeView} */
  const view = await read("knowledge", { lang: lang === "en" ? "en" : "zh" });
  document.documentElement.lang = htmlLang(lang);
  document.title = `关问 Guanwen · ${words(lang, "title")}`;
  const figures = view.articles.reduce((sum, article) => sum + article.figures, 0);
  const counts = { articles: String(view.articles.length), figures: String(figures) };
  byId("top").replaceChildren(
    h("a.back", { href: "/" }, `← ${words(lang, "chat")}`),
    h("h1", {}, words(lang, "title"), h("small", {}, words(lang, "counts", counts))),
    h("nav", {}, ...SECTIONS.map((name) => h("a", { href: `#${name}` }, words(lang, name)))),
    h(
      "div.settings",
      {},
      languageSelect(),
      h("button.icon", { type: "button", "aria-label": words(lang, "theme"), onclick: switchTheme }, "◐"),
    ),
  );
  const openArticle = articleSection(view.articles, lang);
  byId("knowledge").replaceChildren(
    openArticle.section,
    coverageSection(view, lang),
    factSection(view, lang),
  );
  follow = () => void followHash(openArticle.open);
  follow();
}

/** Addresses like `#at/<article>/<offset>` open the article and show the figure there. @param {(id: string) => Promise<HTMLElement | undefined>} open */
async function followHash(open) {
  const [, id, at] = /^#at\/([^/]+)\/(\d+)$/.exec(decodeURIComponent(location.hash)) ?? [];
  // A section of the address was not there yet when the page was loaded.
  if (id === undefined || at === undefined)
    return document.getElementById(location.hash.slice(1))?.scrollIntoView();
  const article = await open(id);
  const marks = [...(article?.querySelectorAll("[data-start]") ?? [])];
  const mark = marks.findLast(
    (element) => Number(/** @type {HTMLElement} */ (element).dataset["start"]) <= Number(at),
  );
  if (!(mark instanceof HTMLElement)) return;
  mark.scrollIntoView({ block: "center" });
  mark.focus({ preventScroll: true });
  mark.classList.add("flash");
  setTimeout(() => mark.classList.remove("flash"), 1600);
}

function languageSelect() {
  const options = LANGUAGES.map(([code, own]) => h("option", { value: code, selected: code === lang }, own));
  return h("select", { "aria-label": "语言 Language", onchange: choose }, ...options);
}

/** @param {Event} event */
function choose(event) {
  lang = langOf(/** @type {HTMLSelectElement} */ (event.target).value);
  history.replaceState(null, "", `?lang=${lang}`);
  void draw();
}

function switchTheme() {
  const theme = document.documentElement.dataset["theme"] === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = theme;
  localStorage.setItem("theme", theme);
}
