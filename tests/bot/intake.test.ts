import { GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createIntake } from "../../src/bot/intake.ts";
import { createJournal } from "../../src/bot/journal.ts";
import { createLogger } from "../../src/logger.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const failure = (error_code: number) =>
  new GrammyError("Call failed!", { ok: false, error_code, description: "x" }, "sendMessage", {});
const update = (update_id: number): Update => ({ update_id });

function build(handle: (update: Update) => Promise<void>) {
  const store = createMemoryStore();
  const journal = createJournal(store);
  const intake = createIntake({ handle, journal, logger: createLogger("silent") });
  return { intake, store, left: async () => (await store.list("taken:")).length };
}

describe("the intake", () => {
  it("finishes an update that was handled, and one that failed for good", async () => {
    const { intake, left } = build(async ({ update_id }) => {
      if (update_id === 2) throw new Error("a mistake of ours");
    });
    for (const taken of await intake.take([update(1), update(2)])) await intake.run(taken);
    expect(await left()).toBe(0);
  });

  it.each([429, 500, 502])("tries again later after %i, until it works", async (code) => {
    let tries = 0;
    const { intake, left } = build(async () => {
      if (++tries < 3) throw failure(code);
    });
    for (const taken of await intake.take([update(1)])) await intake.run(taken);
    expect([tries, await left()]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([tries, await left()]).toEqual([2, 1]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([tries, await left()]).toEqual([3, 0]);
  });

  it("gives up in the end", async () => {
    let tries = 0;
    const { intake, left } = build(async () => {
      tries++;
      throw failure(500);
    });
    for (const taken of await intake.take([update(1)])) await intake.run(taken);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([tries, await left()]).toEqual([5, 0]);
  });

  it("takes up what was cut short, but not what was sent twice or ended the process again and again", async () => {
    const handled: number[] = [];
    const { intake, store } = build(async ({ update_id }) => void handled.push(update_id));
    const former = createJournal(store);
    await former.take([update(1)]);
    for (let lives = 0; lives < 4; lives++) await former.reopen();
    await former.take([3].map(update));
    await former.sending(3);
    await former.reopen();
    await former.take([2, 4].map(update));
    for (const id of [2, 3]) await former.sending(id);
    expect(await intake.resume()).toBe(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(handled).toEqual([2, 4]);
    expect(await store.list("taken:")).toEqual([]);
  });

  it("keeps the order of a batch, and writes nothing down for inline queries", async () => {
    const { intake, store } = build(async () => undefined);
    const inline = { update_id: 2, inline_query: {} } as Update;
    const taken = await intake.take([update(1), inline, update(3), update(1)]);
    expect(taken.map((u) => u.update_id)).toEqual([1, 2, 3]);
    expect((await store.list("")).map((e) => e.key).filter((key) => key.endsWith("2"))).toEqual([]);
  });

  it("waits for what is in hand, but not for ever", async () => {
    const { intake } = build(async () => await new Promise((resolve) => setTimeout(resolve, 1000)));
    for (const taken of await intake.take([update(1)])) void intake.run(taken);
    const early = intake.settle(100);
    await vi.advanceTimersByTimeAsync(100);
    expect(await early).toBe(false);
    const late = intake.settle(5000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await late).toBe(true);
  });
});
