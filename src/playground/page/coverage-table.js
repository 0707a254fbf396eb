import { h } from "./dom.js";
import { words } from "./knowledge-texts.js";

/** @typedef {import("../library-page/knowledge-view.ts").KnowledgeView} KnowledgeView */

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
              [
                entity ?? words(lang, "nation"),
                direction === null ? "" : words(lang, `direction-${direction}`),
              ]
                .filter(Boolean)
                .join(" · "),
            ),
          ),
          ...columns.map(({ key }) =>
            h("td", {}, ...(cells[key] ?? []).map((link) => figureLink(link, lang))),
          ),
        ),
      ),
    ),
  );
}

/** A figure that leads to where it stands. @param {import("../library-page/knowledge-view.ts").FigureLink} link @param {import("./texts.js").Lang} lang */
export function figureLink(link, lang) {
  return h(
    "a.cell",
    {
      href: `#at/${encodeURIComponent(link.article)}/${link.at}`,
      title: `${words(lang, `agg-${link.agg}`)} · ${link.article}\n${link.quote}`,
    },
    link.shown,
  );
}
