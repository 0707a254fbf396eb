import { byId, h } from "./dom.js";

/** How long a notice stays, as in Telegram's clients: long enough to read a line. */
const TOAST_MS = 3500;

/** A notice that goes by itself. @param {string} words */
export function toast(words) {
  const element = h("div.toast", {}, words);
  byId("toasts").append(element);
  setTimeout(() => element.remove(), TOAST_MS);
}

/** A notice that wants to be closed. @param {string} words @param {string} ok */
export function alertUser(words, ok) {
  void show(words, [[ok, true]]);
}

/** A question with two answers; Escape means no. @param {string} words @param {string} yes @param {string} no @returns {Promise<boolean>} */
export async function ask(words, yes, no) {
  return await show(words, [
    [no, false],
    [yes, true],
  ]);
}

/** @param {string} words @param {[string, boolean][]} choices @returns {Promise<boolean>} */
function show(words, choices) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("alert"));
  return new Promise((resolve) => {
    const buttons = choices.map(([label, value]) =>
      h(
        "button",
        {
          type: "button",
          class: value ? "main" : undefined,
          onclick: () => dialog.close(value ? "yes" : ""),
        },
        label,
      ),
    );
    dialog.replaceChildren(h("p", {}, words), h("div.buttons", {}, ...buttons));
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
  });
}
