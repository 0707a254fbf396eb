import { byId, h } from "./dom.js";
import { words } from "./knowledge-texts.js";

/** @typedef {import("../library-page/figure-view.ts").FigureView} FigureView */

/** What each mark tells. @type {WeakMap<Element, readonly FigureView[]>} */
const told = new WeakMap();

/** Figures in a text, underlined. @param {import("../library-page/article-view.ts").Run} run @param {import("./texts.js").Lang} lang */
export function figureMark(run, lang) {
  const label = run.figures
    .map(
      (figure) =>
        `${figure.shown}: ${rowsOf(figure, lang)
          .map(([name, value]) => `${name} ${value}`)
          .join(", ")}`,
    )
    .join("; ");
  const mark = h(
    "span.figure",
    {
      tabindex: "0",
      "aria-label": label,
      data: { start: String(run.start), kind: run.figures[0]?.kind ?? "" },
    },
    run.text,
  );
  told.set(mark, run.figures);
  return mark;
}

/** Shows the card for whichever figure the pointer or the focus is on. @param {() => import("./texts.js").Lang} lang */
export function mountCard(lang) {
  const card = byId("card");
  /** @type {Element | null} */
  let shown = null;
  const show = (/** @type {Event} */ event) => {
    const mark = event.target instanceof Element ? event.target.closest(".figure") : null;
    const figures = mark === null ? undefined : told.get(mark);
    if (mark === null || figures === undefined) return;
    card.replaceChildren(...figures.map((figure) => drawCard(figure, lang())));
    card.hidden = false;
    shown = mark;
    place(card, mark);
  };
  const hide = () => {
    card.hidden = true;
    shown = null;
  };
  document.addEventListener("pointerover", (event) => {
    if (event.target instanceof Element && event.target.closest(".figure, #card")) show(event);
    else hide();
  });
  document.addEventListener("focusin", show);
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  // A figure that the keyboard leads to is scrolled into view after its card is there.
  addEventListener("scroll", () => shown !== null && place(card, shown), { passive: true });
}

/** Below the mark where there is room, else above it. @param {HTMLElement} card @param {Element} mark */
function place(card, mark) {
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const left = Math.max(8, Math.min(innerWidth - card.offsetWidth - 8, box.left));
  const isRoomBelow = box.bottom + card.offsetHeight + 12 < innerHeight;
  card.style.left = `${left}px`;
  card.style.top = `${isRoomBelow ? box.bottom + 6 : Math.max(8, box.top - card.offsetHeight - 6)}px`;
}

/** @param {FigureView} figure @param {import("./texts.js").Lang} lang */
function drawCard(figure, lang) {
  return h(
    "div.figure-card",
    {},
    h("strong", {}, figure.shown),
    h("dl", {}, ...rowsOf(figure, lang).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
  );
}

/** Everything that was understood of a figure, by name. @param {FigureView} figure @param {import("./texts.js").Lang} lang @returns {[string, string][]} */
function rowsOf(figure, lang) {
  const w = (/** @type {string} */ key, /** @type {Record<string, string>} */ values = {}) =>
    words(lang, key, values);
  const { change, of, cell, direction, noun } = figure;
  /** @type {[string, string | null][]} */
  const rows = [
    [
      "value",
      [figure.approx === "none" ? "" : w(`approx-${figure.approx}`), figure.bound ?? "", number(figure.value)]
        .filter(Boolean)
        .join(" "),
    ],
    ["unit", figure.unit || null],
    ["noun", noun],
    ["metric", figure.metric],
    ["entity", figure.entity ?? w("not-said")],
    ["direction", direction === null ? null : w(`direction-${direction}`)],
    ["period", periodOf(figure.period, lang)],
    ["agg", w(`agg-${figure.agg}`)],
    ["kind", w(`kind-${figure.kind}`)],
    ["change", change === null ? null : changeOf(change, lang)],
    [
      "of",
      of === null
        ? null
        : lang === "en"
          ? `${w(`role-${of.role}`)} ${of.shown}`
          : `${of.shown} ${w(`role-${of.role}`)}`,
    ],
    ["cell", cell === null ? null : `${cell.row} × ${cell.column}`],
  ];
  return rows.flatMap(([key, value]) =>
    value === null ? [] : [/** @type {[string, string]} */ ([w(key), value])],
  );
}

/** @param {FigureView["value"]} value */
const number = (value) =>
  (typeof value === "number" ? [value] : value)
    .map((one) => one.toLocaleString("en", { maximumFractionDigits: 6 }))
    .join(" – ");

/** @param {FigureView["period"]} period @param {import("./texts.js").Lang} lang */
function periodOf({ from, to, text, implicit }, lang) {
  const span =
    from === null && to === null
      ? words(lang, "not-said")
      : from === null
        ? words(lang, "until", { to: to ?? "" })
        : from === to
          ? from
          : `${from} – ${to ?? "…"}`;
  return `${span}${text === null ? "" : ` · ${text}`}${implicit ? ` (${words(lang, "implicit")})` : ""}`;
}

/** @param {NonNullable<FigureView["change"]>} change @param {import("./texts.js").Lang} lang */
function changeOf({ kind, base, value, unit, factor }, lang) {
  const parts = [
    words(lang, `change-${kind}`),
    base === null ? "" : `${words(lang, "base")} ${base}`,
    `${typeof value === "number" && value > 0 ? "+" : ""}${number(value)} ${unit}`,
    factor === null ? "" : `${words(lang, "factor")} ${number(factor)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
