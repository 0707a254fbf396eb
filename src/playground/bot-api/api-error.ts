import type { ResponseParameters } from "grammy/types";

/** What the server says before the reason, by status. */
const STATUS_WORDS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  413: "Request Entity Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
};

/**
 * A call that the Bot API turns down. `description` is the text a client sees, status words included:
 * `new ApiError(400, "Message text is empty").description` is "Bad Request: message text is empty".
 */
export class ApiError extends Error {
  readonly code: number;
  readonly description: string;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, reason = "", parameters?: ResponseParameters) {
    const description = describe(code, reason);
    super(description);
    this.name = "ApiError";
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

/**
 * The status words, then the reason with a small first letter, unless its second character is an underscore
 * or a capital: names such as BUTTON_DATA_INVALID stay as they are (as telegram-bot-api does it).
 */
function describe(code: number, reason: string): string {
  const words = STATUS_WORDS[code] ?? "Error";
  if (reason === "") return words;
  const keep = /^.[_A-Z]/.test(reason);
  return `${words}: ${keep ? reason : reason.charAt(0).toLowerCase() + reason.slice(1)}`;
}

/** The 429 that asks to wait `seconds` (whole, at least 1). */
export function floodError(seconds: number): ApiError {
  return new ApiError(429, `retry after ${seconds}`, { retry_after: seconds });
}
