import { InlineKeyboard } from "grammy";
import type { InlineQueryResult, Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callApi, connectBot, handClock, openStage, type Stage, startPolling } from "../support.ts";

let stage: Stage;
let userId: number;
const clock = handClock();
beforeEach(async () => {
  stage = await openStage({ clock: clock.now });
  userId = stage.api.createUser().id;
  stage.api.openPrivateChat(userId);
});
afterEach(async () => {
  await stage.close();
});

const article = (id: string, text: string, keyboard?: InlineKeyboard): InlineQueryResult => ({
  type: "article",
  id,
  title: text,
  input_message_content: { message_text: `<b>${text}</b>`, parse_mode: "HTML" },
  ...(keyboard !== undefined && { reply_markup: keyboard }),
});

describe("inline queries", () => {
  it("page by offset, and tell the bot what was chosen", async () => {
    const bot = connectBot(stage);
    const chosen: unknown[] = [];
    bot.on("inline_query", (ctx) => {
      const page = Number(ctx.inlineQuery.offset || 0);
      return ctx.answerInlineQuery(
        [article(`v1:${page}`, `第${page}页`, new InlineKeyboard().text("更多", "more"))],
        {
          next_offset: String(page + 1),
          button: { text: "到私聊", start_parameter: "q_1" },
          is_personal: true,
          cache_time: 60,
        },
      );
    });
    bot.on("chosen_inline_result", (ctx) => {
      chosen.push(ctx.chosenInlineResult);
    });
    bot.callbackQuery("more", async (ctx) => {
      await ctx.editMessageText("更多");
      await ctx.answerCallbackQuery();
    });
    const { errors } = await startPolling(bot);
    const group = stage.api.createGroup({ title: "g", creator: userId, bot: false });
    const first = await stage.api.askInline(userId, "进口", { chatId: group.id }).answer();
    expect(first).toMatchObject({
      next_offset: "1",
      cache_time: 60,
      is_personal: true,
      button: { start_parameter: "q_1" },
    });
    const second = await stage.api.askInline(userId, "进口", { offset: first?.next_offset ?? "" }).answer();
    if (second === undefined) throw new Error("no answer");
    const sent = stage.api.chooseResult(userId, group.id, second, "v1:1");
    expect(sent).toMatchObject({
      text: "第1页",
      entities: [{ type: "bold" }],
      via_bot: { username: "guanwen_bot" },
    });
    await expect
      .poll(() => chosen)
      .toMatchObject([{ result_id: "v1:1", query: "进口", inline_message_id: expect.any(String) }]);

    await stage.api.pressButton(userId, group.id, sent.message_id, { data: "more" }).answer();
    expect(stage.api.messages(group.id).at(-1)).toMatchObject({ text: "更多" });
    await bot.stop();
    expect(errors).toEqual([]);
  });

  it("may be answered from Telegram's cache for as long as the answer allows", async () => {
    const bot = connectBot(stage);
    let asked = 0;
    bot.on("inline_query", (ctx) =>
      ctx.answerInlineQuery([article(String(++asked), "x")], { cache_time: 10 }),
    );
    await startPolling(bot);
    const ask = async () =>
      (await stage.api.askInline(userId, "q", { cached: true }).answer())?.results[0]?.id;
    expect(await ask()).toBe("1");
    expect(await ask()).toBe("1");
    clock.advance(10_001);
    expect(await ask()).toBe("2");
    expect((await stage.api.askInline(userId, "q").answer())?.results[0]?.id).toBe("3");
    await bot.stop();
  });

  it("are too old after a while, and answered only once", async () => {
    const { id } = stage.api.askInline(userId, "q");
    const late = stage.api.askInline(userId, "q");
    const answer = (inline_query_id: string) =>
      callApi(stage, "answerInlineQuery", { inline_query_id, results: [] });
    expect((await answer(id)).body.ok).toBe(true);
    expect((await answer(id)).body.description).toMatch("query is too old");
    clock.advance(30_001);
    expect((await answer(late.id)).body.description).toMatch("query is too old");
    expect(await late.answer(1)).toBeUndefined();
  });
});

describe("buttons", () => {
  let message: Message;
  beforeEach(async () => {
    const keyboard = new InlineKeyboard()
      .text("一", "d1")
      .url("二", "https://example.com/")
      .row()
      .text("三", "d3");
    message = await connectBot(stage).api.sendMessage(userId, "x", { reply_markup: keyboard });
  });

  it.each([
    [{ data: "d3" }, "d3"],
    [{ text: "一" }, "d1"],
    [{ row: 1, column: 0 }, "d3"],
  ])("are found by %j", (choice, data) => {
    stage.api.pressButton(userId, userId, message.message_id, choice);
    expect(stage.api.pendingUpdates.at(-1)?.callback_query).toMatchObject({ data, message: { text: "x" } });
  });

  it.each([[{ data: "d2" }], [{ text: "二" }], [{ row: 5, column: 0 }]])(
    "that are none are a caller's mistake: %j",
    (choice) => {
      expect(() => stage.api.pressButton(userId, userId, message.message_id, choice)).toThrow(RangeError);
    },
  );

  it("of messages that are too old to be shown bring only the message's number", () => {
    stage.api.pressButton(userId, userId, message.message_id, { data: "d1" }, { inaccessible: true });
    expect(stage.api.pendingUpdates.at(-1)?.callback_query?.message).toEqual({
      chat: expect.objectContaining({ id: userId }),
      message_id: message.message_id,
      date: 0,
    });
  });
});

describe("guest queries", () => {
  it("reach the bot in chats that it never joined, and its answer appears there", async () => {
    const bot = connectBot(stage);
    bot.on("guest_message", async (ctx) => {
      const sent = await ctx.answerGuestQuery(article("1", `答：${ctx.guestMessage?.text}`));
      await bot.api.editMessageTextInline(sent.inline_message_id, "改好了");
    });
    const { errors } = await startPolling(bot);
    const group = stage.api.createSupergroup({ title: "g", creator: userId, bot: false });
    const { message, asked } = stage.api.askAsGuest(userId, group.id, "@guanwen_bot 进口");
    expect(await asked.answer()).toMatchObject({
      text: "答：@guanwen_bot 进口",
      from: { is_bot: true },
      guest_bot_caller_user: { id: userId },
      chat: { id: group.id },
    });
    await expect
      .poll(() => stage.api.messages(group.id).map(({ text }) => text))
      .toEqual([message.text, "改好了"]);
    await bot.stop();
    expect(errors).toEqual([]);
  });

  it("need a mention, and a chat without the bot", () => {
    const without = stage.api.createGroup({ title: "g", creator: userId, bot: false });
    const within = stage.api.createGroup({ title: "g", creator: userId });
    expect(() => stage.api.askAsGuest(userId, without.id, "进口")).toThrow(RangeError);
    expect(() => stage.api.askAsGuest(userId, within.id, "@guanwen_bot 进口")).toThrow(RangeError);
  });
});

describe("ephemeral messages", () => {
  it("are seen by one member, and can be edited and removed", async () => {
    const group = stage.api.createSupergroup({ title: "g", creator: userId });
    const { api } = connectBot(stage);
    const sent = await api.sendMessage(group.id, "只给你", {
      ephemeral_message_parameters: { receiver_user_id: userId },
    });
    expect(sent).toMatchObject({ message_id: 0, ephemeral_message_id: 1, receiver_user: { id: userId } });
    const id = sent.ephemeral_message_id ?? 0;
    await api.editEphemeralMessageText(group.id, userId, id, "改了");
    expect(stage.api.messages(group.id).at(-1)).toMatchObject({ text: "改了" });
    await expect(api.editEphemeralMessageText(group.id, userId, id, "改了")).rejects.toMatchObject({
      description: expect.stringContaining("message is not modified"),
    });
    await api.deleteEphemeralMessage(group.id, userId, id);
    await expect(api.deleteEphemeralMessage(group.id, userId, id)).rejects.toMatchObject({
      description: "Bad Request: message to edit not found",
    });
  });

  it("of people are replied to by ephemeral ones, within 15 seconds", async () => {
    const group = stage.api.createSupergroup({ title: "g", creator: userId });
    const { api } = connectBot(stage);
    const asked = stage.api.sendText(userId, group.id, "/ask 进口", { ephemeral: true });
    expect(stage.api.pendingUpdates.at(-1)?.message).toMatchObject({
      message_id: 0,
      ephemeral_message_id: 1,
    });
    const reply_parameters = { ephemeral_message_id: asked.ephemeral_message_id ?? 0 };
    const ephemeral_message_parameters = { receiver_user_id: userId };
    await expect(api.sendMessage(group.id, "x", { reply_parameters })).rejects.toMatchObject({
      error_code: 400,
    });
    await expect(
      api.sendMessage(group.id, "x", { reply_parameters, ephemeral_message_parameters }),
    ).resolves.toMatchObject({ ephemeral_message_id: 2 });
    clock.advance(16_000);
    await expect(
      api.sendMessage(group.id, "x", { reply_parameters, ephemeral_message_parameters }),
    ).rejects.toMatchObject({
      description: "Bad Request: message to be replied not found",
    });
  });

  it("answer a pressed button while it waits for an answer", async () => {
    const group = stage.api.createGroup({ title: "g", creator: userId });
    const { api } = connectBot(stage);
    const message = await api.sendMessage(group.id, "x", {
      reply_markup: new InlineKeyboard().text("a", "a"),
    });
    const { id } = stage.api.pressButton(userId, group.id, message.message_id, { data: "a" });
    const parameters = (callback_query_id: string) => ({
      ephemeral_message_parameters: { receiver_user_id: userId, callback_query_id },
    });
    await expect(api.sendMessage(group.id, "y", parameters("5"))).rejects.toMatchObject({
      description: expect.stringContaining("query is too old"),
    });
    const sent = await api.sendMessage(group.id, "y", {
      ...parameters(id),
      reply_markup: new InlineKeyboard().text("b", "b"),
    });
    stage.api.pressButton(
      userId,
      group.id,
      sent.ephemeral_message_id ?? 0,
      { data: "b" },
      { ephemeral: true },
    );
    expect(stage.api.pendingUpdates.at(-1)?.callback_query?.message).toMatchObject({
      message_id: 0,
      ephemeral_message_id: 1,
    });
  });
});
