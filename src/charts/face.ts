import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create, type Font } from "fontkit";
import type { Weight } from "./advances.ts";
import { parseSlices, type Slice, sliceOf } from "./slices.ts";

/** A character's outline in units of the em: y runs up, as in the font. */
export interface Glyph {
  readonly path: string;
  /** Width in ems. */
  readonly advance: number;
  /** What the outline is to be multiplied by to be one em high. */
  readonly scale: number;
}

/**
 * Opened slices that are kept: each holds some 200 decoded characters in about a megabyte. A picture's characters come from
 * some 20; their outlines are kept apart, so a slice is opened again only for characters that were not drawn before.
 */
const OPEN_SLICES = 8;
/** Outlines that are kept: more than all characters of a library's labels, about 1 KB each. */
const KEPT_GLYPHS = 4000;

export interface Face {
  /** The outline of a character; undefined where the face has none. */
  glyph(char: string, weight: Weight): Glyph | undefined;
}

/** Opens the Chinese face that the package noto-sans-sc brings (Noto Sans SC, SIL Open Font License), sliced by characters. */
export function openFace(): Face {
  const root = dirname(createRequire(import.meta.url).resolve("noto-sans-sc/package.json"));
  const slices = new Map<Weight, readonly Slice[]>();
  const fonts = new Map<string, Font>();
  const glyphs = new Map<string, Glyph | undefined>();

  const slicesOf = (weight: Weight): readonly Slice[] => {
    const folder = join(root, `noto_sans_sc_${weight}`);
    const known =
      slices.get(weight) ??
      parseSlices(readFileSync(join(folder, "css.css"), "utf8")).map((s) => ({
        ...s,
        file: join(folder, s.file),
      }));
    slices.set(weight, known);
    return known;
  };
  const fontOf = (file: string): Font => {
    const font = fonts.get(file) ?? openFont(file);
    keepNewest(fonts, file, font, OPEN_SLICES);
    return font;
  };
  const read = (char: string, weight: Weight): Glyph | undefined => {
    const code = char.codePointAt(0) ?? 0;
    const slice = sliceOf(slicesOf(weight), code);
    return slice && readGlyph(fontOf(slice.file), code);
  };
  return {
    glyph(char, weight) {
      const key = `${weight} ${char}`;
      const glyph = glyphs.has(key) ? glyphs.get(key) : read(char, weight);
      keepNewest(glyphs, key, glyph, KEPT_GLYPHS);
      return glyph;
    },
  };
}

function openFont(file: string): Font {
  const font = create(readFileSync(file));
  if (!("glyphForCodePoint" in font))
    throw new Error(`${file}: expected one font, found a collection; reinstall noto-sans-sc`);
  return font;
}

function readGlyph(font: Font, code: number): Glyph | undefined {
  const glyph = font.glyphForCodePoint(code);
  if (glyph.id === 0) return undefined;
  return {
    path: glyph.path.toSVG(),
    advance: glyph.advanceWidth / font.unitsPerEm,
    scale: 1 / font.unitsPerEm,
  };
}

/** Puts an entry last in a map that drops its first ones beyond `most`. */
function keepNewest<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
