import type { Figure } from "../figure.ts";
import { type Draft, runOf, type Sheet } from "./draft.ts";
import { isLevel, type Metric } from "./metrics.ts";

/** Of which figure of the paragraph this one is a growth, share, part, rank or other side; null where of none. */
export function relationOf(sheet: Sheet, draft: Draft, metrics: readonly Metric[]): Figure["of"] {
  const { lead, quantity } = draft;
  const before = (role: "growth" | "share" | "rank"): Figure["of"] => {
    // 大豆67万吨,但均价上涨两成: the price grew, not the weight.
    if (lead.subject !== null && /[均单]价$/.test(sheet.blank.slice(...lead.subject))) return null;
    const index = levelBefore(sheet, draft, metrics);
    return index === null ? null : { index, role };
  };
  if (isNewSide(sheet, draft)) return { index: draft.index - 1, role: "after" };
  if (isOldSide(sheet, draft)) return { index: draft.index + 1, role: "before" };
  if (isFormer(sheet, draft)) return { index: draft.index - 1, role: "before" };
  const standard = standardBefore(sheet, draft);
  if (standard !== null) return { index: standard, role: "before" };
  if (lead.change !== null || (lead.subject === null && runOf(sheet.drafts, draft)[0]?.lead.change != null))
    return before("growth");
  if (lead.share !== null) return before("share");
  if (quantity.kind === "rank") return before("rank");
  return partOf(sheet, draft);
}

/** The level of the same subject, as its words were taken from there; else of the same sentence and words. */
function levelBefore(sheet: Sheet, draft: Draft, metrics: readonly Metric[]): number | null {
  const metric = metrics[draft.index];
  let at = metric?.parent ?? null;
  while (at !== null) {
    const other: Draft | undefined = sheet.drafts[at];
    if (other === undefined) return null;
    // A paragraph's earlier sentence gives the words at most, not the level.
    // 比2019年的43.5小时压减三成: the fall is of today's, not of the standard.
    const standard = standardBefore(sheet, other);
    if (standard !== null) {
      at = standard;
      continue;
    }
    if (isLevel(other) && (other.sentence[0] === draft.sentence[0] || sharesWords(metric, metrics[at])))
      return sharesWords(metric, metrics[at]) ? at : null;
    at =
      metrics[at]?.parent ??
      (at > 0 &&
      sheet.drafts[at - 1]?.sentence[0] === draft.sentence[0] &&
      sharesWords(metrics[at], metrics[at - 1])
        ? at - 1
        : null);
  }
  return null;
}

const sharesWords = (a: Metric | undefined, b: Metric | undefined): boolean => {
  const first = a?.words[0];
  return first !== undefined && (b?.words.some((w) => w[0] === first[0]) ?? false);
};

const PAIR_LINK =
  /(?:至|到|为|成)(?:了|近|约|不到|仅|只|最快|最短|目前的?|现在的?|如今的?|今年|第|全国|全球|\u0000|的)*$/;

/** 由150列增至612列: the second number, led by a word of change or arrival, right after one with 由 or 从. */
function isNewSide(sheet: Sheet, draft: Draft): boolean {
  const old = sheet.drafts[draft.index - 1];
  if (old === undefined || !old.lead.origin || old.sentence[0] !== draft.sentence[0]) return false;
  if (old.quantity.kind !== draft.quantity.kind) return false;
  const gap = sheet.blank.slice(old.quantity.display[1], draft.quantity.display[0]);
  return gap.length <= 24 && (draft.lead.transition || PAIR_LINK.test(gap));
}

const isOldSide = (sheet: Sheet, draft: Draft): boolean => {
  const next = sheet.drafts[draft.index + 1];
  return next !== undefined && isNewSide(sheet, next);
};

/** 现在6天就能上架,过去要40天: the former value stands behind. */
function isFormer(sheet: Sheet, draft: Draft): boolean {
  const now = sheet.drafts[draft.index - 1];
  return (
    now !== undefined &&
    now.sentence[0] === draft.sentence[0] &&
    now.quantity.unit === draft.quantity.unit &&
    isLevel(now) &&
    /^[\u0000\s,，;]*(?:而|但)?(?:过去|以前|从前|以往|原来|原先|此前|之前|改革前)(?:则|却|都|还|一般|往往|通常|平均|大约|需要|至少|最快|[,，约要需得是用花])*$/.test(
      draft.lead.words,
    )
  );
}

/** 比2019年的43.5小时压减…: the figure that the one before is measured against. */
function standardBefore(sheet: Sheet, draft: Draft): number | null {
  const bound = sheet.paragraph.times.some(
    (t) => t.base && t.bound && t.end <= draft.quantity.start && draft.quantity.start - t.end <= 3,
  );
  const previous = sheet.drafts[draft.index - 1];
  return bound &&
    previous !== undefined &&
    previous.sentence[0] === draft.sentence[0] &&
    previous.quantity.unit === draft.quantity.unit
    ? previous.index
    : null;
}

/** 其中: of the figure with the same unit before it, in the sentence or the one before. */
function partOf(sheet: Sheet, draft: Draft): Figure["of"] {
  const start = partStart(sheet, draft);
  if (start === null || !draft.part || !isLevel(draft)) return null;
  const sentences = sheet.paragraph.sentences;
  const at = sentences.findIndex((s) => s.start === draft.sentence[0]);
  const earliest = sentences[Math.max(0, at - 1)]?.start ?? 0;
  const candidates = sheet.drafts.filter(
    (d) =>
      d.quantity.end <= start &&
      d.sentence[0] >= earliest &&
      isLevel(d) &&
      !d.lead.origin &&
      d.quantity.unit === draft.quantity.unit &&
      holds(d, draft),
  );
  const own = candidates.filter((d) => d.sentence[0] === draft.sentence[0]);
  const whole = (own.length > 0 ? own : candidates.filter((d) => !/首次|突破/.test(d.lead.words))).at(
    own.length > 0 ? -1 : 0,
  );
  if (whole === undefined) return groupPart(sheet, draft);
  return isUsedUp(sheet, draft, whole, start) ? null : { index: whole.index, role: "part" };
}

/** 共12万吨,其中甲5万吨、乙7万吨;丙3万吨: before ； the parts made up the whole, so what follows is none. */
function isUsedUp(sheet: Sheet, draft: Draft, whole: Draft, start: number): boolean {
  const stop = sheet.blank.lastIndexOf(";", draft.quantity.start);
  if (stop < start) return false;
  const parts = sheet.drafts.filter(
    (d) =>
      d.quantity.start > start &&
      d.quantity.end <= stop &&
      isLevel(d) &&
      d.quantity.unit === whole.quantity.unit,
  );
  const sum = parts.reduce((total, d) => total + top(d), 0);
  return parts.length > 1 && Math.abs(sum - top(whole)) <= SUM_SLACK * top(whole);
}

/** Parts are rounded. */
const SUM_SLACK = 0.005;

const top = (draft: Draft): number =>
  typeof draft.quantity.value === "number" ? draft.quantity.value : draft.quantity.value[1];
const holds = (whole: Draft, part: Draft): boolean => top(whole) >= top(part);

/** Where the 其中 stands that reaches this number: in its sentence, before it. */
function partStart(sheet: Sheet, draft: Draft): number | null {
  const at = sheet.blank.slice(draft.sentence[0], draft.quantity.start).lastIndexOf("其中");
  return at < 0 ? null : draft.sentence[0] + at;
}

/** 68项改革有18项: a part told by 有 or 中 right behind the whole. */
function groupPart(sheet: Sheet, draft: Draft): Figure["of"] {
  const previous = sheet.drafts[draft.index - 1];
  if (
    previous === undefined ||
    previous.clause[0] !== draft.clause[0] ||
    previous.quantity.unit !== draft.quantity.unit
  )
    return null;
  return /(?:有|取消了?|完成了?|推广了?|来自)$/.test(draft.lead.words) && holds(previous, draft)
    ? { index: previous.index, role: "part" }
    : null;
}
