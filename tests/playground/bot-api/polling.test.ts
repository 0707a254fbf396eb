import { autoRetry } from "@grammyjs/auto-retry";
import { run } from "@grammyjs/runner";
import { GrammyError, HttpError, InlineKeyboard, InputFile } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callApi, connectBot, openStage, type Stage, startPolling } from "./support.ts";

let stage: Stage;
let userId: number;
beforeEach(async () => {
  stage = await openStage();
  userId = stage.api.createUser({ first_name: "Li" }).id;
  stage.api.openPrivateChat(userId);
});
afterEach(async () => {
  await stage.close();
});

/** A picture of 3 × 2 pixels: the header says so, and nobody looks further. */
const PNG = Buffer.concat([
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  Buffer.from("00000003000000020802000000", "hex"),
  Buffer.alloc(32),
]);

describe("files", () => {
  it("go up by multipart with caption and keyboard, and come down again", async () => {
    const bot = connectBot(stage);
    const sent = await bot.api.sendPhoto(userId, new InputFile(PNG, "图.png"), {
      caption: "<b>图</b>",
      parse_mode: "HTML",
      reply_markup: new InlineKeyboard().text("好", "ok"),
    });
    expect(sent.photo).toMatchObject([{ width: 3, height: 2, file_size: PNG.length }]);
    expect(sent).toMatchObject({ caption: "图", caption_entities: [{ type: "bold" }] });
    const file = await bot.api.getFile(sent.photo.at(-1)?.file_id ?? "");
    const response = await fetch(`${stage.url}/file/bot${bot.token}/${file.file_path}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    const again = await bot.api.sendPhoto(userId, file.file_id);
    expect(again.photo).toMatchObject([{ file_id: file.file_id }]);
  });

  it("of people can be downloaded", async () => {
    const bot = connectBot(stage);
    const bytes = Buffer.from("标题\n正文");
    const sent = stage.api.sendMedia(userId, userId, "document", {
      name: "文章.txt",
      type: "text/plain",
      data: bytes,
    });
    const file = await bot.api.getFile(sent.document?.file_id ?? "");
    const response = await fetch(`${stage.url}/file/bot${bot.token}/${encodeURI(file.file_path ?? "")}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it("make albums", async () => {
    const bot = connectBot(stage);
    const album = await bot.api.sendMediaGroup(userId, [
      { type: "photo", media: new InputFile(PNG, "a.png"), caption: "一" },
      { type: "photo", media: new InputFile(PNG, "b.png") },
    ]);
    const groups = stage.api.messages(userId).map(({ media_group_id }) => media_group_id);
    expect(album).toHaveLength(2);
    expect(groups).toEqual([expect.stringMatching(/^[0-9]+$/), groups[0]]);
  });

  it.each([
    ["no picture", Buffer.from("hello, world, this is no picture"), "Bad Request: IMAGE_PROCESS_FAILED"],
    ["nothing", Buffer.alloc(0), "Bad Request: file must be non-empty"],
  ])("are refused as a photo when they hold %s", async (_, bytes, description) => {
    const bot = connectBot(stage);
    await expect(bot.api.sendPhoto(userId, new InputFile(bytes, "x.png"))).rejects.toMatchObject({
      description,
    });
  });
});

describe("edits", () => {
  it("change text, keyboard and media, and take the keyboard away where none is given", async () => {
    const bot = connectBot(stage);
    const keyboard = new InlineKeyboard().text("a", "a");
    const sent = await bot.api.sendMessage(userId, "一", { reply_markup: keyboard });
    await bot.api.editMessageText(userId, sent.message_id, "二", { reply_markup: keyboard });
    await bot.api.editMessageReplyMarkup(userId, sent.message_id);
    expect(stage.api.messages(userId)[0]).toMatchObject({ text: "二", edit_date: expect.any(Number) });
    expect(stage.api.messages(userId)[0]?.reply_markup).toBeUndefined();
    await bot.api.editMessageMedia(userId, sent.message_id, {
      type: "photo",
      media: new InputFile(PNG),
      caption: "图",
    });
    await bot.api.editMessageCaption(userId, sent.message_id, { caption: "新" });
    const [kept] = stage.api.messages(userId);
    expect(kept?.text).toBeUndefined();
    expect(kept).toMatchObject({ caption: "新", photo: [{ width: 3 }] });
  });

  it("of a person's question reach the bot as edited_message", async () => {
    const bot = connectBot(stage);
    const answers = new Map<number, number>();
    bot.on("message:text", async (ctx) => {
      answers.set(ctx.msg.message_id, (await ctx.reply(`答：${ctx.msg.text}`)).message_id);
    });
    bot.on("edited_message:text", async (ctx) => {
      await ctx.api.editMessageText(
        ctx.chat.id,
        answers.get(ctx.msg.message_id) ?? 0,
        `改答：${ctx.msg.text}`,
      );
    });
    const { errors } = await startPolling(bot);
    const answered = stage.api.nextBotMessage(userId);
    const question = stage.api.sendText(userId, userId, "2020年进口");
    const answer = await answered;
    stage.api.editText(userId, question.message_id, "2021年进口");
    await expect.poll(() => stage.api.messages(userId).at(-1)?.text).toBe("改答：2021年进口");
    expect(stage.api.messages(userId).at(-1)?.message_id).toBe(answer.message_id);
    await bot.stop();
    expect(errors).toEqual([]);
  });
});

describe("topics", () => {
  it("keep answers where the question was", async () => {
    const forum = stage.api.createSupergroup({ title: "forum", creator: userId, is_forum: true });
    const topic = stage.api.createTopic(forum.id, "贸易", userId);
    const bot = connectBot(stage);
    bot.command("ask", (ctx) => ctx.reply("答", { reply_parameters: { message_id: ctx.msg.message_id } }));
    const { errors } = await startPolling(bot);
    const answered = stage.api.nextBotMessage(forum.id);
    stage.api.sendText(userId, forum.id, "/ask 一", { topic: topic.message_thread_id });
    expect(await answered).toMatchObject({
      message_thread_id: topic.message_thread_id,
      is_topic_message: true,
    });
    const general = stage.api.nextBotMessage(forum.id);
    stage.api.sendText(userId, forum.id, "/ask 二");
    expect((await general).message_thread_id).toBeUndefined();
    await bot.stop();
    expect(errors).toEqual([]);
  });

  it("are no topics in a supergroup without them, though replies have a thread", async () => {
    const group = stage.api.createSupergroup({ title: "plain", creator: userId });
    const first = stage.api.sendText(userId, group.id, "一");
    const reply = stage.api.sendText(userId, group.id, "/ask 二", { replyTo: first.message_id });
    expect(reply.message_thread_id).toBe(first.message_id);
    expect(reply.is_topic_message).toBeUndefined();
    const answer = await connectBot(stage).api.sendMessage(group.id, "答", {
      reply_parameters: { message_id: reply.message_id },
    });
    expect(answer.message_thread_id).toBe(first.message_id);
  });
});

describe("faults", () => {
  it("429 makes auto-retry wait and send once", async () => {
    stage.api.addFault({ kind: "too-many-requests", method: "sendMessage", retryAfter: 1, times: 2 });
    const bot = connectBot(stage);
    bot.api.config.use(autoRetry({ maxDelaySeconds: 5 }));
    const started = performance.now();
    await bot.api.sendMessage(userId, "一");
    expect(performance.now() - started).toBeGreaterThan(1900);
    expect(stage.api.messages(userId)).toHaveLength(1);
    const outcomes = stage.api.transcript.map((entry) => entry.kind === "call" && entry.outcome.ok);
    expect(outcomes).toEqual([false, false, true]);
  });

  it.each([
    [{ kind: "error", code: 500 } as const, "Internal Server Error"],
    [{ kind: "error", code: 502 } as const, "Bad Gateway"],
    [
      { kind: "error", code: 403, reason: "bot was blocked by the user" } as const,
      "Forbidden: bot was blocked by the user",
    ],
    [{ kind: "too-many-requests", retryAfter: 9 } as const, "Too Many Requests: retry after 9"],
  ])("%j reaches the bot as an error with its text", async (fault, description) => {
    stage.api.addFault(fault);
    const error = await connectBot(stage)
      .api.sendMessage(userId, "一")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({ description });
    expect(stage.api.messages(userId)).toEqual([]);
  });

  it.each([
    ["reset", { kind: "reset" } as const, 0],
    ["reset after the call was carried out", { kind: "reset", done: true } as const, 1],
    ["malformed", { kind: "malformed", done: true } as const, 1],
  ])("a connection %s is a network error", async (_, fault, kept) => {
    stage.api.addFault(fault);
    const error = await connectBot(stage)
      .api.sendMessage(userId, "一")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HttpError);
    expect(stage.api.messages(userId)).toHaveLength(kept);
    expect(stage.api.transcript.at(-1)).toMatchObject({
      outcome: { ok: false, broken: fault.kind, done: kept === 1 },
    });
  });

  it("a call without an answer ends by the bot's own patience", async () => {
    stage.api.addFault({ kind: "hang" });
    const bot = connectBot(stage, { client: { timeoutSeconds: 1 } });
    await expect(bot.api.sendMessage(userId, "一")).rejects.toBeInstanceOf(HttpError);
  });

  it("a slow answer comes, only later", async () => {
    stage.api.addFault({ kind: "slow", ms: 150 });
    const started = performance.now();
    await connectBot(stage).api.sendMessage(userId, "一");
    expect(performance.now() - started).toBeGreaterThan(140);
  });
});

describe("polling", () => {
  it("ends the older of two bots with a 409", async () => {
    const older = connectBot(stage);
    const ended = older.start().catch((error: unknown) => error);
    await expect.poll(() => older.isRunning()).toBe(true);
    const newer = connectBot(stage);
    newer.on("message", (ctx) => ctx.reply("还在"));
    await startPolling(newer);
    expect(await ended).toMatchObject({
      error_code: 409,
      description: expect.stringContaining("terminated by other getUpdates request"),
    });
    const answered = stage.api.nextBotMessage(userId);
    stage.api.sendText(userId, userId, "在吗");
    expect(await answered).toMatchObject({ text: "还在" });
    await newer.stop();
  });

  it("works with the concurrent runner, and a stop leaves nothing unconfirmed", async () => {
    const bot = connectBot(stage);
    bot.on("message:text", (ctx) => ctx.reply(`答 ${ctx.msg.text}`));
    const runner = run(bot);
    for (let number = 0; number < 20; number++) stage.api.sendText(userId, userId, String(number));
    await expect.poll(() => stage.api.messages(userId).length).toBe(40);
    await runner.stop();
    const { body } = await callApi(stage, "getUpdates", { offset: 0 });
    expect((body.result as unknown[]).length).toBe(stage.api.pendingUpdates.length);
  });

  it("delivers an update again when told to", async () => {
    const bot = connectBot(stage);
    const seen: number[] = [];
    bot.on("message", (ctx) => {
      seen.push(ctx.update.update_id);
    });
    await startPolling(bot);
    stage.api.sendText(userId, userId, "一");
    await expect.poll(() => seen.length).toBe(1);
    expect(stage.api.redeliver(seen[0] ?? 0)).toBe(true);
    await expect.poll(() => seen).toEqual([seen[0], seen[0]]);
    await bot.stop();
  });
});

describe("rate limits", () => {
  it("are counted, and enforced when asked for", async () => {
    const bot = connectBot(stage);
    await bot.api.sendMessage(userId, "一");
    await bot.api.sendMessage(userId, "二");
    expect(stage.api.rates.violations).toMatchObject([
      { rule: "chat", chatId: userId, method: "sendMessage", early: 1000 },
    ]);
    stage.api.rates.enforced = true;
    await expect(bot.api.sendMessage(userId, "三")).rejects.toMatchObject({
      error_code: 429,
      parameters: { retry_after: 1 },
    });
    expect(stage.api.messages(userId)).toHaveLength(2);
  });
});
