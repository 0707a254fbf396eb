import type { Chat, User } from "grammy/types";
import { compact } from "../compact.ts";
import { viewOf } from "../world/members.ts";
import type { ChatState } from "../world/state.ts";
import type { World } from "../world/world.ts";

/** What is known of a new person; a name is given where none is. */
export type NewUser = Partial<
  Pick<User, "first_name" | "last_name" | "username" | "language_code" | "is_bot" | "is_premium">
>;

/** The first user's number; ten digits, like accounts of today. */
const FIRST_USER_ID = 7_000_000_001;

/** A new person, who has not met the bot yet. */
export function createUser(world: World, fields: NewUser): User {
  const number = world.state.counters.user++;
  const user = compact<User>({
    id: FIRST_USER_ID + number,
    is_bot: fields.is_bot ?? false,
    first_name: fields.first_name ?? `User ${number + 1}`,
    last_name: fields.last_name,
    username: fields.username,
    language_code: fields.language_code,
    is_premium: fields.is_premium,
  });
  world.state.users[user.id] = { user, started: false, blocked: false };
  world.events.emit({ type: "user", user });
  return user;
}

/** The private chat with the bot; from now on the bot may write to the person. */
export function openPrivateChat(world: World, userId: number): Chat.PrivateChat {
  const person = world.user(userId);
  person.started = true;
  const known = world.state.chats[userId];
  if (known !== undefined) return known.chat as Chat.PrivateChat;
  const { id, first_name, last_name, username } = person.user;
  const chat = compact<Chat.PrivateChat>({ id, type: "private", first_name, last_name, username });
  world.state.chats[id] = newChatState(chat);
  world.events.emit({ type: "chat", chat });
  return chat;
}

/** A chat without members and messages. */
export function newChatState(chat: Chat): ChatState {
  // In supergroups and channels the first number belongs to the message about their creation.
  const first = chat.type === "supergroup" || chat.type === "channel" ? 2 : 1;
  return {
    chat,
    members: {},
    topics: [],
    messages: {},
    ephemeral: {},
    nextMessageId: first,
    firstMessageId: first,
    nextEphemeralId: 1,
    pinned: [],
  };
}

/** Blocks the bot, or lets it in again; the bot learns of it once. */
export function setBlocked(world: World, userId: number, blocked: boolean): void {
  const person = world.user(userId);
  if (person.blocked === blocked) return;
  const chat = openPrivateChat(world, userId);
  person.blocked = blocked;
  const membership = (isBlocked: boolean) =>
    viewOf({ status: isBlocked ? "kicked" : "member", isAnonymous: false, canSend: true }, world.botUser);
  world.publish({
    my_chat_member: {
      chat,
      from: person.user,
      date: world.now,
      old_chat_member: membership(!blocked),
      new_chat_member: membership(blocked),
    },
  });
}
