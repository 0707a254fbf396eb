import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BotWorld, startWorld } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

describe.each(["polling", "webhook"] as const)("in groups, over %s", (by) => {
  let world: BotWorld;
  let me: number;
  let friend: number;
  const start = async (settings: Parameters<typeof startWorld>[0] = {}) => {
    world = await startWorld({ by, assistant: tinyAssistant(), ...settings });
    [me, friend] = ["甲", "乙"].map(
      (first_name) => world.api.createUser({ first_name, language_code: "zh-hans" }).id,
    ) as [number, number];
  };
  beforeEach(async () => await start());
  afterEach(async () => await world.stop());

  /** A group that has heard the greeting, and how much the bot has said in it. */
  const group = async (more: { bot?: "administrator" } = {}): Promise<[chat: number, said: number]> => {
    const { id } = world.api.createSupergroup({ title: "群", creator: me, members: [friend], ...more });
    await world.quiet();
    return [id, world.said(id).length];
  };
  const texts = (chat: number, from: number) =>
    world
      .said(chat)
      .slice(from)
      .map((m) => m.text);
  const lastOf = async (chat: number, count: number) => (await world.hears(chat, count)).at(-1) as Message;

  describe("the privacy setting", () => {
    it("is explained when the bot joins, once a day", async () => {
      const [chat, said] = await group();
      expect(texts(chat, 0)).toEqual([
        expect.stringContaining("大家好"),
        expect.stringContaining("隐私设置"),
      ]);
      world.api.sendText(me, chat, "/help@guanwen_bot");
      await world.quiet();
      expect(texts(chat, said)).toEqual([expect.stringContaining("用 /ask 加问题问我")]);
    });

    it("is no matter to admins, who see everything", async () => {
      const [chat] = await group({ bot: "administrator" });
      expect(texts(chat, 0)).toEqual([expect.stringContaining("大家好")]);
    });

    it("is explained when someone repeats a mention that never arrived", async () => {
      await world.stop();
      await start({ api: { mentionsPassPrivacy: false } });
      const [chat, said] = await group({ bot: "administrator" });
      world.api.setMember(chat, world.api.bot.id, { status: "member" }, me);
      const unseen = world.api.sendText(me, chat, "@guanwen_bot 2023年吞吐量");
      world.api.sendText(me, chat, "/ask 2023年吞吐量", { replyTo: unseen.message_id });
      await world.quiet();
      expect(texts(chat, said)).toEqual([
        expect.stringContaining("隐私设置"),
        expect.stringContaining("120万箱"),
      ]);
    });
  });

  it("being removed, blocked or muted is no error, and the bot goes on", async () => {
    const [chat, said] = await group();
    world.api.setMember(chat, world.api.bot.id, { status: "restricted", canSend: false }, me);
    world.api.sendText(me, chat, "/ask 2023年吞吐量");
    await world.quiet();
    world.api.setMember(chat, world.api.bot.id, { status: "kicked" }, me);
    world.api.openPrivateChat(me);
    world.api.openPrivateChat(friend);
    world.api.sendText(friend, friend, "2023年吞吐量");
    world.api.block(friend);
    world.api.sendText(me, me, "2023年吞吐量");
    await world.hears(me);
    await world.quiet();
    expect(texts(chat, said)).toEqual([]);
    expect(await world.store.list("taken:")).toEqual([]);
  });

  describe("those who write in a chat's name", () => {
    it("anonymous admins are answered, and anyone may turn their pages", async () => {
      const [chat, said] = await group();
      world.api.setMember(chat, me, { isAnonymous: true });
      const asked = world.api.sendText(me, chat, "/ask 吞吐量是多少？", { anonymous: true });
      const reply = await lastOf(chat, said + 1);
      expect(reply.reply_to_message?.message_id).toBe(asked.message_id);
      await world.api.pressButton(friend, chat, reply.message_id, { text: "下一条引文 2/2" }).answer();
      expect(world.said(chat).at(-1)?.text).not.toBe(reply.text);
    });

    it("channel posts are answered when they address the bot, in the channel and as a member of a group", async () => {
      const channel = world.api.createChannel({ title: "频道", creator: me });
      await world.quiet();
      world.api.sendText(me, channel.id, "今天天气好");
      world.api.sendText(me, channel.id, "/ask 2023年吞吐量");
      await world.quiet();
      // A channel's posts have no sender, the bot's own included.
      expect(world.api.messages(channel.id).map((m) => m.text?.includes("120万箱"))).toEqual([
        false,
        false,
        true,
      ]);
      const [chat, said] = await group();
      world.api.sendText(me, chat, "/ask 2023年吞吐量", { asChannel: channel.id });
      expect((await lastOf(chat, said + 1)).text).toContain("120万箱");
    });
  });

  describe("/quiet", () => {
    const call = async (user: number, chat: number, text: string, options = {}) => {
      const before = world.said(chat).length;
      world.api.sendText(user, chat, text, options);
      return (await lastOf(chat, before + 1)).text;
    };

    it("is for admins, by name or anonymous, in groups", async () => {
      const [chat] = await group();
      expect(await call(friend, chat, "/quiet on")).toContain("只有群管理员");
      expect(await call(me, chat, "/quiet")).toContain("用法");
      expect(await call(me, chat, "/quiet on")).toContain("已打开");
      world.api.setMember(chat, me, { isAnonymous: true });
      expect(await call(me, chat, "/quiet off", { anonymous: true })).toContain("已关闭");
      world.api.openPrivateChat(me);
      expect(await call(me, me, "/quiet on")).toContain("只用在群里");
    });

    it("shows answers to the asker alone, with buttons that work", async () => {
      const [chat] = await group();
      await call(me, chat, "/quiet on");
      world.api.sendText(friend, chat, "/ask 吞吐量是多少？");
      await world.quiet();
      const answer = world.said(chat).find((m) => m.ephemeral_message_id !== undefined) as Message;
      expect(answer).toMatchObject({
        receiver_user: { id: friend },
        text: expect.stringContaining("120万箱"),
      });
      const number = answer.ephemeral_message_id ?? 0;
      await world.api
        .pressButton(friend, chat, number, { text: "下一条引文 2/2" }, { ephemeral: true })
        .answer();
      await world.quiet();
      expect(world.said(chat).find((m) => m.ephemeral_message_id === number)?.text).toContain("比上年增长3%");
    });

    it("falls back to an ordinary answer where the client refuses", async () => {
      const [chat, said] = await group();
      await call(me, chat, "/quiet on");
      world.api.addFault({
        kind: "error",
        code: 400,
        reason: "Bad Request: ephemeral messages are not supported",
        method: "sendMessage",
      });
      expect(await call(friend, chat, "/ask 2023年吞吐量")).toContain("120万箱");
      expect(world.said(chat).length).toBe(said + 2);
    });

    it("stays when the group becomes a supergroup", async () => {
      const { id: old } = world.api.createGroup({ title: "小群", creator: me });
      await world.quiet();
      await call(me, old, "/quiet on");
      const { id: chat } = world.api.migrateToSupergroup(old, me);
      await world.quiet();
      world.api.sendText(me, chat, "/ask 2023年吞吐量");
      await world.quiet();
      expect(world.said(chat).some((m) => m.ephemeral_message_id !== undefined)).toBe(true);
    });
  });

  it("an answer on its way when the group moves follows it", async () => {
    const { id: old } = world.api.createGroup({ title: "小群", creator: me });
    await world.quiet();
    await world.bot.stop();
    world.api.sendText(me, old, "/ask 2023年吞吐量");
    const { id: chat } = world.api.migrateToSupergroup(old, me);
    await world.restart();
    expect((await lastOf(chat, 1)).text).toContain("120万箱");
  });

  it("one person's limit gives one notice and then silence; others are answered", async () => {
    await world.stop();
    await start({ limits: { user: 2, chat: 5 } });
    const [chat, said] = await group();
    for (let i = 0; i < 5; i++) world.api.sendText(me, chat, "/ask 2023年吞吐量");
    world.api.sendText(friend, chat, "/ask 2020年吞吐量");
    await world.quiet();
    expect(texts(chat, said)).toEqual([
      expect.stringContaining("120万箱"),
      expect.stringContaining("120万箱"),
      expect.stringContaining("问得有点快"),
      expect.stringContaining("80.5万箱"),
    ]);
  });

  it("a group's limit gives one notice and then silence", async () => {
    await world.stop();
    await start({ limits: { user: 0, chat: 2 } });
    const [chat, said] = await group();
    for (const user of [me, friend, me, friend]) world.api.sendText(user, chat, "/ask 2023年吞吐量");
    await world.quiet();
    expect(texts(chat, said).map((t) => t?.includes("120万箱"))).toEqual([true, true, false]);
  });

  it("a guest query is answered by the same words, in a chat that the bot never joined", async () => {
    const { id: chat } = world.api.createSupergroup({ title: "外群", creator: me, bot: false });
    const { asked } = world.api.askAsGuest(me, chat, "@guanwen_bot 2023年吞吐量");
    expect((await asked.answer())?.text).toContain("120万箱");
  });
});
