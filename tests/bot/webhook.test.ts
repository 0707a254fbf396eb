import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BotWorld, SECRET, startWorld } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

let world: BotWorld;
let me: number;
const log: string[] = [];
beforeEach(async () => {
  log.length = 0;
  world = await startWorld({ by: "webhook", assistant: tinyAssistant(), logLines: log });
  me = world.api.createUser({ first_name: "甲" }).id;
  world.api.openPrivateChat(me);
});
afterEach(async () => await world.stop());

const call = async (path: string, init?: RequestInit) =>
  await fetch(`http://127.0.0.1:${world.bot.port}${path}`, init);
const post = async (body: string, secret?: string, path = "/hook") =>
  (
    await call(path, {
      method: "POST",
      body,
      headers: secret === undefined ? {} : { "X-Telegram-Bot-Api-Secret-Token": secret },
    })
  ).status;
const question = (update_id: number) =>
  JSON.stringify({
    update_id,
    message: {
      message_id: 900 + update_id,
      date: 1,
      chat: { id: me, type: "private", first_name: "甲" },
      from: { id: me, is_bot: false, first_name: "甲" },
      text: "2023年吞吐量",
    },
  });

describe("the webhook", () => {
  it.each([undefined, "", "wrong", `${SECRET}x`, SECRET.toUpperCase()])(
    "refuses the secret %j and processes nothing",
    async (secret) => {
      expect(await post(question(1), secret)).toBe(401);
      await world.quiet();
      expect(world.said(me)).toEqual([]);
      expect(await world.store.list("")).toEqual([]);
    },
  );

  it.each([
    ["what is no JSON", "{", 400],
    ["what is no update", '{"message":{}}', 400],
    ["an update without anything known", '{"update_id":5,"brand_new":{}}', 200],
    ["more than a megabyte", `{"update_id":6,"x":"${"x".repeat(1_100_000)}"}`, 413],
  ])("answers %s by %3$s and goes on", async (_, body, status) => {
    expect(await post(body, SECRET)).toBe(status);
    expect(await post(question(7), SECRET)).toBe(200);
    await world.hears(me);
  });

  it("answers one update posted many times at once", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => await post(question(8), SECRET)),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    await world.quiet();
    expect(world.said(me)).toHaveLength(1);
  });

  it.each([
    ["/healthz", 200],
    ["/readyz", 200],
    ["/", 404],
    ["/hook", 405],
  ])("GET %s → %i", async (path, status) => expect((await call(path)).status).toBe(status));

  it("takes updates at its own path alone", async () =>
    expect(await post(question(9), SECRET, "/other")).toBe(404));

  it("finishes what is in hand when it stops, and leaves its address registered", async () => {
    world.api.addFault({ kind: "slow", ms: 400, method: "sendMessage" });
    const posted = post(question(10), SECRET);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await world.bot.stop();
    expect(await posted).toBe(200);
    expect(world.said(me)).toHaveLength(1);
    await expect(call("/healthz")).rejects.toThrow();
    expect(world.api.transcript.some((e) => e.kind === "call" && e.method === "deleteWebhook")).toBe(false);
  });
});
