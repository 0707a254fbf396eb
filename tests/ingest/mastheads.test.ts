import { describe, expect, it } from "vitest";
import { importArticle } from "../../src/ingest/import-article.ts";
import { isColumnLabel, isInCapitals, readMasthead } from "../../src/ingest/mastheads.ts";

const read = (content: string) =>
  importArticle({ origin: "note.txt", name: "note.txt", bytes: Buffer.from(content) });

describe("readMasthead", () => {
  it.each([
    ["The Dale Gazette", "The Dale Gazette"],
    ["DALE & MOOR HERALD", "DALE & MOOR HERALD"],
    ["《白沙晚报》", "白沙晚报"],
    ["海崖新闻网", "海崖新闻网"],
  ])("%s", (line, name) => expect(readMasthead(line)).toBe(name));

  it.each([
    "Dale port has good news",
    "News",
    "Port workers read the Dale Gazette",
    "白沙日报记者走进口岸",
    "口岸的早晨",
  ])("reads no name in %s", (line) => expect(readMasthead(line)).toBeUndefined());

  it("tells capitals from running letters", () =>
    expect(["DALE POST", "Dale Post", "白沙日报"].map(isInCapitals)).toEqual([true, false, false]));
});

it.each([
  ["山海笔记 | 特写", true],
  ["深读｜口岸", true],
  ["新春走基层 | 雪线上的口岸和它的守夜人", false],
  ["口岸 | 出口120亿元", false],
  ["口岸的早晨", false],
])("tells a column's label from a title: %s", (line, is) => expect(isColumnLabel(line)).toBe(is));

const STORY =
  "清晨五点，雁坪口岸的货场已经亮起了灯，第一批蓝莓正等着过秤。今年前7个月，雁坪海关验放水果12.4万吨。";

it("takes the line below a column's label for the title, and reads paper, reporter and day from one line", () => {
  const { article, report } = read(
    `山海笔记 | 特写\n\n雁坪的蓝莓与验果的人\n\n山海周刊　记者 方晓岚　2023年8月14日\n\n${STORY}\n`,
  );
  expect(article.meta).toMatchObject({
    title: "雁坪的蓝莓与验果的人",
    publisher: "山海周刊",
    published: "2023-08-14",
  });
  expect(article.body).not.toMatch(/特写|方晓岚/);
  expect(report.dropped.map((line) => line.text)).toContain("山海笔记 | 特写");
});

it("keeps a column's label as the title where nothing else could be one", () => {
  expect(read(`山海笔记 | 特写\n\n2023年8月14日\n\n${STORY}\n`).article.meta.title).toBe("山海笔记 | 特写");
});

const ENGLISH =
  "MOORTON - Customs officers in Moorton cleared 1,204 wagons of timber in 2023, the office said on Friday, and most of it went by night.";

it("takes masthead and section bar off a pasted page and names the paper in running letters", () => {
  const { article } = read(
    `MOORTON CHRONICLE\nNews | Ports | Opinion | Sign in\n\nMoorton sends more timber by night\n\nBy Dana Ruiz\nThe Moorton Chronicle\nPublished: 4 March 2024\nShare: Facebook WhatsApp | 3 min read\n\n${ENGLISH}\n\nCorrection: an earlier version of this report gave the wrong day.\n`,
  );
  expect(article.meta).toMatchObject({
    title: "Moorton sends more timber by night",
    publisher: "The Moorton Chronicle",
    published: "2024-03-04",
  });
  expect(article.body.trim()).toBe(ENGLISH);
});

it("keeps a title that reads like a paper's name", () => {
  expect(read(`Moorton Timber News\n\n4 March 2024\n\n${ENGLISH}\n`).article.meta.title).toBe(
    "Moorton Timber News",
  );
});
