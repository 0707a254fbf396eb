import { simplify } from "../text/fold.ts";
import type { Face, Glyph } from "./face.ts";
import { PALETTE } from "./palette.ts";
import type { TextShape } from "./scene.ts";
import { num, type WriteText } from "./svg.ts";

/** Where the face has neither a character nor its Simplified form: a hollow box, as wide as a Chinese character. */
const MISSING: Glyph = { path: "M100 -60H900V780H100ZM160 0V720H840V0Z", advance: 1, scale: 1 / 1000 };

/** Writes text as the outlines of a face, so that a picture needs no font where it is drawn. */
export function outlineWith(face: Face): WriteText {
  return (shape) => {
    const glyphs = [...shape.text].map(
      (char) => face.glyph(char, shape.weight) ?? face.glyph(simplify(char), shape.weight) ?? MISSING,
    );
    const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) * shape.size;
    const start = shape.x - { start: 0, middle: width / 2, end: width }[shape.anchor];
    return `<g fill="${PALETTE[shape.fill]}">${place(glyphs, start, shape)}</g>`;
  };
}

function place(glyphs: readonly Glyph[], start: number, { y, size }: TextShape): string {
  let x = start;
  return glyphs
    .map(({ path, advance, scale }) => {
      const at = x;
      x += advance * size;
      const factor = String(Number((scale * size).toPrecision(6)));
      return path === ""
        ? ""
        : `<path transform="translate(${num(at)} ${num(y)}) scale(${factor} -${factor})" d="${path}"/>`;
    })
    .join("");
}
