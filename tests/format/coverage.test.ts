import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coveragePage, type KnownMetric } from "../../src/format/coverage.ts";
import { MESSAGE_LIMIT } from "../../src/format/cut.ts";

const metric = (name: string, years: string, place = ""): KnownMetric => ({
  name,
  place,
  years: years.split(" ").map((year) => ({ year: year.replace("±", ""), onlyChange: year.endsWith("±") })),
});
const known = (...metrics: KnownMetric[]) => ({ metrics, figures: 9 });

describe("coveragePage", () => {
  it("lists metrics below their newest year, folded, without a value", () => {
    const { out, keyboard } = coveragePage(
      known(
        metric("吞吐量", "2022 2021± 2020"),
        metric("班列", "2022", "云岛"),
        metric("渡轮<班次>", "2019–2021±"),
        metric("灯塔", ""),
      ),
      "zh-Hans",
      0,
    );
    expect(out.html).toBe(
      [
        "<b>已知 4 项指标、9 个数</b>",
        "按最新年份排列，想知道哪项就直接问。",
        "<b>2022年</b>",
        "<blockquote expandable>吞吐量：2022、2021（增减）、2020\n班列 · 云岛</blockquote>",
        "<b>2019–2021年</b>",
        "<blockquote expandable>渡轮&lt;班次&gt;（增减）</blockquote>",
        "<b>没有年份</b>",
        "<blockquote expandable>灯塔</blockquote>",
      ].join("\n"),
    );
    expect(keyboard.rows).toEqual([]);
  });

  it("speaks English", () =>
    expect(coveragePage(known(metric("throughput", "2022 2021±")), "en", 0).out.text).toContain(
      "2022\nthroughput: 2022, 2021 (change)",
    ));

  it("says so where nothing is known", () =>
    expect(coveragePage(known(), "en", 3).out.text).toBe("The library is still empty."));

  it("stays within a message on every page, and shows each metric once", () => {
    const name = fc.string({ minLength: 1, maxLength: 300, unit: "grapheme" });
    const metrics = fc.array(
      fc.tuple(name, fc.array(fc.integer({ min: 1900, max: 2030 }), { minLength: 1 })),
      {
        minLength: 1,
        maxLength: 120,
      },
    );
    fc.assert(
      fc.property(metrics, (list) => {
        const all = known(...list.map(([text, years]) => metric(text, years.join(" "))));
        for (let page = 0; page < 12; page++)
          expect(coveragePage(all, "zh-Hant", page).out.text.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
      }),
      { numRuns: 30 },
    );
  });

  it("pages through a large library", () => {
    const many = known(...Array.from({ length: 400 }, (_, i) => metric(`第${i}号码头吞吐量`, "2022 2021")));
    const first = coveragePage(many, "zh-Hans", 0);
    expect(first.out.text).toMatch(/第 1\/\d 页$/);
    expect(first.keyboard.rows).toEqual([[{ text: "下一页 ›", callback_data: "k1" }]]);
    const pages = [0, 1, 2, 3, 4].map((page) => coveragePage(many, "zh-Hans", page).out.text);
    expect(new Set(pages.join("\n").match(/第\d+号码头/g)).size).toBe(400);
  });
});
