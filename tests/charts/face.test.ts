import { readdirSync, readFileSync } from "node:fs";
import { simplecc } from "simplecc-wasm";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/charts/advances.ts";
import { openFace } from "../../src/charts/face.ts";
import { outlineWith } from "../../src/charts/outlines.ts";
import { parseSlices, sliceOf } from "../../src/charts/slices.ts";

const face = openFace();
const WEIGHTS = ["regular", "bold"] as const;

describe("openFace", () => {
  it.each(WEIGHTS)("has all signs that charts are written with, %s", (weight) => {
    const signs = "0123456789近约超亿万元≈><−×÷%—–“”‘’→·…（），；：、±°²～「」";
    for (const sign of signs) expect(face.glyph(sign, weight), sign).toBeDefined();
  });

  it.each(WEIGHTS)("is as wide as the layout's table says, %s", (weight) => {
    const table = [
      ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(0x20 + i)),
      ..."−—–£¥€°²³éü中，≈×→",
    ];
    for (const char of table)
      expect(widthOf(char, 1, weight), char).toBeCloseTo(face.glyph(char, weight)?.advance ?? 0, 2);
  });

  it("has the characters of the shipped articles in both scripts, or their Simplified forms", () => {
    const css = readFileSync(
      new URL("../../node_modules/noto-sans-sc/noto_sans_sc_regular/css.css", import.meta.url),
      "utf8",
    );
    const slices = parseSlices(css);
    const folder = new URL("../../knowledge/", import.meta.url);
    const texts = readdirSync(folder)
      .filter((f) => f.endsWith(".zh.md"))
      .map((f) => readFileSync(new URL(f, folder), "utf8"));
    const chars = new Set(texts.flatMap((text) => [...text, ...simplecc(text, "s2tw")]));
    const missing = [...chars].filter(
      (c) =>
        c > " " &&
        [c, simplecc(c, "t2s")].every((form) => sliceOf(slices, form.codePointAt(0) ?? 0) === undefined),
    );
    expect(missing).toEqual([]);
  });
});

describe("outlineWith", () => {
  const text = {
    kind: "text",
    x: 100,
    y: 50,
    size: 20,
    weight: "regular",
    anchor: "start",
    fill: "text",
  } as const;
  const write = outlineWith(face);

  it("draws no text, so that no font is needed", () => {
    const svg = write({ ...text, text: "海关<Customs>" });
    expect(svg).not.toContain("<text");
    expect(svg.match(/<path/g)).toHaveLength(11);
  });

  it.each([
    ["start", 100],
    ["middle", 80],
    ["end", 60],
  ] as const)("begins where the anchor %s says", (anchor, x) =>
    expect(write({ ...text, text: "海关", anchor })).toContain(`translate(${x} 50)`),
  );

  it("takes the Simplified form of a character that the face lacks, and a box where there is none", () => {
    expect(write({ ...text, text: "獼" })).toBe(write({ ...text, text: "猕" }));
    expect(write({ ...text, text: "\u{16a0}" })).toContain("M100 -60H900");
  });
});

describe("parseSlices", () => {
  const css = `@font-face { src: url(a.woff2) format('woff2'); unicode-range: U+20-7e, U+4E00; }
    @font-face { src: url("b.woff2") format("woff2"); unicode-range: U+4e01,U+4e8c-4e8d,nonsense; }`;
  it.each([
    [0x41, "a.woff2"],
    [0x4e00, "a.woff2"],
    [0x4e8d, "b.woff2"],
    [0x4e02, undefined],
  ])("U+%s is in %s", (code, file) => expect(sliceOf(parseSlices(css), code)?.file).toBe(file));
});
