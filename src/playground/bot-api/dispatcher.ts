import { createHash } from "node:crypto";
import { ApiError, floodError } from "./api-error.ts";
import { wireCopy } from "./compact.ts";
import { refusal } from "./error-texts.ts";
import type { Args, Call, WebhookControl } from "./methods/call.ts";
import { HANDLERS } from "./methods/handlers.ts";
import type { RateLimits } from "./rate-limits.ts";
import { decodeCall } from "./schema/decode.ts";
import { findMethod, METHODS, type MethodName } from "./schema/method-table.ts";
import type { CallOutcome, Transcript, TranscriptEntry } from "./transcript.ts";
import type { UpdateQueue } from "./update-queue.ts";
import type { RequestBody, Upload } from "./wire/request-body.ts";
import type { World } from "./world/world.ts";

/** Methods that put messages into a chat, hence count against Telegram's limits. */
const SENDS: ReadonlySet<MethodName> = new Set<MethodName>([
  "sendMessage",
  "sendPhoto",
  "sendDocument",
  "sendMediaGroup",
  "forwardMessage",
  "forwardMessages",
  "copyMessage",
  "copyMessages",
]);

export interface DispatcherParts {
  readonly world: World;
  readonly updates: UpdateQueue;
  readonly webhook: WebhookControl;
  readonly rates: RateLimits;
  readonly transcript: Transcript;
}

/** Finds, checks, carries out and logs calls, whichever way they came. */
export class Dispatcher {
  readonly #parts: DispatcherParts;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  /** The result of a method, or an `ApiError`; both are in the transcript afterwards. */
  async call(
    name: string,
    body: RequestBody,
    via: "http" | "webhook",
    signal: AbortSignal,
  ): Promise<unknown> {
    const method = findMethod(name);
    try {
      if (method === undefined) throw refusal("methodNotFound");
      const result = await this.#execute(method, body, signal);
      this.#log(method, body, via, { ok: true, result: wireCopy(result) });
      return result;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { code, description } = error;
      this.#log(method ?? name, body, via, { ok: false, error_code: code, description });
      throw error;
    }
  }

  /** Notes a call that a fault kept from being carried out or from being answered. */
  note(name: string, body: RequestBody, outcome: CallOutcome): void {
    this.#log(name, body, "http", outcome);
  }

  async #execute(method: MethodName, body: RequestBody, signal: AbortSignal): Promise<unknown> {
    const { world, updates, webhook, rates } = this.#parts;
    const args = decodeCall(METHODS[method], { fields: body.fields, uploads: new Set(body.uploads.keys()) });
    refuseUnsupported(args);
    const chatId = SENDS.has(method)
      ? world.findChat(args["chat_id"] as number | string)?.chat.id
      : undefined;
    if (chatId !== undefined && rates.enforced) {
      const wait = rates.waitFor(chatId);
      if (wait > 0) throw floodError(Math.ceil(wait / 1000));
    }
    const call: Call = { method, world, updates, webhook, uploads: body.uploads, signal };
    // The table's rule and the handler's parameters describe the same Bot API type.
    const handler = HANDLERS[method] as (call: Call, args: Args<MethodName>) => unknown;
    const result = await handler(call, args as unknown as Args<MethodName>);
    if (chatId !== undefined) {
      for (let sent = Array.isArray(result) ? result.length : 1; sent > 0; sent--)
        rates.count(chatId, method);
    }
    return result;
  }

  #log(method: string, body: RequestBody, via: "http" | "webhook", outcome: CallOutcome): void {
    // An empty poll says nothing, and how many there are depends on the machine.
    if (method === "getUpdates" && outcome.ok && (outcome.result as unknown[]).length === 0) return;
    const at = this.#parts.world.options.clock();
    const entry: TranscriptEntry = { kind: "call", at, method, params: loggedParams(body), outcome, via };
    this.#parts.transcript.add(entry);
    this.#parts.world.events.emit({ type: "call", entry });
  }
}

/** Parameters that are right in themselves, but for which the embedded world has nothing to offer. */
function refuseUnsupported(args: Readonly<Record<string, unknown>>): void {
  if (args["business_connection_id"]) throw refusal("noBusinessConnection");
  if (args["message_effect_id"]) throw refusal("effectInvalid");
  if (args["suggested_post_parameters"] !== undefined) throw refusal("suggestedPostElsewhere");
}

/** The parameters as they came, each upload told by its name, type, size and hash. */
function loggedParams(body: RequestBody): Readonly<Record<string, unknown>> {
  if (body.uploads.size === 0) return body.fields;
  const uploads = Object.fromEntries(
    [...body.uploads].map(([name, upload]) => [name, describeUpload(upload)]),
  );
  return { ...body.fields, uploads };
}

function describeUpload({ filename, type, data }: Upload): Readonly<Record<string, unknown>> {
  return { filename, type, size: data.length, sha256: createHash("sha256").update(data).digest("hex") };
}
