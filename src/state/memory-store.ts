import type { Clock, StateStore } from "./store.ts";
import { counted, isLive, type Stored, storedUntil } from "./stored.ts";

/** State that ends with the process: for tests and for trying things out. */
export function createMemoryStore(clock: Clock = Date.now): StateStore {
  const entries = new Map<string, Stored>();
  const live = (key: string): Stored | undefined => {
    const stored = entries.get(key);
    if (isLive(stored, clock())) return stored;
    entries.delete(key);
    return undefined;
  };
  return {
    get: async (key) => structuredClone(live(key)?.v),
    put: async (key, value, ttl) => void entries.set(key, storedUntil(structuredClone(value), ttl, clock())),
    add: async (key, value, ttl) => {
      if (live(key) !== undefined) return false;
      entries.set(key, storedUntil(structuredClone(value), ttl, clock()));
      return true;
    },
    remove: async (key) => void entries.delete(key),
    increment: async (key, ttl) => {
      const next = counted(live(key), ttl, clock());
      entries.set(key, next);
      return Number(next.v);
    },
    list: async (prefix) =>
      [...entries.keys()]
        .filter((key) => key.startsWith(prefix) && live(key) !== undefined)
        .sort((a, b) => (a < b ? -1 : 1))
        .map((key) => ({ key, value: structuredClone(entries.get(key)?.v ?? null) })),
    close: async () => undefined,
  };
}
