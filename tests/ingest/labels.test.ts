import { describe, expect, it } from "vitest";
import { employerIn, readByline } from "../../src/ingest/bylines.ts";
import { parseDate } from "../../src/ingest/dates.ts";
import { readInfoLine } from "../../src/ingest/labels.ts";

describe("readInfoLine", () => {
  it.each([
    ["2023-01-19 08:12 来源：某州日报 责任编辑：方某", "某州日报", "2023-01-19"],
    ["©原创 作者: 曹某 来源:工贸新闻网 发表时间:2024-05-06 15:01", "工贸新闻网", "2024-05-06"],
    ["发布时间：2024-10-15 09:30 来源：海渡在线 字号：【大】【中】【小】", "海渡在线", "2024-10-15"],
    ["來源：濱海新聞網 發佈時間：2023/08/09", "濱海新聞網", "2023-08-09"],
    ["2024年07月15日16:08 | 来源：山海网", "山海网", "2024-07-15"],
    ["Source: Brightwater Herald | Updated: 2024-07-09 17:15", "Brightwater Herald", "2024-07-09"],
    ["来源:某某号", "某某号", undefined],
    ["长滩晨报 2022-12-20 10:01:22 阅读：2311", "长滩晨报", "2022-12-20"],
    ["Published: July 9, 2024, 5:15 p.m.", undefined, "2024-07-09"],
    ["Published on 9 July 2024 at 5:15 pm by Dana Ruiz", undefined, "2024-07-09"],
    ["2024年05月06日 来源：海渡晚报 记者 曹小满 通讯员 陆遥", "海渡晚报", "2024-05-06"],
    ["记者 曹小满、云知秋 来源：海渡晚报 2024年5月6日", "海渡晚报", "2024-05-06"],
    ["海渡晚报 2024-05-06 08:15 第03版：要闻 记者 曹小满 责编 何湘", "海渡晚报", "2024-05-06"],
    ["曹小满 海渡晚报 2024年05月06日 08:10", "海渡晚报", "2024-05-06"],
    ["发布于：2024-05-06 10:20 海渡晚报", "海渡晚报", "2024-05-06"],
    ["发布于 2024-05-06 10:20 来自 海渡晚报", "海渡晚报", "2024-05-06"],
    ["时间：2024-05-06 来源：海渡晚报 作者：曹小满/文 何湘/图", "海渡晚报", "2024-05-06"],
  ])("%s", (line, publisher, published) => {
    const info = readInfoLine(line);
    expect(info?.publisher).toBe(publisher);
    expect(parseDate(info?.published ?? "")).toBe(published);
  });

  it.each([
    "记者：企业的信心怎么样？今年的订单多不多？",
    "数据来源：口岸办",
    "货物的来源：一是本省，二是邻省，三是中亚各国。",
    "时间过得快，转眼口岸开通已有十年。",
    "2024年3月",
    "口岸晨光",
    "2024年5月6日 记者 走进口岸",
    "2024年5月6日 口岸开通",
  ])("is no info line: %s", (line) => {
    expect(readInfoLine(line)?.publisher).toBeUndefined();
    if (line !== "2024年3月") expect(readInfoLine(line)).toBeUndefined();
  });
});

describe("readByline", () => {
  it.each([
    ["本报记者 苏小禾 文/图", {}],
    ["海渡商报记者 沈一帆 通讯员 何小雨", { publisher: "海渡商报" }],
    ["□ 本报驻北山记者 陆青", {}],
    ["文/沈一帆 图/何小雨", {}],
    ["《边城晚报》2024年3月26日 第05版", { publisher: "边城晚报", published: "2024-03-26" }],
    ["《白沙日报》（ 2022年09月08日 第 03 版）", { publisher: "白沙日报", published: "2022-09-08" }],
    ["白沙日报 2022年09月08日 03版 要闻", { publisher: "白沙日报", published: "2022-09-08" }],
    [
      "Coast Weekly | 12 June 2025 | By a staff reporter",
      { publisher: "Coast Weekly", published: "2025-06-12" },
    ],
    ["The Dale Gazette, 4 November 2024", { publisher: "The Dale Gazette", published: "2024-11-04" }],
    ["By Dana Ruiz and Tom Ekwall", {}],
    ["By our staff writer", {}],
    ["本报记者 云知秋 通讯员 闻晓", {}],
    ["本报记者 曹小满 摄影 何湘", {}],
    [
      "By Dana Ruiz, The Dale Gazette | 9 May 2025",
      { publisher: "The Dale Gazette", published: "2025-05-09" },
    ],
    ["Dana Ruiz | Dale Gazette | 9 May 2025", { publisher: "Dale Gazette", published: "2025-05-09" }],
    ["Vol. 12 No. 118 | Friday, 9 May 2025", { published: "2025-05-09" }],
    ["By Dana Ruiz | 9 May 2025 | 3 min read", { published: "2025-05-09" }],
  ])("%s", (line, facts) => {
    expect(readByline(line)).toEqual(facts);
  });

  it.each([
    "By the numbers",
    "记者调查",
    "口岸记者站成立三年",
    "记者从口岸获悉，货车日均300辆。",
    "Wheat was up | barley fell",
    "By truck and by train",
    "记者 走进口岸",
    "通讯员 培训",
  ])("is no by-line: %s", (line) => {
    expect(readByline(line)).toBeUndefined();
  });
});

describe("employerIn", () => {
  it.each([
    ["会议现场每经记者丁一平摄", "每日经济新闻"],
    ["海渡日报首席记者 丁一平", "海渡日报"],
    ["本报记者 丁一平", undefined],
    ["记者 丁一平", undefined],
  ])("%s → %s", (line, employer) => {
    expect(employerIn(line)).toBe(employer);
  });
});
