import { describe, expect, it } from "vitest";
import { hasNameShape, isChineseName, isNameList } from "../../src/ingest/person-names.ts";
import { findSpeakers } from "../../src/ingest/speakers.ts";

describe("isNameList", () => {
  it.each(["任小满", "任小满 陆一舟", "任小满、陆一舟、何小雨", "张 恒", "欧阳小满", "孫小雲"])(
    "%s is one",
    (line) => {
      expect(isNameList(line)).toBe(true);
    },
  );
  it.each(["金融", "方向", "高质量", "口岸", "通关快了", "关税", "任小满表示", "", "Dana Ruiz"])(
    "%s is not",
    (line) => {
      expect(isNameList(line)).toBe(false);
    },
  );
  it("a word may have the shape of a name", () => {
    expect([hasNameShape("秦川"), isChineseName("秦川")]).toEqual([true, false]);
  });
});

describe("findSpeakers", () => {
  it.each([
    ["海渡海关关长任小满表示，货车多了。", [{ name: "任小满", role: "海渡海关关长" }]],
    [
      "据海渡海关副关长陆一舟介绍，货车多了。陆一舟说，等候少了。",
      [{ name: "陆一舟", role: "海渡海关副关长" }],
    ],
    [
      "省口岸办党组成员、办公室主任何小雨在会上说，很好。",
      [{ name: "何小雨", role: "省口岸办党组成员、办公室主任" }],
    ],
    ["“很好。”甲乙船务公司经理任小满说。", [{ name: "任小满", role: "甲乙船务公司经理" }]],
    ["副关长云以宁、统计科科长陆一舟回答了提问。", [{ name: "陆一舟", role: "统计科科长" }]],
    ["海渡海关负责人说，货车多了。一名科长表示同意。", []],
    ["该公司经理任小满说，货车多了。", []],
  ])("%s", (text, speakers) => {
    expect(findSpeakers(text)).toEqual(speakers);
  });
});
