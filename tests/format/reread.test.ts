import { describe, expect, it } from "vitest";
import { rereadReply } from "../../src/format/reread.ts";

const text = "头<1>\n2023年  12\n引文\n《题》· 社 · 2024\n另见：《二》\n按此理解";
const at = (words: string, type: string, url?: string) => ({
  type,
  offset: text.indexOf(words),
  length: words.length,
  ...(url === undefined ? {} : { url }),
});

describe("rereadReply", () => {
  it("keeps what stands above the quote and below its source, with their formats", () => {
    const sent = rereadReply(text, [
      at("头<1>", "bold"),
      at("2023年  12", "pre"),
      at("引文", "expandable_blockquote"),
      at("题", "text_link", "https://example.org/x"),
      at("《二》", "text_link", "https://example.org/y?a=1&b=2"),
      at("按此理解", "italic"),
      at("2024", "phone_number"),
    ]);
    expect(sent?.head.html).toBe("<b>头&lt;1&gt;</b>\n<pre>2023年  12</pre>");
    expect(sent?.foot.html).toBe(
      '另见：<a href="https://example.org/y?a=1&amp;b=2">《二》</a>\n<i>按此理解</i>',
    );
  });

  it("takes several quotes of a comparison as one place", () => {
    const two = "头\n甲\n源一\n乙\n源二\n脚";
    const sent = rereadReply(two, [
      { type: "expandable_blockquote", offset: 2, length: 1 },
      { type: "expandable_blockquote", offset: 7, length: 1 },
    ]);
    expect([sent?.head.text, sent?.foot.text]).toEqual(["头", "脚"]);
  });

  it("has an empty foot where the reply ends with its source", () => {
    const sent = rereadReply("头\n引\n源", [{ type: "blockquote", offset: 2, length: 1 }]);
    expect([sent?.head.text, sent?.foot.text]).toEqual(["头", ""]);
  });

  it("finds nothing in a message without a quote", () => expect(rereadReply("头\n源", [])).toBeUndefined());
});
