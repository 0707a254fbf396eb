import { createHash } from "node:crypto";
import type { Update } from "grammy/types";

/** One line of the log: an update that was made, or a call that was answered. */
export type TranscriptEntry =
  | { readonly kind: "update"; readonly at: number; readonly update: Update }
  | {
      readonly kind: "call";
      readonly at: number;
      readonly method: string;
      readonly params: Readonly<Record<string, unknown>>;
      readonly outcome: CallOutcome;
      /** How the call came: over HTTP, or in the body of a webhook's response. */
      readonly via: "http" | "webhook";
    };

export type CallOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error_code: number; readonly description: string }
  /** A scripted fault broke the connection; `done` tells whether the call took effect. */
  | { readonly ok: false; readonly broken: string; readonly done: boolean };

/** Every call and update in the order the server saw them; the oldest go when `limit` is passed. */
export class Transcript {
  #entries: TranscriptEntry[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(entry: TranscriptEntry): void {
    this.#entries.push(entry);
    // Trimmed in halves, so that a long run does not copy the list at each entry.
    if (this.#entries.length > this.#limit * 2) this.#entries = this.#entries.slice(-this.#limit);
  }

  get entries(): readonly TranscriptEntry[] {
    return this.#entries.length > this.#limit ? this.#entries.slice(-this.#limit) : this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}

/** Fields whose values depend on the clock or on the process. */
const CLOCK_FIELDS = new Set(["at", "date", "edit_date", "last_error_date", "forward_date", "until_date"]);

/**
 * The entries for a golden file: times are 0, polling is left out, query identifiers, file identifiers and
 * inline message identifiers are numbered in the order they first appear, bytes are their SHA-256.
 */
export function normaliseTranscript(entries: readonly TranscriptEntry[]): unknown[] {
  const names = new Map<string, string>();
  return entries
    .filter((entry) => entry.kind !== "call" || entry.method !== "getUpdates")
    .map((entry) => normalise(entry, "", names));
}

const ID_FIELDS: Readonly<Record<string, string>> = {
  callback_query_id: "query",
  inline_query_id: "query",
  guest_query_id: "query",
  inline_message_id: "inline-message",
  file_id: "file",
  file_unique_id: "file-unique",
  chat_instance: "chat-instance",
};

const QUERY_UPDATES = new Set(["callback_query", "inline_query"]);

function normalise(value: unknown, name: string, names: Map<string, string>): unknown {
  if (CLOCK_FIELDS.has(name) && typeof value === "number") return 0;
  if (value instanceof Uint8Array) return `sha256:${createHash("sha256").update(value).digest("hex")}`;
  if (Array.isArray(value)) return value.map((item) => normalise(item, name, names));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([field, inner]) => {
        const isQueryId = field === "id" && QUERY_UPDATES.has(name);
        return [field, normalise(inner, isQueryId ? "callback_query_id" : field, names)];
      }),
    );
  }
  const family = ID_FIELDS[name];
  return family !== undefined && typeof value === "string" ? numbered(family, value, names) : value;
}

function numbered(family: string, value: string, names: Map<string, string>): string {
  const key = `${family}:${value}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  const count = [...names.keys()].filter((other) => other.startsWith(`${family}:`)).length + 1;
  const label = `${family}-${count}`;
  names.set(key, label);
  return label;
}
