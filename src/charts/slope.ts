import { type Block, fitted, INNER, PAD, STYLES, type TextStyle, textAt, WIDTH } from "./block.ts";
import type { Shape } from "./scene.ts";
import type { Datum, SlopeChart } from "./spec.ts";

const HEIGHT = 430;
const HEAD = 56;
/** Where the two sides stand, as parts of the width: their values are written outside. */
const SIDES = { before: 0.36, after: 0.64 } as const;
const VALUE: TextStyle = { ...STYLES.value, size: 46 };

/** Two sides of a reform on one scale from zero, joined by a line. */
export function slopeBlock({ before, after }: SlopeChart): Block {
  return { height: HEIGHT, draw: (top) => drawSlope(before, after, top) };
}

function drawSlope(before: Datum, after: Datum, top: number): Shape[] {
  const base = top + HEIGHT - 16;
  const room = HEIGHT - HEAD - 16 - 40;
  const largest = Math.max(before.high, after.high, before.value, after.value);
  const yOf = (value: number): number => base - (largest > 0 ? (value / largest) * room : 0);
  const [x1, x2] = [WIDTH * SIDES.before, WIDTH * SIDES.after];
  const middle = (d: Datum): number => yOf((d.value + d.high) / 2);
  return [
    {
      kind: "path",
      points: [
        [PAD, base],
        [PAD + INNER, base],
      ],
      stroke: "line",
      width: 3,
      dashed: false,
    },
    textAt("0", PAD, base - 10, STYLES.axis),
    ...[x1, x2].map(
      (x): Shape => ({
        kind: "path",
        points: [
          [x, top + HEAD + 8],
          [x, base],
        ],
        stroke: "line",
        width: 3,
        dashed: false,
      }),
    ),
    textAt(fitted(before.label, STYLES.label, x1 - PAD), x1, top + 38, STYLES.label, "middle"),
    textAt(fitted(after.label, STYLES.label, x1 - PAD), x2, top + 38, STYLES.label, "middle"),
    {
      kind: "path",
      points: [
        [x1, middle(before)],
        [x2, middle(after)],
      ],
      stroke: "accent",
      width: 8,
      dashed: false,
    },
    ...sideShapes(before, x1, yOf),
    ...sideShapes(after, x2, yOf),
    valueText(before, x1 - 32, middle(before), "end"),
    valueText(after, x2 + 32, middle(after), "start"),
  ];
}

/** A dot, hollow where the value is not exact; a range as a stroke between its ends. */
function sideShapes(datum: Datum, x: number, yOf: (value: number) => number): Shape[] {
  const dot: Shape = {
    kind: "dot",
    x,
    y: yOf((datum.value + datum.high) / 2),
    radius: 15,
    fill: "accent",
    hollow: datum.certainty !== "exact",
  };
  return datum.certainty === "range"
    ? [
        {
          kind: "path",
          points: [
            [x, yOf(datum.high)],
            [x, yOf(datum.value)],
          ],
          stroke: "accent",
          width: 8,
          dashed: false,
        },
        dot,
      ]
    : [dot];
}

/** The value beside its point; smaller type where it would not fit, since a value is never cut. */
function valueText(datum: Datum, x: number, y: number, anchor: "start" | "end"): Shape {
  const room = anchor === "end" ? x - 24 : WIDTH - 24 - x;
  const style =
    [VALUE, STYLES.value, STYLES.formula, STYLES.note].find(
      (s) => fitted(datum.shown, s, room) === datum.shown,
    ) ?? STYLES.note;
  return textAt(datum.shown, x, y + style.size * 0.36, { ...style, weight: "bold", fill: "text" }, anchor);
}
