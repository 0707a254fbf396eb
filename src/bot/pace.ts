import type { Transformer } from "grammy";

/**
 * Telegram's advice: one message a second in a chat, twenty a minute in a group. The spans are a little longer, since two
 * calls may travel at different speeds and arrive closer than they left.
 */
const RULES = {
  chat: { messages: 1, span: 1060 },
  group: { messages: 20, span: 60_500 },
} as const;

/**
 * Its advice for all chats is thirty a second. They leave one by one rather than in bursts, so that few are on their way when
 * a process dies, and a little slower, so that a stall on the way does not bunch too many together.
 */
const DEPARTURE_GAP_MS = 40;

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

/** The messages of one chat: those on their way, one behind the other, and when the last ones really left. */
interface Lane {
  queue: Promise<void>;
  left: readonly number[];
}

/** Spaces messages out before Telegram has to refuse them. */
export function paceMessages(waiting: Waiting = REAL_WAITING): Transformer {
  const lanes = new Map<string, Lane>();
  const depart = departures(waiting);
  return async (prev, method, payload, signal) => {
    const chat = COUNTED.test(method) ? chatOf(payload) : undefined;
    if (chat !== undefined) {
      if (lanes.size > 5000) forgetIdle(lanes, waiting.now());
      const lane = lanes.get(chat) ?? { queue: Promise.resolve(), left: [] };
      lanes.set(chat, lane);
      lane.queue = lane.queue.then(async () => await leave(lane, chat, depart, waiting));
      await lane.queue;
    }
    return await prev(method, payload, signal);
  };
}

/** Waits until the chat has room, then for a place among all departures. */
async function leave(
  lane: Lane,
  chat: string,
  depart: () => Promise<void>,
  { now, sleep }: Waiting,
): Promise<void> {
  const rules = chat.startsWith("-") ? [RULES.chat, RULES.group] : [RULES.chat];
  const free = rules.map(
    ({ messages, span }) => (lane.left.at(-messages) ?? Number.NEGATIVE_INFINITY) + span,
  );
  const wait = Math.max(...free) - now();
  if (wait > 0) await sleep(wait);
  await depart();
  lane.left = [...lane.left, now()].slice(-RULES.group.messages);
}

/** Lets callers go one after another, measured by when they really went: timers that fire late together stay apart. */
function departures({ now, sleep }: Waiting): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  let queue = Promise.resolve();
  return async () => {
    queue = queue.then(async () => {
      const wait = last + DEPARTURE_GAP_MS - now();
      if (wait > 0) await sleep(wait);
      last = now();
    });
    await queue;
  };
}

const chatOf = (payload: object): string | undefined => {
  const chat = "chat_id" in payload ? payload.chat_id : undefined;
  return typeof chat === "number" || typeof chat === "string" ? String(chat) : undefined;
};

function forgetIdle(lanes: Map<string, Lane>, now: number): void {
  for (const [chat, { left }] of lanes) {
    const last = left.at(-1);
    if (last !== undefined && last + RULES.group.span < now) lanes.delete(chat);
  }
}
