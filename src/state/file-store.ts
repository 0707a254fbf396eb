import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { open, type RootDatabase } from "lmdb";
import type { Clock, Entry, StateStore } from "./store.ts";
import { counted, isLive, type Stored, storedUntil } from "./stored.ts";

/** How often entries past their lifetime are thrown out of the file. */
const SWEEP_MS = 10 * 60_000;
/** Entries thrown out in one transaction, so that a sweep never holds up an answer. */
const SWEEP_BATCH = 500;

/**
 * State in one LMDB file below `dir`, which is made where it is missing. LMDB writes pages aside and switches over in one
 * step, so a kill at any moment leaves the last committed state, and every awaited write is committed.
 */
export function openFileStore(dir: string, clock: Clock = Date.now): StateStore {
  mkdirSync(dir, { recursive: true });
  const db = open<Stored, string>({ path: join(dir, "state.mdb"), encoding: "json" });
  const timer = setInterval(() => void sweep(db, clock()), SWEEP_MS);
  timer.unref();
  const live = (key: string): Stored | undefined => {
    const stored = db.get(key);
    return isLive(stored, clock()) ? stored : undefined;
  };
  return {
    get: async (key) => live(key)?.v,
    put: async (key, value, ttl) => void (await db.put(key, storedUntil(value, ttl, clock()))),
    add: async (key, value, ttl) =>
      await db.transaction(() => {
        if (live(key) !== undefined) return false;
        void db.put(key, storedUntil(value, ttl, clock()));
        return true;
      }),
    remove: async (key) => void (await db.remove(key)),
    increment: async (key, ttl) =>
      await db.transaction(() => {
        const next = counted(live(key), ttl, clock());
        void db.put(key, next);
        return Number(next.v);
      }),
    list: async (prefix) => listLive(db, prefix, clock()),
    close: async () => {
      clearInterval(timer);
      await db.flushed;
      await db.close();
    },
  };
}

function listLive(db: RootDatabase<Stored, string>, prefix: string, now: number): readonly Entry[] {
  const found: Entry[] = [];
  for (const { key, value } of db.getRange({ start: prefix, end: `${prefix}\uffff` })) {
    if (isLive(value, now)) found.push({ key, value: value.v });
  }
  return found;
}

async function sweep(db: RootDatabase<Stored, string>, now: number): Promise<void> {
  const dead: string[] = [];
  for (const { key, value } of db.getRange()) {
    if (!isLive(value, now)) dead.push(key);
    if (dead.length === SWEEP_BATCH) break;
  }
  await Promise.all(dead.map((key) => db.remove(key)));
}
