import { PALETTE } from "./palette.ts";
import type { Scene, Shape, TextShape } from "./scene.ts";

/** Turns a text into SVG: as text, or as outlines where no font is at hand later. */
export type WriteText = (shape: TextShape) => string;

const FONTS = "'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

/** A picture as SVG. The same scene gives the same bytes. */
export function writeSvg(scene: Scene, writeText: WriteText = plainText): string {
  const { width, height } = scene;
  const body = scene.shapes.map((shape) => (shape.kind === "text" ? writeText(shape) : writeShape(shape)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONTS}">`,
    `<title>${escapeXml(scene.title)}</title>`,
    HATCH,
    `<rect width="${width}" height="${height}" fill="${PALETTE.ground}"/>`,
    ...body,
    "</svg>",
  ].join("\n");
}

/** Stripes of the bar's two tones: there the value may end, the source does not say where. */
const HATCH = `<defs><pattern id="hatch" width="16" height="16" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="16" height="16" fill="${PALETTE.ground}"/><rect width="8" height="16" fill="${PALETTE.soft}"/></pattern></defs>`;

function writeShape(shape: Exclude<Shape, TextShape>): string {
  switch (shape.kind) {
    case "rect":
      return `<rect x="${num(shape.x)}" y="${num(shape.y)}" width="${num(shape.width)}" height="${num(shape.height)}" rx="${num(shape.radius)}" fill="${shape.fill === "hatch" ? "url(#hatch)" : PALETTE[shape.fill]}"/>`;
    case "path":
      return `<path d="${shape.points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${num(x)} ${num(y)}`).join("")}" fill="none" stroke="${PALETTE[shape.stroke]}" stroke-width="${num(shape.width)}" stroke-linecap="round" stroke-linejoin="round"${shape.dashed ? ' stroke-dasharray="10 12"' : ""}/>`;
    case "dot":
      return shape.hollow
        ? `<circle cx="${num(shape.x)}" cy="${num(shape.y)}" r="${num(shape.radius)}" fill="${PALETTE.ground}" stroke="${PALETTE[shape.fill]}" stroke-width="5"/>`
        : `<circle cx="${num(shape.x)}" cy="${num(shape.y)}" r="${num(shape.radius)}" fill="${PALETTE[shape.fill]}"/>`;
    default:
      return shape satisfies never;
  }
}

function plainText({ x, y, text, size, weight, anchor, fill }: TextShape): string {
  const bold = weight === "bold" ? ' font-weight="700"' : "";
  return `<text x="${num(x)}" y="${num(y)}" font-size="${num(size)}"${bold} text-anchor="${anchor}" fill="${PALETTE[fill]}">${escapeXml(text)}</text>`;
}

/** Coordinates to a hundredth of a pixel, without trailing zeros: the same digits on every machine. */
export const num = (value: number): string => String(Math.round(value * 100) / 100 + 0);

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for XML: nothing in it can end its element; characters that XML forbids are dropped. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
