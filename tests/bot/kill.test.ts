import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EmbeddedBotApi, type RunningBotApi } from "../../src/playground/bot-api/embedded-bot-api.ts";
import { SECRET, TOKEN, until } from "../support/bot-world.ts";

/** Questions of the burst, and people who ask them. */
const QUESTIONS = 200;
const PEOPLE = 40;

let api: EmbeddedBotApi;
let server: RunningBotApi;
let dir: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "guanwen-kill-"));
  api = new EmbeddedBotApi({ webhookRetryUnit: 50 });
  server = await api.start({ token: TOKEN });
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

async function startBot(env: Record<string, string>): Promise<ChildProcess> {
  const bot = spawn(process.execPath, ["run.mjs", "tests/support/tiny-bot.ts"], {
    env: {
      ...process.env,
      BOT_TOKEN: TOKEN,
      BOT_API_ROOT: server.url,
      DATA_DIR: dir,
      USER_QUESTIONS_PER_MINUTE: "0",
      CHAT_QUESTIONS_PER_MINUTE: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = bot;
  await new Promise<void>((resolve, reject) => {
    bot.stdout?.once("data", () => resolve());
    bot.once("exit", (code) => reject(new Error(`the bot ended with ${code}`)));
  });
  return bot;
}

const exited = async (bot: ChildProcess): Promise<number | null> =>
  bot.exitCode ?? (await new Promise((resolve) => bot.once("exit", (code) => resolve(code))));

const freePort = async (): Promise<number> =>
  await new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

/** Answers of each person, as the years they were asked about. */
const answersOf = (user: number): string[] =>
  api
    .messages(user)
    .filter((m) => m.from?.id === api.bot.id)
    .map((m) => m.text?.split("\n")[0] ?? "");

/** The same, an answer that was repeated right behind itself counted once: one question never gets the next one's answer. */
function inOrder(user: number): string[] {
  const answers = answersOf(user);
  return answers.filter((text, i) => text !== answers[i - 1]);
}

describe.each(["polling", "webhook"])("over %s", (by) => {
  it("kill -9 in a burst loses no question and repeats at most the ones whose sending was in doubt", async () => {
    const port = await freePort();
    const hook: Record<string, string> =
      by === "webhook"
        ? { WEBHOOK_URL: `http://127.0.0.1:${port}/hook`, WEBHOOK_SECRET: SECRET, PORT: String(port) }
        : {};
    const env = { ...hook, PACED: "1" };
    let bot = await startBot(env);
    const people = Array.from({ length: PEOPLE }, (_, i) => {
      const { id } = api.createUser({ first_name: `人${i}` });
      api.openPrivateChat(id);
      return id;
    });
    for (let q = 0; q < QUESTIONS; q++) {
      const user = people[q % PEOPLE] ?? 0;
      api.sendText(user, user, q % (2 * PEOPLE) < PEOPLE ? "2023年吞吐量" : "2020年吞吐量");
    }
    const answered = (): number => people.reduce((sum, user) => sum + answersOf(user).length, 0);
    await until(
      () => answered() >= QUESTIONS * 0.3,
      30_000,
      () => `${answered()} answers`,
    );
    bot.kill("SIGKILL");
    await exited(bot);
    bot = await startBot(env);
    const all = (): boolean => people.every((user) => inOrder(user).length === QUESTIONS / PEOPLE);
    await until(all, 30_000, () => `${answered()} answers`);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const expected = Array.from(
      { length: QUESTIONS / PEOPLE },
      (_, i) => `云岛港吞吐量：${i % 2 === 0 ? "超过120万箱" : "80.5万箱"}`,
    );
    const repeats = answered() - QUESTIONS;
    for (const user of people) {
      expect(inOrder(user)).toEqual(expected);
    }
    process.stdout.write(`kill -9 over ${by}: ${QUESTIONS} questions, ${repeats} repeated\n`);
    // Only what was being sent when the kill came can be repeated: a chat's questions go one after another.
    expect(repeats).toBeLessThanOrEqual(PEOPLE);
    bot.kill("SIGTERM");
    expect(await exited(bot)).toBe(0);
  }, 90_000);

  it("SIGTERM finishes what is in hand, so that nothing is repeated after it", async () => {
    const port = await freePort();
    const env: Record<string, string> =
      by === "webhook"
        ? { WEBHOOK_URL: `http://127.0.0.1:${port}/hook`, WEBHOOK_SECRET: SECRET, PORT: String(port) }
        : {};
    let bot = await startBot(env);
    const people = Array.from({ length: 10 }, (_, i) => {
      const { id } = api.createUser({ first_name: `人${i}` });
      api.openPrivateChat(id);
      return id;
    });
    for (let q = 0; q < 50; q++)
      api.sendText(people[q % 10] ?? 0, people[q % 10] ?? 0, q % 20 < 10 ? "2023年吞吐量" : "2020年吞吐量");
    await until(
      () => people.some((user) => answersOf(user).length > 0),
      10_000,
      () => "no answer",
    );
    bot.kill("SIGTERM");
    expect(await exited(bot)).toBe(0);
    bot = await startBot(env);
    await until(
      () => people.every((user) => answersOf(user).length >= 5),
      20_000,
      () => JSON.stringify(people.map((user) => answersOf(user).length)),
    );
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(people.map((user) => answersOf(user).length)).toEqual(people.map(() => 5));
    bot.kill("SIGTERM");
    expect(await exited(bot)).toBe(0);
  }, 60_000);
});
