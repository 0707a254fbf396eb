import type { FigureEntry } from "../../retrieval/library.ts";
import { type Engine, findFigures } from "../engine.ts";
import { foreignShare } from "../match/foreign.ts";
import { directionScore } from "../match/judge.ts";
import { isLocal, saysWhose } from "../match/place.ts";
import { matchFigure } from "../match/siblings.ts";
import { fitUnit, isGrowth } from "../match/units.ts";
import type { Question } from "../question/question.ts";

/** What kind of values a comparison sets side by side. */
export type OperandKind = "level" | "growth" | "share" | "rank";

/** A figure that may be an operand, with how well each term of the question speaks for it. */
export interface Operand {
  readonly entry: FigureEntry;
  readonly matches: readonly number[];
}

/** Figures below this share of the question's words are no operands: one of several listed things covers little of it. */
const LEAST = 0.1;

const MOST = 56;

/** The figures that may be operands, best first. */
export function collectOperands(engine: Engine, question: Question, kind: OperandKind): Operand[] {
  const total = question.terms.reduce((sum, t) => sum + t.weight, 0);
  const only =
    question.directions.length === 1 && question.directions[0]?.direction !== "both"
      ? question.directions[0]?.direction
      : undefined;
  return findFigures(engine, question.terms, question.lang)
    .filter(
      (entry) =>
        isOfKind(entry, kind) &&
        answersAsk(question, entry) &&
        (only === undefined || directionScore(only, entry) > 0),
    )
    .map((entry) => ({ entry, matches: question.terms.map((t) => matchFigure(t, entry)) }))
    .map((operand) => ({
      operand,
      cover:
        operand.matches.reduce((sum, m, i) => sum + m * (question.terms[i]?.weight ?? 0), 0) / (total || 1),
    }))
    .filter(
      ({ operand, cover }) =>
        cover >= LEAST && question.terms.some((t, i) => t.kind !== "act" && (operand.matches[i] ?? 0) >= 0.6),
    )
    .sort((a, b) => b.cover - a.cover || a.operand.entry.id - b.operand.entry.id)
    .slice(0, MOST)
    .map(({ operand }) => operand);
}

/** Whether a figure's unit is of the kind that the question asks in: 几小时 wants times, 多少钱 money. */
function answersAsk(question: Question, entry: FigureEntry): boolean {
  if (question.asks.some((a) => a.wants === "points" || a.wants === "multiple" || a.wants === "percent"))
    return true;
  const ask = question.asks.find((a) => ["money", "count", "measure", "duration"].includes(a.wants));
  return ask === undefined || fitUnit(ask, "any", entry.figure, []) > 0.3;
}

/** Whether a figure is a level, a growth, a share or a rank. */
export function isOfKind(entry: FigureEntry, kind: OperandKind): boolean {
  const { figure } = entry;
  const change = isGrowth(figure) && !(figure.change?.kind === "increment" && figure.kind === "count");
  if (kind === "rank") return figure.kind === "rank";
  if (kind === "growth")
    return (
      (change || figure.kind === "multiple") &&
      ["percent", "fraction", "multiple"].includes(figure.kind) &&
      figure.change?.kind !== "gap"
    );
  if (kind === "share") return !change && (figure.kind === "percent" || figure.kind === "fraction");
  return !change && ["amount", "count", "measure", "duration", "rate"].includes(figure.kind);
}

const UNIT_FAMILIES: readonly RegExp[] = [
  /小时|分钟|秒|hour|minute|second/,
  /天|日|day/,
  /^(?:元|yuan|人民币)$/,
  /^(?:起|件|例|宗|cases?)$/,
  /^(?:吨|公斤|千克|tonnes?|tons?|kg)$/,
  /标箱|标准箱|teu/i,
  /%|成|^$/,
];

/** Whether two figures measure in the same unit, or in units of one family. */
export function sameMeasure(a: FigureEntry, b: FigureEntry): boolean {
  const [x, y] = [a.figure, b.figure];
  const ratios = ["percent", "fraction", "multiple"];
  if (ratios.includes(x.kind) && ratios.includes(y.kind)) return true;
  if (
    x.kind !== y.kind &&
    !(["count", "measure", "rate"].includes(x.kind) && ["count", "measure", "rate"].includes(y.kind))
  )
    return false;
  if (x.unit === y.unit) return x.unit !== "" || x.kind === "rank" || sameNoun(x.noun, y.noun);
  return UNIT_FAMILIES.some((f) => x.unit !== "" && f.test(x.unit) && f.test(y.unit));
}

const bare = (noun: string): string => noun.replace(/[()（）]/g, "");

const sameNoun = (x: string | null, y: string | null, a = x && bare(x), b = y && bare(y)): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    (a.split(" ").at(-1) === b.split(" ").at(-1) || a.includes(b) || b.includes(a))) ||
  a === null ||
  b === null;

/** A figure's value, of a range its upper end. */
export const levelOfEntry = ({ figure }: FigureEntry): number =>
  typeof figure.value === "number" ? figure.value : figure.value[1];

export const levelOf = (o: Operand): number => levelOfEntry(o.entry);

/** Takes off for words of a figure's name that the question does not have, and for a place it does not name. */
export function foreignness(question: Question, o: Operand): number {
  const { share, qualified } = foreignShare(o.entry, question.terms);
  const local = isLocal(o.entry) && !question.terms.some((t, i) => saysWhose(t) && (o.matches[i] ?? 0) > 0.4);
  const nation =
    question.national &&
    /全国|我国|nationwide|china/i.test(`${o.entry.figure.metric} ${o.entry.figure.entity ?? ""}`)
      ? -0.03
      : 0;
  const side =
    /(?:缩短|压缩|提速|改革|实施|推行|搞|用上|上线)?(?:以|之)?后|现在|如今|after|now/.test(question.folded) &&
    !/前|原来|以前|before/.test(question.folded) &&
    o.entry.figure.agg === "before"
      ? 0.1
      : 0;
  return side + 0.09 * share + (qualified ? 0.06 : 0) + (local ? 0.28 : 0) + nation;
}
