import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import type { PngReply, PngRequest } from "./png-messages.ts";
import { createRasteriser } from "./rasterise.ts";

const rasterise = createRasteriser();
const collect = collector();

parentPort?.on("message", ({ id, scene }: PngRequest) => {
  parentPort?.postMessage(reply(id, () => rasterise(scene)));
  // Not before the next turn of the loop: collected in the same one as the message, the bitmaps stay (seen on Node 20.20).
  setImmediate(collect);
});

function reply(id: number, draw: () => Uint8Array): PngReply {
  try {
    return { id, png: draw() };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Collects garbage after each picture: resvg's bitmaps (4 MB each) are freed with their small JavaScript handles, and V8, which
 * sees only those, would let dozens pile up (80 pictures: 350 MB, with this 20 MB, see docs/design/0007-charts.md).
 */
function collector(): () => void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  return () => void (typeof gc === "function" && gc());
}
