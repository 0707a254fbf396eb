import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/charts/advances.ts";
import { drawScene, drawSvg } from "../../src/charts/draw.ts";
import type { ChartSpec, Datum } from "../../src/charts/spec.ts";
import { escapeXml } from "../../src/charts/svg.ts";
import { BARS, FALLS, LINE, PART_OF_WHOLE, PARTS, SLOPE } from "./builders.ts";

const SPECS = {
  bars: BARS,
  falls: FALLS,
  line: LINE,
  slope: SLOPE,
  parts: PARTS,
  "part-of-whole": PART_OF_WHOLE,
} as const;

describe("drawSvg", () => {
  it.each(Object.entries(SPECS))("draws %s as before", async (name, spec) => {
    await expect(drawSvg(spec)).toMatchFileSnapshot(`./pictures/${name}.svg`);
  });

  it("escapes labels, titles and sources", () => {
    const hostile = `</text><script>alert("1")</script>&'`;
    const svg = drawSvg({
      ...BARS,
      title: hostile,
      subtitle: hostile,
      source: hostile,
      data: BARS.data.map((d) => ({ ...d, label: hostile, shown: hostile })),
    });
    expect(svg).not.toContain("<script");
    expect(svg.match(/<text /g)?.length).toBe(svg.match(/<\/text>/g)?.length);
    expect(svg.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
  });
});

describe("escapeXml", () => {
  it.each([
    [`<a href="b">'&'</a>`, "&lt;a href=&quot;b&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"],
    ["a\u0000b\u001fc\ufffed\ud800e", "abcde"],
    ["𠮷😀", "𠮷😀"],
  ])("%s", (text, escaped) => expect(escapeXml(text)).toBe(escaped));
});

describe("drawScene", () => {
  const label = fc.string({ unit: fc.constantFrom(..."海关进出口 exports,。（%１２3𠮷😀"), maxLength: 80 });
  const datum: fc.Arbitrary<Datum> = fc
    .record({
      label,
      value: fc.double({ min: -1e14, max: 1e14, noNaN: true }),
      high: fc.constant(0),
      shown: fc.string({
        unit: fc.constantFrom(..."近1234.5万亿元trillion yuan"),
        minLength: 1,
        maxLength: 30,
      }),
      certainty: fc.constantFrom("exact", "about", "over", "under", "range"),
    })
    .map((d) => ({ ...d, high: d.value }) as Datum);
  const spec: fc.Arbitrary<ChartSpec> = fc.oneof(
    fc
      .record({ data: fc.array(datum, { minLength: 2, maxLength: 8 }), title: label })
      .map((r): ChartSpec => ({ ...BARS, ...r })),
    fc
      .record({
        points: fc
          .array(datum, { minLength: 3, maxLength: 24 })
          .map((ds) => ds.map((d, i) => ({ ...d, label: `${2000 + i}年`, at: 2000.5 + i }))),
        title: label,
      })
      .map((r): ChartSpec => ({ ...LINE, ...r })),
    fc
      .record({
        shares: fc.array(
          datum.map((d) => ({ ...d, value: Math.abs(d.value) / 1e14, high: Math.abs(d.value) / 1e14 })),
          { minLength: 1, maxLength: 8 },
        ),
      })
      .map((r): ChartSpec => ({ ...PARTS, ...r })),
    fc.tuple(datum, datum).map(
      ([before, after]): ChartSpec => ({
        ...SLOPE,
        before: { ...before, value: Math.abs(before.value), high: Math.abs(before.value) },
        after: { ...after, value: Math.abs(after.value), high: Math.abs(after.value) },
      }),
    ),
  );

  it("keeps everything inside the picture, with whole numbers of a width", () => {
    fc.assert(
      fc.property(spec, (chart) => {
        const { width, height, shapes } = drawScene(chart);
        for (const shape of shapes) {
          if (shape.kind === "rect") {
            expect(shape.x).toBeGreaterThanOrEqual(0);
            expect(shape.width).toBeGreaterThanOrEqual(0);
            expect(shape.x + shape.width).toBeLessThanOrEqual(width);
            expect(shape.y + shape.height).toBeLessThanOrEqual(height);
          } else if (shape.kind === "text" && chart.kind !== "line" && chart.kind !== "slope") {
            const wide = widthOf(shape.text, shape.size, shape.weight);
            const left = shape.x - { start: 0, middle: wide / 2, end: wide }[shape.anchor];
            expect(left).toBeGreaterThanOrEqual(0);
            expect(left + wide).toBeLessThanOrEqual(width);
          } else if (shape.kind === "path") {
            for (const [x, y] of shape.points)
              expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  it("never cuts a value, however long", () => {
    const shown = "每一百辆中有四十辆左右（按第一种统计口径计算的结果），".repeat(2);
    const texts = drawScene({ ...BARS, data: BARS.data.map((d) => ({ ...d, shown })) }).shapes.flatMap((s) =>
      s.kind === "text" ? [s.text] : [],
    );
    expect(texts.join("")).toContain(shown);
  });

  it("draws bars from zero: lengths are to each other as the values are", () => {
    const { shapes } = drawScene({
      ...BARS,
      data: BARS.data
        .filter((d) => d.certainty === "exact")
        .flatMap((d) => [d, { ...d, value: d.value / 4, high: d.high / 4 }]),
    });
    const [a, b] = shapes.flatMap((s) => (s.kind === "rect" && s.fill !== "panel" ? [s.width] : []));
    expect((a ?? 0) / (b ?? 1)).toBeCloseTo(4, 6);
  });

  it("explains its marks only where there are some", () => {
    const texts = (chart: ChartSpec): string => JSON.stringify(drawScene(chart).shapes);
    expect(texts(BARS)).toContain("斜纹");
    expect(texts(PART_OF_WHOLE)).not.toContain("斜纹");
    expect(texts(LINE)).toContain("虚线");
    expect(texts({ ...LINE, points: LINE.points.slice(0, 3) })).not.toContain("虚线");
    expect(
      texts({ ...LINE, points: LINE.points.map((p, i) => ({ ...p, value: 100 + i, high: 100 + i })) }),
    ).toContain("不从零开始");
  });
});
