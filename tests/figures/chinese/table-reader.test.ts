import { expect, it } from "vitest";
import { extractFigures } from "../../../src/figures/extract.ts";

const brief = (text: string) =>
  extractFigures(text, { lang: "zh", published: "2024-01-22" }).map((f) => [
    f.metric,
    f.value,
    f.unit,
    f.period.from,
    f.period.to,
  ]);

it("gives each cell its row, column, unit and period", () => {
  const text =
    "| 年份 | 吞吐量（万标箱） | 货值（亿美元） |\n| --- | --- | --- |\n| 2019年 | 318.4 | 412.6 |\n| 2020年 | 306.9 | 398 |";
  expect(brief(text)).toEqual([
    ["吞吐量", 3_184_000, "标箱", "2019", "2019"],
    ["货值", 41_260_000_000, "美元", "2019", "2019"],
    ["吞吐量", 3_069_000, "标箱", "2020", "2020"],
    ["货值", 39_800_000_000, "美元", "2020", "2020"],
  ]);
  expect(extractFigures(text, { lang: "zh" })[0]?.cell).toEqual({ row: "2019年", column: "吞吐量" });
});

it("reads months by the caption's year and its sums by the caption's period", () => {
  expect(
    brief("某区2023年上半年业务量\n\n| 月份 | 出口（亿元） |\n|---|---|\n| 2月 | 2.9 |\n| 合计 | 26.5 |"),
  ).toEqual([
    ["出口", 290_000_000, "元", "2023-02", "2023-02"],
    ["出口", 2_650_000_000, "元", "2023-01", "2023-06"],
  ]);
});

it("reads years across, units from their own column and growth as a change", () => {
  const text =
    "| 指标 | 单位 | 2022年 | 2023年 | 同比（%） |\n|---|---|---|---|---|\n| 进出口总值 | 亿元 | 1,234.5 | 2,000 | -2.7 |";
  expect(brief(text)).toEqual([
    ["进出口总值", 123_450_000_000, "元", "2022", "2022"],
    ["进出口总值", 200_000_000_000, "元", "2023", "2023"],
    ["进出口总值同比", -2.7, "%", "2023", "2023"],
  ]);
  expect(extractFigures(text, { lang: "zh" })[2]?.change).toMatchObject({
    kind: "yoy",
    value: -2.7,
    factor: 0.973,
  });
});
