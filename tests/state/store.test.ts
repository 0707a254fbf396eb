import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFileStore } from "../../src/state/file-store.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import type { Clock, StateStore } from "../../src/state/store.ts";

let dir: string;
let now: number;
const clock: Clock = () => now;

/** Every implementation, held to the same cases. */
const STORES: readonly (readonly [name: string, open: () => StateStore])[] = [
  ["in memory", () => createMemoryStore(clock)],
  ["in a file", () => openFileStore(dir, clock)],
];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "guanwen-state-"));
  now = 1_000_000;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe.each(STORES)("state %s", (_, open) => {
  let store: StateStore;
  beforeEach(() => {
    store = open();
  });
  afterEach(async () => await store.close());

  it.each([null, true, 0, -1.5, "关税 😀", [1, [2]], { a: { b: null } }])("gives back %j", async (value) => {
    await store.put("k", value, 0);
    expect(await store.get("k")).toEqual(value);
  });

  it("knows nothing of a key that was never put, or was removed", async () => {
    await store.put("k", 1, 0);
    await store.remove("k");
    await store.remove("other");
    expect([await store.get("k"), await store.get("other")]).toEqual([undefined, undefined]);
  });

  it("forgets an entry when its lifetime is over, and keeps one without", async () => {
    await store.put("short", 1, 10);
    await store.put("long", 1, 0);
    now += 9999;
    expect(await store.get("short")).toBe(1);
    now += 1;
    expect([await store.get("short"), await store.get("long")]).toEqual([undefined, 1]);
    expect((await store.list("")).map((e) => e.key)).toEqual(["long"]);
  });

  it("adds only where there is nothing live", async () => {
    expect(await store.add("k", 1, 10)).toBe(true);
    expect(await store.add("k", 2, 10)).toBe(false);
    expect(await store.get("k")).toBe(1);
    now += 10_000;
    expect(await store.add("k", 3, 10)).toBe(true);
  });

  it("lets one of many who add at once win", async () => {
    const won = await Promise.all(Array.from({ length: 50 }, async (_, i) => await store.add("k", i, 0)));
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  it("counts every increment, until the first one's lifetime is over", async () => {
    await Promise.all(Array.from({ length: 50 }, async () => await store.increment("n", 60)));
    now += 59_999;
    expect(await store.increment("n", 60)).toBe(51);
    now += 1;
    expect(await store.increment("n", 60)).toBe(1);
  });

  it("lists by prefix, in the order of keys", async () => {
    for (const key of ["b:2", "a:1", "b:1", "b", "bb:1", "b:关"]) await store.put(key, key, 0);
    expect((await store.list("b:")).map((e) => e.key)).toEqual(["b:1", "b:2", "b:关"]);
  });

  it("keeps its values apart from the caller's", async () => {
    const value = { list: [1] };
    await store.put("k", value, 0);
    value.list.push(2);
    expect(await store.get("k")).toEqual({ list: [1] });
  });
});

describe("state in a file", () => {
  it("is there again after it was closed", async () => {
    const store = openFileStore(dir, clock);
    await store.put("k", { a: 1 }, 0);
    await store.close();
    const again = openFileStore(dir, clock);
    expect(await again.get("k")).toEqual({ a: 1 });
    await again.close();
  });

  it("makes its folder", async () => {
    const store = openFileStore(join(dir, "deep", "er"), clock);
    await store.put("k", 1, 0);
    await store.close();
  });
});
