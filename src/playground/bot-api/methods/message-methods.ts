import type { Message, MessageOrigin } from "grammy/types";
import { compact } from "../compact.ts";
import { refusal } from "../error-texts.ts";
import { readCaption, readMessageText } from "../text/formatted-text.ts";
import { openChat, openMessage } from "./access.ts";
import type { Call, Handlers } from "./call.ts";
import { captionFields, findDestination, sendOutgoing, textFields, userFinder } from "./outgoing.ts";

/** Fields of a message that travel with it when it is copied or forwarded. */
const CARRIED = [
  "text",
  "entities",
  "caption",
  "caption_entities",
  "photo",
  "document",
  "sticker",
  "voice",
  "location",
] as const;

/** Messages can be removed for two days. */
const DELETABLE_SECONDS = 48 * 60 * 60;

/** Sending, forwarding, copying and removing messages. */
export const MESSAGE_METHODS: Handlers<
  | "sendMessage"
  | "forwardMessage"
  | "forwardMessages"
  | "copyMessage"
  | "copyMessages"
  | "deleteMessage"
  | "deleteMessages"
  | "sendChatAction"
> = {
  sendMessage(call, args) {
    const formatted = readMessageText(args, userFinder(call.world));
    const destination = findDestination(call, args);
    return sendOutgoing(
      call,
      destination,
      textFields(formatted, args.link_preview_options),
    ) as Message.TextMessage;
  },

  forwardMessage(call, args) {
    const destination = findDestination(call, args);
    return forward(call, destination, args.from_chat_id, args.message_id);
  },

  forwardMessages(call, args) {
    const destination = findDestination(call, args);
    const found = existing(call, args.from_chat_id, args.message_ids);
    if (found.length === 0) throw refusal("forwardNoMessages");
    return found.map((id) => ({ message_id: forward(call, destination, args.from_chat_id, id).message_id }));
  },

  copyMessage(call, args) {
    const source = openMessage(
      openChat(call.world, args.from_chat_id, "read"),
      args.message_id,
      "copyNotFound",
    );
    const destination = findDestination(call, args);
    const carried = carriedFields(source.message);
    if (args.caption !== undefined && carried.text === undefined) {
      const caption = { text: args.caption, parse_mode: args.parse_mode, entities: args.caption_entities };
      const { caption: _, caption_entities: __, ...media } = carried;
      const fields = captionFields(
        readCaption(caption, userFinder(call.world)),
        args.show_caption_above_media,
      );
      return { message_id: sendOutgoing(call, destination, { ...media, ...fields }).message_id };
    }
    return { message_id: sendOutgoing(call, destination, carried).message_id };
  },

  copyMessages(call, args) {
    const destination = findDestination(call, args);
    const source = openChat(call.world, args.from_chat_id, "read");
    const found = existing(call, args.from_chat_id, args.message_ids);
    if (found.length === 0) throw refusal("forwardNoMessages");
    return found.map((id) => {
      const { caption, caption_entities, ...rest } = carriedFields(
        openMessage(source, id, "copyNotFound").message,
      );
      const content =
        args.remove_caption === true
          ? rest
          : compact<Partial<Message>>({ ...rest, caption, caption_entities });
      return { message_id: sendOutgoing(call, destination, content).message_id };
    });
  },

  deleteMessage(call, args) {
    const chat = openChat(call.world, args.chat_id, "write");
    openMessage(chat, args.message_id, "deleteNotFound");
    remove(call, args.chat_id, [args.message_id]);
    return true;
  },

  deleteMessages(call, args) {
    if (args.message_ids.length === 0) throw refusal("messageIdsMissing");
    openChat(call.world, args.chat_id, "write");
    remove(call, args.chat_id, existing(call, args.chat_id, args.message_ids));
    return true;
  },

  sendChatAction(call, args) {
    const { chat, fields } = findDestination(call, args);
    const thread = fields.message_thread_id;
    call.world.events.emit({
      type: "action",
      chatId: chat.chat.id,
      action: args.action,
      ...(thread !== undefined && { threadId: thread }),
    });
    return true;
  },
};

/** The messages of a list that are there, in ascending order as Telegram takes them. */
function existing(call: Call, chatId: number | string, ids: readonly number[]): number[] {
  const chat = openChat(call.world, chatId, "read");
  return ids.filter((id) => chat.messages[id] !== undefined).sort((a, b) => a - b);
}

function carriedFields(message: Message): Partial<Message> {
  return Object.fromEntries(
    CARRIED.flatMap((name) => (message[name] === undefined ? [] : [[name, message[name]]])),
  );
}

function forward(
  call: Call,
  destination: ReturnType<typeof findDestination>,
  fromChatId: number | string,
  messageId: number,
): Message {
  const source = openMessage(openChat(call.world, fromChatId, "read"), messageId, "forwardNotFound").message;
  if (source.has_protected_content) throw refusal("forwardNotFound");
  const content = { forward_origin: source.forward_origin ?? originOf(source), ...carriedFields(source) };
  return sendOutgoing(call, destination, content);
}

function originOf(message: Message): MessageOrigin {
  const { chat, date, from, sender_chat } = message;
  if (chat.type === "channel") return { type: "channel", date, chat, message_id: message.message_id };
  if (sender_chat !== undefined) return { type: "chat", date, sender_chat };
  return { type: "user", date, sender_user: from as NonNullable<Message["from"]> };
}

/** Bots remove their own messages anywhere, those of others in private chats and where they are administrators. */
function remove(call: Call, chatId: number | string, ids: readonly number[]): void {
  const chat = openChat(call.world, chatId, "write");
  const mayRemoveAll = chat.chat.type === "private" || call.world.botMember(chat)?.status === "administrator";
  for (const id of ids) {
    const kept = chat.messages[id];
    const isOld = kept !== undefined && call.world.now - kept.message.date > DELETABLE_SECONDS;
    if (isOld || (!mayRemoveAll && kept?.byBot !== true)) throw refusal("deleteForbidden");
  }
  for (const id of ids) delete chat.messages[id];
  chat.pinned = chat.pinned.filter((id) => !ids.includes(id));
  if (ids.length > 0) call.world.events.emit({ type: "delete", chatId: chat.chat.id, messageIds: ids });
}
