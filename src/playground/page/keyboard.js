import { act } from "./api.js";
import { alertUser, toast } from "./dialogs.js";
import { h } from "./dom.js";
import { change, chatOf, lang, state } from "./store.js";
import { text } from "./texts.js";

/** @typedef {import("./store.js").Message} Message */

/** Signs that Telegram puts in a button's corner. @type {Record<string, string>} */
const SIGNS = { url: "↗", inline: "⤴", copy: "⧉" };

/** The inline keyboard under a message. @param {Message} message */
export function drawKeyboard(message) {
  if (message.keyboard.length === 0) return null;
  return h(
    "div.keyboard",
    {},
    ...message.keyboard.map((row, rowIndex) =>
      h(
        "div.row",
        {},
        ...row.map((button, column) =>
          h(
            "button",
            {
              type: "button",
              onclick: (/** @type {MouseEvent} */ event) =>
                void press(
                  message,
                  button,
                  rowIndex,
                  column,
                  /** @type {HTMLElement} */ (event.currentTarget),
                ),
            },
            button.text,
            SIGNS[button.kind] !== undefined && h("i", { "aria-hidden": "true" }, SIGNS[button.kind]),
          ),
        ),
      ),
    ),
  );
}

/**
 * @param {Message} message @param {import("../message-view.ts").ButtonView} button
 * @param {number} row @param {number} column @param {HTMLElement} element
 */
async function press(message, button, row, column, element) {
  if (button.kind === "url") return openAddress(button.url);
  if (button.kind === "inline") return switchInline(button.query, button.here);
  if (button.kind === "copy") {
    await navigator.clipboard.writeText(button.copied);
    return toast(text(lang(), "copied"));
  }
  if (button.kind !== "callback") return;
  element.classList.add("waiting");
  try {
    const { chat, id, ephemeral } = message;
    const place = { user: state.user, chat, message: ephemeral ?? id, row, column };
    const answer = await act("press", ephemeral === undefined ? place : { ...place, isEphemeral: true });
    if (answer.isLate) toast(text(lang(), "late"));
    else if (answer.url) openAddress(answer.url);
    else if (answer.text && answer.show_alert) alertUser(answer.text, text(lang(), "ok"));
    else if (answer.text) toast(answer.text);
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
  } finally {
    element.classList.remove("waiting");
  }
}

/** Types the bot's name and a query into a chat: this one, or one that the person picks (here: the friends' group). */
/** @param {string} query @param {boolean} here */
function switchInline(query, here) {
  if (!here) change({ mode: "friends" });
  const bot = state.world?.bot.username ?? "";
  queueMicrotask(() => dispatchEvent(new CustomEvent("prefill", { detail: `@${bot} ${query}` })));
}

/** Links to the bot stay in the page; the rest opens beside it. @param {string} address */
export function openAddress(address) {
  const bot = state.world?.bot.username ?? "";
  const link = new RegExp(`^(?:https?://)?(?:t\\.me|telegram\\.me)/${bot}(?:\\?start=([\\w-]+))?$`, "i").exec(
    address,
  );
  if (link !== null) openPrivate(link[1]);
  else window.open(address, "_blank", "noopener,noreferrer");
}

/** Opens the private chat and starts the bot there. @param {string | undefined} parameter */
export function openPrivate(parameter) {
  change({ mode: "private", replyTo: null, editing: null });
  const chat = chatOf("private");
  if (chat === undefined) return;
  const words = parameter === undefined ? "/start" : `/start ${parameter}`;
  void act("send", { user: state.user, chat: chat.id, text: words });
}

/** Links in a text. @param {MouseEvent} event */
export function followLink(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const command = event.target instanceof Element ? event.target.closest(".bot-command") : null;
  if (command !== null) dispatchEvent(new CustomEvent("say", { detail: command.textContent ?? "" }));
  const address = link?.getAttribute("href") ?? "";
  if (!/^https?:\/\/(?:t|telegram)\.me\//i.test(address)) return;
  event.preventDefault();
  openAddress(address);
}
