import { autoRetry } from "@grammyjs/auto-retry";
import { sequentialize } from "@grammyjs/runner";
import { Bot, type Context, type Transformer } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Deps } from "./deps.ts";
import { describe, failureOf } from "./failures.ts";
import { handleCallback } from "./handlers/callbacks.ts";
import { handleEdit } from "./handlers/edits.ts";
import { handleGuest } from "./handlers/guests.ts";
import { say } from "./handlers/hints.ts";
import { handleChosen, handleInline } from "./handlers/inline.ts";
import { handleMembership } from "./handlers/members.ts";
import { handleMessage } from "./handlers/messages.ts";
import { handleReaction } from "./handlers/reactions.ts";
import { paceMessages } from "./pace.ts";
import { placeOf } from "./place.ts";
import { resendAfterNetworkErrors } from "./resend.ts";

/** What the bot asks Telegram for; Telegram remembers the list, so it is always sent whole. */
export const UPDATE_KINDS = [
  "message",
  "edited_message",
  "channel_post",
  "edited_channel_post",
  "guest_message",
  "inline_query",
  "chosen_inline_result",
  "callback_query",
  "message_reaction",
  "my_chat_member",
] as const;

export interface BotOptions {
  readonly token: string;
  /** The Bot API server. */
  readonly apiRoot: string;
  readonly deps: Deps;
  /** Called right before a message goes out for an update. */
  readonly beforeSend?: (updateId: number) => Promise<void>;
  /** False sends as fast as it can: for a server of one's own. */
  readonly paced?: boolean;
  /** Seconds after which a call is given up; above what a long poll may take. */
  readonly callSeconds?: number;
  /** Spares the call to `getMe`. */
  readonly botInfo?: UserFromGetMe;
}

const CALL_SECONDS = 50;
/** Waits longer than this are left to the intake, which keeps the update for later. */
const RETRY_CAPS = { maxRetryAttempts: 2, maxDelaySeconds: 120, rethrowHttpErrors: true };

/** The bot with all its handlers; it does nothing until updates are handed to it. */
export function createBot(options: BotOptions): Bot {
  const { token, apiRoot, deps, beforeSend, paced = true, callSeconds = CALL_SECONDS, botInfo } = options;
  const bot = new Bot(token, {
    client: { apiRoot, timeoutSeconds: callSeconds },
    ...(botInfo === undefined ? {} : { botInfo }),
  });
  // The last one added is called first: calls are paced, noted, retried as Telegram says, then past broken connections.
  bot.api.config.use(resendAfterNetworkErrors());
  bot.api.config.use(autoRetry(RETRY_CAPS));
  const pace = paceMessages();
  bot.use(sequentialize(orderOf));
  bot.use(async (ctx, next) => {
    ctx.api.config.use(noteSends(async () => await beforeSend?.(ctx.update.update_id)));
    if (paced) ctx.api.config.use(pace);
    await next();
  });
  const handlers = bot.errorBoundary(async ({ error, ctx }) => await excuse(deps, ctx, error));
  handlers.on(["message", "channel_post"], async (ctx) => await handleMessage(deps, bot.botInfo, ctx));
  handlers.on(
    ["edited_message", "edited_channel_post"],
    async (ctx) => await handleEdit(deps, bot.botInfo, ctx),
  );
  handlers.on("callback_query", async (ctx) => await handleCallback(deps, ctx));
  handlers.on("inline_query", async (ctx) => await handleInline(deps, ctx));
  handlers.on("chosen_inline_result", async (ctx) => await handleChosen(deps, ctx));
  handlers.on("guest_message", async (ctx) => await handleGuest(deps, bot.botInfo, ctx));
  handlers.on("message_reaction", async (ctx) => await handleReaction(deps, ctx));
  handlers.on("my_chat_member", async (ctx) => await handleMembership(deps, bot.botInfo, ctx));
  return bot;
}

/** Calls `note` before each call that puts a new message somewhere. */
const noteSends =
  (note: () => Promise<void>): Transformer =>
  async (prev, method, payload, signal) => {
    if (/^(?:send|copy|forward|answerGuest)/.test(method)) await note();
    return await prev(method, payload, signal);
  };

/** Within a chat one after another; inline queries of one person too, so that the last typed is answered last. */
const orderOf = (ctx: Context): string | undefined => {
  const id = ctx.chat?.id ?? ctx.from?.id;
  return id === undefined ? undefined : String(id);
};

/**
 * The boundary around all handlers. What may work later is handed on, to be tried again; anything else is logged, and the
 * asker told, where that was a question.
 */
async function excuse(deps: Deps, ctx: Context, error: unknown): Promise<void> {
  const failure = failureOf(error);
  if (failure === "later" || failure === "unauthorized") throw error;
  if (failure !== "other") return deps.logger.info({ why: describe(error) }, "Telegram refused a call");
  deps.logger.error({ update: ctx.update.update_id, why: describe(error) }, "a handler failed");
  const message = ctx.message;
  // Even this much may be missing in an update that made a handler fail.
  const chat: { readonly type: string } | undefined = message?.chat;
  if (message === undefined || chat?.type !== "private") return;
  await say(deps, ctx, placeOf(message), "failed").catch(() => undefined);
}
