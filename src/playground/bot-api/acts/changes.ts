import type { Message, ReactionType } from "grammy/types";
import type { World } from "../world/world.ts";
import { publishMessage, typedText } from "./incoming.ts";

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

/** A person removes a message; bots are not told. */
export function deleteMessage(world: World, chatId: number, messageId: number): void {
  const chat = world.chat(chatId);
  delete chat.messages[messageId];
  chat.pinned = chat.pinned.filter((id) => id !== messageId);
  world.events.emit({ type: "delete", chatId, messageIds: [messageId] });
}
