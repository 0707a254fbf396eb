import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { extractFigures } from "../../src/figures/extract.ts";
import type { Article } from "../../src/knowledge/article.ts";
import { parseArticle } from "../../src/knowledge/load.ts";
import { splitBlocks, splitPassages } from "../../src/knowledge/passages.ts";

/** The files of the repository alone: what was imported beside them is no part of it. */
const articles = readdirSync("knowledge")
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((name) => {
    const result = parseArticle(readFileSync(`knowledge/${name}`, "utf8"), name);
    if ("problems" in result) throw new Error(JSON.stringify(result.problems));
    return result.article;
  });
const names = articles.map((a) => [`${a.id}.${a.lang}`, a] as const);
const ids = [...new Set(articles.map((a) => a.id))];
const sideOf = (id: string, lang: "zh" | "en"): Article => {
  const found = articles.find((a) => a.id === id && a.lang === lang);
  if (!found) throw new Error(`${id} has no ${lang} file`);
  return found;
};
const headingLevels = (body: string): string[] => body.match(/^#{1,6}(?=\s)/gm) ?? [];
/** Number of paragraphs under each heading, in order. */
const shapeOf = (body: string): number[] => {
  const shape: number[] = [];
  let section = "";
  for (const block of splitBlocks(body)) {
    const own = block.headings.join("\n");
    if (own !== section || shape.length === 0) shape.push(0);
    section = own;
    shape[shape.length - 1] = (shape.at(-1) ?? 0) + 1;
  }
  return shape;
};

describe.each(names)("the shipped article %s", (name, article) => {
  let figures: ReturnType<typeof extractFigures>;
  beforeAll(() => {
    figures = extractFigures(article.body, {
      lang: article.lang,
      published: article.published,
      title: article.title,
      ...(article.covers ? { covers: article.covers } : {}),
    });
  });

  it("is a digest in a file of its name, with what a source line needs", () => {
    expect(article).toMatchObject({
      kind: "digest",
      file: `${name}.md`,
      covers: { from: expect.any(String), to: expect.any(String) },
    });
  });

  it("has headings and whole paragraphs only: no lists, tables, bold or links", () => {
    expect(article.body).not.toMatch(/^\s*(?:[-*+]|\d+\.)\s|\*\*|\]\(|^\s*\|/m);
    const ends = splitBlocks(article.body).map((b) => article.body.slice(b.start, b.end).at(-1));
    expect(ends.filter((end) => !'。！？”.?!"'.includes(end ?? ""))).toEqual([]);
  });

  it("is in the language that it says, in Simplified characters where Chinese", () => {
    const han = article.body.match(/\p{Script=Han}/gu)?.length ?? 0;
    const latin = article.body.match(/[a-z]/gi)?.length ?? 0;
    if (article.lang === "zh") expect(han).toBeGreaterThan(latin * 4);
    else expect(latin).toBeGreaterThan(han * 4);
  });

  it("gives passages that are slices of its body", () => {
    for (const p of splitPassages(article)) expect(article.body.slice(p.start, p.end)).toBe(p.text);
  });

  it("gives figures whose every span stands word for word in it", () => {
    expect(figures.length).toBeGreaterThan(20);
    for (const [i, f] of figures.entries()) {
      expect(article.body.slice(f.start, f.end)).toBe(f.text);
      for (const [start, end] of [f.num, f.display, f.clause, f.sentence, ...f.metricSpans]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(article.body.length);
      }
      expect(f.num[0]).toBeGreaterThanOrEqual(f.start);
      expect(f.num[1]).toBeLessThanOrEqual(f.end);
      expect(f.start).toBeGreaterThanOrEqual(f.sentence[0]);
      expect(f.end).toBeLessThanOrEqual(f.sentence[1]);
      expect(f.start).toBeGreaterThanOrEqual(figures[i - 1]?.start ?? 0);
    }
  });
});

describe.each(ids)("the two languages of %s", (id) => {
  it("have the same headings and as many paragraphs under each", () => {
    const [zh, en] = [sideOf(id, "zh"), sideOf(id, "en")];
    expect(headingLevels(en.body)).toEqual(headingLevels(zh.body));
    expect(shapeOf(en.body)).toEqual(shapeOf(zh.body));
  });

  it("agree on where and when they were published and what they cover", () => {
    const [zh, en] = [sideOf(id, "zh"), sideOf(id, "en")];
    for (const field of ["published", "covers", "url", "kind"] as const) expect(en[field]).toEqual(zh[field]);
    expect(en.speakers?.length).toBe(zh.speakers?.length);
  });
});

it("ships each article in both languages", () => {
  expect(names.map(([name]) => name).sort()).toEqual(ids.flatMap((id) => [`${id}.en`, `${id}.zh`]).sort());
});
