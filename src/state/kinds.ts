const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Every kind of entry, with how long it lives in seconds (0: for good) and why that long. */
export const KINDS = {
  /** A user's choice of language. */
  language: 400 * DAY,
  /** A group's setting that answers are for the asker alone. */
  quiet: 0,
  /** What a follow-up may take over, for each chat, thread and user: a conversation, not a biography. */
  topic: HOUR,
  /** Question message → answer message: Telegram lets a message be edited for two days. */
  answered: 2 * DAY,
  /** Answer message → what a reply to it may take over. */
  answer: 7 * DAY,
  /** One person's 👍 or 👎 on one answer. */
  vote: 90 * DAY,
  /** Updates that were taken on: Telegram keeps undelivered ones for one day. */
  seen: 3 * DAY,
  /** Updates that were taken on and not finished yet. */
  taken: 3 * DAY,
  /** Hints that were given: one a day. */
  hint: DAY,
  /** Questions within the running minute. */
  rate: MINUTE,
  /** Text of a question that is too long for a button. */
  question: 30 * DAY,
  /** How often inline results were picked. */
  chosen: 90 * DAY,
  /** Questions that found no answer, for whoever runs the bot. */
  unanswered: 90 * DAY,
} as const satisfies Record<string, number>;

export type Kind = keyof typeof KINDS;
