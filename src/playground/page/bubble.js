import { act } from "./api.js";
import { avatar, h } from "./dom.js";
import { drawKeyboard, followLink } from "./keyboard.js";
import { change, lang, state } from "./store.js";
import { htmlLang, text } from "./texts.js";

/** @typedef {import("./store.js").Message} Message */

/**
 * A message as Telegram draws it.
 * @param {Message} message
 * @param {{ isFirst: boolean, isSelected: boolean, hasNames: boolean }} look
 */
export function drawBubble(message, { isFirst, isSelected, hasNames }) {
  if (message.service !== undefined)
    return h("div.service", { data: { key: message.key } }, h("span", {}, serviceText(message)));
  const isOwn = message.from.id === state.user;
  const name = lang();
  const bubble = h(
    "div.bubble",
    {},
    hasNames && !isOwn && isFirst && senderName(message),
    message.onlyFor !== undefined &&
      h("div.only", {}, text(name, "only-you", { name: nameOf(message.onlyFor) })),
    message.viaBot !== undefined && h("div.via", {}, text(name, "via", { bot: message.viaBot })),
    replyLine(message),
    picture(message),
    message.html !== "" && body(message),
    h(
      "div.meta",
      {},
      message.edited && h("span", {}, text(name, "edited")),
      clock(message.date),
      isOwn && h("span.ticks", { "aria-hidden": "true" }, "✓✓"),
    ),
  );
  const column = h("div.column", {}, bubble, drawKeyboard(message), actions(message, isOwn));
  return h(
    "article.message",
    {
      class: `message ${isOwn ? "own" : "peer"}${isFirst ? " first" : ""}${isSelected ? " selected" : ""}${hasNames && !isOwn ? " named" : ""}`,
      tabindex: "0",
      "aria-label": `${message.from.name}: ${message.text.slice(0, 80)}`,
      data: { key: message.key, author: message.from.isBot ? "bot" : "person" },
    },
    hasNames && !isOwn && (isFirst ? avatar(message.from.name, message.from.id) : h("span.avatar.blank")),
    column,
  );
}

/** @param {Message} message */
function senderName(message) {
  const element = h(
    "div.sender",
    {},
    message.from.name,
    message.from.isBot && h("small", {}, text(lang(), "bot")),
  );
  element.style.setProperty("--hue", String((Math.abs(message.from.id) * 47) % 360));
  return element;
}

/** @param {number} id */
const nameOf = (id) => state.world?.people.find((person) => person.id === id)?.name ?? "";

/** @param {Message} message */
function replyLine({ reply }) {
  if (reply === undefined) return null;
  return h(
    "button.reply",
    { type: "button", onclick: () => showMessage(String(reply.id)) },
    h("strong", {}, reply.name),
    h(
      "span",
      {},
      reply.isPart && h("i", { "aria-hidden": "true" }, "❝ "),
      reply.text.replace(/\s+/g, " ").slice(0, 90),
    ),
  );
}

/** Scrolls to a message and lets it shine for a moment. @param {string} key */
function showMessage(key) {
  const element = document.querySelector(`#log [data-key="${CSS.escape(key)}"]`);
  element?.scrollIntoView({ block: "center", behavior: "smooth" });
  element?.classList.add("flash");
  setTimeout(() => element?.classList.remove("flash"), 1200);
}

/** @param {Message} message */
function picture({ photo, document: file }) {
  if (photo !== undefined) {
    const source = `/api/file?id=${encodeURIComponent(photo.file)}`;
    const size = photo.width > 0 ? { width: photo.width, height: photo.height } : {};
    return h(
      "a.photo",
      { href: source, target: "_blank" },
      h("img", { src: source, alt: text(lang(), "photo-alt"), ...size }),
    );
  }
  if (file === undefined) return null;
  return h(
    "a.document",
    { href: `/api/file?id=${encodeURIComponent(file.file)}`, download: file.name },
    `📄 ${file.name}`,
  );
}

/** @param {Message} message */
function body(message) {
  const element = h("div.text", { html: message.html, onclick: followLink });
  for (const block of element.querySelectorAll("blockquote, pre")) hideLineFeeds(block);
  keepDates(element);
  return element;
}

const DATES = /(\d{4}-\d{2}(?:-\d{2})?)/;

/** No line ends within a date; the text stays as it is. @param {Element} element */
function keepDates(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const found = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (DATES.test(node.data)) found.push(node);
  }
  for (const node of found)
    node.replaceWith(
      ...node.data.split(DATES).map((part) => (DATES.test(part) ? h("span.date", {}, part) : part)),
    );
}

/**
 * A block begins a line of its own, so the line feeds around it would show as empty lines. They stay in the text, hidden: what
 * is selected in the bubble is then what stands in the message.
 * @param {Element} block
 */
function hideLineFeeds(block) {
  const before = block.previousSibling;
  const after = block.nextSibling;
  if (before instanceof Text && before.data.endsWith("\n")) hide(before.splitText(before.data.length - 1));
  if (after instanceof Text && after.data.startsWith("\n")) {
    after.splitText(1);
    hide(after);
  }
}

/** @param {Text} lineFeed */
function hide(lineFeed) {
  const cover = h("span.line-feed");
  lineFeed.replaceWith(cover);
  cover.append(lineFeed);
}

/** Gives each expandable quotation that is longer than it shows its fold. @param {HTMLElement} log */
export function foldQuotes(log) {
  for (const quote of log.querySelectorAll("blockquote[expandable]:not([role])")) {
    if (quote.scrollHeight <= quote.clientHeight + 4) continue;
    quote.setAttribute("role", "button");
    quote.setAttribute("tabindex", "0");
    quote.setAttribute("aria-expanded", "false");
    quote.setAttribute("title", text(lang(), "unfold"));
    quote.addEventListener("click", () => toggleQuote(quote));
    quote.addEventListener("keydown", (event) => {
      const { key } = /** @type {KeyboardEvent} */ (event);
      if (key !== "Enter" && key !== " ") return;
      event.preventDefault();
      toggleQuote(quote);
    });
  }
}

/** @param {Element} quote */
function toggleQuote(quote) {
  // Selecting words inside ends with a click too.
  if (getSelection()?.toString() !== "") return;
  const isOpen = quote.getAttribute("aria-expanded") === "true";
  quote.setAttribute("aria-expanded", String(!isOpen));
  quote.setAttribute("title", text(lang(), isOpen ? "unfold" : "fold"));
}

/** @param {number} date */
function clock(date) {
  const time = new Date(date * 1000);
  return h(
    "time",
    { datetime: time.toISOString() },
    time.toLocaleTimeString(htmlLang(lang()), { hour: "2-digit", minute: "2-digit", hour12: false }),
  );
}

/** What can be done with a message; shown on hover, focus or touch. @param {Message} message @param {boolean} isOwn */
function actions(message, isOwn) {
  const name = lang();
  const button = (
    /** @type {string} */ sign,
    /** @type {import("./texts.js").TextKey} */ key,
    /** @type {() => void} */ run,
  ) =>
    h(
      "button",
      {
        type: "button",
        title: text(name, key),
        "aria-label": text(name, key),
        data: { action: key },
        onclick: run,
      },
      sign,
    );
  const isEphemeral = message.ephemeral !== undefined;
  return h(
    "div.actions",
    {},
    !isEphemeral && button("↩", "reply", () => change({ replyTo: { message }, editing: null })),
    isOwn &&
      message.viaBot === undefined &&
      button("✎", "edit", () => change({ editing: message, replyTo: null })),
    isOwn && button("🗑", "remove", () => void act("remove", { chat: message.chat, message: message.id })),
    (message.from.isBot || message.viaBot !== undefined) &&
      button("{ }", "details", () =>
        change({ selected: { chat: message.chat, key: message.key }, isPanelOpen: true }),
      ),
  );
}

/** @param {Message} message */
function serviceText({ service }) {
  const name = lang();
  const names = (/** @type {readonly string[]} */ list) => list.join(name === "en" ? ", " : "、");
  switch (service?.kind) {
    case "joined":
    case "left":
      return text(name, service.kind, { names: names(service.names) });
    case "topic":
      return text(name, "topic", { name: service.name });
    default:
      return text(name, "other", { name: service?.name ?? "" });
  }
}
