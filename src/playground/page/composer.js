import { act } from "./api.js";
import { toast } from "./dialogs.js";
import { byId, h } from "./dom.js";
import { createInline } from "./inline.js";
import { here } from "./log.js";
import { createPopup } from "./popup.js";
import { change, lang, onChange, openChat, state, visibleMessages } from "./store.js";
import { commandOptions, peopleOptions } from "./suggestions.js";
import { text } from "./texts.js";

/** Unsent words by chat, topic and person. @type {Map<string, string>} */
const drafts = new Map();
/** Lines that the field grows to before it scrolls, in pixels. */
const MAX_HEIGHT = 160;

/** The field at the bottom with what opens above it: reply or edit bar, commands, members, inline results. */
export function mountComposer() {
  const field = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { rows: "1", "data-testid": "field", maxlength: "4096" })
  );
  const bar = h("div.context", { hidden: true });
  const popup = createPopup(field);
  const inline = createInline(popup, () => setText(""));
  const sendButton = h("button.send", { type: "button", "data-testid": "send", onclick: submit }, "➤");
  const commandButton = h(
    "button.icon.commands",
    { type: "button", "data-testid": "commands", onclick: openCommands },
    "/",
  );
  byId("composer").append(popup.element, bar, h("div.line", {}, commandButton, field, sendButton));

  let room = "";
  /** @type {string | null} */
  let edited = null;

  onChange(() => {
    const chat = openChat();
    const name = lang();
    field.setAttribute("aria-label", text(name, "message"));
    field.placeholder = placeholder(chat);
    sendButton.setAttribute("aria-label", text(name, state.editing === null ? "send" : "save"));
    commandButton.setAttribute("aria-label", text(name, "commands"));
    commandButton.title = text(name, "commands");
    commandButton.hidden = (chat?.commands[state.user] ?? []).length === 0;
    const now = `${chat?.id}/${state.topic}/${state.user}`;
    if (now !== room) {
      if (room !== "" && state.editing === null) drafts.set(room, field.value);
      room = now;
      inline.cancel();
      popup.close();
      setText(drafts.get(now) ?? "");
    }
    const nowEdited = state.editing?.key ?? null;
    if (nowEdited !== edited) {
      edited = nowEdited;
      setText(state.editing?.text ?? "");
      field.focus();
    }
    drawBar(bar);
    if (state.replyTo !== null && bar.dataset["for"] !== state.replyTo.message.key) {
      bar.dataset["for"] = state.replyTo.message.key;
      field.focus();
    }
    if (state.replyTo === null) delete bar.dataset["for"];
  });

  field.addEventListener("input", () => {
    grow();
    suggest();
  });
  field.addEventListener("keydown", (event) => {
    if (popup.handleKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void submit();
    } else if (event.key === "ArrowUp" && field.value === "") {
      editLast(event);
    }
  });
  addEventListener("prefill", (event) => {
    setText(/** @type {CustomEvent<string>} */ (event).detail);
    field.focus();
    suggest();
  });
  addEventListener("say", (event) => void say(/** @type {CustomEvent<string>} */ (event).detail));

  /** @param {string} words */
  function setText(words) {
    field.value = words;
    grow();
    if (words !== "") return;
    inline.cancel();
    popup.close();
  }

  function grow() {
    field.style.height = "auto";
    field.style.height = `${Math.min(MAX_HEIGHT, field.scrollHeight)}px`;
  }

  function suggest() {
    const chat = openChat();
    if (chat === undefined || state.editing !== null) return popup.close();
    if (inline.offer(field.value, chat)) return;
    const commands = commandOptions(chat, field.value);
    const people = commands.length > 0 ? [] : peopleOptions(chat, field.value.slice(0, field.selectionStart));
    if (commands.length > 0)
      popup.open({
        label: text(lang(), "commands"),
        options: commands,
        pick: pickCommand,
        complete: completeCommand,
      });
    else if (people.length > 0)
      popup.open({
        label: text(lang(), "people"),
        options: people,
        pick: completePerson,
        complete: completePerson,
        isEager: true,
      });
    else popup.close();
  }

  function openCommands() {
    if (popup.isOpen) return popup.close();
    setText("/");
    field.focus();
    suggest();
  }

  /** @param {string} command */
  function pickCommand(command) {
    setText("");
    void say(command);
  }

  /** @param {string} command */
  function completeCommand(command) {
    setText(`${command} `);
    popup.close();
  }

  /** @param {string} name */
  function completePerson(name) {
    const before = field.value.slice(0, field.selectionStart).replace(/@\w*$/, `@${name} `);
    const after = field.value.slice(field.selectionStart);
    setText(before + after);
    field.setSelectionRange(before.length, before.length);
    suggest();
  }

  async function submit() {
    const words = field.value.trim();
    if (words === "") return;
    inline.cancel();
    popup.close();
    if (state.editing !== null) {
      const { chat, id } = state.editing;
      change({ editing: null });
      await attempt(() => act("edit", { chat, message: id, text: words }));
    } else if (await say(words)) setText("");
  }

  /** @param {string} words @returns {Promise<boolean>} */
  async function say(words) {
    const chat = openChat();
    if (chat === undefined) return false;
    const { replyTo } = state;
    const reply =
      replyTo === null
        ? {}
        : { replyTo: replyTo.message.id, ...(replyTo.quote === undefined ? {} : { quote: replyTo.quote }) };
    change({ replyTo: null });
    return await attempt(() =>
      act("send", { user: state.user, chat: chat.id, ...here(chat), ...reply, text: words }),
    );
  }

  /** @param {KeyboardEvent} event */
  function editLast(event) {
    const chat = openChat();
    const own =
      chat &&
      visibleMessages(chat).findLast(
        (message) =>
          message.from.id === state.user && message.viaBot === undefined && message.service === undefined,
      );
    if (own === undefined) return;
    event.preventDefault();
    change({ editing: own, replyTo: null });
  }
}

/** How to speak to the bot here. @param {import("./store.js").Chat | undefined} chat */
function placeholder(chat) {
  const bot = state.world?.bot.username ?? "";
  if (chat === undefined || chat.kind === "private") return text(lang(), "message");
  return text(lang(), `message-${chat.kind}`, { bot });
}

/** @param {() => Promise<unknown>} run @returns {Promise<boolean>} */
async function attempt(run) {
  try {
    await run();
    return true;
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** What is replied to or edited. @param {HTMLElement} bar */
function drawBar(bar) {
  const { replyTo, editing } = state;
  const message = editing ?? replyTo?.message;
  bar.hidden = message === undefined;
  if (message === undefined) return;
  const title = editing === null ? message.from.name : text(lang(), "editing");
  const words = (editing === null ? replyTo?.quote : undefined) ?? message.text;
  bar.replaceChildren(
    h(
      "span.sign",
      { "aria-hidden": "true" },
      editing === null ? (replyTo?.quote === undefined ? "↩" : "❝") : "✎",
    ),
    h("div.words", {}, h("strong", {}, title), h("span", {}, words.replace(/\s+/g, " ").slice(0, 120))),
    h(
      "button.icon",
      {
        type: "button",
        "aria-label": text(lang(), "close"),
        onclick: () => change({ replyTo: null, editing: null }),
      },
      "✕",
    ),
  );
}
