import type { Span } from "../figure.ts";
import { splitCoordinates } from "./coordinates.ts";
import { bareEnd, type Draft, runOf, type Sheet } from "./draft.ts";
import { isDetached } from "./entities.ts";
import { BLANK } from "./lead.ts";
import {
  ADDITION,
  BARE_MEASURE,
  BARE_TRADE,
  EMPTY_SUBJECT,
  MEASURE_TAIL,
  POINTS_BACK,
  SECOND_ORDER,
  TRADE_TAIL,
  WHOLE_TRADE,
} from "./tables/metric-words.ts";

/** What a figure measures: the spans in reading order, and others that help to recognise it. */
export interface Metric {
  readonly words: readonly Span[];
  readonly context: readonly Span[];
  /** The figure whose subject was taken over, or whose item this is: index into the drafts. */
  readonly parent: number | null;
}

/** The longest predicate taken from behind a number: 在全省复制推广, 享受到银行的融资担保. */
const LONGEST_PREDICATE = 26;

/** The metrics of all drafts of a paragraph, in order: each may lean on those before it. */
export function readMetrics(sheet: Sheet): Metric[] {
  const metrics: Metric[] = [];
  for (const draft of sheet.drafts) metrics.push(metricOf(sheet, draft, metrics));
  return metrics;
}

function metricOf(sheet: Sheet, draft: Draft, before: readonly Metric[]): Metric {
  return (
    fromRun(sheet, draft, before) ?? fromSubject(sheet, draft, before) ?? fromNeighbours(sheet, draft, before)
  );
}

const textOf = (sheet: Sheet, spans: readonly Span[]): string =>
  spans.map((s) => sheet.blank.slice(...s)).join("");

/** Runs of numbers: values handed out in order to listed items, or to the figures before. */
function fromRun(sheet: Sheet, draft: Draft, before: readonly Metric[]): Metric | null {
  const run = runOf(sheet.drafts, draft);
  const first = run[0];
  if (first === undefined || run.length < 2) return null;
  const place = draft.index - first.index;
  const subject = ownSubject(sheet, first);
  if (subject !== null) {
    const items = splitCoordinates(sheet.blank, subject, run.length, first.lead.respectively?.at ?? null);
    const words = items?.[place];
    if (words !== undefined)
      return { words: [...words, ...tail(sheet, draft)], context: baseOf(first), parent: null };
  }
  // 同比分别增长103.7%、87.4%、19.2% after three amounts: each belongs to one of them.
  if (subject === null && (first.lead.respectively !== null || first.lead.change !== null)) {
    const levels = sheet.drafts
      .filter((d) => d.sentence[0] === draft.sentence[0] && d.index < first.index && isLevel(d))
      .slice(-run.length);
    const level = levels[place];
    if (levels.length === run.length && level !== undefined) {
      return { words: before[level.index]?.words ?? [], context: baseOf(first), parent: level.index };
    }
  }
  if (place === 0) return null;
  const leader = before[first.index];
  if (leader === undefined || ownSubject(sheet, draft) !== null) return null;
  const own = draft.quantity.noun !== null || draft.lead.ratioBase !== null;
  return own
    ? {
        words: [
          ...withoutNoun(leader.words, first).filter((w) => !within(w, first.lead.ratioBase)),
          ...tail(sheet, draft),
        ],
        context: leader.context,
        parent: leader.parent,
      }
    : { ...leader };
}

const within = (span: Span, outer: Span | null): boolean =>
  outer !== null && span[0] >= outer[0] && span[1] <= outer[1];

const withoutNoun = (words: readonly Span[], draft: Draft): Span[] =>
  words.filter((w) => draft.quantity.noun === null || w[0] < draft.quantity.noun[0]);

/** A level, not a change, share or rank. */
export const isLevel = (draft: Draft): boolean =>
  draft.lead.change === null &&
  draft.lead.share === null &&
  draft.lead.ratioBase === null &&
  draft.quantity.kind !== "rank" &&
  draft.quantity.kind !== "multiple";

const baseOf = (draft: Draft): Span[] => {
  const spans = [draft.lead.change?.base, draft.lead.ratioBase];
  return spans.filter((s): s is Span => s !== null && s !== undefined);
};

/** The clause's own words for what is measured, owner and blanks taken off; null where it has none. */
export function ownSubject(sheet: Sheet, draft: Draft): Span | null {
  const { subject } = draft.lead;
  if (subject === null) return null;
  let [start, end] = trimmed(sheet.blank, subject);
  for (
    let entity = detachedAt(sheet, start);
    entity !== undefined && entity.end <= end;
    entity = detachedAt(sheet, start)
  ) {
    if (entity.end === end && !/海关$|国$/.test(entity.name) && entity.kind === "named") break;
    [start, end] = trimmed(sheet.blank, [entity.end, end]);
    if (start >= end) return null;
  }
  const text = sheet.blank.slice(start, end);
  if (text === "" || POINTS_BACK.test(text) || EMPTY_SUBJECT.test(text) || /^[\u0000\s\p{P}]+$/u.test(text))
    return null;
  const previous = draft.follows ? sheet.drafts[draft.index - 1]?.quantity : undefined;
  if (previous !== undefined && previous.noun !== null && end <= previous.noun[1]) return null;
  return [start, end];
}

const detachedAt = (sheet: Sheet, at: number) => sheet.entities.find((e) => e.start === at && isDetached(e));

const OPENERS = /[\u0000\s、,，;:的“”()]/;

function trimmed(blank: string, [from, to]: Span): Span {
  let start = from;
  let end = to;
  while (start < end && OPENERS.test(blank.charAt(start)) && blank.charAt(start) !== "“") start++;
  while (end > start && /[\u0000\s、,，;:]/.test(blank.charAt(end - 1))) end--;
  const skip =
    /^(?:所属|共|累计|已(?!经)|已经|先后|全年|首次|各|辖区|则|也|还|将|又|就|就分别|仅|分别)+(?=[\u4e00-\u9fff])/.exec(
      blank.slice(start, end),
    );
  const rest = skip === null ? "" : blank.slice(start + skip[0].length, end);
  // 在 opens a place that is part of the metric (在港口停留时间): only adverbs are taken off.
  return skip !== null && rest.length > 1 ? [start + skip[0].length, end] : [start, end];
}

function fromSubject(sheet: Sheet, draft: Draft, before: readonly Metric[]): Metric | null {
  const subject = ownSubject(sheet, draft);
  if (subject === null) return null;
  const text = sheet.blank.slice(...subject).replaceAll(BLANK, "");
  const parent = parentOf(sheet, draft, before);
  const context = baseOf(draft);
  const known = draft.lead.change !== null ? sameItem(sheet, draft, subject, before) : null;
  if (known !== null) return known;
  if (parent !== null) {
    const words = before[parent]?.words ?? [];
    const near = draft.lead.part || sheet.drafts[parent]?.sentence[0] === draft.sentence[0];
    const prefix = prefixFor(sheet, text, words, near, hasOwner(sheet, draft), draft);
    if (prefix.length > 0) return { words: [...prefix, subject, ...tail(sheet, draft)], context, parent };
    // 风险预警11次、警示通报23条: the second item has the verb of the first for its surroundings.
    const listed = draft.follows && /^[、和与及]/.test(draft.lead.words);
    if (draft.lead.part || listed) {
      const own = [subject, ...tail(sheet, draft)];
      return { words: own, context: [...context, ...words], parent: draft.lead.part ? parent : null };
    }
  }
  return { words: [...pieces(sheet.blank, subject), ...tail(sheet, draft)], context, parent: null };
}

/** A subject without the times inside it. */
function pieces(blank: string, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  for (const m of blank.slice(start, end).matchAll(/[^\u0000]+/g))
    spans.push([start + m.index, start + m.index + m[0].length]);
  return spans;
}

/** 对东盟增长18.4%, 进口增长22.6%: a change names the item again in short. */
function sameItem(sheet: Sheet, draft: Draft, subject: Span, before: readonly Metric[]): Metric | null {
  const text = sheet.blank.slice(...subject);
  if (!/^[对向与从]/.test(text)) return null;
  const at = before.findLastIndex((m, i) => textOf(sheet, m.words).startsWith(text) && isLevelAt(sheet, i));
  const found = before[at];
  return found === undefined
    ? null
    : { words: found.words, context: [subject, ...baseOf(draft)], parent: at };
}

const isLevelAt = (sheet: Sheet, i: number): boolean => {
  const draft = sheet.drafts[i];
  return draft !== undefined && isLevel(draft);
};

/** What a bare measure (出口, 案值, 总数) is of: the words of the figure before, less its own measure. */
function prefixFor(
  sheet: Sheet,
  text: string,
  words: readonly Span[],
  near: boolean,
  owned: boolean,
  draft: Draft,
): Span[] {
  const whole = textOf(sheet, words);
  if (BARE_TRADE.test(text)) {
    if (owned || !TRADE_TAIL.test(whole)) return [];
    const modifier = withoutTail(sheet, words, TRADE_TAIL);
    const name = textOf(sheet, modifier);
    return name === "" || WHOLE_TRADE.test(name) || (!near && !draft.lead.part) ? [] : modifier;
  }
  if (!near) return [];
  if (BARE_MEASURE.test(text)) {
    if (SECOND_ORDER.test(text)) return [...words];
    const modifier = MEASURE_TAIL.test(whole) ? withoutTail(sheet, words, MEASURE_TAIL) : [...words];
    return /^(?:总|现)/.test(text) ? withoutAddition(sheet, modifier) : modifier;
  }
  // 离岛免税购物金额…、购物旅客…: the second item repeats a word of the first and shares what stands before it.
  const shared = draft.follows ? whole.lastIndexOf(text.slice(0, 2)) : -1;
  return shared > 0 ? cutAt(sheet, words, shared) : [];
}

/** The spans without the tail that `pattern` matches on their joined text. */
function withoutTail(sheet: Sheet, words: readonly Span[], pattern: RegExp): Span[] {
  const whole = textOf(sheet, words);
  const tailLength = pattern.exec(whole)?.[0].length ?? 0;
  return cutAt(sheet, words, whole.length - tailLength);
}

function cutAt(_sheet: Sheet, words: readonly Span[], length: number): Span[] {
  const kept: Span[] = [];
  let left = length;
  for (const [start, end] of words) {
    if (left <= 0) break;
    kept.push([start, Math.min(end, start + left)]);
    left -= end - start;
  }
  return kept;
}

function withoutAddition(sheet: Sheet, words: readonly Span[]): Span[] {
  return words.flatMap(([start, end]): Span[] => {
    const text = sheet.blank.slice(start, end);
    const m = new RegExp(ADDITION.source).exec(text);
    if (m === null) return [[start, end]];
    const after: Span = [start + m.index + m[0].length, end];
    const head: Span = [start, start + m.index];
    return [head, after].filter((s) => s[1] > s[0]);
  });
}

/** The nearest figure before whose subject may hold on: in the sentence, else in the paragraph. */
function parentOf(sheet: Sheet, draft: Draft, before: readonly Metric[]): number | null {
  for (let i = draft.index - 1; i >= 0; i--) {
    const words = before[i]?.words ?? [];
    const other = sheet.drafts[i];
    if (words.length === 0 || other === undefined) continue;
    if (
      other.sentence[0] === draft.sentence[0] &&
      other.quantity.kind === "rank" &&
      draft.quantity.kind !== "rank" &&
      i > 0
    )
      continue;
    return i;
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
  const parent = parentOf(sheet, draft, before);
  const parentDraft = parent === null ? undefined : sheet.drafts[parent];
  const near = parentDraft !== undefined && parentDraft.sentence[0] === draft.sentence[0];
  const own = tail(sheet, draft);
  const counted = quantity.noun !== null && isLevel(draft) && !draft.lead.transition;
  const topic = near ? null : topicBefore(sheet, draft);
  if (
    counted &&
    !lead.part &&
    !(
      draft.follows &&
      parentDraft !== undefined &&
      bareEnd(parentDraft.quantity) >= draft.from - 1 &&
      isAdjacent(sheet, draft, parentDraft)
    )
  ) {
    return { words: own.length > 0 ? own : (topic ?? []), context: topic ?? [], parent: null };
  }
  if (topic !== null && parent !== null && !lead.part)
    return { words: [...topic, ...own], context: baseOf(draft), parent: null };
  if (parent === null || parentDraft === undefined)
    return { words: [...(topic ?? []), ...own], context: baseOf(draft), parent: null };
  const words = before[parent]?.words ?? [];
  const base = isLevel(draft)
    ? lead.transition || /(?:达到|达)了?$/.test(lead.words)
      ? withoutAddition(sheet, withoutNoun(words, parentDraft))
      : nounless(words, parentDraft, draft)
    : [...words];
  return { words: [...base, ...own], context: baseOf(draft), parent };
}

/** 70余种18万例, 120个国家和地区近7000人次: side by side, of the same thing. */
function isAdjacent(sheet: Sheet, draft: Draft, previous: Draft): boolean {
  return /^(?:的)?$/.test(
    sheet.blank.slice(previous.quantity.display[1], draft.quantity.display[0]).replaceAll(BLANK, ""),
  );
}

/** Another noun replaces the former one; a number without noun keeps it only as a part of the same things. */
function nounless(words: readonly Span[], parent: Draft, draft: Draft): Span[] {
  const kept =
    draft.quantity.noun === null && (draft.lead.part || draft.quantity.unit === parent.quantity.unit)
      ? [...words]
      : withoutNoun(words, parent);
  return kept.length > 0 ? kept : [...words];
}

/** The subject of the clause before, when it holds no number: 区内的跨境电商企业，由17家增至236家. */
function topicBefore(sheet: Sheet, draft: Draft): Span[] | null {
  const at = sheet.clauses.findIndex((c) => c[0] === draft.clause[0]);
  for (let i = at - 1; i >= 0; i--) {
    const clause = sheet.clauses[i];
    if (clause === undefined || clause[0] < draft.sentence[0]) return null;
    if (sheet.drafts.some((d) => d.quantity.start >= clause[0] && d.quantity.end <= clause[1])) return null;
    const words = pieces(sheet.blank, trimmed(sheet.blank, clause)).filter(
      (s) => sheet.blank.slice(...s).trim() !== "",
    );
    const text = textOf(sheet, words);
    if (text.length < 2 || /^(?:[“”‘’"]|据|数据显示|统计)/.test(text)) continue;
    if (text.length > 30) return null;
    return words;
  }
  return null;
}

/** The words at and behind the number that belong to its metric: noun, what it is a share of, its scope and predicate. */
function tail(sheet: Sheet, draft: Draft): Span[] {
  const { quantity, lead } = draft;
  const spans: Span[] = [];
  if (lead.share?.whole != null) spans.push(...withZhan(sheet, lead.share.whole));
  if (lead.scope !== null) spans.push(lead.scope);
  if (lead.ratioBase !== null && lead.ratioBase[1] - lead.ratioBase[0] > 1)
    spans.push(...pieces(sheet.blank, lead.ratioBase));
  if (quantity.noun !== null) spans.push(quantity.noun);
  const predicate = predicateOf(sheet, draft);
  if (predicate !== null) spans.push(predicate);
  return spans;
}

/** 占 belongs to what the figure is a share of; a time may stand between (占同期…). */
function withZhan(sheet: Sheet, [start, end]: Span): Span[] {
  let at = start - 1;
  while (sheet.blank.charAt(at) === BLANK) at--;
  if (sheet.blank.charAt(at) !== "占") return [[start, end]];
  return at === start - 1
    ? [[at, end]]
    : [
        [at, at + 1],
        [start, end],
      ];
}

function predicateOf(sheet: Sheet, draft: Draft): Span | null {
  const { quantity } = draft;
  const next = sheet.drafts[draft.index + 1];
  const start = quantity.display[1];
  const stop =
    next !== undefined && next.quantity.display[0] < draft.clause[1]
      ? next.quantity.display[0]
      : draft.clause[1];
  if (stop <= start) return null;
  const right = sheet.blank.slice(start, stop);
  const possessive =
    /^的[\u4e00-\u9fff]/.test(right) && (next === undefined || stop !== next.quantity.display[0]);
  const free =
    ownSubject(sheet, draft) === null &&
    draft.lead.change === null &&
    draft.lead.share === null &&
    quantity.kind !== "rank";
  const shares = quantity.kind === "fraction" && draft.lead.change === null && draft.lead.share === null;
  if (!(possessive || free || shares) || draft.lead.transition) return null;
  const stopWord =
    possessive && !free
      ? /^的[^,，。;、!?\u0000“”]{1,14}/
      : new RegExp(`^[^。;!?\\u0000]{1,${LONGEST_PREDICATE}}`);
  const words = stopWord.exec(right)?.[0].replace(/[、,，\s。”’]+$/, "") ?? "";
  const skip = /^[的\s、,，]+/.exec(words)?.[0].length ?? 0;
  return words.length - skip < 2 ? null : [start + skip, start + words.length];
}
