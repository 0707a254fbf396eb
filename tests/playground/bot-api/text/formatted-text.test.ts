import fc from "fast-check";
import type { MessageEntity } from "grammy/types";
import { describe, expect, it } from "vitest";
import { ApiError } from "../../../../src/playground/bot-api/api-error.ts";
import {
  readCaption,
  readMessageText,
  readQuote,
  type SourceText,
} from "../../../../src/playground/bot-api/text/formatted-text.ts";

const nobody = () => undefined;

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ApiError) return error.description;
    throw error;
  }
  return "none";
}

describe("readMessageText", () => {
  it.each<[string, SourceText, string]>([
    ["nothing", { text: "" }, "Bad Request: message text is empty"],
    ["blanks", { text: " \n\t " }, "Bad Request: text must be non-empty"],
    ["zero-width characters", { text: "\u200B\u2060" }, "Bad Request: text must be non-empty"],
    ["tags around nothing", { text: "<b> </b>", parse_mode: "HTML" }, "Bad Request: text must be non-empty"],
    ["4097 characters", { text: "关".repeat(4097) }, "Bad Request: message is too long"],
    ["more than 32,768 bytes", { text: "关".repeat(10_923) }, "Bad Request: text is too long"],
    ["an unknown parse mode", { text: "a", parse_mode: "BBCode" }, "Bad Request: unsupported parse_mode"],
    [
      "HTML that Telegram does not read",
      { text: "a<br>b", parse_mode: "html" },
      'Bad Request: can\'t parse entities: Unsupported start tag "br" at byte offset 1',
    ],
    [
      "an entity beyond the end",
      { text: "ab", entities: [{ type: "bold", offset: 1, length: 5 }] },
      "Bad Request: entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 6",
    ],
    [
      "an entity inside a surrogate pair",
      { text: "😀x", entities: [{ type: "bold", offset: 1, length: 1 }] },
      "Bad Request: entity begins in a middle of a UTF-16 symbol",
    ],
    [
      "a negative offset",
      { text: "ab", entities: [{ type: "bold", offset: -1, length: 1 }] },
      "Bad Request: receive an entity with incorrect offset -1",
    ],
  ])("refuses %s", (_, source, description) => {
    expect(refusal(() => readMessageText(source, nobody))).toBe(description);
  });

  it.each<[string, SourceText, string, unknown[]]>([
    ["4096 characters", { text: "关".repeat(4096) }, "关".repeat(4096), []],
    [
      "4096 characters after parsing",
      { text: `<b>${"a".repeat(4096)}</b>`, parse_mode: "HTML" },
      "a".repeat(4096),
      [{ type: "bold", offset: 0, length: 4096 }],
    ],
    ["blanks at both ends", { text: "\n  a b \n" }, "a b", []],
    ["control characters", { text: "a\tb\u0001c\r\nd" }, "a b c\nd", []],
    ["direction overrides", { text: "a\u202Eb\u2028c" }, "abc", []],
    [
      "entities behind vanished characters",
      { text: "\r\ra<b>b</b>", parse_mode: "HTML" },
      "ab",
      [{ type: "bold", offset: 1, length: 1 }],
    ],
    [
      "formatting that ends in blanks",
      { text: "a<b>b  </b>", parse_mode: "HTML" },
      "ab",
      [{ type: "bold", offset: 1, length: 1 }],
    ],
    ["tags as text without a parse mode", { text: "<b>a</b>" }, "<b>a</b>", []],
    [
      "entities as given",
      { text: "ab", entities: [{ type: "bold", offset: 0, length: 1 }] },
      "ab",
      [{ type: "bold", offset: 0, length: 1 }],
    ],
    [
      "commands found in the text",
      { text: "用 /ask 提问" },
      "用 /ask 提问",
      [{ type: "bot_command", offset: 2, length: 4 }],
    ],
    ["mentions of nobody", { text: '<a href="tg://user?id=5">x</a>y', parse_mode: "HTML" }, "xy", []],
  ])("keeps %s", (_, source, text, entities) => {
    expect(readMessageText(source, nobody)).toEqual({ text, entities });
  });

  it("turns a link to a known user to a mention", () => {
    const user = { id: 5, is_bot: false, first_name: "Wu" };
    const source = { text: '<a href="tg://user?id=5">x</a>', parse_mode: "HTML" };
    expect(readMessageText(source, () => user).entities).toEqual([
      { type: "text_mention", offset: 0, length: 1, user },
    ]);
  });

  it("gives entities that cover their text, whatever is written", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<code>",
        "</code>",
        "<blockquote>",
        "</blockquote>",
        "\r",
        "\u202E",
        " ",
        "\n",
        "@name ",
        "/ask ",
        "&lt;",
        "😀",
      ),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const read = (): { text: string; entities: readonly MessageEntity[] } | undefined => {
          try {
            return readMessageText({ text: pieces.join(""), parse_mode: "HTML" }, nobody);
          } catch (error) {
            if (error instanceof ApiError) return undefined;
            throw error;
          }
        };
        const formatted = read();
        for (const { offset, length } of formatted?.entities ?? []) {
          expect(length).toBeGreaterThan(0);
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(formatted?.text.length ?? 0);
        }
      }),
    );
  });
});

describe("readCaption", () => {
  it("takes nothing, and 1024 characters, and no more", () => {
    expect(readCaption({ text: "" }, nobody)).toEqual({ text: "", entities: [] });
    expect(readCaption({ text: "字".repeat(1024) }, nobody).text).toHaveLength(1024);
    expect(refusal(() => readCaption({ text: "字".repeat(1025) }, nobody))).toBe(
      "Bad Request: message caption is too long",
    );
  });
});

describe("readQuote", () => {
  it("finds no commands or mentions", () => {
    expect(readQuote({ text: "/ask <b>x</b>", parse_mode: "HTML" }, nobody)).toEqual({
      text: "/ask x",
      entities: [{ type: "bold", offset: 5, length: 1 }],
    });
  });
});
