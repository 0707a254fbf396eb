import { describe, expect, it } from "vitest";
import { createMetricKey } from "../../src/coverage/metric-names.ts";
import { parseGlossary } from "../../src/knowledge/glossary.ts";

const GLOSSARY = parseGlossary(
  [
    "term\t外贸|货物贸易|进出口|货物贸易总额|外贸进出口|买卖~\tforeign trade|goods trade|trade in goods|imports and exports",
    "term\t吞吐量|港口吞吐量\tthroughput|port throughput",
    "term\t海关\tcustoms",
    "act\t查获|截获\tseize",
    "place\t云岛\tCloud Island",
  ].join("\n"),
);
const key = createMetricKey(GLOSSARY);

describe("createMetricKey", () => {
  it.each([
    ["货物贸易总额", "外贸进出口总值"],
    ["货物贸易进出口总额", "我国货物贸易总额"],
    ["貨物貿易總額", "货物贸易总额"],
    ["截获的毒品数量", "海关查获毒品"],
    ["国家（地区）", "国家地区"],
    ["total trade in goods", "imports and exports"],
    ["China's foreign trade", "goods trade"],
    ["port throughput of containers", "container throughput"],
  ])("%s is the same as %s", (one, other) => expect(key(one)).toBe(key(other)));

  it.each([
    ["货物贸易总额", "服务贸易总额"],
    ["进口额", "出口额"],
    ["买卖总额", "外贸总额"],
    ["云岛吞吐量", "吞吐量"],
    ["trade in goods", "trade in services"],
    ["seized drugs", "seized weapons"],
  ])("%s is not the same as %s", (one, other) => expect(key(one)).not.toBe(key(other)));

  it("looks past the order and the repetition of words", () => {
    expect(key("吞吐量外贸吞吐量")).toBe(key("外贸吞吐量"));
    expect(key("throughput, foreign trade")).toBe(key("foreign trade throughput"));
  });

  it("gives an empty key for words that only say how something is summed up", () => {
    expect(key("全国总数量")).toBe("");
    expect(key("the total number of")).toBe("");
  });

  it("compares the wordings themselves without a glossary", () => {
    const plain = createMetricKey();
    expect(plain("港口的总吞吐量")).toBe(plain("港口吞吐"));
    expect(plain("货物贸易")).not.toBe(plain("外贸"));
  });
});
