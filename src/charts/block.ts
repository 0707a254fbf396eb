import { type Weight, widthOf } from "./advances.ts";
import type { ColourName } from "./palette.ts";
import type { Shape, TextShape } from "./scene.ts";
import { shortenText, wrapText } from "./text-fit.ts";

/** Width of a picture: twice what a phone shows at 390 points, and a margin for sharper screens. */
export const WIDTH = 1080;
export const PAD = 64;
export const INNER = WIDTH - 2 * PAD;

/** A piece of a picture as high as it says, drawn from `top` down. */
export interface Block {
  readonly height: number;
  draw(top: number): readonly Shape[];
}

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly fill: ColourName;
}

/** No type is below 28 pixels: 10 points on a phone. */
export const STYLES = {
  title: { size: 50, weight: "bold", fill: "text" },
  subtitle: { size: 34, weight: "regular", fill: "muted" },
  label: { size: 37, weight: "regular", fill: "text" },
  value: { size: 40, weight: "bold", fill: "text" },
  outcome: { size: 42, weight: "bold", fill: "accent" },
  formula: { size: 33, weight: "regular", fill: "muted" },
  axis: { size: 30, weight: "regular", fill: "muted" },
  note: { size: 28, weight: "regular", fill: "muted" },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** Height of a line as a multiple of its type size; and where its base line lies in it. */
const LEADING = 1.36;
const BASE = 1.02;

export const lineHeight = (style: TextStyle): number => Math.round(style.size * LEADING);

/** One line of text at a base line. */
export function textAt(
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  anchor: TextShape["anchor"] = "start",
): TextShape {
  return { kind: "text", x, y, text, size: style.size, weight: style.weight, anchor, fill: style.fill };
}

/** Text wrapped to a width on at most `lines` lines; nothing for an empty text. */
export function paragraph(text: string, style: TextStyle, lines: number, x = PAD, width = INNER): Block {
  const wrapped = wrapText(text, { ...style, width }, lines);
  return {
    height: wrapped.length * lineHeight(style),
    draw: (top) =>
      wrapped.map((line, i) => textAt(line, x, top + i * lineHeight(style) + style.size * BASE, style)),
  };
}

/**
 * A name on the left, its value on the right. The value is never shortened: it takes a line of its own where both do not fit,
 * and more than one where it is wider than the picture.
 */
export function labelledValue(label: string, value: string): Block {
  const valueWidth = widthOf(value, STYLES.value.size, STYLES.value.weight);
  const beside = valueWidth <= INNER * 0.55;
  const name = paragraph(label, STYLES.label, 2, PAD, beside ? INNER - valueWidth - 28 : INNER);
  if (!beside) return stack([name, paragraph(value, STYLES.value, 4)], 0);
  const height = Math.max(name.height, lineHeight(STYLES.value));
  return {
    height,
    draw: (top) => [
      ...name.draw(top + height - name.height),
      textAt(
        value,
        PAD + INNER,
        top + height - lineHeight(STYLES.value) + STYLES.value.size * BASE,
        STYLES.value,
        "end",
      ),
    ],
  };
}

/** Blocks below each other, `gap` pixels apart; empty ones take no room. */
export function stack(blocks: readonly Block[], gap: number): Block {
  const filled = blocks.filter((block) => block.height > 0);
  return {
    height: filled.reduce((sum, block) => sum + block.height, Math.max(0, filled.length - 1) * gap),
    draw: (top) => {
      let at = top;
      return filled.flatMap((block) => {
        const shapes = block.draw(at);
        at += block.height + gap;
        return shapes;
      });
    },
  };
}

/** A line of text cut to a width. */
export const fitted = (text: string, style: TextStyle, width: number): string =>
  shortenText(text, { ...style, width });
