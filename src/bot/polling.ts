import { createConcurrentSink, createRunner, createSource } from "@grammyjs/runner";
import { type Bot, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "../logger.ts";
import { UPDATE_KINDS } from "./create-bot.ts";
import { describe, failureOf } from "./failures.ts";
import type { Intake } from "./intake.ts";

export interface PollingOptions {
  readonly bot: Bot;
  readonly intake: Intake;
  readonly logger: Logger;
  /** Seconds that Telegram may hold a poll open. */
  readonly pollSeconds?: number;
}

/** Running polling. */
export interface Polling {
  /** Settles when polling ends: by `stop`, or rejects when the token is no longer valid. */
  readonly ended: Promise<void>;
  /** Takes no more updates, and confirms those that were taken. */
  stop(): Promise<void>;
}

/** Updates handled at once. */
const CONCURRENCY = 200;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 15_000;
/** How long a poller waits that Telegram turned away for another one. */
const CONFLICT_PAUSE_MS = 5_000;

/**
 * Long polling. Updates are written to the journal before the next poll confirms them; network errors, server errors and
 * another poller are waited out.
 */
export function startPolling({ bot, intake, logger, pollSeconds = 30 }: PollingOptions): Polling {
  let offset = 0;
  let pause = FIRST_PAUSE_MS;

  async function supply(limit: number, signal: AbortSignal): Promise<Update[]> {
    for (;;) {
      try {
        const updates = await poll(Math.max(1, Math.min(limit, 100)), signal);
        const fresh = await intake.take(updates);
        offset = Math.max(offset, (updates.at(-1)?.update_id ?? -1) + 1);
        pause = FIRST_PAUSE_MS;
        return [...fresh];
      } catch (error) {
        if (signal.aborted || failureOf(error) === "unauthorized") throw error;
        const wait = pauseAfter(error, pause);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
        logger.warn({ why: describe(error), wait }, "polling failed, trying again");
        await sleep(wait, signal);
      }
    }
  }

  const poll = async (limit: number, signal: AbortSignal): Promise<Update[]> =>
    await bot.api.getUpdates(
      { offset, limit, timeout: pollSeconds, allowed_updates: UPDATE_KINDS },
      signal as unknown as Parameters<typeof bot.api.getUpdates>[1],
    );

  const source = createSource<Update>({
    supply: supply as unknown as Parameters<typeof createSource<Update>>[0]["supply"],
  });
  const sink = createConcurrentSink<Update, unknown>(
    { consume: async (update) => await intake.run(update) },
    async (error) => logger.error({ why: describe(error) }, "update failed"),
    { concurrency: CONCURRENCY },
  );
  const runner = createRunner(source, sink);
  runner.start();
  return {
    ended: runner.task() ?? Promise.resolve(),
    stop: async () => {
      await runner.stop();
      // What this call brings is dropped here, and comes again after the next start.
      if (offset > 0) await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => undefined);
    },
  };
}

function pauseAfter(error: unknown, pause: number): number {
  if (failureOf(error) === "conflict") return CONFLICT_PAUSE_MS;
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return asked === undefined ? pause : asked * 1000;
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
