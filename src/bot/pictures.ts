import type { AskInput } from "../answer/assistant-api.ts";
import type { Answer, UiLang } from "../answer/types.ts";
import { trendOfAnswer, valuesIn } from "../charts/answer-trend.ts";
import { chartOf } from "../charts/chart-of.ts";
import { askPlainly, asksForChart } from "../charts/chart-words.ts";
import type { ChartSpec } from "../charts/spec.ts";
import type { Deps } from "./deps.ts";
import { type LanguageHints, replyLanguage } from "./language.ts";

/** An answer, and what of it can be shown as a picture. */
export interface PicturedAnswer {
  readonly answer: Answer;
  readonly picture: Picture | undefined;
  /** A picture was asked for, and there is nothing to draw. */
  readonly undrawn: boolean;
}

export interface Picture {
  readonly spec: ChartSpec;
  /** The question that leads to it by itself; undefined where an earlier turn bears on it. */
  readonly question: string | undefined;
  /** `asked`: the question wants it; `telling`: it sets three or more values side by side; else it is an offer. */
  readonly worth: "asked" | "telling" | "offer";
}

/** Fewer values are told by the words of the answer; more are read faster as a picture. */
const TELLING_VALUES = 3;

/** Asks the assistant, and looks for the picture: that of a comparison, or the years of the number that is told. */
export function askPictured(deps: Deps, input: AskInput, hints: LanguageHints): PicturedAnswer {
  const { answer, spec } = answerAndChart(deps, input, hints);
  const asked = asksForChart(input.text);
  if (spec === undefined) return { answer, picture: undefined, undrawn: isMissed(answer, asked) };
  const question = standsAlone(deps, input, hints, spec) ? input.text : undefined;
  // The years around a number that was asked for alone are offered, however many they are.
  const telling = answer.kind === "comparison" && valuesIn(spec) >= TELLING_VALUES;
  const worth = asked !== undefined ? "asked" : telling ? "telling" : "offer";
  return { answer, picture: { spec, question, worth }, undrawn: false };
}

/** The chart that a question leads to by itself. */
export const chartFor = (deps: Deps, question: string, hints: LanguageHints): ChartSpec | undefined =>
  answerAndChart(deps, { text: question, ...langOf(hints) }, hints).spec;

function answerAndChart(
  deps: Deps,
  input: AskInput,
  hints: LanguageHints,
): { readonly answer: Answer; readonly spec: ChartSpec | undefined } {
  const answer = deps.assistant.ask(input);
  const spec = chartIn(deps, answer, replyLanguage(answer, hints));
  if (spec !== undefined || asksForChart(input.text) === undefined) return { answer, spec };
  // Its words may have led the engine astray: then the number that the question is about is answered and drawn.
  const plain = deps.assistant.ask({ ...input, text: askPlainly(input.text) });
  const other = chartIn(deps, plain, replyLanguage(answer, hints));
  return other === undefined ? { answer, spec } : { answer: plain, spec: other };
}

function chartIn(deps: Deps, answer: Answer, lang: UiLang): ChartSpec | undefined {
  if (answer.kind !== "comparison" && answer.kind !== "number") return undefined;
  const own = chartOf(answer.lang === lang ? answer : { ...answer, lang });
  if (own !== undefined || answer.kind === "comparison" || deps.library === undefined) return own;
  return trendOfAnswer(deps.library, answer, lang);
}

/** Whether a picture was asked for in vain; where only words may have been meant, numbers alone are missed in one. */
const isMissed = (answer: Answer, asked: ReturnType<typeof asksForChart>): boolean =>
  asked !== undefined &&
  (answer.kind === "number" ||
    answer.kind === "comparison" ||
    (answer.kind === "passage" && asked === "surely"));

function standsAlone(deps: Deps, input: AskInput, hints: LanguageHints, spec: ChartSpec): boolean {
  if ((input.memory ?? null) === null && input.about === undefined) return true;
  return JSON.stringify(chartFor(deps, input.text, hints)) === JSON.stringify(spec);
}

/** The language that a question is asked in where its text does not tell. */
export function langOf({ chosen, app }: LanguageHints): { readonly lang?: UiLang } {
  const lang = chosen ?? app;
  return lang === undefined ? {} : { lang };
}
