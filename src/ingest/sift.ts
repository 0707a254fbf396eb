import { foldText } from "../text/fold.ts";
import { type Block, isText, type PageFacts, type TextBlock } from "./blocks.ts";
import { type BylineFacts, employerIn, readByline } from "./bylines.ts";
import { parseDate } from "./dates.ts";
import { readInfoLine } from "./labels.ts";
import { type DropReason, LINE_RULES, SECTION_RULES, type SectionRule } from "./noise-rules.ts";
import { isNameList } from "./person-names.ts";
import { squeeze } from "./spacing.ts";

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

/** A shorter line, in characters, is prose only if it ends as a sentence. */
const LEAST_OPEN_PROSE = 45;
const LEAST_PROSE = 12;
/** A first line up to this long that asks or exclaims may be a title. */
const LONGEST_ASKING_TITLE = 40;
/** Share of linked characters from which on a line is a link and no text. */
const LINK = 0.8;

/** Whether a line is running text: it ends as a sentence does, or is longer than headings are. */
export function isProse(text: string): boolean {
  if (text.length < LEAST_PROSE) return false;
  return text.length >= LEAST_OPEN_PROSE || /(?:[。！？!?…；;：:]|[.](?=$|[”’"')]))[”’」』）)】》"']*$/.test(text);
}

/**
 * Takes out what is no part of the article: what stands outside it, lines of sites and papers, by-lines and date lines
 * (their facts are kept), captions, and the sections of links, rankings and comments behind it.
 */
export function sift(blocks: readonly Block[], page: PageFacts): Sifted {
  const zone = proseZone(blocks);
  const kept: Block[] = [];
  const dropped: Dropped[] = [];
  const signed = new Set<Block>();
  const facts: { -readonly [K in keyof LineFacts]: LineFacts[K] } = {};
  let section: SectionRule | undefined;
  blocks.forEach((block, at) => {
    const isBeside = at < zone.first || at > zone.last;
    section = nextSection(section, block);
    const info = isText(block) && !section ? readFacts(block, isBeside) : undefined;
    for (const [key, value] of Object.entries(info ?? {}) as [keyof LineFacts, string][]) {
      if (isBeside || block.outside || key === "employer") facts[key] ??= value;
    }
    const reason = block.outside ? outsideReason(block, section) : reasonToDrop(block, { section, isBeside, page, blocks, at, hasInfo: info !== undefined });
    if (reason === undefined) {
      kept.push(block);
      return;
    }
    if (isText(block)) dropped.push({ text: block.text, reason });
    else dropped.push({ text: block.rows.map((row) => row.join(" ")).join(" / "), reason });
    const before = kept.at(-1);
    if (before && (reason === "by-line" || reason === "by-line or date line") && at <= zone.first) signed.add(before);
  });
  return { blocks: kept, dropped, facts, signed };
}

interface Surroundings {
  readonly section: SectionRule | undefined;
  readonly isBeside: boolean;
  readonly page: PageFacts;
  readonly blocks: readonly Block[];
  readonly at: number;
  readonly hasInfo: boolean;
}

/** Indices of the first and the last block of running text or data; the head and the tail of the source lie around them. */
function proseZone(blocks: readonly Block[]): { first: number; last: number } {
  let section: SectionRule | undefined;
  const prose = blocks.flatMap((block, at) => {
    section = nextSection(section, block);
    return isBody(block, at, blocks) && !section ? [at] : [];
  });
  return { first: prose[0] ?? blocks.length, last: prose.at(-1) ?? -1 };
}

function isBody(block: Block, at: number, blocks: readonly Block[]): boolean {
  if (block.outside) return false;
  if (!isText(block)) return true;
  const isAskingTitle = at === blocks.findIndex((it) => isText(it) && !it.outside) && /[？！?!]$/.test(block.text) && !block.text.includes("。") && block.text.length <= LONGEST_ASKING_TITLE;
  return isProse(block.text) && block.role !== "title" && block.role !== "caption" && !isAskingTitle && block.linked < LINK && lineReason(block) === undefined && !readInfoLine(block.text) && !readByline(block.text);
}

/** The section that a block opens, goes on with or ends. */
function nextSection(section: SectionRule | undefined, block: Block): SectionRule | undefined {
  if (!isText(block)) return section?.reach === "rest" ? section : undefined;
  const opened = SECTION_RULES.find((rule) => rule.pattern.test(foldText(block.text)));
  if (opened && block.text.length <= 120) return opened;
  if (section?.reach === "links" && isProse(block.text) && block.linked < LINK && lineReason(block) === undefined) return undefined;
  return section;
}

function outsideReason(block: Block, section: SectionRule | undefined): DropReason {
  if (section) return section.reason;
  return (isText(block) ? lineReason(block) : undefined) ?? "outside the article's part of the page";
}

function reasonToDrop(block: Block, around: Surroundings): DropReason | undefined {
  if (around.section) return around.section.reason;
  if (!isText(block)) return undefined;
  const byLine = lineReason(block);
  if (byLine !== undefined) return byLine;
  if (block.role === "caption") return "picture caption";
  if (around.page.title !== undefined && squeeze(block.text) === squeeze(around.page.title)) return "the title again";
  if (around.hasInfo) return readInfoLine(block.text) ? "by-line or date line" : "by-line";
  if (block.role !== "title" && isNameList(block.text)) return "by-line";
  return isLinkList(block, around) ? "related links" : undefined;
}

/** The reason that the line alone gives. */
function lineReason(block: TextBlock): DropReason | undefined {
  if (block.role === "title") return undefined;
  const folded = foldText(block.text).trim();
  return LINE_RULES.find((rule) => block.text.length <= rule.longest && rule.pattern.test(folded))?.reason;
}

/** What an info line or by-line says. Between paragraphs a bare date is a heading, and only a labelled line counts. */
function readFacts(block: TextBlock, isBeside: boolean): LineFacts | undefined {
  const info = readInfoLine(block.text);
  const labelled = info && (info.publisher !== undefined || info.title !== undefined || /[：:|]/.test(block.text.replace(/\d:\d/g, "")));
  const line: (BylineFacts & { title?: string }) | undefined = info && (isBeside || labelled || block.outside) ? info : readByline(block.text);
  const employer = employerIn(block.text);
  if (!line) return lineReason(block) === "picture caption" && employer !== undefined ? { employer } : undefined;
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

const cleanPublisher = (name: string): string => name.replace(/^[《“"'\s]+|[》”"'\s，,。；;|]+$/g, "");

/** A link in a run of links, or several links side by side: a list of other pages. */
function isLinkList(block: TextBlock, { blocks, at }: Surroundings): boolean {
  if (block.linked >= 0.4 && /\s[|/>»·›]\s/.test(block.text) && !isProse(block.text)) return true;
  if (block.linked < LINK || block.role === "heading" || /[。！？；]$/.test(block.text)) return false;
  const isLink = (it: Block | undefined): boolean => it !== undefined && isText(it) && it.linked >= LINK;
  return block.role === "item" || isLink(blocks[at - 1]) || isLink(blocks[at + 1]);
}
