import type { ResponseParameters } from "grammy/types";
import { refusal } from "../error-texts.ts";
import type { ChatState, MessageState } from "../world/state.ts";
import type { World } from "../world/world.ts";

/** What a method wants to do in a chat: look, change the bot's own messages, or write. */
type Access = "read" | "edit" | "write";

/** Refusals by the chat's type and the bot's membership in it. */
const OUTSIDE = {
  group: { kicked: "kickedFromGroup", left: "notInGroup" },
  supergroup: { kicked: "kickedFromSupergroup", left: "notInSupergroup" },
  channel: { kicked: "kickedFromChannel", left: "notInChannel" },
} as const;

/** The chat that a call names, if the bot may do there what it wants; else Telegram's refusal. */
export function openChat(world: World, id: number | string, access: Access): ChatState {
  if (id === "") throw refusal("chatIdEmpty");
  const chat = world.findChat(id);
  if (chat === undefined) throw unknownChat(world, id);
  if (chat.migratedTo !== undefined) {
    const parameters: ResponseParameters = { migrate_to_chat_id: chat.migratedTo };
    throw refusal("groupUpgraded", parameters);
  }
  if (chat.chat.type === "private") checkPerson(world, chat.chat.id, access);
  else checkMembership(world, chat, access);
  return chat;
}

function unknownChat(world: World, id: number | string): Error {
  if (id === world.bot.id) return refusal("botsCannotTalk");
  return refusal("chatNotFound");
}

function checkPerson(world: World, userId: number, access: Access): void {
  const person = world.user(userId);
  if (access !== "write") return;
  if (person.user.is_bot) throw refusal("botsCannotTalk");
  if (person.deactivated === true) throw refusal("userDeactivated");
  if (person.blocked) throw refusal("botBlocked");
  if (!person.started) throw refusal("neverStarted");
}

function checkMembership(world: World, chat: ChatState, access: Access): void {
  const type = chat.chat.type as keyof typeof OUTSIDE;
  const member = world.botMember(chat);
  const status = member?.status ?? "left";
  if (status === "kicked") throw refusal(OUTSIDE[type].kicked);
  if (status === "left") {
    const isPublic = chat.chat.username !== undefined && access === "read";
    if (!isPublic) throw refusal(OUTSIDE[type].left);
    return;
  }
  if (access === "write" && type === "channel" && status === "member") throw refusal("channelNeedsAdmin");
  if (access === "write" && member?.canSend === false) throw refusal("noRightToSend");
}

/** The message of that number, or the refusal that names what was to be done with it. */
export function openMessage(
  chat: ChatState,
  messageId: number | undefined,
  absent: Parameters<typeof refusal>[0],
): MessageState {
  const kept = messageId === undefined ? undefined : chat.messages[messageId];
  if (kept === undefined) throw refusal(absent);
  return kept;
}
