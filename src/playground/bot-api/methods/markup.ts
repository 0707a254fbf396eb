import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "grammy/types";
import { ApiError } from "../api-error.ts";
import { refusal } from "../error-texts.ts";
import { checkLink, mentionedUser } from "../text/link.ts";

type AnyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/** Bytes of UTF-8 that `callback_data` may have: 1 to this many. */
const MAX_CALLBACK_BYTES = 64;
/** Characters that a button may copy. */
const MAX_COPIED_LENGTH = 256;
/** Buttons of one keyboard (server side: REPLY_MARKUP_TOO_LONG). */
const MAX_BUTTONS = 100;

/**
 * The inline keyboard as the server keeps it, or undefined for none, an empty one, or a keyboard of another
 * kind (which messages do not show). Throws what Telegram says about buttons that it does not take.
 */
export function readMarkup(markup: AnyMarkup | undefined): InlineKeyboardMarkup | undefined {
  if (markup === undefined || !("inline_keyboard" in markup)) return undefined;
  const rows = markup.inline_keyboard.filter((row) => row.length > 0);
  const buttons = rows.flat();
  if (buttons.length > MAX_BUTTONS) throw refusal("markupTooLong");
  for (const button of buttons) checkButton(button);
  return rows.length === 0 ? undefined : { inline_keyboard: rows.map((row) => row.map(keptButton)) };
}

/** Bot API 10 repeats a button as it was sent, its address completed. */
function keptButton(button: InlineKeyboardButton): InlineKeyboardButton {
  if (!("url" in button)) return button;
  return { ...button, url: checkLink(button.url) ?? button.url };
}

function checkButton(button: InlineKeyboardButton): void {
  if (button.text.trim() === "") throw refusal("buttonTextEmpty");
  if ("callback_data" in button) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes === 0) throw unusable();
    if (bytes > MAX_CALLBACK_BYTES) throw refusal("buttonDataInvalid");
  }
  if ("url" in button) checkUrl(button.url);
  if (
    "copy_text" in button &&
    (button.copy_text.text === "" || button.copy_text.text.length > MAX_COPIED_LENGTH)
  ) {
    throw refusal("copyTextInvalid");
  }
  if ("pay" in button || "callback_game" in button) throw refusal("buttonTypeInvalid");
}

function checkUrl(url: string): void {
  if (url === "") throw unusable();
  if (checkLink(url) === undefined && mentionedUser(url) === undefined) {
    throw new ApiError(400, `Inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
}

/** An empty action counts as none (telegram-bot-api reads the fields in turn and finds nothing). */
function unusable(): ApiError {
  return new ApiError(
    400,
    "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  );
}
