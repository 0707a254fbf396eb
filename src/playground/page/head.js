import { avatar, byId, h } from "./dom.js";
import { change, lang, openChat, state, visibleMessages } from "./store.js";
import { text } from "./texts.js";

/** The bar above the chat: who it is with, what goes on, and the two side views. */
export function drawHead() {
  const chat = openChat();
  if (chat === undefined || state.world === null) return;
  const name = lang();
  const isTyping = (state.typing.get(chat.id) ?? 0) > Date.now();
  const status = !state.isConnected
    ? h("span.status.offline", {}, text(name, "offline"))
    : isTyping
      ? h("span.status.typing", { "data-testid": "typing" }, text(name, "typing"))
      : h("span.status", {}, statusOf(chat.kind));
  byId("head").replaceChildren(
    h(
      "button.icon.menu",
      {
        type: "button",
        "aria-label": text(name, "menu"),
        "aria-expanded": String(state.isSideOpen),
        onclick: () => change({ isSideOpen: !state.isSideOpen }),
      },
      "☰",
    ),
    avatar(chat.title, chat.kind === "private" ? state.world.bot.id : chat.id),
    h("div.who", {}, h("h1", {}, chat.title), status),
    h(
      "button.icon.panel-toggle",
      {
        type: "button",
        title: text(name, "panel"),
        "aria-label": text(name, "panel"),
        "aria-pressed": String(state.isPanelOpen),
        onclick: () =>
          change(
            state.isPanelOpen
              ? { isPanelOpen: false, selected: null }
              : { isPanelOpen: true, selected: lastWord(chat) },
          ),
      },
      h("span", { "aria-hidden": "true" }, "{ }"),
      h("span.word", {}, text(name, "panel")),
    ),
  );
}

/** What the panel opens with: the bot's last words in the chat; behind a picture stands no search. @param {import("./store.js").Chat} chat */
function lastWord(chat) {
  const message = visibleMessages(chat).findLast(({ from, photo }) => from.isBot && photo === undefined);
  return message === undefined ? null : { chat: chat.id, key: message.key };
}

/** @param {import("./store.js").Chat["kind"]} kind */
function statusOf(kind) {
  const people = state.world?.people.length ?? 0;
  const name = lang();
  const count = kind === "group" ? people + 1 : people;
  if (kind === "private") return text(name, "bot");
  const members = name === "en" ? `${count} members` : `${count} ${text(name, "members")}`;
  return kind === "friends" ? `${members} · ${text(name, "not-member")}` : members;
}

/** The topics of the open group, as tabs. */
export function drawTopics() {
  const chat = openChat();
  const topics = chat === undefined || chat.topics.length === 0 ? [] : chat.topics;
  const nav = byId("topics");
  nav.hidden = topics.length === 0;
  const all = topics.length === 0 ? [] : [{ id: 0, name: text(lang(), "general") }, ...topics];
  nav.replaceChildren(
    ...all.map(({ id, name }) =>
      h(
        "button.topic",
        {
          type: "button",
          "aria-current": id === state.topic ? "true" : undefined,
          onclick: () => change({ topic: id, replyTo: null, editing: null }),
        },
        `# ${name}`,
      ),
    ),
  );
}
