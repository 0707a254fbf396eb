import { describe, expect, it } from "vitest";
import { glue, squeeze, tidy, width } from "../../src/ingest/spacing.ts";

describe("glue", () => {
  it.each([
    ["进出境货车", "只有68辆", "进出境货车只有68辆"],
    ["货车", "68辆", "货车68辆"],
    ["in the first ", " five months", "in the first five months"],
    ["增长23", ".5%，", "增长23.5%，"],
    ["2020,", "打造", "2020,打造"],
    ["", "港口", "港口"],
    ["港口", " ", "港口"],
  ])("%j + %j", (left, right, whole) => {
    expect(glue(left, right)).toBe(whole);
  });
});

describe("tidy, width and squeeze", () => {
  it("leave what prints", () => {
    expect(tidy("\u3000\u3000港\u200b口\t\u00a0 a\u00ad\u0007b ")).toBe("港口 ab");
    expect(width("港口ab，")).toBe(4);
    expect(squeeze("港口（Ａ）—— b!")).toBe("港口ab");
  });
});
