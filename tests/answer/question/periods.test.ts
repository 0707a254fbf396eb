import { describe, expect, it } from "vitest";
import { readPeriods } from "../../../src/answer/question/periods.ts";
import { foldText } from "../../../src/text/fold.ts";

/** The year that 今年 stands for. */
const NEWEST = 2021;
const periodsOf = (text: string): string[] =>
  readPeriods(foldText(text), NEWEST).map((p) => `${p.from}..${p.to}`);
const PLAN = "2021..2025";

describe("readPeriods", () => {
  it.each<[question: string, ...periods: string[]]>([
    ["2019年渡轮运了多少人", "2019..2019"],
    ["2019年度的吞吐量", "2019..2019"],
    ["19年渡轮运了多少人", "2019..2019"],
    ["二〇一九年呢", "2019..2019"],
    ["一九年渡轮运了多少人", "2019..2019"],
    ["去年(2019)的吞吐量", "2019..2019"],
    ["今年(2019)前八个月的吞吐量", "2019-01..2019-08"],
    ["从2015年算到2019年一共多少", "2015..2019"],
    ["the catch in june 2019 and in january", "2019-06..2019-06", "2019-01..2019-01"],
    ["2019年3月的吞吐量", "2019-03..2019-03"],
    ["2019年三月的吞吐量", "2019-03..2019-03"],
    ["2019年12月31日有几艘船", "2019-12-31..2019-12-31"],
    ["2019年上半年", "2019-01..2019-06"],
    ["2019上半年", "2019-01..2019-06"],
    ["2019年下半年", "2019-07..2019-12"],
    ["2019年一季度", "2019-01..2019-03"],
    ["2019年第三季度", "2019-07..2019-09"],
    ["2019年前三季度", "2019-01..2019-09"],
    ["2019年四季度比三季度多多少", "2019-10..2019-12", "2019-07..2019-09"],
    ["ships in the third quarter of 2019 and the fourth quarter", "2019-07..2019-09", "2019-10..2019-12"],
    ["ferries in 2018 and in 2019.", "2018..2018", "2019..2019"],
    ["by end of June 2019", "2019-06..2019-06"],
    ["2019年前8个月", "2019-01..2019-08"],
    ["2019年頭八個月", "2019-01..2019-08"],
    ["2019年1-7月", "2019-01..2019-07"],
    ["2019年1—7月", "2019-01..2019-07"],
    ["2019年1月到7月份", "2019-01..2019-07"],
    ["2017年到2019年", "2017..2019"],
    ["2017-2019年间", "2017..2019"],
    ["2017年和2019年差多少", "2017..2017", "2019..2019"],
    ["2017同2019年比較", "2017..2017", "2019..2019"],
    ["十四五期间", PLAN],
    ["“十四五”以来", PLAN],
    ["「十四五」規劃", PLAN],
    ["十三五时期", "2016..2020"],
    ["during the 14th Five-Year Plan period", PLAN],
    ["since the thirteenth five-year plan", "2016..2020"],
    ["今年渡轮运了多少人", "2021..2021"],
    ["今年上半年", "2021-01..2021-06"],
    ["in 2019", "2019..2019"],
    ["between 2017 and 2019", "2017..2019"],
    ["from 2017 to 2019", "2017..2019"],
    ["in March 2019", "2019-03..2019-03"],
    ["from January to July 2019", "2019-01..2019-07"],
    ["Jan-Jul 2019", "2019-01..2019-07"],
    ["in the first half of 2019", "2019-01..2019-06"],
    ["in the second half of 2019", "2019-07..2019-12"],
    ["the first three quarters of 2019", "2019-01..2019-09"],
    ["Q1 2019", "2019-01..2019-03"],
    ["the first seven months of 2019", "2019-01..2019-07"],
    ["in 2017 versus 2019", "2017..2017", "2019..2019"],
  ])("%s", (question, ...periods) => expect(periodsOf(question)).toEqual(periods));

  it.each([
    ["上半年", "--01..--06"],
    ["前三季度呢", "--01..--09"],
    ["头7个月", "--01..--07"],
    ["1到7月", "--01..--07"],
    ["7月份呢", "--07..--07"],
  ])("leaves the year of %s open", (question, period) => expect(periodsOf(question)).toEqual([period]));

  it("lends the year of one period to months that have none", () => {
    expect(periodsOf("2019年渡轮运了多少人,7月份呢")).toEqual(["2019..2019", "2019-07..2019-07"]);
    expect(periodsOf("2019年的船,7月份有多少")).toEqual(["2019-07..2019-07"]);
    expect(periodsOf("2019年1月和7月")).toEqual(["2019-01..2019-01", "2019-07..2019-07"]);
  });

  it.each([
    "有2000吨吗",
    "超过2019家企业",
    "过去几年",
    "渡轮有几艘",
    "第19位",
    "H986是什么",
    "24小时通关",
    "3个月的时间",
    "20 ships",
    "",
  ])("reads no period in %j", (question) => expect(periodsOf(question)).toEqual([]));

  it("gives the place of each period in the folded question", () => {
    const folded = foldText("那２０１７年跟2019年比呢");
    expect(readPeriods(folded, NEWEST).map((p) => folded.slice(...p.span))).toEqual(["2017年", "2019年"]);
  });

  it.each([
    ["2019年全年多少", "whole", true],
    ["光2019年就有多少", "whole", true],
    ["2019年多少", "whole", false],
    ["2019年底有多少艘", "yearEnd", true],
    ["at the end of 2019", "yearEnd", true],
    ["2019年有多少艘", "yearEnd", false],
    ["2019年的报道说了什么", "source", true],
    ["what did the 2019 report say", "source", true],
  ] as const)("%s: %s is %s", (question, mark, value) => {
    expect(readPeriods(foldText(question), NEWEST)[0]?.[mark]).toBe(value);
  });
});
