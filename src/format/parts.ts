import {
  type Answer,
  type AnsweredFigure,
  type ComparisonAnswer,
  headlineText,
  type NumberAnswer,
  type UiLang,
} from "../answer/types.ts";
import { inScript } from "../text/script.ts";
import { alignRows } from "./columns.ts";
import { cutEnd } from "./cut.ts";
import { bold, EMPTY, italic, plain, preformatted, type Rich } from "./html.ts";
import { showPeriod } from "./period.ts";
import { phrase } from "./phrases.ts";

/** Longer than any headline that the engine makes; a bound for what imported articles may hold. */
const HEADLINE_LIMIT = 1200;

/** The direct answer in bold; in plain type where it is the bot's small talk. */
export function headlineLine(answer: Answer, lang: UiLang): Rich {
  const text = cutEnd(inScript(headlineText(answer.headline), lang), HEADLINE_LIMIT);
  return answer.kind === "chat" ? plain(text) : bold(plain(text));
}

/** Metric · period · place of the figures, as far as they share them; empty where the headline says all of it. */
export function contextLine(answer: NumberAnswer | ComparisonAnswer, lang: UiLang): Rich {
  const { figures } = answer;
  const periods = unique(figures.map((f) => showPeriod(f.figure.period, lang)));
  const places = unique(figures.map((f) => placeOf(f, lang)));
  // In a comparison the table names what differs.
  const most = answer.kind === "comparison" ? 1 : 2;
  const items = [metricsOf(figures, [...periods, ...places], lang), periods, places]
    .filter((names) => names.length <= most)
    .flat()
    .map((item) => inScript(item, lang));
  const headline = inScript(headlineText(answer.headline), lang);
  if (items.every((item) => headline.includes(item))) return EMPTY;
  return plain(cutEnd(unique(items).join(" · "), 200));
}

/** What was measured; where the labels only tell periods or places apart, as the text itself names it. */
function metricsOf(
  figures: readonly AnsweredFigure[],
  told: readonly string[],
  lang: UiLang,
): readonly string[] {
  const labels = unique(figures.map((f) => f.label)).filter((label) => !told.includes(label));
  if (labels.length > 0) return labels.slice(0, 2);
  return unique(figures.filter((f) => speaks(f, lang)).map((f) => f.figure.metric)).slice(0, 1);
}

/** Where the figure belongs; empty where its words are in another language than the reply. */
const placeOf = (f: AnsweredFigure, lang: UiLang): string => (speaks(f, lang) ? (f.figure.entity ?? "") : "");

const speaks = (f: AnsweredFigure, lang: UiLang): boolean => (lang === "en") === (f.lang === "en");

/**
 * A comparison's direct answer: the verdict, where figures were set against each other (they stand in the table below it);
 * else the headline, which names them.
 */
export function comparisonHead(answer: ComparisonAnswer, lang: UiLang): Rich {
  if (!hasTable(answer)) return headlineLine(answer, lang);
  return bold(plain(cutEnd(inScript(answer.verdict, lang), 300)));
}

/** Operands one below the other, the arithmetic, and what kept figures apart or is missing, unless the headline says so. */
export function comparisonBlocks(answer: ComparisonAnswer, lang: UiLang): readonly Rich[] {
  const table = hasTable(answer);
  const told = table ? "" : headlineText(answer.headline);
  const missing = answer.missing.filter((what) => !told.includes(what)).join(listComma(lang));
  const why = told.includes(answer.incomparable) ? "" : answer.incomparable;
  const lines = [
    ...answer.derived.map((d) => phrase(lang, "arithmetic", { formula: d.formula })),
    why === "" ? "" : phrase(lang, "comparison-apart", { why }),
    missing === "" ? "" : phrase(lang, "comparison-missing", { what: missing }),
  ];
  return [
    table ? preformatted(cutEnd(operandTable(answer.figures, lang), 600)) : EMPTY,
    ...lines.map((line) => plain(cutEnd(inScript(line, lang), 400))),
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
