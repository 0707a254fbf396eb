import type { Change, Figure } from "../../figures/figure.ts";

/** How a figure was understood, as the knowledge page explains it. */
export interface FigureView {
  /** With qualifier and counted noun, as printed. */
  readonly shown: string;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly noun: string | null;
  readonly approx: Figure["approx"];
  readonly bound: Figure["bound"];
  readonly kind: Figure["kind"];
  readonly metric: string;
  readonly entity: string | null;
  readonly direction: Figure["direction"];
  readonly agg: Figure["agg"];
  readonly period: Figure["period"];
  readonly change: Change | null;
  /** The figure that this one belongs to, as printed, and what it is to it. */
  readonly of: { readonly shown: string; readonly role: string } | null;
  readonly cell: { readonly row: string; readonly column: string } | null;
}

/** `all` are the figures of the same text, in which `of` counts. */
export function viewFigure(body: string, figure: Figure, all: readonly Figure[]): FigureView {
  const { value, unit, noun, approx, bound, kind, metric, entity, direction, agg, period, change } = figure;
  const base = figure.of === null ? undefined : all[figure.of.index];
  return {
    shown: shownFigure(body, figure),
    value,
    unit,
    noun,
    approx,
    bound,
    kind,
    metric,
    entity,
    direction,
    agg,
    period,
    change,
    of: base === undefined ? null : { shown: shownFigure(body, base), role: figure.of?.role ?? "" },
    cell: figure.cell ?? null,
  };
}

/** The figure as it stands in its text, with qualifier and counted noun. */
export const shownFigure = (body: string, figure: Figure): string => body.slice(...figure.display);
