import type { Message, MessageEntity, ReplyParameters, TextQuote } from "grammy/types";
import { compact } from "../compact.ts";
import { refusal } from "../error-texts.ts";
import { readQuote } from "../text/formatted-text.ts";
import type { FormattedText } from "../text/html-reader.ts";
import type { ChatState } from "../world/state.ts";
import type { World } from "../world/world.ts";
import { openChat } from "./access.ts";

/** Milliseconds within which an incoming ephemeral message may be replied to (Bot API, ReplyParameters). */
const EPHEMERAL_REPLY_SECONDS = 15;

/** The fields of a message that replies. */
export type ReplyFields = Pick<Message, "reply_to_message" | "quote" | "external_reply">;

/**
 * The reply that a call asks for; undefined where there is none, or where the message is gone and the call
 * allows that. The quotation must stand in the message, formatting included.
 */
export function findReply(
  world: World,
  chat: ChatState,
  parameters: ReplyParameters | undefined,
  isEphemeral: boolean,
): ReplyFields | undefined {
  if (parameters === undefined) return undefined;
  if (parameters.ephemeral_message_id !== undefined) {
    return findEphemeralReply(world, chat, parameters.ephemeral_message_id, isEphemeral);
  }
  const elsewhere = parameters.chat_id !== undefined && world.findChat(parameters.chat_id) !== chat;
  const source = elsewhere ? openChat(world, parameters.chat_id as number | string, "read") : chat;
  const message = source.messages[parameters.message_id ?? 0]?.message;
  if (message === undefined) {
    if (parameters.allow_sending_without_reply === true && !elsewhere) return undefined;
    throw refusal("replyNotFound");
  }
  const quote = findQuote(world, message, parameters);
  if (elsewhere) return compact<ReplyFields>({ external_reply: externalReply(message), quote });
  return compact<ReplyFields>({ reply_to_message: repliedMessage(message), quote });
}

function findEphemeralReply(
  world: World,
  chat: ChatState,
  ephemeralId: number,
  isEphemeral: boolean,
): ReplyFields | undefined {
  const message = chat.ephemeral[ephemeralId]?.message;
  if (message === undefined || chat.ephemeral[ephemeralId]?.byBot) throw refusal("replyNotFound");
  if (!isEphemeral) throw refusal("replyMustBeEphemeral");
  if (world.now - message.date > EPHEMERAL_REPLY_SECONDS) throw refusal("ephemeralReplyExpired");
  return { reply_to_message: repliedMessage(message) };
}

/** The message as it stands inside its reply: without the reply that it is itself. */
export function repliedMessage(message: Message): NonNullable<Message["reply_to_message"]> {
  const { reply_to_message: _, ...rest } = message;
  return rest as NonNullable<Message["reply_to_message"]>;
}

function externalReply(message: Message): NonNullable<Message["external_reply"]> {
  const origin =
    message.chat.type === "channel"
      ? { type: "channel" as const, date: message.date, chat: message.chat, message_id: message.message_id }
      : {
          type: "user" as const,
          date: message.date,
          sender_user: message.from as NonNullable<Message["from"]>,
        };
  return { origin, chat: message.chat, message_id: message.message_id };
}

/** Formatting that a quotation keeps and has to match. */
const QUOTED = new Set([
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "custom_emoji",
  "date_time",
]);

function findQuote(world: World, message: Message, parameters: ReplyParameters): TextQuote | undefined {
  if (parameters.quote === undefined || parameters.quote === "") return undefined;
  const source = {
    text: parameters.quote,
    parse_mode: parameters.quote_parse_mode,
    entities: parameters.quote_entities,
  };
  const quote = readQuote(source, (id) => world.state.users[id]?.user);
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const position = locate({ text, entities }, quote, parameters.quote_position ?? 0);
  if (quote.text === "" || quote.text.length > 1024 || position === undefined) throw refusal("quoteInvalid");
  const kept = quote.entities.filter((entity) => QUOTED.has(entity.type));
  return compact<TextQuote>({
    text: quote.text,
    entities: kept.length === 0 ? undefined : kept,
    position,
    is_manual: true,
  });
}

/** Where the quotation stands in the text with the same formatting: the place nearest to `wanted`. */
function locate(source: FormattedText, quote: FormattedText, wanted: number): number | undefined {
  const places: number[] = [];
  for (let at = source.text.indexOf(quote.text); at >= 0; at = source.text.indexOf(quote.text, at + 1)) {
    if (sameFormatting(source.entities, quote, at)) places.push(at);
  }
  return places.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
}

function sameFormatting(entities: readonly MessageEntity[], quote: FormattedText, at: number): boolean {
  const end = at + quote.text.length;
  const inside = entities.flatMap(({ type, offset, length }) => {
    const from = Math.max(offset, at);
    const to = Math.min(offset + length, end);
    return QUOTED.has(type) && from < to ? [`${type}:${from - at}:${to - at}`] : [];
  });
  const quoted = quote.entities
    .filter((entity) => QUOTED.has(entity.type))
    .map(({ type, offset, length }) => `${type}:${offset}:${offset + length}`);
  return inside.sort().join() === quoted.sort().join();
}
