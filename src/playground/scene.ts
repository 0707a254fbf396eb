import type { Message } from "grammy/types";
import type { EmbeddedBotApi } from "./bot-api/embedded-bot-api.ts";

/** The people and chats that the page opens with. */
export interface Scene {
  /** User ids, the first one being whoever sits before the page. */
  readonly people: readonly number[];
  /** A forum group that the bot is a member of. */
  readonly group: number;
  /** A group that the bot is no member of: the place for inline use and guest queries. */
  readonly friends: number;
}

/** One for each language that the bot speaks. */
const PEOPLE = [
  { first_name: "林晓", username: "linxiao", language_code: "zh-hans" },
  { first_name: "陳怡君", username: "yijun", language_code: "zh-hant" },
  { first_name: "Emma", username: "emma_reads", language_code: "en" },
] as const;

const TOPICS = ["数字与对比", "English corner"];

/** Puts people and chats into an empty world. */
export function buildScene(api: EmbeddedBotApi): Scene {
  const people = PEOPLE.map((person) => api.createUser(person).id);
  for (const id of people) api.openPrivateChat(id);
  const [owner = 0, ...others] = people;
  const group = api.createSupergroup({
    title: "海关学习小组",
    creator: owner,
    members: others,
    is_forum: true,
  });
  for (const name of TOPICS) api.createTopic(group.id, name, owner);
  const friends = api.createGroup({ title: "周末饭局", creator: owner, members: others, bot: false });
  return { people, group: group.id, friends: friends.id };
}

/**
 * Sends what a person typed. In the friends' group a text that names the bot goes to it as a guest query, since no
 * ordinary message of that group reaches it.
 */
export function say(
  api: EmbeddedBotApi,
  scene: Scene,
  said: { readonly user: number; readonly chat: number; readonly text: string },
  options: { readonly topic?: number; readonly replyTo?: number; readonly quote?: string },
): Message {
  const { user, chat, text } = said;
  const isGuest = chat === scene.friends && namesBot(text, api.bot.username);
  return isGuest
    ? api.askAsGuest(user, chat, text, options).message
    : api.sendText(user, chat, text, options);
}

const namesBot = (text: string, username: string): boolean =>
  new RegExp(`(?<![\\w@])@${username}(?!\\w)`, "i").test(text);
