import type { Transformer } from "grammy";

/**
 * Telegram's advice: one message a second in a chat, twenty a minute in a group, thirty a second in all. The spans are a
 * little longer, since two calls may travel at different speeds and arrive closer than they left.
 */
const RULES = {
  chat: { messages: 1, span: 1060 },
  group: { messages: 20, span: 60_500 },
  all: { messages: 28, span: 1060 },
} as const;

/** Only what puts or changes a message in a chat counts. */
const COUNTED = /^(?:send|edit|copy|forward)/;

/** How the waiting is done; handed in for tests. */
export interface Waiting {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const REAL_WAITING: Waiting = {
  now: Date.now,
  sleep: async (ms) => await new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Spaces messages out before Telegram has to refuse them. */
export function paceMessages(waiting: Waiting = REAL_WAITING): Transformer {
  const sent = new Map<string, number[]>();
  return async (prev, method, payload, signal) => {
    const chat = COUNTED.test(method) ? chatOf(payload) : undefined;
    if (chat !== undefined) {
      const wait = reserve(sent, chat, waiting.now());
      if (wait > 0) await waiting.sleep(wait);
    }
    return await prev(method, payload, signal);
  };
}

const chatOf = (payload: object): string | undefined => {
  const chat = "chat_id" in payload ? payload.chat_id : undefined;
  return typeof chat === "number" || typeof chat === "string" ? String(chat) : undefined;
};

/** Milliseconds until every rule has room; takes the room at once, so that callers queue up. */
function reserve(sent: Map<string, number[]>, chat: string, now: number): number {
  if (sent.size > 5000) forgetPast(sent, now);
  const rules = [
    { key: `chat${chat}`, ...RULES.chat },
    { key: "all", ...RULES.all },
    ...(chat.startsWith("-") ? [{ key: `group${chat}`, ...RULES.group }] : []),
  ];
  const free = rules.map(
    ({ key, messages, span }) => (sent.get(key)?.at(-messages) ?? Number.NEGATIVE_INFINITY) + span,
  );
  const at = Math.max(now, ...free);
  for (const { key, messages } of rules) sent.set(key, inOrder(sent.get(key) ?? [], at).slice(-messages));
  return at - now;
}

/** A busy chat's next room may lie behind that of one asking later, so times do not come in order. */
const inOrder = (times: readonly number[], at: number): number[] => [...times, at].sort((a, b) => a - b);

function forgetPast(sent: Map<string, number[]>, now: number): void {
  for (const [key, times] of sent) if ((times.at(-1) ?? 0) + RULES.group.span < now) sent.delete(key);
}
