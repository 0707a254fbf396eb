import type { InlineKeyboardMarkup, Message } from "grammy/types";
import { refusal } from "../error-texts.ts";
import { readCaption, readMessageText } from "../text/formatted-text.ts";
import type { ChatState, MessageState } from "../world/state.ts";
import { openChat } from "./access.ts";
import type { Call, Handlers } from "./call.ts";
import { changedMessage } from "./edit-methods.ts";
import { readMarkup } from "./markup.ts";
import { mediaContent } from "./media-content.ts";
import { captionFields, textFields, userFinder } from "./outgoing.ts";

/** Which ephemeral message a call means. */
interface Target {
  readonly chat_id: number | string;
  readonly receiver_user_id: number;
  readonly ephemeral_message_id: number;
}

type EphemeralMethod =
  | "editEphemeralMessageText"
  | "editEphemeralMessageCaption"
  | "editEphemeralMessageMedia"
  | "editEphemeralMessageReplyMarkup"
  | "deleteEphemeralMessage";

/** Messages that only one member of a group sees: changing and removing them. */
export const EPHEMERAL_METHODS: Handlers<EphemeralMethod> = {
  editEphemeralMessageText(call, args) {
    const formatted = readMessageText({ ...args, text: args.text ?? "" }, userFinder(call.world));
    const fields = textFields(formatted, args.link_preview_options);
    return edit(call, args, ["text", "entities", "link_preview_options"], fields, args.reply_markup);
  },
  editEphemeralMessageCaption(call, args) {
    const source = { text: args.caption ?? "", parse_mode: args.parse_mode, entities: args.caption_entities };
    const fields = captionFields(readCaption(source, userFinder(call.world)), args.show_caption_above_media);
    return edit(
      call,
      args,
      ["caption", "caption_entities", "show_caption_above_media"],
      fields,
      args.reply_markup,
    );
  },
  editEphemeralMessageMedia(call, args) {
    const replaced = ["photo", "document", "caption", "caption_entities", "text", "entities"] as const;
    return edit(call, args, replaced, mediaContent(call, args.media), args.reply_markup);
  },
  editEphemeralMessageReplyMarkup: (call, args) => edit(call, args, [], {}, args.reply_markup),
  deleteEphemeralMessage(call, args) {
    const { chat } = find(call, args);
    delete chat.ephemeral[args.ephemeral_message_id];
    const ephemeralMessageId = args.ephemeral_message_id;
    call.world.events.emit({ type: "ephemeral-delete", chatId: chat.chat.id, ephemeralMessageId });
    return true;
  },
};

function find({ world }: Call, target: Target): { chat: ChatState; kept: MessageState } {
  const chat = openChat(world, target.chat_id, "edit");
  const kept = chat.ephemeral[target.ephemeral_message_id];
  if (kept === undefined || kept.message.receiver_user?.id !== target.receiver_user_id)
    throw refusal("ephemeralNotFound");
  return { chat, kept };
}

function edit(
  call: Call,
  target: Target,
  replaced: readonly (keyof Message)[],
  content: Partial<Message>,
  markup: InlineKeyboardMarkup | undefined,
): true {
  const { kept } = find(call, target);
  const changed = changedMessage(kept.message, replaced, content, readMarkup(markup));
  if (changed === undefined) throw refusal("notModified");
  kept.message = { ...changed, edit_date: call.world.now };
  call.world.announceEdit(kept.message);
  return true;
}
