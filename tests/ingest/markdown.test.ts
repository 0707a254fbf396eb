import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/ingest/markdown.ts";

const read = (text: string): string[] =>
  parseMarkdown(text).blocks.map((block) =>
    block.kind === "text"
      ? `${block.role}: ${block.text}`
      : `table: ${block.rows.map((row) => row.join(",")).join(";")}`,
  );

describe("parseMarkdown", () => {
  it.each([
    ["# 标题", ["title: 标题"]],
    ["标题\n===", ["title: 标题"]],
    ["小节\n---", ["heading: 小节"]],
    ["### 小节 ###", ["heading: 小节"]],
    ["one\ntwo", ["plain: one two"]],
    ["一行\n二行", ["plain: 一行二行"]],
    ["一行  \n　　新段", ["plain: 一行", "plain: 新段"]],
    [
      "**503.2**万标箱，*约*占`一半`，~~旧~~ __新__ a_b_c 3 * 4 * 5",
      ["plain: 503.2万标箱，约占一半，旧 新 a_b_c 3 * 4 * 5"],
    ],
    ["**bold over\ntwo lines** end", ["plain: bold over two lines end"]],
    ["[口岸](http://a.example/x)开通，见[公告][1]", ["plain: 口岸开通，见公告"]],
    ["![图](a.png)\n\n正文", ["plain: 正文"]],
    ["> 引文\n> 下半", ["plain: 引文下半"]],
    ["- 甲\n- 乙\n  续", ["item: 甲", "item: 乙续"]],
    ["1. 甲\n2) 乙", ["item: 甲", "item: 乙"]],
    ["甲\n\n---\n\n* * *\n\n乙", ["plain: 甲", "plain: 乙"]],
    ["甲<!-- 编者\n注 -->乙<br>丙 <b>丁</b> 2 < 3", ["plain: 甲乙 丙 丁 2 < 3"]],
    ["```\n甲\n```", ["plain: 甲"]],
    ["1\\. 不是列表 \\*星\\*", ["plain: 1. 不是列表 *星*"]],
    ["| 年 | 量 |\n|:--|--:|\n| 2023 | **5** |\n", ["table: 年,量;2023,5"]],
    ["甲\n| 年 | 量 |\n| - | - |\n| 2023 | 5 |\n乙", ["plain: 甲", "table: 年,量;2023,5", "plain: 乙"]],
  ])("%j", (text, blocks) => {
    expect(read(text)).toEqual(blocks);
  });

  it("reads front matter and keeps dates as they are written", () => {
    const { facts, blocks } = parseMarkdown("---\ntitle: 甲\ndate: 2024-02-29\nsource: 乙报\n---\n正文");
    expect(facts).toEqual({ title: "甲", published: "2024-02-29", publisher: "乙报" });
    expect(blocks).toHaveLength(1);
  });

  it("keeps text between two rules that is no YAML mapping", () => {
    expect(read("---\n正文\n---\n下文")).toContain("plain: 下文");
    expect(read("---\n正文\n---\n下文").join()).toContain("正文");
  });

  it("measures how much of a line is links", () => {
    const [block] = parseMarkdown("[首页](/) / [口岸](/p) / 报道").blocks;
    expect(block?.kind === "text" && block.linked).toBeCloseTo(4 / 12);
  });
});
