import type { Update } from "grammy/types";
import { KINDS } from "../state/kinds.ts";
import type { Json, StateStore } from "../state/store.ts";

/** An update that was taken on. */
export interface Taken {
  readonly update: Update;
  /** In how many lives of the process its handling was begun. */
  readonly starts: number;
  /** In which of these lives a message was about to go out for it: whether it did is not known. */
  readonly sends: readonly number[];
}

/**
 * Which updates were taken on and which are finished, on disk: Telegram forgets an update once it is confirmed, and would
 * send an unconfirmed one again.
 */
export interface Journal {
  /** Takes updates on. Gives those that are new; a second delivery of one is dropped. */
  take(updates: readonly Update[]): Promise<readonly Update[]>;
  /** To be told right before a message goes out for an update. */
  sending(updateId: number): Promise<void>;
  finish(updateId: number): Promise<void>;
  /** What was taken and not finished when the process last ended, in order; each counts one more start. */
  reopen(): Promise<readonly Taken[]>;
}

const takenKey = (id: number): string => `taken:${String(id).padStart(12, "0")}`;
const seenKey = (id: number): string => `seen:${id}`;

/** The journal over `store`. */
export function createJournal(store: StateStore): Journal {
  const keep = async (taken: Taken) =>
    await store.put(takenKey(taken.update.update_id), taken as unknown as Json, KINDS.taken);

  // First what is to be done, then that it was seen: a kill between the two leaves it to be done, never lost.
  async function takeOne(update: Update): Promise<Update | undefined> {
    if ((await store.get(seenKey(update.update_id))) !== undefined) return undefined;
    await keep({ update, starts: 1, sends: [] });
    return (await store.add(seenKey(update.update_id), true, KINDS.seen)) ? update : undefined;
  }

  return {
    take: async (updates) => {
      const ids = updates.map((update) => update.update_id);
      const once = updates.filter((update, i) => ids.indexOf(update.update_id) === i);
      return (await Promise.all(once.map(takeOne))).filter((update) => update !== undefined);
    },
    sending: async (id) => {
      const taken = (await store.get(takenKey(id))) as unknown as Taken | undefined;
      if (taken === undefined || taken.sends.includes(taken.starts)) return;
      await keep({ ...taken, sends: [...taken.sends, taken.starts] });
    },
    finish: async (id) => await store.remove(takenKey(id)),
    reopen: async () => {
      const left = (await store.list("taken:")).map(({ value }) => value as unknown as Taken);
      const again = left.map((taken) => ({ ...taken, starts: taken.starts + 1 }));
      await Promise.all(again.map(keep));
      await Promise.all(again.map(({ update }) => store.add(seenKey(update.update_id), true, KINDS.seen)));
      return again;
    },
  };
}
