import { describe, expect, it } from "vitest";
import type { NumberAnswer } from "../../src/answer/types.ts";
import { createAssistant } from "../../src/assistant.ts";
import { trendOfAnswer, valuesIn } from "../../src/charts/answer-trend.ts";
import { yearlyAssistant } from "../support/yearly-library.ts";

const yearly = yearlyAssistant();
const number = ({ ask }: Pick<typeof yearly, "ask">, text: string): NumberAnswer => {
  const answer = ask({ text });
  if (answer.kind !== "number") throw new Error(`${text} got a ${answer.kind}`);
  return answer;
};

describe("trendOfAnswer", () => {
  it("draws all years of the number that is told, whichever year was asked for", () => {
    for (const year of ["2020", "2021", "2022"]) {
      const trend = trendOfAnswer(
        yearly.library,
        number(yearly, `${year}年云岛港货物吞吐量是多少`),
        "zh-Hans",
      );
      expect(trend).toMatchObject({
        kind: "line",
        points: [{ shown: "1000万吨" }, { shown: "1260万吨" }, { shown: "1350万吨" }],
      });
    }
  });

  it("gives nothing where one year is all there is", () =>
    expect(
      trendOfAnswer(yearly.library, number(yearly, "2020年云岛港查获走私案件多少起"), "zh-Hans"),
    ).toBeUndefined());

  it("takes the texts of the other language where they know more years, and speaks the asker's", () => {
    const shipped = createAssistant({ dir: "knowledge" });
    const answer = number(shipped, "China's total trade in goods in 2024");
    const trend = trendOfAnswer(shipped.library, answer, "en");
    expect(trend).toMatchObject({ lang: "en", title: "Total trade in goods" });
    expect(trend?.kind === "bars" && trend.data.map((d) => [d.label, d.shown])).toEqual([
      ["2020", "32.16 trillion yuan"],
      ["2024", "43.8 trillion yuan"],
    ]);
    const partners = number(shipped, "现在跟多少个国家实现了AEO互认？");
    const known = trendOfAnswer(shipped.library, partners, "zh-Hans");
    expect(known?.source).toBe("来源：每日经济新闻，2025-08-25（摘编）；人民日报，2021-02-01（摘编）");
    expect(known?.kind === "bars" && known.data.map((d) => [d.label, d.shown])).toEqual([
      ["截至2021年2月", "42个国家（地区）"],
      ["截至2025年8月", "57个"],
    ]);
  });
});

it("counts the values of a chart", () => {
  const trend = trendOfAnswer(yearly.library, number(yearly, "2022年云岛港货物吞吐量是多少"), "zh-Hans");
  expect(trend && valuesIn(trend)).toBe(3);
});
