import type { Memory, UiLang } from "../answer/types.ts";
import { KINDS, type Kind } from "./kinds.ts";
import type { Json, StateStore } from "./store.ts";

/** Where a conversation runs: one user in one thread of one chat. */
export interface Seat {
  readonly chat: number;
  readonly thread: number;
  readonly user: number;
}

/** The answer that a question got. */
export interface AnsweredQuestion {
  readonly answer: number;
  readonly text: string;
  /** What the question could take over when it was asked: an edited question starts from there again. */
  readonly before: Memory | null;
}

/** What the bot remembers, in its own words, over any {@link StateStore}. */
export interface BotState {
  language(user: number): Promise<UiLang | undefined>;
  /** `null` goes back to following the question. */
  setLanguage(user: number, lang: UiLang | null): Promise<void>;
  isQuiet(chat: number): Promise<boolean>;
  setQuiet(chat: number, quiet: boolean): Promise<void>;
  topic(seat: Seat): Promise<Memory | null>;
  /** What an answer left for follow-ups; undefined where the message is none of ours or too old. */
  topicOf(chat: number, answer: number): Promise<Memory | null | undefined>;
  answered(chat: number, question: number): Promise<AnsweredQuestion | undefined>;
  /** Keeps which answer belongs to a question message (where there is one), and what follow-ups may take over of it. */
  keepAnswer(
    seat: Seat,
    question: number | undefined,
    kept: AnsweredQuestion,
    memory: Memory | null,
  ): Promise<void>;
  /** False where this person's vote on this answer is the same already. */
  vote(answer: string, user: number, up: boolean): Promise<boolean>;
  /** True the first time within a day. */
  mayHint(chat: number, hint: string): Promise<boolean>;
  /** How many within the running minute, this one included. */
  countQuestion(of: "user" | "chat", id: number): Promise<number>;
  keepQuestion(hash: string, text: string): Promise<void>;
  question(hash: string): Promise<string | undefined>;
  countChosen(resultId: string): Promise<void>;
  countUnanswered(text: string): Promise<void>;
  /** Takes a chat's settings along when Telegram gives it a new id. */
  moveChat(from: number, to: number): Promise<void>;
}

const keyOf = (kind: Kind, ...parts: readonly (string | number)[]): string => [kind, ...parts].join(":");

/** A text short enough for a key, and without the halves of characters and control characters that keys cannot hold. */
const keepable = (text: string): string => text.slice(0, 200).replace(/[\p{Cc}\p{Cs}]/gu, " ");

/** The bot's memory over `store`. */
export function createBotState(store: StateStore): BotState {
  const put = async (kind: Kind, key: string, value: unknown) =>
    await store.put(key, value as Json, KINDS[kind]);
  const get = async <T>(key: string): Promise<T | undefined> => (await store.get(key)) as T | undefined;
  const topicKey = (s: Seat) => keyOf("topic", s.chat, s.thread, s.user);
  const languageKey = (user: number) => keyOf("language", user);
  const quietKey = (chat: number) => keyOf("quiet", chat);
  return {
    language: async (user) => await get<UiLang>(languageKey(user)),
    setLanguage: async (user, lang) =>
      lang === null ? await store.remove(languageKey(user)) : await put("language", languageKey(user), lang),
    isQuiet: async (chat) => (await store.get(quietKey(chat))) === true,
    setQuiet: async (chat, quiet) =>
      quiet ? await put("quiet", quietKey(chat), true) : await store.remove(quietKey(chat)),
    topic: async (seat) => (await get<Memory>(topicKey(seat))) ?? null,
    topicOf: async (chat, answer) => await get<Memory | null>(keyOf("answer", chat, answer)),
    answered: async (chat, question) => await get<AnsweredQuestion>(keyOf("answered", chat, question)),
    keepAnswer: async (seat, question, kept, memory) => {
      await Promise.all([
        question === undefined ? undefined : put("answered", keyOf("answered", seat.chat, question), kept),
        put("answer", keyOf("answer", seat.chat, kept.answer), memory),
        memory === null ? undefined : put("topic", topicKey(seat), memory),
      ]);
    },
    vote: async (answer, user, up) => {
      const key = keyOf("vote", answer, user);
      if ((await store.get(key)) === up) return false;
      await put("vote", key, up);
      return true;
    },
    mayHint: async (chat, hint) => await store.add(keyOf("hint", chat, hint), true, KINDS.hint),
    countQuestion: async (of, id) => await store.increment(keyOf("rate", of, id), KINDS.rate),
    keepQuestion: async (hash, text) => await put("question", keyOf("question", hash), text),
    question: async (hash) => await get<string>(keyOf("question", hash)),
    countChosen: async (resultId) => void (await store.increment(keyOf("chosen", resultId), KINDS.chosen)),
    countUnanswered: async (text) =>
      void (await store.increment(keyOf("unanswered", keepable(text)), KINDS.unanswered)),
    moveChat: async (from, to) => {
      const quiet = await store.get(quietKey(from));
      if (quiet !== undefined) await put("quiet", quietKey(to), quiet);
      await store.remove(quietKey(from));
    },
  };
}
