import type { Period } from "../figures/figure.ts";
import type { MetricKey } from "./metric-names.ts";
import { commonEntity, commonMetric, directionKey, entityKey, type StatedFigure } from "./stated-figure.ts";

/** A column of the map: one year, or a span of several. */
export interface CoverageColumn {
  /** `2024`, `2021–2025`, or empty for figures without a time. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** One thing measured of one owner: all that is stated of it, by period. */
export interface CoverageRow<T extends StatedFigure> {
  /** The metric in its commonest wording. */
  readonly metric: string;
  /** Null where no figure of the row says. */
  readonly entity: string | null;
  readonly direction: "import" | "export" | null;
  /** By the key of the column. */
  readonly cells: Readonly<Record<string, readonly T[]>>;
}

/** Which metric is known for which period. */
export interface Coverage<T extends StatedFigure> {
  /** Oldest end first; within it the longest span first; without a time last. */
  readonly columns: readonly CoverageColumn[];
  /** Rows with the most columns first, then with the most figures, then as the articles have them. */
  readonly rows: readonly CoverageRow<T>[];
}

/**
 * The map of metric × period over `figures`, which should be of one language. What the same owner is said to have had of the same
 * metric and direction stands in one row, levels and growth side by side; a figure known only up to a date stands in the
 * year of that date, part of a year in its year.
 */
export function mapCoverage<T extends StatedFigure>(
  figures: readonly T[],
  metricKey: MetricKey,
): Coverage<T> {
  const columns = new Map<string, CoverageColumn>();
  const rows = new Map<string, { all: T[]; cells: Record<string, T[]> }>();
  for (const stated of figures) {
    const { figure } = stated;
    const column = columnOf(figure.period);
    columns.set(column.key, column);
    const key = [metricKey(figure.metric), entityKey(figure), directionKey(figure)].join("|");
    const row = rows.get(key) ?? { all: [], cells: {} };
    rows.set(key, row);
    const cell = row.cells[column.key] ?? [];
    row.cells[column.key] = cell;
    cell.push(stated);
    row.all.push(stated);
  }
  const breadth = (cells: object): number => Object.keys(cells).length;
  return {
    columns: [...columns.values()].sort(inTime),
    rows: [...rows.values()]
      .sort((a, b) => breadth(b.cells) - breadth(a.cells) || b.all.length - a.all.length)
      .map(({ all, cells }) => ({
        metric: commonMetric(all),
        entity: commonEntity(all),
        direction: all[0] === undefined ? null : directionKey(all[0].figure) || null,
        cells,
      })),
  };
}

/** The column in which a period stands. */
export function columnOf(period: Period): CoverageColumn {
  const to = (period.to ?? period.from ?? "").slice(0, 4);
  const from = (period.from ?? period.to ?? "").slice(0, 4);
  return { key: from === to ? to : `${from}–${to}`, from, to };
}

const inTime = (a: CoverageColumn, b: CoverageColumn): number =>
  Number(a.key === "") - Number(b.key === "") || a.to.localeCompare(b.to) || a.from.localeCompare(b.from);
