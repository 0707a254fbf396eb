import { act } from "./api.js";
import { drawBubble, foldQuotes } from "./bubble.js";
import { byId, h } from "./dom.js";
import { mountSelection } from "./selection.js";
import { lang, openChat, state, visibleMessages } from "./store.js";
import { htmlLang, text } from "./texts.js";

/** @typedef {import("./store.js").Message} Message */

/** Bubbles on the page, with what each was drawn from: an unchanged message keeps its element, hence its folding. */
/** @type {Map<string, { from: string, element: HTMLElement }>} */
let drawn = new Map();
let shownRoom = "";
/** Whether the reader looks at the newest message; only then the log follows it. */
let isAtEnd = true;
/** Pixels from the end that still count as the end. */
const END_REACH = 60;

export function mountLog() {
  const log = byId("log");
  const toEnd = h("button.to-end", { type: "button", hidden: true, onclick: () => scrollToEnd() }, "↓");
  byId("room").append(toEnd);
  log.addEventListener("scroll", () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < END_REACH;
    toEnd.hidden = isAtEnd;
    toEnd.setAttribute("aria-label", text(lang(), "to-bottom"));
  });
  new ResizeObserver(() => isAtEnd && scrollToEnd()).observe(log);
  mountSelection(log);
}

function scrollToEnd() {
  const log = byId("log");
  log.scrollTop = log.scrollHeight;
}

/** The messages of the open chat and topic, by day. */
export function drawLog() {
  const chat = openChat();
  if (chat === undefined) return;
  const room = `${chat.id}/${chat.topics.length > 0 ? state.topic : ""}/${state.user}`;
  if (room !== shownRoom) {
    drawn = new Map();
    isAtEnd = true;
    shownRoom = room;
  }
  const messages = visibleMessages(chat);
  const kept = new Map();
  /** @type {HTMLElement[]} */
  const children = [];
  let day = "";
  messages.forEach((message, index) => {
    const thisDay = new Date(message.date * 1000).toDateString();
    if (thisDay !== day) children.push(h("div.day", {}, h("span", {}, dayName(message.date))));
    day = thisDay;
    const element = reuse(asReplied(message, messages), messages[index - 1], chat.kind !== "private");
    kept.set(message.key, element);
    children.push(element.element);
  });
  drawn = kept;
  if (!messages.some((message) => message.service === undefined)) children.push(emptyHint(chat));
  sync(byId("log"), children);
  foldQuotes(byId("log"));
  if (isAtEnd) scrollToEnd();
}

/** Shows above a reply what is answered as it reads now, edited or not. @param {Message} message @param {readonly Message[]} messages @returns {Message} */
function asReplied(message, messages) {
  const { reply } = message;
  const replied = messages.find((other) => other.ephemeral === undefined && other.id === reply?.id);
  if (reply === undefined || reply.isPart || replied === undefined) return message;
  return { ...message, reply: { ...reply, text: replied.text } };
}

/** @param {Message} message @param {Message | undefined} before @param {boolean} hasNames */
function reuse(message, before, hasNames) {
  const isFirst = before === undefined || before.from.id !== message.from.id || before.service !== undefined;
  const isSelected = state.selected?.chat === message.chat && state.selected.key === message.key;
  const from = JSON.stringify([message, isFirst, isSelected, lang()]);
  const known = drawn.get(message.key);
  if (known?.from === from) return known;
  return { from, element: drawBubble(message, { isFirst, isSelected, hasNames }) };
}

/** Changes only what differs, so that focus, selection and scrolling stay. @param {HTMLElement} parent @param {HTMLElement[]} children */
function sync(parent, children) {
  const wanted = new Set(children);
  for (const child of [...parent.children])
    if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
  children.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}

/** @param {number} date */
function dayName(date) {
  const day = new Date(date * 1000);
  if (day.toDateString() === new Date().toDateString()) return text(lang(), "today");
  return day.toLocaleDateString(htmlLang(lang()), { month: "long", day: "numeric" });
}

/** What to do in a chat where nothing was said yet. @param {import("./store.js").Chat} chat */
function emptyHint(chat) {
  const name = lang();
  const bot = state.world?.bot.username ?? "";
  const examples = (state.world?.examples[state.user] ?? []).slice(0, 3);
  const say = (/** @type {string} */ words) => () =>
    void act("send", { user: state.user, chat: chat.id, ...here(chat), text: words });
  const chips =
    chat.kind === "private"
      ? [
          ...examples.map((question) =>
            h("button.chip", { type: "button", onclick: say(question) }, question),
          ),
          h("button.chip.start", { type: "button", onclick: say("/start") }, text(name, "start")),
        ]
      : [
          h(
            "button.chip",
            {
              type: "button",
              onclick: () =>
                dispatchEvent(
                  new CustomEvent("prefill", { detail: prefill(chat.kind, bot, examples[0] ?? "") }),
                ),
            },
            text(name, chat.kind === "group" ? "try-mention" : "try-inline"),
          ),
        ];
  return h(
    "div.empty",
    {},
    h("p", {}, text(name, `${chat.kind}-empty`, { bot })),
    h("div.chips", {}, ...chips),
  );
}

/** @param {string} kind @param {string} bot @param {string} question */
const prefill = (kind, bot, question) => (kind === "group" ? `@${bot} ${question}` : `@${bot} `);

/** @param {import("./store.js").Chat} chat */
export const here = (chat) => (chat.topics.length > 0 && state.topic !== 0 ? { topic: state.topic } : {});
