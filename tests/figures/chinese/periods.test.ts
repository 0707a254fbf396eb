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
