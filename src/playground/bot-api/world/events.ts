import type { Chat, Message, ReactionType, Update, User } from "grammy/types";
import type { TranscriptEntry } from "../transcript.ts";
import type { CallbackAnswer, InlineAnswer } from "./state.ts";

/** Something that happened, for a page to show. Messages are copies: they do not change afterwards. */
export type WorldEvent =
  | { readonly type: "message"; readonly chatId: number; readonly message: Message }
  | { readonly type: "edit"; readonly chatId: number; readonly message: Message }
  | { readonly type: "delete"; readonly chatId: number; readonly messageIds: readonly number[] }
  | { readonly type: "ephemeral-delete"; readonly chatId: number; readonly ephemeralMessageId: number }
  | {
      readonly type: "reaction";
      readonly chatId: number;
      readonly messageId: number;
      readonly actor: string;
      readonly reactions: readonly ReactionType[];
    }
  | { readonly type: "pin"; readonly chatId: number; readonly pinned: readonly number[] }
  | { readonly type: "action"; readonly chatId: number; readonly action: string; readonly threadId?: number }
  | {
      readonly type: "callback-answer";
      readonly queryId: string;
      readonly userId: number;
      readonly answer: CallbackAnswer;
    }
  | { readonly type: "inline-answer"; readonly userId: number; readonly answer: InlineAnswer }
  | { readonly type: "user"; readonly user: User }
  | { readonly type: "chat"; readonly chat: Chat }
  | { readonly type: "profile" }
  | { readonly type: "update"; readonly update: Update }
  | { readonly type: "call"; readonly entry: TranscriptEntry }
  | { readonly type: "restored" };

export type EventListener = (event: WorldEvent) => void;

/** Hands each event to every listener at once; a listener that throws does not keep it from the others. */
export class EventBus {
  readonly #listeners = new Set<EventListener>();

  /** Calls `listener` for each event from now on, until the returned function is called. */
  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(event: WorldEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

/** How long something may take to happen unless told otherwise, milliseconds. */
const PATIENCE_MS = 5000;

/** The first thing `pick` finds in the events from now on; rejects after `withinMs` real milliseconds. */
export function waitForEvent<T>(
  bus: EventBus,
  pick: (event: WorldEvent) => T | undefined,
  withinMs = PATIENCE_MS,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unsubscribe();
      reject(new Error(`nothing of the kind happened within ${withinMs} ms`));
    }, withinMs);
    const unsubscribe = bus.subscribe((event) => {
      const found = pick(event);
      if (found === undefined) return;
      clearTimeout(timer);
      unsubscribe();
      resolve(found);
    });
  });
}
