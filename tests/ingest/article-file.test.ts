import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { printArticle, writeArticle } from "../../src/ingest/article-file.ts";
import type { ImportedArticle } from "../../src/ingest/import-article.ts";
import { parseArticle } from "../../src/knowledge/load.ts";

const dir = mkdtempSync(join(tmpdir(), "article-"));
afterAll(() => rmSync(dir, { recursive: true }));

const article: ImportedArticle = {
  meta: {
    id: "a-1",
    lang: "zh",
    kind: "original",
    title: 'He said: "yes" — # 1, 是的：！ ---',
    publisher: "null",
    published: "2021",
    covers: { from: "2020", to: "2020-12" },
    speakers: [{ name: "任小满", role: "关长" }],
  },
  body: "## 一\n\n正文。\n\n---\n\n| 年 | 量 |\n| --- | --- |\n| 2020 | 5 |\n",
};

it("prints what the library reads back unchanged, years as text", () => {
  const read = parseArticle(printArticle(article), "f");
  expect(read).toEqual({ article: { ...article.meta, body: `\n${article.body}`, file: "f" } });
});

it("writes whole files under their id and language, over earlier ones, and nothing else", async () => {
  const path = await writeArticle(join(dir, "deep", "local"), article);
  await writeArticle(join(dir, "deep", "local"), { ...article, body: "新。\n" });
  expect(path).toBe(join(dir, "deep", "local", "a-1.zh.md"));
  expect(readdirSync(join(dir, "deep", "local"))).toEqual(["a-1.zh.md"]);
  expect(readFileSync(path, "utf8")).toMatch(/---\n\n新。\n$/);
});

it("survives many writers at once", async () => {
  const bodies = Array.from({ length: 12 }, (_, i) => `第${i}版。\n`.repeat(2000));
  await Promise.all(bodies.map((body) => writeArticle(dir, { ...article, body })));
  const written = readFileSync(join(dir, "a-1.zh.md"), "utf8");
  expect(bodies.some((body) => written === printArticle({ ...article, body }))).toBe(true);
  expect(readdirSync(dir).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});
