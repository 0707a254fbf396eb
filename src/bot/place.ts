import type { Message } from "grammy/types";
import type { Seat } from "../state/bot-state.ts";

/** Where a question stands and where its answer goes. */
export interface Place {
  readonly chat: number;
  readonly isPrivate: boolean;
  /** A real topic's thread. Telegram wants none for the General topic and for plain reply threads. */
  readonly thread: number | undefined;
  /** The message to reply to. In private the answer simply follows, except that pressed buttons point at their message. */
  readonly replyTo: number | undefined;
  /** The user; a chat's id for those who write in its name. */
  readonly asker: number;
  /** False for those who write in a chat's name: who presses a button then cannot be compared. */
  readonly isPerson: boolean;
}

/** Where a message's answer goes. */
export function placeOf(message: Message): Place {
  const isPrivate = message.chat.type === "private";
  return {
    chat: message.chat.id,
    isPrivate,
    thread: message.is_topic_message === true ? message.message_thread_id : undefined,
    replyTo: isPrivate ? undefined : message.message_id,
    asker: message.sender_chat?.id ?? message.from?.id ?? message.chat.id,
    isPerson: message.sender_chat === undefined && message.from !== undefined,
  };
}

/** Whose conversation this is. */
export const seatOf = (place: Place): Seat => ({
  chat: place.chat,
  thread: place.thread ?? 0,
  user: place.asker,
});
