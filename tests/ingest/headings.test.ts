import { describe, expect, it } from "vitest";
import { textBlock } from "../../src/ingest/blocks.ts";
import { isHeadingShape } from "../../src/ingest/heading-shape.ts";
import { findHeadings } from "../../src/ingest/headings.ts";
import { buildTable } from "../../src/ingest/tables.ts";

const PROSE = "口岸全年验放货车四万余辆，同比增长近一成。";
const find = (...lines: string[]) => findHeadings(lines.map((line) => textBlock(line)));
const shown = (...lines: string[]): string[] =>
  find(...lines).sections.map((section) => `${section.kind === "heading" ? "## " : ""}${section.text}`);

describe("findHeadings", () => {
  it.each([
    [
      ["通关快了", PROSE],
      ["## 通关快了", PROSE],
    ],
    [
      ["一、通关快了", PROSE, "（二）企业笑了", PROSE],
      ["## 一、通关快了", PROSE, "## （二）企业笑了", PROSE],
    ],
    [
      ["山口海关——", "夜班不打烊", PROSE],
      ["## 山口海关——夜班不打烊", PROSE],
    ],
    [
      ["第一部分", "通关快了", PROSE],
      ["## 第一部分", "## 通关快了", PROSE],
    ],
    [
      ["苹果", "梨", "桃", PROSE],
      ["苹果", "梨", "桃", PROSE],
    ],
    [
      ["出口：12亿元", PROSE],
      ["出口：12亿元", PROSE],
    ],
    [
      ["单位：亿元", PROSE],
      ["单位：亿元", PROSE],
    ],
    [
      ["口岸快不快？", PROSE],
      ["口岸快不快？", PROSE],
    ],
    [
      ["Faster at the gate", "Trucks wait 22 minutes, the port said."],
      ["## Faster at the gate", "Trucks wait 22 minutes, the port said."],
    ],
    [
      ["## #口岸", PROSE],
      ["## 口岸", PROSE],
    ],
  ])("%j", (lines, expected) => {
    expect(shown(...lines)).toEqual(expected);
  });

  it("drops short lines that nothing follows, and says so", () => {
    const { sections, dropped } = find(PROSE, "点击进入专题");
    expect(sections).toHaveLength(1);
    expect(dropped).toEqual([{ text: "点击进入专题", reason: "left over behind the text" }]);
  });

  it("puts a table's caption before it as a paragraph, not as a heading", () => {
    const table = buildTable(
      [
        ["年", "量"],
        ["2023年", "5"],
      ],
      "口岸业务量",
    );
    expect(findHeadings([textBlock(PROSE), table]).sections.map((section) => section.kind)).toEqual([
      "paragraph",
      "paragraph",
      "table",
    ]);
  });
});

describe("isHeadingShape", () => {
  it.each(["通关快了", "推出新举措，突出新特色", "点赞口岸“很快”", "实施7×24小时预约", "四、企业得到了实惠"])(
    "%s is",
    (line) => {
      expect(isHeadingShape(line)).toBe(true);
    },
  );
  it.each([
    "截至2023年1月25日24时，共验放货车四万辆，平均用",
    "此外，口岸还多了检疫站",
    "货车多了。",
    "货车多了，",
    "出口：12亿元",
    "28.6",
    "出口2380.5亿元，增长7.4%",
    "the rest of a line",
    "口岸全年验放货车四万余辆并且在年底之前全部实现了无纸化申报和放行一站办理",
  ])("%s is not", (line) => {
    expect(isHeadingShape(line)).toBe(false);
  });
});
