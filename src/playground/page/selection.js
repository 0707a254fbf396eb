import { h } from "./dom.js";
import { change, lang, openChat } from "./store.js";
import { text } from "./texts.js";

/** Lets the reader answer a selected part of a message. @param {HTMLElement} log */
export function mountSelection(log) {
  /** @type {{ key: string, quote: string } | null} */
  let found = null;
  const button = h("button.quote-reply", { type: "button", hidden: true, "data-testid": "quote-reply" });
  document.body.append(button);
  // The press on the button would clear the selection before the click arrives.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const message = openChat()?.messages.find((candidate) => candidate.key === found?.key);
    if (found !== null && message !== undefined)
      change({ replyTo: { message, quote: found.quote }, editing: null });
    getSelection()?.removeAllRanges();
  });
  document.addEventListener("selectionchange", () => {
    found = selectedPart(log);
    button.hidden = found === null;
    if (found === null) return;
    button.textContent = `❝ ${text(lang(), "reply-part")}`;
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
    if (box === undefined) return;
    const width = button.offsetWidth;
    button.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, box.left + box.width / 2 - width / 2))}px`;
    button.style.top = `${Math.max(8, box.top - button.offsetHeight - 8)}px`;
  });
}

/** The selection, where it lies within one message's text. @param {HTMLElement} log */
function selectedPart(log) {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const within = (common instanceof Element ? common : common.parentElement)?.closest(".text");
  const message = within?.closest("[data-key]");
  if (!within || !(message instanceof HTMLElement) || !log.contains(message)) return null;
  const quote = range.cloneContents().textContent?.trim().slice(0, 1024) ?? "";
  const key = message.dataset["key"] ?? "";
  return quote === "" || key.startsWith("e") ? null : { key, quote };
}
