import { inflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { createChartRenderer } from "../../src/charts/renderer.ts";
import { BARS, FALLS, LINE, PARTS, SLOPE } from "./builders.ts";

const renderer = createChartRenderer();
afterAll(() => renderer.close());

const view = (png: Uint8Array): DataView => new DataView(png.buffer, png.byteOffset, png.byteLength);
const sizeOf = (png: Uint8Array) => ({ width: view(png).getUint32(16), height: view(png).getUint32(20) });

/** How many different bytes the picture's data have: a blank one has a handful. */
function variety(png: Uint8Array): number {
  const data: Uint8Array[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view(png).getUint32(at);
    if (Buffer.from(png.subarray(at + 4, at + 8)).toString("latin1") === "IDAT")
      data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return new Set(inflateSync(Buffer.concat(data))).size;
}

describe("createChartRenderer", () => {
  it.each([
    ["bars", BARS],
    ["line", LINE],
    ["slope", SLOPE],
    ["parts", PARTS],
  ])("draws %s as a PNG for a phone", async (_, spec) => {
    const png = await renderer.png(spec);
    const { width, height } = sizeOf(png);
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(width).toBe(1080);
    expect(height).toBeGreaterThan(400);
    expect(height).toBeLessThan(1600);
    expect(variety(png)).toBeGreaterThan(100);
  });

  it("draws the same content once and gives the same bytes", async () => {
    const first = renderer.png(BARS);
    expect(renderer.png(structuredClone(BARS))).toBe(first);
    const png = await first;
    expect(await renderer.png(structuredClone(BARS))).toBe(png);
    expect(await renderer.png({ ...BARS, title: "另一张" })).not.toEqual(png);
  });

  it("forgets the oldest picture beyond what it keeps, and draws it anew", async () => {
    const small = createChartRenderer({ keep: 1 });
    const first = await small.png(BARS);
    await small.png(FALLS);
    const again = await small.png(BARS);
    expect(again).not.toBe(first);
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    await small.close();
  });

  it("refuses what is under way when closed, and starts again when asked again", async () => {
    const closed = createChartRenderer();
    const drawing = closed.png(SLOPE);
    await Promise.all([expect(drawing).rejects.toThrow("closed"), closed.close()]);
    expect(sizeOf(await closed.png(SLOPE)).width).toBe(1080);
    await closed.close();
    await closed.close();
  });

  it("gives up a drawing that takes too long, without keeping the failure", async () => {
    const hasty = createChartRenderer({ timeout: 1 });
    await expect(hasty.png(LINE)).rejects.toMatchObject({
      name: "ChartError",
      title: LINE.title,
      message: "not drawn within 1 ms",
    });
    await expect(hasty.png(LINE)).rejects.toThrow("not drawn");
    await hasty.close();
  });
});
