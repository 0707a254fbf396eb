import type { Api } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Keyboard } from "../format/buttons.ts";
import type { Rendered } from "../format/render.ts";
import type { Deps } from "./deps.ts";
import { describe, failureOf, migratedTo } from "./failures.ts";
import type { Place } from "./place.ts";

/** What a message needs: its HTML, and the text to fall back on. */
export type Outgoing = Pick<Rendered, "html" | "text">;

/** How a message is sent beside its text. */
export interface Manner {
  readonly chat: number;
  readonly html: boolean;
  readonly thread: number | undefined;
  readonly replyTo: number | undefined;
  /** Show it to this user alone. */
  readonly onlyFor: number | undefined;
}

/** Each way of sending may be given up once, so this many tries are enough. */
const TRIES = 6;

/**
 * Sends a reply and tells its message id: 0 for one that only the asker sees, undefined where nobody can be reached. What
 * Telegram refuses for the form (thread gone, question deleted, group moved) is sent again in a form that it takes.
 */
export async function sendReply(
  deps: Deps,
  api: Api,
  place: Place,
  out: Outgoing,
  keyboard?: Keyboard,
  options: { readonly quiet?: boolean } = {},
): Promise<number | undefined> {
  return await deliver(deps, place, options, async (manner) => await sendOnce(api, manner, out, keyboard));
}

/** Sends by `attempt`, in ever milder manners as long as Telegram refuses the one before; tells what {@link sendReply} does. */
export async function deliver(
  deps: Deps,
  place: Place,
  options: { readonly quiet?: boolean },
  attempt: (manner: Manner) => Promise<number>,
): Promise<number | undefined> {
  const onlyFor = options.quiet === true && place.isPerson ? place.asker : undefined;
  let manner: Manner = {
    chat: place.chat,
    html: true,
    thread: place.thread,
    replyTo: place.replyTo,
    onlyFor,
  };
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(manner);
    } catch (error) {
      const next = tries < TRIES ? await milder(deps, manner, error) : undefined;
      if (next === "unreachable") return undefined;
      if (next === undefined) throw error;
      manner = next;
    }
  }
}

async function sendOnce(api: Api, manner: Manner, out: Outgoing, keyboard?: Keyboard): Promise<number> {
  const { message_id } = await api.sendMessage(manner.chat, manner.html ? out.html : out.text, {
    ...mannerOptions(manner),
    link_preview_options: { is_disabled: true },
    ...(keyboard === undefined || keyboard.rows.length === 0 ? {} : { reply_markup: markup(keyboard) }),
  });
  return message_id;
}

/** What a manner is in the Bot API's words. */
export const mannerOptions = (manner: Manner) => ({
  ...(manner.html ? { parse_mode: "HTML" as const } : {}),
  ...(manner.thread === undefined ? {} : { message_thread_id: manner.thread }),
  ...(manner.replyTo === undefined ? {} : { reply_parameters: replyTo(manner) }),
  ...(manner.onlyFor === undefined
    ? {}
    : { ephemeral_message_parameters: { receiver_user_id: manner.onlyFor } }),
});

// Messages for one pair of eyes may not set allow_sending_without_reply.
const replyTo = (manner: Manner) => ({
  message_id: manner.replyTo ?? 0,
  ...(manner.onlyFor === undefined ? { allow_sending_without_reply: true } : {}),
});

/** The next way to try; undefined where another try is no use. */
async function milder(
  deps: Deps,
  manner: Manner,
  error: unknown,
): Promise<Manner | "unreachable" | undefined> {
  const failure = failureOf(error);
  if (failure === "later") return undefined;
  if (manner.onlyFor !== undefined) return { ...manner, onlyFor: undefined };
  if (failure === "unreachable") {
    deps.logger.info({ chat: manner.chat, why: describe(error) }, "nobody can be reached");
    return "unreachable";
  }
  if (failure === "noReply" && manner.replyTo !== undefined) return { ...manner, replyTo: undefined };
  if (failure === "noThread" && manner.thread !== undefined) return { ...manner, thread: undefined };
  if (failure === "badHtml" && manner.html) {
    deps.logger.error({ why: describe(error) }, "Telegram could not parse a reply");
    return { ...manner, html: false };
  }
  const moved = failure === "migrated" ? migratedTo(error) : undefined;
  if (moved === undefined) return undefined;
  await deps.state.moveChat(manner.chat, moved);
  return { ...manner, chat: moved, replyTo: undefined };
}

/** A message of the bot's that can be edited. */
export interface EditTarget {
  readonly chat: number;
  readonly message: number;
  /** For one that a single person sees: that person, and its number among such messages. */
  readonly onlyFor?: { readonly user: number; readonly number: number };
}

/** Puts a new text into a message. False where that message is gone; nothing happens where it reads the same already. */
export async function editReply(
  deps: Deps,
  api: Api,
  target: EditTarget,
  out: Outgoing,
  keyboard: Keyboard,
): Promise<boolean> {
  try {
    await editOnce(api, target, out, keyboard);
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === "notModified") return true;
    if (failure === "noMessage") return false;
    if (failure !== "unreachable") throw error;
    deps.logger.info({ chat: target.chat, why: describe(error) }, "nobody can be reached");
    return true;
  }
}

async function editOnce(api: Api, target: EditTarget, out: Outgoing, keyboard: Keyboard): Promise<void> {
  const { chat, message, onlyFor } = target;
  const rest = {
    parse_mode: "HTML" as const,
    link_preview_options: { is_disabled: true },
    reply_markup: markup(keyboard),
  };
  if (onlyFor === undefined) await api.editMessageText(chat, message, out.html, rest);
  else {
    const { user: receiver_user_id, number: ephemeral_message_id } = onlyFor;
    await api.raw.editEphemeralMessageText({
      chat_id: chat,
      receiver_user_id,
      ephemeral_message_id,
      text: out.html,
      ...rest,
    });
  }
}

/** A keyboard in the shape of the Bot API. */
const markup = (keyboard: Keyboard): InlineKeyboardMarkup => ({
  inline_keyboard: keyboard.rows.map((row) => row.map((button) => ({ ...button }))),
});
