import { GrammyError, HttpError } from "grammy";

/** What a failed call means for the bot. */
export type Failure =
  /** Nobody can be reached there (blocked, kicked, deleted, no right to write): not an error of ours. */
  | "unreachable"
  | "noReply"
  | "noThread"
  | "badHtml"
  | "migrated"
  | "notModified"
  /** The message to edit is gone. */
  | "noMessage"
  /** The callback, inline or guest query has run out. */
  | "expired"
  /** The token is not (or no longer) valid. */
  | "unauthorized"
  | "conflict"
  /** May work later: flood limit, server error, network. */
  | "later"
  | "other";

/** Telegram's error texts, as tdlib and telegram-bot-api send them. */
const TEXTS: readonly (readonly [RegExp, Failure])[] = [
  [/message is not modified/i, "notModified"],
  [/query is too old|query id is invalid|QUERY_ID_INVALID/i, "expired"],
  [/message to edit not found|message can't be edited|MESSAGE_ID_INVALID|message not found/i, "noMessage"],
  [
    /message to be replied not found|replied message not found|REPLY_MESSAGE_ID_INVALID|QUOTE_TEXT_INVALID/i,
    "noReply",
  ],
  [/message thread not found|TOPIC_DELETED/i, "noThread"],
  [/can't parse entities/i, "badHtml"],
  [/upgraded to a supergroup/i, "migrated"],
  [/chat not found|user not found|PEER_ID_INVALID|user is deactivated|group is deactivated/i, "unreachable"],
  [
    /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_SEND_\w+_FORBIDDEN|TOPIC_CLOSED|CHAT_RESTRICTED/i,
    "unreachable",
  ],
  [/need administrator rights|bot is not a member/i, "unreachable"],
];

/** Sorts an error of a call. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HttpError) return "later";
  if (!(error instanceof GrammyError)) return "other";
  const known = TEXTS.find(([text]) => text.test(error.description));
  if (known !== undefined) return known[1];
  if (error.error_code === 401) return "unauthorized";
  if (error.error_code === 403) return "unreachable";
  if (error.error_code === 409) return "conflict";
  return error.error_code === 429 || error.error_code >= 500 ? "later" : "other";
}

/** The new id of a chat that became a supergroup, as the failed call tells it. */
export const migratedTo = (error: unknown): number | undefined =>
  error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;

/** What a log line may say of an error: never the payload, which holds what people wrote, nor an address with the token. */
export const describe = (error: unknown): string =>
  error instanceof GrammyError
    ? `${error.method}: ${error.error_code} ${error.description}`
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
