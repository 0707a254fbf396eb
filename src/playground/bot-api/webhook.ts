import { setMaxListeners } from "node:events";
import { Agent, request } from "node:http";
import type { Update } from "grammy/types";

/** What `setWebhook` asked for. */
export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
  readonly maxConnections: number;
}

/** A response of the bot's server. */
export interface WebhookResponse {
  readonly status: number;
  readonly reason: string;
  readonly contentType: string;
  readonly body: Buffer;
  /** Seconds of its Retry-After header; 0 without one. */
  readonly retryAfter: number;
}

export interface WebhookCallbacks {
  /** The update was accepted (2xx); the response may hold a method to call. */
  readonly accepted: (update: Update, response: WebhookResponse) => void;
  readonly failed: (update: Update, reason: string) => void;
}

/** Telegram gives up on a response after about a minute. */
const RESPONSE_TIMEOUT_MS = 60_000;
/** Delays grow no further than this (telegram-bot-api's WEBHOOK_MAX_RESEND_TIMEOUT). */
const MAX_DELAY_UNITS = 60;

/**
 * Posts updates to the bot: those of one chat one after another, chats side by side up to the limit of
 * connections. A failed update is sent again at once, then after 2, 4, 8 … units, and holds back the later
 * ones of its chat.
 */
export class WebhookSender {
  readonly settings: WebhookSettings;
  readonly #callbacks: WebhookCallbacks;
  /** Milliseconds of one unit of delay: 1000, less in tests. */
  readonly #unit: number;
  readonly #lines = new Map<string, Update[]>();
  readonly #ready: string[] = [];
  readonly #agent: Agent;
  readonly #stop = new AbortController();
  #active = 0;

  constructor(settings: WebhookSettings, unit: number, callbacks: WebhookCallbacks) {
    this.settings = settings;
    this.#unit = unit;
    this.#callbacks = callbacks;
    this.#agent = new Agent({ keepAlive: true, maxSockets: settings.maxConnections });
    // Each connection listens for the end, and there may be up to a hundred: no leak, whatever Node's limit of ten says.
    setMaxListeners(0, this.#stop.signal);
  }

  push(update: Update): void {
    const key = lineOf(update);
    const line = this.#lines.get(key);
    if (line !== undefined) {
      line.push(update);
      return;
    }
    this.#lines.set(key, [update]);
    this.#ready.push(key);
    this.#start();
  }

  /** Ends every connection; nothing more is sent. */
  close(): void {
    this.#stop.abort();
    this.#agent.destroy();
  }

  #start(): void {
    while (
      this.#active < this.settings.maxConnections &&
      this.#ready.length > 0 &&
      !this.#stop.signal.aborted
    ) {
      const key = this.#ready.shift() as string;
      this.#active++;
      void this.#sendLine(key).finally(() => {
        this.#active--;
        this.#start();
      });
    }
  }

  async #sendLine(key: string): Promise<void> {
    const line = this.#lines.get(key) as Update[];
    for (let update = line[0]; update !== undefined; update = line[0]) {
      if (!(await this.#sendUntilAccepted(update))) return;
      line.shift();
    }
    this.#lines.delete(key);
  }

  /** False when the sender was closed before the update was accepted. */
  async #sendUntilAccepted(update: Update): Promise<boolean> {
    for (let failures = 0; !this.#stop.signal.aborted; failures++) {
      const outcome = await this.#post(update);
      if (this.#stop.signal.aborted) return false;
      if (typeof outcome !== "string" && outcome.status >= 200 && outcome.status <= 299) {
        this.#callbacks.accepted(update, outcome);
        return true;
      }
      const reason =
        typeof outcome === "string"
          ? outcome
          : `Wrong response from the webhook: ${outcome.status} ${outcome.reason}`;
      this.#callbacks.failed(update, reason);
      const asked = typeof outcome === "string" ? 0 : outcome.retryAfter;
      const backoff = failures === 0 ? 0 : Math.min(2 ** failures, MAX_DELAY_UNITS);
      await this.#sleep((asked > 0 ? asked : backoff) * this.#unit);
    }
    return false;
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.#stop.signal.removeEventListener("abort", finish);
        resolve();
      };
      const timer = setTimeout(finish, ms);
      this.#stop.signal.addEventListener("abort", finish);
    });
  }

  /** The response, or what kept it from coming. */
  #post(update: Update): Promise<WebhookResponse | string> {
    const { url, secret } = this.settings;
    const body = Buffer.from(JSON.stringify(update));
    const headers = {
      "content-type": "application/json",
      "content-length": body.length,
      ...(secret !== "" && { "x-telegram-bot-api-secret-token": secret }),
    };
    const options = {
      method: "POST",
      agent: this.#agent,
      signal: this.#stop.signal,
      timeout: RESPONSE_TIMEOUT_MS,
      headers,
    };
    return new Promise((resolve) => {
      const outgoing = request(url, options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", () => resolve("Connection closed"));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            reason: response.statusMessage ?? "",
            contentType: response.headers["content-type"] ?? "",
            body: Buffer.concat(chunks),
            retryAfter: Number(response.headers["retry-after"] ?? 0) || 0,
          }),
        );
      });
      outgoing.on("timeout", () => outgoing.destroy(new Error("Read timeout expired")));
      outgoing.on("error", (error: NodeJS.ErrnoException) => {
        resolve(error.code === "ECONNREFUSED" ? "Connection refused" : error.message || "Connection closed");
      });
      outgoing.end(body);
    });
  }
}

/** Updates of one chat wait for each other; those without a chat, for others of the same person. */
function lineOf(update: Update): string {
  const content = Object.values(update).find((value) => typeof value === "object" && value !== null) as {
    chat?: { id: number };
    message?: { chat: { id: number } };
    from?: { id: number };
    user?: { id: number };
  };
  const chat = content?.chat ?? content?.message?.chat;
  return String(chat?.id ?? content?.from?.id ?? content?.user?.id ?? update.update_id);
}
