import { InlineKeyboard } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectBot, openStage, type Stage, startPolling } from "./support.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.close();
});

describe("an unmodified grammY bot that polls", () => {
  it("answers a text in a private chat with formatting", async () => {
    const user = stage.api.createUser({ first_name: "Li", language_code: "zh-hans" });
    stage.api.openPrivateChat(user.id);
    const bot = connectBot(stage);
    bot.on("message:text", (ctx) =>
      ctx.reply(`<b>${ctx.from.first_name}</b> 问：${ctx.msg.text}`, { parse_mode: "HTML" }),
    );
    const { errors } = await startPolling(bot);
    const answered = stage.api.nextBotMessage(user.id);
    stage.api.sendText(user.id, user.id, "货物贸易总额是多少");
    const message = await answered;
    expect(message).toMatchObject({
      message_id: 2,
      text: "Li 问：货物贸易总额是多少",
      entities: [{ type: "bold", offset: 0, length: 2 }],
      from: { id: 4242, is_bot: true },
    });
    expect(stage.api.html(message)).toBe("<b>Li</b> 问：货物贸易总额是多少");
    await bot.stop();
    expect(errors).toEqual([]);
  });

  it("answers commands, callback queries and inline queries", async () => {
    const user = stage.api.createUser({ username: "asker" });
    const group = stage.api.createGroup({ title: "海关迷", creator: user.id });
    const bot = connectBot(stage);
    bot.command("ask", (ctx) =>
      ctx.reply("选一个", {
        reply_parameters: { message_id: ctx.msg.message_id },
        reply_markup: new InlineKeyboard().text("下一条", "v1:next"),
      }),
    );
    bot.callbackQuery("v1:next", async (ctx) => {
      await ctx.editMessageText("第二条");
      await ctx.answerCallbackQuery({ text: "好" });
    });
    bot.on("inline_query", (ctx) =>
      ctx.answerInlineQuery([
        {
          type: "article",
          id: "1",
          title: "答案",
          input_message_content: { message_text: `答：${ctx.inlineQuery.query}` },
        },
      ]),
    );
    const chosen: string[] = [];
    bot.on("chosen_inline_result", (ctx) => {
      chosen.push(ctx.chosenInlineResult.query);
    });
    const { errors } = await startPolling(bot);

    const asked = stage.api.nextBotMessage(group.id);
    const question = stage.api.sendText(user.id, group.id, "/ask@guanwen_bot 中欧班列");
    const answer = await asked;
    expect(answer.reply_to_message?.message_id).toBe(question.message_id);

    const pressed = await stage.api
      .pressButton(user.id, group.id, answer.message_id, { text: "下一条" })
      .answer();
    expect(pressed).toEqual({ text: "好", show_alert: false });
    expect(stage.api.messages(group.id).at(-1)).toMatchObject({ text: "第二条" });

    const inline = await stage.api.askInline(user.id, "关税", { chatId: group.id }).answer();
    expect(inline?.results).toHaveLength(1);
    if (inline === undefined) throw new Error("no inline answer");
    const sent = stage.api.chooseResult(user.id, group.id, inline, "1");
    expect(sent).toMatchObject({ text: "答：关税", via_bot: { id: 4242 }, from: { id: user.id } });
    await expect.poll(() => chosen).toEqual(["关税"]);
    await bot.stop();
    expect(errors).toEqual([]);
  });
});
