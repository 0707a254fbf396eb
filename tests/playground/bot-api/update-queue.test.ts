import type { Update } from "grammy/types";
import { beforeEach, describe, expect, it } from "vitest";
import { UpdateQueue } from "../../../src/playground/bot-api/update-queue.ts";
import { emptyState } from "../../../src/playground/bot-api/world/state.ts";
import type { World } from "../../../src/playground/bot-api/world/world.ts";

const never = new AbortController().signal;
const texts = (updates: readonly Update[]) => updates.map(({ message }) => message?.text);
const said = (text: string) => ({ message: { text } as never });

let queue: UpdateQueue;
beforeEach(() => {
  queue = new UpdateQueue({ state: emptyState(1) } as World);
});

describe("UpdateQueue", () => {
  it("hands out updates until they are confirmed by a higher offset", async () => {
    const first = queue.push(said("a"));
    queue.push(said("b"));
    expect(texts(await queue.poll({}, never))).toEqual(["a", "b"]);
    expect(texts(await queue.poll({}, never))).toEqual(["a", "b"]);
    expect(texts(await queue.poll({ offset: (first?.update_id ?? 0) + 1 }, never))).toEqual(["b"]);
    expect(texts(await queue.poll({}, never))).toEqual(["b"]);
  });

  it("gives at most as many as asked for, and the last ones for a negative offset", async () => {
    for (const text of ["a", "b", "c"]) queue.push(said(text));
    expect(texts(await queue.poll({ limit: 2 }, never))).toEqual(["a", "b"]);
    expect(texts(await queue.poll({ offset: -1 }, never))).toEqual(["c"]);
    expect(texts(await queue.poll({}, never))).toEqual(["c"]);
  });

  it("waits for an update, and ends the wait when one comes", async () => {
    const waiting = queue.poll({ timeout: 5 }, never);
    queue.push(said("late"));
    expect(texts(await waiting)).toEqual(["late"]);
  });

  it("fails the older of two polls", async () => {
    const older = queue.poll({ timeout: 5 }, never);
    const newer = queue.poll({ timeout: 5 }, never);
    await expect(older).rejects.toMatchObject({
      code: 409,
      description:
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    queue.push(said("x"));
    expect(texts(await newer)).toEqual(["x"]);
  });

  it("forgets a poll whose caller has gone", async () => {
    const gone = new AbortController();
    const poll = queue.poll({ timeout: 5 }, gone.signal);
    gone.abort();
    expect(await poll).toEqual([]);
    queue.push(said("x"));
    expect(texts(await queue.poll({}, never))).toEqual(["x"]);
  });

  it("leaves out what has to be asked for, and remembers what was asked for", async () => {
    expect(queue.push({ message_reaction: {} as never })).toBeUndefined();
    await queue.poll({ allowed_updates: ["message_reaction"] }, never);
    expect(queue.push({ message_reaction: {} as never })).toBeDefined();
    expect(queue.push(said("x"))).toBeUndefined();
    await queue.poll({}, never);
    expect(queue.push(said("x"))).toBeUndefined();
    await queue.poll({ allowed_updates: [] }, never);
    expect(queue.push(said("x"))).toBeDefined();
  });

  it("delivers a confirmed update once more under its number", async () => {
    const update = queue.push(said("a"));
    const id = update?.update_id ?? 0;
    await queue.poll({ offset: id + 1 }, never);
    expect(queue.redeliver(id)).toBe(true);
    expect(await queue.poll({ offset: id + 1 }, never)).toEqual([update]);
    expect(await queue.poll({ offset: id + 1 }, never)).toEqual([]);
    expect(queue.redeliver(5)).toBe(false);
  });

  it("takes injected updates as they are and counts on from them", async () => {
    queue.inject({ update_id: 900_000, poll: {} } as never);
    expect(queue.push(said("a"))?.update_id).toBe(900_001);
  });
});
