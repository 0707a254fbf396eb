import type { Context } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import type { UiLang } from "../../answer/types.ts";
import { answerResult, exampleResults, quoteResult } from "../../format/inline-results.ts";
import { hashText, packText } from "../../format/packed-text.ts";
import { phrase, uiLangOf } from "../../format/phrases.ts";
import { articleIds, type Deps } from "../deps.ts";
import { failureOf } from "../failures.ts";

/** Results a page; Telegram takes 50, a phone shows six. */
const PAGE = 10;
/** Seconds that Telegram may keep results. Their ids change with the knowledge, so an old one does no harm. */
const CACHE_SECONDS = 300;
const START_LIMIT = 64;

/** Answers an inline query: the answer itself where it is a figure, then quotes; examples for the empty query. */
export async function handleInline(deps: Deps, ctx: Context): Promise<void> {
  const query = ctx.inlineQuery;
  if (query === undefined) return;
  const text = query.query.trim();
  const chosen = await deps.state.language(query.from.id);
  const hint = chosen ?? uiLangOf(query.from.language_code);
  const lang = deps.assistant.languageOf(text) ?? hint ?? "zh-Hans";
  const offset = readOffset(query.offset);
  const page = text === "" ? examples(deps, lang) : found(deps, text, lang, offset);
  try {
    await ctx.answerInlineQuery([...page.results], {
      cache_time: CACHE_SECONDS,
      // The text alone decides, unless it has no letters: then the asker's language does.
      is_personal: deps.assistant.languageOf(text) === undefined,
      next_offset: page.more ? String(offset + PAGE) : "",
      button: { text: phrase(lang, "inline-open"), start_parameter: await startParameter(deps, text) },
    });
  } catch (error) {
    if (failureOf(error) !== "expired") throw error;
  }
}

interface Page {
  readonly results: readonly InlineQueryResultArticle[];
  readonly more: boolean;
}

function found(deps: Deps, text: string, lang: UiLang, offset: number): Page {
  const { assistant } = deps;
  const { quotes, more } = assistant.search(text, { offset, limit: PAGE, lang });
  const answer = offset === 0 ? assistant.ask({ text, lang }) : undefined;
  const direct =
    answer?.kind === "number" || answer?.kind === "comparison"
      ? [answerResult(answer, assistant.version)]
      : [];
  const ids = articleIds(assistant);
  return {
    results: [...direct, ...quotes.map((quote) => quoteResult(quote, lang, assistant.version, ids))],
    more,
  };
}

const examples = (deps: Deps, lang: UiLang): Page => ({
  results: exampleResults(
    deps.assistant.examples(lang).map((text) => deps.assistant.ask({ text, lang })),
    lang,
    deps.assistant.version,
  ),
  more: false,
});

/** Offsets are our own, but a client can send anything. */
const readOffset = (offset: string): number => (/^\d{1,6}$/.test(offset) ? Number(offset) : 0);

/** The words typed so far, carried into the private chat. */
async function startParameter(deps: Deps, text: string): Promise<string> {
  if (text === "") return "inline";
  const packed = packText(text, START_LIMIT);
  if (packed !== undefined) return packed;
  await deps.state.keepQuestion(hashText(text), text);
  return hashText(text);
}

/** Counts which results people pick. */
export async function handleChosen(deps: Deps, ctx: Context): Promise<void> {
  const chosen = ctx.chosenInlineResult;
  if (chosen === undefined) return;
  await deps.state.countChosen(chosen.result_id);
  deps.logger.info({ result: chosen.result_id }, "inline result chosen");
}
