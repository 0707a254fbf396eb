/**
 * @typedef {import("../message-view.ts").MessageView} Message
 * @typedef {import("../page-state.ts").ChatView} Chat
 * @typedef {import("../page-state.ts").PageState} PageState
 * @typedef {import("../page-events.ts").PageEvent} PageEvent
 */

import { read } from "./api.js";
import { langOf } from "./texts.js";

/** Everything that the page shows is drawn from here. */
export const state = {
  /** @type {PageState | null} */ world: null,
  /** Who speaks. */ user: 0,
  /** @type {Chat["kind"]} */ mode: /** @type {Chat["kind"]} */ ("private"),
  /** The topic of the group; 0 is the general one. */ topic: 0,
  /** @type {{ message: Message, quote?: string } | null} */ replyTo: null,
  /** @type {Message | null} */ editing: null,
  isSideOpen: false,
  isPanelOpen: false,
  /** The message that the panel tells about. @type {{ chat: number, key: string } | null} */ selected: null,
  isConnected: true,
  /** Until when each chat shows that the bot is typing. @type {Map<number, number>} */ typing: new Map(),
  /** @type {{ method: string, at: number, error?: string }[]} */ calls: [],
};

/** @type {Set<() => void>} */
const drawers = new Set();
let isScheduled = false;

/** Draws with `drawer` now and whenever something has changed. @param {() => void} drawer */
export function onChange(drawer) {
  drawers.add(drawer);
}

/** Changes what is shown; several changes at once are drawn once. @param {Partial<typeof state>} [changes] */
export function change(changes = {}) {
  Object.assign(state, changes);
  keepChoices();
  if (isScheduled) return;
  isScheduled = true;
  queueMicrotask(() => {
    isScheduled = false;
    for (const drawer of drawers) drawer();
  });
}

/** Choices outlive a reload of the page, in this tab. */
const CHOICES = "guanwen-choices";

function keepChoices() {
  const { user, mode, topic, isPanelOpen } = state;
  sessionStorage.setItem(CHOICES, JSON.stringify({ user, mode, topic, isPanelOpen }));
}

export function recallChoices() {
  try {
    Object.assign(state, JSON.parse(sessionStorage.getItem(CHOICES) ?? "{}"));
  } catch {
    sessionStorage.removeItem(CHOICES);
  }
}

// The world

/** Events that came while the world was being fetched. @type {PageEvent[] | null} */
let waiting = null;
/** The fetch in hand, and whether the world has changed as a whole since it began. @type {Promise<void> | null} */
let fetching = null;
let isStale = false;

/** Fetches the world anew; calls that come meanwhile share one more fetch. @returns {Promise<void>} */
export async function fetchWorld() {
  if (fetching !== null) {
    isStale = true;
    return await fetching;
  }
  fetching = (async () => {
    do {
      isStale = false;
      await fetchOnce();
    } while (isStale);
  })().finally(() => {
    fetching = null;
  });
  return await fetching;
}

/** What happens while the answer is on its way is added to it afterwards. */
async function fetchOnce() {
  waiting = [];
  /** @type {PageState} */
  const world = await read("state");
  const missed = waiting;
  waiting = null;
  const people = world.people.map((person) => person.id);
  if (!people.includes(state.user)) state.user = people[0] ?? 0;
  const group = world.chats.find((chat) => chat.kind === "group");
  if (!group?.topics.some((topic) => topic.id === state.topic)) state.topic = 0;
  change({ world });
  for (const event of missed) apply(event);
}

/** Takes in what the server tells. @param {PageEvent} event */
export function apply(event) {
  if (event.type === "hello" || event.type === "reload") {
    // A server that is away says hello when it is back.
    fetchWorld().catch(() => undefined);
    return;
  }
  if (waiting !== null && event.type !== "call") waiting.push(event);
  if (event.type === "call") change({ calls: [...state.calls.slice(-99), event] });
  if (event.type === "typing") showTyping(event.chat);
  if (event.type === "message") upsert(event.message);
  if (event.type === "gone") forget(event.chat, event.keys);
}

/** Telegram shows a chat action for five seconds at most. */
const TYPING_MS = 5000;

/** @param {number} chat */
function showTyping(chat) {
  state.typing.set(chat, Date.now() + TYPING_MS);
  setTimeout(() => change(), TYPING_MS + 50);
  change();
}

/** @param {Message} message */
function upsert(message) {
  const world = state.world;
  const chat = world?.chats.find((candidate) => candidate.id === message.chat);
  if (world === null || chat === undefined) return;
  if (message.from.id === world.bot.id) state.typing.delete(chat.id);
  const isKnown = chat.messages.some((known) => known.key === message.key);
  const messages = isKnown
    ? chat.messages.map((known) => (known.key === message.key ? message : known))
    : [...chat.messages, message];
  replaceChat({ ...chat, messages });
}

/** @param {number} chatId @param {readonly string[]} keys */
function forget(chatId, keys) {
  const chat = state.world?.chats.find((candidate) => candidate.id === chatId);
  if (chat === undefined) return;
  replaceChat({ ...chat, messages: chat.messages.filter((message) => !keys.includes(message.key)) });
}

/** @param {Chat} chat */
function replaceChat(chat) {
  if (state.world === null) return;
  const chats = state.world.chats.map((known) => (known.id === chat.id ? chat : known));
  change({ world: { ...state.world, chats } });
}

// What follows from the state

/** The person who speaks. */
export const speaker = () => state.world?.people.find((person) => person.id === state.user);

/** The language of the page: the speaker's. */
export const lang = () => langOf(speaker()?.language);

/** The chat of a mode for the speaker. @param {Chat["kind"]} mode @returns {Chat | undefined} */
export const chatOf = (mode) =>
  state.world?.chats.find((chat) =>
    mode === "private" ? chat.kind === "private" && chat.id === state.user : chat.kind === mode,
  );

/** The chat that is open. */
export const openChat = () => chatOf(state.mode);

/** Messages that the speaker sees in a chat, in the open topic where it has topics; ephemeral ones in their time. */
/** @param {Chat} chat @returns {Message[]} */
export function visibleMessages(chat) {
  return chat.messages
    .filter((message) => message.onlyFor === undefined || message.onlyFor === state.user)
    .filter((message) => chat.topics.length === 0 || (message.topic ?? 0) === state.topic)
    .sort((a, b) => a.date - b.date || orderInSecond(a) - orderInSecond(b));
}

/** Within a second ephemeral messages, which have no number of their own there, come after what they answer. */
/** @param {Message} message */
const orderInSecond = (message) => (message.ephemeral === undefined ? message.id : 1e12 + message.ephemeral);
