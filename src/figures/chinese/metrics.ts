import type { Span } from "../figure.ts";
import { splitCoordinates } from "./coordinates.ts";
import { type Draft, runOf, type Sheet } from "./draft.ts";
import { frameAround, frameBefore } from "./frames.ts";
import { objectOf, predicateOf } from "./predicates.ts";
import { prefixFor, withoutAddition } from "./prefixes.ts";
import { BLANK, balanced, ownSubject, pieces, textOf, topicBefore, topicBehind } from "./subjects.ts";
import { BARE_MEASURE, BARE_TRADE, BARE_VERB } from "./tables/metric-words.ts";

/** What a figure measures. */
export interface Metric {
  /** The subject, in reading order; others may take it over. */
  readonly words: readonly Span[];
  /** What is said behind the number; its own alone. */
  readonly predicate: readonly Span[];
  /** Further words that help to recognise it. */
  readonly context: readonly Span[];
  /** The draft whose subject was taken over, or whose item this is. */
  readonly parent: number | null;
}

/** The metrics of all drafts of a paragraph, in order: each may lean on those before it. */
export function readMetrics(sheet: Sheet): Metric[] {
  const metrics: Metric[] = [];
  for (const draft of sheet.drafts) metrics.push(readMetric(sheet, draft, metrics));
  return metrics;
}

function readMetric(sheet: Sheet, draft: Draft, before: readonly Metric[]): Metric {
  const metric =
    fromFrame(sheet, draft, before) ??
    fromRun(sheet, draft, before) ??
    fromSubject(sheet, draft, before) ??
    fromNeighbours(sheet, draft, before);
  const words = metric.words.length + metric.predicate.length > 0 ? metric.words : topicBehind(sheet, draft);
  const whole = (spans: readonly Span[]): Span[] =>
    spans.filter((s) => s[1] > s[0]).map((s) => balanced(sheet.blank, s));
  return {
    ...metric,
    words: whole(words),
    predicate: whole(metric.predicate),
    context: whole(metric.context),
  };
}

/** 亩均税收42万元,是青湾11万元的3倍: both are of the amount before, the standard with its own name. */
function fromFrame(sheet: Sheet, draft: Draft, before: readonly Metric[]): Metric | null {
  const frame = frameAround(sheet, draft) ?? frameBefore(sheet, draft);
  if (frame === null) return null;
  const level = sheet.drafts.findLast(
    (d) =>
      d.index < frame.standard.index &&
      d.sentence[0] === draft.sentence[0] &&
      d.quantity.unit === frame.standard.quantity.unit &&
      isLevel(d),
  );
  const words = level === undefined ? [] : inheritable(before[level.index]?.words ?? [], level);
  if (level === undefined || words.length === 0) return null;
  const name = pieces(sheet.blank, frame.of);
  return frame.standard === draft
    ? { words: [...name, ...words], predicate: [], context: [], parent: level.index }
    : { words, predicate: [], context: name, parent: level.index };
}

/** A level, not a change, share or rank. */
export const isLevel = (draft: Draft): boolean =>
  draft.lead.change === null &&
  draft.lead.share === null &&
  draft.lead.ratioBase === null &&
  draft.quantity.kind !== "rank" &&
  draft.quantity.kind !== "multiple" &&
  !/连续$/.test(draft.lead.words) &&
  !(
    draft.quantity.kind === "duration" &&
    draft.quantity.unit.endsWith("年") &&
    draft.lead.subject === null &&
    !draft.lead.transition
  );

const basesOf = (draft: Draft): Span[] =>
  [draft.lead.change?.base, draft.lead.ratioBase].filter((s): s is Span => s != null);

const within = (span: Span, outer: Span | null): boolean =>
  outer !== null && span[0] >= outer[0] && span[1] <= outer[1];

/** The words that another number may take over: without this one's noun and base. */
const inheritable = (words: readonly Span[], draft: Draft, keepScope = false): Span[] =>
  words.filter(
    (w) =>
      (draft.quantity.noun === null || w[0] < draft.quantity.noun[0]) &&
      !within(w, draft.lead.ratioBase) &&
      (keepScope || !within(w, draft.lead.scope)),
  );

/** Runs of numbers: values handed out in order to listed items, or to the figures before. */
function fromRun(sheet: Sheet, draft: Draft, before: readonly Metric[]): Metric | null {
  const run = runOf(sheet.drafts, draft);
  const first = run[0];
  if (first === undefined || run.length < 2) return null;
  const place = draft.index - first.index;
  const subject = ownSubject(sheet, first);
  const own = { predicate: predicateOf(sheet, draft), context: basesOf(first) };
  const alike = run.every((d) => d.quantity.unit === first.quantity.unit);
  // 退运、销毁水果23批、412吨: two ways to count one thing, unless 分别 hands them out.
  if (subject !== null && (alike || first.lead.respectively !== null)) {
    const items = splitCoordinates(sheet.blank, subject, run.length, first.lead.respectively?.at ?? null);
    const words = items?.[place];
    if (words !== undefined) return { ...own, words: [...words, ...objectOf(sheet, draft)], parent: null };
  }
  // 同比分别增长103.7%、87.4%、19.2% after three amounts: each belongs to one of them; so do 年均224起、40亿元.
  const mean = !alike && /年均|月均|日均|平均/.test(first.lead.words);
  if (subject === null && (first.lead.respectively !== null || first.lead.change !== null || mean)) {
    const levels = sheet.drafts
      .filter((d) => d.sentence[0] === draft.sentence[0] && d.index < first.index && isLevel(d))
      .slice(-run.length);
    const level = levels[place];
    const fits = !mean || levels.every((d, i) => d.quantity.unit === run[i]?.quantity.unit);
    if (levels.length === run.length && level !== undefined && fits)
      return { ...own, words: before[level.index]?.words ?? [], parent: level.index };
  }
  // 越南、韩国列前两位,进出口分别为…: the measure alone stands before the numbers, the items in the clause before.
  const measured = subject !== null && BARE_TRADE.test(sheet.blank.slice(...subject).replaceAll(BLANK, ""));
  const listed =
    (subject === null || measured) && first.lead.respectively !== null
      ? listedBefore(sheet, first, run.length)
      : null;
  const item = listed?.[place];
  if (item !== undefined && subject !== null)
    return { ...own, words: [...item, ...pieces(sheet.blank, subject)], parent: null };
  if (item !== undefined) {
    const level = sheet.drafts.findLast(
      (d) =>
        d.index < first.index &&
        d.quantity.unit === first.quantity.unit &&
        isLevel(d) &&
        !d.joined &&
        sameSentences(draft, d),
    );
    const measure = level === undefined ? [] : inheritable(before[level.index]?.words ?? [], level);
    return { ...own, words: [...item, ...measure], parent: level?.index ?? null };
  }
  const leader = before[first.index];
  if (place === 0 || leader === undefined || ownSubject(sheet, draft) !== null) return null;
  const object = objectOf(sheet, draft);
  if (object.length === 0) return { ...leader, predicate: own.predicate };
  return { ...own, words: [...inheritable(leader.words, first), ...object], parent: leader.parent };
}

/** 青崖、白沙两个口岸分别为…; 上游的青崖和白沙,分别有…: the items that a count or a clause before the numbers lists. */
function listedBefore(sheet: Sheet, first: Draft, count: number): Span[][] | null {
  const sum = sheet.drafts[first.index - 1];
  const list = sum === undefined ? null : ownSubject(sheet, sum);
  if (
    sum !== undefined &&
    list !== null &&
    sum.quantity.value === count &&
    sum.sentence[0] === first.sentence[0]
  ) {
    const noun = sum.quantity.kind === "rank" ? null : sum.quantity.noun;
    const items = splitCoordinates(sheet.blank, list, count, null);
    if (items !== null) return items.map((item) => (noun === null ? item : [...item, noun]));
  }
  const topic = topicBefore(sheet, first)?.[0];
  return topic === undefined ? null : splitCoordinates(sheet.blank, topic, count, null);
}

function fromSubject(sheet: Sheet, draft: Draft, before: readonly Metric[]): Metric | null {
  const subject = ownSubject(sheet, draft);
  if (subject === null) return null;
  const pointed = pointsAt(sheet, draft, subject, before);
  if (pointed !== null) return pointed;
  const known = draft.lead.change === null ? null : sameItem(sheet, draft, subject, before);
  if (known !== null) return known;
  const text = sheet.blank.slice(...subject).replaceAll(BLANK, "");
  const parent = parentOf(sheet, draft, before);
  const words = parent === null ? [] : (before[parent]?.words ?? []);
  const near = draft.part || (parent !== null && sheet.drafts[parent]?.sentence[0] === draft.sentence[0]);
  const item = near && (BARE_TRADE.test(text) || BARE_MEASURE.test(text)) ? itemBefore(sheet, draft) : null;
  const prefix =
    item ??
    (parent === null ? [] : prefixFor(sheet, { text, words, near, owned: hasOwner(sheet, draft), draft }));
  const topic = parent === null || prefix.length === 0 ? topicBefore(sheet, draft) : null;
  if (BARE_VERB.test(text) && topic !== null && prefix.length === 0)
    return {
      words: [...topic, ...pieces(sheet.blank, subject), ...objectOf(sheet, draft)],
      predicate: predicateOf(sheet, draft),
      context: basesOf(draft),
      parent: null,
    };
  // 风险预警11次、警示通报23条: the second item has the verb of the first for its surroundings.
  const listed = draft.follows && /^[、和与及]/.test(draft.lead.words);
  const around =
    prefix.length === 0 && (draft.part || listed) ? words : near ? [] : (topicBefore(sheet, draft) ?? []);
  const moved = prefix.length === 0 ? sameMover(sheet, draft, text, before) : [];
  return {
    words: [...moved, ...prefix, ...pieces(sheet.blank, subject), ...objectOf(sheet, draft)],
    predicate: predicateOf(sheet, draft),
    context: [...basesOf(draft), ...around],
    parent: prefix.length > 0 || draft.part ? parent : null,
  };
}

/** 前者增长4.4%，后者下降11.3%: the first and the last of the amounts handed out before. */
function pointsAt(sheet: Sheet, draft: Draft, subject: Span, before: readonly Metric[]): Metric | null {
  const side = /^(前|后)者$/.exec(sheet.blank.slice(...subject).replaceAll(BLANK, ""))?.[1];
  const level =
    side === undefined ? undefined : sheet.drafts.findLast((d) => d.index < draft.index && isLevel(d));
  if (level === undefined || !sameSentences(draft, level)) return null;
  const run = runOf(sheet.drafts, level);
  const at = (side === "前" ? run[0] : run.at(-1))?.index ?? level.index;
  return run.length < 2
    ? null
    : { words: before[at]?.words ?? [], predicate: [], context: [subject, ...basesOf(draft)], parent: at };
}

/** 水果运抵广州7小时，运抵北京30小时: what is moved is named once. */
function sameMover(sheet: Sheet, draft: Draft, text: string, before: readonly Metric[]): Span[] {
  const verb = MOVES.exec(text)?.[0];
  const last = sheet.drafts[draft.index - 1];
  const words = before[draft.index - 1]?.words ?? [];
  if (verb === undefined || last === undefined || last.sentence[0] !== draft.sentence[0]) return [];
  const at = words.findIndex((w) => sheet.blank.slice(...w).includes(verb));
  const word = words[at];
  if (word === undefined) return [];
  const cut = word[0] + sheet.blank.slice(...word).indexOf(verb);
  return cut - (words[0]?.[0] ?? cut) < 2 ? [] : [...words.slice(0, at), [word[0], cut]];
}

const MOVES = /^(?:运抵|运往|运到|发往|送达|送到|抵达|到达|输往|销往|通往|开往|飞往|前往)/;

/** ；太阳能电池受价格影响，出口35.5亿元: a clause without number right behind ；or 其中 opens a new item. */
function itemBefore(sheet: Sheet, draft: Draft): Span[] | null {
  const at = sheet.clauses.findIndex((c) => c[0] === draft.clause[0]);
  const clause = sheet.clauses[at - 1];
  if (clause === undefined || !opensItem(sheet, clause)) return null;
  return topicBefore(sheet, draft);
}

const opensItem = (sheet: Sheet, clause: Span): boolean =>
  sheet.blank.charAt(clause[0] - 1) === ";" ||
  /^(?:其中|特别是|尤其是)[,，]?.{2}/.test(sheet.blank.slice(...clause));

/** 对东盟增长18.4%, 其中铁矿砂增加4.3%: a change names an item of the sentence or the one before again in short. */
function sameItem(sheet: Sheet, draft: Draft, subject: Span, before: readonly Metric[]): Metric | null {
  const text = sheet.blank.slice(...subject);
  if (text.length < 2 || BARE_TRADE.test(text) || BARE_MEASURE.test(text)) return null;
  const at = before.findLastIndex((m, i) => {
    const other = sheet.drafts[i];
    return (
      other !== undefined &&
      isLevel(other) &&
      sameSentences(draft, other) &&
      textOf(sheet, m.words).startsWith(text)
    );
  });
  const found = before[at];
  return found === undefined
    ? null
    : { words: found.words, predicate: [], context: [subject, ...basesOf(draft)], parent: at };
}

const sameSentences = (draft: Draft, other: Draft): boolean =>
  other.sentence[0] === draft.sentence[0] || other.sentence[1] >= draft.sentence[0] - 1;

/** The nearest figure before whose subject may hold on; a rank between two levels is passed over. */
function parentOf(sheet: Sheet, draft: Draft, before: readonly Metric[]): number | null {
  for (let i = draft.index - 1; i >= 0; i--) {
    const other = sheet.drafts[i];
    if (other === undefined || (before[i]?.words.length ?? 0) === 0) continue;
    const passed =
      other.sentence[0] === draft.sentence[0] &&
      other.quantity.kind === "rank" &&
      draft.quantity.kind !== "rank" &&
      draft.quantity.unit !== "位" &&
      // 东盟是第一大伙伴,占…: the rank's subject is the share's, not that of another sentence.
      sheet.drafts[i - 1]?.sentence[0] === draft.sentence[0];
    if (!passed || i === 0) return i;
  }
  return null;
}

const hasOwner = (sheet: Sheet, draft: Draft): boolean =>
  sheet.entities.some(
    (e) => e.start >= draft.clause[0] && e.end <= draft.quantity.start && e.kind !== "world",
  );

/** No words of its own: the subject of the figure before, of the clause before, or what stands behind the number. */
function fromNeighbours(sheet: Sheet, draft: Draft, before: readonly Metric[]): Metric {
  const { quantity, lead } = draft;
  const at = parentOf(sheet, draft, before);
  const parent = at === null ? undefined : sheet.drafts[at];
  const near = parent !== undefined && parent.sentence[0] === draft.sentence[0];
  const object = objectOf(sheet, draft);
  const own = { predicate: predicateOf(sheet, draft), context: basesOf(draft) };
  // A pair or level may take the clause before for its subject even after other numbers; a growth keeps to the figure.
  const topic =
    near && !lead.origin && !(isLevel(draft) && itemBefore(sheet, draft) !== null)
      ? null
      : topicBefore(sheet, draft);
  if (isLapse(sheet, draft)) return lapse(sheet, draft, own);
  if (REST.test(lead.words)) return rest(sheet, draft, before, { ...own, object });
  const whole = /合计|共计|总计/.test(lead.words) ? wholeOfRun(sheet, draft, before) : null;
  if (whole !== null) return { ...own, words: [...whole, ...object], parent: draft.index - 1 };
  // 1286人因此被列入…: the number opens its sentence and what is said of it follows.
  const opens =
    !near &&
    own.predicate.length > 0 &&
    OPENING.test(sheet.blank.slice(draft.sentence[0], quantity.display[0]));
  if (opens && isLevel(draft)) return { ...own, words: object, parent: null };
  const apart = quantity.noun !== null && isLevel(draft) && !lead.transition && !draft.part;
  if (apart && !(parent !== undefined && isAdjacent(sheet, draft, parent))) {
    return { ...own, words: object, context: topic ?? [], parent: null };
  }
  if (at === null || parent === undefined || (topic !== null && !draft.part))
    return { ...own, words: [...(topic ?? []), ...object], parent: null };
  const words = before[at]?.words ?? [];
  return { ...own, words: [...inherited(sheet, draft, parent, words), ...object], parent: at };
}

const REST = /其余|余下|剩下|剩余/;
const OPENING = /^[\u0000\s“‘(]*$/;

/** 其余53起由局里办理: of what the parts before were counted, without the place of the last. */
function rest(
  sheet: Sheet,
  draft: Draft,
  before: readonly Metric[],
  own: Pick<Metric, "predicate" | "context"> & { readonly object: readonly Span[] },
): Metric {
  const part = sheet.drafts.findLast(
    (d) =>
      d.index < draft.index &&
      d.quantity.unit === draft.quantity.unit &&
      isLevel(d) &&
      sameSentences(draft, d),
  );
  const words = (part === undefined ? [] : (before[part.index]?.words ?? [])).map(([start, end]): Span => {
    const owner = sheet.entities.find((e) => e.start === start && e.end < end);
    return [owner?.end ?? start, end];
  });
  const { object, ...said } = own;
  return { ...said, words: [...words, ...object], parent: null };
}

/** 青崖海域查获…9吨、白沙海域…6吨,合计15吨: what the items of the run share. */
function wholeOfRun(sheet: Sheet, draft: Draft, before: readonly Metric[]): Span[] | null {
  const last = sheet.drafts[draft.index - 1];
  if (last === undefined || !last.joined || last.quantity.unit !== draft.quantity.unit) return null;
  const first = runOf(sheet.drafts, last)[0];
  const shared = (before[last.index]?.words ?? []).filter((w) =>
    before[first?.index ?? -1]?.words.some((o) => o[0] === w[0] && o[1] === w[1]),
  );
  return shared.length > 0 ? shared : null;
}

/** 五年来的变化, 4年来,…: told by what follows 来. */
function lapse(sheet: Sheet, draft: Draft, own: Pick<Metric, "predicate" | "context">): Metric {
  const predicate = own.predicate.map(
    ([start, end]): Span => [
      start + (/^[来间以的]+/.exec(sheet.blank.slice(start, end))?.[0].length ?? 0),
      end,
    ],
  );
  const said = predicate.filter((s) => s[1] - s[0] > 1);
  return { ...own, predicate: said, words: said.length > 0 ? [] : topicBehind(sheet, draft), parent: null };
}

/** 4年来, 近五年: the number is itself a time. */
const isLapse = (sheet: Sheet, draft: Draft): boolean =>
  sheet.paragraph.times.some(
    (t) => !t.masks && t.start <= draft.quantity.start && t.end >= draft.quantity.end,
  );

/** 70余种18万例, 81个国家的271种: side by side, of the same thing. */
function isAdjacent(sheet: Sheet, draft: Draft, previous: Draft): boolean {
  if (previous.index !== draft.index - 1) return false;
  return /^的?$/.test(
    sheet.blank.slice(previous.quantity.display[1], draft.quantity.display[0]).replaceAll(BLANK, ""),
  );
}

/** The parent's subject as far as it fits: without its noun for another noun or unit, without 新增 for a total. */
function inherited(sheet: Sheet, draft: Draft, parent: Draft, words: readonly Span[]): Span[] {
  if (!isLevel(draft) && parent.quantity.kind === "rank" && draft.lead.share !== null)
    return ranked(sheet, inheritable(words, parent));
  if (!isLevel(draft))
    return draft.quantity.kind === "rank"
      ? inheritable(
          words,
          draft.quantity.noun === null ? { ...parent, quantity: { ...parent.quantity, noun: null } } : parent,
          draft.lead.scope === null,
        )
      : [...words];
  if (draft.lead.transition || /达到?了?$/.test(draft.lead.words))
    return withoutAddition(sheet, inheritable(words, parent));
  const same = draft.quantity.noun === null && (draft.part || draft.quantity.unit === parent.quantity.unit);
  const kept = same ? [...words] : inheritable(words, parent);
  return kept.length > 0 ? kept : [...words];
}

/** 东盟继续是我国: who is ranked, without the verb. */
function ranked(sheet: Sheet, words: readonly Span[]): Span[] {
  return words.slice(0, 1).map(([start, end]): Span => {
    const verb = /(?:继续|仍|依然|已|连续|稳|保持|跃|位|居|是|成为|为)/.exec(
      sheet.blank.slice(start + 2, end),
    );
    return [start, verb === null ? end : start + 2 + verb.index];
  });
}
