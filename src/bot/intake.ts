import { BotError } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "../logger.ts";
import { describe, failureOf } from "./failures.ts";
import type { Journal, Taken } from "./journal.ts";

/** Pauses before an update that Telegram could not be answered on is handled again, in milliseconds. */
const REDO_MS = [5_000, 30_000, 120_000, 600_000];
/** A question whose sending was cut short twice is let be: it may have been answered twice already. */
const MAX_SENDS = 2;
/** And so is an update in whose handling the process died so often: it may be the cause. */
const MAX_STARTS = 5;

/** Inline queries come at every keystroke and run out in seconds: no use to a later life, no harm when answered twice. */
const isFleeting = (update: Update): boolean => update.inline_query !== undefined;

/** Runs updates to their end, each once, whichever way they came. */
export interface Intake {
  /** Takes updates on for good; gives those that are new. After this they survive the process. */
  take(updates: readonly Update[]): Promise<readonly Update[]>;
  /** Handles one update. Never throws. */
  run(update: Update): Promise<void>;
  /** Handles what an earlier life of the process left behind; tells how many. */
  resume(): Promise<number>;
  /** Waits until nothing is being handled, at most `ms`; tells whether it came to that. */
  settle(ms: number): Promise<boolean>;
}

export interface IntakeOptions {
  readonly handle: (update: Update) => Promise<void>;
  readonly journal: Journal;
  readonly logger: Logger;
}

/** The intake over a handler and its journal. */
export function createIntake({ handle, journal, logger }: IntakeOptions): Intake {
  const running = new Set<Promise<void>>();
  let stopping = false;

  async function attempt(update: Update, redone: number): Promise<void> {
    const id = update.update_id;
    try {
      await handle(update);
      if (!isFleeting(update)) await journal.finish(id);
    } catch (thrown) {
      const error = thrown instanceof BotError ? thrown.error : thrown;
      const pause = failureOf(error) === "later" ? REDO_MS[redone] : undefined;
      logger.error({ update: id, why: describe(error), again: pause }, "update failed");
      if (pause === undefined) await journal.finish(id);
      else if (!stopping) setTimeout(() => void track(attempt(update, redone + 1)), pause).unref();
    }
  }

  async function track(work: Promise<void>): Promise<void> {
    const safe = work.catch((error: unknown) => logger.error({ why: describe(error) }, "the journal failed"));
    running.add(safe);
    await safe;
    running.delete(safe);
  }

  return {
    take: async (updates) => {
      const kept = await journal.take(updates.filter((update) => !isFleeting(update)));
      const fresh = new Set(kept);
      return updates.filter((update) => fresh.has(update) || isFleeting(update));
    },
    run: async (update) => await track(attempt(update, 0)),
    resume: async () => {
      const left = await journal.reopen();
      const due = left.filter((taken) => taken.starts <= MAX_STARTS && taken.sends.length < MAX_SENDS);
      const given = left.filter((taken) => !due.includes(taken));
      const inDoubt = due.filter((taken) => taken.sends.length > 0).length;
      if (left.length > 0)
        logger.warn({ due: due.length, inDoubt, givenUp: given.length }, "finishing what was cut short");
      await Promise.all(given.map(({ update }: Taken) => journal.finish(update.update_id)));
      // Begun in their order; each chat's own order is kept by the bot.
      for (const { update } of due) void track(attempt(update, 0));
      return due.length;
    },
    settle: async (ms) => {
      stopping = true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), ms);
      });
      const done = await Promise.race([emptied(running), late]);
      clearTimeout(timer);
      return done;
    },
  };
}

async function emptied(running: ReadonlySet<Promise<void>>): Promise<true> {
  while (running.size > 0) await Promise.all(running);
  return true;
}
