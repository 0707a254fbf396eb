import type { BotCommand, Chat, Message, ReactionType, User, UserFromGetMe } from "grammy/types";
import * as asking from "./acts/asking.ts";
import * as changes from "./acts/changes.ts";
import { commandsFor } from "./acts/command-menu.ts";
import * as incoming from "./acts/incoming.ts";
import * as people from "./acts/people.ts";
import { mediaContent, type PersonMedia } from "./acts/person-media.ts";
import * as rooms from "./acts/rooms.ts";
import { wireCopy } from "./compact.ts";
import { entitiesToHtml } from "./text/entities-html.ts";
import { type EventListener, type WorldEvent, waitForEvent } from "./world/events.ts";
import type { NewFile } from "./world/files.ts";
import { changeMember } from "./world/memberships.ts";
import type { CallbackAnswer, InlineAnswer, MemberState, TopicState } from "./world/state.ts";
import type { World } from "./world/world.ts";

/**
 * The people's side of the embedded Telegram: everything a person does is a method here, and everything a page
 * or a test wants to see. Messages are handed out as copies. Naming a user, chat or message that does not exist
 * is a RangeError: a mistake of the caller, not of the bot.
 */
export class WorldApi {
  protected readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** What getMe says. */
  get bot(): UserFromGetMe {
    return this.world.bot;
  }

  /** Changes what getMe says, such as the privacy mode. */
  changeBot(fields: Partial<Omit<UserFromGetMe, "id">>): void {
    this.world.bot = { ...this.world.bot, ...fields };
  }

  // People

  createUser(fields: people.NewUser = {}): User {
    return people.createUser(this.world, fields);
  }

  users(): User[] {
    return Object.values(this.world.state.users).map(({ user }) => user);
  }

  /** Changes a person's language, which later updates carry. */
  setLanguage(userId: number, language_code: string | undefined): void {
    const person = this.world.user(userId);
    const { language_code: _, ...user } = person.user;
    person.user = language_code === undefined ? user : { ...user, language_code };
  }

  /** Opens the private chat with the bot, as pressing its name does; nothing is sent. */
  openPrivateChat(userId: number): Chat.PrivateChat {
    return people.openPrivateChat(this.world, userId);
  }

  /** The person blocks the bot: writing to them is a 403 from now on. */
  block(userId: number): void {
    people.setBlocked(this.world, userId, true);
  }

  unblock(userId: number): void {
    people.setBlocked(this.world, userId, false);
  }

  /** The account is gone: writing to it is a 403. */
  deactivate(userId: number): void {
    this.world.user(userId).deactivated = true;
  }

  // Chats

  createGroup(room: rooms.NewRoom): Chat.GroupChat {
    return rooms.createGroup(this.world, room);
  }

  createSupergroup(room: rooms.NewRoom): Chat.SupergroupChat {
    return rooms.createSupergroup(this.world, room);
  }

  createChannel(room: rooms.NewRoom): Chat.ChannelChat {
    return rooms.createChannel(this.world, room);
  }

  createTopic(chatId: number, name: string, userId: number): TopicState {
    return rooms.createTopic(this.world, chatId, name, userId);
  }

  /** Turns a basic group into a supergroup with a new number; calls with the old one say so. */
  migrateToSupergroup(chatId: number, userId: number): Chat.SupergroupChat {
    return rooms.migrateToSupergroup(this.world, chatId, userId);
  }

  chats(): Chat[] {
    return Object.values(this.world.state.chats).map(({ chat }) => chat);
  }

  topics(chatId: number): readonly TopicState[] {
    return this.world.chat(chatId).topics;
  }

  /** Changes somebody's standing in a chat: joining, leaving, promoting, muting; `userId` may be the bot's. */
  setMember(chatId: number, userId: number, change: Partial<MemberState>, actorId = userId): void {
    const actor = actorId === this.bot.id ? this.world.botUser : this.world.user(actorId).user;
    changeMember(this.world, this.world.chat(chatId), userId, change, actor);
  }

  // What people send

  sendText(userId: number, chatId: number, text: string, options: incoming.SendOptions = {}): Message {
    return wireCopy(incoming.sendText(this.world, userId, chatId, text, options));
  }

  /** A photo, document, voice message or sticker; the bot can download the bytes. */
  sendMedia(
    userId: number,
    chatId: number,
    kind: PersonMedia,
    file: Omit<NewFile, "folder">,
    options: incoming.SendOptions & { readonly caption?: string } = {},
  ): Message {
    const content = mediaContent(this.world, kind, file, options.caption);
    return wireCopy(incoming.sendContent(this.world, userId, chatId, content, options));
  }

  sendLocation(
    userId: number,
    chatId: number,
    latitude: number,
    longitude: number,
    options: incoming.SendOptions = {},
  ): Message {
    const content = { location: { latitude, longitude } };
    return wireCopy(incoming.sendContent(this.world, userId, chatId, content, options));
  }

  /** A message with any content, for the kinds that have no method of their own. */
  sendContent(
    userId: number,
    chatId: number,
    content: Partial<Message>,
    options: incoming.SendOptions = {},
  ): Message {
    return wireCopy(incoming.sendContent(this.world, userId, chatId, content, options));
  }

  /** A person changes an own text message. */
  editText(chatId: number, messageId: number, text: string): Message {
    return wireCopy(changes.editText(this.world, chatId, messageId, text));
  }

  /** A person removes a message; bots are not told. */
  deleteMessage(chatId: number, messageId: number): void {
    changes.deleteMessage(this.world, chatId, messageId);
  }

  react(userId: number, chatId: number, messageId: number, reactions: readonly ReactionType[]): void {
    changes.react(this.world, userId, chatId, messageId, reactions);
  }

  pressButton(
    userId: number,
    chatId: number,
    messageId: number,
    choice: asking.ButtonChoice,
    options: asking.PressOptions = {},
  ): asking.Asked<CallbackAnswer> {
    return asking.pressButton(this.world, userId, chatId, messageId, choice, options);
  }

  askInline(userId: number, query: string, options: asking.InlineOptions = {}): asking.Asked<InlineAnswer> {
    return asking.askInline(this.world, userId, query, options);
  }

  /** Sends a result of an inline answer into a chat. */
  chooseResult(
    userId: number,
    chatId: number,
    answer: InlineAnswer,
    resultId: string,
    options: incoming.SendOptions = {},
  ): Message {
    return wireCopy(asking.chooseResult(this.world, userId, chatId, answer, resultId, options));
  }

  askAsGuest(
    userId: number,
    chatId: number,
    text: string,
    options: incoming.SendOptions = {},
  ): { message: Message; asked: asking.Asked<Message> } {
    return asking.askAsGuest(this.world, userId, chatId, text, options);
  }

  // Reading

  /** The messages of a chat in order, ephemeral ones last; copies. */
  messages(chatId: number): Message[] {
    const { messages, ephemeral } = this.world.chat(chatId);
    return wireCopy([...Object.values(messages), ...Object.values(ephemeral)].map(({ message }) => message));
  }

  /** The reactions to a message by actor: user ids, "bot". */
  reactions(chatId: number, messageId: number): Readonly<Record<string, readonly ReactionType[]>> {
    return wireCopy(this.world.chat(chatId).messages[messageId]?.reactions ?? {});
  }

  pinned(chatId: number): readonly number[] {
    return this.world.chat(chatId).pinned;
  }

  /** The bytes of a file. */
  fileBytes(fileId: string): Buffer | undefined {
    const file = this.world.state.files[fileId];
    return file === undefined ? undefined : Buffer.from(file.data, "base64");
  }

  /** The commands that the person's client shows in the chat, by Telegram's order of scopes and languages. */
  commandsFor(userId: number, chatId: number): readonly BotCommand[] {
    return commandsFor(this.world, userId, chatId);
  }

  /** A message's text or caption as HTML for a page. */
  html(message: Message): string {
    const text = message.text ?? message.caption ?? "";
    return entitiesToHtml(text, message.entities ?? message.caption_entities ?? []);
  }

  /** Calls `listener` for all that happens, until the returned function is called. */
  subscribe(listener: EventListener): () => void {
    return this.world.events.subscribe(listener);
  }

  /** The first thing `pick` finds in what happens from now on; rejects after `withinMs` real milliseconds. */
  waitFor<T>(pick: (event: WorldEvent) => T | undefined, withinMs?: number): Promise<T> {
    return waitForEvent(this.world.events, pick, withinMs);
  }

  /** The bot's next message in a chat. */
  nextBotMessage(chatId: number, withinMs?: number): Promise<Message> {
    return this.waitFor((event) => {
      const isIt =
        event.type === "message" && event.chatId === chatId && event.message.from?.id === this.bot.id;
      return isIt ? event.message : undefined;
    }, withinMs);
  }
}
