import { foldText } from "../text/fold.ts";
import { type Block, isText, type PageFacts, type TextBlock } from "./blocks.ts";
import { type BylineFacts, employerIn, readByline } from "./bylines.ts";
import { parseDate } from "./dates.ts";
import { readInfoLine } from "./labels.ts";
import { type DropReason, LINE_RULES, SECTION_RULES, type SectionRule } from "./noise-rules.ts";
import { hasNameShape, isNameList, splitNames } from "./person-names.ts";
import { squeeze, width } from "./spacing.ts";

/** A line that was left out, verbatim, and why. */
export interface Dropped {
  readonly text: string;
  readonly reason: DropReason;
}

/** What the lines around the text say of it; the first that says it counts. */
export interface LineFacts {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  /** Medium for which a reporter works who is named in a by-line or caption: a weaker hint than a stated source. */
  readonly employer?: string;
}

export interface Sifted {
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
  readonly facts: LineFacts;
  /** Text blocks that a by-line or info line followed at once: they belong to the head of the article. */
  readonly signed: ReadonlySet<Block>;
}

/** A narrower line, in full-width characters, is prose only if it ends as a sentence. */
const LEAST_OPEN_PROSE = 45;
const LEAST_PROSE = 12;
/** A first line up to this long that asks or exclaims may be a title. */
const LONGEST_ASKING_TITLE = 40;
/** Longest head of a section of links, in characters: it may name them on the same line. */
const LONGEST_SECTION_HEAD = 120;
const LONGEST_RULE = Math.max(...LINE_RULES.map((rule) => rule.longest));
/** Widest line, in full-width characters, that is searched for a date though it is no info line. */
const WIDEST_LOOSE = 40;
/** Share of linked characters from which on a line is a link and no text. */
const LINK = 0.8;

/** Whether a line is running text: it ends as a sentence does, holds the end of one, or is longer than headings are. */
export function isProse(text: string): boolean {
  const wide = width(text);
  if (wide < LEAST_PROSE) return false;
  return (
    wide >= LEAST_OPEN_PROSE ||
    /[。；]./u.test(text) ||
    /(?:[。！？!?…；;：:]|[.](?=$|[”’"')]))[”’」』）)】》"']*$/.test(text)
  );
}

/**
 * Takes out what is no part of the article: what stands outside it, lines of sites and papers, by-lines and date lines
 * (their facts are kept), captions, and the sections of links, rankings and comments behind it.
 */
export function sift(blocks: readonly Block[], page: PageFacts): Sifted {
  const zone = zonesOf(blocks, page);
  const kept: Block[] = [];
  const dropped: Dropped[] = [];
  const signed = new Set<Block>();
  const facts: { -readonly [K in keyof LineFacts]: LineFacts[K] } = {};
  let section: SectionRule | undefined;
  blocks.forEach((block, at) => {
    section = nextSection(section, block);
    const info = isText(block) && !section ? readFacts(block, at, zone) : undefined;
    for (const [key, value] of Object.entries(info ?? {}) as [keyof LineFacts, string][]) {
      if (key === "employer" || isTrusted(block, at, zone)) facts[key] ??= value;
    }
    const reason = reasonToDrop(block, { section, zone, page, blocks, at, hasInfo: info !== undefined });
    if (reason === undefined) {
      kept.push(block);
      return;
    }
    if (isText(block)) dropped.push({ text: block.text, reason });
    else dropped.push({ text: block.rows.map((row) => row.join(" ")).join(" / "), reason });
    const before = kept.at(-1);
    if (before && (reason === "by-line" || reason === "by-line or date line") && at <= zone.first)
      signed.add(before);
  });
  return { blocks: kept, dropped, facts, signed };
}

interface Surroundings {
  readonly section: SectionRule | undefined;
  readonly zone: Zones;
  readonly page: PageFacts;
  readonly blocks: readonly Block[];
  readonly at: number;
  readonly hasInfo: boolean;
}

/** Indices of the title (-1 where no block is it) and of the first and last block of running text or data. */
interface Zones {
  readonly title: number;
  readonly first: number;
  readonly last: number;
  /** Some line holds persons' names alone: others of that shape are by-lines too. */
  readonly hasNames: boolean;
}

function zonesOf(blocks: readonly Block[], page: PageFacts): Zones {
  let section: SectionRule | undefined;
  const prose = blocks.flatMap((block, at) => {
    section = nextSection(section, block);
    return isBody(block, at, blocks) && !section ? [at] : [];
  });
  return {
    title: blocks.findIndex((block) => isText(block) && isTitle(block, page)),
    first: prose[0] ?? blocks.length,
    last: prose.at(-1) ?? -1,
    hasNames: blocks.some((block) => isText(block) && !block.outside && isNameList(block.text)),
  };
}

const isTitle = (block: TextBlock, page: PageFacts): boolean =>
  page.title !== undefined && squeeze(block.text) === squeeze(page.title);

/** Whether a line between title and text or behind the text speaks of this article; elsewhere on a page only labels do so. */
function isTrusted(block: Block, at: number, zone: Zones): boolean {
  if ((at > zone.title && at < zone.first) || (!block.outside && at > zone.last)) return true;
  return isText(block) && (at < zone.first || at > zone.last) && isLabelled(block.text);
}

const isLabelled = (text: string): boolean => /[：:]/.test(text.replace(/\d[：:]\d/g, ""));

function isBody(block: Block, at: number, blocks: readonly Block[]): boolean {
  if (block.outside) return false;
  if (!isText(block)) return true;
  const isAskingTitle =
    at === blocks.findIndex((it) => isText(it) && !it.outside) &&
    /[？！?!]$/.test(block.text) &&
    !block.text.includes("。") &&
    block.text.length <= LONGEST_ASKING_TITLE;
  return (
    isProse(block.text) &&
    block.role !== "title" &&
    block.role !== "caption" &&
    !isAskingTitle &&
    block.linked < LINK &&
    lineReason(block) === undefined &&
    !readInfoLine(block.text) &&
    !readByline(block.text)
  );
}

const openedBy = (folded: string): SectionRule | undefined =>
  SECTION_RULES.find((rule) => rule.pattern.test(folded));

/** The section that a block opens, goes on with or ends. */
function nextSection(section: SectionRule | undefined, block: Block): SectionRule | undefined {
  if (!isText(block)) return section?.reach === "rest" ? section : undefined;
  const opened = block.text.length <= LONGEST_SECTION_HEAD ? openedBy(foldText(block.text)) : undefined;
  if (opened) return opened;
  if (
    section?.reach === "links" &&
    isProse(block.text) &&
    block.linked < LINK &&
    lineReason(block) === undefined
  )
    return undefined;
  return section;
}

function reasonToDrop(block: Block, around: Surroundings): DropReason | undefined {
  return ownReason(block, around) ?? around.section?.reason ?? block.outside;
}

/** The reason that the line itself gives, with what stands beside it. */
function ownReason(block: Block, around: Surroundings): DropReason | undefined {
  if (!isText(block)) return undefined;
  if (isTitle(block, around.page)) return "the title again";
  if (around.hasInfo && readInfoLine(block.text)) return "by-line or date line";
  const byLine = lineReason(
    block,
    around.at < around.zone.first || around.at > around.zone.last || block.outside !== undefined,
  );
  if (byLine !== undefined) return byLine;
  if (around.hasInfo) return "by-line";
  if (around.section || block.outside) return undefined;
  if (block.role === "caption") return "picture caption";
  if (around.at < around.zone.title && !isProse(block.text)) return "above the title";
  if (block.role !== "title" && (isNameList(block.text) || isNamesByPlace(block, around))) return "by-line";
  return isLinkList(block, around) ? "related links" : undefined;
}

/** The reason that the line alone gives; `isBeside`: it stands above or below the running text, or where that is not known yet. */
function lineReason(block: TextBlock, isBeside = true): DropReason | undefined {
  if (block.role === "title" || block.text.length > LONGEST_RULE) return undefined;
  const folded = foldText(block.text).trim();
  return LINE_RULES.find(
    (rule) => (isBeside || !rule.beside) && block.text.length <= rule.longest && rule.pattern.test(folded),
  )?.reason;
}

/** What an info line or by-line says. Between paragraphs a bare date is a heading, and only a labelled line counts. */
function readFacts(block: TextBlock, at: number, zone: Zones): LineFacts | undefined {
  const info = readInfoLine(block.text);
  const isBeside = at < zone.first || at > zone.last || block.outside !== undefined;
  const counts = info && (isBeside || info.publisher !== undefined || info.published === undefined);
  const line: (BylineFacts & { title?: string }) | undefined = counts
    ? info
    : (readByline(block.text) ?? readLooseDate(block, at, zone));
  const employer = employerIn(block.text);
  if (!line)
    return lineReason(block) === "picture caption" && employer !== undefined ? { employer } : undefined;
  const published = parseDate(line.published ?? "");
  const { publisher, title } = line;
  const isEmployer = publisher !== undefined && publisher === employer;
  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined || isEmployer ? {} : { publisher: cleanPublisher(publisher) }),
    ...(published === undefined ? {} : { published }),
    ...(employer === undefined ? {} : { employer }),
  };
}

/** A short line between title and text that holds a whole date and something else ("原创 某某发布 2024-07-16 18:00"). */
function readLooseDate(block: TextBlock, at: number, zone: Zones): BylineFacts | undefined {
  if (
    zone.title < 0 ||
    at <= zone.title ||
    at >= zone.first ||
    isProse(block.text) ||
    width(block.text) > WIDEST_LOOSE
  )
    return undefined;
  const published = parseDate(block.text);
  return published !== undefined && published.length === 10 ? { published } : undefined;
}

/** Names that are words too, where other lines hold names alone: under a heading, above running text. */
function isNamesByPlace(block: TextBlock, { zone, blocks, at }: Surroundings): boolean {
  const names = splitNames(block.text);
  if (!zone.hasNames || block.role === "heading" || names.length === 0 || !names.every(hasNameShape))
    return false;
  const [before, next] = [blocks[at - 1], blocks[at + 1]];
  return (
    before !== undefined &&
    isText(before) &&
    !isProse(before.text) &&
    next !== undefined &&
    isText(next) &&
    isProse(next.text)
  );
}

const cleanPublisher = (name: string): string => name.replace(/^[《“"'\s]+|[》”"'\s，,。；;|]+$/g, "");

/** A link in a run of links, or several links side by side: a list of other pages. */
function isLinkList(block: TextBlock, { blocks, at }: Surroundings): boolean {
  if (block.linked >= 0.4 && /\s[|/>»·›]\s/.test(block.text) && !isProse(block.text)) return true;
  if (block.linked < LINK || block.role === "heading" || /[。！？；]$/.test(block.text)) return false;
  const isLink = (it: Block | undefined): boolean => it !== undefined && isText(it) && it.linked >= LINK;
  return block.role === "item" || isLink(blocks[at - 1]) || isLink(blocks[at + 1]);
}
