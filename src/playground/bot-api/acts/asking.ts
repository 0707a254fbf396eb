import type {
  CallbackQuery,
  ChosenInlineResult,
  InlineQuery,
  InlineQueryResult,
  Message,
} from "grammy/types";
import { compact, type Loose } from "../compact.ts";
import { resultContent } from "../methods/inline-content.ts";
import { isPresent } from "../world/members.ts";
import { mentionsBot } from "../world/privacy.ts";
import type { CallbackAnswer, ChatState, InlineAnswer, MessageState } from "../world/state.ts";
import type { World } from "../world/world.ts";
import { type SendOptions, sendContent, typedText } from "./incoming.ts";

/** A question to the bot whose answer may come, late, or never. */
export interface Asked<T> {
  readonly id: string;
  /** The answer, or undefined when none came within so many (real) milliseconds. */
  readonly answer: (withinMs?: number) => Promise<T | undefined>;
}

/** Patience of `answer()` unless told otherwise, milliseconds. */
const PATIENCE_MS = 5000;

/** A promise of the answer and the way to give it. */
function mailbox<T>(id: string): { asked: Asked<T>; deliver: (answer: T) => void } {
  let deliver: (answer: T) => void = () => {};
  const answered = new Promise<T>((resolve) => {
    deliver = resolve;
  });
  const answer = (withinMs = PATIENCE_MS) =>
    new Promise<T | undefined>((resolve) => {
      const timer = setTimeout(() => resolve(undefined), withinMs);
      void answered.then((value) => {
        clearTimeout(timer);
        resolve(value);
      });
    });
  return { asked: { id, answer }, deliver };
}

/** Which button of a message: by its data, its text, or its place. */
export type ButtonChoice = { data: string } | { text: string } | { row: number; column: number };

export interface PressOptions {
  /** The number is that of an ephemeral message. */
  readonly ephemeral?: boolean;
  /** The message is too old for Telegram to show: the query has only its number, with the date 0. */
  readonly inaccessible?: boolean;
}

/** Presses a callback button. */
export function pressButton(
  world: World,
  userId: number,
  chatId: number,
  messageId: number,
  choice: ButtonChoice,
  options: PressOptions,
): Asked<CallbackAnswer> {
  const chat = world.chat(chatId);
  const kept = options.ephemeral === true ? chat.ephemeral[messageId] : chat.messages[messageId];
  if (kept === undefined) throw new RangeError(`no message ${messageId} in chat ${chatId}`);
  const data = findData(kept.message, choice);
  const id = world.newQueryId();
  const { asked, deliver } = mailbox<CallbackAnswer>(id);
  world.pending.add(id, "callback", (answer: CallbackAnswer) => {
    deliver(answer);
    world.events.emit({ type: "callback-answer", queryId: id, userId, answer });
  });
  const from = world.user(userId).user;
  const source = sourceOf(chat, kept, options);
  const query: CallbackQuery = { id, from, ...source, chat_instance: world.chatInstance(chat.chat), data };
  world.publish({ callback_query: query });
  return asked;
}

function sourceOf(
  chat: ChatState,
  kept: MessageState,
  options: PressOptions,
): Pick<CallbackQuery, "message" | "inline_message_id"> {
  if (kept.inlineMessageId !== undefined) return { inline_message_id: kept.inlineMessageId };
  if (options.inaccessible !== true) return { message: kept.message };
  return { message: { chat: chat.chat, message_id: kept.message.message_id, date: 0 } };
}

function findData(message: Message, choice: ButtonChoice): string {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const button =
    "row" in choice
      ? rows[choice.row]?.[choice.column]
      : rows.flat().find((candidate) => {
          if ("text" in choice) return candidate.text === choice.text;
          return "callback_data" in candidate && candidate.callback_data === choice.data;
        });
  if (button === undefined)
    throw new RangeError(`message ${message.message_id} has no button ${JSON.stringify(choice)}`);
  if (!("callback_data" in button))
    throw new RangeError(`button ${JSON.stringify(button.text)} asks nothing of the bot`);
  return button.callback_data;
}

export interface InlineOptions {
  readonly offset?: string;
  /** Where the person types; the private chat with the bot unless told otherwise. */
  readonly chatId?: number;
  /** Take an earlier answer that may still be repeated, as Telegram does; else each query goes to the bot. */
  readonly cached?: boolean;
}

/** Types `@bot query` in a chat. */
export function askInline(
  world: World,
  userId: number,
  query: string,
  options: InlineOptions,
): Asked<InlineAnswer> {
  const id = world.newQueryId();
  const offset = options.offset ?? "";
  const { asked, deliver } = mailbox<InlineAnswer>(id);
  const known = options.cached === true ? world.inlineCache.find(userId, query, offset) : undefined;
  if (known !== undefined) {
    deliver(known);
    return asked;
  }
  world.pending.add(id, "inline", (given: Omit<InlineAnswer, "inlineQueryId" | "query" | "offset">) => {
    const answer: InlineAnswer = { inlineQueryId: id, query, offset, ...given };
    world.inlineCache.keep(userId, answer);
    deliver(answer);
    world.events.emit({ type: "inline-answer", userId, answer });
  });
  const chat = world.state.chats[options.chatId ?? userId]?.chat;
  const chatType: InlineQuery["chat_type"] =
    chat === undefined || chat.type === "private" ? "sender" : chat.type;
  world.publish({ inline_query: { id, from: world.user(userId).user, query, offset, chat_type: chatType } });
  return asked;
}

/** Sends a result of an inline answer into a chat, and tells the bot which one was chosen. */
export function chooseResult(
  world: World,
  userId: number,
  chatId: number,
  answer: InlineAnswer,
  resultId: string,
  options: SendOptions,
): Message {
  const result = answer.results.find((candidate) => candidate.id === resultId);
  if (result === undefined) throw new RangeError(`the answer has no result ${JSON.stringify(resultId)}`);
  const content = { via_bot: world.botUser, ...resultContent(world, result) };
  const message = sendContent(world, userId, chatId, content, options);
  const inlineMessageId = message.reply_markup === undefined ? undefined : world.newInlineMessageId();
  const kept = world.chat(chatId).messages[message.message_id];
  if (kept !== undefined && inlineMessageId !== undefined) kept.inlineMessageId = inlineMessageId;
  const from = world.user(userId).user;
  const { query } = answer;
  const chosen: Loose<ChosenInlineResult> = {
    result_id: resultId,
    from,
    query,
    inline_message_id: inlineMessageId,
  };
  world.publish({ chosen_inline_result: compact<ChosenInlineResult>(chosen) });
  return message;
}

/**
 * Calls the bot by mention in a chat that it is no member of: a guest query. The bot's answer appears in the chat.
 */
export function askAsGuest(
  world: World,
  userId: number,
  chatId: number,
  text: string,
  options: SendOptions,
): { message: Message; asked: Asked<Message> } {
  const chat = world.chat(chatId);
  if (chat.chat.type === "private" || isPresent(world.botMember(chat))) {
    throw new RangeError("a guest query comes from a group that the bot is no member of");
  }
  const message = sendContent(world, userId, chatId, typedText(text, options.entities), options);
  if (!mentionsBot(world, message)) throw new RangeError(`a guest query mentions @${world.bot.username}`);
  const id = world.newQueryId();
  const { asked, deliver } = mailbox<Message>(id);
  world.pending.add(id, "guest", (result: InlineQueryResult) => {
    const sent = addGuestAnswer(world, chat, message, result);
    deliver(sent.message);
    return { inline_message_id: sent.inlineMessageId };
  });
  world.publish({ guest_message: { ...message, guest_query_id: id } as never });
  return { message, asked };
}

function addGuestAnswer(
  world: World,
  chat: ChatState,
  question: Message,
  result: InlineQueryResult,
): { message: Message; inlineMessageId: string } {
  const inlineMessageId = world.newInlineMessageId();
  const message = compact<Message>({
    message_id: chat.nextMessageId++,
    from: world.botUser,
    date: world.now,
    chat: chat.chat,
    message_thread_id: question.is_topic_message ? question.message_thread_id : undefined,
    is_topic_message: question.is_topic_message,
    guest_bot_caller_user: question.from,
    ...resultContent(world, result),
  } as Message);
  world.addMessage(chat, { message, byBot: true, inlineMessageId });
  return { message, inlineMessageId };
}
