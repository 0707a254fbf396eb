import { describe, expect, it } from "vitest";
import { askPlainly, asksForChart } from "../../src/charts/chart-words.ts";

describe("asksForChart", () => {
  it.each([
    ["云岛港历年吞吐量", "surely"],
    ["雲島港歷年吞吐量", "surely"],
    ["吞吐量走势如何", "surely"],
    ["吞吐量逐年变化", "surely"],
    ["画个图", "surely"],
    ["畫張圖看看吞吐量", "surely"],
    ["吞吐量的趋势图", "surely"],
    ["吞吐量趋势", "vaguely"],
    ["throughput over the years", "surely"],
    ["Throughput, year by year", "surely"],
    ["Plot the throughput", "surely"],
    ["Trend of throughput", "vaguely"],
    ["趋势图 of the trend", "surely"],
    ["吞吐量是多少", undefined],
    ["近年来有哪些变化", undefined],
    ["图们江口岸在哪里", undefined],
    ["What did photographs show?", undefined],
    ["", undefined],
  ])("%s → %s", (text, asked) => expect(asksForChart(text)).toBe(asked));
});

describe("askPlainly", () => {
  it.each([
    ["货物吞吐量走势如何", "货物吞吐量是多少"],
    ["请画一张货物吞吐量历年变化的趋势图", "货物吞吐量是多少"],
    ["帮我看看吞吐量历年的数据", "吞吐量是多少"],
    ["雲島港歷年吞吐量怎麼樣？", "云岛港吞吐量是多少"],
    ["那历年的呢", "那是多少"],
    ["历年来怎么变的", "那是多少"],
    ["画个趋势图", "那是多少"],
    ["What is the trend of the throughput?", "throughput"],
    ["How has the throughput changed over the years?", "throughput"],
    ["Please show me a chart of the throughput.", "throughput"],
    ["trend?", "那是多少"],
  ])("%s → %s", (text, plain) => expect(askPlainly(text)).toBe(plain));
});
