import type { FigureEntry } from "../../retrieval/library.ts";
import { type Engine, findFigures } from "../engine.ts";
import { isLocal } from "../match/figures.ts";
import { fitPeriod } from "../match/periods.ts";
import { matchTerm } from "../match/zones.ts";
import type { AskedPeriod } from "../question/periods.ts";
import type { Question } from "../question/question.ts";

/** What kind of values a comparison sets side by side. */
export type OperandKind = "level" | "growth" | "share" | "rank";

/** A figure that may be an operand, with how well each term of the question speaks for it. */
export interface Operand {
  readonly entry: FigureEntry;
  readonly matches: readonly number[];
}

/** Why two figures are the two that a question sets against each other. */
export type PairReason = "periods" | "places" | "directions" | "nation" | "terms" | "change" | "part";

export interface Pair {
  readonly left: Operand;
  readonly right: Operand;
  readonly reason: PairReason;
  readonly score: number;
}

/** Figures below this share of the question's words are no operands. */
const LEAST = 0.28;
const MOST = 44;

/** The figures that may be operands, best first. */
export function collectOperands(engine: Engine, question: Question, kind: OperandKind): Operand[] {
  const total = question.terms.reduce((sum, t) => sum + t.weight, 0);
  return findFigures(engine, question.terms, question.lang)
    .filter((entry) => isOfKind(entry, kind))
    .map((entry) => ({ entry, matches: question.terms.map((t) => matchTerm(t, entry.around)) }))
    .map((operand) => ({ operand, cover: operand.matches.reduce((sum, m, i) => sum + m * (question.terms[i]?.weight ?? 0), 0) / (total || 1) }))
    .filter(({ cover }) => cover >= LEAST)
    .sort((a, b) => b.cover - a.cover || a.operand.entry.id - b.operand.entry.id)
    .slice(0, MOST)
    .map(({ operand }) => operand);
}

/** Whether a figure is a level, a growth, a share or a rank. */
export function isOfKind(entry: FigureEntry, kind: OperandKind): boolean {
  const { figure } = entry;
  const change = figure.change !== null && figure.agg === "change";
  if (kind === "rank") return figure.kind === "rank";
  if (kind === "growth") return (change || figure.kind === "multiple") && ["percent", "fraction", "multiple"].includes(figure.kind) && figure.change?.kind !== "gap";
  if (kind === "share") return !change && (figure.kind === "percent" || figure.kind === "fraction");
  return !change && ["amount", "count", "measure", "duration", "rate"].includes(figure.kind);
}

/** The pairs of operands that the question may mean, best first. */
export function findPairs(question: Question, operands: readonly Operand[]): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < operands.length; i++) {
    for (let j = 0; j < operands.length; j++) {
      const left = operands[i];
      const right = operands[j];
      if (!left || !right || i === j || !sameMeasure(left.entry, right.entry)) continue;
      const pair = judgePair(question, left, right);
      if (pair) pairs.push(pair);
    }
  }
  return pairs.sort((a, b) => b.score - a.score || a.left.entry.id - b.left.entry.id || a.right.entry.id - b.right.entry.id);
}

const UNIT_FAMILIES: readonly RegExp[] = [/小时|分钟|秒|hour|minute|second/, /天|日|day/, /^(?:元|yuan|人民币)$/, /^(?:起|件|例|宗|cases?)$/, /^(?:吨|公斤|千克|tonnes?|tons?|kg)$/, /标箱|标准箱|teu/i, /%|成|^$/];

/** Whether two figures measure in the same unit, or in units of one family. */
export function sameMeasure(a: FigureEntry, b: FigureEntry): boolean {
  const [x, y] = [a.figure, b.figure];
  const ratios = ["percent", "fraction", "multiple"];
  if (ratios.includes(x.kind) && ratios.includes(y.kind)) return true;
  if (x.kind !== y.kind && !(["count", "measure", "rate"].includes(x.kind) && ["count", "measure", "rate"].includes(y.kind))) return false;
  if (x.unit === y.unit) return x.unit !== "" || x.kind === "rank" || sameNoun(x.noun, y.noun);
  return UNIT_FAMILIES.some((f) => x.unit !== "" && f.test(x.unit) && f.test(y.unit));
}

const sameNoun = (a: string | null, b: string | null): boolean => a === b || (a !== null && b !== null && (a.split(" ").at(-1) === b.split(" ").at(-1) || a.includes(b) || b.includes(a))) || a === null || b === null;

function judgePair(question: Question, left: Operand, right: Operand): Pair | undefined {
  const found = reasonOf(question, left, right);
  if (!found) return undefined;
  const { terms } = question;
  let sum = 0;
  let total = 0;
  for (const [i, term] of terms.entries()) {
    const m = Math.max(left.matches[i] ?? 0, right.matches[i] ?? 0);
    const both = Math.min(left.matches[i] ?? 0, right.matches[i] ?? 0);
    if (m < 0.2 && (term.kind === "name" || term.kind === "place")) return undefined;
    sum += term.weight * (0.72 * m + 0.28 * both);
    total += term.weight;
  }
  const near = left.entry.sentence === right.entry.sentence ? 0.07 : left.entry.document === right.entry.document ? 0.03 : 0;
  const unit = left.entry.figure.unit === right.entry.figure.unit ? 0.04 : 0;
  const sameBase = left.entry.figure.change?.kind === right.entry.figure.change?.kind ? 0.04 : -0.04;
  const period = periodFactor(question, left, right, found.reason);
  if (period === 0) return undefined;
  return { left, right, reason: found.reason, score: (sum / (total || 1)) * period + near + unit + sameBase + found.bonus - foreignness(question, left) - foreignness(question, right) };
}

/** What sets the left operand apart from the right one; undefined where they are not two sides of anything asked. */
function reasonOf(question: Question, left: Operand, right: Operand): { reason: PairReason; bonus: number } | undefined {
  const periods = askedPeriods(question);
  if (periods.length >= 2) {
    const [p, q] = periods as [AskedPeriod, AskedPeriod];
    if (fits(p, left) && fits(q, right) && !(fits(p, right) && fits(q, left)) ) return { reason: "periods", bonus: 0.1 * (exact(p, left) + exact(q, right)) + distinguishing(question, left, right) * 0.1 };
    return undefined;
  }
  const places = question.terms.flatMap((t, i) => (t.kind === "place" ? [i] : []));
  if (places.length >= 2) {
    const split = splitBy(places, left, right);
    if (split) return { reason: "places", bonus: 0.08 };
  }
  const directions = new Set(question.directions.map((d) => d.direction));
  if (directions.size >= 2) {
    const [a, b] = question.directions.map((d) => d.direction).filter((d, i, all) => all.indexOf(d) === i);
    if (directionOf(left) === a && directionOf(right) === b) return { reason: "directions", bonus: 0.1 };
  }
  if (question.national && places.length >= 1 && isLocal(left.entry) !== isLocal(right.entry)) {
    const local = isLocal(left.entry) ? left : right;
    if (places.every((i) => (local.matches[i] ?? 0) > 0.6)) return { reason: "nation", bonus: 0.08 };
  }
  if (isChangePair(left.entry, right.entry)) return { reason: "change", bonus: /前后|之前|以前|原来|过去|变|缩短|压缩|前进|后退|以后|延长|从.{0,12}[到成]|由.{0,12}[到至]|before|after|previously|from .* to|现在|提速|快了/.test(question.folded) ? 0.16 : -0.02 };
  const apart = distinguishing(question, left, right);
  if (apart > 0) return { reason: "terms", bonus: 0.08 * apart };
  if (isPartPair(question, left, right)) return { reason: "part", bonus: 0.06 };
  return undefined;
}

/** Periods that are asked side by side; a span of years with a comparing word counts as its two ends. */
export function askedPeriods(question: Question): AskedPeriod[] {
  const { periods } = question;
  if (periods.length >= 2) return [...periods.slice(0, 2)];
  const only = periods[0];
  if (only?.from && only.to && only.from.length === 4 && only.from !== only.to && question.comparison !== null && question.comparison !== "share" && Number(only.to) - Number(only.from) < 30 && !/五|plan|fyp/i.test(only.text ?? "")) {
    return [{ ...only, to: only.from }, { ...only, from: only.to }];
  }
  return [];
}

const fits = (p: AskedPeriod, o: Operand): boolean => {
  const fit = fitPeriod(p, o.entry.figure.period);
  return fit === "same" || (fit === "inside" && (!p.whole || o.entry.figure.period.implicit)) || (fit === "around" && o.entry.figure.period.implicit && o.entry.figure.agg === "stock");
};
const exact = (p: AskedPeriod, o: Operand): number => (fitPeriod(p, o.entry.figure.period) === "same" ? 1 : 0.3);

function periodFactor(question: Question, left: Operand, right: Operand, reason: PairReason): number {
  const asked = question.periods.filter((p) => !p.backward);
  const only = asked[0];
  if (!only || reason === "periods") return 1;
  const factor = (o: Operand): number => {
    const fit = fitPeriod(only, o.entry.figure.period);
    if (fit === "same") return 1;
    if (fit === "inside") return only.whole ? 0.6 : 0.93;
    if (fit === "unknown" || o.entry.figure.period.implicit) return 0.9;
    return reason === "change" || reason === "part" ? 0.8 : fit === "around" ? 0.55 : 0;
  };
  return (factor(left) + factor(right)) / 2 * (factor(left) === 0 || factor(right) === 0 ? 0 : 1);
}

/** One figure has one of the marked terms and not another, the other one the reverse. */
function splitBy(indexes: readonly number[], left: Operand, right: Operand): boolean {
  const own = (o: Operand, p: Operand): number[] => indexes.filter((i) => (o.matches[i] ?? 0) >= 0.45 && (o.matches[i] ?? 0) > (p.matches[i] ?? 0) + 0.12);
  const a = own(left, right);
  const b = own(right, left);
  return a.length > 0 && b.length > 0 && Math.min(...a) < Math.min(...b);
}

/** 1 where each figure is named by a word of the question that does not name the other, in the order of the question. */
function distinguishing(question: Question, left: Operand, right: Operand): number {
  const clear = question.terms.flatMap((t, i) => {
    const l = left.matches[i] ?? 0;
    const r = right.matches[i] ?? 0;
    return t.kind === "place" ? [] : Math.abs(l - r) >= 0.12 && Math.max(l, r) >= 0.7 ? [{ i, left: l > r, strength: Math.abs(l - r) * t.weight }] : [];
  });
  const a = clear.filter((c) => c.left);
  const b = clear.filter((c) => !c.left);
  if (a.length === 0 || b.length === 0) return 0;
  return Math.min(...a.map((c) => c.i)) < Math.min(...b.map((c) => c.i)) ? 1 : 0;
}

/** What a figure says of direction, by its own field, else by its measure's words. */
function directionOf(o: Operand): string | null {
  if (o.entry.figure.direction) return o.entry.figure.direction;
  const form = o.entry.around.metric;
  if (form.includes("⇄")) return "both";
  const [imports, exports] = [/进口| import /.test(form), /出口| export /.test(form)];
  return imports && !exports ? "import" : exports && !imports ? "export" : null;
}

/** 由20小时缩短为3小时: the two sides of one change, the earlier one left. */
function isChangePair(a: FigureEntry, b: FigureEntry): boolean {
  if (a.sentence !== b.sentence) return false;
  if (a.figure.of?.role === "before" && a.figure.of.index === b.index) return true;
  if (b.figure.of?.role === "after" && b.figure.of.index === a.index) return true;
  return a.figure.agg === "before" && b.figure.agg === "after" && a.figure.unit === b.figure.unit;
}

/** A part beside its whole: the source says so, or both stand in one sentence and the lesser is named more narrowly. */
function isPartPair(question: Question, part: Operand, whole: Operand): boolean {
  if (part.entry.figure.of?.role === "part" && part.entry.figure.of.index === whole.entry.index && part.entry.document === whole.entry.document) return true;
  const wants = question.comparison === "share" || /还剩|剩下?|原来有|left|remain/.test(question.folded);
  if (!wants || part.entry.sentence.passage !== whole.entry.sentence.passage) return false;
  if (part.entry.figure.unit !== whole.entry.figure.unit || valueOf(part) >= valueOf(whole)) return false;
  return question.terms.some((_, i) => (part.matches[i] ?? 0) > (whole.matches[i] ?? 0) + 0.1) || part.entry.sentence === whole.entry.sentence;
}

const valueOf = (o: Operand): number => (typeof o.entry.figure.value === "number" ? o.entry.figure.value : o.entry.figure.value[1]);

/** Takes off for words of a figure's name that the question does not have, and for a place it does not name. */
function foreignness(question: Question, o: Operand): number {
  let extra = 0;
  let total = 0;
  for (const word of o.entry.metricWords) {
    total += word.weight;
    if (!question.terms.some((t) => t.alternates.some((a) => a.text.includes(word.form) || word.form.includes(a.text.trim())))) extra += word.weight;
  }
  const local = isLocal(o.entry) && !question.terms.some((t, i) => (t.kind === "place" || t.kind === "name" || t.kind === "body") && (o.matches[i] ?? 0) > 0.4);
  return (total > 0 ? 0.09 * (extra / total) : 0) + (local ? 0.05 : 0);
}

/** Further figures of the same measure that the question lists beside a pair: the third of "金额 件数 人次". */
export function findFurther(question: Question, pair: Pair, operands: readonly Operand[]): Operand[] {
  const taken: Operand[] = [pair.left, pair.right];
  for (const operand of operands) {
    if (taken.some((t) => t.entry === operand.entry) || !sameMeasure(operand.entry, pair.left.entry)) continue;
    const own = question.terms.some((t, i) => t.kind !== "act" && (operand.matches[i] ?? 0) >= 0.7 && taken.every((x) => (operand.matches[i] ?? 0) >= (x.matches[i] ?? 0) + 0.12));
    const period = question.periods[0];
    const timely = !period || ["same", "inside", "unknown"].includes(fitPeriod(period, operand.entry.figure.period)) || operand.entry.figure.period.implicit;
    const sameBase = operand.entry.figure.change?.kind === pair.left.entry.figure.change?.kind;
    if (own && timely && sameBase && foreignness(question, operand) < 0.1) taken.push(operand);
    if (taken.length === 5) break;
  }
  return taken.slice(2);
}
