import type { Message, MessageEntity, ReactionType, Update, User } from "grammy/types";
import { compact } from "../compact.ts";
import { repliedMessage } from "../methods/replies.ts";
import { cleanText } from "../text/clean-text.ts";
import { addFoundEntities } from "../text/find-entities.ts";
import { fixEntities, sortEntities } from "../text/fix-entities.ts";
import { fileFields, type NewFile, storeFile } from "./files.ts";
import { imageSize } from "./image-size.ts";
import { reachesBot } from "./privacy.ts";
import type { ChatState } from "./state.ts";
import type { NewUpdate, World } from "./world.ts";

/** Where and how a person's message stands. */
export interface SendOptions {
  /** The forum topic; the General topic without it. */
  readonly topic?: number;
  /** The message that is replied to. */
  readonly replyTo?: number;
  /** The part of it that the person selected; it must stand in the message. */
  readonly quote?: string;
  /** Formatting of the text or caption; mentions, commands and addresses are found without it. */
  readonly entities?: readonly MessageEntity[];
  /** As the group itself: an anonymous administrator. */
  readonly anonymous?: boolean;
  /** Seen by the bot alone. */
  readonly ephemeral?: boolean;
}

/** What Telegram puts in `from` where an anonymous administrator writes. */
export const ANONYMOUS_ADMIN: User = {
  id: 1087968824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};

/** Text with its entities, as Telegram's server keeps what a person typed. */
export function typedText(
  text: string,
  entities: readonly MessageEntity[] = [],
): Pick<Message, "text" | "entities"> {
  const cleaned = cleanText({ text, entities: fixEntities(entities) });
  const found = sortEntities([...cleaned.entities, ...addFoundEntities(cleaned.text, cleaned.entities)]);
  return compact<Pick<Message, "text" | "entities">>({
    text: cleaned.text,
    entities: found.length === 0 ? undefined : found,
  });
}

/** A person's text message; the bot gets it if Telegram would let it. */
export function sendText(
  world: World,
  userId: number,
  chatId: number,
  text: string,
  options: SendOptions,
): Message {
  return sendContent(world, userId, chatId, typedText(text, options.entities), options);
}

/** A person's message with any content. */
export function sendContent(
  world: World,
  userId: number,
  chatId: number,
  content: Partial<Message>,
  options: SendOptions,
): Message {
  const chat = world.chat(chatId);
  const person = world.user(userId);
  if (chat.chat.type === "private") {
    if (person.blocked) throw new RangeError(`user ${userId} has blocked the bot: unblock it first`);
    person.started = true;
  }
  const message = compact<Message>({
    ...identity(chat, options),
    ...senderOf(chat, person.user, options),
    date: world.now,
    chat: chat.chat,
    ...placeOf(chat, options),
    ...content,
  } as Message);
  world.addMessage(chat, { message, byBot: false });
  publishMessage(world, chat, message);
  return message;
}

function identity(chat: ChatState, options: SendOptions): Partial<Message> {
  if (options.ephemeral !== true) return { message_id: chat.nextMessageId++ };
  return { message_id: 0, ephemeral_message_id: chat.nextEphemeralId++ };
}

function senderOf(chat: ChatState, user: User, options: SendOptions): Partial<Message> {
  if (chat.chat.type === "channel") return { sender_chat: chat.chat };
  if (options.anonymous === true) return { from: ANONYMOUS_ADMIN, sender_chat: chat.chat };
  return { from: user };
}

/** Topic, reply and quotation of a message. */
function placeOf(chat: ChatState, options: SendOptions): Partial<Message> {
  const replied = options.replyTo === undefined ? undefined : chat.messages[options.replyTo]?.message;
  if (options.replyTo !== undefined && replied === undefined)
    throw new RangeError(`no message ${options.replyTo}`);
  return compact<Partial<Message>>({
    ...threadOf(chat, options.topic, replied),
    reply_to_message: replied === undefined ? undefined : repliedMessage(replied),
    quote: options.quote === undefined || replied === undefined ? undefined : quoteOf(replied, options.quote),
  });
}

/** In supergroups without topics a reply's thread is the first message of the chain; it is no topic then. */
function threadOf(
  chat: ChatState,
  topic: number | undefined,
  replied: Message | undefined,
): Partial<Message> {
  const isForum = chat.chat.type === "supergroup" && chat.chat.is_forum === true;
  const thread = topic ?? (replied?.is_topic_message ? replied.message_thread_id : undefined);
  if (thread !== undefined) {
    if (!chat.topics.some((known) => known.message_thread_id === thread))
      throw new RangeError(`no topic ${thread}`);
    return { message_thread_id: thread, is_topic_message: true };
  }
  if (isForum || chat.chat.type !== "supergroup" || replied === undefined) return {};
  return { message_thread_id: replied.message_thread_id ?? replied.message_id };
}

function quoteOf(replied: Message, quote: string): NonNullable<Message["quote"]> {
  const position = (replied.text ?? replied.caption ?? "").indexOf(quote);
  if (position < 0) throw new RangeError(`the replied message does not hold ${JSON.stringify(quote)}`);
  return { text: quote, position, is_manual: true };
}

/** Hands a message to the bot, if it reaches it, under the update's name that fits chat and occasion. */
export function publishMessage(world: World, chat: ChatState, message: Message): void {
  if (!reachesBot(world, chat, message)) return;
  world.publish(messageUpdate(message));
}

function messageUpdate(message: Message): NewUpdate {
  const isPost = message.chat.type === "channel";
  const isEdited = message.edit_date !== undefined;
  const name = isPost
    ? isEdited
      ? "edited_channel_post"
      : "channel_post"
    : isEdited
      ? "edited_message"
      : "message";
  return { [name]: message } as Pick<Update, typeof name>;
}

/** A person's change to an own text message. */
export function editText(world: World, chatId: number, messageId: number, text: string): Message {
  const chat = world.chat(chatId);
  const kept = chat.messages[messageId];
  if (kept === undefined || kept.byBot) throw new RangeError(`message ${messageId} is no person's message`);
  const { text: _, entities: __, ...rest } = kept.message;
  kept.message = { ...rest, edit_date: world.now, ...typedText(text) } as Message;
  world.announceEdit(kept.message);
  publishMessage(world, chat, kept.message);
  return kept.message;
}

/** A person's reactions to a message; an empty list takes them back. */
export function react(
  world: World,
  userId: number,
  chatId: number,
  messageId: number,
  reactions: readonly ReactionType[],
): void {
  const chat = world.chat(chatId);
  const kept = chat.messages[messageId];
  if (kept === undefined) throw new RangeError(`no message ${messageId}`);
  const actor = String(userId);
  const old_reaction = kept.reactions?.[actor] ?? [];
  const new_reaction = [...reactions];
  kept.reactions = { ...kept.reactions, [actor]: new_reaction };
  world.events.emit({ type: "reaction", chatId, messageId, actor, reactions: new_reaction });
  const mayKnow = chat.chat.type === "private" || world.botMember(chat)?.status === "administrator";
  if (!mayKnow) return;
  const user = world.user(userId).user;
  const date = world.now;
  world.publish({
    message_reaction: { chat: chat.chat, message_id: messageId, user, date, old_reaction, new_reaction },
  });
}

/** Media that people send. */
export type PersonMedia = "photo" | "document" | "voice" | "sticker";

const FOLDERS: Readonly<Record<PersonMedia, string>> = {
  photo: "photos",
  document: "documents",
  voice: "voice",
  sticker: "stickers",
};

/** The content of a message with a file, whose bytes the bot can download. */
export function mediaContent(
  world: World,
  kind: PersonMedia,
  file: Omit<NewFile, "folder">,
  caption?: string,
): Partial<Message> {
  const stored = storeFile(world, { ...file, folder: FOLDERS[kind] });
  const fields = fileFields(stored);
  const { text, entities } = caption === undefined ? {} : typedText(caption);
  const captioned = compact<Partial<Message>>({ caption: text, caption_entities: entities });
  const { width, height } = imageSize(Buffer.from(file.data)) ?? { width: 512, height: 512 };
  switch (kind) {
    case "photo":
      return { photo: [{ ...fields, width, height }], ...captioned };
    case "document":
      return { document: { ...fields, file_name: file.name, mime_type: file.type }, ...captioned };
    case "voice":
      return { voice: { ...fields, duration: 1, mime_type: file.type }, ...captioned };
    case "sticker":
      return {
        sticker: {
          ...fields,
          type: "regular",
          width,
          height,
          is_animated: false,
          is_video: false,
          emoji: "👍",
        },
      };
    default:
      return kind satisfies never;
  }
}
