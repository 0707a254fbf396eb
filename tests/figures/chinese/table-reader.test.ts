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

const cells = (text: string) => extractFigures(text, { lang: "zh", published: "2024-01-22" });

it.each([
  ["a line of its own", "单位：亿元\n\n"],
  ["a line in brackets", "（单位：亿元）\n\n"],
  ["the caption's bracket", "雁坪省各口岸进出口（亿元）\n\n"],
  ["the caption's end", "雁坪省各口岸进出口 （单位：亿元）\n\n"],
])("takes the unit of bare cells from %s, and reads no figure in it", (_, above) => {
  const text = `${above}| 口岸 | 2023年进出口 | 其中：出口 | 同比（%） |\n|---|---|---|---|\n| 石滩 | 371.9 | 204.2 | -4.1 |`;
  expect(cells(text).map((f) => [f.metric, f.value, f.unit, f.direction, f.entity])).toEqual([
    ["石滩进出口", 37_190_000_000, "元", "both", "石滩"],
    ["石滩出口", 20_420_000_000, "元", "export", "石滩"],
    ["石滩进出口同比", -4.1, "%", "both", "石滩"],
  ]);
});

it("keeps the table's unit through a title, but not through running text", () => {
  const table = "| 品类 | 货值 |\n|---|---|\n| 木材 | 12.5 |";
  const value = (above: string) => cells(`${above}\n\n${table}`)[0]?.value;
  expect(value("单位：万元\n\n## 一季度进口品类")).toBe(125_000);
  expect(value("单位：万元\n\n往年的木材多从水路来，今年改走铁路。")).toBe(12.5);
});

it("gives each column the one of several units that fits it, and growth and shares per cent", () => {
  const text =
    "单位：亿元、万吨\n\n| 品类 | 货值 | 货运量 | 占比 | 同比增长 |\n|---|---|---|---|---|\n| 木材 | 2.5 | 31 | 12.5 | 7 |";
  expect(cells(text).map((f) => [f.value, f.unit])).toEqual([
    [250_000_000, "元"],
    [310_000, "吨"],
    [12.5, "%"],
    [7, "%"],
  ]);
});

it("ties a growth to the amount that grew", () => {
  const text =
    "| 地区 | 2023年（亿元） | 2022年（亿元） | 同比（%） |\n|---|---|---|---|\n| 东部 | 62 | 50 | 24 |\n| 西部 | 44 | 40 | 10 |";
  const figures = cells(text);
  expect(figures.map((f) => [f.period.to, f.of === null ? null : f.of.role])).toEqual([
    ["2023", null],
    ["2022", null],
    ["2023", "growth"],
    ["2023", null],
    ["2022", null],
    ["2023", "growth"],
  ]);
});

it("reads the columns of a table of places as ranks of their years", () => {
  const text =
    "各园区考核位次\n\n单位：位\n\n| 园区 | 2021年度 | 2022年度 | 类别 |\n|---|---|---|---|\n| 石滩 | 41 | 24 | A类 |";
  expect(cells(text).map((f) => [f.kind, f.value, f.unit, f.metric, f.period.from, f.agg])).toEqual([
    ["rank", 41, "", "石滩各园区考核位次", "2021", "stock"],
    ["rank", 24, "", "石滩各园区考核位次", "2022", "stock"],
  ]);
});

it("crosses months down with years across, and sums keep their column's year", () => {
  const text =
    "| 月份 | 2022年（万箱） | 2023年（万箱） |\n|---|---|---|\n| 4月 | 3.1 | 3.6 |\n| 合计 | 37 | 42 |";
  expect(cells(text).map((f) => [f.value, f.period.from, f.period.to])).toEqual([
    [31_000, "2022-04", "2022-04"],
    [36_000, "2023-04", "2023-04"],
    [370_000, "2022", "2022"],
    [420_000, "2023", "2023"],
  ]);
});

it("does not date a column by what its growth is measured against", () => {
  const text =
    "2023年各口岸货运\n\n| 口岸 | 货运量（万吨） | 比2019年增长（%） |\n|---|---|---|\n| 石滩 | 31 | 12.5 |";
  expect(cells(text).map((f) => f.period.to)).toEqual(["2023", "2023"]);
});
