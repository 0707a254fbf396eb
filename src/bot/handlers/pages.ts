import type { Context } from "grammy";
import type { CallbackQuery, InlineKeyboardButton, Message } from "grammy/types";
import type { Quote, UiLang } from "../../answer/types.ts";
import { type Button, type Keyboard, pageButtons } from "../../format/buttons.ts";
import type { PageData, QuoteRef } from "../../format/callback-data.ts";
import { MESSAGE_LIMIT } from "../../format/cut.ts";
import { join, type Rich } from "../../format/html.ts";
import { contextBlock, quoteBlock, sourceLine } from "../../format/quote.ts";
import { rereadReply } from "../../format/reread.ts";
import { articleIds, type Deps } from "../deps.ts";
import { languageHints, uiLanguage } from "../language.ts";
import { editReply } from "../send.ts";
import { type Notice, OUTDATED, pressedMessage } from "./notice.ts";

/** Sentences shown before and after a quote. */
const CONTEXT_SENTENCES = 3;
/** Room for a source line, beside head, foot and quote. */
const SOURCE_ROOM = 300;
const QUOTE_ROOM = 2200;

/** Shows another quote, or the sentences around one, in the same message. Only the asker may, where one is known. */
export async function turnPage(
  deps: Deps,
  ctx: Context,
  query: CallbackQuery,
  data: PageData,
): Promise<Notice> {
  if (data.asker !== 0 && data.asker !== query.from.id) return { key: "not-yours", alert: true };
  const message = query.message;
  if (message === undefined || !("text" in message)) return OUTDATED;
  const sent = rereadReply(message.text ?? "", message.entities ?? []);
  const ref = data.quotes[data.page];
  const target = pressedMessage(query);
  if (sent === undefined || ref === undefined || target === undefined) return OUTDATED;
  const lang = deps.assistant.languageOf(sent.head.text) ?? uiLanguage(await languageHints(deps, query.from));
  const room = Math.min(
    QUOTE_ROOM,
    MESSAGE_LIMIT - sent.head.text.length - sent.foot.text.length - SOURCE_ROOM,
  );
  const shown = showQuote(deps, ref, data.context, room);
  if (shown === undefined) return OUTDATED;
  const out = join([sent.head, shown.block, sourceLine(shown.quote, lang), sent.foot], "\n");
  return (await editReply(deps, ctx.api, target, out, turnedKeyboard(deps, message, data, lang)))
    ? undefined
    : OUTDATED;
}

function showQuote(
  deps: Deps,
  ref: QuoteRef,
  context: boolean,
  room: number,
): { readonly block: Rich; readonly quote: Quote } | undefined {
  const articleId = articleIds(deps.assistant)[ref.article];
  if (articleId === undefined) return undefined;
  const { lang, start, end } = ref;
  const found = deps.assistant.around({ articleId, lang, start, end }, context ? CONTEXT_SENTENCES : 0);
  if (found === undefined) return undefined;
  const quote = { ...found.quote, marks: ref.marks };
  return {
    quote,
    block: context ? contextBlock(found.before, quote, found.after, room) : quoteBlock(quote, room),
  };
}

/** The message's own keyboard with the row that turns pages made anew. */
function turnedKeyboard(deps: Deps, message: Message, data: PageData, lang: UiLang): Keyboard {
  const kept = (message.reply_markup?.inline_keyboard ?? []).filter((row) => !row.some(turnsPages));
  const rows = kept.map((row) =>
    row.flatMap((b): Button[] =>
      "callback_data" in b ? [{ text: b.text, callback_data: b.callback_data }] : [],
    ),
  );
  return { rows: [pageButtons(data, { lang, version: deps.assistant.version }), ...rows], keep: [] };
}

const turnsPages = (button: InlineKeyboardButton): boolean =>
  "callback_data" in button && /^[qc]/.test(button.callback_data);
