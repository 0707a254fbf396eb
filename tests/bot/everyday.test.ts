import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BotWorld, startWorld } from "../support/bot-world.ts";

describe.each(["polling", "webhook"] as const)("the bot over %s", (by) => {
  let world: BotWorld;
  let next = 0;
  const person = (language_code = "zh-hans") => {
    const user = world.api.createUser({ first_name: `人${++next}`, language_code });
    world.api.openPrivateChat(user.id);
    return user;
  };
  const group = (creator: number, more: { is_forum?: boolean } = {}) => {
    const chat = world.api.createSupergroup({ title: "群", creator, ...more });
    return chat.id;
  };
  /** The words of greeting that a group hears when the bot joins. */
  const settle = async (chat: number) => {
    await world.quiet();
    return world.said(chat).length;
  };

  beforeAll(async () => {
    world = await startWorld({ by });
  });
  afterAll(async () => await world.stop());

  it("answers a question in private with a bold headline, a quote and its source", async () => {
    const { id } = person();
    world.api.sendText(id, id, "2023年外贸进出口总值比2012年增加了多少？");
    const [reply] = await world.hears(id);
    expect(reply?.entities?.map((e) => e.type)).toEqual(
      expect.arrayContaining(["bold", "expandable_blockquote"]),
    );
    expect(reply?.text).toContain("17万亿元");
    expect(reply?.text).toContain("摘编自");
  });

  it.each([
    ["zh-hans", "/start", "你好"],
    ["zh-TW", "/start", "你好，我是關問"],
    ["en", "/start", "Hello"],
    ["en-US", "/help", "Groups: /ask"],
    ["zh-hant", "/help", "群組"],
    ["zh-hans", "/lang", "请选择语言"],
    ["zh-hans", "/lang en", "English from now on"],
    ["zh-hans", "/sources", "资料共"],
    ["zh-hans", "/ask", "/ask 后面"],
    ["zh-hans", "/nonsense", "没有这个命令"],
  ])("speaks %s to %s", async (code, text, expected) => {
    const { id } = person(code);
    world.api.sendText(id, id, text);
    const [reply] = await world.hears(id);
    expect(reply?.text).toContain(expected);
  });

  it("hints once at what it cannot read, and only in private", async () => {
    const { id } = person();
    const chat = group(id);
    const before = await settle(chat);
    for (const where of [id, id, chat])
      world.api.sendMedia(id, where, "voice", { name: "a.ogg", type: "audio/ogg", data: Buffer.from("a") });
    await world.hears(id);
    await world.quiet();
    expect(world.said(id).map((m) => m.text)).toEqual(["我只看得懂文字。请把问题打出来发给我。"]);
    expect(world.said(chat)).toHaveLength(before);
  });

  it.each([
    ["/ask 谁介绍了海关高质量发展的情况", true],
    ["/ask@guanwen_bot 谁介绍了海关高质量发展的情况", true],
    ["@guanwen_bot 谁介绍了海关高质量发展的情况", true],
    ["请问 @Guanwen_Bot 谁介绍了海关高质量发展的情况", true],
    ["/ask@other_bot 谁介绍了海关高质量发展的情况", false],
    ["/weather", false],
    ["谁介绍了海关高质量发展的情况", false],
    ["写信给 me@guanwen_botany.org 吧", false],
  ])("in a group: %s → %s", async (text, answered) => {
    const { id } = person();
    const chat = group(id);
    world.api.changeBot({ can_read_all_group_messages: true });
    const before = await settle(chat);
    const asked = world.api.sendText(id, chat, text);
    await world.quiet();
    const replies = world.said(chat).slice(before);
    expect(replies.map((m) => m.reply_to_message?.message_id)).toEqual(answered ? [asked.message_id] : []);
  });

  it("answers a reply to its own message, and nobody else's", async () => {
    const [a, b] = [person().id, person().id];
    const chat = world.api.createSupergroup({ title: "群", creator: a, members: [b] }).id;
    const before = await settle(chat);
    world.api.sendText(a, chat, "/ask 2023年外贸进出口总值比2012年增加了多少");
    const first = (await world.hears(chat, before + 1)).at(-1);
    const theirs = world.api.sendText(b, chat, "有意思");
    world.api.sendText(a, chat, "是吗", { replyTo: theirs.message_id });
    const asked = world.api.sendText(b, chat, "谁说的？", { replyTo: first?.message_id ?? 0 });
    await world.quiet();
    const replies = world.said(chat).slice(before + 1);
    expect(replies.map((m) => m.reply_to_message?.message_id)).toEqual([asked.message_id]);
  });

  it("stays in the topic it was asked in, and in General without a thread", async () => {
    const { id } = person();
    const chat = group(id, { is_forum: true });
    const topic = world.api.createTopic(chat, "贸易", id).message_thread_id;
    const before = await settle(chat);
    world.api.sendText(id, chat, "/ask 2023年跨境电商进出口增长多少", { topic });
    world.api.sendText(id, chat, "/ask 2023年跨境电商进出口增长多少");
    const replies = (await world.hears(chat, before + 2)).slice(before);
    expect(replies.map((m) => [m.is_topic_message ?? false, m.message_thread_id])).toEqual([
      [true, topic],
      [false, undefined],
    ]);
  });

  it("offers inline the answer first, then quotes, and a way into the private chat", async () => {
    const { id } = person();
    const answer = await world.api.askInline(id, "2023年外贸进出口总值比2012年增加多少").answer();
    expect(answer?.results.length).toBeGreaterThan(1);
    expect(answer?.results[0]?.id).toMatch(/^[0-9a-z]+-a-/);
    expect(answer?.button?.start_parameter).toMatch(/^[\w-]{1,64}$/);
    world.api.sendText(id, id, `/start ${answer?.button?.start_parameter}`);
    const [reply] = await world.hears(id);
    expect(reply?.text).toContain("17万亿元");
  });

  it("offers examples for the empty inline query, and pages through quotes", async () => {
    const { id } = person();
    const empty = await world.api.askInline(id, "").answer();
    expect(empty?.results.length).toBeGreaterThan(1);
    const first = await world.api.askInline(id, "海关").answer();
    const second = await world.api.askInline(id, "海关", { offset: first?.next_offset ?? "" }).answer();
    const ids = [...(first?.results ?? []), ...(second?.results ?? [])].map((r) => r.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(second?.results.length).toBeGreaterThan(0);
  });

  it("shows its commands in the reader's language", async () => {
    const [zh, en] = [person("zh-hans").id, person("en").id];
    for (const id of [zh, en]) world.api.sendText(id, id, "/start");
    await world.quiet();
    expect(world.api.commandsFor(zh, zh).map((c) => c.description)).toContain("资料来源");
    expect(world.api.commandsFor(en, en).map((c) => c.description)).toContain("The articles");
  });
});
