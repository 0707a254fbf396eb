import { inScript } from "../text/script.ts";
import { barsBlock } from "./bars.ts";
import { type Block, INNER, PAD, paragraph, STYLES, stack, WIDTH } from "./block.ts";
import { hasCutAxis, hasGap, lineBlock } from "./line.ts";
import { partsBlock } from "./parts.ts";
import type { Scene } from "./scene.ts";
import { slopeBlock } from "./slope.ts";
import type { ChartSpec, Datum } from "./spec.ts";
import { writeSvg } from "./svg.ts";
import { clean } from "./text-fit.ts";
import { WORDS } from "./words.ts";

/** A chart as SVG with text, for browsers that have fonts. Pure: the same chart gives the same bytes. */
export const drawSvg = (spec: ChartSpec): string => writeSvg(drawScene(spec));

/** Lays a chart out: title, picture, result, what its marks mean, sources. */
export function drawScene(spec: ChartSpec): Scene {
  const page = stack(
    [
      stack([paragraph(spec.title, STYLES.title, 2), paragraph(spec.subtitle, STYLES.subtitle, 2)], 6),
      bodyOf(spec),
      outcomeBlock(spec),
      footBlock(spec),
    ],
    40,
  );
  const height = Math.round(page.height + 2 * 56);
  return { width: WIDTH, height, title: clean(spec.title), shapes: tidy(spec, page.draw(56)) };
}

function bodyOf(spec: ChartSpec): Block {
  switch (spec.kind) {
    case "bars":
      return barsBlock(spec);
    case "line":
      return lineBlock(spec);
    case "slope":
      return slopeBlock(spec);
    case "parts":
      return partsBlock(spec);
    default:
      return spec satisfies never;
  }
}

/** The result, who is ahead, and the arithmetic on a tinted ground. */
function outcomeBlock({ outcome, verdict, formula }: ChartSpec): Block {
  const inset = 28;
  const lines = [
    [outcome, STYLES.outcome],
    [verdict, STYLES.label],
    [formula, STYLES.formula],
  ] as const;
  const text = stack(
    lines.map(([line, style]) => paragraph(line, style, 3, PAD + inset, INNER - 2 * inset)),
    4,
  );
  if (text.height === 0) return text;
  const height = text.height + 2 * 22;
  return {
    height,
    draw: (top) => [
      { kind: "rect", x: PAD, y: top, width: INNER, height, radius: 16, fill: "panel" },
      ...text.draw(top + 22),
    ],
  };
}

function footBlock(spec: ChartSpec): Block {
  const lines = stack(
    [...notesOf(spec), spec.source].map((line) => paragraph(line, STYLES.note, 4)),
    4,
  );
  if (lines.height === 0) return lines;
  return {
    height: lines.height + 22,
    draw: (top) => [
      {
        kind: "path",
        points: [
          [PAD, top],
          [PAD + INNER, top],
        ],
        stroke: "line",
        width: 2,
        dashed: false,
      },
      ...lines.draw(top + 22),
    ],
  };
}

/** What the marks in the picture mean, and what else a reader must know. */
function notesOf(spec: ChartSpec): string[] {
  const side = spec.lang === "en" ? "en" : "zh";
  const inexact = dataOf(spec).some((d) => d.certainty !== "exact");
  const dots = spec.kind === "line" || spec.kind === "slope";
  const notes = [
    inexact ? (dots ? WORDS.hollow : WORDS.hatching)[side] : "",
    spec.kind === "line" && hasGap(spec) ? WORDS.gap[side] : "",
    spec.kind === "line" && hasCutAxis(spec) ? WORDS.cutAxis[side] : "",
  ];
  return [...notes.map((note) => inScript(note, spec.lang)), spec.note].filter((note) => note !== "");
}

function dataOf(spec: ChartSpec): readonly Datum[] {
  if (spec.kind === "slope") return [spec.before, spec.after];
  return spec.kind === "bars" ? spec.data : spec.kind === "line" ? spec.points : spec.shares;
}

/** English apostrophes and quotation marks: the Chinese face sets the curly ones as wide as a Chinese character. */
function tidy(spec: ChartSpec, shapes: Scene["shapes"]): Scene["shapes"] {
  if (spec.lang !== "en") return shapes;
  return shapes.map((shape) =>
    shape.kind === "text"
      ? { ...shape, text: shape.text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"') }
      : shape,
  );
}
