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
