import { h } from "./dom.js";

/**
 * @typedef {{ value: string, title: string, description: string }} Option
 * @typedef {{
 *   label: string,
 *   options: readonly Option[],
 *   pick: (value: string) => void,
 *   complete?: (value: string) => void,
 *   isEager?: boolean,
 *   head?: HTMLElement,
 *   note?: string,
 *   onEnd?: () => void,
 * }} Offer
 */

/**
 * The list above the field: a listbox that the field's arrow keys walk through. Enter takes the active option; none is active
 * at first unless the offer is eager, so that Enter sends what was typed.
 * @param {HTMLTextAreaElement} field
 */
export function createPopup(field) {
  const list = h("div.options", { role: "listbox", id: "options" });
  const element = h("div.popup", { hidden: true, "data-testid": "popup" }, list);
  /** @type {Offer | null} */
  let offer = null;
  let active = -1;
  field.setAttribute("aria-controls", "options");
  list.addEventListener("scroll", () => {
    if (list.scrollHeight - list.scrollTop - list.clientHeight < 80) offer?.onEnd?.();
  });

  /** @param {number} index */
  function activate(index) {
    active = index;
    const options = list.querySelectorAll("[role=option]");
    for (const [i, option] of options.entries()) option.setAttribute("aria-selected", String(i === active));
    const option = options[active];
    option?.scrollIntoView({ block: "nearest" });
    if (option === undefined) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", option.id);
  }

  function close() {
    offer = null;
    element.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  return {
    element,
    get isOpen() {
      return offer !== null;
    },
    /** What the open list is of. */
    get label() {
      return offer?.label;
    },
    close,
    /** Shows an offer in the place of the one before; more of the same keeps the place in the list. @param {Offer} next @param {{ isMore?: boolean }} [how] */
    open(next, { isMore = false } = {}) {
      offer = next;
      const top = list.scrollTop;
      list.setAttribute("aria-label", next.label);
      list.replaceChildren(
        ...next.options.map((option, index) =>
          h(
            "div.option",
            {
              role: "option",
              id: `option-${index}`,
              "aria-selected": "false",
              onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
              onclick: () => next.pick(option.value),
            },
            h("strong", {}, option.title),
            option.description !== "" && h("span", {}, option.description),
          ),
        ),
      );
      if (next.note !== undefined) list.append(h("p.note", {}, next.note));
      element.replaceChildren(...(next.head === undefined ? [] : [next.head]), list);
      element.hidden = false;
      field.setAttribute("aria-expanded", "true");
      if (isMore) list.scrollTop = top;
      activate(isMore ? active : next.isEager === true ? 0 : -1);
    },
    /** Whether the key was for the list. @param {KeyboardEvent} event @returns {boolean} */
    handleKey(event) {
      if (offer === null || event.isComposing) return false;
      const count = offer.options.length;
      const chosen = offer.options[active];
      if (event.key === "ArrowDown" && count > 0) activate((active + 1) % count);
      else if (event.key === "ArrowUp" && count > 0) activate((Math.max(active, 0) + count - 1) % count);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && chosen !== undefined) offer.pick(chosen.value);
      else if (event.key === "Tab" && !event.shiftKey && offer.complete !== undefined && count > 0)
        offer.complete((chosen ?? offer.options[0])?.value ?? "");
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
