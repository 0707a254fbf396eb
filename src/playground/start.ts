import type { Assistant } from "../answer/assistant-api.ts";
import { type RunOptions, runBot } from "../bot/run-bot.ts";
import type { Config } from "../config.ts";
import { glossaryFileOf } from "../knowledge/glossary.ts";
import type { Logger } from "../logger.ts";
import { createMemoryStore } from "../state/memory-store.ts";
import type { StateStore } from "../state/store.ts";
import { createActs } from "./acts.ts";
import { EmbeddedBotApi } from "./bot-api/embedded-bot-api.ts";
import { type Details, detailsOf } from "./details.ts";
import { greeting } from "./greeting.ts";
import { HttpError } from "./http-kit.ts";
import { createLibraryPage, type Library, type LibraryPage } from "./library-page/library-page.ts";
import { messageKey } from "./message-view.ts";
import { EventStream } from "./page-events.ts";
import { type PageParts, servePage } from "./page-server.ts";
import { pageState } from "./page-state.ts";
import { buildScene } from "./scene.ts";
import { type TracedAssistant, traceAnswers } from "./traces.ts";

export interface PlaygroundOptions {
  readonly config: Pick<Config, "host" | "port" | "limits" | "knowledgeDir">;
  readonly assistant: Assistant & { readonly library: Library } & Pick<RunOptions, "glossary">;
  readonly logger: Logger;
  /** Where the greeting goes; standard output unless told otherwise. */
  readonly print?: (text: string) => void;
}

/** The playground at work. */
export interface Playground {
  /** Address of the page, without a slash at the end. */
  readonly url: string;
  /** Settles when it was stopped; rejects when the bot cannot go on. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The bot's number on the embedded server; the secret guards nothing, since the server is this process's own. */
const TOKEN = "4200000042:playground-on-loopback";
/** Messages a chat and log entries that are kept: a long afternoon's worth. */
const MEMORY = { historyLimit: 2000, transcriptLimit: 5000 };

/**
 * Starts the embedded Bot API, the bot on it by long polling over HTTP, and the page, all on loopback; prints where the page
 * is and what to ask.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { library, glossary } = options.assistant;
  const { config, logger, print = (text) => void process.stdout.write(text) } = options;
  const api = new EmbeddedBotApi(MEMORY);
  const server = await api.start({ token: TOKEN, botInfo: { can_read_all_group_messages: true } });
  const scene = buildScene(api);
  const beginning = api.snapshot();
  const traced = traceAnswers(options.assistant);
  const store = createMemoryStore();
  const reset = async (): Promise<void> => {
    await forgetAll(store);
    traced.clear();
    api.clearTranscript();
    api.restore(begunAnew(beginning, api.snapshot()));
  };
  const acts = createActs({ api, scene, reset });
  const page = await servePage(
    {
      acts,
      views: {
        state: () => pageState(api, scene, options.assistant),
        ...libraryViews(createLibraryPage(library, glossaryFileOf(config.knowledgeDir))),
        details: (query) => viewDetails(api, traced, query),
      },
      events: new EventStream(api),
      file: (id) => api.fileBytes(id),
      logger,
    },
    config,
  ).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const bot = await runBot({
    token: TOKEN,
    config: { apiRoot: server.url, webhook: undefined, host: config.host, port: 0, limits: config.limits },
    assistant: traced.assistant,
    library,
    ...(glossary === undefined ? {} : { glossary }),
    store,
    logger,
    paced: false,
  });
  print(greeting(page.url, options.assistant));
  return {
    url: page.url,
    ended: bot.ended,
    stop: async () => {
      await bot.stop();
      await page.close();
      await server.close();
      await store.close();
    },
  };
}

function libraryViews(library: LibraryPage): PageParts["views"] {
  const langOf = (query: URLSearchParams) => (query.get("lang") === "en" ? "en" : "zh");
  return {
    knowledge: (query) => library.knowledge(langOf(query)),
    article: (query) => {
      const article = library.article(query.get("id") ?? "", langOf(query));
      if (article === undefined) throw new HttpError(404, "no such article");
      return article;
    },
  };
}

function viewDetails(api: EmbeddedBotApi, traced: TracedAssistant, query: URLSearchParams): Details {
  const chat = Number(query.get("chat"));
  const key = query.get("key") ?? "";
  const message = api.chats().some((known) => known.id === chat)
    ? api.messages(chat).find((candidate) => messageKey(candidate) === key)
    : undefined;
  if (message === undefined) throw new HttpError(404, "no such message");
  return detailsOf(api.transcript, message, (html) => traced.traceOf(html));
}

type WorldState = ReturnType<EmbeddedBotApi["snapshot"]>;

/**
 * The first state with what must go on: the commands that the bot has set, and the numbers of messages, so that no new message
 * is taken for one that the bot answered before.
 */
function begunAnew(beginning: WorldState, now: WorldState): WorldState {
  const chats = Object.entries(beginning.chats).map(([id, chat]) => {
    const { nextMessageId, nextEphemeralId } = now.chats[id] ?? chat;
    return [id, { ...chat, nextMessageId, nextEphemeralId }] as const;
  });
  return { ...beginning, chats: Object.fromEntries(chats), profile: now.profile, counters: now.counters };
}

async function forgetAll(store: StateStore): Promise<void> {
  for (const { key } of await store.list("")) await store.remove(key);
}
