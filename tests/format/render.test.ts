import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/types.ts";
import { renderAnswer } from "../../src/format/render.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

const ask = (text: string): Answer => tinyAssistant().ask({ text });

describe("renderAnswer", () => {
  it("lays out a number: headline, context, quote with the figure marked, source, how it was understood", () => {
    expect(renderAnswer(ask("吞吐量是多少？")).html).toBe(
      [
        "<b>云岛港吞吐量：超过120万箱</b>",
        "吞吐量 · 2023年 · 云岛港",
        "<blockquote expandable>2023年，云岛港吞吐量<b>超过120万箱</b>。</blockquote>",
        "《灯塔下的三年》· 海湾周刊 · 2024-02",
        "<i>按最新一年理解</i>",
      ].join("\n"),
    );
  });

  it("marks a digest as one, links its title, and names other articles", () => {
    const { html } = renderAnswer(ask("2020年吞吐量"));
    expect(html).toContain(
      '摘编自《<a href="https://example.org/harbour?year=2020&amp;page=1">云岛港的一年 &lt;年报&gt;</a>》· 云岛日报 · 2021-03-01',
    );
    expect(html).toContain("另见：《灯塔下的三年》（2024-02）");
  });

  it("lays out a comparison: verdict, operands aligned, arithmetic, both quotes", () => {
    expect(renderAnswer(ask("2023年吞吐量与2020年相比")).text).toBe(
      [
        "2023年更高。",
        "吞吐量 · 云岛港",
        "2023年  超过120万箱",
        "2020年  80.5万箱",
        "算式：120 − 80.5 = 39.5（万箱）",
        "2023年，云岛港吞吐量超过120万箱。",
        "《灯塔下的三年》· 海湾周刊 · 2024-02",
        "2020年，云岛港吞吐量达80.5万箱，比上年增长3%。",
        "摘编自《云岛港的一年 <年报>》· 云岛日报 · 2021-03-01",
      ].join("\n"),
    );
  });

  it("says why figures were not set against each other, and what is missing", () => {
    const answer = ask("相比");
    if (answer.kind !== "comparison") throw new Error("no comparison");
    const apart = {
      ...answer,
      derived: [],
      verdict: "",
      incomparable: "一个是全年，一个是半年",
      missing: ["2019年"],
    };
    const { text } = renderAnswer(apart);
    expect(text).toContain("没有直接相比：一个是全年，一个是半年");
    expect(text).toContain("资料里没有：2019年");
    expect(text).not.toContain("算式");
  });

  it("writes its own words in Traditional characters and leaves quotes as published", () => {
    const { text } = renderAnswer(ask("吞吐量是多少？"), { lang: "zh-Hant" });
    expect(text).toContain("雲島港吞吐量：超過120萬箱");
    expect(text).toContain("2023年，云岛港吞吐量超过120万箱。");
  });

  it("speaks English to English", () => {
    const { text } = renderAnswer(ask("throughput in total"));
    expect(text).toContain("Digest of “A year at Cloud Island harbour” · Cloud Island Daily · 2021-03-01");
    expect(text).toContain("Understood as: newest period");
  });

  it("repeats a question that a button asked, and lists suggestions for a terminal", () => {
    expect(renderAnswer(ask("你好"), { asked: "你好 <吗>" }).html).toBe("<i>问：你好 &lt;吗&gt;</i>\n你好。");
    expect(renderAnswer(ask("火星")).plain).toBe("资料里没有找到。\n可以问：\n  · 2023年吞吐量是多少？");
  });
});

/** Tags of Telegram's that our replies use, opened and closed in order. */
function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (close === "") open.push(name ?? "");
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

describe("whatever an article holds", () => {
  const nasty = fc.string({
    unit: fc.constantFrom("<", "&", '"', "😀", "\ud83d", "关", "\n", "x ", "\u202e", "。"),
    minLength: 1,
    maxLength: 9000,
    size: "max",
  });
  const answers = fc
    .record({
      quote: nasty,
      headline: nasty,
      title: nasty,
      marks: fc.array(fc.tuple(fc.nat(9000), fc.nat(300)), { maxLength: 60, size: "max" }),
      kind: fc.constantFrom("吞吐量", "相比", "谁"),
    })
    .map(({ quote, headline, title, marks, kind }): Answer => {
      const answer = ask(kind);
      if (!("quotes" in answer)) throw new Error("no quotes");
      const spans = marks.map(([from, size]) => [50 + from, 50 + from + size] as const);
      const wild = {
        ...answer.quotes[0],
        text: quote,
        title,
        start: 50,
        end: 50 + quote.length,
        marks: spans,
      };
      return {
        ...answer,
        headline: [{ kind: "text", text: headline }],
        quotes: [wild, wild, wild],
        alsoIn: [wild],
      };
    });
  let longest = 0;
  beforeEach(() => {
    longest = 0;
  });

  it("a reply stays within 4,096 characters and 100 entities, with its tags balanced", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const { html, text } = renderAnswer(answer);
        longest = Math.max(longest, text.length);
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(Buffer.byteLength(html)).toBeLessThanOrEqual(32_768);
        expect([...html.matchAll(/<[a-z]/g)].length).toBeLessThanOrEqual(100);
        expect(isBalanced(html)).toBe(true);
        expect(html).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|\u202e/);
      }),
      { numRuns: 150 },
    );
    expect(longest).toBeGreaterThan(2000);
  });
});
