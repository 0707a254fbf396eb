import type { Span } from "../../figures/figure.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import { foreignShare } from "../match/foreign.ts";
import { isHome } from "../match/home.ts";
import { fitEntry, newness } from "../match/periods.ts";
import { isLocal } from "../match/place.ts";
import { isStatedPart } from "../match/siblings.ts";
import { isBaseWord } from "../question/cues.ts";
import type { AskedPeriod } from "../question/periods.ts";
import type { Question } from "../question/question.ts";
import { levelOf, type Operand, type OperandKind } from "./operands.ts";

/** Why two figures are the two that a question sets against each other. */
export type PairReason = "periods" | "places" | "directions" | "nation" | "terms" | "change" | "part";

/** What sets the left operand apart from the right one; undefined where they are not two sides of anything asked. */
export function reasonOf(
  question: Question,
  left: Operand,
  right: Operand,
  kind: OperandKind,
): { reason: PairReason; bonus: number } | undefined {
  const periods = kind === "growth" ? growthPeriods(question) : askedPeriods(question);
  if (periods.length >= 2) {
    const [p, q] = periods as [AskedPeriod, AskedPeriod];
    if (kind === "growth" && !namedAlike(left.entry, right.entry)) return undefined;
    if (fits(p, left) && fits(q, right) && !(fits(p, right) && fits(q, left)))
      return {
        reason: "periods",
        bonus: 0.1 * (exact(p, left) + exact(q, right)) + distinguishing(question, left, right) * 0.1,
      };
    return undefined;
  }
  const then = question.periods[0];
  if (then && /现在|如今|目前|而家|眼下|\bnow\b|today|currently/.test(question.folded) && kind === "level") {
    const newer = newness(left.entry.figure.period) > newness(right.entry.figure.period);
    if (newer && fits(then, right) && !fits(then, left) && sameNames(question, left, right))
      return { reason: "periods", bonus: 0.1 };
  }
  const places = question.terms.flatMap((t, i) =>
    t.kind === "place" && !(isHome(t, left.entry.document) && isHome(t, right.entry.document)) ? [i] : [],
  );
  if (places.length >= 2) {
    const split = splitBy(places, left, right);
    if (split) return { reason: "places", bonus: 0.08 };
  }
  const directions = new Set(question.directions.map((d) => d.direction));
  if (directions.size >= 2) {
    const [a, b] = question.directions.map((d) => d.direction).filter((d, i, all) => all.indexOf(d) === i);
    if (directionOf(left) === a && directionOf(right) === b) return { reason: "directions", bonus: 0.1 };
    // 出口比进口: the two together are neither.
    if (!directions.has("both") && [left, right].some((o) => directionOf(o) === "both")) return undefined;
  }
  if (question.national && places.length >= 1 && isLocal(left.entry) !== isLocal(right.entry)) {
    const local = isLocal(left.entry) ? left : right;
    const nation = local === left ? right : left;
    const foreign = foreignShare(nation.entry, question.terms);
    if (foreign.qualified && foreign.share > 0.34) return undefined;
    if (places.every((i) => (local.matches[i] ?? 0) > 0.6)) return { reason: "nation", bonus: 0.08 };
  }
  const off = question.terms.some(
    (t, i) =>
      t.noun &&
      !t.general &&
      t.weight >= 3.5 &&
      t.kind === "term" &&
      Math.max(left.matches[i] ?? 0, right.matches[i] ?? 0) < 0.45,
  );
  if (isChangePair(left.entry, right.entry) && !(off && question.asks.some((a) => a.wants === "percent")))
    return { reason: "change", bonus: CHANGE_CUE.test(question.folded) ? 0.09 : -0.03 };
  const apart = distinguishing(question, left, right);
  if (apart > 0 && (question.comparison !== "share" || kind === "share"))
    return { reason: "terms", bonus: 0.08 * apart };
  // "The trains or the containers they carried": one is named by all words, the other by what is left of them.
  const together =
    left.entry.sentence.passage === right.entry.sentence.passage &&
    kind === "growth" &&
    question.comparison !== "share";
  if (together && narrower(question, right, left).length > 0 && narrower(question, left, right).length === 0)
    return { reason: "terms", bonus: 0.02 };
  if (isPartPair(question, left, right)) return { reason: "part", bonus: 0.06 };
  if (isWholeOf(question, left, right)) return { reason: "part", bonus: 0.04 };
  return undefined;
}

const CHANGE_CUE =
  /前后|之前|以前|原来|过去|变|缩短|压缩|前进|后退|以后|延长|从.{0,12}[到成]|由.{0,12}[到至]|before|after|previously|from .* to|现在|提速|快了/;

/** Periods that are asked side by side; a span of years with a comparing word counts as its two ends. */
export function askedPeriods(question: Question): AskedPeriod[] {
  const { periods } = question;
  if (periods.length >= 2) return [...periods.slice(0, 2)];
  const only = periods[0];
  const shifted =
    only &&
    question.changeBase === "yoy" &&
    question.comparison !== null &&
    question.asks.some((a) => a.wants === "measure" || a.wants === "count" || a.wants === "money")
      ? yearBefore(only)
      : undefined;
  if (only && shifted) return [only, shifted];
  if (
    only?.from &&
    only.to &&
    only.from.length === 4 &&
    only.from !== only.to &&
    question.comparison !== null &&
    question.comparison !== "share" &&
    Number(only.to) - Number(only.from) < 30 &&
    !/五|plan|fyp/i.test(only.text ?? "")
  ) {
    return [
      { ...only, to: only.from },
      { ...only, from: only.to },
    ];
  }
  return [];
}

/** The same span one year earlier; undefined for spans without a year. */
function yearBefore(period: AskedPeriod): AskedPeriod | undefined {
  const shift = (date: string | null): string | null =>
    date && /^\d{4}/.test(date) ? `${Number(date.slice(0, 4)) - 1}${date.slice(4)}` : null;
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
  return (
    fit === "same" ||
    (fit === "inside" && (!p.whole || o.entry.figure.period.implicit)) ||
    (fit === "around" && o.entry.figure.period.implicit && o.entry.figure.agg === "stock")
  );
};

const exact = (p: AskedPeriod, o: Operand): number => (fitEntry(p, o.entry) === "same" ? 1 : 0.3);

/** Growth of the clearance time and growth of exports are no two years of one thing: their names share words. */
const namedAlike = (a: FigureEntry, b: FigureEntry): boolean => {
  const own = new Set(a.metricWords.map((w) => w.form));
  const shared = b.metricWords.filter((w) => own.has(w.form)).length;
  return shared * 2 >= Math.min(own.size, b.metricWords.length);
};

const SIDES: ReadonlySet<string | null> = new Set(["before", "after"]);

/** Both are named by the same words of the question. */
const sameNames = (question: Question, a: Operand, b: Operand): boolean =>
  question.terms.every(
    (t, i) => t.kind === "act" || Math.abs((a.matches[i] ?? 0) - (b.matches[i] ?? 0)) < 0.45,
  ) &&
  (a.entry.figure.agg === b.entry.figure.agg ||
    SIDES.has(a.entry.figure.agg) ||
    SIDES.has(b.entry.figure.agg));

/** One figure has one of the marked terms and not another, the other one the reverse. */
function splitBy(indexes: readonly number[], left: Operand, right: Operand): boolean {
  const own = (o: Operand, p: Operand): number[] =>
    indexes.filter((i) => (o.matches[i] ?? 0) >= 0.45 && (o.matches[i] ?? 0) > (p.matches[i] ?? 0) + 0.12);
  const a = own(left, right);
  const b = own(right, left);
  return a.length > 0 && b.length > 0 && Math.min(...a) < Math.min(...b);
}

/** 1 where each figure is named by a word of the question that does not name the other, in the order of the question. */
export function distinguishing(question: Question, left: Operand, right: Operand): number {
  const places = question.terms.filter((t) => t.kind === "place").length;
  const clear = question.terms.flatMap((t, i) => {
    const l = left.matches[i] ?? 0;
    const r = right.matches[i] ?? 0;
    return t.kind === "place" &&
      (places !== 1 || (isHome(t, left.entry.document) && isHome(t, right.entry.document)))
      ? []
      : Math.abs(l - r) >= 0.12 && Math.max(l, r) >= 0.6
        ? [{ i, left: l > r, strength: Math.abs(l - r) * t.weight }]
        : [];
  });
  const a = clear.filter((c) => c.left);
  const b = clear.filter((c) => !c.left);
  if (a.length === 0 || b.length === 0) return 0;
  const spansOf = (side: typeof clear): Span[] =>
    side.map(({ i }): Span => question.terms[i]?.span ?? [-1, -1]).filter((s) => s[0] >= 0);
  const [here, there] = [spansOf(a), spansOf(b)];
  if (here.length > 0 && here.every((s) => there.every((t) => areOneName(question, s, t)))) return 0;
  return Math.min(...a.map((c) => c.i)) < Math.min(...b.map((c) => c.i)) ? 1 : 0;
}

/** 换装|线: two words side by side are one name and no two sides. */
function areOneName(question: Question, s: Span, t: Span): boolean {
  const [first, second] = s[0] <= t[0] ? [s, t] : [t, s];
  return /^的?$/.test(question.folded.slice(first[1], second[0]));
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
  // Of several changes in one sentence each side belongs to its own.
  if (a.figure.of?.role === "before" || b.figure.of?.role === "after") return false;
  if (a.figure.agg === "before" && b.figure.agg === "after" && a.figure.unit === b.figure.unit) return true;
  const { body } = a.document.article;
  const between = body.slice(a.figure.display[1], b.figure.display[0]);
  return (
    a.figure.kind === b.figure.kind &&
    /[从由自][^，。；,;]{0,8}$/.test(body.slice(a.sentence.start, a.figure.display[0])) &&
    /^[^，。；,;\d]{0,8}[到至为成][^，。；,;\d]{0,4}$/.test(between)
  );
}

/** A part beside its whole: the source says so, or both stand in one sentence and the lesser is named more narrowly. */
function isPartPair(question: Question, part: Operand, whole: Operand): boolean {
  if (isStatedPart(part.entry, whole.entry)) return true;
  if (areParts(part.entry, whole.entry)) return false;
  const wants = question.comparison === "share" || /还剩|剩下?|原来有|left|remain/.test(question.folded);
  if (!wants || part.entry.sentence.passage !== whole.entry.sentence.passage) return false;
  if (part.entry.figure.unit !== whole.entry.figure.unit || levelOf(part) >= levelOf(whole)) return false;
  return narrower(question, part, whole).length > 0 && narrower(question, whole, part, 0.3).length === 0;
}

/** The source tells both as parts of one whole: neither is the other's. */
const areParts = (a: FigureEntry, b: FigureEntry): boolean =>
  a.document === b.document &&
  a.figure.of?.role === "part" &&
  b.figure.of?.role === "part" &&
  a.figure.of.index === b.figure.of.index;

/** Terms that name the first operand and not the second. */
const narrower = (question: Question, a: Operand, b: Operand, by = 0.1): number[] =>
  question.terms.flatMap((_, i) =>
    (a.matches[i] ?? 0) >= 0.55 && (a.matches[i] ?? 0) > (b.matches[i] ?? 0) + by ? [i] : [],
  );

/** The right one is the whole or general measure (外贸整体, total trade) that the left one is set against. */
function isWholeOf(question: Question, part: Operand, whole: Operand): boolean {
  if (
    !/整体|总|全国|全部|全市|全省|平均|占|里面?|当中|total|overall|\ball\b|whole|average|share|percentage|came from/.test(
      question.folded,
    )
  )
    return false;
  const own = narrower(question, part, whole);
  const elsewhere =
    !question.national && question.terms.some((t, i) => t.kind === "place" && (whole.matches[i] ?? 0) < 0.4);
  if (elsewhere) return false;
  if (
    !own.some((i) => (question.terms[i]?.weight ?? 0) >= 2 && question.terms[i]?.kind !== "act") ||
    narrower(question, whole, part).length > 0
  )
    return false;
  if (question.comparison === "share" && levelOf(part) >= levelOf(whole)) return false;
  return (
    !foreignShare(whole.entry, question.terms).qualified &&
    !isLocal(whole.entry) &&
    question.terms.some((t, i) => t.kind === "term" && (whole.matches[i] ?? 0) >= 0.9)
  );
}
