import type { Answer, Quote, UiLang } from "../answer/types.ts";
import { inScript } from "../text/script.ts";
import { MESSAGE_LIMIT } from "./cut.ts";
import { EMPTY, type Html, italic, join, plain, type Rich } from "./html.ts";
import { comparisonBlocks, comparisonHead, contextLine, headlineLine, understoodLine } from "./parts.ts";
import { phrase } from "./phrases.ts";
import { alsoInLine, quoteBlock, sourceLine } from "./quote.ts";

/** A finished reply. `html` parses to at most 4,096 characters; `text` is what is left of it then. */
export interface Rendered {
  readonly html: Html;
  readonly text: string;
  /** The same for a terminal: quotes marked by a bar, addresses written out, suggestions listed. */
  readonly plain: string;
}

export interface RenderOptions {
  /** The language of the bot's own words, where it is not the answer's (a script that the asker has chosen). */
  readonly lang?: UiLang;
  /** A question to repeat above the answer, when it was asked by a button. */
  readonly asked?: string;
  /** Say that a picture was asked for and there is none to draw. */
  readonly undrawn?: boolean;
}

/** Quotes that a comparison shows: those of its operands, not more than fit one screen. */
const QUOTES_SHOWN = 3;
/** A quote longer than this is folded and cut to a window; several quotes share it. */
const QUOTE_LIMIT = 2200;

/** The reply to an answer: the same answer gives the same bytes. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): Rendered {
  const lang = options.lang ?? answer.lang;
  const head = headBlocks(answer, lang, options.asked);
  const quotes = shownQuotes(answer);
  const undrawn = options.undrawn === true ? italic(plain(phrase(lang, "chart-none"))) : EMPTY;
  const foot = [alsoInOf(answer, lang), understoodLine(answer, lang), undrawn];
  const whole = (limit: number, tail: readonly Rich[]) =>
    join([join(head, "\n"), ...quotes.map((q) => quoteWithSource(q, lang, limit)), join(tail, "\n")], "\n");
  const fitted = firstFitting([
    () => whole(Math.floor(QUOTE_LIMIT / Math.max(1, quotes.length)), foot),
    () => whole(300, []),
    () => join(head, "\n"),
  ]);
  return { html: fitted.html, text: fitted.text, plain: plainReply(answer, lang, head, foot) };
}

/** Everything above the quotes. */
function headBlocks(answer: Answer, lang: UiLang, asked: string | undefined): readonly Rich[] {
  const question =
    asked === undefined ? EMPTY : italic(plain(phrase(lang, "asked", { question: asked.slice(0, 200) })));
  const headline = headlineLine(answer, lang);
  switch (answer.kind) {
    case "number":
      return [question, headline, contextLine(answer, lang)];
    case "comparison":
      return [
        question,
        comparisonHead(answer, lang),
        contextLine(answer, lang),
        ...comparisonBlocks(answer, lang),
      ];
    case "passage":
    case "notFound":
    case "clarify":
    case "chat":
      return [question, headline];
    default:
      return answer satisfies never;
  }
}

/** The quotes that a reply shows at once; further ones are behind its button. */
function shownQuotes(answer: Answer): readonly Quote[] {
  if (!("quotes" in answer)) return [];
  if (answer.kind !== "comparison") return answer.quotes.slice(0, 1);
  const operands = [...new Set(answer.figures.map((f) => f.quote))].flatMap((i) => answer.quotes[i] ?? []);
  return (operands.length > 0 ? operands : answer.quotes).slice(0, QUOTES_SHOWN);
}

/** A quote and below it where it stands. */
export const quoteWithSource = (quote: Quote, lang: UiLang, limit: number = QUOTE_LIMIT): Rich =>
  join([quoteBlock(quote, limit), sourceLine(quote, lang)], "\n");

const alsoInOf = (answer: Answer, lang: UiLang): Rich =>
  "alsoIn" in answer ? alsoInLine(answer.alsoIn, lang) : EMPTY;

function firstFitting(attempts: readonly (() => Rich)[]): Rich {
  for (const attempt of attempts) {
    const rich = attempt();
    if (rich.text.length <= MESSAGE_LIMIT) return rich;
  }
  throw new RangeError("a headline alone is longer than a message");
}

function plainReply(answer: Answer, lang: UiLang, head: readonly Rich[], foot: readonly Rich[]): string {
  const quotes = "quotes" in answer ? answer.quotes : [];
  const blocks = quotes.map((q) => {
    const lines = q.text.split("\n").map((line) => `│ ${line}`);
    return [...lines, `  ${sourceLine(q, lang).text}`, ...(q.url === undefined ? [] : [`  ${q.url}`])].join(
      "\n",
    );
  });
  const tries = (answer.kind === "clarify" ? answer.options : answer.suggestions).map(
    (s) => `  · ${inScript(s.question, lang)}`,
  );
  const offer = tries.length === 0 ? "" : [phrase(lang, "try-instead"), ...tries].join("\n");
  return [join(head, "\n").text, ...blocks, join(foot, "\n").text, offer].filter((b) => b !== "").join("\n");
}
