import type { Figure } from "../figures/figure.ts";
import { agree } from "./agreement.ts";
import type { MetricKey } from "./metric-names.ts";
import {
  commonEntity,
  commonMetric,
  directionKey,
  entityKey,
  type StatedFigure,
  unitKey,
} from "./stated-figure.ts";

/** One value of a fact, with everyone who states it. */
export interface Statement<T extends StatedFigure> {
  readonly by: readonly [T, ...T[]];
}

/** One thing of one owner and one time, for which articles give values. */
export interface Fact<T extends StatedFigure> {
  /** The metric in its commonest wording. */
  readonly metric: string;
  /** Null where none of the figures says. */
  readonly entity: string | null;
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly statements: readonly Statement<T>[];
}

/** What several articles say of the same thing. */
export interface CrossCheck<T extends StatedFigure> {
  /** Facts that sources state differently: two values or more, newest article first. */
  readonly conflicts: readonly Fact<T>[];
  /** Facts that two articles or more state alike. */
  readonly agreements: readonly Fact<T>[];
}

/**
 * Compares what different articles say of the same metric, owner, direction, kind of total, period and unit. Values that can
 * both be true count as one ({@link agree}). Values that stand in one and the same article are no conflict: it then speaks of two
 * things under one name. `figures` should be of one language.
 */
export function crossCheck<T extends StatedFigure>(
  figures: readonly T[],
  metricKey: MetricKey,
): CrossCheck<T> {
  const groups = new Map<string, T[]>();
  for (const stated of figures) {
    const key = factKey(stated.figure, metricKey);
    if (key === undefined) continue;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(stated);
  }
  const facts = [...groups.values()]
    .filter((group) => new Set(group.map(articleOf)).size > 1)
    .map((group) => factOf(group));
  return {
    conflicts: facts.filter(isConflict),
    agreements: facts.filter((fact) => fact.statements.length === 1),
  };
}

/** What two figures must share to be about one fact; undefined for figures that say nothing of their own. */
function factKey(figure: Figure, metricKey: MetricKey): string | undefined {
  const metric = metricKey(figure.metric);
  // Without a metric or a time anything could be meant.
  if (metric === "" || figure.period.to === null) return undefined;
  const { change, period } = figure;
  const growth = change === null ? "" : `${change.kind}/${change.base ?? ""}`;
  return [
    metric,
    entityKey(figure),
    directionKey(figure),
    figure.agg,
    figure.kind,
    unitKey(figure),
    (figure.noun ?? "").replace(/[()（）\s]/g, "").toLowerCase(),
    period.from ?? "",
    period.to,
    growth,
    figure.cell?.row ?? "",
    figure.cell?.column ?? "",
  ].join("|");
}

function factOf<T extends StatedFigure>(group: readonly T[]): Fact<T> {
  const newestFirst = [...group].sort((a, b) =>
    b.document.article.published.localeCompare(a.document.article.published),
  );
  const values: [T, ...T[]][] = [];
  for (const stated of newestFirst) {
    const same = values.find(
      ([first]) => agree(first.figure, stated.figure) && sign(first.figure) === sign(stated.figure),
    );
    if (same === undefined) values.push([stated]);
    else same.push(stated);
  }
  const { figure } = newestFirst[0] as T;
  return {
    metric: commonMetric(group),
    entity: commonEntity(group),
    period: { from: figure.period.from, to: figure.period.to },
    statements: values.map((by) => ({ by })),
  };
}

/** A fall and a rise of one size are not one value. */
function sign(figure: Figure): number {
  const value = figure.change?.value ?? 0;
  return Math.sign(typeof value === "number" ? value : value[0]);
}

/** Whether two values are held by different articles, each by one that does not hold the other. */
function isConflict<T extends StatedFigure>({ statements }: Fact<T>): boolean {
  const holders = statements.map(({ by }) => new Set(by.map(articleOf)));
  return holders.some((a, i) =>
    holders.slice(i + 1).some((b) => [...a].some((id) => !b.has(id)) && [...b].some((id) => !a.has(id))),
  );
}

const articleOf = (stated: StatedFigure): string => stated.document.article.id;
