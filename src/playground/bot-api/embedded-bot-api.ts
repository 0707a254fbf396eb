import type { Server } from "node:http";
import type { Update, UserFromGetMe } from "grammy/types";
import { wireCopy } from "./compact.ts";
import { Dispatcher } from "./dispatcher.ts";
import { type Fault, FaultScript } from "./faults.ts";
import { RateLimits } from "./rate-limits.ts";
import { normaliseTranscript, Transcript, type TranscriptEntry } from "./transcript.ts";
import { UpdateQueue } from "./update-queue.ts";
import { WebhookDelivery } from "./webhook-control.ts";
import { serveHttp } from "./wire/http-server.ts";
import type { WorldState } from "./world/state.ts";
import { World, type WorldOptions } from "./world/world.ts";
import { WorldApi } from "./world-api.ts";

/** Settings of an embedded server; each has a default. */
export interface EmbeddedBotApiOptions extends Partial<WorldOptions> {
  /** Entries that the transcript keeps; 100,000 unless told otherwise. */
  readonly transcriptLimit?: number;
  /**
   * Number of the first update. Bots that remember what they have seen drop known numbers, so whoever restarts
   * the server beside a bot with a memory starts above the old ones (Unix time will do).
   */
  readonly firstUpdateId?: number;
  /** Milliseconds of one unit of the delay between a webhook's repeats: 1000, less in tests. */
  readonly webhookRetryUnit?: number;
}

export interface StartOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** `<id>:<secret>`: what the bot connects with; the id is the bot's. */
  readonly token: string;
  /** What getMe says beyond the defaults. */
  readonly botInfo?: Partial<UserFromGetMe>;
}

/** A running server. */
export interface RunningBotApi {
  /** The `apiRoot` for the bot, without a slash at the end. */
  readonly url: string;
  /** Ends the server, its open calls and its webhook; the world stays as it is. */
  close(): Promise<void>;
}

/** How long the bot may take to answer (Telegram's own times are not published; these are on the short side). */
const QUERY_LIFETIME = { callback: 60_000, inline: 30_000, guest: 30_000 };
const DEFAULTS: WorldOptions = {
  clock: Date.now,
  seed: 1,
  historyLimit: 100_000,
  mentionsPassPrivacy: true,
  queryLifetime: QUERY_LIFETIME,
};

const DEFAULT_BOT: UserFromGetMe = {
  id: 1,
  is_bot: true,
  first_name: "关问",
  username: "guanwen_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_guest_queries: true,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

/**
 * Telegram in a process: chats and people to play with, and a Bot API server on loopback that a bot connects to.
 * Everything a person does is a method here; what the bot does comes over HTTP. With a given clock and seed the
 * same acts give the same numbers, dates and texts.
 */
export class EmbeddedBotApi extends WorldApi {
  readonly faults = new FaultScript();
  readonly rates: RateLimits;
  readonly #updates: UpdateQueue;
  readonly #transcript: Transcript;
  readonly #webhook: WebhookDelivery;
  readonly #dispatcher: Dispatcher;

  constructor(options: EmbeddedBotApiOptions = {}) {
    const { transcriptLimit = 100_000, webhookRetryUnit = 1000, firstUpdateId, ...world } = options;
    super(new World(DEFAULT_BOT, { ...DEFAULTS, ...world }));
    if (firstUpdateId !== undefined) this.world.state.counters.update = firstUpdateId - 1;
    this.#updates = new UpdateQueue(this.world);
    this.world.publish = (fields) => this.#published(this.#updates.push(wireCopy(fields)));
    this.rates = new RateLimits(this.world.options.clock);
    this.#transcript = new Transcript(transcriptLimit);
    this.#webhook = new WebhookDelivery({
      updates: this.#updates,
      now: () => this.world.now,
      retryUnit: webhookRetryUnit,
      dispatcher: () => this.#dispatcher,
    });
    this.#dispatcher = new Dispatcher({
      world: this.world,
      updates: this.#updates,
      webhook: this.#webhook,
      rates: this.rates,
      transcript: this.#transcript,
    });
  }

  /** Opens the server on 127.0.0.1. */
  async start({ port = 0, token, botInfo }: StartOptions): Promise<RunningBotApi> {
    const id = Number(/^(\d+):/.exec(token)?.[1]);
    if (!Number.isSafeInteger(id) || id <= 0) throw new RangeError("a token looks like 123456:letters");
    this.world.become({ ...DEFAULT_BOT, ...botInfo, id });
    const parts = { token, world: this.world, dispatcher: this.#dispatcher, faults: this.faults };
    const { url, server } = await serveHttp(parts, port);
    return { url, close: () => this.#close(server) };
  }

  async #close(server: Server): Promise<void> {
    this.#webhook.remove();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  // Updates and the transcript

  /** Sends an update as it is; without a number it gets the next one, and passes the filter of kinds. */
  injectUpdate(update: Update | Omit<Update, "update_id">): void {
    if ("update_id" in update) {
      this.#updates.inject(update);
      this.#published(update);
    } else this.world.publish(update);
  }

  /** Delivers an update again under its number, as Telegram may; false where it is forgotten. */
  redeliver(updateId: number): boolean {
    return this.#updates.redeliver(updateId);
  }

  /** Updates that the bot has not confirmed. */
  get pendingUpdates(): readonly Update[] {
    return this.#updates.pending;
  }

  get transcript(): readonly TranscriptEntry[] {
    return this.#transcript.entries;
  }

  /** The transcript without times and random names, for golden files. */
  normalisedTranscript(): unknown[] {
    return normaliseTranscript(this.#transcript.entries);
  }

  clearTranscript(): void {
    this.#transcript.clear();
  }

  /** Scripts a fault for coming calls. */
  addFault(fault: Fault): void {
    this.faults.add(fault);
  }

  /** The conversations, people and files as JSON. */
  snapshot(): WorldState {
    return wireCopy(this.world.state);
  }

  /** Goes back to a snapshot; queries that wait for an answer are forgotten, updates on their way are not. */
  restore(state: WorldState): void {
    const { update } = this.world.state.counters;
    this.world.restore(wireCopy(state));
    // Numbers never go back: the bot may have seen them.
    this.world.state.counters.update = Math.max(update, this.world.state.counters.update);
    this.world.events.emit({ type: "restored" });
  }

  #published(update: Update | undefined): void {
    if (update === undefined) return;
    this.#transcript.add({ kind: "update", at: this.world.options.clock(), update });
    this.world.events.emit({ type: "update", update });
  }
}
