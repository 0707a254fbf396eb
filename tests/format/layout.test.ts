import { describe, expect, it } from "vitest";
import { alignRows } from "../../src/format/columns.ts";
import { answerResult, exampleResults, quoteResult } from "../../src/format/inline-results.ts";
import { showPeriod } from "../../src/format/period.ts";
import { contextBlock, quoteBlock } from "../../src/format/quote.ts";
import { sourcesPage } from "../../src/format/sources.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";
import { tinyQuote } from "../support/tiny-library.ts";

const assistant = tinyAssistant();

it.each([
  [
    [
      ["2023年", "1"],
      ["2020年", "22"],
    ],
    "2023年  1\n2020年  22",
  ],
  [
    [
      ["出口", "1"],
      ["进口总值", "2"],
    ],
    "出口      1\n进口总值  2",
  ],
  [
    [
      ["export", "1"],
      ["出口", "2"],
    ],
    "export  1\n出口    2",
  ],
  [[], ""],
] as const)("alignRows(%j)", (rows, table) => expect(alignRows(rows)).toBe(table));

it.each([
  ["2023", "2023", null, "2023年", "2023"],
  ["2021-02", "2021-02", null, "2021年2月", "Feb 2021"],
  ["2021-02-01", "2021-02-01", null, "2021年2月1日", "1 Feb 2021"],
  ["2021", "2025", "“十四五”期间", "2021—2025年", "2021–2025"],
  ["2024-01", "2024-07", null, "2024年1月—2024年7月", "Jan 2024 – July 2024"],
  ["2013", null, null, "2013年以来", "since 2013"],
  [null, "2024-06", null, "截至2024年6月", "up to June 2024"],
  [null, null, "近年来", "近年来", "近年来"],
  [null, null, null, "", ""],
])("a period from %s to %s (%s) reads %s and %s", (from, to, text, zh, en) => {
  const period = { from, to, text, implicit: false };
  expect([showPeriod(period, "zh-Hans"), showPeriod(period, "en")]).toEqual([zh, en]);
});

describe("quotes", () => {
  const quote = tinyQuote("lighthouse-2021", "zh", "2020年，云岛港吞吐量达80.5万箱，比上年增长3%。", [
    "80.5万箱",
    "3%",
  ]);

  it("show their marks in bold", () => {
    expect(quoteBlock(quote, 500).html).toBe(
      "<blockquote expandable>2020年，云岛港吞吐量达<b>80.5万箱</b>，比上年增长<b>3%</b>。</blockquote>",
    );
  });

  it("that are too long are cut to a window around their marks", () => {
    const long = {
      ...quote,
      text: `${"前".repeat(900)}重点${"后".repeat(900)}`,
      start: 0,
      end: 1802,
      marks: [[900, 902] as const],
    };
    const { text, html } = quoteBlock(long, 100);
    expect(text).toMatch(/^…前+重点后+…$/);
    expect(text.length).toBeLessThanOrEqual(100);
    expect(html).toContain("<b>重点</b>");
  });

  it("survive overlapping marks, and marks outside of them", () => {
    const odd = {
      ...quote,
      marks: [
        [quote.start, quote.start + 5],
        [quote.start + 2, quote.start + 9],
        [0, 3],
        [900, 950],
      ] as const,
    };
    expect(quoteBlock(odd, 500).html).toBe(
      "<blockquote expandable><b>2020年</b>，云岛港吞吐量达80.5万箱，比上年增长3%。</blockquote>",
    );
  });

  it("stand in bold between the sentences around them, within the limit", () => {
    const { text, html } = contextBlock("前。".repeat(200), quote, "后。".repeat(200), 200);
    expect(html).toContain(`<b>${quote.text}</b>`);
    expect(text).toMatch(/^….*…$/);
    expect(text.length).toBeLessThanOrEqual(200);
  });
});

describe("sourcesPage", () => {
  const many = Array.from({ length: 23 }, (_, i) => ({
    id: `a${i}`,
    title: `第${i + 1}篇`,
    publisher: "社",
    published: "2024",
    kind: "digest" as const,
    langs: ["zh" as const],
  }));

  it("lists the articles with dates and links", () => {
    const { out } = sourcesPage(assistant.articles("zh-Hans"), "zh-Hans", 0);
    expect(out.html).toBe(
      '<b>资料共 2 篇：</b>\n1. 灯塔下的三年\n   海湾周刊 · 2024-02\n2. <a href="https://example.org/harbour?year=2020&amp;page=1">云岛港的一年 &lt;年报&gt;</a>\n   云岛日报 · 2021-03-01 · 摘编',
    );
  });

  it.each([
    [0, "第1篇", ["s1"]],
    [1, "第11篇", ["s0", "s2"]],
    [2, "第21篇", ["s1"]],
    [99, "第21篇", ["s1"]],
  ])("page %i begins with %s", (page, first, data) => {
    const { out, keyboard } = sourcesPage(many, "zh-Hans", page);
    expect(out.text.split("\n")[1]).toContain(first);
    expect(keyboard.rows.flat().map((b) => ("callback_data" in b ? b.callback_data : ""))).toEqual(data);
    expect(out.text.length).toBeLessThanOrEqual(4096);
  });

  it("says when there is none", () =>
    expect(sourcesPage([], "en", 0).out.text).toBe("The library is still empty."));
});

describe("inline results", () => {
  it("have ids of at most 64 bytes that begin with the version", () => {
    const quote = {
      ...tinyQuote("lighthouse-2021", "zh", "港口新添两座吊机。", []),
      articleId: "x".repeat(64),
    };
    const { id, title } = quoteResult(quote, "zh-Hans", "0123456789abcdef", []);
    expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
    expect(id.startsWith("0123456789abcdef-q-")).toBe(true);
    expect(title).toBe("港口新添两座吊机。");
  });

  it("give the answer as it would be given in a chat, titled by its headline", () => {
    const answer = assistant.ask({ text: "2023年吞吐量与2020年相比" });
    if (answer.kind !== "comparison") throw new Error("no comparison");
    const result = answerResult(answer, "v1");
    expect(result.title).toBe("2023年更高。");
    expect(result.input_message_content.message_text).toContain("<pre>");
  });

  it("leave out examples that find nothing", () => {
    const answers = ["火星", "谁"].map((text) => assistant.ask({ text }));
    expect(exampleResults(answers, "zh-Hans", "v1").map((r) => r.title)).toEqual(["谁"]);
  });
});
