import { refusal } from "../error-texts.ts";

/** The kinds of queries that the bot has to answer in time. */
export type QueryKind = "callback" | "inline" | "guest";

interface Pending {
  readonly kind: QueryKind;
  readonly askedAt: number;
  readonly answered: (answer: unknown) => unknown;
}

/** Queries that wait for the bot's answer. */
export interface PendingQueries {
  /** Remembers a query; `answered` gets the answer once, and its result is what the bot's call returns. */
  add(id: string, kind: QueryKind, answered: (answer: never) => unknown): void;
  /** Answers a query; throws Telegram's 400 when it is unknown, answered before, or older than its lifetime. */
  answer(id: string, kind: QueryKind, answer: unknown): unknown;
  /** Whether an answer to the query would still be taken. */
  isOpen(id: string, kind: QueryKind): boolean;
  clear(): void;
}

/** Old queries are swept when more than this many wait. */
const SWEEP_AT = 1000;

export function createPendingQueries(
  clock: () => number,
  lifetime: Readonly<Record<QueryKind, number>>,
): PendingQueries {
  const waiting = new Map<string, Pending>();
  const isFresh = (query: Pending) => clock() - query.askedAt <= lifetime[query.kind];
  const find = (id: string, kind: QueryKind): Pending | undefined => {
    const query = waiting.get(id);
    return query?.kind === kind && isFresh(query) ? query : undefined;
  };
  return {
    add(id, kind, answered) {
      if (waiting.size >= SWEEP_AT) {
        for (const [old, query] of waiting) if (!isFresh(query)) waiting.delete(old);
      }
      waiting.set(id, { kind, askedAt: clock(), answered: answered as Pending["answered"] });
    },
    answer(id, kind, answer) {
      const query = find(id, kind);
      if (query === undefined) throw refusal("queryTooOld");
      const result = query.answered(answer);
      waiting.delete(id);
      return result;
    },
    isOpen: (id, kind) => find(id, kind) !== undefined,
    clear: () => waiting.clear(),
  };
}
