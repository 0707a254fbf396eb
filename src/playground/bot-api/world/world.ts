import type { Chat, Message, Update, User, UserFromGetMe } from "grammy/types";
import { wireCopy } from "../compact.ts";
import { EventBus } from "./events.ts";
import { InlineCache } from "./inline-cache.ts";
import { createPendingQueries, type PendingQueries } from "./pending-queries.ts";
import { stableId, stableNumber } from "./random.ts";
import {
  type ChatState,
  emptyState,
  type MemberState,
  type MessageState,
  type UserState,
  type WorldState,
} from "./state.ts";

/** An update before it has its number. */
export type NewUpdate = Omit<Update, "update_id">;

export interface WorldOptions {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly seed: number;
  /** Messages kept a chat; the oldest go first. */
  readonly historyLimit: number;
  /** Whether a plain mention reaches a bot in privacy mode: both are reported of Telegram. */
  readonly mentionsPassPrivacy: boolean;
  /** Milliseconds in which queries may be answered. */
  readonly queryLifetime: Readonly<Record<"callback" | "inline" | "guest", number>>;
}

/** The chats, people and messages behind the wire, and how changes leave it: events and updates. */
export class World {
  readonly options: WorldOptions;
  readonly events = new EventBus();
  readonly pending: PendingQueries;
  readonly inlineCache: InlineCache;
  state: WorldState;
  bot: UserFromGetMe;
  /** Takes each new update; set by the server that delivers them. */
  publish: (update: NewUpdate) => void = () => {};

  constructor(bot: UserFromGetMe, options: WorldOptions) {
    this.bot = bot;
    this.state = emptyState(bot.id);
    this.options = options;
    this.inlineCache = new InlineCache(options.clock);
    this.pending = createPendingQueries(options.clock, options.queryLifetime);
  }

  /** Unix time, seconds. */
  get now(): number {
    return Math.floor(this.options.clock() / 1000);
  }

  /** The bot as it stands in messages. */
  get botUser(): User {
    const { id, is_bot, first_name, username } = this.bot;
    return { id, is_bot, first_name, username };
  }

  /** Gives the bot another identity; its memberships move along. */
  become(bot: UserFromGetMe): void {
    const old = this.state.botId;
    this.bot = bot;
    this.state.botId = bot.id;
    if (old === bot.id) return;
    for (const { members } of Object.values(this.state.chats)) {
      const member = members[old];
      if (member === undefined) continue;
      delete members[old];
      members[bot.id] = member;
    }
  }

  /** Takes another state; queries that wait for an answer are forgotten. */
  restore(state: WorldState): void {
    this.state = state;
    this.become(this.bot);
    this.pending.clear();
    this.inlineCache.clear();
  }

  user(id: number): UserState {
    const user = this.state.users[id];
    if (user === undefined) throw new RangeError(`no user ${id}`);
    return user;
  }

  chat(id: number): ChatState {
    const chat = this.state.chats[id];
    if (chat === undefined) throw new RangeError(`no chat ${id}`);
    return chat;
  }

  /** The chat that a call names: by number, or by @username. */
  findChat(id: number | string): ChatState | undefined {
    if (typeof id === "number") return this.state.chats[id];
    const name = id.replace(/^@/, "").toLowerCase();
    return Object.values(this.state.chats).find(
      ({ chat }) => chat.type !== "private" && chat.username?.toLowerCase() === name,
    );
  }

  /** The bot's own membership; undefined in private chats. */
  botMember(chat: ChatState): MemberState | undefined {
    return chat.members[this.bot.id];
  }

  /** An identifier that no other thing has, the same in every run with this seed. */
  newQueryId(): string {
    return stableNumber(this.options.seed, ++this.state.counters.query);
  }

  newInlineMessageId(): string {
    return stableId(this.options.seed, 1_000_000 + ++this.state.counters.inlineMessage, 27);
  }

  newFileIds(): { number: number; file_id: string; file_unique_id: string } {
    const number = ++this.state.counters.file;
    const { seed } = this.options;
    return {
      number,
      file_id: `AgACAgUAAxk${stableId(seed, 2_000_000 + number, 61)}`,
      file_unique_id: `AQAD${stableId(seed, 3_000_000 + number, 12)}`,
    };
  }

  /** What groups a chat's callback queries; the same for a chat in every run. */
  chatInstance(chat: Chat): string {
    return `-${stableNumber(this.options.seed ^ 0x5bd1e995, Math.abs(chat.id))}`;
  }

  /** Keeps a message under its id and tells the listeners; drops the oldest beyond the history's limit. */
  addMessage(chat: ChatState, kept: MessageState): Message {
    if (kept.message.ephemeral_message_id !== undefined) {
      chat.ephemeral[kept.message.ephemeral_message_id] = kept;
    } else {
      chat.messages[kept.message.message_id] = kept;
      while (chat.nextMessageId - chat.firstMessageId > this.options.historyLimit) {
        delete chat.messages[chat.firstMessageId++];
      }
    }
    this.events.emit({ type: "message", chatId: chat.chat.id, message: wireCopy(kept.message) });
    return kept.message;
  }

  /** Tells the listeners that a message has changed. */
  announceEdit(message: Message): void {
    this.events.emit({ type: "edit", chatId: message.chat.id, message: wireCopy(message) });
  }
}
