import { Bot, type BotConfig, type Context } from "grammy";
import {
  EmbeddedBotApi,
  type EmbeddedBotApiOptions,
  type RunningBotApi,
  type StartOptions,
} from "../../../src/playground/bot-api/embedded-bot-api.ts";

/** A token of the right shape that no bot has. */
export const TOKEN = "4242:test-token-of-no-bot";

/** 2026-01-01T00:00:00Z, in milliseconds. */
const START = 1_767_225_600_000;

/** A clock that a test turns by hand. */
export function handClock(): { now: () => number; advance: (ms: number) => void } {
  let time = START;
  return {
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
  };
}

export interface Stage {
  readonly api: EmbeddedBotApi;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A running server with a fixed clock. */
export async function openStage(
  options: EmbeddedBotApiOptions = {},
  start: Partial<StartOptions> = {},
): Promise<Stage> {
  const api = new EmbeddedBotApi({ clock: () => START, ...options });
  const running: RunningBotApi = await api.start({ token: TOKEN, ...start });
  return { api, url: running.url, close: () => running.close() };
}

/** A grammY bot that talks to the stage. */
export function connectBot(stage: Stage, config: BotConfig<Context> = {}): Bot {
  return new Bot(TOKEN, { ...config, client: { ...config.client, apiRoot: stage.url } });
}

/** Starts polling and resolves once the bot runs; errors of handlers are kept, not thrown. */
export async function startPolling(
  bot: Bot,
  options: Parameters<Bot["start"]>[0] = {},
): Promise<{ errors: unknown[] }> {
  const errors: unknown[] = [];
  bot.catch(({ error }) => {
    errors.push(error);
  });
  await new Promise<void>((resolve, reject) => {
    bot.start({ ...options, onStart: () => resolve() }).catch((error: unknown) => {
      errors.push(error);
      reject(error);
    });
  });
  return { errors };
}

export interface Reply {
  readonly status: number;
  readonly body: {
    readonly ok: boolean;
    readonly result?: unknown;
    readonly error_code?: number;
    readonly description?: string;
    readonly parameters?: Readonly<Record<string, unknown>>;
  };
}

/** One call over HTTP, JSON in and out, past grammY. */
export async function callApi(
  stage: Stage,
  method: string,
  fields: Readonly<Record<string, unknown>> = {},
  token = TOKEN,
): Promise<Reply> {
  const response = await fetch(`${stage.url}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  });
  return { status: response.status, body: (await response.json()) as Reply["body"] };
}
