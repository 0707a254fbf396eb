import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EmbeddedBotApi, type RunningBotApi } from "../src/playground/bot-api/embedded-bot-api.ts";
import { TOKEN, until } from "./support/bot-world.ts";

let api: EmbeddedBotApi;
let server: RunningBotApi;
let dir: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "guanwen-main-"));
  api = new EmbeddedBotApi();
  server = await api.start({ token: TOKEN });
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts the program itself, with nothing of this process's settings. */
function start(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ["run.mjs", "src/main.ts"], {
    env: { PATH: process.env["PATH"], BOT_API_ROOT: server.url, DATA_DIR: dir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  return { child, output: () => output, ended };
}

describe("npm start with a token", () => {
  it("answers, and on SIGTERM confirms what it took and exits 0", async () => {
    const run = start({ BOT_TOKEN: TOKEN });
    const { id } = api.createUser({ first_name: "甲" });
    api.openPrivateChat(id);
    api.sendText(id, id, "你好");
    await until(() => api.messages(id).length === 2, 20_000, run.output);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    expect(api.pendingUpdates).toEqual([]);
    expect(run.output()).toContain("the bot is ready");
  });

  it("says in one line that a token is wrong, and exits 1, the token nowhere in the log", async () => {
    const run = start({ BOT_TOKEN: "999999:AAwrong-token_0" });
    expect(await run.ended).toBe(1);
    expect(run.output().trim().split("\n")).toEqual([
      expect.stringMatching(/^BOT_TOKEN is not accepted by http/),
    ]);
    expect(run.output()).not.toContain("AAwrong");
  });

  it("waits for a server that cannot be reached, without showing the token", async () => {
    await server.close();
    const run = start({ BOT_TOKEN: TOKEN });
    await until(() => run.output().includes("cannot be reached"), 20_000, run.output);
    run.child.kill("SIGTERM");
    await run.ended;
    expect(run.output()).not.toContain("test-token");
  });
});

it("npm start without a token opens the playground until SIGTERM", async () => {
  const run = start({ PORT: "0" });
  await until(() => /http:\/\/127\.0\.0\.1:\d+/.test(run.output()), 20_000, run.output);
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(0);
});

describe("settings and articles that cannot be used end the start with every mistake", () => {
  it.each<[string, Record<string, string>, RegExp[]]>([
    ["settings", { BOT_TOKEN: "x", PORT: "y" }, [/BOT_TOKEN/, /PORT/]],
    [
      "a webhook without its secret",
      { BOT_TOKEN: TOKEN, WEBHOOK_URL: "https://example.org/hook" },
      [/WEBHOOK_SECRET/],
    ],
  ])("%s", async (_, env, mistakes) => {
    const run = start(env);
    expect(await run.ended).toBe(1);
    for (const mistake of mistakes) expect(run.output()).toMatch(mistake);
    expect(run.output()).not.toMatch(/^\s+at /m);
  });

  it("articles", async () => {
    const knowledge = mkdtempSync(join(tmpdir(), "guanwen-knowledge-"));
    writeFileSync(
      join(knowledge, "bad.zh.md"),
      "---\nid: bad\nlang: zh\nkind: digest\npublished: yesterday\n---\n\n正文。\n",
    );
    const run = start({ BOT_TOKEN: TOKEN, KNOWLEDGE_DIR: knowledge });
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/bad\.zh\.md/);
    expect(run.output()).toMatch(/published/);
    expect(run.output()).not.toMatch(/^\s+at /m);
    rmSync(knowledge, { recursive: true, force: true });
  });
});
