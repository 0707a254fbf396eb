import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ingest } from "../../src/ingest/ingest.ts";
import type { ImportReport } from "../../src/ingest/report.ts";
import type { Article } from "../../src/knowledge/article.ts";
import { loadArticles } from "../../src/knowledge/load.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const SHARED = join(ROOT, "..", "shared");
const PACK = join(SHARED, "eval", "new-articles");
const RAW = join(SHARED, "articles");
const hasShared = existsSync(PACK) && existsSync(RAW);

const tableSchema = z.object({ caption: z.string(), head: z.array(z.string()), rows: z.number() });
const expectedSchema = z.record(
  z.string(),
  z.object({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    publisherAlso: z.array(z.string()).default([]),
    published: z.string(),
    lang: z.enum(["zh", "en"]),
    encoding: z.string(),
    drop: z.array(z.string()),
    keep: z.array(z.string()),
    figures: z.array(z.string()),
    tables: z.array(tableSchema).default([]),
  }),
);

/** White space and Markdown marks aside. */
const bare = (text: string): string => text.replace(/[\s#|*]+/g, "").replace(/-{3,}/g, "");

let dir = "";
const articles = new Map<string, Article>();
const reports = new Map<string, ImportReport>();

beforeAll(async () => {
  if (!hasShared) return;
  dir = await mkdtemp(join(tmpdir(), "ingest-"));
  const packs = readdirSync(PACK).filter((name) => /^pack-/.test(name));
  const raws = readdirSync(RAW).filter((name) => name.endsWith(".txt"));
  const sources = [...packs.map((name) => join(PACK, name)), ...raws.map((name) => join(RAW, name))];
  for await (const result of ingest(sources, { dir, libraries: [join(ROOT, "knowledge")], options: {} })) {
    if (!result.ok) throw new Error(result.error);
    reports.set(result.report.id, result.report);
  }
  for (const article of loadArticles(dir)) articles.set(article.id, article);
});
afterAll(async () => {
  if (dir !== "") await rm(dir, { recursive: true });
});

describe.skipIf(!hasShared)("the new articles", () => {
  const expected = hasShared
    ? expectedSchema.parse(JSON.parse(readFileSync(join(PACK, "expected.json"), "utf8")))
    : {};

  it.each(Object.entries(expected))("%s comes out as expected", (_, want) => {
    const article = articles.get(want.id);
    if (!article) throw new Error(`${want.id} was not imported`);
    expect(article).toMatchObject({
      id: want.id,
      title: want.title,
      published: want.published,
      lang: want.lang,
    });
    expect([want.publisher, ...want.publisherAlso]).toContain(article.publisher);
    expect(reports.get(want.id)?.encoding).toBe(want.encoding);
    const body = bare(article.body);
    for (const line of want.drop) expect(body).not.toContain(bare(line));
    for (const sentence of want.keep) expect(body).toContain(bare(sentence));
    for (const table of want.tables) {
      expect(article.body).toContain(`${table.caption}\n\n| ${table.head.join(" | ")} |\n`);
      expect(reports.get(want.id)?.tables).toEqual([
        { head: `| ${table.head.join(" | ")} |`, rows: table.rows },
      ]);
    }
  });

  it.each(Object.entries(expected))("%s keeps every figure in its order", (_, want) => {
    const body = (articles.get(want.id)?.body ?? "").replace(/\s+/g, " ");
    let from = 0;
    for (const figure of want.figures) {
      const at = body.indexOf(figure, from);
      expect(at, `${figure} behind ${body.slice(Math.max(0, from - 20), from)}`).toBeGreaterThanOrEqual(from);
      from = at + figure.length;
    }
  });
});

describe.skipIf(!hasShared)("the five articles", () => {
  const stated = [
    ["2020-report-card", "中国海关交出2020年成绩单 发挥职能作用 服务开放大局", "人民日报", "2021-02-01"],
    ["2024-quality-growth", "守国门、促发展——海关总署介绍高质量发展新成效", "土饭碗", "2024-07-31"],
    ["2025-shisiwu-cinn", "守国门促发展 “十四五”海关现代化迈上新台阶", "中国工业新闻网", "2025-08-25"],
  ] as const;

  it.each(stated)("%s has its title, publisher and date", (id, title, publisher, published) => {
    expect(articles.get(id)).toMatchObject({ title, publisher, published, lang: "zh", kind: "original" });
  });

  it("names the paper of the reporter, and the day of the event", () => {
    expect(articles.get("2025-shisiwu-nbd")).toMatchObject({
      publisher: "每日经济新闻",
      published: "2025-08-25",
    });
    expect(articles.get("2023-ftz-decade")?.title).toMatch(/^海关推动.{10,16}——创新监管制度 优化营商环境（/);
    expect(articles.get("2023-ftz-decade")?.published).toMatch(/^2023/);
  });

  it("rejoins each sentence that the columns cut, and leaves none open", () => {
    const body = articles.get("2020-report-card")?.body ?? "";
    const whole = [
      "进口冷链食品外包装1",
      "2017年分别压缩64",
      "开放高质量发展",
      "防控网,打造",
      "产业链供应链",
      "扩大至全部",
      "等措施,",
      "货物一次通关",
    ];
    for (const run of whole) expect(body).toContain(run);
    expect(reports.get("2020-report-card")?.joined).toHaveLength(whole.length);
    expect([...reports.values()].flatMap((report) => report.unfinished)).toEqual([]);
  });

  it("keeps no by-line, caption, share bar or comment line", () => {
    const drop =
      /分享到|来源[:：]|发表时间|编辑:|作者:|人参与|沙发|热门文章|图[①②③]|版式|记者周逸斐|^(?:丁晓利|马强|孙霞云)$|首页/m;
    for (const article of articles.values())
      if (!article.id.startsWith("pack")) expect(article.body.match(drop), article.id).toBeNull();
  });

  it("loses no character of the running text", () => {
    for (const name of readdirSync(RAW).filter((it) => it.endsWith(".txt"))) {
      const id = name.replace(/\.txt$/, "");
      const body = bare(articles.get(id)?.body ?? "");
      for (const line of readFileSync(join(RAW, name), "utf8").split("\n")) {
        if (line.trim().length > 60) expect(body).toContain(bare(line));
      }
    }
  });
});
