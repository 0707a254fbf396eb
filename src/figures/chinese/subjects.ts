import type { Span } from "../figure.ts";
import type { Draft, Sheet } from "./draft.ts";
import { isDetached } from "./entities.ts";
import { BLANK } from "./lead.ts";
import { EMPTY_SUBJECT, POINTS_BACK } from "./tables/metric-words.ts";

export const textOf = (sheet: Sheet, spans: readonly Span[]): string =>
  spans.map((s) => sheet.blank.slice(...s)).join("");

/** A span without the times inside it. */
export function pieces(blank: string, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  for (const m of blank.slice(start, end).matchAll(/[^\u0000]+/g)) {
    if (m[0].trim() !== "") spans.push([start + m.index, start + m.index + m[0].length]);
  }
  return spans;
}

/** The clause's own words for what is measured, owner and blanks taken off; null where it has none. */
export function ownSubject(sheet: Sheet, draft: Draft): Span | null {
  const { subject } = draft.lead;
  if (subject === null) return null;
  let [start, end] = trimmed(sheet.blank, subject);
  for (
    let owner = detachedAt(sheet, start);
    owner !== undefined && owner.end <= end;
    owner = detachedAt(sheet, start)
  ) {
    // A place alone is what is told of: 对东盟, 新疆.
    if (owner.end === end && owner.kind === "named" && !owner.name.endsWith("海关")) break;
    [start, end] = trimmed(sheet.blank, [owner.end, end]);
    if (start >= end) return null;
  }
  start = pastSuperior(sheet, start);
  const text = sheet.blank.slice(start, end);
  if (text === "" || POINTS_BACK.test(text) || EMPTY_SUBJECT.test(text) || /^[\u0000\s\p{P}]+$/u.test(text))
    return null;
  return isNounOfBefore(sheet, draft, end) ? null : [start, end];
}

/** 青岚海关所属临湾海关监管…: neither office is part of what is measured. */
function pastSuperior(sheet: Sheet, start: number): number {
  const above =
    /^[\u4e00-\u9fff]{2,8}?(?:所属|下属)/.exec(sheet.blank.slice(start, start + 12))?.[0].length ?? 0;
  const office = above === 0 ? undefined : detachedAt(sheet, start + above);
  return office === undefined ? start : trimmed(sheet.blank, [office.end, sheet.blank.length])[0];
}

/** The noun of the number before is not this number's subject: 81个国家(地区)的271种. */
function isNounOfBefore(sheet: Sheet, draft: Draft, end: number): boolean {
  const previous = draft.follows ? sheet.drafts[draft.index - 1]?.quantity : undefined;
  return (
    previous !== undefined && draft.from >= previous.end && previous.noun !== null && end <= previous.noun[1]
  );
}

const detachedAt = (sheet: Sheet, at: number) => sheet.entities.find((e) => e.start === at && isDetached(e));

const ADVERBS =
  /^(?:所属|共|累计|已(?!经)|已经|先后|全年|首次|各|辖区|则|也|还|将|又|就|仅|分别|实现)+(?=[\u4e00-\u9fff]{2})/;

function trimmed(blank: string, [from, to]: Span): Span {
  let start = from;
  let end = to;
  while (start < end && /[\u0000\s、,，;:的)”“‘]/.test(blank.charAt(start))) start++;
  while (end > start && /[\u0000\s、,，;:]/.test(blank.charAt(end - 1))) end--;
  start += /^(?:其中|特别是|尤其是)(?=.{2})/.exec(blank.slice(start, end))?.[0].length ?? 0;
  return [start + (ADVERBS.exec(blank.slice(start, end))?.[0].length ?? 0), end];
}

/** Where the subject of a clause ends: its first verb or adverb. */
const VERB =
  /(?:已|正|将|仍|却|(?<=.{2})也(?!就是|即)|(?<!也就)是|成为|不断|持续|稳|发力|更|均|都|受|取得|实现|呈现|(?<=.{4})(?:作为|有|在|由|与|对))/;

/** The subject of the clause before, when it holds no number: 区内的跨境电商企业，由17家增至236家. */
export function topicBefore(sheet: Sheet, draft: Draft): Span[] | null {
  const at = sheet.clauses.findIndex((c) => c[0] === draft.clause[0]);
  for (let i = at - 1; i >= 0; i--) {
    const clause = sheet.clauses[i];
    if (
      clause === undefined ||
      clause[0] < draft.sentence[0] ||
      /[;。]/.test(sheet.blank.slice(clause[1], draft.clause[0]))
    )
      return null;
    if (sheet.drafts.some((d) => d.quantity.start >= clause[0] && d.quantity.end <= clause[1])) return null;
    const words = pieces(sheet.blank, trimmed(sheet.blank, clause));
    const text = textOf(sheet, words);
    // 经口岸出口的货物 is a thing, 经过多年努力 a circumstance.
    const led = /^(?:据|数据显示|统计|会议|在|从|对|由|经|与)/.test(text);
    if (text.length < 2 || (led && !/^经[^过的]{2,14}的[\u4e00-\u9fff]{2}/.test(text))) continue;
    const first = words[0];
    if (first === undefined || text.length > 60) return null;
    const verb = VERB.exec(sheet.blank.slice(...first));
    return verb !== null && verb.index >= 2
      ? [[first[0], first[0] + verb.index]]
      : text.length > 30
        ? null
        : words;
  }
  return null;
}

/** 近一个多月来,这个口岸发生新变化: what stands in the clause behind. */
export function topicBehind(sheet: Sheet, draft: Draft): Span[] {
  const next = sheet.clauses.find((c) => c[0] >= draft.clause[1] && c[0] < draft.sentence[1]);
  return next === undefined || next[1] - next[0] > 30 ? [] : pieces(sheet.blank, trimmed(sheet.blank, next));
}

/** Quotes and brackets that a cut left open are taken in again: 一网通办”事项 → “一网通办”事项. */
export function balanced(blank: string, [start, end]: Span): Span {
  const text = blank.slice(start, end);
  let from = start;
  let to = end;
  for (const [open, close] of [
    ["“", "”"],
    ["‘", "’"],
    ["(", ")"],
  ] as const) {
    const opens = text.split(open).length;
    const closes = text.split(close).length;
    if (closes > opens && blank.charAt(from - 1) === open) from--;
    if (opens > closes && blank.charAt(to) === close) to++;
    if (closes > opens && blank.charAt(from) === close) from++;
    if (opens > closes && blank.charAt(to - 1) === open) to--;
  }
  return to > from ? [from, to] : [start, end];
}

export { BLANK };
