import fc from "fast-check";
import type { MessageEntity } from "grammy/types";
import { describe, expect, it } from "vitest";
import { entitiesToHtml } from "../../../../src/playground/bot-api/text/entities-html.ts";
import { fixEntities } from "../../../../src/playground/bot-api/text/fix-entities.ts";

describe("entitiesToHtml", () => {
  it.each<[string, MessageEntity[], string]>([
    ["a<b&c", [], "a&lt;b&amp;c"],
    ["abc", [{ type: "bold", offset: 1, length: 1 }], "a<b>b</b>c"],
    [
      "abcd",
      [
        { type: "bold", offset: 0, length: 4 },
        { type: "italic", offset: 1, length: 2 },
      ],
      "<b>a<i>bc</i>d</b>",
    ],
    [
      "ab",
      [{ type: "expandable_blockquote", offset: 0, length: 2 }],
      "<blockquote expandable>ab</blockquote>",
    ],
    ["ab", [{ type: "spoiler", offset: 0, length: 2 }], '<span class="tg-spoiler">ab</span>'],
    [
      "ab",
      [{ type: "pre", offset: 0, length: 2, language: 't"s' }],
      '<pre><code class="language-t&quot;s">ab</code></pre>',
    ],
    [
      "ab",
      [{ type: "text_link", offset: 0, length: 2, url: "https://a.b/?c=1&d=2" }],
      '<a href="https://a.b/?c=1&amp;d=2" target="_blank" rel="noopener noreferrer">ab</a>',
    ],
    ["ab", [{ type: "text_link", offset: 0, length: 2, url: "javascript:alert(1)" }], "<span>ab</span>"],
    [
      "a.cn",
      [{ type: "url", offset: 0, length: 4 }],
      '<a href="https://a.cn" target="_blank" rel="noopener noreferrer">a.cn</a>',
    ],
  ])("shows %j with %j", (text, entities, html) => {
    expect(entitiesToHtml(text, entities)).toBe(html);
  });

  it("balances its tags and loses no character", () => {
    const types = ["bold", "italic", "code", "blockquote", "spoiler", "underline"];
    const anyEntity = fc.record({ type: fc.constantFrom(...types), offset: fc.nat(12), length: fc.nat(12) });
    fc.assert(
      fc.property(
        fc.string({ minLength: 12, maxLength: 12 }),
        fc.array(anyEntity, { maxLength: 6 }),
        (text, given) => {
          const within = given.map((entity) => ({
            ...entity,
            length: Math.min(entity.length, text.length - entity.offset),
          }));
          const html = entitiesToHtml(text, fixEntities(within as MessageEntity[]));
          const open: string[] = [];
          for (const [, slash, name] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
            if (slash === "") open.push(name as string);
            else expect(open.pop()).toBe(name);
          }
          expect(open).toEqual([]);
          const escapes: Record<string, string> = {
            "&lt;": "<",
            "&gt;": ">",
            "&quot;": '"',
            "&#39;": "'",
            "&amp;": "&",
          };
          const shown = html
            .replace(/<[^>]*>/g, "")
            .replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => escapes[name] as string);
          expect(shown).toBe(text);
        },
      ),
    );
  });
});
