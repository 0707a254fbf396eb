import type { InlineQueryResult, InlineQueryResultsButton, SentGuestMessage } from "grammy/types";
import { compact } from "../compact.ts";
import { refusal } from "../error-texts.ts";
import type { CallbackAnswer, InlineAnswer } from "../world/state.ts";
import type { World } from "../world/world.ts";
import type { Handlers } from "./call.ts";
import { resultContent } from "./inline-content.ts";

/** UTF-16 code units of a callback answer. */
const MAX_CALLBACK_TEXT = 200;
/** Bytes of a result's id, and of the offset of the next page. */
const MAX_ID_BYTES = 64;
/** Seconds that an inline answer is kept unless it says otherwise, and at most. */
const DEFAULT_CACHE_SECONDS = 300;
const MAX_CACHE_SECONDS = 24 * 60 * 60;

/** Answers to pressed buttons, inline queries and guests. */
export const QUERY_METHODS: Handlers<"answerCallbackQuery" | "answerInlineQuery" | "answerGuestQuery"> = {
  answerCallbackQuery({ world }, args) {
    if ((args.text ?? "").length > MAX_CALLBACK_TEXT) throw refusal("callbackAnswerTooLong");
    const answer = compact<CallbackAnswer>({
      text: args.text === "" ? undefined : args.text,
      show_alert: args.show_alert ?? false,
      url: args.url,
    });
    if (answer.url !== undefined && !isOwnStartLink(world, answer.url)) throw refusal("urlInvalid");
    world.pending.answer(args.callback_query_id, "callback", answer);
    return true;
  },

  answerInlineQuery({ world }, args) {
    checkResults(world, args.results);
    if (Buffer.byteLength(args.next_offset ?? "") > MAX_ID_BYTES) throw refusal("nextOffsetInvalid");
    if (args.button !== undefined) checkButton(args.button);
    const answer = compact<Omit<InlineAnswer, "inlineQueryId" | "query" | "offset">>({
      results: args.results,
      next_offset: args.next_offset ?? "",
      cache_time: Math.min(args.cache_time ?? DEFAULT_CACHE_SECONDS, MAX_CACHE_SECONDS),
      is_personal: args.is_personal ?? false,
      button: args.button,
    });
    world.pending.answer(args.inline_query_id, "inline", answer);
    return true;
  },

  answerGuestQuery({ world }, args) {
    checkResults(world, [args.result]);
    return world.pending.answer(args.guest_query_id, "guest", args.result) as SentGuestMessage;
  },
};

/** The only addresses a callback may open: the bot's own chat with a parameter. */
function isOwnStartLink(world: World, url: string): boolean {
  const name = world.bot.username;
  return new RegExp(`^(?:https?://)?(?:t|telegram)\\.me/${name}\\?start=[\\w-]{1,64}$`, "i").test(url);
}

function checkResults(world: World, results: readonly InlineQueryResult[]): void {
  const ids = new Set<string>();
  for (const result of results) {
    const bytes = Buffer.byteLength(result.id);
    if (bytes < 1 || bytes > MAX_ID_BYTES) throw refusal("resultIdInvalid");
    if (ids.has(result.id)) throw refusal("resultIdDuplicate");
    ids.add(result.id);
    if (result.type === "article" && result.title.trim() === "") throw refusal("articleTitleEmpty");
    resultContent(world, result);
  }
}

function checkButton(button: InlineQueryResultsButton): void {
  if (button.text.trim() === "") throw refusal("switchTextEmpty");
  const parameter = button.start_parameter;
  if (parameter !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(parameter)) throw refusal("startParamInvalid");
}
