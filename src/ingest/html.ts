import { Readability } from "@mozilla/readability";
import { type Block, isText, OUTSIDE, type ParsedSource, textBlock } from "./blocks.ts";
import { type DomDocument, type DomElement, parseDocument } from "./dom.ts";
import { readBlocks } from "./html-blocks.ts";
import { readFacts } from "./html-facts.ts";
import { isDataTable } from "./html-tables.ts";
import { squeeze } from "./spacing.ts";

/** Readability tries again with laxer rules below this many characters; Chinese news briefs are far shorter than its 500. */
const SHORTEST_ARTICLE = 120;
/** Where the article that was found holds less than this share of the page's prose, the whole page is taken instead. */
const LEAST_SHARE = 0.5;

/**
 * HTML → blocks. Mozilla's Readability says which part of the page is the article; the blocks of the rest stay in their
 * place, marked as outside, because by-lines and dates stand there. Where it finds nothing, or leaves out half of the
 * page's prose, nothing is marked. Throws a RangeError for a page nested too deep.
 */
export function parseHtml(html: string, address?: string): ParsedSource {
  const document = parseDocument(html);
  const facts = readFacts(document, html, address);
  const page = readBlocks(document.body);
  const article = findArticle(document);
  if (article === undefined || proseLength(article) < proseLength(page) * LEAST_SHARE)
    return { facts, blocks: page };
  return { facts, blocks: align(page, article) };
}

/** The article's blocks as Readability sees them. It takes the document apart. */
function findArticle(document: DomDocument): Block[] | undefined {
  // Readability deletes tables that it takes for layout; this attribute tells it which ones hold data.
  for (const table of document.querySelectorAll("table"))
    if (isDataTable(table)) table.setAttribute("summary", "data");
  const reader = new Readability<DomElement>(document, {
    charThreshold: SHORTEST_ARTICLE,
    keepClasses: true,
    serializer: (node) => node as DomElement,
  });
  const content = reader.parse()?.content;
  return content ? readBlocks(content) : undefined;
}

/** Characters in blocks that end as sentences do and are not links. */
function proseLength(blocks: readonly Block[]): number {
  const prose = blocks
    .filter(isText)
    .filter((block) => block.linked < 0.3 && block.text.length >= 20 && /[。！？.!?”"）]$/.test(block.text));
  return prose.reduce((sum, block) => sum + block.text.length, 0);
}

/** The page's blocks, each marked as outside unless the article holds it too; the article's own are added where the page's differ. */
function align(page: readonly Block[], article: readonly Block[]): Block[] {
  const out: Block[] = [];
  let at = 0;
  for (const block of article) {
    const found = page.findIndex((it, i) => i >= at && keyOf(it) === keyOf(block));
    if (found >= 0) {
      out.push(...page.slice(at, found).map(markOutside));
      at = found + 1;
    }
    out.push(found >= 0 ? (page[found] ?? block) : block);
  }
  const inside = new Set(article.map(keyOf));
  return [...out, ...page.slice(at).map(markOutside)].filter(
    (block) => block.outside === undefined || !inside.has(keyOf(block)),
  );
}

const keyOf = (block: Block): string =>
  isText(block) ? squeeze(block.text) : `table ${squeeze(block.rows.flat().join(""))}`;

const markOutside = (block: Block): Block =>
  isText(block) ? textBlock(block.text, { ...block, outside: OUTSIDE }) : { ...block, outside: OUTSIDE };
