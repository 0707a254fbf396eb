import type { Figure, Span } from "../figure.ts";
import type { Draft } from "./drafts.ts";
import { listsOf, sharedItems } from "./lists.ts";

/** The words of every draft's metric: its own, its item of a list, or those of the figure that it hangs on. */
export function resolveMetrics(
  lower: string,
  drafts: readonly Draft[],
  links: readonly Figure["of"][],
): Span[][] {
  const out: Span[][] = drafts.map((d) => [...d.spans]);
  const given = handOut(lower, drafts, links, out);
  drafts.forEach((d, i) => {
    if (given.has(i)) return;
    const link = links[i];
    if (link?.role === "growth" && (d.inherits || link.index > i))
      out[i] = [...((link.index > i ? d.spans : out[link.index]) ?? [])];
    else if (link?.role === "before" && link.index < i) out[i] = [...(out[link.index] ?? [])];
    else if (link?.role === "after" && link.index < i) out[i] = [...(out[link.index] ?? [])];
    else if (link?.role === "part")
      out[i] = [...d.spans, ...parentWords(lower, d.spans, out[link.index] ?? [])];
    else if (isBareShare(drafts, i)) out[i] = unique([...d.spans, ...(out[i - 1] ?? [])]);
    else if (d.inherits) out[i] = unique([...d.spans, ...(out[i - 1] ?? [])]);
    if (link?.role === "growth" && link.index > i && (out[link.index]?.length ?? 0) === 0)
      out[link.index] = out[i] ?? [];
  });
  return out;
}

/** "Thailand alone took a third": of what the share before it was a share. */
function isBareShare(drafts: readonly Draft[], i: number): boolean {
  const [d, before] = [drafts[i], drafts[i - 1]];
  return (
    d?.share === true &&
    before?.share === true &&
    before.sentence === d.sentence &&
    !d.spans.some((s) => s[0] > d.q.start)
  );
}

const DIRECTION_WORDS = /^(?:(?:total|overall|value|volume|of|the|import|export|imports|exports|and)\s*)+$/;

/** A part that is only "exports" takes the words of its whole along, without the whole's own direction. */
function parentWords(lower: string, own: readonly Span[], parent: readonly Span[]): Span[] {
  const words = own.map((s) => lower.slice(...s)).join(" ");
  if (words !== "" && !DIRECTION_WORDS.test(words)) return [];
  return parent.filter((s) => !DIRECTION_WORDS.test(lower.slice(...s)));
}

/** "Imports and exports took 34 hours and 1 hour respectively": each figure of a list gets its own item of the subject. */
function handOut(
  lower: string,
  drafts: readonly Draft[],
  links: readonly Figure["of"][],
  out: Span[][],
): ReadonlySet<number> {
  const given = new Set<number>();
  for (const group of listsOf(
    lower,
    drafts.map((d) => d.q),
    () => true,
  )) {
    if (group.some((i) => links[i]?.role === "growth")) continue;
    const first = drafts[group[0] ?? -1];
    const sentence = first ? lower.slice(first.sentence.start, first.sentence.end) : "";
    const subject = wholeSubject(lower, first?.spans ?? []);
    if (!subject || !(/\brespectively\b/.test(sentence) || group.every((i) => drafts[i]?.q.noun === null)))
      continue;
    const items = sharedItems(lower, subject, group.length);
    if (items)
      group.forEach((i, k) => {
        out[i] = items[k] ?? out[i] ?? [];
        given.add(i);
      });
  }
  return given;
}

/** The subject as one run, commas included, where nothing but words lies in it. */
function wholeSubject(lower: string, spans: readonly Span[]): Span | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  return /[\d;:()]/.test(lower.slice(first[0], last[1])) ? first : [first[0], last[1]];
}

function unique(spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return spans.filter((s) => !seen.has(`${s}`) && seen.add(`${s}`));
}
