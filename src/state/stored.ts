import type { Json } from "./store.ts";

/** A value with its end: milliseconds since 1970, 0 for never. */
export interface Stored {
  readonly v: Json;
  readonly e: number;
}

export const storedUntil = (value: Json, ttlSeconds: number, now: number): Stored => ({
  v: value,
  e: ttlSeconds === 0 ? 0 : now + ttlSeconds * 1000,
});

/** Whether there is an entry and its lifetime is not over. */
export const isLive = (stored: Stored | undefined, now: number): stored is Stored =>
  stored !== undefined && (stored.e === 0 || stored.e > now);

/** The counter after one more count; it keeps the end that its first count set. */
export function counted(before: Stored | undefined, ttlSeconds: number, now: number): Stored {
  if (!isLive(before, now)) return storedUntil(1, ttlSeconds, now);
  return { v: (typeof before.v === "number" ? before.v : 0) + 1, e: before.e };
}
