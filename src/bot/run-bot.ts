import type { Bot } from "grammy";
import type { Assistant } from "../answer/assistant-api.ts";
import type { Library } from "../charts/answer-trend.ts";
import { createChartRenderer } from "../charts/renderer.ts";
import type { Config } from "../config.ts";
import type { Glossary } from "../knowledge/glossary.ts";
import type { Logger } from "../logger.ts";
import { createBotState } from "../state/bot-state.ts";
import type { StateStore } from "../state/store.ts";
import { createBot } from "./create-bot.ts";
import { describe, failureOf } from "./failures.ts";
import { createIntake } from "./intake.ts";
import { createJournal } from "./journal.ts";
import { setMenu } from "./menu.ts";
import { startPolling } from "./polling.ts";
import { createSurvey } from "./survey.ts";
import { startWebhook } from "./webhook.ts";

export interface RunOptions {
  readonly token: string;
  readonly config: Pick<Config, "apiRoot" | "webhook" | "host" | "port" | "limits">;
  readonly assistant: Assistant;
  /** What trends, coverage and conflicts are read from, and its synonyms; without it there are none. */
  readonly library?: Library;
  readonly glossary?: Glossary;
  readonly store: StateStore;
  readonly logger: Logger;
  /** False for a server that sets no limits on sending. */
  readonly paced?: boolean;
  /** Seconds that a poll may stay open, and that any call may take. */
  readonly pollSeconds?: number;
  readonly callSeconds?: number;
  /** Milliseconds after which the drawing of a picture is given up. */
  readonly drawMs?: number;
}

/** The bot at work. */
export interface RunningBot {
  readonly username: string;
  /** The port of the webhook; undefined with polling. */
  readonly port: number | undefined;
  /** Settles when it was stopped; rejects when it cannot go on. */
  readonly ended: Promise<void>;
  /** Takes no more updates, finishes those in hand, and confirms them. */
  stop(): Promise<void>;
}

/** The Bot API server does not know the token. */
class TokenError extends Error {
  override readonly name = "TokenError";
  constructor(apiRoot: string) {
    super(`BOT_TOKEN is not accepted by ${apiRoot}: check it with @BotFather`);
  }
}

/** How long answers in hand may take once a stop was asked for. */
const SETTLE_MS = 8_000;
/** The first picture opens the fonts, which takes a second on a slow machine; whoever pressed the button waits no longer than this. */
const DRAW_MS = 10_000;

/** Connects the bot and sets it to work, by webhook where the settings name one. Throws {@link TokenError}. */
export async function runBot(options: RunOptions): Promise<RunningBot> {
  const { token, config, assistant, store, logger, paced = true, pollSeconds, callSeconds } = options;
  const charts = createChartRenderer({ timeout: options.drawMs ?? DRAW_MS });
  const deps = {
    assistant,
    library: options.library,
    survey: createSurvey(options.library, options.glossary),
    charts,
    state: createBotState(store),
    logger,
    limits: config.limits,
    now: Date.now,
  };
  const patience = callSeconds === undefined ? {} : { callSeconds };
  const journal = createJournal(store);
  const beforeSend = async (id: number): Promise<void> => await journal.sending(id);
  const bot = createBot({ token, apiRoot: config.apiRoot, deps, beforeSend, paced, ...patience });
  await meet(bot, config.apiRoot, logger);
  const intake = createIntake({
    handle: async (update) => await bot.handleUpdate(update),
    journal,
    logger,
  });
  await intake.resume();
  void setMenu(bot.api, logger);
  const source =
    config.webhook === undefined
      ? await poll({ bot, intake, logger, ...(pollSeconds === undefined ? {} : { pollSeconds }) })
      : await listen({ bot, intake, logger, ...config.webhook, host: config.host, port: config.port });
  logger.info(
    { bot: bot.botInfo.username, articles: assistant.articles("zh-Hans").length },
    "the bot is ready",
  );
  return {
    username: bot.botInfo.username,
    port: source.port,
    ended: source.ended.catch((error: unknown) => {
      throw failureOf(error) === "unauthorized" ? new TokenError(config.apiRoot) : error;
    }),
    stop: async () => {
      await source.stop();
      if (!(await intake.settle(SETTLE_MS)))
        logger.warn("stopped before every answer was sent; the rest follows after the start");
      await charts.close();
    },
  };
}

/** Does what a start needs of the server; errors that pass are told and waited out, however long that takes. */
async function waitOut<T>(logger: Logger, act: () => Promise<T>): Promise<T> {
  for (let pause = 500; ; pause = Math.min(30_000, pause * 2)) {
    try {
      return await act();
    } catch (error) {
      if (failureOf(error) !== "later") throw error;
      logger.warn({ why: describe(error), pause }, "the Bot API server cannot be reached, trying again");
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Learns the bot's own name, unlike `bot.init` not in silence. Throws {@link TokenError}. */
async function meet(bot: Bot, apiRoot: string, logger: Logger): Promise<void> {
  try {
    bot.botInfo = await waitOut(logger, async () => await bot.api.getMe());
  } catch (error) {
    const failure = failureOf(error);
    // A token of the wrong form gets 404: the address holds it.
    throw failure === "unauthorized" || failure === "other" ? new TokenError(apiRoot) : error;
  }
}

interface Source {
  readonly port: number | undefined;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

async function poll(options: Parameters<typeof startPolling>[0]): Promise<Source> {
  await waitOut(options.logger, async () => await options.bot.api.deleteWebhook());
  const polling = startPolling(options);
  return { port: undefined, ended: polling.ended, stop: async () => await polling.stop() };
}

async function listen(options: Parameters<typeof startWebhook>[0]): Promise<Source> {
  const webhook = await startWebhook(options);
  await waitOut(options.logger, webhook.register);
  let stopped: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    stopped = resolve;
  });
  return {
    port: webhook.port,
    ended,
    stop: async () => {
      await webhook.stop();
      stopped();
    },
  };
}
