import { type DestinationStream, destination, type Logger, pino } from "pino";

export type { Logger };

/** A bot token wherever it stands, also percent-encoded inside an address. grammY's network errors carry it. */
const TOKEN = /\d{6,}(?::|%3A)[\w-]+/gi;

/** A text without bot tokens. */
export const maskTokens = (text: string): string => text.replace(TOKEN, "<token>");

/** Structured log lines, one JSON object each, on standard error; no bot token ever reaches them. */
export function createLogger(
  level: string,
  stream: DestinationStream = destination({ fd: 2, sync: true }),
): Logger {
  return pino({ level, base: null, hooks: { streamWrite: maskTokens } }, stream);
}
