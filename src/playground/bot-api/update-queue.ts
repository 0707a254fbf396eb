import type { Update } from "grammy/types";
import { refusal } from "./error-texts.ts";
import type { NewUpdate, World } from "./world/world.ts";

export type UpdateType = Exclude<keyof Update, "update_id">;

/** Every kind of update, each once: the compiler finds one that is missing. */
const UPDATE_KINDS: Readonly<Record<UpdateType, true>> = {
  message: true,
  edited_message: true,
  channel_post: true,
  edited_channel_post: true,
  business_connection: true,
  business_message: true,
  edited_business_message: true,
  deleted_business_messages: true,
  guest_message: true,
  stopped_message_generation: true,
  message_reaction: true,
  message_reaction_count: true,
  inline_query: true,
  chosen_inline_result: true,
  callback_query: true,
  shipping_query: true,
  pre_checkout_query: true,
  purchased_paid_media: true,
  poll: true,
  poll_answer: true,
  my_chat_member: true,
  chat_member: true,
  chat_join_request: true,
  chat_boost: true,
  removed_chat_boost: true,
  managed_bot: true,
  subscription: true,
};
export const UPDATE_TYPES = Object.keys(UPDATE_KINDS) as readonly UpdateType[];

/** Kinds that arrive only when they are asked for by name. */
const ON_REQUEST: ReadonlySet<string> = new Set([
  "chat_member",
  "message_reaction",
  "message_reaction_count",
]);

/** Telegram closes a long poll after 50 seconds at the latest. */
const MAX_POLL_SECONDS = 50;
/** Updates that `redeliver` still knows after they were confirmed. */
const REMEMBERED = 2000;

export interface PollOptions {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly timeout?: number | undefined;
  readonly allowed_updates?: readonly string[] | undefined;
}

interface Poller {
  readonly wake: () => void;
  readonly fail: (error: Error) => void;
}

/** Updates on their way to the bot: numbered, filtered by the remembered kinds, kept until they are confirmed. */
export class UpdateQueue {
  #pending: Update[] = [];
  /** Confirmed updates that are to be handed out once more. */
  #again: Update[] = [];
  #remembered: Update[] = [];
  readonly #world: World;
  #allowed: readonly string[] = [];
  #poller: Poller | undefined;
  /** Told of each update that waits; set while a webhook is. */
  onPending: ((update: Update) => void) | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  get pending(): readonly Update[] {
    return this.#pending;
  }

  get allowedUpdates(): readonly string[] {
    return this.#allowed;
  }

  /** Undefined leaves the remembered kinds as they are; an empty list means the default ones. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds !== undefined) this.#allowed = kinds;
  }

  /** Numbers an update and queues it; undefined where the bot did not ask for its kind. */
  push(fields: NewUpdate): Update | undefined {
    if (!this.#isWanted(fields)) return undefined;
    const update = { update_id: ++this.#world.state.counters.update, ...fields } as Update;
    this.#deliver(update, this.#pending);
    return update;
  }

  /** Queues an update as it is, number included. */
  inject(update: Update): void {
    const { counters } = this.#world.state;
    counters.update = Math.max(counters.update, update.update_id);
    this.#deliver(update, this.#pending);
  }

  /** Hands an update out again under the same number, confirmed or not; false where it is not remembered. */
  redeliver(updateId: number): boolean {
    const update = this.#remembered.find((known) => known.update_id === updateId);
    if (update === undefined) return false;
    this.#again.push(update);
    this.#poller?.wake();
    this.onPending?.(update);
    return true;
  }

  /**
   * A long poll: confirms what is below `offset`, then returns up to `limit` updates, at once or when one comes,
   * or none after `timeout` seconds or when `signal` fires. A poll that is still waiting when another comes is
   * the one that fails, with Telegram's 409.
   */
  async poll(options: PollOptions, signal: AbortSignal): Promise<Update[]> {
    this.#poller?.fail(refusal("otherPoller"));
    this.allow(options.allowed_updates);
    this.#confirm(options.offset ?? 0);
    const seconds = Math.min(Math.max(options.timeout ?? 0, 0), MAX_POLL_SECONDS);
    if (this.#isEmpty && seconds > 0 && !signal.aborted) await this.#wait(seconds * 1000, signal);
    // An abandoned poll takes nothing with it.
    if (signal.aborted) return [];
    const again = this.#again.splice(0);
    const limit = Math.min(Math.max(options.limit ?? 100, 1), 100);
    return [...again, ...this.#pending.slice(0, Math.max(0, limit - again.length))];
  }

  /** Takes an update off the queue: a webhook has accepted it. */
  confirmOne(update: Update): void {
    this.#pending = this.#pending.filter((other) => other !== update);
    this.#again = this.#again.filter((other) => other !== update);
  }

  /** Forgets all that waits. */
  drop(): void {
    this.#pending = [];
    this.#again = [];
  }

  /** Ends a waiting poll with the error. */
  interrupt(error: Error): void {
    this.#poller?.fail(error);
  }

  get #isEmpty(): boolean {
    return this.#pending.length + this.#again.length === 0;
  }

  #isWanted(fields: NewUpdate): boolean {
    const kind = Object.keys(fields)[0] ?? "";
    return this.#allowed.length === 0 ? !ON_REQUEST.has(kind) : this.#allowed.includes(kind);
  }

  #deliver(update: Update, queue: Update[]): void {
    queue.push(update);
    this.#remembered.push(update);
    if (this.#remembered.length > REMEMBERED * 2) this.#remembered = this.#remembered.slice(-REMEMBERED);
    this.#poller?.wake();
    this.onPending?.(update);
  }

  #confirm(offset: number): void {
    if (offset < 0) this.#pending = this.#pending.slice(offset);
    else if (offset > 0) this.#pending = this.#pending.filter((update) => update.update_id >= offset);
  }

  #wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        if (this.#poller === poller) this.#poller = undefined;
        settle();
      };
      const wake = () => finish(resolve);
      const timer = setTimeout(wake, ms);
      const poller: Poller = { wake, fail: (error) => finish(() => reject(error)) };
      signal.addEventListener("abort", wake);
      this.#poller = poller;
    });
  }
}
