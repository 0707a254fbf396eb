import { describe, expect, it } from "vitest";
import { extractFigures } from "../../../src/figures/extract.ts";

const periods = (text: string, published = "2025-08-25") =>
  extractFigures(text, { lang: "zh", published }).map((f) => `${f.period.from ?? ""}..${f.period.to ?? ""}`);

describe("period of a figure", () => {
  it.each([
    ["2024年出口3亿元。", "2024..2024"],
    ["去年出口3亿元。", "2024..2024"],
    ["今年上半年出口3亿元。", "2025-01..2025-06"],
    ["今年前三季度出口3亿元。", "2025-01..2025-09"],
    ["今年1—8月出口3亿元。", "2025-01..2025-08"],
    ["今年前7个月出口3亿元。", "2025-01..2025-07"],
    ["2023年12月出口3亿元。", "2023-12..2023-12"],
    ["自2011年至2020年,出口3亿元。", "2011..2020"],
    ["“十四五”以来,出口3亿元。", "2021..2025-08"],
    ["“十三五”期间,出口3亿元。", "2016..2020"],
    ["截至2021年1月25日24时,检测样本3万个。", "..2021-01-25"],
    ["目前总数311个。", "..2025-08"],
    ["到2030年,销量将达3亿辆。", "2030..2030"],
    ["2024年,货物贸易总额连续8年居首。", "2017..2024"],
  ])("%s", (text, period) => expect(periods(text)).toEqual([period]));

  it.each([
    [
      "2024年,一至四季度,进出口分别为3亿元、4亿元、5亿元和6亿元。",
      ["2024-01..2024-03", "2024-04..2024-06", "2024-07..2024-09", "2024-10..2024-12"],
    ],
    ["2022至2024年,出口分别为3亿元、4亿元和5亿元。", ["2022..2022", "2023..2023", "2024..2024"]],
    [
      "今年1至3月,出口分别为3亿元、4亿元和5亿元。",
      ["2025-01..2025-01", "2025-02..2025-02", "2025-03..2025-03"],
    ],
  ])("hands a span out to as many numbers: %s", (text, expected) => expect(periods(text)).toEqual(expected));

  it("takes the nearest time before, from the sentence, then the paragraph, and says when it is implied", () => {
    const [own, next] = extractFigures("2022年,进出口5亿元。其中,出口3亿元。", {
      lang: "zh",
      published: "2023-01-19",
    });
    expect(own?.period).toEqual({ text: "2022年", from: "2022", to: "2022", implicit: false });
    expect(next?.period).toMatchObject({ from: "2022", implicit: true });
  });

  it("never takes a base for the period", () => {
    expect(periods("2024年出口比2020年增长2.6倍。")).toEqual(["2024..2024"]);
  });

  it("hands out as many times as numbers", () => {
    expect(periods("一季度、二季度进出口分别为9亿元和10亿元。")).toEqual([
      "2025-01..2025-03",
      "2025-04..2025-06",
    ]);
  });

  it("gives each side of a pair its own", () => {
    expect(periods("截至2023年底,航线由2019年的38条增至64条。")).toEqual(["2019..2019", "..2023-12"]);
  });

  it("gives 上年同期 with a number the same months of the year before", () => {
    expect(periods("今年上半年开行班列612列，上年同期为580列，货运量31万吨。")).toEqual([
      "2025-01..2025-06",
      "2024-01..2024-06",
      "2025-01..2025-06",
    ]);
    expect(periods("上半年，该模式占比由上年同期的32.6%提高到45%。")).toEqual([
      "2024-01..2024-06",
      "2025-01..2025-06",
    ]);
  });

  it("reads 去年全年 as a year of its own, and 为全年最多 as none", () => {
    expect(periods("今年前7个月进口3万吨。去年全年，石滩口岸进口7万吨。")).toEqual([
      "2025-01..2025-07",
      "2024..2024",
    ]);
    expect(periods("2024年4月立案9起，为全年最多，环比增加2起。")).toEqual([
      "2024-04..2024-04",
      "2024-04..2024-04",
    ]);
  });

  it("takes a year inside 是…的N倍 for the base, whatever stands before 倍", () => {
    expect(periods("2024年开行968列，是2019年327列的近3倍。上半年开行61列。")).toEqual([
      "2024..2024",
      "2019..2019",
      "2024..2024",
      "2024-01..2024-06",
    ]);
  });

  it("reads N年间 between the two years that its sentence names", () => {
    const text = "2016年交易额6亿元；到2021年，交易额达到21亿元，五年间增长2.5倍。";
    expect(periods(text).at(-1)).toBe("2016..2021");
  });

  it("takes 从 with a year for the old side of a pair", () => {
    expect(periods("截至2023年底，航线从2019年的38条增至64条。")).toEqual(["2019..2019", "..2023-12"]);
  });

  it("goes on with the year told before a list of years", () => {
    const text = "2024年出口5亿元。\n2021年、2022年，出口分别为3亿元和4亿元。\n全年卖出2亿元。";
    expect(periods(text)).toEqual(["2024..2024", "2021..2021", "2022..2022", "2024..2024"]);
  });

  it("never puts a report into the time after it", () => {
    const text = "2026年配额为5万吨。前三季度，税收3亿元。8月，进口2亿元。";
    expect(periods(text, "2025-10-26")).toEqual(["2026..2026", "2025-01..2025-09", "2025-08..2025-08"]);
    expect(periods("2026年配额为5万吨，上半年预计用掉2万吨。", "2025-10-26").at(-1)).toBe("2026-01..2026-06");
  });

  it("reads the part of a year that the article is about as that one", () => {
    const covers = { from: "2025-01", to: "2025-06" };
    const read = (text: string) =>
      extractFigures(text, { lang: "zh", published: "2025-07-16", covers }).map((f) => f.period.from);
    expect(read("2023年全年，班列为96列。石滩口岸上半年开行31列。")).toEqual(["2023", "2025-01"]);
    expect(read("2023年全年，班列为96列，上半年开行31列。")).toEqual(["2023", "2023-01"]);
  });

  it("forgets 去年 at the end of a paragraph, for months too", () => {
    expect(periods("今年出口9亿元。去年全年出口8亿元。\n截至7月底，航线有64条。").at(-1)).toBe("..2025-07");
  });

  it("reads 全年 as the year last told, not that of an event's day or of a base", () => {
    const text = "2020年出口5亿元。\n2021年1月3日印发文件。全年办案3起。";
    expect(periods(text, "2021-02-01")).toEqual(["2020..2020", "2020..2020"]);
  });

  it("falls back on the heading, then on what the article covers", () => {
    expect(periods("## 2022年成绩单\n\n办案3起。")).toEqual(["2022..2022"]);
    const covers = { from: "2020", to: "2020" };
    expect(extractFigures("办案3起。", { lang: "zh", covers })[0]?.period).toEqual({
      text: null,
      ...covers,
      implicit: true,
    });
  });
});
