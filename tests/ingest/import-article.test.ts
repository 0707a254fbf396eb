import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticle } from "../../src/ingest/import-article.ts";
import { IngestError } from "../../src/ingest/ingest-error.ts";
import type { Source } from "../../src/ingest/source.ts";
import { articleMetaSchema } from "../../src/knowledge/article.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const source = (file: string): Source => ({
  origin: file,
  name: basename(file),
  bytes: readFileSync(join(FIXTURES, file)),
});
const text = (content: string, name = "note.txt"): Source => ({
  origin: name,
  name,
  bytes: Buffer.from(content),
});

interface Case {
  readonly file: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly encoding?: string;
  readonly lang?: string;
  readonly headings?: readonly string[];
  readonly keep: readonly string[];
  readonly drop: readonly string[];
}

/** Sources as people save them; all wording is invented. */
const CASES: readonly Case[] = [
  {
    file: "office-page.html",
    title: "云汀海关一季度验放水果3.4万吨",
    publisher: "云汀海关办公室",
    published: "2024-04-18",
    encoding: "gb18030",
    headings: ["水果之外"],
    keep: [
      "货值4.1亿元，同比分别增长18.2%和21.7%。",
      "验放冰鲜水产品1,260吨",
      "| 品类 | 一季度 重量（吨） | 一季度 同比（%） |",
      "| 山竹 | 6,450 | -3.8 |",
    ],
    drop: ["当前位置", "浏览次数", "打印本页", "备案号", "信息公开"],
  },
  {
    file: "paper-page.html",
    title: "桐川港来了“早班船”",
    publisher: "白沙日报",
    published: "2022-09-08",
    keep: ["已经往返38趟，运送集装箱9120标箱。"],
    drop: ["任小满", "返回目录", "不得转载", "图为", "第 03 版"],
  },
  {
    file: "weekly-post.html",
    title: "Night trains carry a third of Orrin’s exports",
    publisher: "Harbour Weekly",
    published: "2025-03-07",
    lang: "en",
    headings: ["Paper at dusk"],
    keep: [
      "1,240 night trains in 2024, up 18 percent from a year before, its",
      "Timber came second, at 22 percent.",
      "| 2023 | 1,051 |",
    ],
    drop: ["Dana Ruiz", "Share this", "52 wagons", "Ferry fares", "railfan88", "All rights", "newsletter"],
  },
  {
    file: "plain-divs.html",
    title: "鹿鸣口岸上半年货运量增长一成半",
    publisher: "山海网－山海日报",
    published: "2024-07-15",
    keep: ["日均通行货车由去年的610辆增加到742辆。"],
    drop: ["国际", "孟祥瑞摄", "责编", "票价上调8%", "羊绒", "排3公里", "生意还少了三成", "汇率"],
  },
  {
    file: "account-post.html",
    title: "云岭海关：这份年中答卷请查收",
    publisher: "云岭海关发布",
    published: "2024-07-16",
    headings: ["01 通关快了", "02 企业笑了"],
    keep: ["上半年，云岭海关监管进出境货物415.7万吨，同比增长9.3%。", "办理属地查检3,420批"],
    drop: ["蓝字", "查检现场", "供稿", "二维码", "在看", "扫一扫"],
  },
  {
    file: "brief.html",
    title: "海陵港昨日恢复靠泊",
    publisher: "海陵在线",
    published: "2023-10-09",
    keep: ["首艘货轮载有集装箱312标箱。"],
    drop: ["涨3%", "热点新闻", "07:30"],
  },
  {
    file: "interview.html",
    title: "白溪关区上月验放鲜花2100万枝",
    publisher: "白溪新闻",
    published: "2024-03-02",
    keep: [
      "2月，白溪关区验放出口鲜花2100万枝",
      "问：旺季人手够不够？",
      "答：够。",
      "| 货值 | 5300万元 |",
      "白溪海关官网可查询更多信息。",
    ],
    drop: ["花农正在装箱", "许知远"],
  },
  {
    file: "breaks.html",
    title: "长滩关查获一批走私电子烟",
    publisher: "长滩晨报",
    published: "2022-12-20",
    keep: ["该关已查获同类案件11起，比去年全年多出4起。"],
    drop: ["林夕", "原标题", "免责声明", "2311"],
  },
  {
    file: "big5.html",
    title: "東港關務處上月查獲走私菸品",
    publisher: "濱海新聞網",
    published: "2023-08-09",
    encoding: "big5",
    keep: ["上半年共攔截違規包裹1.3萬件，較去年同期增加兩成。"],
    drop: ["首頁", "何青", "港區新橋", "林小春"],
  },
  {
    file: "briefing.txt",
    title: "怎样看待前三季度的外贸？这场发布会说清楚了",
    publisher: "国门观察",
    published: "2023-10-16",
    headings: ["出口稳", "进口降"],
    keep: ["出口1.07万亿元，增长4.1%", "单位：亿元", "| 西部 | 4490 | 3211 |"],
    drop: ["新闻中心", "沈阔", "点击进入", "分享到", "港口吞吐量创新高"],
  },
  {
    file: "grain.txt",
    title: "Brightwater port handles record grain in first half of 2024",
    publisher: "Brightwater Herald",
    published: "2024-07-09",
    lang: "en",
    headings: ["Faster trucks"],
    keep: ['"and the drivers have stopped complaining about it".'],
    drop: ["HOME", "K. Moss", "barley soup", "cheaper diesel", "bread", "Facebook"],
  },
  {
    file: "harbour.md",
    title: "潮安口岸八月数据出炉",
    publisher: "潮安发布",
    published: "2024-09-05",
    headings: ["九月安排"],
    keep: [
      "货物：验放进出口货物86.2万吨，同比增长6.1%。",
      "潮安边检站负责人说。",
      "九月起延长通关时间到晚上10点。",
    ],
    drop: ["正文", "小周", "口岸大厅", "七月数据", "**", "](", "===", "> "],
  },
  {
    file: "front-matter.md",
    title: "松原口岸试行无纸通关",
    publisher: "松原新报",
    published: "2024-02-29",
    keep: [
      "首月有1,180票货物不交纸质单证，占总票数的六成。",
      "关员说，纸少了，错也少了。",
      "| 2月 | 1,967 |",
      "\n\n出口货物先行\n\n",
    ],
    drop: ["paper.example", "tags", "`", "a.jpg"],
  },
  {
    file: "wrapped.txt",
    title: "Dunmore opens a green lane for seed growers",
    publisher: "The Dunmore Gazette",
    published: "2024-11-04",
    lang: "en",
    keep: ["waited eleven days for a plant health certificate last year.", "who exports clover seed."],
    drop: ["Alice Fenn", "November"],
  },
  {
    file: "wrapped-gbk.txt",
    title: "雁荡湾口岸推行预约查验",
    publisher: "雁湾晚报",
    published: "2023-05-06",
    encoding: "gb18030",
    keep: ["平均等待时间由两小时降到二十五分钟。", "今后将把预约范围扩大到夜间和周末"],
    drop: ["沈一帆", "来源"],
  },
  {
    file: "utf16.txt",
    title: "河口新设检疫站",
    publisher: "河口时报",
    published: "2023-11-02",
    encoding: "utf-16le",
    keep: ["18批、2400立方米"],
    drop: ["河口时报"],
  },
  {
    file: "latin.txt",
    title: "Port of Vell trims fees",
    publisher: "Vell Courier",
    published: "2023-05-09",
    encoding: "windows-1252",
    lang: "en",
    keep: ["The port’s fee", "“We want the café owners back,”"],
    drop: ["Courier"],
  },
  {
    file: "agency.html",
    title: "北渚港今年前8个月吞吐量破亿吨",
    publisher: "东方通讯社",
    published: "2023-09-12",
    keep: ["比全省平均增速高2.4个百分点。", "出口箱在港时间从3.2天压缩到1.1天。"],
    drop: ["无人机照片", "田某", "下一篇", "秋收"],
  },
  {
    file: "statistics.html",
    title: "2023年1至11月南屏关区进出口统计快讯",
    publisher: "南屏海关统计处",
    published: "2023-12-18",
    encoding: "gb18030",
    keep: [
      "单位：亿元\n\n| 贸易方式 | 出口 金额 | 出口 同比（%） | 进口 金额 | 进口 同比（%） |",
      "| 加工贸易 | 88.3 | -1.0 | 71.9 | 4.4 |",
      "\n\n注：同比为人民币口径。\n\n表2 主要国别（地区）\n\n| 国别 | 总值 | 占比 |",
    ],
    drop: ["统计月报", "发布日期"],
  },
  {
    file: "conference.txt",
    title: "上半年口岸运行情况新闻发布会实录",
    publisher: "平川省政府新闻办",
    published: "2024-07-18",
    keep: ["郑海生（省口岸办主任）：", "请问下半年还有哪些便利措施", "三是把旅客候检时间控制在20分钟以内。"],
    drop: ["当前位置", "关闭", "主办", "10:00"],
  },
  {
    file: "salt-road.html",
    title: "Salt road reopens after nine years",
    publisher: "The Morrow Times",
    published: "2024-10-02",
    lang: "en",
    headings: ["What it costs"],
    keep: ["Each carried about 20 tonnes of salt, wool or timber.", "the way round took 31."],
    drop: ["Jo Pike", "Subscribe", "Advertisement", "House prices", "amended", "Sam Low"],
  },
  {
    file: "yearbook.txt",
    title: "南浦口岸年鉴（2021年卷）",
    publisher: "出处未注明",
    published: "2022",
    headings: ["第三章 口岸运行"],
    keep: ["全年查验出入境旅客96.4万人次，减少两成。", "煤炭46万吨；出口以机电产品"],
    drop: ["12 —", "13 —"],
  },
];

describe.each(CASES)("$file", (it_) => {
  const { article, report } = importArticle(source(it_.file));

  it("gets its title, publisher, date, language and encoding", () => {
    expect({ ...article.meta, encoding: report.encoding }).toMatchObject({
      title: it_.title,
      publisher: it_.publisher,
      published: it_.published,
      lang: it_.lang ?? "zh",
      encoding: it_.encoding ?? "utf-8",
      kind: "original",
    });
  });

  it("keeps its sentences and tables whole", () => {
    for (const sentence of it_.keep) expect(article.body).toContain(sentence);
  });

  it("loses what is not the article, and the report says so", () => {
    for (const line of it_.drop) expect(article.body).not.toContain(line);
    expect(report.headings).toEqual(it_.headings ?? []);
  });

  it("obeys the schema and the body's form", () => {
    expect(articleMetaSchema.parse(article.meta)).toEqual(article.meta);
    expect(article.body).toMatch(/^\S[\s\S]*\S\n$/);
    expect(article.body).not.toMatch(/\n{3}|[\u200b\ufeff\u00a0]|^#\s|^###|^[ \t]/m);
  });
});

describe("interleaved columns", () => {
  const { article, report } = importArticle(source("columns.txt"), {
    published: "2023-01-12",
    publisher: "山口报",
  });

  it("joins halves that stand apart where a split word or awaited amounts prove it", () => {
    expect(article.body).toContain("全年查获违禁物品215件,其中濒危植物制品31件");
    expect(article.body).toContain("货值1.6亿元,同比分别增长27.4%和35.8%。");
    expect(report.joined.map((join) => join.movedWith)).toEqual([0, 1]);
    expect(report.unfinished).toEqual([]);
  });

  it("puts a joined sentence at the place of its first half, with the rest of its column behind it", () => {
    const section = (heading: string): string =>
      article.body.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
    expect(section("山口的夜班")).toContain("获违禁物品215件");
    expect(section("茶叶走出山")).toContain("每周三有人值守。");
    expect(section("手续一天办完")).not.toContain("每周三");
  });

  it("drops the by-lines under title and headings, also one that is a word", () => {
    expect(report.dropped.map((drop) => drop.text)).toEqual(["顾明远", "何小雨", "陆青 方一鸣", "秦川"]);
    expect(article.meta.title).toBe("青溪海关这一年 服务小城 守好小口");
  });
});

describe("what the caller states", () => {
  it("wins over what the source says", () => {
    const { article, report } = importArticle(source("grain.txt"), {
      id: "g-1",
      title: "Grain",
      publisher: "P",
      published: "2024-08",
      lang: "en",
      url: "https://p.example/g",
    });
    expect(article.meta).toMatchObject({
      id: "g-1",
      title: "Grain",
      publisher: "P",
      published: "2024-08",
      url: "https://p.example/g",
    });
    expect([report.title.from, report.publisher.from, report.published.from]).toEqual([
      "given",
      "given",
      "given",
    ]);
  });

  it("fills gaps from the library's article of the same id and says so", () => {
    const known = () => ({
      title: "T",
      publisher: "山口日报",
      published: "2023-01-12",
      covers: { from: "2022", to: "2022" },
    });
    const { article, report } = importArticle(source("columns.txt"), { known });
    expect(article.meta).toMatchObject({
      publisher: "山口日报",
      published: "2023-01-12",
      covers: { from: "2022", to: "2022" },
    });
    expect(article.meta.title).toMatch(/^青溪/);
    expect(report.publisher.from).toBe("the library's article of this id");
  });
});

describe("what is not known", () => {
  const prose = "口岸新开一条航线，首航载货1200吨，关员当天办完手续。";

  it("is said: no publisher, no headline, a date that is only inferred", () => {
    const { article, report } = importArticle(
      text(`6月3日，海渡海关通报，今年前5个月验放货物40万吨，比2023年同期多出一成。\n${prose}`),
    );
    expect(article.meta).toMatchObject({
      title: "海渡海关通报，今年前5个月验放货物40万吨",
      publisher: "出处未注明",
      published: "2024-06-03",
    });
    expect(report.notes).toHaveLength(3);
  });

  it("stops the import where even the year is missing", () => {
    expect(() => importArticle(text(`新航线开通\n\n${prose}`))).toThrow(
      /note\.txt: nothing in it shows when .*--published/,
    );
  });

  it("an id that is none is spelled in plain letters", () => {
    const { article, report } = importArticle(
      text(`新航线开通\n\n2024年5月6日 海渡日报\n\n${prose}`, "海关 月报.txt"),
    );
    expect(article.meta.id).toBe("hai-guan-yue-bao");
    expect(report.notes).toEqual(["“海关 月报” is no valid id; it became hai-guan-yue-bao"]);
  });
});

describe("sources that cannot be imported", () => {
  it.each([
    ["empty.txt", /the file is empty/],
    ["binary.bin.txt", /binary, not text/],
  ])("%s is refused", (file, message) => {
    expect(() => importArticle(source(file))).toThrow(message);
  });

  it.each<[string, Source, RegExp]>([
    ["white space", text(" \n\t\n"), /only white space/],
    ["a PDF", text("%PDF-1.7 …", "a.txt"), /a PDF file.*save its text/],
    ["JSON", text('{"a": 1}', "a.json"), /not an article/],
    [
      "navigation alone",
      text("<html><body><a href='/'>首页</a> <a href='/x'>要闻</a></body></html>", "a.html"),
      /no article text/,
    ],
    [
      "5 MB and a byte",
      { origin: "big.txt", name: "big.txt", bytes: new Uint8Array(5 * 1024 * 1024 + 1).fill(97) },
      /larger than 5 MB/,
    ],
    [
      "elements nested too deep",
      text(`<html><body>${"<div>".repeat(5000)}口岸。`, "a.html"),
      /nested too deep/,
    ],
  ])("%s", (_, given, message) => {
    expect(() => importArticle(given)).toThrow(IngestError);
    expect(() => importArticle(given)).toThrow(message);
  });
});

it("gives the same article for the same bytes", () => {
  const again = (file: string) => importArticle(source(file));
  for (const { file } of CASES) expect(again(file)).toEqual(again(file));
});

describe("any bytes", () => {
  it("give an article that obeys the schema, or one line that says why not", () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      return seed % below;
    };
    for (let round = 0; round < 150; round++) {
      const { file } = CASES[random(CASES.length)] as Case;
      const bytes = Uint8Array.from(readFileSync(join(FIXTURES, file)));
      for (let i = 0; i < 4; i++) bytes[random(bytes.length)] = random(256);
      const given = {
        origin: file,
        name: file,
        bytes: bytes.subarray(random(200), bytes.length - random(200)),
      };
      try {
        expect(importArticle(given, { published: "2024" }).article.body.trim()).not.toBe("");
      } catch (error) {
        expect(error).toBeInstanceOf(IngestError);
        expect((error as IngestError).message).not.toContain("\n");
      }
    }
  });
});
