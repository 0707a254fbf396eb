import type { ServerResponse } from "node:http";
import type { EmbeddedBotApi } from "./bot-api/embedded-bot-api.ts";
import type { WorldEvent } from "./bot-api/world/events.ts";
import { beginEvents } from "./http-kit.ts";
import { type MessageView, viewMessage } from "./message-view.ts";

/** What the page is told as it happens. */
export type PageEvent =
  /** The first of each connection: fetch everything anew. */
  | { readonly type: "hello" }
  | { readonly type: "reload" }
  | { readonly type: "message"; readonly message: MessageView }
  | { readonly type: "gone"; readonly chat: number; readonly keys: readonly string[] }
  | { readonly type: "typing"; readonly chat: number; readonly topic?: number }
  | { readonly type: "call"; readonly method: string; readonly at: number; readonly error?: string };

/** Keeps connections alive through idle times and finds out those that are gone. */
const HEARTBEAT_MS = 20_000;

/** Server-sent events to every open page. */
export class EventStream {
  readonly #open = new Set<ServerResponse>();
  readonly #unsubscribe: () => void;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(api: EmbeddedBotApi) {
    this.#unsubscribe = api.subscribe((event) => {
      const told = this.#open.size === 0 ? undefined : pageEvent(api, event);
      if (told !== undefined) this.#tell(told);
    });
    this.#heartbeat = setInterval(() => this.#write(": still here\n\n"), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Takes a page in until it goes. */
  add(response: ServerResponse): void {
    beginEvents(response);
    response.write(frame({ type: "hello" }));
    this.#open.add(response);
    response.on("close", () => this.#open.delete(response));
  }

  close(): void {
    this.#unsubscribe();
    clearInterval(this.#heartbeat);
    for (const response of this.#open) response.end();
  }

  #tell(event: PageEvent): void {
    this.#write(frame(event));
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}

const frame = (event: PageEvent): string => `data: ${JSON.stringify(event)}\n\n`;

/** What of the world's events concerns a page; undefined for the rest. */
function pageEvent(api: EmbeddedBotApi, event: WorldEvent): PageEvent | undefined {
  switch (event.type) {
    case "message":
    case "edit":
      return { type: "message", message: viewMessage(event.message, (message) => api.html(message)) };
    case "delete":
      return { type: "gone", chat: event.chatId, keys: event.messageIds.map(String) };
    case "ephemeral-delete":
      return { type: "gone", chat: event.chatId, keys: [`e${event.ephemeralMessageId}`] };
    case "action":
      return {
        type: "typing",
        chat: event.chatId,
        ...(event.threadId === undefined ? {} : { topic: event.threadId }),
      };
    case "call": {
      const { entry } = event;
      if (entry.kind !== "call" || entry.method === "getUpdates") return undefined;
      const { outcome } = entry;
      const error = outcome.ok ? undefined : "broken" in outcome ? outcome.broken : outcome.description;
      return { type: "call", method: entry.method, at: entry.at, ...(error === undefined ? {} : { error }) };
    }
    case "user":
    case "chat":
    case "profile":
    case "restored":
      return { type: "reload" };
    default:
      return undefined;
  }
}
