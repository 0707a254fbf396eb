import type { Figure } from "../figures/figure.ts";

type Interval = readonly [low: number, high: number];

/** How far a value may lie beyond 超 or below 近: writers use them for the next round number, a tenth away at most. */
const LEEWAY = 0.1;
/** How far 约 and 左右 reach to both sides. */
const ABOUT = 0.05;

/**
 * Whether two figures can both be true of one thing: their values agree within what each is printed to (43.8 and 43.85), and
 * within what their qualifiers leave open (超17 and 17.4). Units are not looked at.
 */
export function agree(a: Figure, b: Figure): boolean {
  const [x, y] = [reach(a), reach(b)];
  return x[0] <= y[1] && y[0] <= x[1];
}

/** All values that a figure may stand for. */
function reach(figure: Figure): Interval {
  const { value } = figure;
  const [low, high] = typeof value === "number" ? [value, value] : [value[0], value[1]];
  const half = halfStep(figure);
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (figure.bound === ">" || figure.bound === ">=" || figure.approx === "over")
    return [low - half, high + size * LEEWAY];
  if (figure.bound === "<" || figure.bound === "<=" || figure.approx === "under")
    return [low - size * LEEWAY, high + half];
  if (figure.approx === "about") return [low - size * ABOUT, high + size * ABOUT];
  return [low - half, high + half];
}

/** Half of the last printed decimal place, in the unit of the value; whole numbers are taken as exact. */
function halfStep(figure: Figure): number {
  const printed = /\d[\d,]*\.(\d+)/.exec(figure.text);
  if (printed === null || typeof figure.value !== "number") return 0;
  const number = Number(printed[0].replaceAll(",", ""));
  if (number === 0) return 0;
  const scale = Math.abs(figure.value) / number;
  // A little less than half, so that 43.8 and 43.9 stay apart whatever the last bit is.
  return 0.4999 * 10 ** -(printed[1] ?? "").length * scale;
}
