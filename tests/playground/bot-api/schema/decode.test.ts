import { describe, expect, it } from "vitest";
import { ApiError } from "../../../../src/playground/bot-api/api-error.ts";
import { decodeCall } from "../../../../src/playground/bot-api/schema/decode.ts";
import { METHODS, type MethodName } from "../../../../src/playground/bot-api/schema/method-table.ts";

function decode(method: MethodName, fields: Record<string, unknown>, uploads: string[] = []): unknown {
  return decodeCall(METHODS[method], { fields, uploads: new Set(uploads) });
}

function complaint(method: MethodName, fields: Record<string, unknown>): string {
  try {
    decode(method, fields);
  } catch (error) {
    if (error instanceof ApiError) return error.description.replace("Bad Request: ", "");
    throw error;
  }
  return "none";
}

const message = { chat_id: 1, text: "x" };
const keyboard = (button: unknown) => ({ ...message, reply_markup: { inline_keyboard: [[button]] } });
const article = (extra: object) => ({
  inline_query_id: "1",
  results: [{ type: "article", id: "1", title: "t", input_message_content: { message_text: "m" }, ...extra }],
});

describe("decodeCall refuses", () => {
  it.each<[string, MethodName, Record<string, unknown>, string]>([
    ["a missing chat", "sendMessage", { text: "x" }, "chat_id is empty"],
    ["an empty chat", "sendMessage", { chat_id: "", text: "x" }, "chat_id is empty"],
    ["a missing text", "sendMessage", { chat_id: 1 }, "message text is empty"],
    ["an empty text", "sendMessage", { chat_id: 1, text: "" }, "message text is empty"],
    ["a null text", "sendMessage", { chat_id: 1, text: null }, "message text is empty"],
    ["another missing parameter", "answerCallbackQuery", {}, 'parameter "callback_query_id" is required'],
    [
      "an unknown parameter",
      "sendMessage",
      { ...message, disable_web_page_preview: true },
      'unknown parameter "disable_web_page_preview"',
    ],
    ["a parameter of another method", "getMe", { chat_id: 1 }, 'unknown parameter "chat_id"'],
    [
      "a text that is an object",
      "sendMessage",
      { chat_id: 1, text: {} },
      'field "text" must be of type String',
    ],
    [
      "a chat that is an object",
      "sendMessage",
      { chat_id: {}, text: "x" },
      'field "chat_id" must be of type Number',
    ],
    ["a number in words", "getUpdates", { offset: "ten" }, 'field "offset" must be of type Number'],
    ["half a number", "getUpdates", { offset: 1.5 }, 'field "offset" must be of type Number'],
    [
      "a message number below 1",
      "deleteMessage",
      { chat_id: 1, message_id: 0 },
      'field "message_id" must be from 1 to 2147483647',
    ],
    [
      "a flag that is a number",
      "sendMessage",
      { ...message, protect_content: 3 },
      'field "protect_content" must be of type Boolean',
    ],
    ["a lone surrogate", "sendMessage", { chat_id: 1, text: "a\uD800" }, "strings must be encoded in UTF-8"],
    [
      "broken JSON in a form",
      "sendMessage",
      { ...message, reply_markup: "{" },
      "can't parse reply markup JSON object",
    ],
    ["markup of no kind", "sendMessage", { ...message, reply_markup: {} }, "object expected as reply markup"],
    [
      "a keyboard without rows",
      "sendMessage",
      { ...message, reply_markup: { inline_keyboard: [{ text: "x" }] } },
      'field "inline_keyboard" must be of type Array',
    ],
    [
      "a button without an action",
      "sendMessage",
      keyboard({ text: "x" }),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "a button with two actions",
      "sendMessage",
      keyboard({ text: "x", url: "https://a.b", callback_data: "c" }),
      "can't parse inline keyboard button: exactly one of the optional fields must be used",
    ],
    [
      "a button without a text",
      "sendMessage",
      keyboard({ callback_data: "c" }),
      "can't parse inline keyboard button: Can't find field \"text\"",
    ],
    [
      "a button with an unknown field",
      "sendMessage",
      keyboard({ text: "x", callback_data: "c", colour: "red" }),
      'can\'t parse inline keyboard button: unknown field "colour" in InlineKeyboardButton',
    ],
    [
      "an unknown style",
      "sendMessage",
      keyboard({ text: "x", callback_data: "c", style: "red" }),
      "can't parse inline keyboard button: invalid button style specified",
    ],
    [
      "reply parameters without a message",
      "sendMessage",
      { ...message, reply_parameters: {} },
      'can\'t find field "message_id"',
    ],
    [
      "an entity without a length",
      "sendMessage",
      { ...message, entities: [{ type: "bold", offset: 0 }] },
      "can't parse MessageEntity: Can't find field \"length\"",
    ],
    [
      "an entity of an unknown type",
      "sendMessage",
      { ...message, entities: [{ type: "marquee", offset: 0, length: 1 }] },
      "can't parse MessageEntity: Unsupported type specified",
    ],
    [
      "a link without an address",
      "sendMessage",
      { ...message, entities: [{ type: "text_link", offset: 0, length: 1 }] },
      "can't parse MessageEntity: Can't find field \"url\"",
    ],
    [
      "a preview option of old",
      "sendMessage",
      { ...message, link_preview_options: { disabled: true } },
      'unknown field "disabled" in LinkPreviewOptions',
    ],
    [
      "51 results",
      "answerInlineQuery",
      {
        inline_query_id: "1",
        results: Array.from({ length: 51 }, (_, i) => ({ type: "article", id: `${i}` })),
      },
      "too many inline query results specified",
    ],
    [
      "a result without a type",
      "answerInlineQuery",
      { inline_query_id: "1", results: [{ id: "1" }] },
      "can't parse inline query result: Can't find field \"type\"",
    ],
    [
      "a result of an unknown type",
      "answerInlineQuery",
      { inline_query_id: "1", results: [{ type: "poem", id: "1" }] },
      'can\'t parse inline query result: type "poem" is unsupported for the inline query result',
    ],
    [
      "an article without a title",
      "answerInlineQuery",
      article({ title: undefined }),
      "can't parse inline query result: Can't find field \"title\"",
    ],
    [
      "an article without content",
      "answerInlineQuery",
      article({ input_message_content: undefined }),
      "can't parse inline query result: Can't find field \"input_message_content\"",
    ],
    [
      "content of no kind",
      "answerInlineQuery",
      article({ input_message_content: { text: "x" } }),
      "can't parse inline query result: Input message content is not specified",
    ],
    [
      "an unknown field of a result",
      "answerInlineQuery",
      article({ thumb_url: "https://a.b" }),
      'can\'t parse inline query result: unknown field "thumb_url" in InlineQueryResultArticle',
    ],
    [
      "a results button that does nothing",
      "answerInlineQuery",
      { inline_query_id: "1", results: [], button: { text: "x" } },
      "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
    ],
    [
      "a command without a description",
      "setMyCommands",
      { commands: [{ command: "a" }] },
      "can't parse BotCommand: Can't find field \"description\"",
    ],
    [
      "an unknown scope",
      "setMyCommands",
      { commands: [], scope: { type: "everywhere" } },
      "can't parse BotCommandScope: Unsupported type specified",
    ],
    [
      "a scope without its chat",
      "setMyCommands",
      { commands: [], scope: { type: "chat" } },
      "can't parse BotCommandScope: Can't find field \"chat_id\"",
    ],
    [
      "an unknown action",
      "sendChatAction",
      { chat_id: 1, action: "thinking" },
      "wrong parameter action in request",
    ],
    [
      "an unknown kind of update",
      "getUpdates",
      { allowed_updates: ["messages"] },
      "allowed_updates holds an unknown kind of update",
    ],
    ["a photo that is not there", "sendPhoto", { chat_id: 1 }, "there is no photo in the request"],
    [
      "101 messages to remove",
      "deleteMessages",
      { chat_id: 1, message_ids: Array.from({ length: 101 }, (_, i) => i + 1) },
      "too many message identifiers specified",
    ],
  ])("%s", (_, method, fields, description) => {
    expect(complaint(method, fields)).toBe(description);
  });
});

describe("decodeCall takes", () => {
  it.each<[string, MethodName, Record<string, unknown>, Record<string, unknown>]>([
    [
      "numbers, flags and objects written as text",
      "sendMessage",
      { chat_id: "-100", text: "x", protect_content: "true", reply_parameters: '{"message_id":7}' },
      { chat_id: -100, text: "x", protect_content: true, reply_parameters: { message_id: 7 } },
    ],
    ["a username", "getChat", { chat_id: "@group" }, { chat_id: "@group" }],
    ["a number as text", "sendMessage", { chat_id: 1, text: 5 }, { chat_id: 1, text: "5" }],
    ["null for absent", "sendMessage", { ...message, parse_mode: null }, message],
    [
      "an ephemeral reply",
      "sendMessage",
      { ...message, reply_parameters: { ephemeral_message_id: 3 } },
      { ...message, reply_parameters: { ephemeral_message_id: 3 } },
    ],
  ])("%s", (_, method, fields, decoded) => {
    expect(decode(method, fields)).toEqual(decoded);
  });

  it("an upload under the parameter's own name", () => {
    expect(decode("sendPhoto", { chat_id: 1 }, ["photo"])).toEqual({ chat_id: 1, photo: "attach://photo" });
  });
});
