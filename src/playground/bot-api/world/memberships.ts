import type { ChatMember, Message, User } from "grammy/types";
import { compact } from "../compact.ts";
import { isPresent, viewOf } from "./members.ts";
import type { ChatState, MemberState } from "./state.ts";
import type { World } from "./world.ts";

/** Changes a membership, with the service message and the updates that Telegram sends about it. */
export function changeMember(
  world: World,
  chat: ChatState,
  userId: number,
  change: Partial<MemberState>,
  actor: User,
): void {
  const isBot = userId === world.bot.id;
  const user = isBot ? world.botUser : world.user(userId).user;
  const before = chat.members[userId];
  const after: MemberState = { status: "member", isAnonymous: false, canSend: true, ...before, ...change };
  const wasPresent = isPresent(before);
  // The service message goes out while the bot can see it: before it leaves, after it comes.
  if (wasPresent && !isPresent(after)) announceLeaving(world, chat, user, actor);
  chat.members[userId] = after;
  if (!wasPresent && isPresent(after)) announceJoining(world, chat, user, actor);
  publishChange(world, chat, isBot, actor, viewOf(before, user), viewOf(after, user));
  world.events.emit({ type: "chat", chat: chat.chat });
}

function announceJoining(world: World, chat: ChatState, user: User, actor: User): void {
  if (chat.chat.type === "channel") return;
  addServiceMessage(world, chat, actor, { new_chat_members: [user] });
}

function announceLeaving(world: World, chat: ChatState, user: User, actor: User): void {
  if (chat.chat.type === "channel") return;
  addServiceMessage(world, chat, actor, { left_chat_member: user });
}

function publishChange(
  world: World,
  chat: ChatState,
  isBot: boolean,
  from: User,
  old_chat_member: ChatMember,
  new_chat_member: ChatMember,
): void {
  const change = { chat: chat.chat, from, date: world.now, old_chat_member, new_chat_member };
  if (isBot) world.publish({ my_chat_member: change });
  else if (world.botMember(chat)?.status === "administrator") world.publish({ chat_member: change });
}

/** A service message, which every bot in the chat gets, unless it caused it. */
export function addServiceMessage(
  world: World,
  chat: ChatState,
  from: User,
  content: Partial<Message>,
): Message {
  const message = compact<Message>({
    message_id: chat.nextMessageId++,
    ...(chat.chat.type === "channel" ? { sender_chat: chat.chat } : { from }),
    date: world.now,
    chat: chat.chat,
    ...content,
  } as Message);
  world.addMessage(chat, { message, byBot: from.id === world.bot.id });
  const isIn = isPresent(world.botMember(chat)) || chat.chat.type === "private";
  if (isIn && from.id !== world.bot.id) {
    world.publish(
      chat.chat.type === "channel" ? { channel_post: message as never } : { message: message as never },
    );
  }
  return message;
}
