import { describe, expect, it } from "vitest";
import { sharedChange, titleOf } from "../../src/charts/titles.ts";
import { answered, figure } from "./builders.ts";

const named = (...metrics: string[]) => metrics.map((metric) => answered("", "1亿元", { metric }));

describe("titleOf", () => {
  it.each([
    [["货物贸易总额", "货物贸易总额"], "货物贸易总额"],
    [["进口整体通关时间", "出口整体通关时间"], "整体通关时间"],
    [["离岛免税购物金额", "离岛免税购物件数"], "离岛免税购物"],
    [["出口汽车", "进口粮食"], "金额对比"],
  ])("%s → %s", (metrics, title) => expect(titleOf(named(...metrics), "zh-Hans")).toBe(title));

  it("keeps English words whole", () => {
    const english = ["imports of cars", "imports of carpets"].map((metric) => ({
      ...answered("", "1", { metric }),
      lang: "en" as const,
    }));
    expect(titleOf(english, "en")).toBe("Amounts compared");
    const times = ["import clearance time", "export clearance time"].map((metric) => ({
      ...answered("", "1", { metric }),
      lang: "en" as const,
    }));
    expect(titleOf(times, "en")).toBe("Clearance time");
  });

  it("says no Chinese name to an English asker, and no number that is not drawn", () => {
    expect(titleOf(named("货物贸易总额"), "en")).toBe("Amounts compared");
    expect(titleOf(named("前5大伙伴的贸易额"), "zh-Hans")).toBe("金额对比");
  });
});

describe("sharedChange", () => {
  const fall = figure({ change: { kind: "vs", base: "2017", value: -5, unit: "%", factor: null } });
  it("names the base of growth figures", () => {
    expect(sharedChange([fall, fall], "zh-Hans")).toBe("比2017年下降");
    expect(sharedChange([fall, fall], "en")).toBe("Fall from 2017");
  });
  it("is empty for levels", () => expect(sharedChange([figure()], "en")).toBe(""));
});
