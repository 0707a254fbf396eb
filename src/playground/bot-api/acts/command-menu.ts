import type { BotCommand, BotCommandScope } from "grammy/types";
import { scopeKey } from "../methods/profile-methods.ts";
import { isAdministrator } from "../world/members.ts";
import type { World } from "../world/world.ts";

/**
 * The commands that a person sees in a chat: the narrowest scope that has any, first in the person's language,
 * then in none (Bot API, "Determining list of commands").
 */
export function commandsFor(world: World, userId: number, chatId: number): readonly BotCommand[] {
  const language = (world.user(userId).user.language_code ?? "").slice(0, 2).toLowerCase();
  for (const scope of scopesOf(world, userId, chatId)) {
    for (const code of new Set([language, ""])) {
      const commands = world.state.profile.commands[scopeKey(scope, code)];
      if (commands !== undefined) return commands;
    }
  }
  return [];
}

function scopesOf(world: World, userId: number, chatId: number): BotCommandScope[] {
  const chat = world.chat(chatId);
  const here: BotCommandScope = { type: "chat", chat_id: chatId };
  if (chat.chat.type === "private") return [here, { type: "all_private_chats" }, { type: "default" }];
  const forAdministrators: BotCommandScope[] = isAdministrator(chat.members[userId])
    ? [{ type: "chat_administrators", chat_id: chatId }]
    : [];
  const allAdministrators: BotCommandScope[] =
    forAdministrators.length > 0 ? [{ type: "all_chat_administrators" }] : [];
  return [
    { type: "chat_member", chat_id: chatId, user_id: userId },
    ...forAdministrators,
    here,
    ...allAdministrators,
    { type: "all_group_chats" },
    { type: "default" },
  ];
}
