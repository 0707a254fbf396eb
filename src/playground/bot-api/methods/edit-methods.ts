import type { InlineKeyboardMarkup, Message, Update } from "grammy/types";
import { refusal } from "../error-texts.ts";
import { readCaption, readMessageText } from "../text/formatted-text.ts";
import type { MessageState } from "../world/state.ts";
import { openChat, openMessage } from "./access.ts";
import type { Call, Handlers } from "./call.ts";
import { readMarkup } from "./markup.ts";
import { mediaContent } from "./media-content.ts";
import { captionFields, textFields, userFinder } from "./outgoing.ts";

/** Which message an editing call means. */
interface Target {
  readonly chat_id?: number | string;
  readonly message_id?: number;
  readonly inline_message_id?: string;
}

interface FoundMessage {
  readonly kept: MessageState;
  /** Calls by `inline_message_id` return true instead of the message. */
  readonly isInline: boolean;
}

/** Fields that hold a message's content; an edit replaces those it is about. */
const TEXT_FIELDS = ["text", "entities", "link_preview_options"] as const;
const CAPTION_FIELDS = ["caption", "caption_entities", "show_caption_above_media"] as const;
const MEDIA_FIELDS = ["photo", "document", ...CAPTION_FIELDS, "has_media_spoiler"] as const;

/** Changing messages that the bot has sent. A call without a keyboard takes the keyboard away. */
export const EDIT_METHODS: Handlers<
  "editMessageText" | "editMessageCaption" | "editMessageMedia" | "editMessageReplyMarkup"
> = {
  editMessageText(call, args) {
    const formatted = readMessageText({ ...args, text: args.text ?? "" }, userFinder(call.world));
    const markup = readMarkup(args.reply_markup);
    const found = findEdited(call, args);
    if (found.kept.message.text === undefined) throw refusal("editNoText");
    return edit<Message.TextMessage>(
      call,
      found,
      TEXT_FIELDS,
      textFields(formatted, args.link_preview_options),
      markup,
    );
  },

  editMessageCaption(call, args) {
    const source = { text: args.caption ?? "", parse_mode: args.parse_mode, entities: args.caption_entities };
    const formatted = readCaption(source, userFinder(call.world));
    const markup = readMarkup(args.reply_markup);
    const found = findEdited(call, args);
    if (!hasMedia(found.kept.message)) throw refusal("editNoCaption");
    const fields = captionFields(formatted, args.show_caption_above_media);
    return edit<Message.CaptionableMessage>(call, found, CAPTION_FIELDS, fields, markup);
  },

  editMessageMedia(call, args) {
    const content = mediaContent(call, args.media);
    const markup = readMarkup(args.reply_markup);
    const found = findEdited(call, args);
    if (!hasMedia(found.kept.message) && found.kept.message.text === undefined) throw refusal("editNoMedia");
    return edit<Message>(call, found, [...MEDIA_FIELDS, ...TEXT_FIELDS], content, markup);
  },

  editMessageReplyMarkup(call, args) {
    const markup = readMarkup(args.reply_markup);
    return edit<Message>(call, findEdited(call, args), [], {}, markup);
  },
};

function hasMedia(message: Message): boolean {
  return message.photo !== undefined || message.document !== undefined || message.voice !== undefined;
}

function findEdited({ world }: Call, target: Target): FoundMessage {
  if (target.chat_id === undefined && target.message_id === undefined) {
    if (target.inline_message_id === undefined) throw refusal("messageIdMissing");
    const kept = Object.values(world.state.chats)
      .flatMap((chat) => Object.values(chat.messages))
      .find((message) => message.inlineMessageId === target.inline_message_id);
    if (kept === undefined) throw refusal("inlineMessageInvalid");
    return { kept, isInline: true };
  }
  const chat = openChat(world, target.chat_id ?? "", "edit");
  const kept = openMessage(chat, target.message_id, "editNotFound");
  if (!kept.byBot) throw refusal("editForbidden");
  return { kept, isInline: false };
}

function edit<M extends Message>(
  { world }: Call,
  { kept, isInline }: FoundMessage,
  replaced: readonly (keyof Message)[],
  content: Partial<Message>,
  markup: InlineKeyboardMarkup | undefined,
): (Update.Edited & M) | true {
  const changed = changedMessage(kept.message, replaced, content, markup);
  if (changed === undefined) throw refusal("notModified");
  changed.edit_date = world.now;
  kept.message = changed;
  world.announceEdit(changed);
  return isInline ? true : (changed as Update.Edited & M);
}

/** The message with its content and keyboard replaced; undefined where that changes nothing. */
export function changedMessage(
  message: Message,
  replaced: readonly (keyof Message)[],
  content: Partial<Message>,
  markup: InlineKeyboardMarkup | undefined,
): Message | undefined {
  const rest = Object.fromEntries(
    Object.entries(message).filter(
      ([name]) => name !== "reply_markup" && !replaced.includes(name as keyof Message),
    ),
  );
  const changed = { ...rest, ...content, ...(markup !== undefined && { reply_markup: markup }) } as Message;
  return fingerprint(changed) === fingerprint(message) ? undefined : changed;
}

/** What Telegram compares: contents and keyboard, in any order of fields, without the time of an edit. */
function fingerprint(message: Message): string {
  const { edit_date: _, ...rest } = message;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}
