import type { Chat } from "grammy/types";
import { compact } from "../compact.ts";
import { addServiceMessage, changeMember } from "../world/memberships.ts";
import type { ChatState, MemberStatus, TopicState } from "../world/state.ts";
import type { World } from "../world/world.ts";
import { newChatState } from "./people.ts";

export interface NewRoom {
  readonly title: string;
  /** User id of the owner. */
  readonly creator: number;
  /** User ids of the other members. */
  readonly members?: readonly number[];
  /** The bot's standing: a member unless told otherwise (in channels an administrator); `false` leaves it out. */
  readonly bot?: Extract<MemberStatus, "member" | "administrator"> | false;
  readonly username?: string;
  /** Supergroups with topics. */
  readonly is_forum?: boolean;
  readonly description?: string;
}

/** First numbers of the chats, as far apart as Telegram's: basic groups are negative, the rest has the prefix -100. */
const FIRST_GROUP_ID = -4_000_000_001;
const FIRST_SUPERGROUP_ID = -1_002_000_000_001;
const FIRST_CHANNEL_ID = -1_001_500_000_001;
/** The colour of a new topic's icon (Bot API, createForumTopic). */
const TOPIC_COLOUR = 7322096;

export function createGroup(world: World, room: NewRoom): Chat.GroupChat {
  const id = FIRST_GROUP_ID - world.state.counters.group++;
  return addRoom(world, { id, type: "group", title: room.title }, room) as Chat.GroupChat;
}

export function createSupergroup(world: World, room: NewRoom): Chat.SupergroupChat {
  const id = FIRST_SUPERGROUP_ID - world.state.counters.supergroup++;
  const { title, username, is_forum } = room;
  const forum = is_forum === true ? true : undefined;
  const chat = compact<Chat.SupergroupChat>({ id, type: "supergroup", title, username, is_forum: forum });
  return addRoom(world, chat, room) as Chat.SupergroupChat;
}

export function createChannel(world: World, room: NewRoom): Chat.ChannelChat {
  const id = FIRST_CHANNEL_ID - world.state.counters.channel++;
  const chat = compact<Chat.ChannelChat>({ id, type: "channel", title: room.title, username: room.username });
  return addRoom(world, chat, { ...room, bot: room.bot ?? "administrator" }) as Chat.ChannelChat;
}

function addRoom(world: World, chat: Chat, room: NewRoom): Chat {
  const state: ChatState = newChatState(chat);
  if (room.description !== undefined) state.description = room.description;
  world.state.chats[chat.id] = state;
  state.members[room.creator] = { status: "creator", isAnonymous: false, canSend: true };
  for (const id of room.members ?? [])
    state.members[id] = { status: "member", isAnonymous: false, canSend: true };
  world.events.emit({ type: "chat", chat });
  if (room.bot !== false) {
    changeMember(world, state, world.bot.id, { status: room.bot ?? "member" }, world.user(room.creator).user);
  }
  return chat;
}

/** A new topic of a forum; its number is that of the message which opened it. */
export function createTopic(world: World, chatId: number, name: string, userId: number): TopicState {
  const chat = world.chat(chatId);
  const message_thread_id = chat.nextMessageId;
  const topic: TopicState = { message_thread_id, name, icon_color: TOPIC_COLOUR };
  chat.topics.push(topic);
  addServiceMessage(world, chat, world.user(userId).user, {
    message_thread_id,
    is_topic_message: true,
    forum_topic_created: { name, icon_color: TOPIC_COLOUR },
  });
  return topic;
}

/** Turns a basic group into a supergroup: a new chat with the same members, service messages in both. */
export function migrateToSupergroup(world: World, chatId: number, userId: number): Chat.SupergroupChat {
  const old = world.chat(chatId);
  if (old.chat.type !== "group") throw new RangeError(`chat ${chatId} is no basic group`);
  const id = FIRST_SUPERGROUP_ID - world.state.counters.supergroup++;
  const chat: Chat.SupergroupChat = { id, type: "supergroup", title: old.chat.title };
  const state: ChatState = { ...newChatState(chat), members: structuredClone(old.members) };
  world.state.chats[id] = state;
  const actor = world.user(userId).user;
  addServiceMessage(world, old, actor, { migrate_to_chat_id: id });
  old.migratedTo = id;
  addServiceMessage(world, state, actor, { migrate_from_chat_id: chatId });
  world.events.emit({ type: "chat", chat });
  return chat;
}
