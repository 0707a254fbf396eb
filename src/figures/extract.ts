import { splitBlocks } from "./blocks.ts";
import { comparable } from "./chinese/comparable.ts";
import { ChineseReader } from "./chinese/reader.ts";
import { extractEnglishFigures } from "./english/extract-english.ts";
import type { Figure, FigureContext } from "./figure.ts";

/**
 * Every figure of a plain or Markdown text (body of an article, or a raw text as pasted), in text order. Offsets count in
 * `text` as it is. Headings give context and no figures. Each paragraph is read in its own language.
 */
export function extractFigures(text: string, context: FigureContext): Figure[] {
  const reader = new ChineseReader(text, comparable(text), context);
  const figures: Figure[] = [];
  for (const block of splitBlocks(text)) {
    const read =
      block.script === "en" && block.kind !== "heading"
        ? extractEnglishFigures(text, block, context)
        : reader.read(block);
    figures.push(...read.map((figure) => rebased(figure, figures.length)));
  }
  return figures;
}

function rebased(figure: Figure, by: number): Figure {
  return figure.of === null || by === 0
    ? figure
    : { ...figure, of: { ...figure.of, index: figure.of.index + by } };
}
