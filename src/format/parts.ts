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
import { bold, EMPTY, italic, plain, preformatted, type Rich } from "./html.ts";
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
  if (items.every((item) => headline.includes(item))) return EMPTY;
  return plain(cutEnd(items.join(" · "), 200));
}

/** Where the figure belongs; empty where its words are in another language than the reply. */
const placeOf = (f: AnsweredFigure, lang: UiLang): string =>
  (lang === "en") === (f.lang === "en") ? (f.figure.entity ?? "") : "";

/**
 * A comparison's direct answer: the verdict, where figures were set against each other (they stand in the table below it);
 * else the headline, which names them.
 */
export function comparisonHead(answer: ComparisonAnswer, lang: UiLang): Rich {
  if (!hasTable(answer)) return headlineLine(answer, lang);
  return bold(plain(cutEnd(inScript(answer.verdict, lang), 300)));
}

/** Operands one below the other, the arithmetic, and what kept figures apart or is missing. */
export function comparisonBlocks(answer: ComparisonAnswer, lang: UiLang): readonly Rich[] {
  const why =
    answer.incomparable === "" ? "" : phrase(lang, "comparison-apart", { why: answer.incomparable });
  const missing =
    answer.missing.length === 0
      ? ""
      : phrase(lang, "comparison-missing", { what: answer.missing.join(listComma(lang)) });
  const formulas = answer.derived.map((d) => phrase(lang, "arithmetic", { formula: d.formula }));
  return [
    hasTable(answer) ? preformatted(cutEnd(operandTable(answer.figures, lang), 600)) : EMPTY,
    ...[...formulas, why, missing].map((line) => plain(cutEnd(inScript(line, lang), 400))),
  ];
}

const hasTable = (answer: ComparisonAnswer): boolean => answer.verdict !== "" && answer.figures.length > 1;

const operandTable = (figures: readonly AnsweredFigure[], lang: UiLang): string =>
  alignRows(
    figures.map((f, i) => [inScript(operandName(f, i, figures, lang), lang), inScript(f.display, lang)]),
  );

/** What tells an operand from the others: its label, its period, its place, as far as they differ. */
function operandName(f: AnsweredFigure, i: number, all: readonly AnsweredFigure[], lang: UiLang): string {
  const names = (g: AnsweredFigure) => [g.label, showPeriod(g.figure.period, lang), placeOf(g, lang)];
  const telling = names(f).filter((name, k) => name !== "" && all.some((g) => names(g)[k] !== name));
  const own = telling.filter(
    (name, k) =>
      !telling.some((other, j) => j !== k && (other.length > name.length || j < k) && other.includes(name)),
  );
  return own.length > 0 ? own.join(" ") : `(${i + 1}) ${f.label}`;
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
