import type { Figure } from "../figures/figure.ts";
import type { Article } from "../knowledge/article.ts";

/** A figure with the article that states it: as much of a library's entry as the computations here look at. */
export interface StatedFigure {
  readonly figure: Figure;
  readonly document: { readonly article: Pick<Article, "id" | "lang" | "published"> };
}

/** Names for the nation as a whole, which most figures speak of without saying so. */
const NATION = /^(?:全国|中国|我国|china|the country|nationwide|national)$/i;

/**
 * Whose figure it is, as a key: empty for the nation, where the text does not say, and where the metric names the owner already
 * (云岛港吞吐量), since then one article's figure has it as its owner and another's has not.
 */
export function entityKey({ entity, metric }: Figure): string {
  if (entity === null || NATION.test(entity) || metric.includes(entity)) return "";
  return entity.toLowerCase();
}

/** The owner that a group of figures is shown with: the first that any of them names. */
export const commonEntity = (group: readonly StatedFigure[]): string | null =>
  group.find(({ figure }) => figure.entity !== null)?.figure.entity ?? null;

/** The direction as a key: 进出口 and no direction at all are the whole. */
export const directionKey = (figure: Figure): "import" | "export" | "" =>
  figure.direction === "import" || figure.direction === "export" ? figure.direction : "";

/** A unit's one name: 个小时 and 小时, hours and hour. */
export const unitKey = (figure: Figure): string =>
  figure.unit
    .toLowerCase()
    .replace(/^个(?=.)/, "")
    .replace(/(?<=[a-z]{3})s$/, "");

/** The wording that most figures have; of those the shortest. */
export function commonMetric(group: readonly StatedFigure[]): string {
  const counts = new Map<string, number>();
  for (const { figure } of group) counts.set(figure.metric, (counts.get(figure.metric) ?? 0) + 1);
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length);
  return best?.[0] ?? "";
}
