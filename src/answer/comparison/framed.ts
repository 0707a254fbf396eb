import type { Span } from "../../figures/figure.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import type { Engine } from "../engine.ts";
import { type Candidate, isTradeWord } from "../match/judge.ts";
import { isStatedPart, matchFigure } from "../match/siblings.ts";
import { findNumbers } from "../number.ts";
import { ANY_VALUE, type Ask } from "../question/asks.ts";
import { isNational, saysNow } from "../question/cues.ts";
import type { Framed } from "../question/frames.ts";
import type { AskedPeriod } from "../question/periods.ts";
import type { Question, Term } from "../question/question.ts";
import { isOfKind, levelOfEntry, type OperandKind, sameMeasure } from "./operands.ts";

/** Two figures found each for its own side of a question. */
export interface FramedPair {
  readonly left: FigureEntry;
  readonly right: FigureEntry;
  /** From 0 to about 1.1, as for other pairs. */
  readonly score: number;
}

/** Candidates looked at on each side. */
const DEPTH = 6;

const UNIT_ASKS = new Set(["money", "count", "measure", "duration"]);

/**
 * The best two figures of a kind for the two sides of a framed question, each judged by its own words first. Words and periods that only
 * one side says hold for both. Undefined where a side is not found, or the two do not measure in one unit.
 */
export function findFramedPair(
  engine: Engine,
  question: Question,
  frame: Framed,
  kind: OperandKind,
): FramedPair | undefined {
  const left = sideOf(question, frame, kind, "left");
  const right = sideOf(question, frame, kind, "right");
  if (!left || !right) return undefined;
  const [a, b] = [left, right].map((side) => candidatesOf(engine, side, kind)) as [Candidate[], Candidate[]];
  const [leftTerms, rightTerms] = [frame.left, frame.right].map((span) =>
    question.terms.filter((t) => t.noun && t.kind !== "place" && within(t.span, span)),
  ) as [Term[], Term[]];
  let best: FramedPair | undefined;
  for (const x of a.slice(0, DEPTH)) {
    for (const y of b.slice(0, DEPTH)) {
      if (isSameFact(x.entry, y.entry) || !canStandBeside(x.entry, y.entry, frame)) continue;
      const whole = frame.whole === "left" ? x : y;
      if (frame.whole && levelOfEntry(whole.entry) < levelOfEntry((whole === x ? y : x).entry)) continue;
      const score =
        (x.score + y.score) / 2 +
        nearness(x.entry, y.entry) +
        NAMED * (namedBy(leftTerms, x) + namedBy(rightTerms, y)) -
        (frame.whole ? 0 : NAMED_BOTH * (namedBy(rightTerms, x) + namedBy(leftTerms, y))) -
        (frame.kind !== "ratio" && !sameMeasure(x.entry, y.entry) ? OTHER_UNIT : 0) +
        (frame.whole && (isStatedPart(x.entry, y.entry) || isStatedPart(y.entry, x.entry)) ? 0.1 : 0);
      if (!best || score > best.score) best = { left: x.entry, right: y.entry, score };
    }
  }
  return best;
}

/** One figure, or one told in two articles. */
const isSameFact = (a: FigureEntry, b: FigureEntry): boolean =>
  a === b ||
  (a.document !== b.document &&
    a.figure.unit === b.figure.unit &&
    levelOfEntry(a) === levelOfEntry(b) &&
    a.around.metric === b.around.metric);

/** What a side may be; of 预警比公告多几次 the second need not be counted by the word that the first is. */
function candidatesOf(engine: Engine, side: Question, kind: OperandKind): Candidate[] {
  const found = (question: Question): Candidate[] =>
    headed(
      question,
      (findNumbers(engine, question).ranked[0] ?? []).filter(
        (c) => c.dropped === null && isOfKind(c.entry, kind),
      ),
    );
  const asked = found(side);
  return asked.length > 0 || side.asks[0]?.wants !== "count" || side.asks[0].noun !== ""
    ? asked
    : found({ ...side, asks: side.asks.map((ask) => ({ ...ask, unit: "" })) });
}

/** Of 针对传染病发的警示通报 the last noun says what the side is, where any figure is named by it. */
function headed(question: Question, candidates: readonly Candidate[]): Candidate[] {
  const head = question.terms.findLast((t) => t.noun && !t.general && t.kind !== "place" && t.span[0] >= 0);
  const named =
    head && /\p{Script=Han}/u.test(head.text)
      ? candidates.filter((c) => matchFigure(head, c.entry) >= 0.7)
      : [];
  return named.length > 0 ? named : [...candidates];
}

/** Taken off where a figure is named by both sides: 电动汽车、锂电池出口 for 锂电池 beside 电动汽车. */
const NAMED_BOTH = 0.2;
/** Added where a figure is named by all words of its own side. */
const NAMED = 0.06;
/** Taken off where two counts are counted by different words. */
const OTHER_UNIT = 0.12;

/** 1 where every word of a side stands in a figure's name. */
const namedBy = (terms: readonly Term[], { entry }: Candidate): number =>
  terms.length > 0 && terms.every((t) => matchFigure(t, entry) >= 0.95) ? 1 : 0;

const within = (span: Span, side: Span): boolean => span[0] >= side[0] && span[0] < side[1];

/** One unit, or two counts of different things where the asker sets them so: passengers for each vehicle, 预警比公告多几次. */
const canStandBeside = (a: FigureEntry, b: FigureEntry, { kind }: Framed): boolean =>
  sameMeasure(a, b) ||
  ((kind === "ratio" || kind === "difference") && a.figure.kind === "count" && b.figure.kind === "count");

const nearness = (a: FigureEntry, b: FigureEntry): number =>
  a.sentence === b.sentence
    ? 0.1
    : a.sentence.passage === b.sentence.passage
      ? 0.07
      : a.document === b.document
        ? 0.03
        : 0;

/** Kinds of places: a side that names nothing else leaves out what is measured there. */
const SITE = /(?:区|港|口岸|机场|海关)$|\b(?:zone|port)$/;

const WHOLE_YEAR = /^(?:全年|一年|整年|全部|总量|总数|总额|整体|合计)/;

/** 24年的…一季度: of a period within another one the narrower is meant. */
const narrowest = (periods: readonly AskedPeriod[]): AskedPeriod[] =>
  periods.filter((p) => !periods.some((o) => o !== p && isWithin(o, p)));

const isWithin = (inner: AskedPeriod, outer: AskedPeriod): boolean =>
  inner.from !== null &&
  outer.from !== null &&
  inner.to !== null &&
  outer.to !== null &&
  inner.from.startsWith(outer.from) &&
  inner.to.startsWith(outer.to) &&
  inner.from.length > outer.from.length;

/** The year that a period lies in. */
const yearOf = (period: AskedPeriod): AskedPeriod => ({
  ...period,
  from: period.from?.slice(0, 4) ?? null,
  to: period.to?.slice(0, 4) ?? null,
});

/** "By how much did exports exceed imports in the zone": a place at the end is of both sides. */
const isTrailing = ({ folded }: Question, place: Term, ownText: string): boolean =>
  /\b(?:in|at|for|through)(?: the)? $/.test(folded.slice(0, Math.max(0, place.span[0]))) &&
  !/\b(?:all|total|overall|nationwide)\b/.test(ownText);

/** Weight below which an unknown word tells nothing of a side. */
const LEAST_TOLD = 2;

/** The unit that a question asks in holds for both sides; of 顶得上多少个 none is told. */
const askedUnit = (question: Question, frame: Framed): Ask | undefined =>
  frame.kind === "ratio" ? undefined : question.asks.find((a) => UNIT_ASKS.has(a.wants));

/**
 * One side as a question of its own; undefined where it says nothing. What the other side says is understood with it (of
 * 全国的中欧班列 and 齐鲁号 both are trains), except that a part's words do not name its whole.
 */
function sideOf(
  question: Question,
  frame: Framed,
  kind: OperandKind,
  name: "left" | "right",
): Question | undefined {
  const [own, other] = name === "left" ? [frame.left, frame.right] : [frame.right, frame.left];
  const ownText = question.folded.slice(...own).trim();
  const terms = question.terms.filter((t) => within(t.span, own));
  const rest = question.terms.filter((t) => !within(t.span, own));
  // 一季度占全年的: the same thing in the year that the part lies in.
  const all = frame.whole === name && terms.length === 0 && WHOLE_YEAR.test(ownText);
  const periods = all
    ? question.periods.slice(0, 1).map(yearOf)
    : narrowest(question.periods.filter((p) => within(p.span, own)));
  // 2020年跟2022年各多少: two times of one thing are no sides.
  if (frame.loose && kind === "level" && terms.length === 0) return undefined;
  // 比前一年同期 names no thing to be looked for.
  if (periods.length === 0 && !terms.some((t) => t.weight >= LEAST_TOLD || t.kind !== "word"))
    return undefined;
  // A side that speaks of the present asks for the newest.
  const now = saysNow(ownText);
  const directions = question.directions.filter((d) => within(d.span, own));
  const placed = terms.some((t) => t.kind === "place");
  // 成都高新综保区比全国综保区: the nation is a place of its own.
  const nationwide = isNational(ownText);
  const outside = rest.filter((t) => !within(t.span, other));
  // 岚江综保区的出口占其进出口: what 其 stands for.
  const pointed = /^(?:其|它|该|本|自身|its? |their )/.test(ownText);
  const understood = (
    frame.whole === name && !pointed ? outside : rest.filter((t) => !pointed || !isTradeWord(t))
  ).filter(
    (t) =>
      t.kind !== "place" ||
      (!placed &&
        !nationwide &&
        (isTrailing(question, t, ownText) || other[0] < own[0] || !within(t.span, other))),
  );
  // 甲区2020年的进出口是乙区2024年的几倍: the measure is said once.
  const trade = understood.filter(isTradeWord);
  const unsaid = terms.length > 0 && terms.every((t) => t.kind === "place" || SITE.test(t.text)) ? trade : [];
  return {
    ...question,
    terms: terms.length > 0 ? [...terms, ...unsaid] : rest,
    shared: terms.length > 0 ? understood.filter((t) => !unsaid.includes(t)) : [],
    periods:
      periods.length > 0 || now ? periods : question.periods.filter((p) => !within(p.span, own)).slice(0, 1),
    directions: directions.length > 0 ? directions : question.directions,
    national: question.national && !placed,
    asks: [{ ...(askedUnit(question, frame) ?? ANY_VALUE), span: [-1, -1] }],
    aspect: kind,
    comparison: null,
    frame: undefined,
    changeBase: null,
  };
}
