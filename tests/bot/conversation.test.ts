import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BotWorld, startWorld } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

describe.each(["polling", "webhook"] as const)("a conversation over %s", (by) => {
  let world: BotWorld;
  let me: number;
  let friend: number;
  beforeEach(async () => {
    world = await startWorld({
      by,
      assistant: tinyAssistant(),
      botInfo: { can_read_all_group_messages: true },
    });
    [me, friend] = ["甲", "乙"].map((first_name) => {
      const { id } = world.api.createUser({ first_name, language_code: "zh-hans" });
      world.api.openPrivateChat(id);
      return id;
    }) as [number, number];
  });
  afterEach(async () => await world.stop());

  const group = async (): Promise<number> => {
    const { id } = world.api.createSupergroup({ title: "群", creator: me, members: [friend] });
    await world.hears(id); // its greeting
    return id;
  };
  const ask = async (
    chat: number,
    text: string,
    options: { replyTo?: number; quote?: string; topic?: number } = {},
    user = me,
  ) => {
    const before = world.said(chat).length;
    const question = world.api.sendText(user, chat, text, options);
    const reply = (await world.hears(chat, before + 1)).at(-1) as Message;
    return { question, reply };
  };
  const buttons = (message: Message) => message.reply_markup?.inline_keyboard.flat().map((b) => b.text) ?? [];

  describe("follow-ups", () => {
    it("take over from the turn before, and say so", async () => {
      await ask(me, "2023年吞吐量是多少？");
      const { reply } = await ask(me, "那2020年呢");
      expect(reply.text).toContain("80.5万箱");
      expect(reply.text).toContain("沿用上文：吞吐量");
      expect(buttons(reply)).toContain("当作新问题");
    });

    it("are asked anew, without the earlier turn, by the button", async () => {
      await ask(me, "2023年吞吐量是多少？");
      const { reply } = await ask(me, "那2020年呢");
      world.api.pressButton(me, me, reply.message_id, { text: "当作新问题" });
      const again = (await world.hears(me, 3)).at(-1);
      expect(again?.text).toContain("资料里没有找到");
    });

    it("of one person in a group know nothing of another's", async () => {
      const chat = await group();
      await ask(chat, "/ask 2023年吞吐量是多少？");
      const { reply } = await ask(chat, "/ask 那2020年呢", {}, friend);
      expect(reply.text).toContain("资料里没有找到");
    });

    it("take over from the answer that they reply to, whoever asked for it", async () => {
      const chat = await group();
      const { reply: first } = await ask(chat, "/ask 2023年吞吐量是多少？");
      const { reply } = await ask(chat, "那2020年呢", { replyTo: first.message_id }, friend);
      expect(reply.text).toContain("80.5万箱");
    });

    it("stay in their topic", async () => {
      const { id: chat } = world.api.createSupergroup({ title: "坛", creator: me, is_forum: true });
      await world.hears(chat);
      const [a, b] = ["一", "二"].map((name) => world.api.createTopic(chat, name, me).message_thread_id) as [
        number,
        number,
      ];
      await ask(chat, "/ask 2023年吞吐量是多少？", { topic: a });
      expect((await ask(chat, "/ask 那2020年呢", { topic: b })).reply.text).toContain("没有找到");
      expect((await ask(chat, "/ask 那2020年呢", { topic: a })).reply.text).toContain("80.5万箱");
    });

    it("survive small talk and a restart", async () => {
      await ask(me, "2023年吞吐量是多少？");
      await ask(me, "你好");
      await world.bot.stop();
      await world.restart();
      expect((await ask(me, "那2020年呢")).reply.text).toContain("80.5万箱");
    });

    it("are about the part of a message that was selected", async () => {
      const chat = await group();
      const { reply: first } = await ask(chat, "/ask 2023年吞吐量是多少？");
      const { reply } = await ask(chat, "这个吞吐量是哪年的", {
        replyTo: first.message_id,
        quote: "超过120万箱",
      });
      expect(reply.text).toContain("（超过120万箱）");
    });
  });

  it("a bare mention in reply to someone's question answers that question", async () => {
    const chat = await group();
    const theirs = world.api.sendText(friend, chat, "2020年吞吐量是多少？");
    const { question, reply } = await ask(chat, "@guanwen_bot", { replyTo: theirs.message_id });
    expect(reply.text).toContain("80.5万箱");
    expect(reply.reply_to_message?.message_id).toBe(question.message_id);
  });

  describe("edits", () => {
    it("of the question edit the answer, from where the question started", async () => {
      const { question, reply } = await ask(me, "2023年吞吐量是多少？");
      world.api.editText(me, question.message_id, "2020年吞吐量是多少？");
      await world.quiet();
      expect(world.said(me).map((m) => [m.message_id, m.text?.includes("80.5万箱")])).toEqual([
        [reply.message_id, true],
      ]);
    });

    it("that leave the text alone change nothing", async () => {
      const { question } = await ask(me, "2023年吞吐量是多少？");
      world.api.clearTranscript();
      world.api.editText(me, question.message_id, "2023年吞吐量是多少？");
      await world.quiet();
      expect(world.api.transcript.filter((e) => e.kind === "call" && /edit|send/.test(e.method))).toEqual([]);
    });

    it("get a new answer when the old one was deleted", async () => {
      const { question, reply } = await ask(me, "2023年吞吐量是多少？");
      world.api.deleteMessage(me, reply.message_id);
      world.api.editText(me, question.message_id, "2020年吞吐量是多少？");
      expect((await world.hears(me)).at(-1)?.text).toContain("80.5万箱");
    });

    it("that add a mention in a group get an answer", async () => {
      const chat = await group();
      const before = world.said(chat).length;
      const { message_id } = world.api.sendText(me, chat, "2020年吞吐量是多少？");
      await world.quiet();
      world.api.editText(chat, message_id, "@guanwen_bot 2020年吞吐量是多少？");
      const reply = (await world.hears(chat, before + 1)).at(-1);
      expect(reply?.reply_to_message?.message_id).toBe(message_id);
    });
  });

  describe("buttons", () => {
    it("turn to the next quote and back, leaving the rest of the answer as it is", async () => {
      const { reply } = await ask(me, "吞吐量是多少？");
      await world.api.pressButton(me, me, reply.message_id, { text: "下一条引文 2/2" }).answer();
      const [turned] = world.said(me);
      expect(turned?.text).toContain("2020年，云岛港吞吐量达80.5万箱，比上年增长3%。\n摘编自");
      expect(turned?.text).toContain("按最新一年理解");
      expect(buttons(turned as Message)).toContain("下一条引文 1/2");
      await world.api.pressButton(me, me, reply.message_id, { text: "下一条引文 1/2" }).answer();
      expect(world.said(me)[0]).toMatchObject({
        text: reply.text,
        entities: reply.entities,
        reply_markup: reply.reply_markup,
      });
    });

    it("open the sentences around a quote, the quote marked, and fold them again", async () => {
      const { reply } = await ask(me, "谁是功臣？");
      await world.api.pressButton(me, me, reply.message_id, { text: "看上下文" }).answer();
      const [wide] = world.said(me);
      expect(world.api.html(wide as Message)).toContain(
        "港口新添两座吊机。<b>港务局长林远说，码头工人是最大的功臣。</b>夜航灯塔也在这一年点亮。",
      );
      await world.api.pressButton(me, me, reply.message_id, { text: "只看引文" }).answer();
      expect(world.said(me)[0]).toMatchObject({ text: reply.text, entities: reply.entities });
    });

    it("ask a related question, answered below with the question repeated", async () => {
      const { reply } = await ask(me, "2023年吞吐量是多少？");
      world.api.pressButton(me, me, reply.message_id, { text: "与2020年相比" });
      const second = (await world.hears(me, 2)).at(-1);
      expect(second?.text).toMatch(/^问：2023年吞吐量与2020年相比\n2023年更高。/);
      expect(second?.reply_to_message?.message_id).toBe(reply.message_id);
    });

    it("offer the readings of an ambiguous question", async () => {
      const { reply } = await ask(me, "哪个？");
      expect(buttons(reply)).toEqual(["2020年", "2023年"].map((y) => y));
      world.api.pressButton(me, me, reply.message_id, { row: 0, column: 0 });
      expect((await world.hears(me, 2)).at(-1)?.text).toContain("80.5万箱");
    });

    it("turn pages in a group for the asker alone", async () => {
      const chat = await group();
      const { reply } = await ask(chat, "/ask 吞吐量是多少？");
      const refused = await world.api
        .pressButton(friend, chat, reply.message_id, { text: "下一条引文 2/2" })
        .answer();
      expect(refused).toMatchObject({ text: expect.stringContaining("别人的提问"), show_alert: true });
      expect(world.said(chat).at(-1)?.text).toBe(reply.text);
      await world.api.pressButton(me, chat, reply.message_id, { text: "下一条引文 2/2" }).answer();
      expect(world.said(chat).at(-1)?.text).not.toBe(reply.text);
    });

    it("count a vote once a person, and let it change", async () => {
      const chat = await group();
      const { reply } = await ask(chat, "/ask 谁是功臣？");
      const press = async (user: number, text: string) =>
        (await world.api.pressButton(user, chat, reply.message_id, { text }).answer())?.text;
      expect(await press(me, "👍")).toBe("谢谢，已记下。");
      expect(await press(me, "👍")).toBe("你已经投过这一票了。");
      expect(await press(friend, "👍")).toBe("谢谢，已记下。");
      expect(await press(me, "👎")).toBe("谢谢，已记下。");
      const votes = await world.store.list(`vote:${chat}:${reply.message_id}`);
      expect(votes.map((v) => v.value).sort()).toEqual([false, true]);
    });

    it("say how to change what was assumed", async () => {
      const { reply } = await ask(me, "吞吐量是多少？");
      const told = await world.api.pressButton(me, me, reply.message_id, { text: "换个理解" }).answer();
      expect(told).toMatchObject({ text: expect.stringContaining("请回复这条回答"), show_alert: true });
    });

    it.each([
      ["too old to be shown", { inaccessible: true }],
      ["as usual", {}],
    ])("of an earlier library say that they are outdated (message %s)", async (_, options) => {
      const { reply } = await ask(me, "吞吐量是多少？");
      await world.bot.stop();
      await world.restart(tinyAssistant("tiny0002"));
      const told = await world.api
        .pressButton(me, me, reply.message_id, { text: "下一条引文 2/2" }, options)
        .answer();
      expect(told).toMatchObject({ text: expect.stringContaining("过期"), show_alert: true });
    });

    it("work after a restart", async () => {
      const { reply } = await ask(me, "吞吐量是多少？");
      await world.bot.stop();
      await world.restart();
      await world.api.pressButton(me, me, reply.message_id, { text: "下一条引文 2/2" }).answer();
      expect(world.said(me)[0]?.text).toContain("80.5万箱");
    });
  });

  describe("languages", () => {
    it.each([
      ["zh-hans", "吞吐量有多少？", "云岛港"],
      ["zh-hans", "誰說的？吞吐量", "港務局長"],
      ["zh-hant", "吞吐量有多少？", "雲島港"],
      ["zh-hans", "throughput?", "Throughput"],
    ])("%s asks %s and reads %s", async (code, text, expected) => {
      world.api.setLanguage(me, code);
      expect((await ask(me, text)).reply.text).toContain(expected);
    });

    it("are fixed by /lang, by name or by button", async () => {
      await ask(me, "/lang 繁體");
      expect((await ask(me, "2023年吞吐量")).reply.text).toContain("雲島港");
      const { reply } = await ask(me, "/lang");
      expect(
        (await world.api.pressButton(me, me, reply.message_id, { text: "English" }).answer())?.text,
      ).toContain("English");
      expect((await ask(me, "/help")).reply.text).toContain("Private chat");
      await world.api.pressButton(me, me, reply.message_id, { column: 0, row: 1 }).answer();
      expect((await ask(me, "/help")).reply.text).toContain("私聊");
    });
  });

  it("an error of the engine gets a friendly line, and the next question its answer", async () => {
    expect((await ask(me, "出错")).reply.text).toContain("出了点问题");
    expect((await ask(me, "2023年吞吐量")).reply.text).toContain("120万箱");
  });
});
