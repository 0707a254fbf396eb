import type { Span } from "../../figures/figure.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import { cellUnit, displayOf, restate, sayPeriod } from "../figure-text.ts";
import { labelOf } from "../labels.ts";
import { matchFigure } from "../match/siblings.ts";
import { matchTerm } from "../match/zones.ts";
import type { Framed } from "../question/frames.ts";
import type { ComparisonKind, Question } from "../question/question.ts";
import { quoteFigures } from "../quotes.ts";
import type { AnsweredFigure, ComparisonAnswer, Derived, HeadlinePart, Quote, UiLang } from "../types.ts";
import type { Comparison } from "./compare.ts";
import { derive, sayDerived } from "./compute.ts";
import { incomparable } from "./likeness.ts";
import type { PairReason } from "./reasons.ts";
import { sayVerdict } from "./verdict.ts";

/** The answer that sets figures against each other: verdict, operands, arithmetic, or why they do not compare. */
export function tellComparison(
  question: Question,
  comparison: Comparison,
  base: Omit<
    ComparisonAnswer,
    "kind" | "headline" | "quotes" | "alsoIn" | "figures" | "derived" | "verdict" | "incomparable" | "missing"
  >,
): ComparisonAnswer {
  const { left, right } = comparison;
  const { lang } = question;
  const entries = [left, right, ...comparison.further];
  const { quotes, quoteOf } = quoteFigures(entries);
  const names = entries.map((entry) => nameOf(question, entry, entries, comparison.reason, lang));
  const reason =
    incomparable(
      left,
      right,
      lang,
      computedKind(question, comparison) === "share" || comparison.frame?.whole !== undefined,
    ) ?? unlike(question, comparison, lang);
  const derived = reason || entries.length > 2 ? [] : deriveFor(question, comparison, lang);
  const figures = entries.map(
    (entry, i): AnsweredFigure => ({
      figure: entry.figure,
      articleId: entry.document.article.id,
      lang: entry.document.article.lang,
      quote: quoteOf[i] ?? 0,
      display: displayOf(entry) + cellUnit(entry.figure),
      label: names[i] ?? "",
    }),
  );
  const verdict = reason
    ? ""
    : sayVerdict(question.folded, entries, names, lang, comparison.kind === "growth");
  return {
    ...base,
    kind: "comparison",
    headline: headlineOf(entries, names, quoteOf, derived, lang),
    quotes: quotes as [Quote, ...Quote[]],
    alsoIn: [],
    figures,
    derived,
    verdict: question.comparison === "which" || derived.length > 0 ? verdict : "",
    incomparable: reason ?? "",
    missing: [],
  };
}

/** Side by side only: measures of different things that the asker did not ask to compute with. */
function unlike(question: Question, comparison: Comparison, lang: UiLang): string | undefined {
  if (question.comparison !== "side_by_side" || comparison.reason === "change" || comparison.kind !== "level")
    return undefined;
  const { left, right } = comparison;
  const same =
    comparison.reason === "periods" &&
    question.terms.every(
      (t) => Math.abs(matchTerm(t, left.around) - matchTerm(t, right.around)) < 0.35 || t.kind === "act",
    );
  if (same && left.figure.noun === right.figure.noun) return undefined;
  return lang === "en"
    ? "They measure different things or under different definitions, so nothing is computed."
    : "两者统计的对象或口径不同，只并列、不计算。";
}

function deriveFor(question: Question, comparison: Comparison, lang: UiLang): Derived[] {
  const wanted = computedKind(question, comparison);
  const [left, right] = oriented(question, comparison, wanted);
  const at = (entry: FigureEntry): number => (entry === comparison.left ? 0 : 1);
  const result = derive(wanted, left, right, [at(left), at(right)], lang);
  return result ? [result] : [];
}

/** What to compute: as asked, except that per cent of change between percentages is told in points. */
function computedKind(question: Question, { reason, kind, frame }: Comparison): ComparisonKind {
  const { comparison, folded } = question;
  if (frame?.kind) return frame.kind;
  if (kind !== "level") return "difference";
  const percent = question.asks.some((a) => a.wants === "percent" || a.wants === "share");
  if (
    comparison === "share" ||
    (percent &&
      comparison !== "side_by_side" &&
      /占|里面?|当中|之中|贡献|of all|came from|of the/.test(folded) &&
      reason !== "periods" &&
      reason !== "change")
  )
    return "share";
  if (comparison === "percent_change" || (percent && (reason === "periods" || reason === "change")))
    return "percent_change";
  if (comparison === "ratio" || question.asks.some((a) => a.wants === "multiple")) return "ratio";
  return "difference";
}

/** The operands in the order of the arithmetic: part then whole, later then earlier, what is asked about then its measure. */
function oriented(
  question: Question,
  { left: a, right: b, reason, frame }: Comparison,
  kind: ComparisonKind,
): readonly [FigureEntry, FigureEntry] {
  if (frame?.kind) return [a, b];
  const lower = (e: FigureEntry): number =>
    typeof e.figure.value === "number" ? e.figure.value : e.figure.value[0];
  // Of the figures that two turns told the older one is the former.
  if (/后者(?:是|为|占|相当于|比)了?.{0,4}前者/.test(question.folded)) return [b, a];
  if (/前者(?:是|为|占|相当于|比)了?.{0,4}后者/.test(question.folded)) return [a, b];
  if (kind === "share") return lower(a) <= lower(b) ? [a, b] : [b, a];
  if (kind === "ratio" && question.frame?.kind === "ratio")
    return isFirst(question, question.frame, a, b) ? [a, b] : [b, a];
  if (kind === "percent_change") {
    if (reason === "change") return [b, a];
    const later = (a.figure.period.to ?? "") >= (b.figure.period.to ?? "");
    return reason === "periods" ? (later ? [a, b] : [b, a]) : [a, b];
  }
  return [a, b];
}

/** Whether the first figure is the one that the left side names, and the second the right side's. */
function isFirst(question: Question, { left, right }: Framed, a: FigureEntry, b: FigureEntry): boolean {
  const named = ([from, to]: Span, e: FigureEntry): number =>
    question.terms.reduce(
      (sum, t) => (t.span[0] >= from && t.span[0] < to ? sum + t.weight * matchFigure(t, e) : sum),
      0,
    );
  return named(left, a) + named(right, b) >= named(left, b) + named(right, a);
}

/** What sets an operand apart, for the asker: its period, its place, its direction, else its measure's name. */
function nameOf(
  question: Question,
  entry: FigureEntry,
  all: readonly FigureEntry[],
  reason: PairReason,
  lang: UiLang,
): string {
  const en = lang === "en";
  if (reason === "change") return entry === all[0] ? (en ? "before" : "之前") : en ? "after" : "之后";
  if (reason === "directions" && entry.figure.direction)
    return {
      import: en ? "imports" : "进口",
      export: en ? "exports" : "出口",
      both: en ? "imports and exports" : "进出口",
    }[entry.figure.direction];
  const period = sayPeriod(entry.figure.period, lang);
  const foreign = en && entry.document.article.lang === "zh";
  const label = foreign ? ownWords(question, entry, all) : labelOf(entry) || ownWords(question, entry, all);
  if (reason === "periods") {
    const same = all.every(
      (other) =>
        labelOf(other) === label ||
        question.terms.every((t) => Math.abs(matchTerm(t, other.around) - matchTerm(t, entry.around)) < 0.3),
    );
    return same ? period : join(label, period, lang);
  }
  const periods = new Set(all.map((e) => sayPeriod(e.figure.period, lang)));
  return periods.size > 1 && period !== "" && !label.includes(period)
    ? join(label, period, lang)
    : label || period;
}

const join = (label: string, period: string, lang: UiLang): string =>
  period === "" ? label : lang === "en" ? `${label} (${period})` : `${label}（${period}）`;

/** The asker's own words that this operand alone answers to. */
function ownWords(question: Question, entry: FigureEntry, all: readonly FigureEntry[]): string {
  const own = question.terms.filter(
    (t) =>
      t.span[0] >= 0 &&
      matchTerm(t, entry.around) >= 0.6 &&
      all.every((o) => o === entry || matchTerm(t, o.around) < matchTerm(t, entry.around)),
  );
  return own.map((t) => question.written.slice(...t.span)).join(" ");
}

function headlineOf(
  entries: readonly FigureEntry[],
  names: readonly string[],
  quoteOf: readonly number[],
  derived: readonly Derived[],
  lang: UiLang,
): HeadlinePart[] {
  const en = lang === "en";
  const parts: HeadlinePart[] = [];
  entries.forEach((entry, i) => {
    if (i > 0) parts.push({ kind: "text", text: en ? "; " : "；" });
    const name = names[i] ?? "";
    if (name !== "") parts.push({ kind: "text", text: `${name}${en ? ": " : "："}` });
    const quote = quoteOf[i] ?? 0;
    const restated = en && entry.document.article.lang === "zh" ? restate(entry.figure) : undefined;
    if (restated)
      parts.push(
        { kind: "restated", text: restated, quote, span: entry.figure.display },
        { kind: "text", text: " (" },
      );
    parts.push({ kind: "figure", text: displayOf(entry), quote, span: entry.figure.display });
    if (restated) parts.push({ kind: "text", text: ")" });
    const unit = cellUnit(entry.figure);
    if (unit !== "") parts.push({ kind: "text", text: unit });
  });
  derived.forEach((result, i) => {
    parts.push({ kind: "text", text: en ? `; ${INTRO_EN[result.kind]} ` : `；${introZh(result)}` });
    parts.push({
      kind: "computed",
      text: `${result.approximate ? (en ? "about " : "约") : ""}${sayDerived(result, lang)}`,
      derived: i,
    });
  });
  return parts;
}

const INTRO_EN: Readonly<Record<Derived["kind"], string>> = {
  difference: "a difference of",
  percentage_points: "a difference of",
  ratio: "a ratio of",
  share: "a share of",
  percent_change: "a change of",
};

function introZh(result: Derived): string {
  const value = typeof result.value === "number" ? result.value : result.value[0];
  if (result.kind === "percent_change") return value < 0 ? "下降" : "增长";
  return result.kind === "ratio" ? "前者是后者的" : result.kind === "share" ? "占" : "相差";
}
