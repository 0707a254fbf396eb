import type { Answer, Quote, Suggestion, UiLang } from "../answer/types.ts";
import { inScript } from "../text/script.ts";
import { CALLBACK_LIMIT, chartToken, type PageData, packChart, packPage, refOf } from "./callback-data.ts";
import { cutEnd } from "./cut.ts";
import { hashText, packText } from "./packed-text.ts";
import { phrase } from "./phrases.ts";

/** A button under a message, in the shape that Telegram takes. */
export type Button =
  | { readonly text: string; readonly callback_data: string }
  | { readonly text: string; readonly url: string };

export interface Keyboard {
  readonly rows: readonly (readonly Button[])[];
  /** What does not fit its button (questions, charts), to be kept under these hashes. */
  readonly keep: readonly { readonly hash: string; readonly text: string }[];
}

export interface ButtonContext {
  readonly lang: UiLang;
  readonly version: string;
  /** All article ids of the library, in order. */
  readonly articleIds: readonly string[];
  /** The one who may turn the pages; 0 for everyone. */
  readonly asker: number;
  /** A picture that the answer can be drawn as. */
  readonly chart?: ChartOffer;
}

/** A chart that a button offers. */
export interface ChartOffer {
  /** The question that leads to it by itself; undefined where an earlier turn bears on it. */
  readonly question: string | undefined;
  /** The chart as text, for keeping where no question leads to it that fits the button. */
  readonly kept: string;
}

/** Suggestions that one screen has room for. */
const SUGGESTIONS_SHOWN = 3;
const PAGES = 6;
/** Characters of a question that its button has room for; a client shortens what is still too wide for its screen. */
const LABEL_LIMIT: Readonly<Record<UiLang, number>> = { "zh-Hans": 40, "zh-Hant": 40, en: 64 };

/** The buttons under an answer. */
export function answerButtons(answer: Answer, context: ButtonContext): Keyboard {
  if (answer.kind === "clarify") return questionButtons(answer.options, context.lang);
  const related = questionButtons(answer.suggestions.slice(0, SUGGESTIONS_SHOWN), context.lang);
  const quotes = pagedQuotes(answer);
  if (quotes.length === 0) return related;
  const refs = quotes.flatMap((q) => refOf(q, context.articleIds) ?? []);
  const paging = pageButtons({ context: false, asker: context.asker, page: 0, quotes: refs }, context);
  const change = changeButton(answer, context.lang);
  const chart = chartButton(context);
  const votes = voteButtons();
  // A phone has room for three in a row.
  const rows = [paging, ...related.rows, [...votes, ...(chart.rows[0] ?? change.rows[0] ?? [])]];
  if (chart.rows.length > 0) rows.push(...change.rows);
  return {
    rows: rows.filter((row) => row.length > 0),
    keep: [...related.keep, ...chart.keep, ...change.keep],
  };
}

/** The row that turns the page and opens the context, for the page that `now` shows. */
export function pageButtons(
  now: PageData,
  context: Pick<ButtonContext, "lang" | "version">,
): readonly Button[] {
  const { lang, version } = context;
  const next = (now.page + 1) % Math.max(1, now.quotes.length);
  const turn = packPage({ ...now, context: false, page: next }, version);
  const fold = packPage({ ...now, context: !now.context }, version);
  const pages = { page: String(next + 1), pages: String(now.quotes.length) };
  const row: Button[] = [];
  if (now.quotes.length > 1 && turn !== undefined) {
    row.push({ text: phrase(lang, "button-next-quote", pages), callback_data: turn });
  }
  if (fold !== undefined) {
    row.push({ text: phrase(lang, now.context ? "button-less" : "button-context"), callback_data: fold });
  }
  return row;
}

/** Questions as buttons, each in a row of its own. */
export function questionButtons(questions: readonly Suggestion[], lang: UiLang): Keyboard {
  const made = questions.map((q) => ({
    ...askData("a", q.question),
    label: inScript(cutEnd(q.label, LABEL_LIMIT[lang]), lang),
  }));
  return {
    rows: made.map((m) => [{ text: m.label, callback_data: m.data }]),
    keep: made.flatMap((m) => m.keep),
  };
}

const voteButtons = (): readonly Button[] => [
  { text: "👍", callback_data: "u" },
  { text: "👎", callback_data: "d" },
];

/** The button that draws; none where there is nothing to draw. */
export function chartButton({
  chart,
  asker,
  lang,
  version,
}: Pick<ButtonContext, "chart" | "asker" | "lang" | "version">): Keyboard {
  if (chart === undefined) return { rows: [], keep: [] };
  const packed = chart.question === undefined ? undefined : chartToken(chart.question, asker);
  const token = packed ?? hashText(chart.kept);
  const button = { text: phrase(lang, "button-chart"), callback_data: packChart({ asker, token }, version) };
  return { rows: [[button]], keep: packed === undefined ? [{ hash: token, text: chart.kept }] : [] };
}

/** A way out of what was understood: ask without the earlier turn, or say what to change. */
function changeButton(answer: Answer, lang: UiLang): Keyboard {
  if (answer.understanding.carriedOver.length > 0) {
    const { data, keep } = askData("f", answer.question);
    return { rows: [[{ text: phrase(lang, "button-fresh"), callback_data: data }]], keep };
  }
  if (answer.understanding.assumed.length === 0) return { rows: [], keep: [] };
  return { rows: [[{ text: phrase(lang, "button-change"), callback_data: "x" }]], keep: [] };
}

function askData(
  action: "a" | "f",
  question: string,
): { readonly data: string; readonly keep: Keyboard["keep"] } {
  const packed = packText(question, CALLBACK_LIMIT - 1);
  if (packed !== undefined) return { data: `${action}${packed}`, keep: [] };
  const hash = hashText(question);
  return { data: `${action}${hash}`, keep: [{ hash, text: question }] };
}

/** The quotes that pages go through: the answer's own, then those of other articles; each once. */
function pagedQuotes(answer: Answer): readonly Quote[] {
  if (!("quotes" in answer)) return [];
  const all = [...answer.quotes, ...answer.alsoIn];
  const same = (a: Quote, b: Quote) =>
    a.articleId === b.articleId && a.lang === b.lang && a.start === b.start;
  return all.filter((q, i) => all.findIndex((other) => same(q, other)) === i).slice(0, PAGES);
}
