import { parentPort } from "node:worker_threads";
import type { PngReply, PngRequest } from "./png-messages.ts";
import { createRasteriser } from "./rasterise.ts";

const rasterise = createRasteriser();

parentPort?.on("message", ({ id, scene }: PngRequest) => {
  parentPort?.postMessage(reply(id, () => rasterise(scene)));
});

function reply(id: number, draw: () => Uint8Array): PngReply {
  try {
    return { id, png: draw() };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
