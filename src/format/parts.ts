import {
  type Answer,
  type AnsweredFigure,
  type ComparisonAnswer,
  headlineText,
  type NumberAnswer,
  type UiLang,
} from "../answer/types.ts";
import { alignRows } from "./columns.ts";
import { cutEnd } from "./cut.ts";
import { bold, italic, plain, preformatted, type Rich } from "./html.ts";
import { showPeriod } from "./period.ts";
import { phrase } from "./phrases.ts";
import { inScript } from "./script.ts";

/** Longer than any headline that the engine makes; a bound for what imported articles may hold. */
const HEADLINE_LIMIT = 1200;

/** The direct answer in bold; in plain type where it is the bot's small talk. */
export function headlineLine(answer: Answer, lang: UiLang): Rich {
  const text = cutEnd(inScript(headlineText(answer.headline), lang), HEADLINE_LIMIT);
  return answer.kind === "chat" ? plain(text) : bold(plain(text));
}

/** Metric · period · place of the first figures; empty where the headline says all of it. */
export function contextLine(answer: NumberAnswer | ComparisonAnswer, lang: UiLang): Rich {
  const { figures } = answer;
  const items = unique([
    ...unique(figures.map((f) => f.label)).slice(0, 2),
    ...unique(figures.map((f) => showPeriod(f.figure.period, lang))).slice(0, 2),
    ...unique(figures.map((f) => placeOf(f, lang))).slice(0, 2),
  ]).map((item) => inScript(item, lang));
  const headline = inScript(headlineText(answer.headline), lang);
  if (items.every((item) => headline.includes(item))) return plain("");
  return plain(cutEnd(items.join(" · "), 200));
}

/** Where the figure belongs; empty where its words are in another language than the reply. */
const placeOf = (f: AnsweredFigure, lang: UiLang): string =>
  (lang === "en") === (f.lang === "en") ? (f.figure.entity ?? "") : "";

/** Verdict, operands one below the other, arithmetic, and what kept the figures apart or is missing. */
export function comparisonBlocks(answer: ComparisonAnswer, lang: UiLang): readonly Rich[] {
  const why =
    answer.incomparable === "" ? "" : phrase(lang, "comparison-apart", { why: answer.incomparable });
  const missing =
    answer.missing.length === 0
      ? ""
      : phrase(lang, "comparison-missing", { what: answer.missing.join(listComma(lang)) });
  const formulas = answer.derived.map((d) => phrase(lang, "arithmetic", { formula: d.formula }));
  return [
    preformatted(cutEnd(operandTable(answer.figures, lang), 600)),
    ...[...formulas, why, missing].map((line) => plain(cutEnd(inScript(line, lang), 400))),
  ];
}

/** The verdict, where the headline does not begin with it already. */
export function verdictLine(answer: ComparisonAnswer, lang: UiLang): Rich {
  const repeated = headlineText(answer.headline).includes(answer.verdict);
  return repeated ? plain("") : bold(plain(cutEnd(inScript(answer.verdict, lang), 300)));
}

function operandTable(figures: readonly AnsweredFigure[], lang: UiLang): string {
  if (figures.length < 2) return "";
  return alignRows(
    figures.map((f, i) => [inScript(operandName(f, i, figures, lang), lang), inScript(f.display, lang)]),
  );
}

/** What tells an operand from the others: its period, its label, its place, or several of them. */
function operandName(f: AnsweredFigure, i: number, all: readonly AnsweredFigure[], lang: UiLang): string {
  const names = (g: AnsweredFigure) => [showPeriod(g.figure.period, lang), g.label, placeOf(g, lang)];
  const own = names(f).filter((name, k) => name !== "" && all.some((g) => names(g)[k] !== name));
  return own.length > 0 ? own.join(" ") : f.label === "" ? `(${i + 1})` : f.label;
}

/** One short line on what was assumed or carried over; empty where nothing was. */
export function understoodLine(answer: Answer, lang: UiLang): Rich {
  const { assumed, carriedOver } = answer.understanding;
  const comma = listComma(lang);
  const lines = [
    assumed.length === 0 ? "" : phrase(lang, "understood-assumed", { what: assumed.join(comma) }),
    carriedOver.length === 0 ? "" : phrase(lang, "understood-carried", { what: carriedOver.join(comma) }),
  ].filter((line) => line !== "");
  return italic(plain(cutEnd(inScript(lines.join(" · "), lang), 200)));
}

const listComma = (lang: UiLang): string => (lang === "en" ? ", " : "、");

const unique = (items: readonly string[]): string[] => [...new Set(items.filter((item) => item !== ""))];
