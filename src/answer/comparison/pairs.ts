import type { FigureEntry } from "../../retrieval/library.ts";
import { type Engine, findFigures } from "../engine.ts";
import { directionScore, foreignShare, isLocal, isTradeWord } from "../match/figures.ts";
import { fitEntry, newness } from "../match/periods.ts";
import { fitUnit, isGrowth } from "../match/units.ts";
import { matchTerm } from "../match/zones.ts";
import { isBaseWord } from "../question/cues.ts";
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

/** Figures below this share of the question's words are no operands: one of several listed things covers little of it. */
const LEAST = 0.1;
const MOST = 56;

/** The figures that may be operands, best first. */
export function collectOperands(engine: Engine, question: Question, kind: OperandKind): Operand[] {
  const total = question.terms.reduce((sum, t) => sum + t.weight, 0);
  const only = question.directions.length === 1 && question.directions[0]?.direction !== "both" ? question.directions[0]?.direction : undefined;
  return findFigures(engine, question.terms, question.lang)
    .filter((entry) => isOfKind(entry, kind) && answersAsk(question, entry) && (only === undefined || directionScore(only, entry) > 0))
    .map((entry) => ({ entry, matches: question.terms.map((t) => matchTerm(t, entry.around)) }))
    .map((operand) => ({ operand, cover: operand.matches.reduce((sum, m, i) => sum + m * (question.terms[i]?.weight ?? 0), 0) / (total || 1) }))
    .filter(({ operand, cover }) => cover >= LEAST && question.terms.some((t, i) => t.kind !== "act" && (operand.matches[i] ?? 0) >= 0.6))
    .sort((a, b) => b.cover - a.cover || a.operand.entry.id - b.operand.entry.id)
    .slice(0, MOST)
    .map(({ operand }) => operand);
}

/** Whether a figure's unit is of the kind that the question asks in: 几小时 wants times, 多少钱 money. */
function answersAsk(question: Question, entry: FigureEntry): boolean {
  if (question.asks.some((a) => a.wants === "points" || a.wants === "multiple" || a.wants === "percent")) return true;
  const ask = question.asks.find((a) => ["money", "count", "measure", "duration"].includes(a.wants));
  return ask === undefined || fitUnit(ask, "any", entry.figure, []) > 0.3;
}

/** Whether a figure is a level, a growth, a share or a rank. */
export function isOfKind(entry: FigureEntry, kind: OperandKind): boolean {
  const { figure } = entry;
  const change = isGrowth(figure) && !(figure.change?.kind === "increment" && figure.kind === "count");
  if (kind === "rank") return figure.kind === "rank";
  if (kind === "growth") return (change || figure.kind === "multiple") && ["percent", "fraction", "multiple"].includes(figure.kind) && figure.change?.kind !== "gap";
  if (kind === "share") return !change && (figure.kind === "percent" || figure.kind === "fraction");
  return !change && ["amount", "count", "measure", "duration", "rate"].includes(figure.kind);
}

/** The pairs of operands that the question may mean, best first. */
export function findPairs(question: Question, operands: readonly Operand[], kind: OperandKind): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < operands.length; i++) {
    for (let j = 0; j < operands.length; j++) {
      const left = operands[i];
      const right = operands[j];
      if (!left || !right || i === j || !sameMeasure(left.entry, right.entry)) continue;
      const pair = judgePair(question, left, right, kind);
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

const bare = (noun: string): string => noun.replace(/[()（）]/g, "");
const sameNoun = (x: string | null, y: string | null, a = x && bare(x), b = y && bare(y)): boolean => a === b || (a !== null && b !== null && (a.split(" ").at(-1) === b.split(" ").at(-1) || a.includes(b) || b.includes(a))) || a === null || b === null;

function judgePair(question: Question, left: Operand, right: Operand, kind: OperandKind): Pair | undefined {
  const found = reasonOf(question, left, right, kind);
  if (!found) return undefined;
  if (question.national && found.reason !== "nation" && !question.terms.some((t) => t.kind === "place") && (isLocal(left.entry) || isLocal(right.entry))) return undefined;
  const { terms } = question;
  const sides = sidesOf(question);
  const ownTopics = found.reason !== "periods" && distinguishing(question, left, right) > 0;
  let unlisted = listedItems(question.folded) - 2;
  let sum = 0;
  let total = 0;
  for (const [i, term] of terms.entries()) {
    const [l, r] = [left.matches[i] ?? 0, right.matches[i] ?? 0];
    const side = found.reason === "change" || found.reason === "part" ? undefined : sides[i];
    const m = side === "left" ? l : side === "right" ? r : Math.max(l, r);
    if (Math.max(l, r) < 0.2 && (term.kind === "name" || term.kind === "place")) return undefined;
    if (question.comparison === "share" && Math.max(l, r) < 0.5 && isTradeWord(term)) return undefined;
    if (unlisted > 0 && Math.max(l, r) < 0.5 && term.kind !== "act") {
      unlisted--;
      continue;
    }
    // A word that names one of the two only is doing its work; a shared word should stand by both.
    // Words that are a side of their own (a place, one of two things) do their work where they name one of the two only.
    const sideWord = ownTopics || found.reason === "terms" || found.reason === "part" || (found.reason !== "periods" && (term.kind === "place" || /^(?:进口|出口|进出口|import|export)$/.test(term.text)));
    const both = side || (sideWord && Math.abs(l - r) >= 0.12) ? m : Math.min(l, r);
    sum += term.weight * (sideWord || side ? 0.72 * m + 0.28 * both : 0.4 * m + 0.6 * both);
    total += term.weight;
  }
  const near = left.entry.sentence === right.entry.sentence ? 0.07 : left.entry.document === right.entry.document ? 0.03 : 0;
  const unit = left.entry.figure.unit === right.entry.figure.unit ? 0.04 : 0;
  const sameBase = left.entry.figure.change?.kind === right.entry.figure.change?.kind ? 0.04 : -0.04;
  const period = periodFactor(question, left, right, found.reason);
  if (period === 0) return undefined;
  return { left, right, reason: found.reason, score: (sum / (total || 1)) * period + near + unit + sameBase + found.bonus - foreignness(question, left) - foreignness(question, right) };
}

const JOINERS = /和|跟|与|同|、|比|还是|定(?=\p{Script=Han})|,|，|\band\b|\bor\b|\bthan\b|\bversus\b|\bvs\b|是|占/gu;

/**
 * To which operand a word belongs, where the question parts them: words between the first period (or place) and the joining
 * word belong to the left, those between it and the end of the second's own phrase to the right. Undefined: to both.
 */
export function sidesOf(question: Question): readonly ("left" | "right" | undefined)[] {
  const [p, q] = question.periods;
  if (!p || !q || p.span[0] < 0 || q.span[0] < 0) return question.terms.map(() => undefined);
  const between = question.folded.slice(p.span[1], q.span[0]);
  const cut = [...between.matchAll(JOINERS)].at(-1)?.index;
  if (cut === undefined) return question.terms.map(() => undefined);
  const at = p.span[1] + cut;
  const raw = question.terms.map((t) => (t.span[0] < 0 ? undefined : t.span[0] < at ? ("left" as const) : ("right" as const)));
  // Only where both sides name a thing of their own are things parted; places always are.
  const topics = (side: string): boolean => question.terms.some((t, i) => raw[i] === side && t.noun && t.kind !== "place" && t.kind !== "act");
  const parted = topics("left") && topics("right");
  return raw.map((side, i) => (parted || question.terms[i]?.kind === "place" ? side : undefined));
}

/** What sets the left operand apart from the right one; undefined where they are not two sides of anything asked. */
function reasonOf(question: Question, left: Operand, right: Operand, kind: OperandKind): { reason: PairReason; bonus: number } | undefined {
  const periods = kind === "growth" ? growthPeriods(question) : askedPeriods(question);
  if (periods.length >= 2) {
    const [p, q] = periods as [AskedPeriod, AskedPeriod];
    if (fits(p, left) && fits(q, right) && !(fits(p, right) && fits(q, left)) ) return { reason: "periods", bonus: 0.1 * (exact(p, left) + exact(q, right)) + distinguishing(question, left, right) * 0.1 };
    return undefined;
  }
  const then = question.periods[0];
  if (then && /现在|如今|目前|而家|眼下|\bnow\b|today|currently/.test(question.folded) && kind === "level") {
    const newer = newness(left.entry.figure.period) > newness(right.entry.figure.period);
    if (newer && fits(then, right) && !fits(then, left) && sameNames(question, left, right)) return { reason: "periods", bonus: 0.1 };
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
    const nation = local === left ? right : left;
    const foreign = foreignShare(nation.entry, question.terms);
    if (foreign.qualified && foreign.share > 0.34) return undefined;
    if (places.every((i) => (local.matches[i] ?? 0) > 0.6)) return { reason: "nation", bonus: 0.08 };
  }
  const off = question.terms.some((t, i) => t.noun && !t.general && t.weight >= 3.5 && t.kind === "term" && Math.max(left.matches[i] ?? 0, right.matches[i] ?? 0) < 0.45);
  if (isChangePair(left.entry, right.entry) && !(off && question.asks.some((a) => a.wants === "percent"))) return { reason: "change", bonus: CHANGE_CUE.test(question.folded) ? 0.09 : -0.03 };
  const apart = distinguishing(question, left, right);
  if (apart > 0 && (question.comparison !== "share" || kind === "share")) return { reason: "terms", bonus: 0.08 * apart };
  // "The trains or the containers they carried": one is named by all words, the other by what is left of them.
  const together = left.entry.sentence.passage === right.entry.sentence.passage && kind === "growth" && question.comparison !== "share";
  if (together && narrower(question, right, left).length > 0 && narrower(question, left, right).length === 0) return { reason: "terms", bonus: 0.02 };
  if (isPartPair(question, left, right)) return { reason: "part", bonus: 0.06 };
  if (isWholeOf(question, left, right)) return { reason: "part", bonus: 0.04 };
  return undefined;
}

const CHANGE_CUE = /前后|之前|以前|原来|过去|变|缩短|压缩|前进|后退|以后|延长|从.{0,12}[到成]|由.{0,12}[到至]|before|after|previously|from .* to|现在|提速|快了/;

/** Periods that are asked side by side; a span of years with a comparing word counts as its two ends. */
export function askedPeriods(question: Question): AskedPeriod[] {
  const { periods } = question;
  if (periods.length >= 2) return [...periods.slice(0, 2)];
  const only = periods[0];
  const shifted = only && question.changeBase === "yoy" && question.comparison !== null && question.asks.some((a) => a.wants === "measure" || a.wants === "count" || a.wants === "money") ? yearBefore(only) : undefined;
  if (only && shifted) return [only, shifted];
  if (only?.from && only.to && only.from.length === 4 && only.from !== only.to && question.comparison !== null && question.comparison !== "share" && Number(only.to) - Number(only.from) < 30 && !/五|plan|fyp/i.test(only.text ?? "")) {
    return [{ ...only, to: only.from }, { ...only, from: only.to }];
  }
  return [];
}

/** The same span one year earlier; undefined for spans without a year. */
function yearBefore(period: AskedPeriod): AskedPeriod | undefined {
  const shift = (date: string | null): string | null => (date && /^\d{4}/.test(date) ? `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` : null);
  const [from, to] = [shift(period.from), shift(period.to)];
  return from && to ? { ...period, from, to } : undefined;
}

/** Between growth rates the year that both are measured against is no side of its own: 跟2017年比, 20年到24年. */
function growthPeriods(question: Question): AskedPeriod[] {
  const own = question.periods.filter((p) => !isBaseWord(question.folded, p));
  return own.length >= 2 ? own.slice(0, 2) : [];
}

const fits = (p: AskedPeriod, o: Operand): boolean => {
  const fit = fitEntry(p, o.entry);
  return fit === "same" || (fit === "inside" && (!p.whole || o.entry.figure.period.implicit)) || (fit === "around" && o.entry.figure.period.implicit && o.entry.figure.agg === "stock");
};
const exact = (p: AskedPeriod, o: Operand): number => (fitEntry(p, o.entry) === "same" ? 1 : 0.3);

function periodFactor(question: Question, left: Operand, right: Operand, reason: PairReason): number {
  const only = question.periods.find((p) => question.periods.length === 1 || !isBaseWord(question.folded, p));
  if (!only || reason === "periods") return 1;
  const factor = (o: Operand): number => {
    const fit = fitEntry(only, o.entry);
    if (fit === "same") return 1;
    if (fit === "inside") return only.whole ? 0.6 : 0.93;
    if (fit === "unknown" || o.entry.figure.period.implicit) return 0.9;
    if (fit === "other") return 0;
    return reason === "change" || reason === "part" ? 0.8 : 0.55;
  };
  return (factor(left) + factor(right)) / 2 * (factor(left) === 0 || factor(right) === 0 ? 0 : 1);
}

/** Both are named by the same words of the question. */
const sameNames = (question: Question, a: Operand, b: Operand): boolean => question.terms.every((t, i) => t.kind === "act" || Math.abs((a.matches[i] ?? 0) - (b.matches[i] ?? 0)) < 0.45) && a.entry.figure.agg === b.entry.figure.agg;

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
    return t.kind === "place" ? [] : Math.abs(l - r) >= 0.12 && Math.max(l, r) >= 0.6 ? [{ i, left: l > r, strength: Math.abs(l - r) * t.weight }] : [];
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
export function isChangePair(a: FigureEntry, b: FigureEntry): boolean {
  if (a.sentence !== b.sentence) return false;
  if (a.figure.of?.role === "before" && a.figure.of.index === b.index) return true;
  if (b.figure.of?.role === "after" && b.figure.of.index === a.index) return true;
  if (a.figure.agg === "before" && b.figure.agg === "after" && a.figure.unit === b.figure.unit) return true;
  const { body } = a.document.article;
  const between = body.slice(a.figure.display[1], b.figure.display[0]);
  return a.figure.kind === b.figure.kind && /[从由自][^，。；,;]{0,8}$/.test(body.slice(a.sentence.start, a.figure.display[0])) && /^[^，。；,;\d]{0,8}[到至为成][^，。；,;\d]{0,4}$/.test(between);
}

/** A part beside its whole: the source says so, or both stand in one sentence and the lesser is named more narrowly. */
function isPartPair(question: Question, part: Operand, whole: Operand): boolean {
  if (part.entry.figure.of?.role === "part" && part.entry.figure.of.index === whole.entry.index && part.entry.document === whole.entry.document) return true;
  const wants = question.comparison === "share" || /还剩|剩下?|原来有|left|remain/.test(question.folded);
  if (!wants || part.entry.sentence.passage !== whole.entry.sentence.passage) return false;
  if (part.entry.figure.unit !== whole.entry.figure.unit || valueOf(part) >= valueOf(whole)) return false;
  return narrower(question, part, whole).length > 0 && narrower(question, whole, part, 0.3).length === 0;
}

/** Terms that name the first operand and not the second. */
const narrower = (question: Question, a: Operand, b: Operand, by = 0.1): number[] => question.terms.flatMap((_, i) => ((a.matches[i] ?? 0) >= 0.55 && (a.matches[i] ?? 0) > (b.matches[i] ?? 0) + by ? [i] : []));

/** The right one is the whole or general measure (外贸整体, total trade) that the left one is set against. */
function isWholeOf(question: Question, part: Operand, whole: Operand): boolean {
  if (!/整体|总|全国|全部|全市|全省|平均|占|里面?|当中|total|overall|\ball\b|whole|average|share|percentage|came from/.test(question.folded)) return false;
  const own = narrower(question, part, whole);
  const elsewhere = !question.national && question.terms.some((t, i) => t.kind === "place" && (whole.matches[i] ?? 0) < 0.4);
  if (elsewhere) return false;
  if (!own.some((i) => (question.terms[i]?.weight ?? 0) >= 2 && question.terms[i]?.kind !== "act") || narrower(question, whole, part).length > 0) return false;
  if (question.comparison === "share" && valueOf(part) >= valueOf(whole)) return false;
  return !foreignShare(whole.entry, question.terms).qualified && !isLocal(whole.entry) && question.terms.some((t, i) => t.kind === "term" && (whole.matches[i] ?? 0) >= 0.9);
}

const valueOf = (o: Operand): number => (typeof o.entry.figure.value === "number" ? o.entry.figure.value : o.entry.figure.value[1]);

/** Takes off for words of a figure's name that the question does not have, and for a place it does not name. */
function foreignness(question: Question, o: Operand): number {
  const { share, qualified } = foreignShare(o.entry, question.terms);
  const local = isLocal(o.entry) && !question.terms.some((t, i) => (t.kind === "place" || t.kind === "name" || t.kind === "body") && (o.matches[i] ?? 0) > 0.4);
  const nation = question.national && /全国|我国|nationwide|china/i.test(`${o.entry.figure.metric} ${o.entry.figure.entity ?? ""}`) ? -0.03 : 0;
  const side = /(?:缩短|压缩|提速|改革|实施|推行|搞|用上|上线)?(?:以|之)?后|现在|如今|after|now/.test(question.folded) && !/前|原来|以前|before/.test(question.folded) && o.entry.figure.agg === "before" ? 0.1 : 0;
  return side + 0.09 * share + (qualified ? 0.06 : 0) + (local ? 0.28 : 0) + nation;
}

/** How many things the question lists: 金额 件数 人次 are three, A和B two. */
export function listedItems(folded: string): number {
  const said = /([三四五六])(?:个|者|项|样|种|家)(?:嘅|的|里|中|当中)?.{0,6}(?:哪|边|谁)/.exec(folded);
  if (said) return { 三: 3, 四: 4, 五: 5, 六: 6 }[said[1] ?? ""] ?? 3;
  const commas = Math.max(...folded.split(/[,，?。]|\d{4}年/).map((part) => (part.match(/、/g) ?? []).length));
  const spaces = /(?:\p{Script=Han}{2,6} ){2,}\p{Script=Han}/u.test(folded) ? (folded.match(/\p{Script=Han}{2,6}(?= \p{Script=Han})/gu) ?? []).length : 0;
  const english = /, .{2,40},? (?:and|or) /.test(folded) ? 2 : 0;
  return Math.max(commas, Math.min(spaces, 3), english) + 1;
}

/**
 * Further figures of the same measure where the question lists three or more things: each is the best one for a listed word
 * that the figures before it do not answer.
 */
export function findFurther(question: Question, pair: Pair, operands: readonly Operand[]): Operand[] {
  const wanted = listedItems(question.folded);
  const taken: Operand[] = [pair.left, pair.right];
  if (wanted < 3) return [];
  const period = question.periods[0];
  const timely = (o: Operand): boolean => !period || ["same", "inside", "unknown"].includes(fitEntry(period, o.entry)) || o.entry.figure.period.implicit;
  const candidates = operands.filter((o) => sameMeasure(o.entry, pair.left.entry) && timely(o) && (o.entry.figure.change?.kind ?? null) === (pair.left.entry.figure.change?.kind ?? null));
  const signature = (o: Operand): string => `${question.terms.map((t, i) => (t.kind !== "act" && (o.matches[i] ?? 0) >= 0.7 ? 1 : 0)).join("")}${question.national ? (isLocal(o.entry) ? "l" : "n") : ""}`;
  const ranked = candidates
    .map((o) => ({ o, score: o.matches.reduce((sum, m, i) => sum + m * (question.terms[i]?.weight ?? 0), 0) - 6 * foreignness(question, o) }))
    .sort((a, b) => b.score - a.score);
  const most = Math.max(0.12, foreignness(question, pair.left), foreignness(question, pair.right)) + 0.15;
  for (const { o } of ranked) {
    if (taken.length >= wanted) break;
    if (foreignness(question, o) > most || taken.some((t) => t.entry === o.entry || signature(t) === signature(o))) continue;
    taken.push(o);
  }
  return taken.slice(2);
}
