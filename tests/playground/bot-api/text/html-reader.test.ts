import { describe, expect, it } from "vitest";
import { ApiError } from "../../../../src/playground/bot-api/api-error.ts";
import { readHtml } from "../../../../src/playground/bot-api/text/html-reader.ts";

function complaint(html: string): string {
  try {
    readHtml(html);
  } catch (error) {
    if (error instanceof ApiError)
      return error.description.replace("Bad Request: can't parse entities: ", "");
    throw error;
  }
  return "none";
}

describe("readHtml", () => {
  it.each([
    ["<b>粗</b>", "粗", [{ type: "bold", offset: 0, length: 1 }]],
    [
      "<strong>a</strong><em>b</em>",
      "ab",
      ["bold", "italic"].map((type, offset) => ({ type, offset, length: 1 })),
    ],
    [
      "<s>a</s><strike>b</strike><del>c</del>",
      "abc",
      [0, 1, 2].map((offset) => ({ type: "strikethrough", offset, length: 1 })),
    ],
    ["<u>a</u><ins>b</ins>", "ab", [0, 1].map((offset) => ({ type: "underline", offset, length: 1 }))],
    [
      '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>',
      "ab",
      [0, 1].map((offset) => ({ type: "spoiler", offset, length: 1 })),
    ],
    ["<B>x</B >", "x", [{ type: "bold", offset: 0, length: 1 }]],
    ["<b>x</>", "x", [{ type: "bold", offset: 0, length: 1 }]],
    ["😀<i>😀</i>", "😀😀", [{ type: "italic", offset: 2, length: 2 }]],
    ["<blockquote expandable>q</blockquote>", "q", [{ type: "expandable_blockquote", offset: 0, length: 1 }]],
    [
      '<blockquote expandable="">q</blockquote>',
      "q",
      [{ type: "expandable_blockquote", offset: 0, length: 1 }],
    ],
    ["<blockquote>q</blockquote>", "q", [{ type: "blockquote", offset: 0, length: 1 }]],
    ['<code class="language-ts">x</code>', "x", [{ type: "code", offset: 0, length: 1 }]],
    [
      '<pre><code class="language-ts">x</code></pre>',
      "x",
      [{ type: "pre", offset: 0, length: 1, language: "ts" }],
    ],
    ["<pre>x</pre>", "x", [{ type: "pre", offset: 0, length: 1 }]],
    [
      '<a href="https://example.com/a?b=1&amp;c=2">x</a>',
      "x",
      [{ type: "text_link", offset: 0, length: 1, url: "https://example.com/a?b=1&c=2" }],
    ],
    [
      "<a href='EXAMPLE.com'>x</a>",
      "x",
      [{ type: "text_link", offset: 0, length: 1, url: "http://example.com/" }],
    ],
    [
      "<a>customs.gov.cn</a>",
      "customs.gov.cn",
      [{ type: "text_link", offset: 0, length: 14, url: "http://customs.gov.cn/" }],
    ],
    [
      '<a href="tg://user?id=77">x</a>',
      "x",
      [{ type: "text_mention", offset: 0, length: 1, user: { id: 77, is_bot: false, first_name: "" } }],
    ],
    ["&lt;b&gt; &amp; &quot; &#20013;&#x56FD;", '<b> & " 中国', []],
    ["&nbsp;&hellip; a&b &", "&nbsp;&hellip; a&b &", []],
    ["&lt", "<", []],
    ["&#0;&#x110000;&#99999999999;", "&#0;&#x110000;&#99999999999;", []],
    ["", "", []],
  ])("reads %j", (html, text, entities) => {
    expect(readHtml(html)).toEqual({ text, entities });
  });

  it.each([
    ["an empty element", "a<b></b>b"],
    ["a link to a host without a dot", '<a href="http://localhost/x">ab</a>'],
    ["a link of another scheme", '<a href="javascript:alert(1)">ab</a>'],
    ["a link to nothing", '<a href="">ab</a>'],
    ["a custom emoji", '<tg-emoji emoji-id="5368324170671202286">ab</tg-emoji>'],
  ])("drops %s without a word", (_, html) => {
    expect(readHtml(html)).toEqual({ text: "ab", entities: [] });
  });

  it.each([
    ["a<br>b", 'Unsupported start tag "br" at byte offset 1'],
    ["中<p>x</p>", 'Unsupported start tag "p" at byte offset 3'],
    ["<ul><li>x</li></ul>", 'Unsupported start tag "ul" at byte offset 0'],
    ["1 < 2", 'Unsupported start tag "" at byte offset 2'],
    ["<br/>", 'Unsupported start tag "br/" at byte offset 0'],
    ["a<", "Unclosed start tag at byte offset 1"],
    ["<b", "Unclosed start tag at byte offset 0"],
    ["<b>x", 'Can\'t find end tag corresponding to start tag "b"'],
    ["<b><i>x</i>", 'Can\'t find end tag corresponding to start tag "b"'],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b>中</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'],
    ["<b>x</b", "Unclosed end tag at byte offset 4"],
    ["<b>x</b x>", "Unclosed end tag at byte offset 4"],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<span class="red">x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ["<a href=x/y>x</a>", "Unexpected end of name token at byte offset 8"],
    ['<a "x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href="x', "Unclosed start tag at byte offset 0"],
    ["<a href", 'Unclosed start tag "a" at byte offset 0'],
    ["<a href=", 'Unclosed start tag "a" at byte offset 0'],
    [
      "&#xD83D;",
      "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
    ],
  ])("refuses %j: %s", (html, reason) => {
    expect(complaint(html)).toBe(reason);
  });
});
