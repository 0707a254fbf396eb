import type { Server } from "node:http";
import type { BotCommand, Chat, Message, ReactionType, Update, User, UserFromGetMe } from "grammy/types";
import { wireCopy } from "./compact.ts";
import { Dispatcher } from "./dispatcher.ts";
import { type Fault, FaultScript } from "./faults.ts";
import { RateLimits } from "./rate-limits.ts";
import { entitiesToHtml } from "./text/entities-html.ts";
import { normaliseTranscript, Transcript, type TranscriptEntry } from "./transcript.ts";
import { UpdateQueue } from "./update-queue.ts";
import { WebhookDelivery } from "./webhook-control.ts";
import { serveHttp } from "./wire/http-server.ts";
import * as asking from "./world/asking.ts";
import { commandsFor } from "./world/command-menu.ts";
import type { EventListener, WorldEvent } from "./world/events.ts";
import type { NewFile } from "./world/files.ts";
import * as incoming from "./world/incoming.ts";
import { changeMember } from "./world/memberships.ts";
import * as people from "./world/people.ts";
import * as rooms from "./world/rooms.ts";
import type { CallbackAnswer, InlineAnswer, MemberState, TopicState, WorldState } from "./world/state.ts";
import { World, type WorldOptions } from "./world/world.ts";

/** Settings of an embedded server; each has a default. */
export interface EmbeddedBotApiOptions extends Partial<WorldOptions> {
  /** Entries that the transcript keeps; 100,000 unless told otherwise. */
  readonly transcriptLimit?: number;
  /** Milliseconds of one unit of the delay between a webhook's repeats: 1000, less in tests. */
  readonly webhookRetryUnit?: number;
}

export interface StartOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** `<id>:<secret>`: what the bot connects with; the id is the bot's. */
  readonly token: string;
  /** What getMe says beyond the defaults. */
  readonly botInfo?: Partial<UserFromGetMe>;
}

/** A running server. */
export interface RunningBotApi {
  /** The `apiRoot` for the bot, without a slash at the end. */
  readonly url: string;
  /** Ends the server, its open calls and its webhook; the world stays as it is. */
  close(): Promise<void>;
}

/** How long the bot may take to answer (Telegram's own times are not published; these are on the short side). */
const QUERY_LIFETIME = { callback: 60_000, inline: 30_000, guest: 30_000 };
const DEFAULTS: WorldOptions = {
  clock: Date.now,
  seed: 1,
  historyLimit: 100_000,
  mentionsPassPrivacy: true,
  queryLifetime: QUERY_LIFETIME,
};

const DEFAULT_BOT: UserFromGetMe = {
  id: 1,
  is_bot: true,
  first_name: "关问",
  username: "guanwen_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_guest_queries: true,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

/**
 * Telegram in a process: chats and people to play with, and a Bot API server on loopback that a bot connects to.
 * Everything a person does is a method here; what the bot does comes over HTTP. With a given clock and seed the
 * same acts give the same numbers, dates and texts.
 */
export class EmbeddedBotApi {
  readonly faults = new FaultScript();
  readonly rates: RateLimits;
  readonly #world: World;
  readonly #updates = new UpdateQueue();
  readonly #transcript: Transcript;
  readonly #webhook: WebhookDelivery;
  readonly #dispatcher: Dispatcher;

  constructor(options: EmbeddedBotApiOptions = {}) {
    const { transcriptLimit = 100_000, webhookRetryUnit = 1000, ...world } = options;
    this.#world = new World(DEFAULT_BOT, { ...DEFAULTS, ...world });
    this.#world.publish = (fields) => this.#published(this.#updates.push(wireCopy(fields)));
    this.rates = new RateLimits(this.#world.options.clock);
    this.#transcript = new Transcript(transcriptLimit);
    this.#webhook = new WebhookDelivery({
      updates: this.#updates,
      now: () => this.#world.now,
      retryUnit: webhookRetryUnit,
      dispatcher: () => this.#dispatcher,
    });
    this.#dispatcher = new Dispatcher({
      world: this.#world,
      updates: this.#updates,
      webhook: this.#webhook,
      rates: this.rates,
      transcript: this.#transcript,
    });
  }

  /** Opens the server on 127.0.0.1. */
  async start({ port = 0, token, botInfo }: StartOptions): Promise<RunningBotApi> {
    const id = Number(/^(\d+):/.exec(token)?.[1]);
    if (!Number.isSafeInteger(id) || id <= 0) throw new RangeError("a token looks like 123456:letters");
    this.#world.become({ ...DEFAULT_BOT, ...botInfo, id });
    const parts = { token, world: this.#world, dispatcher: this.#dispatcher, faults: this.faults };
    const { url, server } = await serveHttp(parts, port);
    return { url, close: () => this.#close(server) };
  }

  async #close(server: Server): Promise<void> {
    this.#webhook.remove();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** What getMe says. */
  get bot(): UserFromGetMe {
    return this.#world.bot;
  }

  /** Changes what getMe says, such as the privacy mode. */
  changeBot(fields: Partial<Omit<UserFromGetMe, "id">>): void {
    this.#world.bot = { ...this.#world.bot, ...fields };
  }

  // People

  createUser(fields: people.NewUser = {}): User {
    return people.createUser(this.#world, fields);
  }

  users(): User[] {
    return Object.values(this.#world.state.users).map(({ user }) => user);
  }

  /** Changes a person's language, which later updates carry. */
  setLanguage(userId: number, language_code: string | undefined): void {
    const person = this.#world.user(userId);
    const { language_code: _, ...user } = person.user;
    person.user = language_code === undefined ? user : { ...user, language_code };
  }

  /** Opens the private chat with the bot, as pressing its name does; nothing is sent. */
  openPrivateChat(userId: number): Chat.PrivateChat {
    return people.openPrivateChat(this.#world, userId);
  }

  /** The person blocks the bot: writing to them is a 403 from now on. */
  block(userId: number): void {
    people.setBlocked(this.#world, userId, true);
  }

  unblock(userId: number): void {
    people.setBlocked(this.#world, userId, false);
  }

  // Chats

  createGroup(room: rooms.NewRoom): Chat.GroupChat {
    return rooms.createGroup(this.#world, room);
  }

  createSupergroup(room: rooms.NewRoom): Chat.SupergroupChat {
    return rooms.createSupergroup(this.#world, room);
  }

  createChannel(room: rooms.NewRoom): Chat.ChannelChat {
    return rooms.createChannel(this.#world, room);
  }

  createTopic(chatId: number, name: string, userId: number): TopicState {
    return rooms.createTopic(this.#world, chatId, name, userId);
  }

  /** Turns a basic group into a supergroup with a new number; calls with the old one say so. */
  migrateToSupergroup(chatId: number, userId: number): Chat.SupergroupChat {
    return rooms.migrateToSupergroup(this.#world, chatId, userId);
  }

  chats(): Chat[] {
    return Object.values(this.#world.state.chats).map(({ chat }) => chat);
  }

  topics(chatId: number): readonly TopicState[] {
    return this.#world.chat(chatId).topics;
  }

  /** Changes somebody's standing in a chat: joining, leaving, promoting, muting; `userId` may be the bot's. */
  setMember(chatId: number, userId: number, change: Partial<MemberState>, actorId = userId): void {
    const actor = actorId === this.bot.id ? this.#world.botUser : this.#world.user(actorId).user;
    changeMember(this.#world, this.#world.chat(chatId), userId, change, actor);
  }

  // What people send

  sendText(userId: number, chatId: number, text: string, options: incoming.SendOptions = {}): Message {
    return wireCopy(incoming.sendText(this.#world, userId, chatId, text, options));
  }

  /** A photo, document, voice message or sticker; the bot can download the bytes. */
  sendMedia(
    userId: number,
    chatId: number,
    kind: incoming.PersonMedia,
    file: Omit<NewFile, "folder">,
    options: incoming.SendOptions & { readonly caption?: string } = {},
  ): Message {
    const content = incoming.mediaContent(this.#world, kind, file, options.caption);
    return wireCopy(incoming.sendContent(this.#world, userId, chatId, content, options));
  }

  sendLocation(
    userId: number,
    chatId: number,
    latitude: number,
    longitude: number,
    options: incoming.SendOptions = {},
  ): Message {
    const content = { location: { latitude, longitude } };
    return wireCopy(incoming.sendContent(this.#world, userId, chatId, content, options));
  }

  /** A message with any content, for the kinds that have no method of their own. */
  sendContent(
    userId: number,
    chatId: number,
    content: Partial<Message>,
    options: incoming.SendOptions = {},
  ): Message {
    return wireCopy(incoming.sendContent(this.#world, userId, chatId, content, options));
  }

  /** A person changes an own text message. */
  editText(chatId: number, messageId: number, text: string): Message {
    return wireCopy(incoming.editText(this.#world, chatId, messageId, text));
  }

  /** A person removes a message; bots are not told. */
  deleteMessage(chatId: number, messageId: number): void {
    delete this.#world.chat(chatId).messages[messageId];
    this.#world.events.emit({ type: "delete", chatId, messageIds: [messageId] });
  }

  react(userId: number, chatId: number, messageId: number, reactions: readonly ReactionType[]): void {
    incoming.react(this.#world, userId, chatId, messageId, reactions);
  }

  pressButton(
    userId: number,
    chatId: number,
    messageId: number,
    choice: asking.ButtonChoice,
    options: asking.PressOptions = {},
  ): asking.Asked<CallbackAnswer> {
    return asking.pressButton(this.#world, userId, chatId, messageId, choice, options);
  }

  askInline(userId: number, query: string, options: asking.InlineOptions = {}): asking.Asked<InlineAnswer> {
    return asking.askInline(this.#world, userId, query, options);
  }

  /** Sends a result of an inline answer into a chat. */
  chooseResult(
    userId: number,
    chatId: number,
    answer: InlineAnswer,
    resultId: string,
    options: incoming.SendOptions = {},
  ): Message {
    return wireCopy(asking.chooseResult(this.#world, userId, chatId, answer, resultId, options));
  }

  askAsGuest(
    userId: number,
    chatId: number,
    text: string,
    options: incoming.SendOptions = {},
  ): { message: Message; asked: asking.Asked<Message> } {
    return asking.askAsGuest(this.#world, userId, chatId, text, options);
  }

  // Reading

  /** The messages of a chat in order, ephemeral ones last; copies. */
  messages(chatId: number): Message[] {
    const { messages, ephemeral } = this.#world.chat(chatId);
    return wireCopy([...Object.values(messages), ...Object.values(ephemeral)].map(({ message }) => message));
  }

  /** The reactions to a message by actor: user ids, "bot". */
  reactions(chatId: number, messageId: number): Readonly<Record<string, readonly ReactionType[]>> {
    return wireCopy(this.#world.chat(chatId).messages[messageId]?.reactions ?? {});
  }

  pinned(chatId: number): readonly number[] {
    return this.#world.chat(chatId).pinned;
  }

  /** The bytes of a file. */
  fileBytes(fileId: string): Buffer | undefined {
    const file = this.#world.state.files[fileId];
    return file === undefined ? undefined : Buffer.from(file.data, "base64");
  }

  /** The commands that the person's client shows in the chat, by Telegram's order of scopes and languages. */
  commandsFor(userId: number, chatId: number): readonly BotCommand[] {
    return commandsFor(this.#world, userId, chatId);
  }

  /** A message's text or caption as HTML for a page. */
  html(message: Message): string {
    const text = message.text ?? message.caption ?? "";
    return entitiesToHtml(text, message.entities ?? message.caption_entities ?? []);
  }

  /** Calls `listener` for all that happens, until the returned function is called. */
  subscribe(listener: EventListener): () => void {
    return this.#world.events.subscribe(listener);
  }

  /** The first thing `pick` finds in what happens from now on; rejects after `withinMs` real milliseconds. */
  waitFor<T>(pick: (event: WorldEvent) => T | undefined, withinMs = 5000): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        unsubscribe();
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`nothing of the kind happened within ${withinMs} ms`));
      }, withinMs);
      const unsubscribe = this.subscribe((event) => {
        const found = pick(event);
        if (found === undefined) return;
        finish();
        resolve(found);
      });
    });
  }

  /** The bot's next message in a chat. */
  nextBotMessage(chatId: number, withinMs?: number): Promise<Message> {
    return this.waitFor((event) => {
      const isIt =
        event.type === "message" && event.chatId === chatId && event.message.from?.id === this.bot.id;
      return isIt ? event.message : undefined;
    }, withinMs);
  }

  // Updates and the transcript

  /** Sends an update as it is; without a number it gets the next one, and passes the filter of kinds. */
  injectUpdate(update: Update | Omit<Update, "update_id">): void {
    if ("update_id" in update) {
      this.#updates.inject(update);
      this.#published(update);
    } else this.#world.publish(update);
  }

  /** Delivers an update again under its number, as Telegram may; false where it is forgotten. */
  redeliver(updateId: number): boolean {
    return this.#updates.redeliver(updateId);
  }

  /** Updates that the bot has not confirmed. */
  get pendingUpdates(): readonly Update[] {
    return this.#updates.pending;
  }

  get transcript(): readonly TranscriptEntry[] {
    return this.#transcript.entries;
  }

  /** The transcript without times and random names, for golden files. */
  normalisedTranscript(): unknown[] {
    return normaliseTranscript(this.#transcript.entries);
  }

  clearTranscript(): void {
    this.#transcript.clear();
  }

  /** Scripts a fault for coming calls. */
  addFault(fault: Fault): void {
    this.faults.add(fault);
  }

  /** The conversations, people and files as JSON. */
  snapshot(): WorldState {
    return wireCopy(this.#world.state);
  }

  /** Goes back to a snapshot; queries that wait for an answer are forgotten, updates on their way are not. */
  restore(state: WorldState): void {
    this.#world.state = wireCopy(state);
    this.#world.pending.clear();
    this.#world.events.emit({ type: "restored" });
  }

  #published(update: Update | undefined): void {
    if (update === undefined) return;
    this.#transcript.add({ kind: "update", at: this.#world.options.clock(), update });
    this.#world.events.emit({ type: "update", update });
  }
}
