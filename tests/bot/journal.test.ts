import type { Update } from "grammy/types";
import { beforeEach, describe, expect, it } from "vitest";
import { createJournal } from "../../src/bot/journal.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import type { StateStore } from "../../src/state/store.ts";

let store: StateStore;
let now: number;
beforeEach(() => {
  now = 0;
  store = createMemoryStore(() => now);
});

const update = (update_id: number): Update => ({ update_id });
const ids = (list: readonly (Update | { readonly update: Update })[]): number[] =>
  list.map((u) => ("update" in u ? u.update.update_id : u.update_id));

describe("the journal", () => {
  it("takes each update once, within a batch and across batches", async () => {
    const journal = createJournal(store);
    expect(ids(await journal.take([update(1), update(2), update(1)]))).toEqual([1, 2]);
    expect(ids(await journal.take([update(2), update(3)]))).toEqual([3]);
  });

  it("lets one of two takers at once have an update", async () => {
    const [a, b] = [createJournal(store), createJournal(store)];
    const taken = await Promise.all([a.take([update(1)]), b.take([update(1)])]);
    expect(taken.flat()).toHaveLength(1);
  });

  it("gives back what was not finished, in order, and counts how often it was begun", async () => {
    const journal = createJournal(store);
    await journal.take([10, 9, 100, 11].map(update));
    await journal.finish(11);
    expect(await createJournal(store).reopen()).toEqual(
      [9, 10, 100].map((id) => ({ update: update(id), starts: 2, sends: [] })),
    );
    expect((await createJournal(store).reopen()).map((t) => t.starts)).toEqual([3, 3, 3]);
  });

  it("remembers that a message was about to go out", async () => {
    const journal = createJournal(store);
    await journal.take([update(1)]);
    for (const id of [1, 1, 99]) await journal.sending(id);
    expect(await journal.reopen()).toEqual([{ update: update(1), starts: 2, sends: [1] }]);
    await journal.sending(1);
    expect((await journal.reopen())[0]?.sends).toEqual([1, 2]);
  });

  it("drops a second delivery of what a former life took or finished", async () => {
    await createJournal(store).take([update(1), update(2)]);
    const journal = createJournal(store);
    await journal.finish(1);
    await journal.reopen();
    expect(await journal.take([update(1), update(2)])).toEqual([]);
  });

  it("does not lose an update that was written down but not yet marked as seen when the process died", async () => {
    await createJournal(store).take([update(1)]);
    await store.remove("seen:1");
    const journal = createJournal(store);
    expect(ids(await journal.reopen())).toEqual([1]);
    expect(await journal.take([update(1)])).toEqual([]);
  });
});
