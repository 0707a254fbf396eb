import {
  type Answer,
  type ComparisonAnswer,
  headlineText,
  type NumberAnswer,
  type Quote,
  type UiLang,
} from "../answer/types.ts";
import { inScript } from "../text/script.ts";
import { refOf } from "./callback-data.ts";
import { cutBytes, cutEnd } from "./cut.ts";
import type { Html } from "./html.ts";
import { hashText } from "./packed-text.ts";
import { phrase } from "./phrases.ts";
import { sourceLine } from "./quote.ts";
import { quoteWithSource, type Rendered, renderAnswer } from "./render.ts";

/** An inline result that sends a text, in the shape that Telegram takes. */
export interface InlineResult {
  readonly type: "article";
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly input_message_content: {
    readonly message_text: string;
    readonly parse_mode: "HTML";
    readonly link_preview_options: { readonly is_disabled: true };
  };
}

/** Clients show one line of title and two of description. */
const TITLE_LIMIT = 100;
const DESCRIPTION_LIMIT = 160;

/** The answer itself, ready to send. */
export function answerResult(answer: NumberAnswer | ComparisonAnswer, version: string): InlineResult {
  const title = inScript(headlineText(answer.headline), answer.lang);
  const description = `${phrase(answer.lang, "inline-answer")} · ${sourceLine(answer.quotes[0], answer.lang).text}`;
  return article(`a-${hashText(answer.question)}`, version, title, description, renderAnswer(answer).html);
}

/** A ready quote: its first words as the title, quote and source as the message. */
export function quoteResult(
  quote: Quote,
  lang: UiLang,
  version: string,
  articleIds: readonly string[],
): InlineResult {
  const ref = refOf(quote, articleIds);
  const id = `q-${ref?.article ?? quote.articleId}-${quote.lang}-${quote.start}-${quote.end}`;
  return article(id, version, quote.text, sourceLine(quote, lang).text, quoteWithSource(quote, lang).html);
}

/** Example questions with their answers; what did not work out is left out. */
export function exampleResults(answers: readonly Answer[], lang: UiLang, version: string): InlineResult[] {
  return answers
    .filter((answer) => "quotes" in answer)
    .map((answer) => {
      const description = inScript(headlineText(answer.headline), lang);
      const rendered = renderAnswer(answer, { lang, asked: answer.question });
      return article(`e-${hashText(answer.question)}`, version, answer.question, description, rendered.html);
    });
}

/** The one message that answers a guest query. */
export const guestResult = (answer: Answer, rendered: Rendered, version: string): InlineResult =>
  article(`g-${hashText(answer.question)}`, version, headlineText(answer.headline), "", rendered.html);

function article(id: string, version: string, title: string, description: string, html: Html): InlineResult {
  return {
    type: "article",
    // The version comes first, so that cutting a long id never drops it.
    id: cutBytes(`${version}-${id}`, 64),
    title: oneLine(title, TITLE_LIMIT),
    description: oneLine(description, DESCRIPTION_LIMIT),
    input_message_content: {
      message_text: html,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
  };
}

const oneLine = (text: string, limit: number): string =>
  cutEnd(text.replace(/\s+/g, " ").trim() || "…", limit);
