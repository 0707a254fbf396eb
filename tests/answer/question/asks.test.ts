import { describe, expect, it } from "vitest";
import { ANSWERING_KINDS, limitAsk, readAsks } from "../../../src/answer/question/asks.ts";
import { foldText } from "../../../src/text/fold.ts";

const asksOf = (text: string): string[] =>
  readAsks(foldText(text)).map((a) => [a.wants, a.unit, a.noun].filter(Boolean).join(" "));

describe("limitAsk", () => {
  it.each<[question: string, ask: string | undefined]>([
    ["渡轮收入有没有卖到三百亿", "money"],
    ["通航的国家满没满150个", "count 个"],
    ["吞吐量超过52亿吨了吗", "measure 吨"],
    ["卸船是不是不到3个小时", "duration"],
    ["占比达到两成没有", "share"],
    ["did the catch exceed 40 million tonnes?", "measure tonnes"],
    ["was it more than 5 percent?", "percent"],
    ["有没有渡轮", undefined],
    ["2019年开了吗", undefined],
  ])("%s → %s", (question, expected) => {
    const ask = limitAsk(foldText(question));
    expect(ask && [ask.wants, ask.unit].filter(Boolean).join(" ")).toBe(expected);
  });
});

describe("readAsks", () => {
  it.each<[question: string, ...asks: string[]]>([
    ["渡轮一共花了多少钱", "money 钱"],
    ["渡輪總共花咗幾多錢", "money 钱"],
    ["码头收入几亿", "money"],
    ["税费是多少美元", "money 美元"],
    ["占了多大比例", "share"],
    ["占百分之几", "percent"],
    ["升咗幾多個巴仙", "percent"],
    ["渔获值多少钱一箱", "money 钱"],
    ["what were the ferries worth?", "money"],
    ["涨了百分之多少", "percent"],
    ["快了几个百分点", "points 百分点"],
    ["是原来的几倍", "multiple"],
    ["翻了几番", "multiple"],
    ["云岛港排第几", "rank"],
    ["全球排名多少", "rank"],
    ["卸一船要几个小时", "duration 个小时"],
    ["排队要多久", "duration"],
    ["渡轮运了多少吨鱼", "measure 吨"],
    ["跟多少个国家通航", "count 个 国家"],
    ["有多少家公司", "count 家"],
    ["幾多架飛機", "count 架"],
    ["有多少企业参加", "count 企业"],
    ["灯塔哪一年点亮", "date"],
    ["什么时候通航的", "date"],
    ["吞吐量有多大", "any"],
    ["吞吐量是多少", "any"],
    ["How much money did the ferries earn?", "money"],
    ["What share of cargo goes by ferry?", "share"],
    ["By how many percentage points did it beat the mean?", "points"],
    ["How many times larger is the new quay?", "multiple"],
    ["What rank does the harbour have?", "rank"],
    ["How long does unloading take?", "duration"],
    ["How many hours does unloading take?", "duration hours"],
    ["How many tonnes of fish came?", "measure tonnes"],
    ["How many countries are served?", "count countries"],
    ["How many ferry companies are there?", "count ferry companies"],
    ["When was the lighthouse lit?", "date"],
    ["In what year did it open?", "date"],
    ["How big was the throughput?", "any"],
  ])("%s", (question, ...asks) => expect(asksOf(question)).toEqual(asks));

  it.each<[question: string, wants: string[]]>([
    ["花了多少钱,运了多少吨", ["money", "measure"]],
    ["进港几艘?出港几艘?", ["count", "count"]],
    ["how many ships, and how much money", ["count", "money"]],
  ])("reads the asks of %s in order", (question, wants) => {
    expect(readAsks(foldText(question)).map((a) => a.wants)).toEqual(wants);
  });

  it.each(["谁点亮了灯塔", "为什么渡轮停航", "介绍一下云岛港", "Who lit the lighthouse?", "员工的成长", ""])(
    "reads none in %j",
    (question) => expect(asksOf(question)).toEqual([]),
  );

  it("gives spans in the folded question, without overlap", () => {
    const folded = foldText("多少個百分點,百分之幾,第幾位,多久");
    const spans = readAsks(folded).map((a) => a.span);
    expect(spans.map((s) => folded.slice(...s))).toEqual(["多少个百分点", "百分之几", "第几位", "多久"]);
  });
});

it("names no kind of figure twice for one ask", () => {
  for (const kinds of Object.values(ANSWERING_KINDS)) expect(new Set(kinds).size).toBe(kinds.length);
});
