import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Bot, webhookCallback } from "grammy";
import type { Update } from "grammy/types";
import { z } from "zod";
import type { Logger } from "../logger.ts";
import { UPDATE_KINDS } from "./create-bot.ts";
import { describe } from "./failures.ts";
import type { Intake } from "./intake.ts";

export interface WebhookOptions {
  readonly bot: Bot;
  readonly intake: Intake;
  readonly logger: Logger;
  /** The public address; its path is the one that updates are taken at. */
  readonly url: string;
  readonly secret: string;
  readonly host: string;
  readonly port: number;
}

/** A running webhook. */
export interface Webhook {
  /** The port that it listens on. */
  readonly port: number;
  /** Tells Telegram the address; the webhook calls itself ready from then on. */
  readonly register: () => Promise<void>;
  /** Takes no more updates; the address stays registered, so that Telegram keeps them for the next start. */
  stop(): Promise<void>;
}

/** Telegram's largest updates stay far below. */
const BODY_LIMIT = 1024 * 1024;
/** Telegram waits a minute for its answer; the update is in the journal by then and goes on by itself. */
const ANSWER_MS = 9_000;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";

const updateSchema = z.looseObject({ update_id: z.int() });

/** Listens for updates. Telegram learns the address by `register`. */
export async function startWebhook(options: WebhookOptions): Promise<Webhook> {
  const { bot, logger, url, secret, host, port } = options;
  const state = { ready: false };
  const handle = updateHandler(options);
  const path = new URL(url).pathname;
  const server = createServer((request, response) => {
    respond(request, response, { path, secret, handle, isReady: () => state.ready }).catch(
      (error: unknown) => {
        logger.error({ why: describe(error) }, "a webhook request failed");
        end(response, 500);
      },
    );
  });
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    register: async () => {
      await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: UPDATE_KINDS });
      state.ready = true;
    },
    stop: async () => {
      state.ready = false;
      await close(server);
    },
  };
}

interface Route {
  readonly path: string;
  readonly secret: string;
  readonly handle: (body: string) => Promise<number>;
  readonly isReady: () => boolean;
}

async function respond(request: IncomingMessage, response: ServerResponse, route: Route): Promise<void> {
  const path = (request.url ?? "").split("?")[0];
  if (path === "/healthz") return end(response, 200);
  if (path === "/readyz") return end(response, route.isReady() ? 200 : 503);
  if (path !== route.path) return end(response, 404);
  if (request.method !== "POST") return end(response, 405);
  if (!isSecret(request.headers[SECRET_HEADER], route.secret)) return end(response, 401);
  const body = await readBody(request);
  if (body === undefined) return end(response, 413);
  end(response, await route.handle(body));
}

/**
 * Takes the update of a body on and hands it to grammY's own webhook handling, which gives up waiting after a while. Tells
 * the status: 400 for what is no update, 200 once it is in the journal, whatever becomes of it.
 */
function updateHandler({ bot, intake, logger }: WebhookOptions): (body: string) => Promise<number> {
  const through = webhookCallback(
    runThrough(bot, intake),
    (update: Update) => ({ update, respond: nothing, unauthorized: nothing }),
    {
      onTimeout: "return",
      timeoutMilliseconds: ANSWER_MS,
    },
  );
  return async (body) => {
    const update = parseUpdate(body);
    if (update === undefined) return 400;
    const [fresh] = await intake.take([update]);
    // Typed as giving nothing back; it gives a promise.
    if (fresh !== undefined) await Promise.resolve(through(fresh) as unknown);
    else logger.debug({ update: update.update_id }, "delivered twice");
    return 200;
  };
}

const nothing = (): void => undefined;

/** The bot, with updates going through the intake, which ends each and throws nothing. */
function runThrough(bot: Bot, intake: Intake): Bot {
  return Object.create(bot, {
    handleUpdate: { value: async (update: Update) => await intake.run(update) },
  }) as Bot;
}

function parseUpdate(body: string): Update | undefined {
  try {
    return updateSchema.parse(JSON.parse(body)) as unknown as Update;
  } catch {
    return undefined;
  }
}

function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const [a, b] = [Buffer.from(typeof given === "string" ? given : ""), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The whole body; undefined where it is too long, and then the rest is not read. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  response.writeHead(status, { connection: status === 413 ? "close" : "keep-alive" }).end();
}

const listen = async (server: Server, host: string, port: number): Promise<void> =>
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });

/** Lets running requests end. A connection that becomes idle meanwhile would stay open for seconds, so they are swept. */
const close = async (server: Server): Promise<void> =>
  await new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
