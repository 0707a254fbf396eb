import type { Direction } from "../../figures/figure.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import type { Ask } from "../question/asks.ts";
import type { Term } from "../question/question.ts";
import { foreignShare } from "./foreign.ts";
import { baseScore, penalty, perScore, recallBonus, stockBonus } from "./leanings.ts";
import { fitEntry, isBase } from "./periods.ts";
import { isLocal, isNational, placeFailure, saysWhose } from "./place.ts";
import { coverFigure, matchFigure } from "./siblings.ts";
import { fitAspect, fitUnit } from "./units.ts";
import type { Wanted } from "./wanted.ts";
import { isRivalled, isWellTold } from "./zones.ts";

/** Why a figure is not what was asked for. */
export type DropReason =
  | "unit"
  | "aspect"
  | "period"
  | "place"
  | "direction"
  | "scope"
  | "absent"
  | "coverage";

export interface Candidate {
  readonly entry: FigureEntry;
  readonly score: number;
  readonly coverage: number;
  readonly dropped: DropReason | null;
  readonly missing: readonly Term[];
  /** How well the words of the topic, places aside, are covered; 0 where unit or kind of value do not fit. */
  readonly topic: number;
}

/** Coverage below which a figure is not taken for an answer. Chosen on the development questions between 0.4 and 0.7. */
const ENOUGH = 0.52;
/** The same where no question word asks for a number: 海关查获濒危物种 is better answered by a sentence than by another figure. */
const ENOUGH_UNASKED = 0.66;

/** Coverage below which a figure that is not even of the topic is looked at no further. */
const FAR = 0.3;
/** Coverage of the topic from which a figure is near enough to be offered instead. */
export const NEAR = 0.6;

/** Weight from which a noun that is missing tells of another thing, unless the rest is covered so well. */
export const TELLING = 4.5;
const ENOUGH_ELSE = 0.64;

/** Score below which a figure is too far from what was asked in unit, kind or time, whatever its words. */
const LEAST_SCORE = 0.3;

/**
 * Judges one figure against what is wanted. `dropped` names the first condition that it fails. `borrowed` is the coverage of
 * the shared words that a figure beside it, found for an earlier ask, lends it.
 */
export function judgeFigure(entry: FigureEntry, wanted: Wanted, borrowed = 0): Candidate {
  const { figure } = entry;
  const unit = fitUnit(wanted.ask, wanted.aspect, figure, wanted.counted);
  const aspect = fitAspect(wanted.aspect, wanted.ask, figure, wanted.allowsChange);
  const other = unit === 0 ? "unit" : aspect < 0.35 ? "aspect" : null;
  if (other) return { entry, score: 0, coverage: 0, dropped: other, missing: [], topic: 0 };
  const cover = coverFigure(wanted.terms, entry, wanted.counted);
  const shared = Math.max(
    borrowed,
    wanted.shared.length > 0 ? coverFigure(wanted.shared, entry).score : cover.score,
  );
  const coverage =
    wanted.terms.length === 0
      ? shared
      : wanted.shared.length === 0 && borrowed === 0
        ? cover.score
        : 0.7 * cover.score + 0.3 * shared;
  const topical = [...wanted.terms, ...wanted.shared].filter(
    (t) => t.kind !== "place" && t.kind !== "body" && t.kind !== "act",
  );
  const topic = topical.length === 0 ? cover.score : coverFigure(topical, entry).score;
  if (coverage < FAR && topic < NEAR)
    return { entry, score: 0, coverage, dropped: "coverage", missing: cover.missing, topic };
  const period = periodScore(wanted, entry);
  const rivalled =
    !wanted.compares &&
    wanted.terms.some((t) => t.noun && t.rivals.length > 0 && isRivalled(t, entry.around));
  const uncounted =
    wanted.counted.length > 0 &&
    wanted.counted.every(
      (t) =>
        (t.absent || wanted.ask?.wants === "measure" || /\p{Script=Han}/u.test(t.text)) &&
        (matchFigure(t, entry) < 0.5 || (wanted.ask?.unit === "个" && !isNamedNear(t, entry))),
    );
  const direction = directionScore(wanted.direction, entry);
  const place = placeFailure(wanted, entry);
  const own =
    cover.missing.some((t) => t.absent) &&
    isWellTold(wanted.terms, isTopic, (known) => coverFigure(known, entry, wanted.counted), WELL_TOLD);
  const score =
    coverage *
      (0.35 + 0.65 * unit) *
      (0.4 + 0.6 * aspect) *
      period *
      direction *
      perScore(wanted, entry) *
      baseScore(wanted, entry) -
    penalty(wanted, entry) +
    stockBonus(wanted, entry) +
    recallBonus(wanted, entry);
  const dropped: DropReason | null =
    period === 0
      ? "period"
      : direction === 0
        ? "direction"
        : place
          ? place
          : isOnlyPart(wanted, entry) || isWider(wanted, entry)
            ? "scope"
            : cover.missing.some(
                  (t) =>
                    isDecisive(t, own) ||
                    (wanted.alone && t.noun && t.weight >= TELLING && coverage < ENOUGH_ELSE),
                ) ||
                rivalled ||
                uncounted ||
                isHeadless(wanted, entry)
              ? "absent"
              : coverage < (wanted.ask ? ENOUGH : ENOUGH_UNASKED) || score < LEAST_SCORE
                ? "coverage"
                : null;
  return { entry, score, coverage, dropped, missing: cover.missing, topic };
}

/** A missing word that alone shows that something else was asked: a name, or a noun that this library never uses. */
const isDecisive = (term: Term, ownWord: boolean): boolean =>
  term.kind === "name" ||
  term.attached ||
  term.kind === "place" ||
  (term.absent && term.noun && term.head && term.text.length > 1 && !ownWord);

/** Coverage from which a figure is what is asked but for the asker's own words. */
const WELL_TOLD = 0.88;

const isTopic = (t: Term): boolean =>
  t.noun && !t.general && t.kind !== "place" && t.kind !== "body" && t.weight >= 3;

/** A word stands in the figure's name or its own clause, not only elsewhere in the sentence. */
const isNamedNear = (term: Term, { around }: FigureEntry): boolean =>
  term.alternates.some((a) => around.metric.includes(a.text) || around.clause.includes(a.text));

/** The nation's trade as such, in a report that only its title says to be on what was asked: 特殊监管区域 above 我国货物贸易总额. */
function isWider(wanted: Wanted, entry: FigureEntry): boolean {
  const trade = [...wanted.terms, ...wanted.shared].filter(isTradeWord);
  return (
    trade.length > 0 &&
    isNational(entry) &&
    foreignShare(entry, trade).share <= 0.35 &&
    wanted.terms.some(
      (t) => t.noun && !t.general && t.kind === "term" && t.weight >= 3 && isOnTitle(matchFigure(t, entry)),
    )
  );
}

/** A match no better than that of a title. */
const isOnTitle = (match: number): boolean => match > 0 && match <= 0.5;

/** What is asked about stands right before 多少 and nowhere near the figure: 工资多少, 进出口总值是多少. */
function isHeadless(wanted: Wanted, entry: FigureEntry): boolean {
  const { ask } = wanted;
  if (ask?.wants === "count" && ask.noun === "" && ask.unit === "个" && wanted.counted.length === 0) {
    // 综保区有多少个: what is counted stands in the figure's own clause.
    const head = wanted.terms.findLast(
      (t) => t.noun && t.kind !== "place" && t.span[0] >= 0 && t.span[1] <= ask.span[0],
    );
    if (head && ask.span[0] - head.span[1] <= 3 && !isNamedNear(head, entry)) return true;
  }
  if (ask?.wants === "duration") return isOtherTime(wanted, ask, entry);
  if (!ask || (ask.wants !== "any" && ask.wants !== "money") || ask.span[0] < 0) return false;
  const behind = wanted.terms.find(
    (t) => t.noun && !t.general && t.kind !== "place" && t.span[0] >= ask.span[0] && t.span[0] <= ask.span[1],
  );
  // 收了多少税: whatever else is near, it is tax that is asked for.
  if (behind && /\p{Script=Han}/u.test(behind.text) && matchFigure(behind, entry) < 0.4) return true;
  const head = wanted.terms.findLast(
    (t) =>
      t.noun &&
      t.kind !== "place" &&
      t.span[0] >= 0 &&
      t.span[1] <= ask.span[0] &&
      ask.span[0] - t.span[1] <= 3,
  );
  if (head === undefined) return false;
  const match = matchFigure(head, entry);
  // Named only further off, while the figure has another name of its own: 渡轮旅客 below a sentence on 渔获量.
  return (
    match < 0.4 || (match < 0.7 && foreignShare(entry, [...wanted.terms, ...wanted.shared]).share > 0.34)
  );
}

/** 换装得多久 is not told by a time of something else below a heading on 换装. */
function isOtherTime(wanted: Wanted, ask: Ask, entry: FigureEntry): boolean {
  const head = wanted.terms.findLast((t) => t.span[0] >= 0 && t.span[1] <= ask.span[0]);
  if (!head || head.kind === "place" || head.absent || ask.span[0] - head.span[1] > 2) return false;
  const match = matchFigure(head, entry);
  return match > 0 && match < 0.7;
}

const PERIOD_SCORE = { same: 1, inside: 0.86, unknown: 0.84, around: 0, other: 0 } as const;

function periodScore(wanted: Wanted, entry: FigureEntry): number {
  const { figure } = entry;
  if (wanted.base && figure.change && !isBase(wanted.base, figure) && /^\d{4}/.test(figure.change.base ?? ""))
    return wanted.period && ["same", "inside", "unknown"].includes(fitEntry(wanted.period, entry)) ? 0.5 : 0;
  // 比2017年缩短了多少 names no time but the base: only a change against that base answers.
  if (wanted.base && !wanted.period && !(figure.change && isBase(wanted.base, figure))) return 0;
  if (!wanted.period) return 1;
  const fit = fitEntry(wanted.period, entry);
  if (fit === "inside" && wanted.period.whole) return 0;
  if (fit === "inside" && figure.agg === "partial") return 0.8;
  if (fit === "inside" && figure.period.implicit) return 0.9;
  if (fit === "around" && figure.period.implicit && !wanted.period.whole)
    return figure.period.to?.slice(0, 4) === wanted.period.to?.slice(0, 4) ? 0.75 : 0;
  if (fit === "unknown" && wanted.period.whole) return 0.5;
  return PERIOD_SCORE[fit];
}

/** A part goes the way of its whole: 进口水果63.8万吨，其中榴莲27.4万吨. */
const partDirection = ({ figure, document }: FigureEntry): Direction | null =>
  figure.of?.role === "part"
    ? (document.figures.find((e) => e.index === figure.of?.index)?.figure.direction ?? null)
    : null;

/** How well a figure's direction is the wanted one: 1 as asked, 0 another. */
export function directionScore(wanted: Direction | null, entry: FigureEntry): number {
  const own = entry.figure.direction ?? partDirection(entry);
  if (wanted === null) return own === "import" || own === "export" ? 0.9 : 1;
  if (own === wanted) return 1;
  if (own !== null) return 0;
  if (wanted === "both")
    return /⇄|外贸|贸易| trade | import /.test(entry.around.metric + entry.around.clause) ? 0.97 : 0.8;
  const word = wanted === "import" ? /进口| import / : /出口| export /;
  return word.test(entry.around.metric) || word.test(entry.around.clause)
    ? 1
    : word.test(entry.around.sentence)
      ? 0.8
      : word.test(entry.around.before + entry.around.heading + entry.around.section)
        ? 0.7
        : 0;
}

/** The question names only trade as such, the figure a part of it: 自贸试验区进出口 where 外贸总额 was asked. */
function isOnlyPart(wanted: Wanted, entry: FigureEntry): boolean {
  const nouns = [...wanted.terms, ...wanted.shared].filter(
    (t) => t.kind !== "act" && t.kind !== "place" && !t.general,
  );
  if (nouns.length === 0 || !nouns.every(isTradeWord)) return false;
  const placed = [...wanted.terms, ...wanted.shared].some(saysWhose);
  if (!placed && isLocal(entry)) return true;
  const { share, qualified } = foreignShare(entry, [...wanted.terms, ...wanted.shared]);
  return qualified && share > 0.25;
}

/** 外贸, 出口, 进口 and what stands for them. */
export const isTradeWord = (term: Term): boolean =>
  term.alternates.some((a) => a.weight >= 0.9 && (a.text === "⇄" || a.text === "出口" || a.text === "进口"));
