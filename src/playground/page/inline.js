import { act } from "./api.js";
import { toast } from "./dialogs.js";
import { h } from "./dom.js";
import { openPrivate } from "./keyboard.js";
import { here } from "./log.js";
import { lang, state } from "./store.js";
import { text } from "./texts.js";

/** Pause in typing after which the bot is asked, as Telegram's clients wait. */
const PAUSE_MS = 250;

/**
 * Inline mode: `@bot words` at the beginning of the field lists what the bot offers, as it is typed.
 * @param {ReturnType<typeof import("./popup.js").createPopup>} popup
 * @param {() => void} clear empties the field
 */
export function createInline(popup, clear) {
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  return {
    /** Lets go of a query whose answer is still on its way: the words were sent or the chat was left. */
    cancel() {
      clearTimeout(timer);
      turn++;
    },
    /** Whether the typed words are an inline query; if so, its results are on their way. @param {string} typed @param {import("./store.js").Chat} chat */
    offer(typed, chat) {
      clearTimeout(timer);
      turn++;
      const bot = state.world?.bot.username ?? "";
      const query = new RegExp(`^@${bot}\\s([^]*)$`, "i").exec(typed)?.[1];
      if (query === undefined) return false;
      const label = text(lang(), "results");
      // Another list would take the Enter that is to send.
      if (popup.label !== label)
        popup.open({
          label,
          options: [],
          pick: () => {},
          note: text(lang(), "searching"),
        });
      const mine = turn;
      timer = setTimeout(() => void ask(chat, query.trim().slice(0, 256), mine), PAUSE_MS);
      return true;
    },
  };

  /** @param {import("./store.js").Chat} chat @param {string} query @param {number} mine */
  async function ask(chat, query, mine) {
    const place = { user: state.user, chat: chat.id };
    const first = await answered(() => act("inline", { ...place, query }));
    if (mine !== turn || first === null) return;
    /** Results by the answer that they came with, since each page of them is an answer of its own. */
    const pages = [first];
    let isLoading = false;
    const show = (isMore = false) => {
      const options = pages.flatMap((page) =>
        page.results.map((/** @type {any} */ result) => ({
          value: `${page.query} ${result.id}`,
          title: result.title,
          description: result.description,
        })),
      );
      popup.open(
        {
          label: text(lang(), "results"),
          options,
          pick: (value) => void choose(chat, value),
          ...(options.length === 0 ? { note: text(lang(), "no-results") } : {}),
          ...(first.button === undefined ? {} : { head: privateButton(first.button) }),
          onEnd: () => void more(),
        },
        { isMore },
      );
    };
    const more = async () => {
      const offset = pages.at(-1).next;
      if (isLoading || offset === "") return;
      isLoading = true;
      const next = await answered(() => act("inline", { ...place, query, offset }));
      isLoading = false;
      if (mine !== turn || next === null) return;
      pages.push(next);
      show(true);
    };
    show();
  }

  /** @param {{ text: string, start_parameter?: string }} button */
  function privateButton({ text: words, start_parameter }) {
    const go = () => {
      popup.close();
      clear();
      openPrivate(start_parameter);
    };
    return h("button.switch", { type: "button", "data-testid": "switch-private", onclick: go }, words);
  }

  /** @param {import("./store.js").Chat} chat @param {string} value */
  async function choose(chat, value) {
    const [query = "", ...rest] = value.split(" ");
    popup.close();
    clear();
    await answered(() =>
      act("choose", { user: state.user, chat: chat.id, ...here(chat), query, result: rest.join(" ") }),
    );
  }
}

/** The server's word; a refusal is shown and gives null, as does a bot that stays silent. @param {() => Promise<any>} run */
async function answered(run) {
  try {
    const answer = await run();
    if (answer.isLate !== true) return answer;
    toast(text(lang(), "late"));
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error));
  }
  return null;
}
