import type {
  EphemeralMessageParameters,
  LinkPreviewOptions,
  Message,
  ReplyParameters,
  User,
} from "grammy/types";
import { compact } from "../compact.ts";
import { refusal } from "../error-texts.ts";
import type { FindUser } from "../text/formatted-text.ts";
import type { FormattedText } from "../text/html-reader.ts";
import type { ChatState } from "../world/state.ts";
import type { World } from "../world/world.ts";
import { openChat } from "./access.ts";
import type { Args, Call } from "./call.ts";
import { readMarkup } from "./markup.ts";
import { findReply } from "./replies.ts";

/** The parameters that all sending methods share. */
export type SendingArgs = Pick<
  Args<"sendMessage">,
  | "chat_id"
  | "message_thread_id"
  | "ephemeral_message_parameters"
  | "protect_content"
  | "message_effect_id"
  | "reply_parameters"
  | "reply_to_message_id"
  | "reply_markup"
>;

/** A checked place for a message: the chat, and the fields that say where in it and in reply to what. */
export interface Destination {
  readonly chat: ChatState;
  readonly fields: Partial<Message>;
  readonly ephemeral: EphemeralMessageParameters | undefined;
}

/** Parts of a message that its method made. */
export type Content = Partial<Message>;

/** Finds users for `tg://user` links. */
export function userFinder(world: World): FindUser {
  return (id) => (id === world.bot.id ? world.botUser : world.state.users[id]?.user);
}

/** Checks chat, topic, reply and keyboard, in the order the server does. */
export function findDestination(call: Call, args: SendingArgs): Destination {
  const { world } = call;
  const markup = readMarkup(args.reply_markup);
  const chat = openChat(world, args.chat_id, "write");
  const thread = checkThread(chat, args.message_thread_id);
  const ephemeral = checkEphemeral(world, chat, args.ephemeral_message_parameters);
  const reply = findReply(world, chat, replyOf(args), ephemeral !== undefined);
  return {
    chat,
    ephemeral,
    fields: compact<Partial<Message>>({
      ...threadFields(chat, thread ?? topicOf(reply?.reply_to_message)),
      ...replyThread(chat, reply?.reply_to_message),
      ...reply,
      has_protected_content: args.protect_content === true ? true : undefined,
      effect_id: args.message_effect_id,
      reply_markup: markup,
    }),
  };
}

function replyOf(args: SendingArgs): ReplyParameters | undefined {
  if (args.reply_parameters !== undefined) return args.reply_parameters;
  return args.reply_to_message_id ? { message_id: args.reply_to_message_id } : undefined;
}

/** The thread of a forum; elsewhere a number is passed over, except in private chats, which have no topics. */
function checkThread(chat: ChatState, thread: number | undefined): number | undefined {
  if (!thread) return undefined;
  const isForum = chat.chat.type === "supergroup" && chat.chat.is_forum === true;
  if (!isForum && chat.chat.type !== "private") return undefined;
  if (!chat.topics.some((topic) => topic.message_thread_id === thread)) throw refusal("threadNotFound");
  return thread;
}

function topicOf(message: Message | undefined): number | undefined {
  return message?.is_topic_message ? message.message_thread_id : undefined;
}

/** In supergroups without topics a reply's thread is the first message of the chain; it is no topic. */
export function replyThread(chat: ChatState, replied: Message | undefined): Partial<Message> {
  const isPlain = chat.chat.type === "supergroup" && chat.chat.is_forum !== true;
  if (!isPlain || replied === undefined || replied.message_id === 0) return {};
  return { message_thread_id: replied.message_thread_id ?? replied.message_id };
}

/** The fields of a message in a topic; none outside. */
function threadFields(chat: ChatState, thread: number | undefined): Partial<Message> {
  const isTopic = chat.topics.some((topic) => topic.message_thread_id === thread);
  return isTopic && thread !== undefined ? { message_thread_id: thread, is_topic_message: true } : {};
}

function checkEphemeral(
  world: World,
  chat: ChatState,
  parameters: EphemeralMessageParameters | undefined,
): EphemeralMessageParameters | undefined {
  if (parameters === undefined) return undefined;
  if (chat.chat.type !== "group" && chat.chat.type !== "supergroup") throw refusal("ephemeralElsewhere");
  const status = chat.members[parameters.receiver_user_id]?.status ?? "left";
  if (status === "left" || status === "kicked") throw refusal("ephemeralReceiver");
  const query = parameters.callback_query_id;
  if (query !== undefined && !world.pending.isOpen(query, "callback")) throw refusal("queryTooOld");
  return parameters;
}

/** Puts a message of the bot into its place. */
export function sendOutgoing(
  { world }: Call,
  { chat, fields, ephemeral }: Destination,
  content: Content,
): Message {
  if (ephemeral !== undefined) return sendEphemeral(world, chat, ephemeral, { ...fields, ...content });
  const message = compact<Message>({
    message_id: chat.nextMessageId++,
    ...senderFields(world, chat),
    date: world.now,
    chat: chat.chat,
    ...fields,
    ...content,
  } as Message);
  return world.addMessage(chat, { message, byBot: true });
}

function sendEphemeral(
  world: World,
  chat: ChatState,
  parameters: EphemeralMessageParameters,
  content: Content,
): Message {
  const receiver = world.user(parameters.receiver_user_id).user;
  const message = compact<Message>({
    message_id: 0,
    ...senderFields(world, chat),
    date: world.now,
    chat: chat.chat,
    receiver_user: receiver,
    ephemeral_message_id: chat.nextEphemeralId++,
    ...content,
  } as Message);
  return world.addMessage(chat, { message, byBot: true });
}

/** A channel's posts are the channel's own. */
function senderFields(world: World, chat: ChatState): { from?: User; sender_chat?: Message["sender_chat"] } {
  return chat.chat.type === "channel" ? { sender_chat: chat.chat } : { from: world.botUser };
}

/** Text with its entities, and the preview options that were given. */
export function textFields(formatted: FormattedText, preview: LinkPreviewOptions | undefined): Content {
  return compact<Content>({
    text: formatted.text,
    entities: formatted.entities.length === 0 ? undefined : [...formatted.entities],
    link_preview_options: preview,
  });
}

/** A caption with its entities; nothing for an empty one. */
export function captionFields(formatted: FormattedText, isAbove: boolean | undefined): Content {
  if (formatted.text === "") return {};
  return compact<Content>({
    caption: formatted.text,
    caption_entities: formatted.entities.length === 0 ? undefined : [...formatted.entities],
    show_caption_above_media: isAbove === true ? true : undefined,
  });
}
