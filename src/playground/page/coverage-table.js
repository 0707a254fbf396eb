import { h } from "./dom.js";
import { words } from "./knowledge-texts.js";

/** @typedef {import("../library-page/knowledge-view.ts").KnowledgeView} KnowledgeView */
/** @typedef {import("../library-page/knowledge-view.ts").FigureLink} FigureLink */
/** @typedef {import("./texts.js").Lang} Lang */

/** What is known, by metric and period; every figure leads to its quote. @param {KnowledgeView} view @param {import("./texts.js").Lang} lang */
export function coverageSection(view, lang) {
  const broad = view.rows.filter((row) => Object.keys(row.cells).length > 1);
  const single = view.rows.length - broad.length;
  const filter = /** @type {HTMLInputElement} */ (
    h("input", { type: "search", placeholder: words(lang, "filter"), "aria-label": words(lang, "filter") })
  );
  const all = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox" }));
  const table = h("div.table", { tabindex: "0", role: "region", "aria-label": words(lang, "coverage") });
  const draw = () => {
    const wanted = filter.value.trim().toLowerCase();
    const rows = (all.checked || wanted !== "" ? view.rows : broad).filter((row) =>
      `${row.metric} ${row.entity ?? ""}`.toLowerCase().includes(wanted),
    );
    const used = new Set(rows.flatMap((row) => Object.keys(row.cells)));
    const columns = view.columns.filter((column) => used.has(column.key));
    table.replaceChildren(
      rows.length === 0 ? h("p.hint", {}, words(lang, "no-rows")) : drawTable(rows, columns, lang),
    );
  };
  filter.addEventListener("input", draw);
  all.addEventListener("change", draw);
  draw();
  return h(
    "section",
    { id: "coverage" },
    h("h2", {}, words(lang, "coverage")),
    h("div.filters", {}, filter, h("label", {}, all, words(lang, "all-rows", { count: String(single) }))),
    table,
  );
}

/** @param {KnowledgeView["rows"]} rows @param {KnowledgeView["columns"]} columns @param {import("./texts.js").Lang} lang */
function drawTable(rows, columns, lang) {
  const headings = columns.map(({ key }) =>
    h("th", { scope: "col" }, key === "" ? words(lang, "undated") : key),
  );
  return h(
    "table",
    {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words(lang, "metric")), ...headings)),
    h(
      "tbody",
      {},
      ...rows.map(({ metric, entity, direction, cells }) =>
        h(
          "tr",
          {},
          h(
            "th",
            { scope: "row" },
            metric,
            h(
              "small",
              {},
              [entity ?? "", direction === null ? "" : words(lang, `direction-${direction}`)]
                .filter(Boolean)
                .join(" · "),
            ),
          ),
          ...columns.map(({ key }) => h("td", {}, ...drawCell(cells[key] ?? [], lang))),
        ),
      ),
    ),
  );
}

/**
 * The figures of a cell: one that several articles state stands once, each of them a link.
 * @param {readonly FigureLink[]} links @param {Lang} lang
 */
function drawCell(links, lang) {
  /** @type {Map<string, FigureLink[]>} */
  const same = new Map();
  for (const link of links) {
    const key = `${noteOf(link, lang)} ${link.shown}`;
    same.set(key, [...(same.get(key) ?? []), link]);
  }
  return [...same.values()].map(([first, ...others]) =>
    h(
      "div.value",
      {},
      first && figureLink(first, lang),
      ...others.map((other, i) => sourceLink(other, i + 2, lang)),
    ),
  );
}

/** A figure that leads to where it stands, with what it is where that is no plain total. @param {FigureLink} link @param {Lang} lang */
export function figureLink(link, lang) {
  const note = noteOf(link, lang);
  return h(
    "a.cell",
    { href: addressOf(link), title: titleOf(link, lang) },
    note !== "" && h("small", {}, note),
    link.shown,
  );
}

/** Another article that says the same. @param {FigureLink} link @param {number} number @param {Lang} lang */
const sourceLink = (link, number, lang) =>
  h(
    "a.source",
    { href: addressOf(link), title: titleOf(link, lang), "aria-label": `${link.shown}, ${link.article}` },
    String(number),
  );

/** @param {FigureLink} link */
const addressOf = (link) => `#at/${encodeURIComponent(link.article)}/${link.at}`;

/** @param {FigureLink} link @param {Lang} lang */
const titleOf = (link, lang) => `${words(lang, `agg-${link.agg}`)} · ${link.article}\n${link.quote}`;

/** Kinds of total that a table of years must not pass over in silence. */
const NOTED = ["annual_average", "average", "cumulative", "partial", "ratio", "before", "after", "target"];

/** @param {FigureLink} link @param {Lang} lang */
function noteOf({ agg, change }, lang) {
  if (change === undefined) return NOTED.includes(agg) ? words(lang, `short-${agg}`) : "";
  const against = change.kind === "vs" || change.kind === "gap" ? (change.base ?? "") : "";
  return [
    words(lang, change.kind === "vs" ? "base" : `change-${change.kind}`),
    against,
    change.falls ? "↓" : "↑",
  ]
    .filter(Boolean)
    .join(" ");
}
