/** Why a block is no part of the article although its line may look like one. */
export const OUTSIDE = "outside the article's part of the page";

/** What the source's own markup says of a piece of text: nothing (`plain`) or one of these. */
type BlockRole = "plain" | "heading" | "title" | "item" | "caption";

/** One line or paragraph of the source, in its order, white space tidied. */
export interface TextBlock {
  readonly kind: "text";
  readonly text: string;
  readonly role: BlockRole;
  /** Share of its characters that stand inside links, 0 to 1. */
  readonly linked: number;
  /** A blank line stands before it (plain text and Markdown). */
  readonly gap: boolean;
  /** Reason why the reader of the format holds it to be no part of the article; undefined inside the article. */
  readonly outside?: typeof OUTSIDE;
}

/** A data table: `rows` are rectangular and hold the head rows first. */
export interface TableBlock {
  readonly kind: "table";
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
  /** How many of the first rows are column heads; 0 where the table has none. */
  readonly headRows: number;
  /** What stands under it over its whole width (notes, sources); a paragraph each. */
  readonly notes: readonly string[];
  readonly outside?: typeof OUTSIDE;
}

export type Block = TextBlock | TableBlock;

/** Facts about the page that its markup or front matter states; each is verbatim, an empty one is left out. */
export interface PageFacts {
  readonly title?: string;
  readonly publisher?: string;
  /** Name of the site, the publisher where nothing better is stated. */
  readonly site?: string;
  readonly published?: string;
  /** A date that may be another one: of the page, of its last change. */
  readonly dateHint?: string;
  readonly url?: string;
  readonly lang?: string;
}

/** A source taken apart: what it says about itself, and its blocks in their order. */
export interface ParsedSource {
  readonly facts: PageFacts;
  readonly blocks: readonly Block[];
}

/** A plain text block; give only what differs from an unmarked line inside the article. */
export function textBlock(text: string, more: Partial<Omit<TextBlock, "kind" | "text">> = {}): TextBlock {
  return { kind: "text", text, role: "plain", linked: 0, gap: true, ...more };
}

export const isText = (block: Block): block is TextBlock => block.kind === "text";
