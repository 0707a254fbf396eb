import { type Block, isText, type TextBlock } from "./blocks.ts";
import { type BylineFacts, employerIn, readByline } from "./bylines.ts";
import { parseDate } from "./dates.ts";
import { readInfoLine } from "./labels.ts";
import { crumbsOf, inRunningLetters, isColumnLabel, readMasthead, readSignature } from "./mastheads.ts";
import { width } from "./spacing.ts";
import { isBeside, isProse, lineReason, type Zones } from "./zones.ts";

/** Widest line, in full-width characters, that is searched for a date though it is no info line. */
const WIDEST_LOOSE = 40;

/** What the lines around the text say of it; the first that says it counts. */
export interface LineFacts {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  /** Medium for which a reporter works who is named in a by-line or caption: a weaker hint than a stated source. */
  readonly employer?: string;
  /** Medium whose name stands alone above the text. */
  readonly masthead?: string;
}

/**
 * What an info line or by-line says of the article; `{}` when it is one and says nothing, undefined when it is none.
 * Between paragraphs a bare date is a heading, and only a labelled line counts.
 */
export function readLineFacts(block: TextBlock, at: number, zones: Zones): LineFacts | undefined {
  const info = readInfoLine(block.text);
  const counts =
    info && (isBeside(block, at, zones) || info.publisher !== undefined || info.published === undefined);
  const line: (BylineFacts & { readonly title?: string }) | undefined = counts
    ? info
    : (readByline(block.text) ?? readLooseDate(block, at, zones));
  const employer = employerIn(block.text);
  if (!line)
    return lineReason(block) === "picture caption" && employer !== undefined ? { employer } : undefined;
  const published = parseDate(line.published ?? "");
  const publisher = line.publisher === employer ? undefined : line.publisher;
  return {
    ...(line.title === undefined ? {} : { title: line.title }),
    ...(publisher === undefined ? {} : { publisher: cleanPublisher(publisher) }),
    ...(published === undefined ? {} : { published }),
    ...(employer === undefined ? {} : { employer }),
  };
}

/**
 * The medium whose name stands above the text, alone or in a column's label, or signs below it. A name that no other
 * line above the text could be the title of is the title itself.
 */
export function readMastheadFacts(
  blocks: readonly Block[],
  at: number,
  zones: Zones,
): { readonly masthead: string } | undefined {
  const block = blocks[at];
  if (block === undefined || !isText(block) || block.role === "title" || block.outside) return undefined;
  const signed = at > zones.last ? readSignature(block.text) : undefined;
  if (signed !== undefined) return { masthead: signed };
  const masthead = at < zones.first ? nameAbove(block.text) : undefined;
  const isTitled =
    zones.title >= 0 ||
    blocks.slice(0, zones.first).some((it) => isText(it) && nameAbove(it.text) === undefined && isUnread(it));
  if (masthead === undefined || !isTitled) return undefined;
  const others = blocks.filter((it, i) => i !== at && isText(it) && !isProse(it.text)) as TextBlock[];
  return {
    masthead: inRunningLetters(
      masthead,
      others.map((it) => it.text),
    ),
  };
}

const nameAbove = (line: string): string | undefined =>
  readMasthead(line) ??
  (isColumnLabel(line)
    ? crumbsOf(line)
        .map(readMasthead)
        .find((name) => name !== undefined)
    : undefined);

const isUnread = (block: TextBlock): boolean =>
  lineReason(block) === undefined && !readInfoLine(block.text) && !readByline(block.text);

/** Whether a line between title and text or behind the text speaks of this article; elsewhere on a page only labels do so. */
export function isTrusted(block: Block, at: number, zones: Zones): boolean {
  if ((at > zones.title && at < zones.first) || (!block.outside && at > zones.last)) return true;
  return (
    isText(block) &&
    (at < zones.first || at > zones.last) &&
    /[：:]/.test(block.text.replace(/\d[：:]\d/g, ""))
  );
}

/** A short line between title and text that holds a whole date and something else ("原创 某某发布 2024-07-16 18:00"). */
function readLooseDate(block: TextBlock, at: number, zones: Zones): BylineFacts | undefined {
  if (zones.title < 0 || at <= zones.title || at >= zones.first) return undefined;
  if (isProse(block.text) || width(block.text) > WIDEST_LOOSE) return undefined;
  const published = parseDate(block.text);
  return published?.length === 10 ? { published } : undefined;
}

/** Without the marks around it, a bracket that was opened before it, and the word for the reporter behind it. */
const cleanPublisher = (name: string): string =>
  name
    .replace(/^[《“"'\s]+|[》”"'\s，,。；;|]+$/g, "")
    .replace(/^([^（()）]+)[）)]$/, "$1")
    .replace(/(?<=.{3})(?:本报|首席|特约|全媒体|见习|实习)?记者$/, "");
