import type { Chat, Message, MessageEntity, Update, User } from "grammy/types";
import { compact } from "../compact.ts";
import { replyThread } from "../methods/outgoing.ts";
import { repliedMessage } from "../methods/replies.ts";
import { cleanText } from "../text/clean-text.ts";
import { addFoundEntities } from "../text/find-entities.ts";
import { fixEntities, sortEntities } from "../text/fix-entities.ts";
import { reachesBot } from "../world/privacy.ts";
import type { ChatState } from "../world/state.ts";
import type { NewUpdate, World } from "../world/world.ts";
import { openPrivateChat } from "./people.ts";

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
  /** As a channel of this number, which a person speaks for in a group. */
  readonly asChannel?: number;
  /** A post of that channel which Telegram carried into its discussion group. */
  readonly automaticForward?: boolean;
  /** Seen by the bot alone. */
  readonly ephemeral?: boolean;
}

/** What Telegram puts in `from` where an anonymous administrator writes. */
const ANONYMOUS_ADMIN: User = {
  id: 1087968824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};

/** What stands in `from` where a channel writes, and where its post was carried into the discussion group. */
const CHANNEL_BOT: User = { id: 136817688, is_bot: true, first_name: "Channel", username: "Channel_Bot" };
const TELEGRAM: User = { id: 777000, is_bot: false, first_name: "Telegram" };

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
  const person = world.user(userId);
  if (chatId === userId && world.state.chats[chatId] === undefined) openPrivateChat(world, userId);
  const chat = world.chat(chatId);
  if (chat.chat.type === "private") {
    if (person.blocked) throw new RangeError(`user ${userId} has blocked the bot: unblock it first`);
    person.started = true;
  }
  const message = compact<Message>({
    ...identity(chat, options),
    ...senderOf(world, chat, person.user, options),
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

function senderOf(world: World, chat: ChatState, user: User, options: SendOptions): Partial<Message> {
  if (chat.chat.type === "channel") return { sender_chat: chat.chat };
  if (options.anonymous === true) return { from: ANONYMOUS_ADMIN, sender_chat: chat.chat };
  if (options.asChannel !== undefined) {
    const sender_chat: Chat = world.chat(options.asChannel).chat;
    if (options.automaticForward === true) return { from: TELEGRAM, sender_chat, is_automatic_forward: true };
    return { from: CHANNEL_BOT, sender_chat };
  }
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

/** The topic that was named, or that of the replied message; else the thread of the reply. */
function threadOf(
  chat: ChatState,
  topic: number | undefined,
  replied: Message | undefined,
): Partial<Message> {
  const thread = topic ?? (replied?.is_topic_message ? replied.message_thread_id : undefined);
  if (thread !== undefined) {
    if (!chat.topics.some((known) => known.message_thread_id === thread))
      throw new RangeError(`no topic ${thread}`);
    return { message_thread_id: thread, is_topic_message: true };
  }
  return replyThread(chat, replied);
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
