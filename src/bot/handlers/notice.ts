import type { CallbackQuery } from "grammy/types";
import type { PhraseKey } from "../../format/phrase-keys.ts";

/** What a press is answered with: a phrase that the client shows, in a window where it matters; nothing for a silent one. */
export type Notice = { readonly key: PhraseKey; readonly alert: boolean } | undefined;

export const OUTDATED: Notice = { key: "outdated", alert: true };

import type { EditTarget } from "../send.ts";

/** The message under whose buttons was pressed, as the target of an edit. */
export function pressedMessage(query: CallbackQuery): EditTarget | undefined {
  const { message } = query;
  if (message === undefined) return undefined;
  const number = "ephemeral_message_id" in message ? message.ephemeral_message_id : undefined;
  const target = { chat: message.chat.id, message: message.message_id };
  return number === undefined ? target : { ...target, onlyFor: { user: query.from.id, number } };
}
