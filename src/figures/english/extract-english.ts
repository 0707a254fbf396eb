import { splitSentences, type TextSpan } from "../../text/sentences.ts";
import type { Figure, FigureContext, Span } from "../figure.ts";
import { aggregationOf, directionOf } from "./aggregation.ts";
import { isBase } from "./change-bases.ts";
import { changeOf } from "./change-of.ts";
import { clausesOf } from "./clauses.ts";
import { type Draft, draftSentence, type SentenceView } from "./drafts.ts";
import { findEntities } from "./entities.ts";
import { chooseEntity, contextEntity, earlierEntity } from "./entity-choice.ts";
import { linkDrafts } from "./links.ts";
import { resolveMetrics } from "./metric-inheritance.ts";
import {
  type Dates,
  datesOf,
  fallbackDates,
  isAside,
  isCarried,
  isComparedPhrase,
  toPeriod,
} from "./period-choice.ts";
import { datePass } from "./period-pass.ts";
import { findPeriods, type PeriodAnchor, type PeriodPhrase } from "./period-phrases.ts";
import { type PreparedText, prepareText } from "./prepared-text.ts";
import { findQuantities } from "./quantities.ts";
import type { Quantity } from "./quantity.ts";
import { tokenizeSentence } from "./sentence-tokens.ts";
import { findTraps } from "./traps.ts";

/** Without any of these a paragraph holds no figure. */
const MAY_COUNT =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|hal[fv]\w*|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|twice|\w*fold|third|quarter|first|second|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+th)\b/;

/** The figures of one English paragraph `span` of `text`; offsets count in `text`, `of.index` in this list. */
export function extractEnglishFigures(text: string, span: TextSpan, context: FigureContext): Figure[] {
  const prepared = prepareText(text, span);
  if (!MAY_COUNT.test(prepared.lower)) return [];
  const anchor = anchorOf(context);
  const phrases = findPeriods(prepared.lower, anchor);
  const list = findQuantities(prepared.lower, [...findTraps(prepared.lower), ...phrases]);
  if (list.length === 0) return [];
  const views = viewSentences(prepared, list, phrases);
  const heading = headingAbove(text, span.start);
  const veiled = veil(prepared.lower, list);
  const drafts = views.flatMap((view) => draftSentence(prepared.lower, view, list));
  const links = linkDrafts(prepared.lower, drafts);
  const metrics = resolveMetrics(prepared.lower, drafts, links);
  const dates = datePass(prepared, drafts, phrases, list, {
    context,
    above: periodAbove(text, span.start, heading, context),
  });
  const entities = findEntities(prepared.plain);
  const owners: (string | null)[] = [];
  return drafts.map((d, i) => {
    const when = dates[i] ?? { dates: fallbackDates(undefined, context), implicit: true };
    const said = toPeriod(when.dates, when.implicit);
    const change = changeOf(prepared, veiled, d, phrases, said);
    const period =
      change?.kind === "avg_annual" && change.base !== null ? { ...said, from: change.base } : said;
    const words = metrics[i]?.map((s) => prepared.lower.slice(...s)).join(" ") ?? "";
    const link = links[i];
    const linked = link && link.role !== "part" && link.index < i ? owners[link.index] : undefined;
    const entity =
      linked ??
      chooseEntity(entities, d, metrics[i] ?? []) ??
      earlierEntity(entities, d.sentence.start) ??
      owners.at(-1) ??
      contextEntity(heading, context.title, text);
    owners.push(entity);
    return finish(text, prepared, d, {
      period,
      spans: metrics[i] ?? [],
      entity,
      direction: direction(prepared.lower, d, words),
      change,
      of: link ?? null,
    });
  });
}

/** Periods that run to the day of publication end with its month. */
const anchorOf = (context: FigureContext): PeriodAnchor => ({
  published: context.published?.slice(0, 7) ?? null,
});

type Read = Pick<Figure, "period" | "entity" | "direction" | "change" | "of"> & {
  readonly spans: readonly Span[];
};

function finish(text: string, { base, plain, lower }: PreparedText, d: Draft, read: Read): Figure {
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
        plain
          .slice(...s)
          .replace(/\s+/g, " ")
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

/** "Co., Ltd. in 2023": the dot of a company's form ends no sentence where a small letter follows. */
function wholeSentences(plain: string): TextSpan[] {
  const out: TextSpan[] = [];
  for (const s of splitSentences(plain)) {
    const last = out.at(-1);
    if (
      last &&
      /\b(?:Ltd|Inc|Corp|Co)\.$/.test(plain.slice(last.start, last.end)) &&
      /[a-z]/.test(plain.charAt(s.start))
    )
      out[out.length - 1] = { start: last.start, end: s.end };
    else out.push(s);
  }
  return out;
}

function viewSentences(
  { plain, lower }: PreparedText,
  list: readonly Quantity[],
  phrases: readonly PeriodPhrase[],
): SentenceView[] {
  return wholeSentences(plain).flatMap((sentence) => {
    const members = list.flatMap((q, i) => (q.start >= sentence.start && q.start < sentence.end ? [i] : []));
    if (members.length === 0) return [];
    const tokens = tokenizeSentence(lower, sentence, list, phrases);
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

/** The undated figures of a section speak of what its heading names, else (where the article covers no period) of what it named last. */
function periodAbove(text: string, at: number, heading: string, context: FigureContext): Dates | undefined {
  const anchor = anchorOf(context);
  const named = findPeriods(heading.toLowerCase(), anchor).find(isCarried);
  if (named) return datesOf(named, null, undefined);
  if (context.covers) return undefined;
  const from = Math.max(0, text.lastIndexOf("\n#", at), at - SECTION_REACH);
  const before = prepareText(text, { start: from, end: at });
  const list = findQuantities(before.lower, findPeriods(before.lower, anchor));
  const last = findPeriods(before.lower, anchor).findLast(
    (p) =>
      isCarried(p) &&
      !isComparedPhrase(before.lower, p, list) &&
      !isAside(before.lower, p) &&
      !isBase(before.lower, p, 0),
  );
  return last && datesOf(last, null, undefined);
}

/** Far enough for the paragraphs of one section; a longer way back is another matter. */
const SECTION_REACH = 1500;

/** The paragraph with its figures blotted out, so that their qualifiers ("more than") are not read as comparisons. */
function veil(lower: string, list: readonly Quantity[]): string {
  const chars = [...lower];
  if (chars.length !== lower.length) return lower;
  for (const q of list) chars.fill("#", q.shown[0], q.shown[1]);
  return chars.join("");
}

const direction = (lower: string, d: Draft, words: string): Figure["direction"] =>
  directionOf(words) ??
  directionOf(lower.slice(d.clause.start, d.clause.end)) ??
  directionOf(lower.slice(d.sentence.start, d.q.start));
