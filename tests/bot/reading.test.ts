import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { mentionsBot, type Reading, readMessage } from "../../src/bot/reading.ts";

const me = { id: 42, username: "Guanwen_Bot" };
const person = { id: 7, is_bot: false, first_name: "甲" };
const bot = { id: 42, is_bot: true, first_name: "关问" };
const group = { id: -100, type: "supergroup" as const, title: "群" };
const own = { id: 7, type: "private" as const, first_name: "甲" };
const message = (fields: object): Message =>
  ({ message_id: 1, date: 0, chat: group, from: person, ...fields }) as Message;
const silent: Reading = { kind: "silent" };

describe("in a group", () => {
  it.each<[string, object, Reading]>([
    ["a command", { text: "/ask 关税 多少" }, { kind: "command", name: "ask", args: "关税 多少" }],
    [
      "a command for this bot",
      { text: "/Ask@guanwen_bot\n关税" },
      { kind: "command", name: "ask", args: "关税" },
    ],
    ["a command for another", { text: "/ask@other_bot 关税" }, silent],
    [
      "another bot's command in reply to this one",
      { text: "/ban@other_bot", reply_to_message: message({ from: bot }) },
      silent,
    ],
    ["a path that is no command", { text: "/etc/hosts 关税" }, silent],
    ["a mention first", { text: "@guanwen_bot，关税多少" }, { kind: "question", text: "关税多少" }],
    ["a mention last", { text: "关税多少 @Guanwen_Bot" }, { kind: "question", text: "关税多少" }],
    ["a mention within", { text: "请 @guanwen_bot 说说关税" }, { kind: "question", text: "请 说说关税" }],
    ["a longer name", { text: "@guanwen_bot2 关税" }, silent],
    ["an address", { text: "a@guanwen_bot" }, silent],
    [
      "a mention without a name",
      { text: "关问 关税", entities: [{ type: "text_mention", offset: 0, length: 2, user: bot }] },
      { kind: "question", text: "关问 关税" },
    ],
    ["a mention in a caption", { caption: "@guanwen_bot 关税" }, { kind: "question", text: "关税" }],
    [
      "a reply to the bot",
      { text: "那2020年呢", reply_to_message: message({ from: bot }) },
      { kind: "question", text: "那2020年呢" },
    ],
    ["a reply to the bot without words", { sticker: {}, reply_to_message: message({ from: bot }) }, silent],
    ["a reply to someone else", { text: "是吗", reply_to_message: message({ text: "x" }) }, silent],
    [
      "a topic that the bot opened",
      { text: "大家好", reply_to_message: message({ from: bot, forum_topic_created: {} }) },
      silent,
    ],
    [
      "a bare mention in reply to a question",
      { text: "@guanwen_bot", reply_to_message: message({ text: "关税多少？" }) },
      { kind: "question", text: "关税多少？" },
    ],
    [
      "a bare command in reply to a question",
      { text: "/ask", reply_to_message: message({ text: "关税多少？" }) },
      { kind: "command", name: "ask", args: "关税多少？" },
    ],
    [
      "a bare command in reply to the bot",
      { text: "/ask", reply_to_message: message({ from: bot, text: "答" }) },
      { kind: "command", name: "ask", args: "" },
    ],
    [
      "a selected part",
      {
        text: "这是哪年",
        reply_to_message: message({ from: bot }),
        quote: { text: " 17万亿元 ", position: 0, is_manual: true },
      },
      { kind: "question", text: "这是哪年", about: "17万亿元" },
    ],
    [
      "a part that Telegram selected",
      { text: "这是哪年", reply_to_message: message({ from: bot }), quote: { text: "x", position: 0 } },
      { kind: "question", text: "这是哪年" },
    ],
    [
      "another bot's words",
      { text: "@guanwen_bot 关税", from: { id: 9, is_bot: true, first_name: "b" } },
      silent,
    ],
    [
      "an anonymous admin",
      { text: "/ask 关税", from: { id: 1087968824, is_bot: true, first_name: "Group" }, sender_chat: group },
      { kind: "command", name: "ask", args: "关税" },
    ],
    ["what was sent through this bot", { text: "/ask 关税", via_bot: bot }, silent],
    ["a voice message", { voice: {} }, silent],
    ["plain talk", { text: "关税多少？" }, silent],
  ])("%s", (_, fields, reading) => expect(readMessage(message(fields), me)).toEqual(reading));
});

describe("in private", () => {
  it.each<[string, object, Reading]>([
    ["text", { text: "  关税多少？ " }, { kind: "question", text: "关税多少？" }],
    ["a caption", { photo: [], caption: "关税多少？" }, { kind: "question", text: "关税多少？" }],
    ["a command", { text: "/start payload_1" }, { kind: "command", name: "start", args: "payload_1" }],
    ["a sticker", { sticker: {} }, { kind: "unsupported" }],
    ["a location", { location: {} }, { kind: "unsupported" }],
    ["an event", { pinned_message: {} }, silent],
    ["an inline result", { text: "引文", via_bot: bot }, silent],
  ])("%s", (_, fields, reading) =>
    expect(readMessage(message({ chat: own, ...fields }), me)).toEqual(reading),
  );
});

it("tells a mention in any message", () => {
  expect([
    mentionsBot(message({ text: "@guanwen_bot hi" }), me),
    mentionsBot(message({ text: "hi" }), me),
    mentionsBot(undefined, me),
  ]).toEqual([true, false, false]);
});
