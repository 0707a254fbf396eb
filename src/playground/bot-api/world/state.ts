import type {
  BotCommand,
  Chat,
  ChatMember,
  InlineQueryResult,
  InlineQueryResultsButton,
  MenuButton,
  Message,
  ReactionType,
  User,
} from "grammy/types";

/** Everything that the embedded server remembers, as plain JSON: `snapshot()` is a copy of it. */
export interface WorldState {
  readonly version: 1;
  /** The bot whose memberships these are. */
  botId: number;
  counters: {
    update: number;
    user: number;
    group: number;
    supergroup: number;
    channel: number;
    file: number;
    query: number;
    inlineMessage: number;
  };
  users: Record<string, UserState>;
  chats: Record<string, ChatState>;
  files: Record<string, FileState>;
  profile: BotProfile;
}

/** A person (or another bot) and how they stand with the bot. */
export interface UserState {
  user: User;
  /** Has opened the private chat: before that the bot may not write first. */
  started: boolean;
  blocked: boolean;
  deactivated?: boolean;
}

export type MemberStatus = ChatMember["status"];

export interface MemberState {
  status: MemberStatus;
  isAnonymous: boolean;
  canSend: boolean;
  customTitle?: string;
}

export interface TopicState {
  message_thread_id: number;
  name: string;
  icon_color: number;
}

export interface ChatState {
  chat: Chat;
  description?: string;
  /** By user id; the bot's own membership stands under its id. Private chats have none. */
  members: Record<string, MemberState>;
  topics: TopicState[];
  /** By message id. */
  messages: Record<string, MessageState>;
  /** By ephemeral message id. */
  ephemeral: Record<string, MessageState>;
  nextMessageId: number;
  /** No message below this number is kept. */
  firstMessageId: number;
  nextEphemeralId: number;
  pinned: number[];
  /** A basic group that became the supergroup of this id. */
  migratedTo?: number;
}

/** A message and what of it never goes over the wire. */
export interface MessageState {
  message: Message;
  /** Written by the bot itself, so the bot may edit it. */
  byBot: boolean;
  /** What editing by `inline_message_id` names. */
  inlineMessageId?: string;
  /** Reactions by actor: a user's id, or "bot". */
  reactions?: Record<string, ReactionType[]>;
}

export interface FileState {
  file_id: string;
  file_unique_id: string;
  file_path: string;
  file_size: number;
  mime_type: string;
  /** The bytes, base64. */
  data: string;
}

/** What the bot set about itself: commands by scope and language, texts by language, menu buttons by chat. */
interface BotProfile {
  commands: Record<string, BotCommand[]>;
  names: Record<string, string>;
  descriptions: Record<string, string>;
  shortDescriptions: Record<string, string>;
  menuButtons: Record<string, MenuButton>;
}

/** An answer to an inline query, as the asker's client gets it. */
export interface InlineAnswer {
  readonly inlineQueryId: string;
  readonly query: string;
  readonly offset: string;
  readonly results: readonly InlineQueryResult[];
  readonly next_offset: string;
  readonly cache_time: number;
  readonly is_personal: boolean;
  readonly button?: InlineQueryResultsButton;
}

/** An answer to a pressed button: a notice, an alert, an address, or nothing to show. */
export interface CallbackAnswer {
  readonly text?: string;
  readonly show_alert: boolean;
  readonly url?: string;
}

/** Small enough to read, large enough not to be taken for the number of a message. */
const FIRST_UPDATE_ID = 100_001;

/** A world without anybody in it. */
export function emptyState(botId: number): WorldState {
  return {
    version: 1,
    botId,
    counters: {
      update: FIRST_UPDATE_ID - 1,
      user: 0,
      group: 0,
      supergroup: 0,
      channel: 0,
      file: 0,
      query: 0,
      inlineMessage: 0,
    },
    users: {},
    chats: {},
    files: {},
    profile: { commands: {}, names: {}, descriptions: {}, shortDescriptions: {}, menuButtons: {} },
  };
}
