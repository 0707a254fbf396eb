import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { viewMessage } from "../../../src/playground/message-view.ts";

const lin = { id: 7, is_bot: false, first_name: "Lin", last_name: "Xiao" };
const bot = { id: 1, is_bot: true, first_name: "关问", username: "guanwen_bot" };
const group = { id: -100, type: "supergroup", title: "G" } as const;
const base = { message_id: 5, date: 1000, chat: group, from: lin };
const view = (fields: object) =>
  viewMessage(
    { ...base, ...fields } as unknown as Message,
    (message) => `<${message.text ?? message.caption ?? ""}>`,
  );

describe("viewMessage", () => {
  it("carries who wrote what, when and where", () => {
    expect(view({ text: "hi", is_topic_message: true, message_thread_id: 3 })).toEqual({
      key: "5",
      chat: -100,
      id: 5,
      topic: 3,
      from: { id: 7, name: "Lin Xiao", isBot: false },
      date: 1000,
      edited: false,
      text: "hi",
      html: "<hi>",
      keyboard: [],
    });
  });

  it("gives a message for one pair of eyes a key of its own and its reader", () => {
    const seen = view({
      text: "psst",
      message_id: 0,
      ephemeral_message_id: 4,
      receiver_user: lin,
      from: bot,
    });
    expect(seen).toMatchObject({ key: "e4", ephemeral: 4, onlyFor: 7 });
  });

  it("leaves out the thread number of a plain reply chain, which is no topic", () => {
    expect(view({ text: "hi", message_thread_id: 3 })).not.toHaveProperty("topic");
  });

  it.each([
    ["callback_data", { callback_data: "x" }, { kind: "callback" }],
    ["url", { url: "https://example.org" }, { kind: "url", url: "https://example.org" }],
    ["switch_inline_query", { switch_inline_query: "q" }, { kind: "inline", query: "q", here: false }],
    [
      "switch_inline_query_current_chat",
      { switch_inline_query_current_chat: "q" },
      { kind: "inline", query: "q", here: true },
    ],
    [
      "switch_inline_query_chosen_chat",
      { switch_inline_query_chosen_chat: {} },
      { kind: "inline", query: "", here: false },
    ],
    ["copy_text", { copy_text: { text: "c" } }, { kind: "copy", copied: "c" }],
    ["anything else", { pay: true }, { kind: "other" }],
  ])("tells what a button with %s does", (_, button, expected) => {
    const seen = view({ text: "hi", reply_markup: { inline_keyboard: [[{ text: "B", ...button }]] } });
    expect(seen.keyboard).toEqual([[{ text: "B", ...expected }]]);
  });

  it("shows the selected part of a message that is replied to, else all of it", () => {
    const replied = { ...base, message_id: 2, from: bot, text: "the whole answer" };
    expect(view({ text: "hi", reply_to_message: replied }).reply).toEqual({
      id: 2,
      name: "关问",
      text: "the whole answer",
      isPart: false,
    });
    const quote = { text: "whole", position: 4, is_manual: true };
    expect(view({ text: "hi", reply_to_message: replied, quote }).reply).toMatchObject({
      text: "whole",
      isPart: true,
    });
  });

  it("takes the message that opened a topic for no reply", () => {
    const opened = { ...base, message_id: 3, forum_topic_created: { name: "T", icon_color: 1 } };
    expect(view({ text: "hi", reply_to_message: opened })).not.toHaveProperty("reply");
  });

  it.each([
    ["people coming", { new_chat_members: [lin, bot] }, { kind: "joined", names: ["Lin Xiao", "关问"] }],
    ["someone leaving", { left_chat_member: lin }, { kind: "left", names: ["Lin Xiao"] }],
    ["a new topic", { forum_topic_created: { name: "T", icon_color: 1 } }, { kind: "topic", name: "T" }],
    ["another event", { new_chat_title: "New" }, { kind: "other", name: "new_chat_title" }],
  ])("tells of %s in a line of its own", (_, fields, service) => {
    expect(view(fields).service).toEqual(service);
  });

  it("shows the largest size of a photo, and its caption as the text", () => {
    const photo = [
      { file_id: "small", file_unique_id: "s", width: 90, height: 60 },
      { file_id: "large", file_unique_id: "l", width: 900, height: 600 },
    ];
    const seen = view({ photo, caption: "a chart" });
    expect(seen).toMatchObject({
      photo: { file: "large", width: 900, height: 600 },
      text: "a chart",
      html: "<a chart>",
    });
  });

  it("names the chat that someone speaks for", () => {
    expect(view({ text: "hi", sender_chat: group }).from).toEqual({ id: -100, name: "G", isBot: false });
  });
});
