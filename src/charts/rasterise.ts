import { Resvg } from "@resvg/resvg-js";
import { type Face, openFace } from "./face.ts";
import { outlineWith } from "./outlines.ts";
import type { Scene } from "./scene.ts";
import { writeSvg } from "./svg.ts";

/** Draws scenes as PNG with the installed face, which it opens at the first one. Takes about 50 ms of one core: not for the event loop. */
export function createRasteriser(open: () => Face = openFace): (scene: Scene) => Uint8Array {
  let face: Face | undefined;
  return (scene) => {
    face ??= open();
    const svg = writeSvg(scene, outlineWith(face));
    // All text is outlines: without fonts resvg neither searches the system for some nor depends on what is there.
    return new Resvg(svg, { font: { loadSystemFonts: false }, background: "#ffffff" }).render().asPng();
  };
}
