import { widthOf } from "./advances.ts";
import { type Block, INNER, PAD, STYLES, type TextStyle, textAt } from "./block.ts";
import type { Shape } from "./scene.ts";
import type { LineChart, Point } from "./spec.ts";

const HEIGHT = 560;
const FOOT = 60;
const HEAD = 110;
const VALUE: TextStyle = { size: 33, weight: "bold", fill: "text" };
/** With more points than this only the ends, the highest and the lowest carry their values. */
const MOST_LABELLED = 8;
/** Values that differ by less than this part of the highest would look like a flat line above zero. */
const FLAT = 0.12;

/** Whether the vertical axis has to start above zero for the line to show anything. */
export function hasCutAxis({ points }: LineChart): boolean {
  const low = Math.min(...points.map((p) => p.value));
  const high = Math.max(...points.map((p) => p.high));
  return low > 0 && high > low && (high - low) / high < FLAT;
}

/** Whether times are missing between points that are further apart than the closest two. */
export const hasGap = ({ points }: LineChart): boolean => points.some((_, i) => isGap(points, i));

function isGap(points: readonly Point[], i: number): boolean {
  const step = (j: number): number => (points[j]?.at ?? 0) - (points[j - 1]?.at ?? 0);
  const shortest = Math.min(...points.slice(1).map((_, j) => step(j + 1)));
  return i > 0 && step(i) > Math.max(shortest, 1) * 1.5;
}

/** Points over time, each with its value as printed; the line is dashed where times between are missing. */
export function lineBlock(chart: LineChart): Block {
  return { height: HEIGHT, draw: (top) => drawLine(chart, top) };
}

function drawLine(chart: LineChart, top: number): Shape[] {
  const { points } = chart;
  const base = top + HEIGHT - FOOT;
  const places = placesOf(chart, top + HEAD, base);
  const segments = places.slice(1).map((place, i): Shape => {
    const from = places[i] ?? place;
    return {
      kind: "path",
      points: [
        [from.x, from.y],
        [place.x, place.y],
      ],
      stroke: "accent",
      width: 7,
      dashed: isGap(points, i + 1),
    };
  });
  const zero = baseLine(chart, top + HEAD, base);
  return [
    ...zero,
    ...segments,
    ...places.flatMap(pointShapes),
    ...valueTexts(places, top, base),
    ...timeTexts(places, base),
  ];
}

interface Place {
  readonly point: Point;
  readonly x: number;
  readonly y: number;
  /** Ends of a range. */
  readonly low: number;
  readonly high: number;
}

function placesOf(chart: LineChart, top: number, base: number): Place[] {
  const { points } = chart;
  const values = points.flatMap((p) => [p.value, p.high]);
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const floor = hasCutAxis(chart) ? lowest - (highest - lowest) : Math.min(0, lowest);
  const ceiling = Math.max(highest, 0);
  const [start = 0, end = 0] = [points[0]?.at, points.at(-1)?.at];
  const [left, right] = [PAD + 70, PAD + INNER - 70];
  const yOf = (value: number): number => base - ((value - floor) / (ceiling - floor || 1)) * (base - top);
  return points.map((point) => ({
    point,
    x: left + ((point.at - start) / (end - start || 1)) * (right - left),
    y: yOf((point.value + point.high) / 2),
    low: yOf(point.value),
    high: yOf(point.high),
  }));
}

function baseLine(chart: LineChart, top: number, base: number): Shape[] {
  const lowest = Math.min(...chart.points.map((p) => p.value));
  const highest = Math.max(0, ...chart.points.map((p) => p.high));
  const y = lowest < 0 ? base - (-lowest / (highest - lowest || 1)) * (base - top) : base;
  const cut = hasCutAxis(chart);
  const line: Shape = {
    kind: "path",
    points: [
      [PAD, y],
      [PAD + INNER, y],
    ],
    stroke: cut ? "line" : "muted",
    width: 3,
    dashed: cut,
  };
  return cut ? [line] : [line, textAt("0", PAD, y - 10, STYLES.axis)];
}

function pointShapes({ point, x, y, low, high }: Place): Shape[] {
  const dot: Shape = { kind: "dot", x, y, radius: 13, fill: "accent", hollow: point.certainty !== "exact" };
  return point.certainty === "range"
    ? [
        {
          kind: "path",
          points: [
            [x, high],
            [x, low],
          ],
          stroke: "accent",
          width: 5,
          dashed: false,
        },
        dot,
      ]
    : [dot];
}

/** Values over their points; where neighbours would touch, under them, else a line higher. */
function valueTexts(places: readonly Place[], top: number, base: number): Shape[] {
  const taken: Box[] = places.map(({ x, y }) => ({
    left: x - 15,
    right: x + 15,
    top: y - 15,
    bottom: y + 15,
  }));
  return places
    .filter((_, i) => isLabelled(places, i))
    .map((place) => {
      const half = widthOf(place.point.shown, VALUE.size, VALUE.weight) / 2;
      const x = Math.min(Math.max(place.x, PAD - 40 + half), PAD + INNER + 40 - half);
      const rows = [
        place.high - 30,
        place.low + 54,
        place.high - 74,
        place.low + 98,
        place.high - 118,
      ].filter((y) => y > top + VALUE.size && y < base - 6);
      const box = (y: number): Box => ({
        left: x - half - 8,
        right: x + half + 8,
        top: y - VALUE.size * 0.9,
        bottom: y + VALUE.size * 0.2,
      });
      const y = rows.find((row) => taken.every((other) => !overlap(box(row), other))) ?? place.high - 30;
      taken.push(box(y));
      return textAt(place.point.shown, x, y, VALUE, "middle");
    });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function isLabelled(places: readonly Place[], i: number): boolean {
  if (places.length <= MOST_LABELLED || i === 0 || i === places.length - 1) return true;
  const own = places[i]?.point.value ?? 0;
  const values = places.map((p) => p.point.value);
  return (
    (own === Math.max(...values) && values.indexOf(own) === i) ||
    (own === Math.min(...values) && values.indexOf(own) === i)
  );
}

/** Times under the axis; those that would touch the one before are left out, the last one never. */
function timeTexts(places: readonly Place[], base: number): Shape[] {
  const style = STYLES.axis;
  const halfOf = (place: Place): number => widthOf(place.point.label, style.size, style.weight) / 2 + 10;
  const last = places.at(-1);
  let free = Number.NEGATIVE_INFINITY;
  return places.flatMap((place) => {
    const half = halfOf(place);
    const clear =
      place === last ||
      (place.x - half >= free && (last === undefined || place.x + half <= last.x - halfOf(last)));
    if (!clear) return [];
    free = place.x + half;
    const x = Math.min(Math.max(place.x, 20 + half), 1060 - half);
    return [textAt(place.point.label, x, base + 46, style, "middle")];
  });
}
