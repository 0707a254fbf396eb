import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractFigures } from "../../src/figures/extract.ts";
import { contextOfRaw, contextOfYaml, splitFrontMatter } from "../../src/figures/file-context.ts";

const words = fc.constantFrom(
  ..."2023年 1—8月 去年 其中, 出口 进出口总值 同比 分别 增长 由 至 第 三 两 1.2 1,234 万 亿 元 % 个百分点 倍 成 家 国家 、 和 , 。 ； \n ## | 近 多 以上 占 的 “ ” ( ) 每 有 一 百 A1 - ~ 海口海关 比2020年".split(
    " ",
  ),
);
const texts = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(""));

describe("extractFigures", () => {
  it("gives spans that are slices of the text, in order, each figure inside its sentence and relation inside the list", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const figures = extractFigures(text, { lang: "zh", published: "2024-05-01" });
        for (const [i, f] of figures.entries()) {
          expect(text.slice(f.start, f.end)).toBe(f.text);
          expect(f.num[0]).toBeGreaterThanOrEqual(f.start);
          expect(f.num[1]).toBeLessThanOrEqual(f.end);
          expect(f.display[0]).toBeLessThanOrEqual(f.start);
          expect(f.start).toBeGreaterThanOrEqual(figures[i - 1]?.start ?? 0);
          expect(Number.isFinite([f.value].flat()[0])).toBe(true);
          for (const [from, to] of f.metricSpans)
            expect(0 <= from && from < to && to <= text.length).toBe(true);
          if (f.of !== null) expect(figures[f.of.index]).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is the same wherever the paragraph stands", () => {
    const paragraph = "2023年,出口3亿元,增长5%。";
    const alone = extractFigures(paragraph, { lang: "zh" });
    const below = extractFigures(`一段话。\n\n${paragraph}`, { lang: "zh" });
    expect(below.map((f) => [f.text, f.start - 6, f.metric])).toEqual(
      alone.map((f) => [f.text, f.start, f.metric]),
    );
  });

  it("takes no figures from headings", () => {
    expect(extractFigures("## 外贸突破2000亿元\n\n外贸规模首次突破2000亿元\n", { lang: "zh" })).toEqual([]);
  });

  // Ten times the longest paragraph of an article; quadratic patterns took seconds of these.
  it.each(["一", "1", "1,", "每1", "的", "占", "、", "由", "比增长", "“", "(", "-", "a1-", "年", "月1"])(
    "reads a long run of %j in time that grows with its length",
    (piece) => {
      const seconds = (length: number): number => {
        const text = `出口${piece.repeat(length / piece.length)}`;
        const start = process.cpuUsage();
        extractFigures(text, { lang: "zh" });
        return process.cpuUsage(start).user / 1e6;
      };
      seconds(2000);
      expect(seconds(8000)).toBeLessThan(1.5);
    },
  );
});

describe("the shipped digests", () => {
  const folder = new URL("../../knowledge/", import.meta.url);
  const files = readdirSync(folder).filter((f) => f.endsWith(".zh.md"));

  it.each(files)("%s: every figure has a metric and its article's year in reach", (file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const { bodyStart } = splitFrontMatter(text);
    const published = /published: "?(\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? "2025-01-01";
    const figures = extractFigures(text.slice(bodyStart), { lang: "zh", published });
    expect(figures.length).toBeGreaterThan(20);
    expect(figures.filter((f) => f.metric.trim() === "").map((f) => f.text)).toEqual([]);
  });
});

describe("contextOfRaw", () => {
  it("finds a dateline and the title", () => {
    const text = "首页 > 要闻 > 正文\n\n外贸稳中有进\n\n2023-01-19 08:12　来源：某日报\n\n今天发布消息。";
    expect(contextOfRaw(text, "a.txt")).toEqual({
      lang: "zh",
      published: "2023-01-19",
      title: "外贸稳中有进",
    });
  });

  it("falls back on the file's year, moved on to a later day in the text", () => {
    expect(
      contextOfRaw("标题\n\n2021年1月14日,总署发布2020年成绩单,内容很多。", "2020-report.txt").published,
    ).toBe("2021-01");
  });
});

it("reads front matter with numbers for years", () => {
  expect(
    contextOfYaml({ lang: "zh", title: "标题", published: 2020, covers: { from: "2020", to: 2020 } }, ""),
  ).toEqual({
    lang: "zh",
    title: "标题",
    published: "2020",
    covers: { from: "2020", to: "2020" },
  });
});

const article = new URL("../../../shared/articles/2024-quality-growth.txt", import.meta.url);
const gold = new URL("../../../shared/eval/figures-gold-sample.jsonl", import.meta.url);

describe.skipIf(!existsSync(article) || !existsSync(gold))("the sample article", () => {
  it("has every gold number, value and unit, and nothing else", () => {
    const text = readFileSync(article, "utf8");
    const found = extractFigures(text, contextOfRaw(text, "2024-quality-growth.txt"));
    const wanted = readFileSync(gold, "utf8")
      .trim()
      .split("\n")
      .map((l) => JSON.parse(l) as { value: number; unit: string });
    expect(found.map((f) => [f.value, f.unit])).toEqual(wanted.map((g) => [g.value, g.unit]));
  });
});
