import type { Figure } from "../../figures/figure.ts";
import type { Document } from "../../retrieval/library.ts";
import { type FigureView, viewFigure } from "./figure-view.ts";

/** A run of a passage: plain text, or text that figures stand in. */
export interface Run {
  readonly text: string;
  /** Offset in the article's body: the address of a figure is where its run begins. */
  readonly start: number;
  readonly figures: readonly FigureView[];
}

export interface PassageView {
  readonly headings: readonly string[];
  readonly runs: readonly Run[];
}

export interface ArticleView {
  readonly id: string;
  readonly passages: readonly PassageView[];
}

/** An article with its figures in place. */
export function viewArticle({ article, passages, figures }: Document): ArticleView {
  const all = figures.map(({ figure }) => figure);
  return {
    id: article.id,
    passages: passages.map(({ headings, start, end }) => ({
      headings,
      runs: splitRuns(article.body, [start, end], all),
    })),
  };
}

/** Cuts a span of a body at the figures in it. Figures that overlap share one run, so that the runs join to the span. */
export function splitRuns(
  body: string,
  [from, to]: readonly [number, number],
  all: readonly Figure[],
): Run[] {
  const inside = all
    .filter((figure) => figure.start >= from && figure.end <= to)
    .map((figure) => ({
      figure,
      start: Math.max(from, figure.display[0]),
      end: Math.min(to, figure.display[1]),
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const runs: Run[] = [];
  let at = from;
  for (let i = 0; i < inside.length; ) {
    const first = inside[i];
    if (first === undefined) break;
    let { end } = first;
    let next = i + 1;
    for (let other = inside[next]; other !== undefined && other.start < end; other = inside[next]) {
      end = Math.max(end, other.end);
      next++;
    }
    if (first.start > at) runs.push({ text: body.slice(at, first.start), start: at, figures: [] });
    const group = inside.slice(i, next).map(({ figure }) => viewFigure(body, figure, all));
    runs.push({ text: body.slice(first.start, end), start: first.start, figures: group });
    at = end;
    i = next;
  }
  if (at < to) runs.push({ text: body.slice(at, to), start: at, figures: [] });
  return runs;
}
