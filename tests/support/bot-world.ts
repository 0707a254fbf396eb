import type { Message, UserFromGetMe } from "grammy/types";
import type { Assistant } from "../../src/answer/assistant-api.ts";
import { createAssistant, type LoadedAssistant } from "../../src/assistant.ts";
import { type RunningBot, runBot } from "../../src/bot/run-bot.ts";
import { createLogger } from "../../src/logger.ts";
import {
  EmbeddedBotApi,
  type EmbeddedBotApiOptions,
  type RunningBotApi,
} from "../../src/playground/bot-api/embedded-bot-api.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import type { StateStore } from "../../src/state/store.ts";

export const TOKEN = "123456:test-token-of-no-use";
export const SECRET = "a-secret_1";

let shared: LoadedAssistant | undefined;

/** An assistant, with what it answers from where a test asks for more than answers. */
type AnyAssistant = Assistant & Partial<LoadedAssistant>;

/** The assistant over the shipped library, loaded once for all tests of a file. */
function shippedAssistant(): LoadedAssistant {
  shared ??= createAssistant({ dir: "knowledge" });
  return shared;
}

export interface WorldSettings {
  readonly assistant?: AnyAssistant;
  readonly store?: StateStore;
  readonly by?: "polling" | "webhook";
  readonly api?: EmbeddedBotApiOptions;
  readonly botInfo?: Partial<UserFromGetMe>;
  readonly limits?: { readonly user: number; readonly chat: number };
  readonly paced?: boolean;
  /** Seconds that a call may take. */
  readonly callSeconds?: number;
  /** Milliseconds that the drawing of a picture may take. */
  readonly drawMs?: number;
  readonly logLines?: string[];
}

/** A bot connected over HTTP to a Telegram in this process. */
export interface BotWorld {
  readonly api: EmbeddedBotApi;
  readonly server: RunningBotApi;
  readonly store: StateStore;
  readonly bot: RunningBot;
  /** What the bot has written in a chat, oldest first. */
  said(chatId: number): readonly Message[];
  /** Waits until the bot has written `count` messages in the chat, and gives them. */
  hears(chatId: number, count?: number, withinMs?: number): Promise<readonly Message[]>;
  /** Waits until every update so far was taken and nothing more is being said. */
  quiet(ms?: number): Promise<void>;
  /** Starts another bot on the same server and state. */
  restart(assistant?: AnyAssistant): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both sides. */
export async function startWorld(settings: WorldSettings = {}): Promise<BotWorld> {
  const api = new EmbeddedBotApi({ webhookRetryUnit: 20, ...settings.api });
  const server = await api.start({
    token: TOKEN,
    ...(settings.botInfo === undefined ? {} : { botInfo: settings.botInfo }),
  });
  const store = settings.store ?? createMemoryStore();
  const start = async (assistant = settings.assistant): Promise<RunningBot> =>
    await connect(server.url, store, { ...settings, ...(assistant === undefined ? {} : { assistant }) });
  let bot = await start();
  const said = (chatId: number): readonly Message[] => spoken(api, chatId);
  return {
    api,
    server,
    store,
    get bot() {
      return bot;
    },
    said,
    hears: async (chatId, count = 1, withinMs = 8000) => {
      await until(
        () => said(chatId).length >= count,
        withinMs,
        () => `${said(chatId).length} of ${count} messages in ${chatId}`,
      );
      return said(chatId);
    },
    quiet: async (ms = 80) => {
      await until(
        () => api.pendingUpdates.length === 0,
        8000,
        () => `${api.pendingUpdates.length} updates not taken`,
      );
      await settled(api, ms);
    },
    restart: async (assistant) => {
      bot = await start(assistant);
    },
    stop: async () => {
      await bot.stop();
      await server.close();
      await store.close();
    },
  };
}

async function connect(apiRoot: string, store: StateStore, settings: WorldSettings): Promise<RunningBot> {
  const lines = settings.logLines ?? [];
  const port = settings.by === "webhook" ? await freePort() : 0;
  const webhook =
    settings.by === "webhook" ? { url: `http://127.0.0.1:${port}/hook`, secret: SECRET } : undefined;
  const assistant = settings.assistant ?? shippedAssistant();
  return await runBot({
    token: TOKEN,
    config: { apiRoot, webhook, host: "127.0.0.1", port, limits: settings.limits ?? { user: 0, chat: 0 } },
    assistant,
    ...(assistant.library === undefined ? {} : { library: assistant.library }),
    ...(assistant.glossary === undefined ? {} : { glossary: assistant.glossary }),
    store,
    logger: createLogger("debug", { write: (line) => void lines.push(line) }),
    paced: settings.paced ?? false,
    pollSeconds: 1,
    ...(settings.drawMs === undefined ? {} : { drawMs: settings.drawMs }),
    ...(settings.callSeconds === undefined ? {} : { callSeconds: settings.callSeconds }),
  });
}

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  return await new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** The bot's messages in a chat as they stand now, edits included. */
const spoken = (api: EmbeddedBotApi, chatId: number): readonly Message[] =>
  api.chats().some((chat) => chat.id === chatId)
    ? api
        .messages(chatId)
        .filter((message) => message.from?.id === api.bot.id && message.via_bot === undefined)
    : [];

export async function until(isDone: () => boolean, withinMs: number, what: () => string): Promise<void> {
  const end = Date.now() + withinMs;
  while (!isDone()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function settled(api: EmbeddedBotApi, ms: number): Promise<void> {
  for (let before = -1; before !== calls(api); ) {
    before = calls(api);
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

const calls = (api: EmbeddedBotApi): number =>
  api.transcript.filter((e) => e.kind === "call" && e.method !== "getUpdates").length;
