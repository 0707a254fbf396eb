import { splitSentences, type TextSpan } from "../../text/sentences.ts";
import type { Change, Figure, FigureContext, Span } from "../figure.ts";
import { aggregationOf, directionOf } from "./aggregation.ts";
import { baseDate, readBase } from "./change-bases.ts";
import { factorOf, signed } from "./changes.ts";
import { clausesOf } from "./clauses.ts";
import { type Draft, draftSentence, type SentenceView } from "./drafts.ts";
import { findEntities } from "./entities.ts";
import { chooseEntity, contextEntity } from "./entity-choice.ts";
import { linkDrafts } from "./links.ts";
import { resolveMetrics } from "./metric-inheritance.ts";
import {
  type Dates,
  datesOf,
  fallbackDates,
  isCarried,
  ownPhrase,
  streakDates,
  toPeriod,
} from "./period-choice.ts";
import { findPeriods, type PeriodPhrase } from "./period-phrases.ts";
import { type PreparedText, prepareText } from "./prepared-text.ts";
import { findQuantities } from "./quantities.ts";
import type { Quantity } from "./quantity.ts";
import { tokenizeSentence } from "./sentence-tokens.ts";
import { findTraps } from "./traps.ts";

/** The figures of one English paragraph `span` of `text`; offsets count in `text`, `of.index` in this list. */
export function extractEnglishFigures(text: string, span: TextSpan, context: FigureContext): Figure[] {
  const prepared = prepareText(text, span);
  const anchor = { published: context.published ?? null };
  const phrases = findPeriods(prepared.lower, anchor);
  const list = findQuantities(prepared.lower, [...findTraps(prepared.lower), ...phrases]);
  if (list.length === 0) return [];
  const views = viewSentences(prepared, list, phrases);
  const heading = headingAbove(text, span.start);
  const headingPhrase = findPeriods(heading.toLowerCase(), anchor).find(isCarried);
  const drafts = views.flatMap((view) => draftSentence(prepared.lower, view, list));
  const links = linkDrafts(prepared.lower, drafts);
  const metrics = resolveMetrics(prepared.lower, drafts, links);
  const dates = datePass(prepared.lower, drafts, phrases, list, context, headingPhrase);
  const entities = findEntities(prepared.plain);
  const outer = contextEntity(heading, context.title);
  let carriedEntity: string | null = null;
  return drafts.map((d, i) => {
    const when = dates[i] ?? { dates: fallbackDates(undefined, context), implicit: true };
    const period = toPeriod(when.dates, when.implicit);
    const words = metrics[i]?.map((s) => prepared.lower.slice(...s)).join(" ") ?? "";
    const entity = chooseEntity(entities, d, metrics[i] ?? []) ?? carriedEntity ?? outer;
    carriedEntity = entity ?? carriedEntity;
    return finish(text, prepared, d, {
      period,
      spans: metrics[i] ?? [],
      entity,
      direction: direction(prepared.lower, d, words),
      change: changeOf(prepared.lower, d, phrases, period, text, prepared.base),
      of: links[i] ?? null,
    });
  });
}

type Read = Pick<Figure, "period" | "entity" | "direction" | "change" | "of"> & {
  readonly spans: readonly Span[];
};

function finish(text: string, { base, lower }: PreparedText, d: Draft, read: Read): Figure {
  const { q } = d;
  const move = ([from, to]: readonly [number, number]): Span => [base + from, base + to];
  const ordered = [...read.spans].sort((a, b) => a[0] - b[0]);
  const near = (s: Span): number => Math.min(Math.abs(s[0] - q.start), Math.abs(q.start - s[1]));
  const clause = lower.slice(d.clause.start, d.clause.end);
  return {
    text: text.slice(base + q.start, base + q.end),
    start: base + q.start,
    end: base + q.end,
    num: move(q.num),
    display: move(q.shown),
    value: q.value,
    unit: q.unit,
    noun: q.noun ? text.slice(base + q.noun[0], base + q.noun[1]) : null,
    approx: q.approx,
    bound: q.bound,
    kind: q.kind,
    metric: ordered
      .map((s) =>
        text
          .slice(base + s[0], base + s[1])
          .replace(/[\s*]+/g, " ")
          .trim(),
      )
      .join(" "),
    metricSpans: [...read.spans].sort((a, b) => near(a) - near(b)).map(move),
    entity: read.entity,
    direction: read.direction,
    agg: aggregationOf(q, {
      change: read.change !== null && read.change.kind !== "ratio",
      share: d.share,
      side: d.side,
      period: read.period,
      clause,
    }),
    period: read.period,
    change: read.change,
    of: read.of,
    clause: [base + d.clause.start, base + d.clause.end],
    sentence: [base + d.sentence.start, base + d.sentence.end],
  };
}

function viewSentences(
  { plain, lower }: PreparedText,
  list: readonly Quantity[],
  phrases: readonly PeriodPhrase[],
): SentenceView[] {
  return splitSentences(plain).map((sentence) => {
    const tokens = tokenizeSentence(lower, sentence, list, phrases);
    const members = list.flatMap((q, i) => (q.start >= sentence.start && q.start < sentence.end ? [i] : []));
    return { sentence, tokens, members, clauses: clausesOf(plain, sentence, tokens) };
  });
}

/** The Markdown heading above an offset, without its marks; empty where none is. */
function headingAbove(text: string, at: number): string {
  const from = text.lastIndexOf("\n#", at);
  const start = from < 0 ? (text.startsWith("#") ? 0 : -1) : from + 1;
  if (start < 0 || start >= at) return "";
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? at : Math.min(end, at)).replace(/^#+\s*/, "");
}

/** The dates of every draft: its own phrase, else what the sentences before it carry, else heading and article. */
function datePass(
  lower: string,
  drafts: readonly Draft[],
  phrases: readonly PeriodPhrase[],
  list: readonly Quantity[],
  context: FigureContext,
  heading: PeriodPhrase | undefined,
): { dates: Dates; implicit: boolean }[] {
  let carried: Dates | undefined = heading && datesOf(heading, null as never, undefined);
  return drafts.map((d) => {
    const phrase = ownPhrase(lower, d.q, list, phrases, d);
    const around = carried ?? fallbackDates(undefined, context);
    if (!phrase) return { dates: streakDates(around, d.q), implicit: true };
    const dates = datesOf(phrase, lower.slice(phrase.start, phrase.end), around);
    if (isCarried(phrase)) carried = dates;
    return {
      dates: streakDates(dates, d.q),
      implicit: phrase.start < d.clause.start || phrase.end > d.clause.end,
    };
  });
}

function direction(lower: string, d: Draft, words: string): Figure["direction"] {
  const clause = directionOf(lower.slice(d.clause.start, d.clause.end));
  return directionOf(words) ?? clause ?? directionOf(lower.slice(d.sentence.start, d.q.start));
}

function changeOf(
  lower: string,
  d: Draft,
  phrases: readonly PeriodPhrase[],
  period: Figure["period"],
  text: string,
  offset: number,
): Change | null {
  if (!d.change) return null;
  const base = readBase(lower, phrases, d.sentence.start, d.q.end, d.sentence.end);
  const by = /\bby\s*$/.test(lower.slice(d.sentence.start, d.q.shown[0]));
  const factor = factorOf(d.q, d.change.sign, d.change.ratio, by);
  const rest = {
    value: signed(d.q.value, d.change.sign),
    unit: d.q.unit || (d.q.kind === "fraction" ? "" : d.q.noun ? lower.slice(...d.q.noun) : ""),
  };
  if (d.change.ratio) return { kind: "ratio", base: ratioBase(lower, d), ...rest, factor };
  const words =
    base.words === null
      ? null
      : text.slice(
          offset + lower.indexOf(base.words, d.sentence.start),
          offset + lower.indexOf(base.words, d.sentence.start) + base.words.length,
        );
  const kind =
    base.kind ??
    (d.change.comparative
      ? "gap"
      : d.q.kind === "percent" || d.q.kind === "multiple" || d.q.kind === "fraction"
        ? "vs"
        : "increment");
  return { kind, base: words ?? baseDate(base.phrase, period), ...rest, factor };
}

/** What a multiple is a multiple of: the words behind it. */
function ratioBase(lower: string, d: Draft): string | null {
  const words =
    /^\s*(?:that\s+of\s+|those\s+of\s+|as\s+\w+\s+as\s+)?([^,;.]{2,80}?)(?=\s+and\s+\d|[,;.]|$)/.exec(
      lower.slice(d.q.end, d.sentence.end),
    )?.[1];
  return words?.replace(/^(?:the|its|their)\s+/, "").trim() ?? null;
}
