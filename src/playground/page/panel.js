import { read } from "./api.js";
import { byId, h } from "./dom.js";
import { change, lang, state } from "./store.js";
import { text } from "./texts.js";

/** What the panel was last drawn from. */
let shown = "";

/** The panel on the right: how an answer came about, or the calls as they happen. */
export function drawPanel() {
  const panel = byId("panel");
  panel.hidden = !state.isPanelOpen;
  if (!state.isPanelOpen) {
    shown = "";
    return;
  }
  const now = JSON.stringify([
    state.selected,
    lang(),
    state.selected === null ? state.calls.length : selectedText(),
  ]);
  if (now === shown) return;
  shown = now;
  if (state.selected === null) panel.replaceChildren(panelHead(), callList());
  else void drawDetails(state.selected, now);
}

/** The text of the selected message: an edit brings new calls. */
function selectedText() {
  const chat = state.world?.chats.find((candidate) => candidate.id === state.selected?.chat);
  return chat?.messages.find((message) => message.key === state.selected?.key)?.html;
}

function panelHead() {
  const name = lang();
  return h(
    "header",
    {},
    state.selected !== null &&
      h(
        "button.icon",
        {
          type: "button",
          "aria-label": text(name, "latest-calls"),
          onclick: () => change({ selected: null }),
        },
        "←",
      ),
    h("h2", {}, text(name, "panel")),
    h(
      "button.icon",
      {
        type: "button",
        "aria-label": text(name, "close"),
        onclick: () => change({ isPanelOpen: false, selected: null }),
      },
      "✕",
    ),
  );
}

function callList() {
  const name = lang();
  const rows = state.calls.map(({ method, at, error }) =>
    h(
      "li",
      { class: error === undefined ? undefined : "failed" },
      h("code", {}, method),
      h("time", {}, new Date(at).toLocaleTimeString("en-GB")),
      error !== undefined && h("small", {}, error),
    ),
  );
  return h(
    "div.scroll",
    {},
    h("p.hint", {}, text(name, "panel-hint")),
    h("h3", {}, text(name, "latest-calls")),
    rows.length === 0 ? h("p.hint", {}, text(name, "no-calls")) : h("ol.calls", {}, ...rows.reverse()),
  );
}

/** @param {{ chat: number, key: string }} selected @param {string} now */
async function drawDetails(selected, now) {
  /** @type {import("../details.ts").Details | null} */
  const details = await read("details", { chat: String(selected.chat), key: selected.key }).catch(() => null);
  if (now !== shown) return;
  // The message is gone: back to the calls as they happen.
  if (details === null) return change({ selected: null });
  const name = lang();
  const trace =
    details.trace === undefined
      ? h("p.hint", {}, text(name, "no-trace"))
      : h(
          "div",
          {},
          h("p.asked", {}, details.trace.question),
          h("pre.trace", { "data-testid": "trace" }, details.trace.lines.join("\n")),
        );
  byId("panel").replaceChildren(
    panelHead(),
    h(
      "div.scroll",
      {},
      h("h3", {}, text(name, "trace")),
      trace,
      h("h3", {}, text(name, "calls")),
      h("div", { "data-testid": "calls" }, ...details.entries.map(entry)),
    ),
  );
}

/** @param {import("../details.ts").DetailEntry} one */
function entry(one) {
  const name = lang();
  const label = text(name, one.kind === "update" ? "received" : "called");
  const parts =
    one.kind === "update"
      ? [json(one.content)]
      : [json(one.content), h("h4", {}, text(name, "answered")), json(one.outcome)];
  return h(
    "details.entry",
    { class: `entry ${one.kind}` },
    h("summary", {}, h("span", {}, label), h("code", {}, one.name)),
    ...parts,
  );
}

/** @param {unknown} value */
const json = (value) => h("pre.json", { tabindex: "0" }, JSON.stringify(value, null, 2));
