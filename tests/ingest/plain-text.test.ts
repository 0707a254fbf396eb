import { describe, expect, it } from "vitest";
import type { Block } from "../../src/ingest/blocks.ts";
import { parsePlainText } from "../../src/ingest/plain-text.ts";

const show = (block: Block): string =>
  block.kind === "text"
    ? block.text
    : `${block.caption}[${block.rows.map((row) => row.join(",")).join(";")}]`;
const read = (text: string): string[] => parsePlainText(text).blocks.map(show);

describe("parsePlainText", () => {
  it("takes each line for a paragraph, whatever ends it", () => {
    expect(read("一行\r\n二行\r三行\u2028四行\f五行")).toEqual(["一行", "二行", "三行", "四行", "五行"]);
    expect(
      read("口岸一天比一天忙，货车多了，等候少了。\n关员们把窗口提前到清晨五点，司机都说好。"),
    ).toHaveLength(2);
  });

  it("tidies white space and invisible characters", () => {
    expect(read("\ufeff\u3000\u3000港口\u00a0\u00a0一号\u200b 泊位 ")).toEqual(["港口 一号 泊位"]);
  });

  it("tells where a blank line stood", () => {
    expect(parsePlainText("a\nb\n\nc").blocks.map((block) => block.kind === "text" && block.gap)).toEqual([
      true,
      false,
      true,
    ]);
  });

  const wrapped = `Seed growers in the valley waited eleven days for a plant health
certificate last year. Since the green lane opened in the spring,
the wait has been two days on average, and no fewer than three
hundred consignments have used it so far without a single fault,
which the growers of the lower valley find hard to believe even
now, six months after the first truck went through.

A second paragraph.`;
  it("puts lines together that were wrapped at a width", () => {
    expect(read(wrapped)).toEqual([
      expect.stringMatching(/^Seed growers.*health certificate.*first truck went through\.$/),
      "A second paragraph.",
    ]);
  });

  it("puts wrapped Chinese lines together without spaces, and begins a paragraph at an indent", () => {
    const text =
      "　　口岸从五月起推行预约查验，企业可在三\n天之内挑选时段，关员按约上门。首周共有\n四十二家企业预约了一百一十六批货物，平\n均等待时间降到二十五分钟，各方都说好。\n　　今后将把预约范围扩大到夜间和周末，让\n生鲜货物少在码头停留，也让司机们少熬几\n次夜。\n";
    expect(read(text)).toHaveLength(2);
    expect(read(text)[0]).toContain("平均等待时间");
  });

  it("leaves lines alone that only happen to be short", () => {
    expect(read("出口 12 亿元\n进口 9 亿元\n顺差 3 亿元\n货运 8 万吨\n旅客 2 万人")).toHaveLength(5);
  });

  it("reads tables out of tabs, bars and columns of spaces", () => {
    expect(read("地区\t出口\n东部\t62\n西部\t44")).toEqual(["[地区,出口;东部,62;西部,44]"]);
    expect(read("| 地区 | 出口 |\n|---|---|\n| 东部 | 62 |")).toEqual(["[地区,出口;东部,62]"]);
    expect(read("地区    出口   进口\n东部    62   31\n西部    44   29")).toEqual([
      "[地区,出口,进口;东部,62,31;西部,44,29]",
    ]);
    expect(read("甲方    乙方   丙方\n说明    如下   所示")).toHaveLength(2);
  });
});
