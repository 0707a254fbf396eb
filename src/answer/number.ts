import type { FigureEntry } from "../retrieval/library.ts";
import { isChangePair } from "./comparison/reasons.ts";
import type { Engine } from "./engine.ts";
import { cellUnit, displayOf, restate } from "./figure-text.ts";
import { changeWords, labelOf, periodBeside } from "./labels.ts";
import type { Candidate } from "./match/judge.ts";
import { momentsOf, peaksOf } from "./match/leanings.ts";
import type { Wanted } from "./match/wanted.ts";
import {
  asksForAdded,
  asksForPlan,
  asksForStock,
  hasGrowthWord,
  isBaseWord,
  readAspect,
  readChangeSign,
  readPer,
  saysNow,
} from "./question/cues.ts";
import type { Question, Term } from "./question/question.ts";
import { quoteFigures } from "./quotes.ts";
import { type Segment, splitAsks } from "./segments.ts";
import { pickBest, pickJointly, rankFigures } from "./select.ts";
import type { AnsweredFigure, HeadlinePart, Quote, UiLang } from "./types.ts";

/** Figures found for the asks of a question, in their order; undefined where one was not found. */
export interface NumberFinding {
  readonly picks: readonly (Candidate | undefined)[];
  readonly ranked: readonly (readonly Candidate[])[];
  readonly wanted: readonly Wanted[];
}

/** Looks for one figure an ask. A question without an ask is taken to ask for one figure of any kind. */
export function findNumbers(engine: Engine, question: Question): NumberFinding {
  const segments = splitAsks(question);
  const wanted = segments.map((segment) => wantOf(question, segment, segments.length));
  const ranked = rankAll(engine, wanted, question.lang);
  const thenAndNow = wanted.length === 2 && saysNow(question.folded) && THEN.test(question.folded);
  const sides =
    FROM_TO.test(question.folded) || thenAndNow || AND_THEN.test(question.folded)
      ? bothSides(ranked[0] ?? [])
      : undefined;
  if (sides) return { picks: sides, ranked, wanted };
  const picks =
    wanted.length === 1 ? [pickBest(ranked[0] ?? [], wanted[0] as Wanted)] : pickJointly(ranked, wanted);
  return { picks, ranked, wanted };
}

/** 从多少涨到多少, from what to what: both sides of one change are asked for. */
const FROM_TO =
  /[从由](?:多少|几).{0,12}[到至成](?:了)?(?:多少|几)|from (?:what|how much|how many).{0,20} to (?:what|how)|由几多.{0,8}到几多/;

/** 现在要几分钟，从前要多久: both sides, too. */
const THEN =
  /以前|从前|过去|原来|之前|原先|往年|早先|早前|当初|\b(?:before|previously|earlier|in the past|used to)\b/;

/** 现在要多久?以前呢. */
const AND_THEN = /[,，。?;\s](?:那)?(?:以前|从前|过去|原来|之前|原先)(?:呢|又是多少|是多少|要多久)?[?。\s]*$/;

/** The best candidate that is one side of a change, with the other side, earlier first. */
function bothSides(ranked: readonly Candidate[]): Candidate[] | undefined {
  const kept = ranked.filter((c) => c.dropped === null);
  for (const from of kept) {
    const to = kept.find(
      (c) => c.entry.document === from.entry.document && isChangePair(from.entry, c.entry),
    );
    if (to) return [from, to];
  }
  return undefined;
}

/** Candidates of each ask; a later ask also looks at what stands beside the candidates of the first. */
function rankAll(engine: Engine, wanted: readonly Wanted[], lang: UiLang): Candidate[][] {
  const ranked: Candidate[][] = [];
  for (const w of wanted) ranked.push(rankFigures(engine, w, lang, ranked[0]));
  return ranked;
}

function wantOf(question: Question, segment: Segment, asks: number): Wanted {
  const base = question.periods.find(
    (p) =>
      !p.whole &&
      (question.periods.length > 1 || question.aspect === "growth") &&
      isBaseWord(question.folded, p),
  );
  const period = periodsFor(question, segment, asks).find((p) => p !== base);
  const directions = question.directions.filter((d) => d.span[0] < segment.end);
  const direction = directions.length === 1 ? (directions[0]?.direction ?? null) : null;
  const own =
    segment.ask?.wants === "money" ? segment.own.filter((t) => !MONEY_WORDS.test(t.text)) : segment.own;
  // 总共办了几期 after 援外培训有几个国家: an act alone is done to what was named before.
  const bare =
    asks > 1 && segment.shared.length > 0 && segment.ask?.noun === "" && own.every((t) => t.kind === "act");
  return {
    terms: bare ? [] : own,
    per: readPer(question.folded),
    shared: bare ? [...segment.shared, ...own] : segment.shared,
    ask: segment.ask,
    recalled: question.recalled,
    counted: countedBy(segment, question.folded),
    compares: question.comparison !== null || question.periods.length > 1,
    allowsChange:
      question.asks.length === 0 ||
      question.comparison !== null ||
      question.changeBase !== null ||
      hasGrowthWord(question.folded) ||
      question.followUp,
    aspect:
      asks > 1 && segment.ask ? readAspect(segmentText(question, segment), segment.ask) : question.aspect,
    period,
    base,
    changeBase: question.changeBase,
    direction,
    national: question.national,
    world: /全球|世界|\bworld|\bglobal/.test(question.folded),
    stock: asksForStock(question.folded),
    added: asksForAdded(question.folded),
    plan: asksForPlan(question.folded),
    excluded: question.excluded,
    alone: asks < 2,
    moments: momentsOf(question.folded),
    peaks: peaksOf(question.folded),
    sign: readChangeSign(question.folded),
  };
}

/** The periods of one of several asks: its own, else those of the asks before it; 现在有多少,2020年呢: the first has none. */
function periodsFor(question: Question, segment: Segment, asks: number): Question["periods"] {
  const { periods, folded } = question;
  if (asks < 2) return periods;
  const own = periods.filter((p) => p.span[0] >= segment.start && p.span[0] < segment.end);
  if (own.length > 0) return own;
  const text = folded.slice(segment.start, segment.end);
  if (saysNow(text) || /\b(?:are|is)\b/.test(text)) return [];
  const before = periods.filter((p) => p.span[0] < segment.start);
  return before.length > 0 ? before : periods;
}

/** Words that say no more than that money is asked for. */
const MONEY_WORDS =
  /^(?:worth|valu|amount|money|sum|价值|金额|钱|总额|卖|卖了|卖出|销售|销售额|sold|sell|sale|altogeth)$/;

/** The terms inside an ask or right behind it: what is counted. */
function countedBy({ ask, own }: Segment, folded: string): Term[] {
  if (!ask || (ask.wants !== "count" && ask.wants !== "measure") || ask.span[0] < 0) return [];
  return own.filter(
    (t) =>
      t.noun &&
      !t.general &&
      t.kind !== "place" &&
      t.span[0] >= (ask.wants === "measure" ? ask.span[1] : ask.span[0]) &&
      (t.span[0] <= ask.span[1] + 1 || OF.test(folded.slice(ask.span[1], t.span[0]))),
  );
}

/** How many tonnes| of Norwegian |salmon. */
const OF = /^ of (?:the )?(?:[a-z-]+ )?$/;

/** The words around one ask, for its own aspect: 涨了多少 in "有多少万亿 涨了多少". */
function segmentText(question: Question, segment: Segment): string {
  const ask = segment.ask;
  if (!ask) return question.folded;
  const before = question.folded.slice(0, ask.span[0]);
  const breaks = question.lang === "en" ? ",;?" : "，,。?？;；、 ";
  const from = Math.max(...[...breaks].map((c) => before.lastIndexOf(c))) + 1;
  return (
    question.folded.slice(from, ask.span[1]) +
    (/^[^，,。?？;；、 ]{1,4}/.exec(question.folded.slice(ask.span[1]))?.[0] ?? "")
  );
}

/**
 * A figure with what belongs to it: the growth that the source states beside a level, the other side of a change, and, where
 * no question word narrows it down, the level that a growth is of.
 */
export function withCompanions(entry: FigureEntry, withLevel: boolean): FigureEntry[] {
  const { figures } = entry.document;
  const isOf = (e: FigureEntry, role: string, of: FigureEntry): boolean =>
    e.figure.of?.role === role && e.figure.of.index === of.index;
  const other = figures.find(
    (e) =>
      isOf(e, "before", entry) ||
      isOf(e, "after", entry) ||
      isOf(entry, "before", e) ||
      isOf(entry, "after", e),
  );
  if (other && other.sentence === entry.sentence) return [entry, other];
  const level =
    entry.figure.of?.role === "growth" && withLevel
      ? figures.find((e) => e.index === entry.figure.of?.index && e.sentence === entry.sentence)
      : undefined;
  if (level) return [level, entry];
  const growth = figures.find(
    (e) => isOf(e, "growth", entry) && e.sentence === entry.sentence && e.figure.change?.kind === "yoy",
  );
  return growth ? [entry, growth] : [entry];
}

export interface ToldFigures {
  readonly headline: HeadlinePart[];
  readonly figures: AnsweredFigure[];
  readonly quotes: readonly [Quote, ...Quote[]];
}

/** Tells figures as a headline: name, figure, period, one after the other, with the quotes that hold them. */
export function tellFigures(entries: readonly [FigureEntry, ...FigureEntry[]], lang: UiLang): ToldFigures {
  const { quotes, quoteOf } = quoteFigures(entries);
  const headline: HeadlinePart[] = [];
  const figures = entries.map((entry, i): AnsweredFigure => {
    const quote = quoteOf[i] ?? 0;
    const { parts, label, display } = tellFigure(entry, quote, lang, entries[i - 1]);
    if (i > 0) headline.push({ kind: "text", text: lang === "en" ? "; " : "；" });
    headline.push(...parts);
    return {
      figure: entry.figure,
      articleId: entry.document.article.id,
      lang: entry.document.article.lang,
      quote,
      display,
      label,
    };
  });
  return { headline, figures, quotes: quotes as [Quote, ...Quote[]] };
}

/** One figure of a headline. What it shares with the one told just before, its name and period, is not said again. */
function tellFigure(
  entry: FigureEntry,
  quote: number,
  lang: UiLang,
  before: FigureEntry | undefined,
): { parts: HeadlinePart[]; label: string; display: string } {
  const foreign = lang === "en" && entry.document.article.lang === "zh";
  const label = foreign ? "" : labelOf(entry);
  const named = before !== undefined && !foreign && labelOf(before) === label;
  const said = periodBeside(entry, label, lang);
  const period = named && before && periodBeside(before, label, lang) === said ? "" : said;
  const change = changeWords(entry.figure, label, lang);
  const parts: HeadlinePart[] = [];
  const text = (t: string): void => {
    if (t !== "") parts.push({ kind: "text", text: t });
  };
  const colon = lang === "en" ? ": " : "：";
  text(label === "" || named ? change : `${label}${colon}${change}`);
  const display = displayOf(entry);
  const span = entry.figure.display;
  const restated = foreign ? restate(entry.figure) : undefined;
  if (restated) {
    parts.push({ kind: "restated", text: restated, quote, span });
    text(" (");
    parts.push({ kind: "figure", text: display, quote, span });
    text(")");
  } else parts.push({ kind: "figure", text: display, quote, span });
  text(cellUnit(entry.figure));
  if (period !== "") text(lang === "en" ? ` (${period})` : `（${period}）`);
  return { parts, label, display: restated ?? `${display}${cellUnit(entry.figure)}` };
}
