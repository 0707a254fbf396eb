import type { Shape } from "./scene.ts";
import type { Datum } from "./spec.ts";

/** How long the hatched end of an inexact bar is, in pixels: seen on a phone, and no claim about how far off the value is. */
const HATCHED = 44;

/** Where a bar is solid and where hatched, in the units of `scale`: from zero outwards, `length` pixels at most. */
export interface Extent {
  readonly solid: number;
  readonly hatched: number;
}

/**
 * Lengths of a bar: an estimate is hatched to both sides of its value, a minimum beyond it, a maximum short of it, a range
 * between its ends. `longest` limits them.
 */
export function extentOf(datum: Datum, scale: number, longest: number): Extent {
  const near = Math.min(Math.abs(datum.value), Math.abs(datum.high)) * scale;
  const far = Math.max(Math.abs(datum.value), Math.abs(datum.high)) * scale;
  const [solid, end] = {
    exact: [far, far],
    range: [near, far],
    about: [far - HATCHED / 2, far + HATCHED / 2],
    over: [far, far + HATCHED],
    under: [far - HATCHED, far],
  }[datum.certainty] as [number, number];
  const start = Math.min(Math.max(0, solid), longest);
  return { solid: start, hatched: Math.max(0, Math.min(end, longest) - start) };
}

/** Pixels that the hatched end may reach beyond the value. */
export const overhang = (datum: Datum): number =>
  datum.certainty === "over" ? HATCHED : datum.certainty === "about" ? HATCHED / 2 : 0;

export interface BarPlace {
  /** Where zero is. */
  readonly zero: number;
  readonly y: number;
  readonly height: number;
  /** −1 where the bar runs to the left. */
  readonly sign: 1 | -1;
  readonly fill: "accent" | "soft";
}

/** A bar from zero on. A value above nothing is seen: at least three pixels. */
export function barShapes({ solid, hatched }: Extent, { zero, y, height, sign, fill }: BarPlace): Shape[] {
  const length = hatched > 0 ? solid : Math.max(3, solid);
  const shapes: Shape[] = [];
  const at = (from: number, long: number): number => (sign > 0 ? zero + from : zero - from - long);
  if (length > 0) shapes.push({ kind: "rect", x: at(0, length), y, width: length, height, radius: 4, fill });
  if (hatched > 0)
    shapes.push({
      kind: "rect",
      x: at(length, hatched),
      y,
      width: hatched,
      height,
      radius: 0,
      fill: "hatch",
    });
  return shapes;
}
