/** What may be kept: anything that JSON carries. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** An entry as {@link StateStore.list} gives it. */
export interface Entry {
  readonly key: string;
  readonly value: Json;
}

/**
 * Keys and values with a lifetime: the least that a key–value server offers too, so that another implementation fits
 * without touching those who use it. A promise that resolved means the entry survives the death of this process.
 */
export interface StateStore {
  /** Undefined when absent or past its lifetime. */
  get(key: string): Promise<Json | undefined>;
  /** `ttlSeconds` 0 keeps the entry for good. */
  put(key: string, value: Json, ttlSeconds: number): Promise<void>;
  /** Like {@link put}, but only where there is no live entry; tells whether it wrote. Atomic. */
  add(key: string, value: Json, ttlSeconds: number): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Adds one to a counter and gives the result; a new counter lives `ttlSeconds` from its first count. Atomic. */
  increment(key: string, ttlSeconds: number): Promise<number>;
  /** Live entries whose key begins with `prefix`, in the order of their keys. */
  list(prefix: string): Promise<readonly Entry[]>;
  /** Waits for what is being written, then lets go of the file or connection. */
  close(): Promise<void>;
}

/** Milliseconds since 1970; handed in so that lifetimes can be tested. */
export type Clock = () => number;
