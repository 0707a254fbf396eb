import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "../../src/playground/bot-api/faults.ts";
import { type BotWorld, startWorld, TOKEN, until } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

describe.each(["polling", "webhook"] as const)("faults, over %s", (by) => {
  let world: BotWorld;
  let me: number;
  let log: string[];
  beforeEach(async () => {
    log = [];
    world = await startWorld({ by, assistant: tinyAssistant(), logLines: log, callSeconds: 3 });
    me = world.api.createUser({ first_name: "甲", language_code: "zh-hans" }).id;
    world.api.openPrivateChat(me);
  });
  afterEach(async () => await world.stop());

  const answers = () => world.said(me).map((m) => m.text?.split("\n")[0]);

  it.each<[string, Fault]>([
    ["a flood limit", { kind: "too-many-requests", retryAfter: 1, method: "sendMessage" }],
    ["a reset connection", { kind: "reset", method: "sendMessage" }],
    ["no JSON", { kind: "malformed", method: "sendMessage" }],
    ["a slow answer", { kind: "slow", ms: 700, method: "sendMessage" }],
    ["no answer at all", { kind: "hang", method: "sendMessage" }],
    ["500", { kind: "error", code: 500, reason: "Internal Server Error", method: "sendMessage" }],
    ["502", { kind: "error", code: 502, reason: "Bad Gateway", method: "sendMessage" }],
  ])("%s on sending loses nothing and repeats nothing", async (_, fault) => {
    world.api.addFault(fault);
    world.api.sendText(me, me, "2023年吞吐量");
    world.api.sendText(me, me, "2020年吞吐量");
    await world.hears(me, 2, 12_000);
    await world.quiet();
    expect(answers()).toEqual(["云岛港吞吐量：超过120万箱", "云岛港吞吐量：80.5万箱"]);
  });

  it("a connection that breaks after the message went out leads to one repeat at most", async () => {
    world.api.addFault({ kind: "reset", done: true, method: "sendMessage" });
    world.api.sendText(me, me, "2023年吞吐量");
    await world.hears(me, 2);
    await world.quiet(400);
    expect(answers()).toHaveLength(2);
  });

  it("what Telegram cannot parse is sent as plain text", async () => {
    world.api.addFault({
      kind: "error",
      code: 400,
      reason: "Bad Request: can't parse entities: unsupported start tag",
      method: "sendMessage",
    });
    world.api.sendText(me, me, "2023年吞吐量");
    const [reply] = await world.hears(me);
    expect(reply?.entities ?? []).toEqual([]);
    expect(reply?.text).toContain("超过120万箱");
  });

  it.each(["Bad Request: message to be replied not found", "Bad Request: message thread not found"])(
    "an answer goes out all the same after: %s",
    async (reason) => {
      const { id: chat } = world.api.createSupergroup({ title: "坛", creator: me, is_forum: true });
      const topic = world.api.createTopic(chat, "一", me).message_thread_id;
      await world.quiet();
      const before = world.said(chat).length;
      world.api.addFault({ kind: "error", code: 400, reason, method: "sendMessage" });
      world.api.sendText(me, chat, "/ask 2023年吞吐量", { topic });
      expect((await world.hears(chat, before + 1)).at(-1)?.text).toContain("120万箱");
    },
  );

  it("a question deleted meanwhile is answered without a reply to it", async () => {
    const { id: chat } = world.api.createSupergroup({ title: "群", creator: me });
    await world.quiet();
    const before = world.said(chat).length;
    await world.bot.stop();
    const { message_id } = world.api.sendText(me, chat, "/ask 2023年吞吐量");
    world.api.deleteMessage(chat, message_id);
    await world.restart();
    expect((await world.hears(chat, before + 1)).at(-1)?.reply_to_message).toBeUndefined();
  });

  it.each([
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same",
    "Bad Request: message to edit not found",
    "Forbidden: bot was blocked by the user",
  ])("a page that cannot be turned ends quietly: %s", async (reason) => {
    world.api.sendText(me, me, "吞吐量是多少？");
    const [reply] = await world.hears(me);
    world.api.addFault({
      kind: "error",
      code: reason.startsWith("F") ? 403 : 400,
      reason,
      method: "editMessageText",
    });
    const told = await world.api
      .pressButton(me, me, reply?.message_id ?? 0, { text: "下一条引文 2/2" })
      .answer();
    expect(told).toBeDefined();
    await world.quiet();
    expect(await world.store.list("taken:")).toEqual([]);
  });

  it("a press that waited too long is let be", async () => {
    world.api.sendText(me, me, "吞吐量是多少？");
    const [reply] = await world.hears(me);
    world.api.addFault({
      kind: "error",
      code: 400,
      reason: "Bad Request: query is too old and response timeout expired or query ID is invalid",
      method: "answerCallbackQuery",
    });
    world.api.pressButton(me, me, reply?.message_id ?? 0, { text: "👍" });
    world.api.sendText(me, me, "2020年吞吐量");
    await world.hears(me, 2);
    expect(log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it("an update delivered twice is answered once, also over a restart", async () => {
    world.api.sendText(me, me, "2023年吞吐量");
    await world.hears(me);
    const update = world.api.transcript.find((e) => e.kind === "update")?.update.update_id ?? 0;
    world.api.redeliver(update);
    await world.quiet();
    await world.bot.stop();
    await world.restart();
    world.api.redeliver(update);
    world.api.sendText(me, me, "2020年吞吐量");
    await world.hears(me, 2);
    await world.quiet();
    expect(answers()).toEqual(["云岛港吞吐量：超过120万箱", "云岛港吞吐量：80.5万箱"]);
  });

  it("the log never holds the token, whatever fails", async () => {
    for (let i = 0; i < 3; i++) world.api.addFault({ kind: "reset" });
    world.api.sendText(me, me, "2023年吞吐量");
    await world.hears(me, 1, 12_000);
    expect(log.length).toBeGreaterThan(0);
    expect(log.join("")).not.toContain(TOKEN.split(":")[1]);
  });
});

it.each(["polling", "webhook"] as const)("a start over %s waits for a server in trouble", async (by) => {
  const log: string[] = [];
  const world = await startWorld({ by, assistant: tinyAssistant(), logLines: log });
  await world.bot.stop();
  for (const method of ["getMe", by === "polling" ? "deleteWebhook" : "setWebhook"]) {
    world.api.addFault({ kind: "reset", method, times: 2 });
  }
  await world.restart();
  const { id } = world.api.createUser({ first_name: "甲" });
  world.api.openPrivateChat(id);
  world.api.sendText(id, id, "你好");
  await world.hears(id);
  expect(log.filter((line) => line.includes("cannot be reached")).length).toBeGreaterThanOrEqual(2);
  await world.stop();
});

describe("polling", () => {
  it("ends when the token is no longer valid, and says so without it", async () => {
    const world = await startWorld({ assistant: tinyAssistant() });
    world.api.addFault({ kind: "error", code: 401, reason: "Unauthorized", method: "getUpdates" });
    const ended = expect(world.bot.ended).rejects.toThrow(/^BOT_TOKEN is not accepted by http/);
    await ended;
    await world.stop();
  });

  it("goes on after another poller, server errors and broken connections", async () => {
    const log: string[] = [];
    const world = await startWorld({ assistant: tinyAssistant(), logLines: log });
    const me = world.api.createUser({ first_name: "甲" }).id;
    world.api.openPrivateChat(me);
    world.api.addFault({ kind: "error", code: 502, reason: "Bad Gateway", method: "getUpdates", times: 2 });
    world.api.addFault({ kind: "reset", method: "getUpdates" });
    world.api.addFault({
      kind: "error",
      code: 409,
      reason: "Conflict: terminated by other getUpdates request",
      method: "getUpdates",
    });
    world.api.sendText(me, me, "2023年吞吐量");
    await world.hears(me, 1, 20_000);
    await until(
      () => log.some((line) => line.includes("409")),
      20_000,
      () => "no word of the other poller",
    );
    world.api.sendText(me, me, "2020年吞吐量");
    await world.hears(me, 2, 20_000);
    await world.stop();
  });
});
