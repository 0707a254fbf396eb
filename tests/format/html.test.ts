import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bold,
  cleanText,
  concat,
  escapeHtml,
  foldedQuote,
  join,
  link,
  plain,
} from "../../src/format/html.ts";

describe("escapeHtml", () => {
  it.each([
    ["<b>", "&lt;b&gt;"],
    ["a & b", "a &amp; b"],
    ['"', "&quot;"],
    ["&lt;", "&amp;lt;"],
    ["关税<5%", "关税&lt;5%"],
  ])("%s → %s", (text, html) => expect(escapeHtml(text)).toBe(html));

  it("leaves no character that could open a tag or an entity, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeHtml(text).replace(/&(?:amp|lt|gt|quot);/g, "")).not.toMatch(/[<>&"]/);
      }),
    );
  });
});

describe("cleanText", () => {
  it.each([
    ["a\rb", "ab"],
    ["a\u202eb", "ab"],
    ["a\u0000b\tc", "a b c"],
    ["a\nb", "a\nb"],
    ["\ud83d", "\ufffd"],
    ["\udcd8x", "\ufffdx"],
    ["😀", "😀"],
  ])("%j → %j", (text, clean) => expect(cleanText(text)).toBe(clean));
});

describe("link", () => {
  it.each([
    ["https://example.org/a?b=1&c=2", '<a href="https://example.org/a?b=1&amp;c=2">t</a>'],
    ["http://example.org", '<a href="http://example.org">t</a>'],
    ["https://localhost/x", "t"],
    ["javascript:alert(1).x", "t"],
    [undefined, "t"],
  ])("%s → %s", (address, html) => expect(link(plain("t"), address).html).toBe(html));
});

it("keeps the text that Telegram will show beside the HTML", () => {
  const rich = join(
    [bold(plain("a<")), plain(""), foldedQuote(concat([plain("q "), bold(plain("m"))]))],
    "\n",
  );
  expect(rich).toEqual({
    html: "<b>a&lt;</b>\n<blockquote expandable>q <b>m</b></blockquote>",
    text: "a<\nq m",
  });
});

it("makes no empty tags", () => expect(bold(plain("")).html).toBe(""));
