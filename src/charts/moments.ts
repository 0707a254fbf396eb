import type { Period } from "../figures/figure.ts";

/** Months that a period covers; undefined where an end of it is unknown. */
export function monthsBetween({ from, to }: Pick<Period, "from" | "to">): number | undefined {
  if (from === null || to === null) return undefined;
  const [y1 = 0, m1 = 1] = from.split("-").map(Number);
  const [y2 = 0, m2 = 12] = to.split("-").map(Number);
  return (y2 - y1) * 12 + (m2 - m1) + 1;
}

/** The middle of a period as a decimal year, an open one's known end; undefined where neither end is known. */
export function momentOf({ from, to }: Pick<Period, "from" | "to">): number | undefined {
  const start = from === null ? undefined : decimalYear(from, 0);
  const end = to === null ? undefined : decimalYear(to, 1);
  if (start === undefined) return end;
  return end === undefined ? start : (start + end) / 2;
}

/** `edge` 0 gives the start of a partial date, 1 its end: a day more or less does not show in a picture. */
function decimalYear(date: string, edge: 0 | 1): number {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return year + edge;
  return year + (month - 1 + (day === undefined ? edge : (day - 1 + edge) / 31)) / 12;
}
