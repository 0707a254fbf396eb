import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callApi, openStage, type Stage, TOKEN } from "../support.ts";

/** One world for all cases: none of them changes it. */
let stage: Stage;
const ids = {
  user: 0,
  stranger: 0,
  blocker: 0,
  group: 0,
  gone: 0,
  kicked: 0,
  forum: 0,
  topic: 0,
  channel: 0,
  said: 0,
  own: 0,
  old: 0,
};

beforeAll(async () => {
  stage = await openStage();
  const { api } = stage;
  ids.user = api.createUser().id;
  ids.stranger = api.createUser().id;
  ids.blocker = api.createUser().id;
  api.openPrivateChat(ids.user);
  api.openPrivateChat(ids.blocker);
  api.block(ids.blocker);
  ids.group = api.createGroup({ title: "group", creator: ids.user }).id;
  ids.gone = api.createSupergroup({ title: "gone", creator: ids.user, bot: false }).id;
  ids.kicked = api.createSupergroup({ title: "kicked", creator: ids.user }).id;
  api.setMember(ids.kicked, api.bot.id, { status: "kicked" }, ids.user);
  ids.forum = api.createSupergroup({ title: "forum", creator: ids.user, is_forum: true }).id;
  ids.topic = api.createTopic(ids.forum, "贸易", ids.user).message_thread_id;
  ids.channel = api.createChannel({ title: "channel", creator: ids.user, bot: "member" }).id;
  ids.old = api.createGroup({ title: "old", creator: ids.user }).id;
  api.migrateToSupergroup(ids.old, ids.user);
  ids.said = api.sendText(ids.user, ids.user, "海关 <b>征税</b>").message_id;
  const sent = await callApi(stage, "sendMessage", {
    chat_id: ids.user,
    text: "<b>2.43</b> 万亿元",
    parse_mode: "HTML",
  });
  ids.own = (sent.body.result as { message_id: number }).message_id;
});
afterAll(async () => {
  await stage.close();
});

type Fields = Record<string, unknown>;
const text = (chat_id: unknown, more: Fields = {}): Fields => ({ chat_id, text: "x", ...more });
const button = (fields: Fields): Fields => ({
  reply_markup: { inline_keyboard: [[{ text: "x", ...fields }]] },
});

describe("the server refuses", () => {
  it.each<[string, string, () => Fields, number, string]>([
    ["an unknown method", "sendPoem", () => ({}), 404, "Not Found: method not found"],
    ["a method that is not kept", "sendDice", () => ({}), 404, "Not Found: method not found"],
    ["an unknown chat", "sendMessage", () => text(99), 400, "Bad Request: chat not found"],
    ["an unknown username", "sendMessage", () => text("@nobody"), 400, "Bad Request: chat not found"],
    ["somebody who never came", "sendMessage", () => text(ids.stranger), 400, "Bad Request: chat not found"],
    ["the bot itself", "sendMessage", () => text(4242), 403, "Forbidden: bots can't send messages to bots"],
    [
      "somebody who blocked the bot",
      "sendMessage",
      () => text(ids.blocker),
      403,
      "Forbidden: bot was blocked by the user",
    ],
    [
      "a chat that the bot is not in",
      "sendMessage",
      () => text(ids.gone),
      403,
      "Forbidden: bot is not a member of the supergroup chat",
    ],
    [
      "a chat that the bot was thrown out of",
      "sendMessage",
      () => text(ids.kicked),
      403,
      "Forbidden: bot was kicked from the supergroup chat",
    ],
    [
      "a channel where the bot is no administrator",
      "sendMessage",
      () => text(ids.channel),
      400,
      "Bad Request: need administrator rights in the channel chat",
    ],
    [
      "an unknown topic",
      "sendMessage",
      () => text(ids.forum, { message_thread_id: 999 }),
      400,
      "Bad Request: message thread not found",
    ],
    [
      "the General topic by its number",
      "sendMessage",
      () => text(ids.forum, { message_thread_id: 1 }),
      400,
      "Bad Request: message thread not found",
    ],
    [
      "a topic in a private chat",
      "sendMessage",
      () => text(ids.user, { message_thread_id: 2 }),
      400,
      "Bad Request: message thread not found",
    ],
    [
      "a reply to nothing",
      "sendMessage",
      () => text(ids.user, { reply_parameters: { message_id: 999 } }),
      400,
      "Bad Request: message to be replied not found",
    ],
    [
      "a reply of the old kind to nothing",
      "sendMessage",
      () => text(ids.user, { reply_to_message_id: 999 }),
      400,
      "Bad Request: message to be replied not found",
    ],
    [
      "a quote that does not stand there",
      "sendMessage",
      () => text(ids.user, { reply_parameters: { message_id: ids.said, quote: "海关总署" } }),
      400,
      "Bad Request: QUOTE_TEXT_INVALID",
    ],
    [
      "a quote that differs in formatting",
      "sendMessage",
      () => text(ids.user, { reply_parameters: { message_id: ids.own, quote: "2.43" } }),
      400,
      "Bad Request: QUOTE_TEXT_INVALID",
    ],
    [
      "HTML before the chat",
      "sendMessage",
      () => ({ chat_id: 99, text: "<p>x</p>", parse_mode: "HTML" }),
      400,
      'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    ],
    [
      "65 bytes of callback data",
      "sendMessage",
      () => text(ids.user, button({ callback_data: `${"关".repeat(21)}ab` })),
      400,
      "Bad Request: BUTTON_DATA_INVALID",
    ],
    [
      "empty callback data",
      "sendMessage",
      () => text(ids.user, button({ callback_data: "" })),
      400,
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "a button to nowhere",
      "sendMessage",
      () => text(ids.user, button({ url: "nowhere" })),
      400,
      "Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    ],
    [
      "a button without a text",
      "sendMessage",
      () => text(ids.user, { reply_markup: { inline_keyboard: [[{ text: " ", callback_data: "x" }]] } }),
      400,
      "Bad Request: BUTTON_TEXT_INVALID",
    ],
    [
      "an upgraded group",
      "sendMessage",
      () => text(ids.old),
      400,
      "Bad Request: group chat was upgraded to a supergroup chat",
    ],
    [
      "an ephemeral message in a private chat",
      "sendMessage",
      () => text(ids.user, { ephemeral_message_parameters: { receiver_user_id: ids.user } }),
      400,
      "Bad Request: ephemeral messages can be sent only to groups and supergroups",
    ],
    [
      "an ephemeral message to somebody who is not there",
      "sendMessage",
      () => text(ids.group, { ephemeral_message_parameters: { receiver_user_id: ids.stranger } }),
      400,
      "Bad Request: PARTICIPANT_ID_INVALID",
    ],
    [
      "a business connection",
      "sendMessage",
      () => text(ids.user, { business_connection_id: "b" }),
      400,
      "Bad Request: business connection not found",
    ],
    [
      "an edit of nothing",
      "editMessageText",
      () => text(ids.user, { message_id: 999 }),
      400,
      "Bad Request: message to edit not found",
    ],
    [
      "an edit of a person's message",
      "editMessageText",
      () => text(ids.user, { message_id: ids.said }),
      400,
      "Bad Request: message can't be edited",
    ],
    [
      "an edit that changes nothing",
      "editMessageText",
      () => ({ chat_id: ids.user, message_id: ids.own, text: "<b>2.43</b> 万亿元", parse_mode: "HTML" }),
      400,
      "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    ],
    [
      "an edit of no message",
      "editMessageText",
      () => ({ text: "x" }),
      400,
      "Bad Request: message identifier is not specified",
    ],
    [
      "an edit of an unknown inline message",
      "editMessageText",
      () => ({ text: "x", inline_message_id: "abc" }),
      400,
      "Bad Request: MESSAGE_ID_INVALID",
    ],
    [
      "a caption for a text",
      "editMessageCaption",
      () => ({ chat_id: ids.user, message_id: ids.own, caption: "x" }),
      400,
      "Bad Request: there is no caption in the message to edit",
    ],
    [
      "removing what is not there",
      "deleteMessage",
      () => ({ chat_id: ids.user, message_id: 999 }),
      400,
      "Bad Request: message to delete not found",
    ],
    [
      "an answer to no callback query",
      "answerCallbackQuery",
      () => ({ callback_query_id: "1" }),
      400,
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ],
    [
      "an answer to no inline query",
      "answerInlineQuery",
      () => ({ inline_query_id: "1", results: [] }),
      400,
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ],
    [
      "an answer to no guest query",
      "answerGuestQuery",
      () => ({ guest_query_id: "1", result: article("1") }),
      400,
      "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ],
    [
      "a callback answer of 201 characters",
      "answerCallbackQuery",
      () => ({ callback_query_id: "1", text: "关".repeat(201) }),
      400,
      "Bad Request: MESSAGE_TOO_LONG",
    ],
    [
      "a result with an empty id",
      "answerInlineQuery",
      () => ({ inline_query_id: "1", results: [article("")] }),
      400,
      "Bad Request: RESULT_ID_INVALID",
    ],
    [
      "a result with an id of 65 bytes",
      "answerInlineQuery",
      () => ({ inline_query_id: "1", results: [article("a".repeat(65))] }),
      400,
      "Bad Request: RESULT_ID_INVALID",
    ],
    [
      "two results with one id",
      "answerInlineQuery",
      () => ({ inline_query_id: "1", results: [article("1"), article("1")] }),
      400,
      "Bad Request: RESULT_ID_DUPLICATE",
    ],
    [
      "a next offset of 65 bytes",
      "answerInlineQuery",
      () => ({ inline_query_id: "1", results: [], next_offset: "a".repeat(65) }),
      400,
      "Bad Request: NEXT_OFFSET_INVALID",
    ],
    [
      "a start parameter with a space",
      "answerInlineQuery",
      () => ({ inline_query_id: "1", results: [], button: { text: "x", start_parameter: "a b" } }),
      400,
      "Bad Request: START_PARAM_INVALID",
    ],
    [
      "an inline text that is too long",
      "answerInlineQuery",
      () => ({ inline_query_id: "1", results: [article("1", "a".repeat(4097))] }),
      400,
      "Bad Request: message is too long",
    ],
    [
      "an inline text with bad HTML",
      "answerInlineQuery",
      () => ({ inline_query_id: "1", results: [article("1", "a<br>", "HTML")] }),
      400,
      'Bad Request: can\'t parse entities: Unsupported start tag "br" at byte offset 1',
    ],
    [
      "a command in capitals",
      "setMyCommands",
      () => ({ commands: [{ command: "Ask", description: "x" }] }),
      400,
      "Bad Request: BOT_COMMAND_INVALID",
    ],
    [
      "a command without a description",
      "setMyCommands",
      () => ({ commands: [{ command: "ask", description: " " }] }),
      400,
      "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
    ],
    [
      "a language of three letters",
      "setMyCommands",
      () => ({ commands: [], language_code: "zho" }),
      400,
      "Bad Request: invalid language code specified",
    ],
    [
      "a scope in an unknown chat",
      "setMyCommands",
      () => ({ commands: [], scope: { type: "chat", chat_id: 99 } }),
      400,
      "Bad Request: chat not found",
    ],
    [
      "an unknown member",
      "getChatMember",
      () => ({ chat_id: ids.group, user_id: 99 }),
      400,
      "Bad Request: user not found",
    ],
    [
      "administrators of a private chat",
      "getChatAdministrators",
      () => ({ chat_id: ids.user }),
      400,
      "Bad Request: there are no administrators in the private chat",
    ],
    [
      "leaving a private chat",
      "leaveChat",
      () => ({ chat_id: ids.user }),
      400,
      "Bad Request: chat member status can't be changed in private chats",
    ],
    [
      "pinning without the right to",
      "pinChatMessage",
      () => ({ chat_id: ids.group, message_id: 1 }),
      400,
      "Bad Request: not enough rights to manage pinned messages in the chat",
    ],
    [
      "a reaction that is none",
      "setMessageReaction",
      () => ({ chat_id: ids.user, message_id: ids.said, reaction: [{ type: "emoji", emoji: "关" }] }),
      400,
      "Bad Request: REACTION_INVALID",
    ],
    [
      "two reactions",
      "setMessageReaction",
      () => ({
        chat_id: ids.user,
        message_id: ids.said,
        reaction: [
          { type: "emoji", emoji: "👍" },
          { type: "emoji", emoji: "🔥" },
        ],
      }),
      400,
      "Bad Request: REACTIONS_TOO_MANY",
    ],
    [
      "an unknown file",
      "getFile",
      () => ({ file_id: "x" }),
      400,
      "Bad Request: wrong file_id or the file is temporarily unavailable",
    ],
    [
      "a photo by an unknown file",
      "sendPhoto",
      () => ({ chat_id: ids.user, photo: "x" }),
      400,
      "Bad Request: wrong remote file identifier specified: Wrong string length",
    ],
    [
      "an album of one",
      "sendMediaGroup",
      () => ({ chat_id: ids.user, media: [{ type: "photo", media: "x" }] }),
      400,
      "Bad Request: wrong number of media in the album: must be from 2 to 10",
    ],
    [
      "a webhook in the wide world without TLS",
      "setWebhook",
      () => ({ url: "http://example.com/" }),
      400,
      "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    ],
    [
      "a webhook that is no address",
      "setWebhook",
      () => ({ url: "nowhere" }),
      400,
      "Bad Request: invalid webhook URL specified",
    ],
    [
      "a secret with a space",
      "setWebhook",
      () => ({ url: "http://127.0.0.1:1/", secret_token: "a b" }),
      400,
      "Bad Request: secret token contains unallowed characters",
    ],
    [
      "a secret that is too long",
      "setWebhook",
      () => ({ url: "http://127.0.0.1:1/", secret_token: "a".repeat(257) }),
      400,
      "Bad Request: secret token is too long",
    ],
  ])("%s", async (_, method, fields, error_code, description) => {
    const { status, body } = await callApi(stage, method, fields());
    expect({ status, ...body }).toMatchObject({ status: error_code, ok: false, error_code, description });
  });

  function article(id: string, message_text = "m", parse_mode?: string): Fields {
    return { type: "article", id, title: "t", input_message_content: { message_text, parse_mode } };
  }

  it("a wrong token, without saying more", async () => {
    const { status, body } = await callApi(stage, "getMe", {}, "4242:wrong");
    expect(status).toBe(401);
    expect(body).toEqual({ ok: false, error_code: 401, description: "Unauthorized" });
  });

  it("an upgraded group by telling its new number", async () => {
    const { body } = await callApi(stage, "sendMessage", text(ids.old));
    expect(body.parameters).toEqual({ migrate_to_chat_id: expect.any(Number) });
  });

  it.each(["/", "/bot", `/bot${TOKEN}`, "/file/botx/y", "/%E0%A4%A"])("the path %s", async (path) => {
    const { status } = await fetch(stage.url + path);
    expect([401, 404]).toContain(status);
  });
});

describe("the server takes", () => {
  it("parameters from the address", async () => {
    const response = await fetch(`${stage.url}/bot${TOKEN}/SendMessage?chat_id=${ids.user}&text=%E4%B8%AD`);
    expect(await response.json()).toMatchObject({ ok: true, result: { text: "中" } });
  });

  it.each<[string, () => Fields, Fields]>([
    [
      "a reply to nothing that may be left out",
      () => text(ids.user, { reply_parameters: { message_id: 999, allow_sending_without_reply: true } }),
      { text: "x" },
    ],
    [
      "a quote with the same formatting",
      () =>
        text(ids.user, {
          reply_parameters: { message_id: ids.own, quote: "<b>2.43</b> 万", quote_parse_mode: "HTML" },
        }),
      { quote: { text: "2.43 万", position: 0, is_manual: true } },
    ],
    [
      "64 bytes of callback data",
      () => text(ids.user, button({ callback_data: `${"关".repeat(21)}a` })),
      { text: "x" },
    ],
    ["a topic", () => text(ids.forum, { message_thread_id: ids.topic }), { is_topic_message: true }],
    [
      "a topic's number in a chat without topics",
      () => text(ids.group, { message_thread_id: 55 }),
      { text: "x" },
    ],
  ])("%s", async (_, fields, result) => {
    const { body } = await callApi(stage, "sendMessage", fields());
    expect(body).toMatchObject({ ok: true, result });
  });
});
