import type { InlineAnswer } from "./state.ts";

/** Entries kept; the oldest go first. */
const MAX_ENTRIES = 1000;

/** Answers that Telegram repeats without asking the bot, for as long as they allow: `cache_time` seconds. */
export class InlineCache {
  readonly #clock: () => number;
  readonly #entries = new Map<string, { readonly answer: InlineAnswer; readonly until: number }>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** The answer that still holds for the person's query; undefined where the bot has to be asked. */
  find(userId: number, query: string, offset: string): InlineAnswer | undefined {
    const entry = this.#entries.get(keyOf(query, offset, userId)) ?? this.#entries.get(keyOf(query, offset));
    return entry !== undefined && entry.until > this.#clock() ? entry.answer : undefined;
  }

  /** Keeps an answer: for everybody, or for the asker alone where it is personal. */
  keep(userId: number, answer: InlineAnswer): void {
    if (answer.cache_time === 0) return;
    const key = answer.is_personal
      ? keyOf(answer.query, answer.offset, userId)
      : keyOf(answer.query, answer.offset);
    this.#entries.delete(key);
    this.#entries.set(key, { answer, until: this.#clock() + answer.cache_time * 1000 });
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > MAX_ENTRIES && oldest.done !== true) this.#entries.delete(oldest.value);
  }

  clear(): void {
    this.#entries.clear();
  }
}

function keyOf(query: string, offset: string, userId?: number): string {
  return JSON.stringify([query, offset, userId ?? null]);
}
