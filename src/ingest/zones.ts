import { foldText } from "../text/fold.ts";
import { type Block, isText, type PageFacts, type TextBlock } from "./blocks.ts";
import { readByline } from "./bylines.ts";
import { readInfoLine } from "./labels.ts";
import { type DropReason, LINE_RULES } from "./noise-rules.ts";
import { isNameList } from "./person-names.ts";
import { SECTION_RULES, type SectionRule } from "./section-rules.ts";
import { squeeze, width } from "./spacing.ts";

/** A narrower line, in full-width characters, is prose only if it ends as a sentence. */
const LEAST_OPEN_PROSE = 45;
const LEAST_PROSE = 12;
/** A first line up to this long that asks or exclaims may be a title. */
const LONGEST_ASKING_TITLE = 40;
/** Share of linked characters from which on a line is a link and no text. */
export const LINK = 0.8;
/** Longest head of a section of links, in characters: it may name them on the same line. */
const LONGEST_SECTION_HEAD = 120;
const LONGEST_RULE = Math.max(...LINE_RULES.map((rule) => rule.longest));

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

/** Where the parts of a source lie: indices into its blocks. */
export interface Zones {
  /** The block that repeats the title; -1 where none does. */
  readonly title: number;
  /** First and last block of running text or data; the head and the tail of the source lie around them. */
  readonly first: number;
  readonly last: number;
  /** For each block the section of links, rankings or comments that it lies in. */
  readonly sections: readonly (SectionRule | undefined)[];
  /** Some line holds persons' names alone: others of that shape are by-lines too. */
  readonly hasNames: boolean;
}

/** Finds the parts of a source. Sections of links and comments begin below the running text only. */
export function findZones(blocks: readonly Block[], page: PageFacts): Zones {
  const opening = blocks.findIndex((block) => isText(block) && !block.outside);
  const sections: (SectionRule | undefined)[] = [];
  const prose: number[] = [];
  let section: SectionRule | undefined;
  blocks.forEach((block, at) => {
    section = prose.length > 0 ? nextSection(section, block) : undefined;
    sections.push(section);
    if (!section && isBody(block, at === opening)) prose.push(at);
  });
  return {
    title: blocks.findIndex((block) => isText(block) && isTitle(block, page)),
    first: prose[0] ?? blocks.length,
    last: prose.at(-1) ?? -1,
    sections,
    hasNames: blocks.some((block) => isText(block) && !block.outside && isNameList(block.text)),
  };
}

/** Whether a block stands above or below the running text, or in another part of the page. */
export const isBeside = (block: Block, at: number, zones: Zones): boolean =>
  at < zones.first || at > zones.last || block.outside !== undefined;

/** Whether a line is the page's title once more. */
export const isTitle = (block: TextBlock, page: PageFacts): boolean =>
  page.title !== undefined && squeeze(block.text) === squeeze(page.title);

/** Whether a line may be a title because it asks or exclaims: a single short sentence. */
export const isAskingTitle = (text: string): boolean =>
  /[？！?!]$/.test(text) && !text.includes("。") && text.length <= LONGEST_ASKING_TITLE;

/** The reason to drop a line that the line alone gives; `beside`: it stands above or below the text, or that is not known yet. */
export function lineReason(block: TextBlock, beside = true): DropReason | undefined {
  if (block.role === "title" || block.text.length > LONGEST_RULE) return undefined;
  const folded = foldText(block.text).trim();
  return LINE_RULES.find(
    (rule) => (beside || !rule.beside) && block.text.length <= rule.longest && rule.pattern.test(folded),
  )?.reason;
}

function isBody(block: Block, isFirst: boolean): boolean {
  if (block.outside) return false;
  if (!isText(block)) return true;
  if (block.role === "title" || block.role === "caption" || block.linked >= LINK || !isProse(block.text))
    return false;
  if (isFirst && isAskingTitle(block.text)) return false;
  return lineReason(block) === undefined && !readInfoLine(block.text) && !readByline(block.text);
}

/** The section that a block opens, goes on with or ends. */
function nextSection(section: SectionRule | undefined, block: Block): SectionRule | undefined {
  if (!isText(block)) return section?.reach === "rest" ? section : undefined;
  const opened = block.text.length <= LONGEST_SECTION_HEAD ? openedBy(foldText(block.text)) : undefined;
  if (opened || section?.reach !== "links") return opened ?? section;
  const endsIt = isProse(block.text) && block.linked < LINK && lineReason(block) === undefined;
  return endsIt ? undefined : section;
}

const openedBy = (folded: string): SectionRule | undefined =>
  SECTION_RULES.find((rule) => rule.pattern.test(folded));
