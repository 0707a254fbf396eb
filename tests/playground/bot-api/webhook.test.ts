import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { webhookCallback } from "grammy";
import type { Update } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callApi, connectBot, openStage, type Stage } from "./support.ts";

let stage: Stage;
let userId: number;
let servers: Server[] = [];
beforeEach(async () => {
  stage = await openStage({ webhookRetryUnit: 10 });
  userId = stage.api.createUser().id;
  stage.api.openPrivateChat(userId);
});
afterEach(async () => {
  await stage.close();
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
  servers = [];
});

/** Serves the bot's side on loopback. */
async function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<string> {
  const server = createServer((request, response) => void handler(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

async function bodyOf(request: IncomingMessage): Promise<Update> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString()) as Update;
}

describe("an unmodified grammY bot behind a webhook", () => {
  it("gets updates with the secret and answers", async () => {
    const bot = connectBot(stage);
    bot.on("message:text", (ctx) => ctx.reply(`答：${ctx.msg.text}`));
    const callback = webhookCallback(bot, "http", { secretToken: "s3cret" });
    const url = await listen(
      (request, response) => void callback(request, response).catch(() => response.destroy()),
    );
    await bot.api.setWebhook(url, { secret_token: "s3cret", allowed_updates: ["message"] });
    const answered = stage.api.nextBotMessage(userId);
    stage.api.sendText(userId, userId, "进口");
    expect(await answered).toMatchObject({ text: "答：进口" });
    await expect.poll(() => stage.api.pendingUpdates).toEqual([]);
    expect(await bot.api.getWebhookInfo()).toMatchObject({
      url,
      pending_update_count: 0,
      allowed_updates: ["message"],
    });
  });

  it("is kept from polling meanwhile", async () => {
    const url = await listen((_, response) => response.end());
    const bot = connectBot(stage);
    const polling = callApi(stage, "getUpdates", { timeout: 5 });
    await expect.poll(async () => (await callApi(stage, "getMe")).status).toBe(200);
    await bot.api.setWebhook(url);
    expect((await polling).body.description).toBe("Conflict: terminated by setWebhook request");
    expect((await callApi(stage, "getUpdates")).body.description).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    await bot.api.deleteWebhook();
    expect((await callApi(stage, "getUpdates")).body.ok).toBe(true);
  });
});

describe("delivery", () => {
  it("keeps the order of a chat and repeats what failed, while other chats go on", async () => {
    const other = stage.api.createUser().id;
    const seen: string[] = [];
    let failures = 2;
    const url = await listen(async (request, response) => {
      const { message } = await bodyOf(request);
      seen.push(`${message?.text}`);
      response.statusCode = message?.text === "1" && failures-- > 0 ? 500 : 200;
      response.end();
    });
    await callApi(stage, "setWebhook", { url });
    for (const text of ["1", "2", "3"]) stage.api.sendText(userId, userId, text);
    stage.api.openPrivateChat(other);
    stage.api.sendText(other, other, "别的");
    await expect.poll(() => stage.api.pendingUpdates.length).toBe(0);
    expect(seen.filter((text) => text !== "别的")).toEqual(["1", "1", "1", "2", "3"]);
    expect(seen.indexOf("别的")).toBeLessThan(seen.indexOf("2"));
    const { body } = await callApi(stage, "getWebhookInfo");
    expect(body.result).toMatchObject({
      last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
    });
  });

  it("serves many chats at once without a warning of leaking listeners", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => void warnings.push(warning);
    process.on("warning", note);
    const held: ServerResponse[] = [];
    const url = await listen((_, response) => void held.push(response));
    await callApi(stage, "setWebhook", { url, max_connections: 40 });
    for (let i = 0; i < 30; i++) {
      const { id } = stage.api.createUser();
      stage.api.openPrivateChat(id);
      stage.api.sendText(id, id, "问");
    }
    await expect.poll(() => held.length).toBe(30);
    for (const response of held) response.end();
    await expect.poll(() => stage.api.pendingUpdates.length).toBe(0);
    process.off("warning", note);
    expect(warnings.map((warning) => warning.name)).toEqual([]);
  });

  it("sends what waited before the webhook was set, or drops it", async () => {
    stage.api.sendText(userId, userId, "旧");
    const seen: (string | undefined)[] = [];
    const url = await listen(async (request, response) => {
      seen.push((await bodyOf(request)).message?.text);
      response.end();
    });
    await callApi(stage, "setWebhook", { url });
    await expect.poll(() => seen).toEqual(["旧"]);
    await callApi(stage, "deleteWebhook");
    stage.api.sendText(userId, userId, "没人要");
    await callApi(stage, "setWebhook", { url, drop_pending_updates: true });
    stage.api.sendText(userId, userId, "新");
    await expect.poll(() => seen).toEqual(["旧", "新"]);
  });

  it.each([
    ["application/json", () => JSON.stringify({ method: "sendMessage", chat_id: userId, text: "答" })],
    ["application/x-www-form-urlencoded", () => `method=sendMessage&chat_id=${userId}&text=%E7%AD%94`],
  ])("carries out a method in a response of type %s", async (type, body) => {
    const url = await listen((_, response) => {
      response.setHeader("content-type", type);
      response.end(body());
    });
    await callApi(stage, "setWebhook", { url });
    const answered = stage.api.nextBotMessage(userId);
    stage.api.sendText(userId, userId, "问");
    expect(await answered).toMatchObject({ text: "答" });
    await expect
      .poll(() => stage.api.transcript.at(-1))
      .toMatchObject({
        kind: "call",
        method: "sendMessage",
        via: "webhook",
      });
  });

  it.each(["getMe", "setWebhook", "deleteWebhook", "close", "logOut"])(
    "does not carry out %s from a response",
    async (method) => {
      const url = await listen((_, response) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ method, url: "" }));
      });
      await callApi(stage, "setWebhook", { url });
      stage.api.clearTranscript();
      stage.api.sendText(userId, userId, "问");
      await expect.poll(() => stage.api.pendingUpdates.length).toBe(0);
      expect(stage.api.transcript.map(({ kind }) => kind)).toEqual(["update"]);
    },
  );

  it("delivers again what is redelivered", async () => {
    const seen: number[] = [];
    const url = await listen(async (request, response) => {
      seen.push((await bodyOf(request)).update_id);
      response.end();
    });
    await callApi(stage, "setWebhook", { url });
    stage.api.sendText(userId, userId, "一");
    await expect.poll(() => stage.api.pendingUpdates.length).toBe(0);
    stage.api.redeliver(seen[0] ?? 0);
    await expect.poll(() => seen).toEqual([seen[0], seen[0]]);
  });

  it("goes on after the bot's server was away", async () => {
    const url = await listen((_, response) => response.end());
    const [first] = servers.splice(0);
    await new Promise((resolve) => first?.close(resolve));
    await callApi(stage, "setWebhook", { url });
    stage.api.sendText(userId, userId, "一");
    const info = async () => (await callApi(stage, "getWebhookInfo")).body.result;
    await expect
      .poll(info)
      .toMatchObject({ last_error_message: "Connection refused", pending_update_count: 1 });
    const server = createServer((_, response) => response.end());
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(Number(new URL(url).port), "127.0.0.1", resolve));
    await expect.poll(() => stage.api.pendingUpdates.length).toBe(0);
  });
});
