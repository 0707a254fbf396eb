import type { Chat } from "grammy/types";
import type { Assistant } from "../answer/assistant-api.ts";
import { uiLangOf } from "../format/phrases.ts";
import type { EmbeddedBotApi } from "./bot-api/embedded-bot-api.ts";
import { fullName, type MessageView, viewMessage } from "./message-view.ts";
import type { Scene } from "./scene.ts";

export interface PersonView {
  readonly id: number;
  readonly name: string;
  readonly username: string;
  readonly language: string;
}

export interface ChatView {
  readonly id: number;
  readonly kind: "private" | "group" | "friends";
  readonly title: string;
  readonly topics: readonly { readonly id: number; readonly name: string }[];
  readonly messages: readonly MessageView[];
  /** The command menu of each person, by user id. */
  readonly commands: Readonly<
    Record<string, readonly { readonly command: string; readonly description: string }[]>
  >;
}

/** All that a page needs to draw itself. */
export interface PageState {
  readonly bot: { readonly id: number; readonly name: string; readonly username: string };
  readonly people: readonly PersonView[];
  readonly chats: readonly ChatView[];
  /** Questions to try, in the language of each person. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
}

/** The world as it stands. */
export function pageState(api: EmbeddedBotApi, scene: Scene, assistant: Assistant): PageState {
  const users = api.users().filter((user) => scene.people.includes(user.id));
  return {
    bot: { id: api.bot.id, name: api.bot.first_name, username: api.bot.username },
    people: users.map((user) => ({
      id: user.id,
      name: fullName(user),
      username: user.username ?? "",
      language: user.language_code ?? "zh-hans",
    })),
    chats: api.chats().map((chat) => viewChat(api, scene, chat)),
    examples: Object.fromEntries(
      users.map((user) => [user.id, assistant.examples(uiLangOf(user.language_code) ?? "zh-Hans")]),
    ),
  };
}

function viewChat(api: EmbeddedBotApi, scene: Scene, chat: Chat): ChatView {
  const seenBy = chat.type === "private" ? [chat.id] : scene.people;
  return {
    id: chat.id,
    kind: chat.type === "private" ? "private" : chat.id === scene.friends ? "friends" : "group",
    title: chat.type === "private" ? api.bot.first_name : (chat.title ?? ""),
    topics: api.topics(chat.id).map((topic) => ({ id: topic.message_thread_id, name: topic.name })),
    messages: api.messages(chat.id).map((message) => viewMessage(message, (m) => api.html(m))),
    commands: Object.fromEntries(
      seenBy.map((user) => [user, chat.id === scene.friends ? [] : api.commandsFor(user, chat.id)]),
    ),
  };
}
