import type { Message } from "grammy/types";
import { isAdministrator, isPresent } from "./members.ts";
import type { ChatState } from "./state.ts";
import type { World } from "./world.ts";

/**
 * Whether Telegram hands a person's message to the bot. In groups a bot in privacy mode gets commands for it
 * or for everybody, replies to its messages, messages sent through it inline, and (by option) mentions;
 * an administrator, or a bot without privacy mode, gets all but what other bots write.
 */
export function reachesBot(world: World, chat: ChatState, message: Message): boolean {
  if (chat.chat.type === "private") return true;
  const member = world.botMember(chat);
  if (!isPresent(member)) return false;
  if (chat.chat.type === "channel") return true;
  if (message.from?.is_bot === true && message.sender_chat === undefined) return false;
  if (world.bot.can_read_all_group_messages || isAdministrator(member)) return true;
  return isMeantForBot(world, message);
}

function isMeantForBot(world: World, message: Message): boolean {
  if (message.via_bot?.id === world.bot.id) return true;
  if (message.reply_to_message?.from?.id === world.bot.id) return true;
  if (message.ephemeral_message_id !== undefined) return true;
  return (
    hasCommandFor(message, world.bot.username) ||
    (world.options.mentionsPassPrivacy && mentionsBot(world, message))
  );
}

function covered(message: Message, type: string): string[] {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

/** `/ask` is for every bot, `/ask@name` for one. */
function hasCommandFor(message: Message, username: string): boolean {
  return covered(message, "bot_command").some((command) => {
    const [, target] = command.split("@");
    return target === undefined || target.toLowerCase() === username.toLowerCase();
  });
}

/** Whether the message names the bot, by username or by a link to it. */
export function mentionsBot(world: World, message: Message): boolean {
  const name = `@${world.bot.username}`.toLowerCase();
  if (covered(message, "mention").some((mention) => mention.toLowerCase() === name)) return true;
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some((entity) => entity.type === "text_mention" && entity.user.id === world.bot.id);
}
