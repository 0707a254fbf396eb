import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectBot, handClock, openStage, type Stage, startPolling } from "./support.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await stage.close();
});

describe("the commands a person sees", () => {
  it("are those of the narrowest scope, in the person's language before any other", async () => {
    const admin = stage.api.createUser({ language_code: "en-US" }).id;
    const member = stage.api.createUser({ language_code: "zh-hans" }).id;
    const group = stage.api.createGroup({ title: "g", creator: admin, members: [member] });
    stage.api.openPrivateChat(member);
    const { api } = connectBot(stage);
    const named = (command: string) => [{ command, description: "x" }];
    await api.setMyCommands(named("plain"));
    await api.setMyCommands(named("zh"), { language_code: "zh" });
    await api.setMyCommands(named("groups"), { scope: { type: "all_group_chats" } });
    await api.setMyCommands(named("admins"), { scope: { type: "all_chat_administrators" } });
    const seen = (user: number, chat: number) =>
      stage.api.commandsFor(user, chat).map(({ command }) => command);
    expect(seen(member, member)).toEqual(["zh"]);
    expect(seen(member, group.id)).toEqual(["groups"]);
    expect(seen(admin, group.id)).toEqual(["admins"]);
    await api.setMyCommands(named("here"), {
      scope: { type: "chat", chat_id: group.id },
      language_code: "zh",
    });
    expect(seen(member, group.id)).toEqual(["here"]);
    expect(seen(admin, group.id)).toEqual(["admins"]);
    expect(await api.getMyCommands({ language_code: "zh" })).toEqual(named("zh"));
    await api.deleteMyCommands({ language_code: "zh" });
    expect(seen(member, member)).toEqual(["plain"]);
  });
});

describe("what the bot says about itself", () => {
  it("is kept by language", async () => {
    const { api } = connectBot(stage);
    await api.setMyDescription("English");
    await api.setMyDescription("中文", { language_code: "zh" });
    await api.setMyShortDescription("short");
    await api.setMyName("Guanwen");
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
    expect(await api.getMyDescription({ language_code: "zh" })).toEqual({ description: "中文" });
    expect(await api.getMyDescription({ language_code: "en" })).toEqual({ description: "English" });
    expect(await api.getMyShortDescription()).toEqual({ short_description: "short" });
    expect(await api.getMyName()).toEqual({ name: "Guanwen" });
    expect(await api.getChatMenuButton()).toEqual({ type: "commands" });
  });
});

describe("forwarding, copying and removing", () => {
  it("carries messages with their formatting", async () => {
    const user = stage.api.createUser().id;
    const group = stage.api.createGroup({ title: "g", creator: user });
    stage.api.openPrivateChat(user);
    const { api } = connectBot(stage);
    const source = await api.sendMessage(user, "<b>粗</b>", { parse_mode: "HTML" });
    const forwarded = await api.forwardMessage(group.id, user, source.message_id);
    expect(forwarded).toMatchObject({
      text: "粗",
      entities: [{ type: "bold" }],
      forward_origin: { type: "user" },
    });
    const copied = await api.copyMessage(group.id, user, source.message_id);
    const copy = stage.api.messages(group.id).find(({ message_id }) => message_id === copied.message_id);
    expect(copy).toMatchObject({ text: "粗" });
    expect(copy?.forward_origin).toBeUndefined();
    const [more] = await api.forwardMessages(group.id, user, [source.message_id, 99]);
    await expect(api.copyMessages(group.id, user, [99])).rejects.toMatchObject({
      description: "Bad Request: there are no messages to forward",
    });
    const theirs = stage.api.sendText(user, group.id, "/x");
    await expect(api.deleteMessage(group.id, theirs.message_id)).rejects.toMatchObject({
      description: "Bad Request: message can't be deleted for everyone",
    });
    await api.deleteMessages(group.id, [forwarded.message_id, copied.message_id, more?.message_id ?? 0]);
    expect(stage.api.messages(group.id).some(({ text }) => text === "粗")).toBe(false);
  });

  it("ends two days after a message was sent", async () => {
    const clock = handClock();
    const aged = await openStage({ clock: clock.now });
    const user = aged.api.createUser().id;
    aged.api.openPrivateChat(user);
    const { api } = connectBot(aged);
    const { message_id } = await api.sendMessage(user, "x");
    clock.advance(49 * 3600 * 1000);
    await expect(api.deleteMessage(user, message_id)).rejects.toMatchObject({ error_code: 400 });
    await aged.close();
  });
});

describe("a snapshot", () => {
  it("holds the conversations as JSON, and brings them back under another bot too", async () => {
    const user = stage.api.createUser({ first_name: "Li" }).id;
    const group = stage.api.createGroup({ title: "g", creator: user });
    stage.api.sendText(user, group.id, "/ask 一");
    await connectBot(stage).api.sendMessage(group.id, "答");
    const saved = JSON.parse(JSON.stringify(stage.api.snapshot()));
    const other = await openStage({}, { token: "77:another-token" });
    other.api.restore(saved);
    expect(other.api.messages(group.id)).toEqual(stage.api.messages(group.id));
    expect(other.api.snapshot().botId).toBe(77);
    other.api.sendText(user, group.id, "/ask 二");
    expect(other.api.pendingUpdates.at(-1)?.message).toMatchObject({ message_id: 4, text: "/ask 二" });
    await other.close();
  });

  it("never takes the numbers of updates back", () => {
    const user = stage.api.createUser().id;
    stage.api.openPrivateChat(user);
    const empty = stage.api.snapshot();
    stage.api.sendText(user, user, "一");
    stage.api.restore(empty);
    stage.api.sendText(user, user, "二");
    const [first, second] = stage.api.pendingUpdates;
    expect(second?.update_id).toBeGreaterThan(first?.update_id ?? 0);
  });
});

describe("the same acts", () => {
  async function play(seed: number): Promise<{ full: string; golden: string }> {
    const { api, url, close } = await openStage({ seed });
    const bot = connectBot({ api, url, close });
    bot.on("message:text", (ctx) =>
      ctx.reply("答", { reply_markup: { inline_keyboard: [[{ text: "a", callback_data: "a" }]] } }),
    );
    bot.on("callback_query", (ctx) => ctx.answerCallbackQuery("好"));
    await startPolling(bot);
    const user = api.createUser().id;
    api.openPrivateChat(user);
    const answered = api.nextBotMessage(user);
    api.sendText(user, user, "问");
    const answer = await answered;
    await api.pressButton(user, user, answer.message_id, { data: "a" }).answer();
    await expect
      .poll(() => api.transcript.filter(({ kind }) => kind === "call").length)
      .toBeGreaterThanOrEqual(5);
    await bot.stop();
    await close();
    const calls = api.transcript.filter((entry) => entry.kind === "update" || entry.method !== "getUpdates");
    return { full: JSON.stringify(calls), golden: JSON.stringify(api.normalisedTranscript()) };
  }

  it("leave the same transcript under the same seed, and the same golden one under any", async () => {
    const [one, same, other] = [await play(1), await play(1), await play(2)];
    expect(same.full).toBe(one.full);
    expect(other.full).not.toBe(one.full);
    expect(other.golden).toBe(one.golden);
    expect(one.golden).toContain('"callback_query_id":"query-1"');
  });
});

describe("events", () => {
  it("tell a page all that happens, until it stops listening", async () => {
    const kinds: string[] = [];
    const stop = stage.api.subscribe((event) => kinds.push(event.type));
    const user = stage.api.createUser().id;
    stage.api.openPrivateChat(user);
    stage.api.sendText(user, user, "一");
    const { api } = connectBot(stage);
    await api.sendChatAction(user, "typing");
    await api.sendMessage(user, "答");
    stop();
    stage.api.createUser();
    expect(kinds).toEqual(["user", "chat", "message", "update", "action", "call", "message", "call"]);
  });

  it("that never come are reported", async () => {
    await expect(stage.api.nextBotMessage(1, 10)).rejects.toThrow(
      "nothing of the kind happened within 10 ms",
    );
  });
});

describe("injected updates", () => {
  it("reach the bot as they are: any kind, any text, lone surrogates too", async () => {
    const bot = connectBot(stage);
    const seen: unknown[] = [];
    bot.use((ctx) => {
      seen.push(ctx.update);
    });
    await startPolling(bot, { allowed_updates: [] });
    const chat = { id: 5, type: "private", first_name: "\u202E" } as const;
    const hostile = { message: { message_id: 1, date: 0, chat, text: "\uD800 \u200B مرحبا 👨‍👩‍👧" } };
    stage.api.injectUpdate({ update_id: 700_000, ...hostile } as never);
    stage.api.injectUpdate({ poll: { id: "1", question: "?" } } as never);
    await expect
      .poll(() => seen)
      .toEqual([
        { update_id: 700_000, ...hostile },
        { update_id: 700_001, poll: { id: "1", question: "?" } },
      ]);
    await bot.stop();
  });
});
