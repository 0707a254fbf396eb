import type { TextSpan } from "../../text/sentences.ts";
import type { Figure, FigureContext } from "../figure.ts";

/** The figures of one English paragraph `span` of `text`; offsets count in `text`, `of.index` in this list. */
export function extractEnglishFigures(_text: string, _span: TextSpan, _context: FigureContext): Figure[] {
  return [];
}
