import type { AcceptedGiftTypes, ChatFullInfo, ReactionType } from "grammy/types";
import { compact } from "../compact.ts";
import { refusal } from "../error-texts.ts";
import { isPresent, type MemberView, memberView } from "../world/members.ts";
import { addServiceMessage, changeMember } from "../world/memberships.ts";
import { REACTION_EMOJI } from "../world/reactions.ts";
import type { ChatState } from "../world/state.ts";
import type { World } from "../world/world.ts";
import { openChat, openMessage } from "./access.ts";
import type { Handlers } from "./call.ts";
import { repliedMessage } from "./replies.ts";

type ChatMethod =
  | "getChat"
  | "getChatMember"
  | "getChatAdministrators"
  | "getChatMemberCount"
  | "leaveChat"
  | "pinChatMessage"
  | "unpinChatMessage"
  | "unpinAllChatMessages"
  | "setMessageReaction";

/** Chats, their members, pinned messages and reactions. */
export const CHAT_METHODS: Handlers<ChatMethod> = {
  getChat: ({ world }, args) => fullInfo(openChat(world, args.chat_id, "read")),

  getChatMember({ world }, args) {
    const chat = openChat(world, args.chat_id, "read");
    if (args.user_id !== world.bot.id && world.state.users[args.user_id] === undefined)
      throw refusal("userNotFound");
    return memberView(world, chat, args.user_id);
  },

  getChatAdministrators({ world }, args) {
    const chat = openChat(world, args.chat_id, "read");
    if (chat.chat.type === "private") throw refusal("noAdministratorsHere");
    return Object.keys(chat.members)
      .map((id) => memberView(world, chat, Number(id)))
      .filter(
        (member): member is Extract<MemberView, { status: "creator" | "administrator" }> =>
          member.status === "creator" || member.status === "administrator",
      )
      .filter(
        (member) => args.return_bots === true || !member.user.is_bot || member.user.id === world.bot.id,
      );
  },

  getChatMemberCount({ world }, args) {
    const chat = openChat(world, args.chat_id, "read");
    if (chat.chat.type === "private") return 2;
    return Object.values(chat.members).filter(isPresent).length;
  },

  leaveChat({ world }, args) {
    const chat = openChat(world, args.chat_id, "edit");
    if (chat.chat.type === "private") throw refusal("leavePrivate");
    changeMember(world, chat, world.bot.id, { status: "left" }, world.botUser);
    return true;
  },

  pinChatMessage({ world }, args) {
    const chat = openChat(world, args.chat_id, "write");
    checkPinning(world, chat);
    const { message } = openMessage(chat, args.message_id, "pinNotFound");
    chat.pinned = [...chat.pinned.filter((id) => id !== message.message_id), message.message_id];
    world.events.emit({ type: "pin", chatId: chat.chat.id, pinned: chat.pinned });
    addServiceMessage(world, chat, world.botUser, { pinned_message: repliedMessage(message) });
    return true;
  },

  unpinChatMessage({ world }, args) {
    const chat = openChat(world, args.chat_id, "write");
    checkPinning(world, chat);
    const unpinned = args.message_id ?? chat.pinned.at(-1);
    if (unpinned === undefined || !chat.pinned.includes(unpinned)) throw refusal("unpinNotFound");
    return setPinned(
      world,
      chat,
      chat.pinned.filter((id) => id !== unpinned),
    );
  },

  unpinAllChatMessages({ world }, args) {
    const chat = openChat(world, args.chat_id, "write");
    checkPinning(world, chat);
    return setPinned(world, chat, []);
  },

  setMessageReaction({ world }, args) {
    const chat = openChat(world, args.chat_id, "write");
    const kept = openMessage(chat, args.message_id, "reactNotFound");
    const reactions = args.reaction ?? [];
    if (reactions.length > 1) throw refusal("tooManyReactions");
    if (!reactions.every(isAllowed)) throw refusal("reactionInvalid");
    kept.reactions = { ...kept.reactions, bot: [...reactions] };
    if (reactions.length === 0) delete kept.reactions["bot"];
    const { message_id: messageId } = kept.message;
    world.events.emit({ type: "reaction", chatId: chat.chat.id, messageId, actor: "bot", reactions });
    return true;
  },
};

function isAllowed(reaction: ReactionType): boolean {
  return reaction.type === "emoji" && REACTION_EMOJI.includes(reaction.emoji);
}

function setPinned(world: World, chat: ChatState, pinned: number[]): true {
  chat.pinned = pinned;
  world.events.emit({ type: "pin", chatId: chat.chat.id, pinned });
  return true;
}

/** In groups and channels only administrators pin. */
function checkPinning(world: World, chat: ChatState): void {
  if (chat.chat.type === "private") return;
  const status = world.botMember(chat)?.status;
  if (status !== "administrator" && status !== "creator") throw refusal("pinForbidden");
}

/** Gifts are of no interest here; the field is one that every chat has. */
const NO_GIFTS: AcceptedGiftTypes = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

function fullInfo({ chat, description, pinned, messages }: ChatState): ChatFullInfo {
  const pinnedMessage = messages[pinned.at(-1) ?? 0]?.message;
  return compact<Record<string, unknown>>({
    ...chat,
    description,
    pinned_message: pinnedMessage,
    accent_color_id: Math.abs(chat.id) % 7,
    max_reaction_count: 11,
    accepted_gift_types: NO_GIFTS,
  }) as unknown as ChatFullInfo;
}
