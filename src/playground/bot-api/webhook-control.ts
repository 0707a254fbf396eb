import type { Update } from "grammy/types";
import { ApiError } from "./api-error.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { WebhookControl } from "./methods/call.ts";
import type { UpdateQueue } from "./update-queue.ts";
import { type WebhookResponse, WebhookSender, type WebhookSettings } from "./webhook.ts";
import { parseBody } from "./wire/request-body.ts";

/** Methods that a webhook's response may not call (telegram-bot-api, WebhookActor). */
const NOT_IN_RESPONSES = /^(?:get.*|setwebhook|deletewebhook|close|logout)$/i;

export interface WebhookDeliveryParts {
  readonly updates: UpdateQueue;
  /** Unix time, seconds. */
  readonly now: () => number;
  /** Milliseconds of one unit of the delay between repeats. */
  readonly retryUnit: number;
  readonly dispatcher: () => Dispatcher;
}

/** Turns the delivery of updates by webhook on and off, and carries out calls that come in responses. */
export class WebhookDelivery implements WebhookControl {
  readonly #parts: WebhookDeliveryParts;
  #sender: WebhookSender | undefined;
  #lastError: { date: number; message: string } | undefined;

  constructor(parts: WebhookDeliveryParts) {
    this.#parts = parts;
  }

  get settings(): WebhookSettings | undefined {
    return this.#sender?.settings;
  }

  get lastError(): { readonly date: number; readonly message: string } | undefined {
    return this.#lastError;
  }

  set(settings: WebhookSettings): void {
    this.remove();
    const { updates, now, retryUnit } = this.#parts;
    const sender = new WebhookSender(settings, retryUnit, {
      accepted: (update, response) => this.#accept(update, response),
      failed: (_, message) => {
        this.#lastError = { date: now(), message };
      },
    });
    this.#sender = sender;
    updates.onPending = (update) => sender.push(update);
    for (const update of updates.pending) sender.push(update);
  }

  remove(): void {
    this.#sender?.close();
    this.#sender = undefined;
    this.#lastError = undefined;
    this.#parts.updates.onPending = undefined;
  }

  #accept(update: Update, response: WebhookResponse): void {
    this.#parts.updates.confirmOne(update);
    if (response.body.length === 0) return;
    try {
      const body = parseBody(response.contentType, response.body, new URLSearchParams());
      const { method, ...fields } = body.fields;
      if (typeof method !== "string" || method === "" || NOT_IN_RESPONSES.test(method)) return;
      const never = new AbortController().signal;
      const call = this.#parts.dispatcher().call(method, { ...body, fields }, "webhook", never);
      // Nobody waits for the result: a refusal is in the transcript.
      call.catch(() => {});
    } catch (error) {
      // A body that is no call is none of the server's business.
      if (!(error instanceof ApiError)) throw error;
    }
  }
}
