import { type Block, isText, type PageFacts, type TextBlock } from "./blocks.ts";
import { readInfoLine } from "./labels.ts";
import { isTrusted, type LineFacts, readLineFacts, readMastheadFacts } from "./line-facts.ts";
import { isInCapitals } from "./mastheads.ts";
import type { DropReason } from "./noise-rules.ts";
import { hasNameShape, isNameList, splitNames } from "./person-names.ts";
import { findZones, isBeside, isProse, isTitle, LINK, lineReason, type Zones } from "./zones.ts";

/** A line that was left out, verbatim, and why. */
export interface Dropped {
  readonly text: string;
  readonly reason: DropReason;
}

export interface Sifted {
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
  readonly facts: LineFacts;
  /** Text blocks that a by-line or info line followed at once: they belong to the head of the article. */
  readonly signed: ReadonlySet<Block>;
}

/**
 * Takes out what is no part of the article: what stands outside it, lines of sites and papers, by-lines and date lines
 * (their facts are kept), captions, and the sections of links, rankings and comments behind it.
 */
export function sift(blocks: readonly Block[], page: PageFacts): Sifted {
  const zones = findZones(blocks, page);
  const kept: Block[] = [];
  const dropped: Dropped[] = [];
  const signed = new Set<Block>();
  const facts: { -readonly [K in keyof LineFacts]: LineFacts[K] } = {};
  blocks.forEach((block, at) => {
    const found: LineFacts | undefined =
      isText(block) && !zones.sections[at]
        ? (readLineFacts(block, at, zones) ?? readMastheadFacts(blocks, at, zones))
        : undefined;
    for (const [key, value] of Object.entries(found ?? {}) as [keyof LineFacts, string][]) {
      if (key !== "employer" && !isTrusted(block, at, zones)) continue;
      if (key === "masthead" && isInCapitals(facts.masthead ?? "")) facts.masthead = value;
      facts[key] ??= value;
    }
    const own = isText(block)
      ? ownReason(block, { zones, page, blocks, at, hasFacts: found !== undefined })
      : undefined;
    const reason = own ?? zones.sections[at]?.reason ?? block.outside;
    if (reason === undefined) {
      kept.push(block);
      return;
    }
    dropped.push({
      text: isText(block) ? block.text : block.rows.map((row) => row.join(" ")).join(" / "),
      reason,
    });
    const before = kept.at(-1);
    if (before && BYLINES.has(reason) && at <= zones.first) signed.add(before);
  });
  return { blocks: kept, dropped, facts, signed };
}

const BYLINES: ReadonlySet<DropReason> = new Set(["by-line", "by-line or date line"]);

interface Surroundings {
  readonly zones: Zones;
  readonly page: PageFacts;
  readonly blocks: readonly Block[];
  readonly at: number;
  readonly hasFacts: boolean;
}

/** The reason that the line itself gives, with what stands beside it. */
function ownReason(block: TextBlock, around: Surroundings): DropReason | undefined {
  const { zones, at } = around;
  if (isTitle(block, around.page)) return "the title again";
  if (around.hasFacts && readInfoLine(block.text)) return "by-line or date line";
  const byLine = lineReason(block, isBeside(block, at, zones));
  if (byLine !== undefined) return byLine;
  if (around.hasFacts) return "by-line";
  if (zones.sections[at] || block.outside) return undefined;
  if (block.role === "caption") return "picture caption";
  if (at < zones.title && !isProse(block.text)) return "above the title";
  if (block.role !== "title" && (isNameList(block.text) || isNamesByPlace(block, around))) return "by-line";
  return isLinkList(block, around) ? "related links" : undefined;
}

/** Names that are words too, where other lines hold names alone: under a heading, above running text. */
function isNamesByPlace(block: TextBlock, { zones, blocks, at }: Surroundings): boolean {
  if (!zones.hasNames || block.role === "heading" || !splitNames(block.text).every(hasNameShape))
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

/** A link in a run of links, or several links side by side: a list of other pages. */
function isLinkList(block: TextBlock, { blocks, at }: Surroundings): boolean {
  if (block.linked >= 0.4 && /\s[|/>»·›]\s/.test(block.text) && !isProse(block.text)) return true;
  if (block.linked < LINK || block.role === "heading" || /[。！？；]$/.test(block.text)) return false;
  const isLink = (it: Block | undefined): boolean => it !== undefined && isText(it) && it.linked >= LINK;
  return block.role === "item" || isLink(blocks[at - 1]) || isLink(blocks[at + 1]);
}
