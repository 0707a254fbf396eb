import { describe, expect, it } from "vitest";
import { periodInTitle } from "../../src/ingest/covers.ts";
import { dateInAddress, parseDate } from "../../src/ingest/dates.ts";
import { inferDate } from "../../src/ingest/inferred-date.ts";

describe("parseDate", () => {
  it.each([
    ["2024-03-26 08:00", "2024-03-26"],
    ["2024年3月6日 星期三", "2024-03-06"],
    ["2024/3/6", "2024-03-06"],
    ["2024.03.06", "2024-03-06"],
    ["二〇二四年三月二十六日", "2024-03-26"],
    ["二○二四年十二月", "2024-12"],
    ["12 June 2025", "2025-06-12"],
    ["Thursday, Sept. 4th, 2025", "2025-09-04"],
    ["2025-03-07T06:30:00+00:00", "2025-03-07"],
    ["20240122", "2024-01-22"],
    ["2024年3月", "2024-03"],
    ["June 2025", "2025-06"],
    ["2021", "2021"],
    ["2024年2月30日", "2024-02"],
    ["2024-13-01", undefined],
    ["第05版", undefined],
    ["", undefined],
  ])("%s → %s", (text, date) => {
    expect(parseDate(text)).toBe(date);
  });
});

describe("dateInAddress", () => {
  it.each([
    ["https://a.example/2024-01/22/c_1.html", "2024-01-22"],
    ["https://a.example/n1/2024/0122/c1.html", "2024-01-22"],
    ["https://a.example/xw/20240122/7.html", "2024-01-22"],
    ["https://a.example/t20240122_44.html", "2024-01-22"],
    ["https://a.example/p/430652.html", undefined],
    ["https://a.example/id/20249922.html", undefined],
  ])("%s → %s", (url, date) => {
    expect(dateInAddress(url)).toBe(date);
  });
});

describe("inferDate", () => {
  it.each([
    [
      "the day of the reported event, its year from the newest one that is over",
      ["6月3日，海渡海关举行通报会，今年前5个月验放40万吨。", "2023年全年为90万吨。"],
      "2024-06-03",
    ],
    ["a full date of the event", ["2022年9月7日，口岸办召开会议，通报八月运行情况。"], "2022-09-07"],
    [
      "the year alone where a later day is named",
      ["2021年1月14日，海渡海关发布年报。", "截至2021年1月26日，共检测样本7万个。"],
      "2021",
    ],
    [
      "this year beside the last one",
      ["口岸越来越忙。", "今年1—8月进出口40亿元，2022年同期为31亿元。"],
      "2023",
    ],
    [
      "no goal counts as a year that has come",
      ["2023年进出口40亿元。", "力争到2030年翻一番，2028年将建成新港。"],
      "2024",
    ],
    ["English", ["The port moved 2 million tonnes in 2023.", "By 2030 it will move more."], "2024"],
    ["an amount is no year", ["总值达2049亿元，比2021年多。"], "2022"],
  ])("%s", (_, paragraphs, date) => {
    expect(inferDate(paragraphs)?.date).toBe(date);
  });

  it("is undefined where no year is named", () => {
    expect(inferDate(["口岸日均通行货车2036辆。"])).toBeUndefined();
  });
});

describe("periodInTitle", () => {
  it.each([
    ["海渡口岸的2022年答卷", "2023-01-19", "2022", "2022"],
    ["前10个月外贸情况", "2024-11-14", "2024-01", "2024-10"],
    ["2024年前三季度进出口", "2024-10-20", "2024-01", "2024-09"],
    ["下半年出口翻番", "2024-02-01", "2023-07", "2023-12"],
    ["一季度验放水果3.4万吨", "2024-04-18", "2024-01", "2024-03"],
    ["1—8月进出口增长", "2023-09-10", "2023-01", "2023-08"],
    ["“十四五”海关迈上新台阶", "2025-08-25", "2021", "2025-08"],
    ["“十三五”回顾", "2021-01", "2016", "2020"],
    ["Grain up in first half of 2024", "2024-07-09", "2024-01", "2024-06"],
    ["Fruit exports in first five months", "2025-06-12", "2025-01", "2025-05"],
  ])("%s (%s)", (title, published, from, to) => {
    expect(periodInTitle(title, published)).toEqual({ from, to });
  });

  it.each(["货运量头一回超过2000万吨", "到2030年建成新港", "自贸区十周年", "Peach crop hits record"])(
    "names no period: %s",
    (title) => {
      expect(periodInTitle(title, "2024-05-01")).toBeUndefined();
    },
  );
});
