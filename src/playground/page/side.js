import { act } from "./api.js";
import { ask } from "./dialogs.js";
import { avatar, byId, h } from "./dom.js";
import { change, chatOf, fetchWorld, lang, speaker, state, visibleMessages } from "./store.js";
import { LANGUAGES, text } from "./texts.js";

/** @type {readonly import("./store.js").Chat["kind"][]} */
const MODES = ["private", "group", "friends"];

/** The bar on the left: the three kinds of chat, who speaks, and the settings. */
export function drawSide() {
  if (state.world === null) return;
  const name = lang();
  byId("side").replaceChildren(
    h(
      "header",
      {},
      h("strong", {}, "关问 Guanwen"),
      h(
        "button.icon.close",
        { type: "button", "aria-label": text(name, "close"), onclick: () => change({ isSideOpen: false }) },
        "✕",
      ),
    ),
    h("nav.modes", {}, ...MODES.map(modeButton)),
    h("h2", {}, text(name, "speak-as")),
    h(
      "div.people",
      { role: "radiogroup", "aria-label": text(name, "speak-as") },
      ...state.world.people.map(personButton),
    ),
    h("label.language", {}, h("span", {}, text(name, "language")), languageSelect()),
    h(
      "div.tools",
      {},
      h(
        "button.tool",
        { type: "button", "data-testid": "theme", onclick: switchTheme },
        `◐ ${text(name, isDark() ? "light" : "dark")}`,
      ),
      h(
        "button.tool",
        { type: "button", "data-testid": "reset", onclick: startOver },
        `↺ ${text(name, "reset")}`,
      ),
    ),
    h(
      "a.knowledge",
      { href: `/knowledge?lang=${name}` },
      h("span", {}, text(name, "knowledge")),
      h("small", {}, text(name, "knowledge-about")),
    ),
  );
}

/** @param {import("./store.js").Chat["kind"]} mode */
function modeButton(mode) {
  const name = lang();
  const chat = chatOf(mode);
  if (chat === undefined) return null;
  const last = visibleMessages(chat).findLast((message) => message.service === undefined);
  return h(
    "button.mode",
    {
      type: "button",
      "data-testid": `mode-${mode}`,
      "aria-current": state.mode === mode ? "page" : undefined,
      onclick: () => change({ mode, replyTo: null, editing: null, isSideOpen: false, selected: null }),
    },
    avatar(chat.title, mode === "private" ? (state.world?.bot.id ?? 0) : chat.id),
    h(
      "span.lines",
      {},
      h("span.title", {}, chat.title, h("small", {}, text(name, mode))),
      h("span.preview", {}, last?.text.replace(/\s+/g, " ").slice(0, 60) || text(name, `${mode}-about`)),
    ),
  );
}

/** @param {import("../page-state.ts").PersonView} person */
function personButton(person) {
  const isSpeaker = person.id === state.user;
  return h(
    "button.person",
    {
      type: "button",
      role: "radio",
      "aria-checked": String(isSpeaker),
      "data-testid": `person-${person.username}`,
      onclick: () => change({ user: person.id, replyTo: null, editing: null }),
    },
    avatar(person.name, person.id),
    h("span", {}, person.name),
  );
}

function languageSelect() {
  const current = lang();
  return h(
    "select",
    { "data-testid": "language", onchange: chooseLanguage },
    ...LANGUAGES.map(([code, own]) => h("option", { value: code, selected: code === current }, own)),
  );
}

/** @param {Event} event */
async function chooseLanguage(event) {
  const language = /** @type {HTMLSelectElement} */ (event.target).value;
  await act("language", { user: speaker()?.id, language });
  await fetchWorld();
}

const isDark = () => document.documentElement.dataset["theme"] === "dark";

function switchTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset["theme"] = theme;
  localStorage.setItem("theme", theme);
  change();
}

async function startOver() {
  const name = lang();
  if (!(await ask(text(name, "reset-sure"), text(name, "yes"), text(name, "no")))) return;
  await act("reset");
  change({ replyTo: null, editing: null, selected: null, calls: [], isSideOpen: false });
}
