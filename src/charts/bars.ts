import { barShapes, extentOf, overhang } from "./bar-shape.ts";
import { type Block, INNER, labelledValue, PAD, stack } from "./block.ts";
import type { Shape } from "./scene.ts";
import type { BarChart, Datum } from "./spec.ts";

const BAR = 54;
const ROW_GAP = 30;

/** Bars from one zero line, a row each: name and value above, the bar below. Falls run to the left of zero. */
export function barsBlock({ data }: BarChart): Block {
  const axis = axisOf(data);
  return stack(
    data.map((datum) => barRow(datum, axis)),
    data.length > 5 ? ROW_GAP - 10 : ROW_GAP,
  );
}

interface Axis {
  readonly zero: number;
  /** Pixels for one unit of the values. */
  readonly scale: number;
  readonly right: number;
  readonly left: number;
  readonly largest: number;
}

/** The zero line where all bars fit on their side of it. */
function axisOf(data: readonly Datum[]): Axis {
  const sizes = (sign: 1 | -1): number =>
    Math.max(0, ...data.map((d) => Math.max(d.value * sign, d.high * sign)));
  const hang = Math.max(0, ...data.map(overhang));
  const [up, down] = [sizes(1), sizes(-1)];
  const room = INNER - hang * (up > 0 && down > 0 ? 2 : 1);
  // Infinite where all values are next to nothing.
  const ratio = room / (up + down);
  const scale = Number.isFinite(ratio) ? ratio : 0;
  const left = down > 0 ? down * scale + hang : 0;
  return { zero: PAD + left, scale, left, right: INNER - left, largest: Math.max(up, down) };
}

function barRow(datum: Datum, axis: Axis): Block {
  const head = labelledValue(datum.label, datum.shown);
  const sign = datum.value < 0 ? -1 : 1;
  const extent = extentOf(datum, axis.scale, sign < 0 ? axis.left : axis.right);
  return {
    height: head.height + 10 + BAR,
    draw: (top) => {
      const y = top + head.height + 10;
      const fill = Math.max(Math.abs(datum.value), Math.abs(datum.high)) === axis.largest ? "accent" : "soft";
      const base: Shape = {
        kind: "path",
        points: [
          [axis.zero, y - 6],
          [axis.zero, y + BAR + 6],
        ],
        stroke: "muted",
        width: 3,
        dashed: false,
      };
      return [...head.draw(top), ...barShapes(extent, { zero: axis.zero, y, height: BAR, sign, fill }), base];
    },
  };
}
