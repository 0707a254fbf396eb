import { describe, expect, it } from "vitest";
import { conflictsPage, type DifferingFact } from "../../src/format/conflicts.ts";
import { MESSAGE_LIMIT } from "../../src/format/cut.ts";
import { tinyQuote } from "../support/tiny-library.ts";

const OLD = tinyQuote("lighthouse-2021", "zh", "2020年，云岛港吞吐量达80.5万箱，比上年增长3%。", [
  "80.5万箱",
]);
const NEW = tinyQuote("lighthouse-2024", "zh", "2023年，云岛港吞吐量超过120万箱。", ["超过120万箱"]);
const FACT: DifferingFact = {
  name: "吞吐量",
  place: "云岛港",
  period: { from: "2020", to: "2020" },
  values: [
    { value: "超过120万箱", quotes: [NEW] },
    { value: "80.5万箱", quotes: [OLD] },
  ],
};

describe("conflictsPage", () => {
  it("sets the values side by side with dates, then shows each in its quote with its source", () => {
    const { out } = conflictsPage({ facts: [FACT], agreed: 2 }, "zh-Hans", 0);
    expect(out.html).toBe(
      [
        "<b>各来源说法不同的有 1 处</b>",
        "",
        "<b>1. 吞吐量 · 云岛港 · 2020年</b>",
        "<pre>2024-02 海湾周刊     超过120万箱\n2021-03-01 云岛日报  80.5万箱</pre>",
        "<blockquote expandable>2023年，云岛港吞吐量<b>超过120万箱</b>。</blockquote>",
        "《灯塔下的三年》· 海湾周刊 · 2024-02",
        "<blockquote expandable>2020年，云岛港吞吐量达<b>80.5万箱</b>，比上年增长3%。</blockquote>",
        '摘编自《<a href="https://example.org/harbour?year=2020&amp;page=1">云岛港的一年 &lt;年报&gt;</a>》· 云岛日报 · 2021-03-01',
      ].join("\n"),
    );
  });

  it.each([
    ["zh-Hans", "没有发现"],
    ["zh-Hant", "沒有發現"],
    ["en", "No two articles"],
  ] as const)("says in %s that sources agree", (lang, words) =>
    expect(conflictsPage({ facts: [], agreed: 3 }, lang, 0).out.text).toMatch(new RegExp(`^${words}.*3`)),
  );

  it("stays within a message on every page, however long names and quotes are", () => {
    const long = { ...NEW, text: NEW.text.repeat(60), title: "题".repeat(500), publisher: "报".repeat(300) };
    const values = Array.from({ length: 9 }, () => ({ value: "1".repeat(200), quotes: [long] as const }));
    const facts = Array.from({ length: 7 }, () => ({ ...FACT, name: "名".repeat(300), values }));
    for (let page = 0; page < 8; page++) {
      const { out } = conflictsPage({ facts, agreed: 0 }, "zh-Hans", page);
      expect(out.text.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
    }
  });
});
