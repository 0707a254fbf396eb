import { describe, expect, it } from "vitest";
import { extractFigures } from "../../../src/figures/extract.ts";

const owners = (text: string, title?: string) =>
  extractFigures(text, {
    lang: "zh",
    published: "2025-08-25",
    ...(title === undefined ? {} : { title }),
  }).map((f) => f.entity);

describe("owner of a figure", () => {
  it.each([
    ["数家综保区出口3亿元，五家综保区进口2亿元，五家综保区共6亿元。", [null, null, null, null, null]],
    ["复合肥进口325万吨。", [null]],
    ["目前海关监管货物3万吨。", [null]],
    ["青湾海关查办互市渠道案件48起，青湾海关罚款5万元。", ["青湾海关", "青湾海关"]],
    ["青湾公路口岸出口3亿元。青湾海关征税2亿元。青湾全县互市额9亿元。", ["青湾公路口岸", "青湾海关", "青湾"]],
    ["石滩缉私分局立案9起；白沙缉私分局立案7起。", ["石滩缉私分局", "白沙缉私分局"]],
    [
      "青湾海关征税2亿元，青湾海关罚款5万元，其中石滩口岸3万元。石滩口岸在西。案件12起。",
      ["青湾海关", "青湾海关", "石滩口岸", "石滩口岸"],
    ],
  ])("%s", (text, expected) => expect(owners(text)).toEqual(expected));

  it("knows a place by its row in a table", () => {
    const text =
      "| 综保区 | 出口（亿元） |\n|---|---|\n| 白沙 | 3 |\n\n白沙综保区去年出口3亿元。该区企业有9家。";
    expect(owners(text)).toEqual(["白沙", "白沙综保区", "白沙综保区"]);
  });

  it("takes the second part of a title for the owner where the first names nobody", () => {
    const text = "全年办案3起。石滩海关在海边，石滩海关在山下。";
    expect(owners(text, "案值近3亿元！石滩海关晒账本")).toEqual(["石滩海关"]);
    expect(
      owners("全年办案3起。石滩在东，石滩口岸旁有石滩口岸。", "五家综保区出口增长 石滩首次入围"),
    ).toEqual([null]);
  });

  it("gives no one of a list of unknown places what belongs to all", () => {
    const text = "缉私局在青崖、白沙、石滩查扣油料9吨。石滩港在北，石滩港在南。";
    expect(owners(text)).toEqual([null]);
  });
});
