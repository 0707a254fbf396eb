import type { InlineKeyboardButton, Message, User } from "grammy/types";

/** What a button does when pressed, as far as a client needs it. */
export type ButtonView =
  | { readonly kind: "callback"; readonly text: string }
  | { readonly kind: "url"; readonly text: string; readonly url: string }
  | { readonly kind: "inline"; readonly text: string; readonly query: string; readonly here: boolean }
  | { readonly kind: "copy"; readonly text: string; readonly copied: string }
  | { readonly kind: "other"; readonly text: string };

/** Something that happened to the chat, told in a line of its own. */
export type ServiceView =
  | { readonly kind: "joined" | "left"; readonly names: readonly string[] }
  | { readonly kind: "topic"; readonly name: string }
  | { readonly kind: "other"; readonly name: string };

/** A message as the page draws it. */
export interface MessageView {
  /** Unique within its chat, and the same after an edit: `12`, or `e3` for a message that one person sees. */
  readonly key: string;
  readonly chat: number;
  readonly id: number;
  /** Number of an ephemeral message; absent for others. */
  readonly ephemeral?: number;
  /** The only user who sees it. */
  readonly onlyFor?: number;
  readonly topic?: number;
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean };
  readonly viaBot?: string;
  /** Unix time, seconds. */
  readonly date: number;
  readonly edited: boolean;
  readonly text: string;
  /** Text or caption as safe HTML. */
  readonly html: string;
  readonly reply?: {
    readonly id: number;
    readonly name: string;
    readonly text: string;
    readonly isPart: boolean;
  };
  readonly keyboard: readonly (readonly ButtonView[])[];
  readonly photo?: { readonly file: string; readonly width: number; readonly height: number };
  readonly document?: { readonly file: string; readonly name: string };
  readonly service?: ServiceView;
}

/** Fields of messages that tell of an event and have no content. */
const EVENTS: readonly (keyof Message)[] = [
  "pinned_message",
  "new_chat_title",
  "migrate_to_chat_id",
  "migrate_from_chat_id",
  "forum_topic_edited",
  "forum_topic_closed",
  "group_chat_created",
];

/** Turns a Bot API message into what the page draws. `toHtml` makes safe HTML of its text. */
export function viewMessage(message: Message, toHtml: (message: Message) => string): MessageView {
  const ephemeral = message.ephemeral_message_id;
  const text = message.text ?? message.caption ?? "";
  const largest = message.photo?.at(-1);
  const service = serviceOf(message);
  const reply = replyOf(message);
  return {
    key: messageKey(message),
    chat: message.chat.id,
    id: message.message_id,
    from: senderOf(message),
    date: message.date,
    edited: message.edit_date !== undefined,
    text,
    html: toHtml(message),
    keyboard: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(viewButton)),
    ...(ephemeral === undefined ? {} : { ephemeral }),
    ...(message.receiver_user === undefined ? {} : { onlyFor: message.receiver_user.id }),
    ...(message.is_topic_message === true && message.message_thread_id !== undefined
      ? { topic: message.message_thread_id }
      : {}),
    ...(message.via_bot?.username === undefined ? {} : { viaBot: message.via_bot.username }),
    ...(reply === undefined ? {} : { reply }),
    ...(largest === undefined
      ? {}
      : { photo: { file: largest.file_id, width: largest.width, height: largest.height } }),
    ...(message.document === undefined
      ? {}
      : { document: { file: message.document.file_id, name: message.document.file_name ?? "file" } }),
    ...(service === undefined ? {} : { service }),
  };
}

/** See {@link MessageView.key}. */
export const messageKey = (message: Message): string =>
  message.ephemeral_message_id === undefined
    ? String(message.message_id)
    : `e${message.ephemeral_message_id}`;

/** First and last name. */
export const fullName = (user: User): string =>
  user.last_name === undefined ? user.first_name : `${user.first_name} ${user.last_name}`;

function senderOf(message: Message): MessageView["from"] {
  const chat = message.sender_chat;
  if (chat !== undefined) {
    const name = "title" in chat && chat.title !== undefined ? chat.title : "…";
    return { id: chat.id, name, isBot: false };
  }
  const from = message.from;
  return from === undefined
    ? { id: 0, name: "…", isBot: false }
    : { id: from.id, name: fullName(from), isBot: from.is_bot };
}

/** The message above the bubble's own text: the part that was selected, else the whole. */
function replyOf(message: Message): MessageView["reply"] {
  const replied = message.reply_to_message;
  if (replied === undefined || replied.forum_topic_created !== undefined) return undefined;
  const text = message.quote?.text ?? replied.text ?? replied.caption ?? "";
  const isPart = message.quote !== undefined;
  return { id: replied.message_id, name: senderOf(replied as Message).name, text, isPart };
}

function serviceOf(message: Message): ServiceView | undefined {
  if (message.new_chat_members !== undefined)
    return { kind: "joined", names: message.new_chat_members.map(fullName) };
  if (message.left_chat_member !== undefined)
    return { kind: "left", names: [fullName(message.left_chat_member)] };
  if (message.forum_topic_created !== undefined)
    return { kind: "topic", name: message.forum_topic_created.name };
  const event = EVENTS.find((field) => message[field] !== undefined);
  return event === undefined ? undefined : { kind: "other", name: event };
}

function viewButton(button: InlineKeyboardButton): ButtonView {
  const { text } = button;
  if ("callback_data" in button) return { kind: "callback", text };
  if ("url" in button) return { kind: "url", text, url: button.url };
  if ("switch_inline_query" in button)
    return { kind: "inline", text, query: button.switch_inline_query, here: false };
  if ("switch_inline_query_current_chat" in button)
    return { kind: "inline", text, query: button.switch_inline_query_current_chat, here: true };
  if ("switch_inline_query_chosen_chat" in button)
    return { kind: "inline", text, query: button.switch_inline_query_chosen_chat.query ?? "", here: false };
  if ("copy_text" in button) return { kind: "copy", text, copied: button.copy_text.text };
  return { kind: "other", text };
}
