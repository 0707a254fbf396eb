import { describe, expect, it } from "vitest";
import { importArticle } from "../../src/ingest/import-article.ts";
import {
  inRunningLetters,
  isColumnLabel,
  isInCapitals,
  isKicker,
  readMasthead,
  readSignature,
} from "../../src/ingest/mastheads.ts";

const read = (content: string) =>
  importArticle({ origin: "note.txt", name: "note.txt", bytes: Buffer.from(content) });

describe("readMasthead", () => {
  it.each([
    ["The Dale Gazette", "The Dale Gazette"],
    ["DALE & MOOR HERALD", "DALE & MOOR HERALD"],
    ["《白沙晚报》", "白沙晚报"],
    ["海崖新闻网", "海崖新闻网"],
    ["海崖法治报", "海崖法治报"],
    ["MOOR & DALE LEDGER", "MOOR & DALE LEDGER"],
    ["THE MOORTON STANDARD", "THE MOORTON STANDARD"],
  ])("%s", (line, name) => expect(readMasthead(line)).toBe(name));

  it.each([
    "Dale port has good news",
    "News",
    "Port workers read the Dale Gazette",
    "白沙日报记者走进口岸",
    "口岸的早晨",
    "BUSINESS NEWS",
    "MOORTON PORT SETS RECORD",
    "外贸统计快报",
  ])("reads no name in %s", (line) => expect(readMasthead(line)).toBeUndefined());

  it("tells capitals from running letters", () =>
    expect(["DALE POST", "Dale Post", "白沙日报"].map(isInCapitals)).toEqual([true, false, false]));
});

it.each([
  ["DALE POST", ["More from the Dale Post", "Dale Post. All rights reserved"], "Dale Post"],
  ["DALE POST", ["Dale Post", "The Dale Post"], "The Dale Post"],
  ["THE DALE POST", ["THE DALE POST LTD", "the dale postman"], "THE DALE POST"],
  ["白沙日报", ["白沙日报社"], "白沙日报"],
])("%s beside %j is %s", (name, lines, spelled) => expect(inRunningLetters(name, lines)).toBe(spelled));

it.each([
  ["（白沙晚报）", "白沙晚报"],
  ["(The Dale Gazette)", "The Dale Gazette"],
  ["（本报记者）", undefined],
  ["白沙晚报", undefined],
])("%s below a text is signed by %s", (line, name) => expect(readSignature(line)).toBe(name));

it.each([
  ["FOOD SAFETY", "Moorton tests more fish", true],
  ["FOOD & FARMS", "Moorton tests more fish", true],
  ["THE LAST FERRY", "Two villages wait for a boat", false],
  ["MOORTON OPENS A BERTH", "Trucks wait less than an hour", false],
  ["PORT STRIKE", "OVER AT LAST", false],
])("%s over %s names a section: %s", (line, next, is) => expect(isKicker(line, next)).toBe(is));

it.each([
  ["山海笔记 | 特写", true],
  ["白沙新闻 · 法治", true],
  ["要闻 | 经济", true],
  ["白沙晚报 > 经济 > 外贸", true],
  ["第03版：要闻", true],
  ["A05 经济", true],
  ["Trade / Food safety", true],
  ["海关·我的家", false],
  ["走基层·雪线上的口岸", false],
  ["Moorton reopens its eastern gate / Trucks wait less", false],
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

/** Pages of several makes: what stands above and below the text, which begins at {}. */
const LAYOUTS = [
  {
    page: "MOORTON LEDGER\nVol. 8 No. 41 | Monday, 4 March 2024\n\nPORTS & RAIL\n\nNight wagons take half of Moorton’s timber\n\nBy Dana Ruiz, Staff Reporter\n\n{}\n\nMore from the Moorton Ledger\nFerry timetable for spring",
    title: "Night wagons take half of Moorton’s timber",
    publisher: "Moorton Ledger",
    published: "2024-03-04",
  },
  {
    page: "THE MOORTON STANDARD\nHome > Trade > Timber\n\nMoorton sends timber by night: fewer trucks, more trains\nDana Ruiz | The Moorton Standard | 4 March 2024 | 3 min read\n\n{}",
    title: "Moorton sends timber by night: fewer trucks, more trains",
    publisher: "The Moorton Standard",
    published: "2024-03-04",
  },
  {
    page: "雁坪新闻 · 法治\n\n三年截获假冒蓝莓箱两万只 雁坪海关管住一张标签\n\n2023年08月14日 来源：雁坪晚报 记者 云晓岚 通讯员 闻知秋\n\n{}\n\n（雁坪晚报）",
    title: "三年截获假冒蓝莓箱两万只 雁坪海关管住一张标签",
    publisher: "雁坪晚报",
    published: "2023-08-14",
  },
  {
    page: "要闻 | 经济\n雁坪蓝莓出山记\n发布于：2023-08-14 07:35 雁坪新闻网\n本报记者 方晓岚 实习生 何小雨 摄影 陆青\n\n{}\n\n雁坪报社 社址：雁坪市河沿路9号 邮编：000000 零售每份2元",
    title: "雁坪蓝莓出山记",
    publisher: "雁坪新闻网",
    published: "2023-08-14",
  },
  {
    page: "雁坪法治报\n2023年8月14日 星期一 第05版：法治\n\n蓝莓箱上的假标签\n\n记者 方晓岚 编辑 陆青\n\n{}",
    title: "蓝莓箱上的假标签",
    publisher: "雁坪法治报",
    published: "2023-08-14",
  },
] as const;

it.each(LAYOUTS)("reads the page of “$title”", ({ page, title, publisher, published }) => {
  const body = /^[A-Z]/.test(page) ? ENGLISH : STORY;
  const { article } = read(page.replace("{}", body));
  expect(article.meta).toMatchObject({ title, publisher, published });
  expect(article.body.trim()).toBe(body);
});
