import type { Message, MessageEntity } from "grammy/types";

/** Who the bot is, as far as addressing needs it. */
export interface Me {
  readonly id: number;
  readonly username: string;
}

/** What a message wants of the bot. */
export type Reading =
  | { readonly kind: "command"; readonly name: string; readonly args: string; readonly about?: string }
  | { readonly kind: "question"; readonly text: string; readonly about?: string }
  /** In private: something that is not text. */
  | { readonly kind: "unsupported" }
  | { readonly kind: "silent" };

const SILENT: Reading = { kind: "silent" };
const COMMAND = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?=\s|$)/;

/** What people send that is no text; anything else without text is Telegram telling of an event. */
const CONTENT: readonly (keyof Message)[] = [
  "sticker",
  "photo",
  "voice",
  "video",
  "video_note",
  "animation",
  "audio",
  "document",
  "contact",
  "location",
  "venue",
  "poll",
  "dice",
  "story",
  "paid_media",
  "checklist",
  "game",
];

/**
 * Reads a message. In private every text is for the bot; elsewhere only a command (bare, or for this bot by name), a mention
 * anywhere, and a reply to the bot's own message. What other bots wrote, and what was sent through this one, is not.
 */
export function readMessage(message: Message, me: Me): Reading {
  if (message.via_bot?.id === me.id || isOtherBot(message)) return SILENT;
  const text = (message.text ?? message.caption ?? "").trim();
  const command = readCommand(text, message, me);
  if (command !== undefined) return command;
  if (message.chat.type === "private") return readPrivate(text, message);
  const entities = message.entities ?? message.caption_entities ?? [];
  const mentioned = withoutMention(text, entities, me);
  if (mentioned !== undefined) return question(mentioned, message);
  return isReplyToBot(message, me) && text !== "" ? question(text, message) : SILENT;
}

function readCommand(text: string, message: Message, me: Me): Reading | undefined {
  const match = COMMAND.exec(text);
  if (match === null) return undefined;
  const [whole, name = "", target] = match;
  if (target !== undefined && target.toLowerCase() !== me.username.toLowerCase()) return SILENT;
  const args = text.slice(whole.length).trim();
  return {
    kind: "command",
    name: name.toLowerCase(),
    args: args === "" ? repliedText(message, me) : args,
    ...pointed(message),
  };
}

function readPrivate(text: string, message: Message): Reading {
  if (text !== "") return question(text, message);
  return CONTENT.some((kind) => kind in message) ? { kind: "unsupported" } : SILENT;
}

/** A bare mention in reply to someone's message asks what that message asks. */
function question(text: string, message: Message): Reading {
  return { kind: "question", text: text === "" ? repliedText(message) : text, ...pointed(message) };
}

/** The part of a message that the asker selected when replying. */
const pointed = (message: Message): { readonly about?: string } =>
  message.quote?.is_manual === true && message.quote.text.trim() !== ""
    ? { about: message.quote.text.trim() }
    : {};

/** Text of the message replied to, where a person wrote it. */
function repliedText(message: Message, me?: Me): string {
  const replied = message.reply_to_message;
  if (replied === undefined || replied.from?.is_bot === true || replied.from?.id === me?.id) return "";
  return (message.quote?.text ?? replied.text ?? replied.caption ?? "").trim();
}

/** The text without the mentions of the bot; undefined where it is not mentioned. */
function withoutMention(text: string, entities: readonly MessageEntity[], me: Me): string | undefined {
  const named = new RegExp(`(?<![\\w@])@${me.username}(?!\\w)`, "gi");
  const byName = named.test(text);
  const byId = entities.some((e) => e.type === "text_mention" && e.user.id === me.id);
  if (!byName && !byId) return undefined;
  return text
    .replace(named, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,，:：、]+/, "")
    .trim();
}

/** A reply to what the bot wrote itself; the first message of a topic counts as replied to by all in it, and is none. */
function isReplyToBot(message: Message, me: Me): boolean {
  const replied = message.reply_to_message;
  return replied?.from?.id === me.id && replied.forum_topic_created === undefined;
}

/** Anonymous admins and channels write through bots of Telegram's own; they have a `sender_chat`. */
const isOtherBot = (message: Message): boolean =>
  message.from?.is_bot === true && message.sender_chat === undefined;

/** Whether a message, not addressed by itself, mentions the bot: one that it should have seen, had it been shown. */
export const mentionsBot = (message: Message | undefined, me: Me): boolean =>
  message !== undefined &&
  withoutMention(message.text ?? message.caption ?? "", message.entities ?? [], me) !== undefined;
