import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { clientOf } from "./support.ts";

let running: ChildProcess | undefined;
afterEach(() => running?.kill("SIGKILL"));

/** `npm start` without npm, without a token and without a terminal. */
function start(settings: Readonly<Record<string, string>>): {
  readonly process: ChildProcess;
  readonly output: () => string;
} {
  const env = { ...process.env, BOT_TOKEN: "", LOG_LEVEL: "warn", HOST: "", ...settings };
  const child = spawn(process.execPath, ["run.mjs", "src/main.ts"], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  return { process: child, output: () => output };
}

describe("starting without a token", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "opens the playground, answers, goes on without a terminal, and ends with status 0 at %s",
    async (signal) => {
      const started = start({ PORT: "0" });
      await expect.poll(started.output, { timeout: 25_000 }).toContain("/knowledge");
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(started.output())?.[0] ?? "";
      expect(started.output().match(/^ {2}· .+/gm)).toHaveLength(3);
      const client = clientOf(url);
      const [{ id }] = (await client.state()).people;
      await client.act("send", { user: id, chat: id, text: "2024年货物贸易总额是多少？" });
      const [answer] = await client.said("private");
      expect(answer.text).toContain("43.8万亿元");
      expect(started.process.exitCode).toBeNull();
      started.process.kill(signal);
      const [status] = await once(started.process, "exit");
      expect(status).toBe(0);
    },
    60_000,
  );

  it.each([
    ["an address that others can reach", { HOST: "0.0.0.0", PORT: "0" }, "HOST"],
    ["no address at all", { HOST: "nowhere.example", PORT: "0" }, "HOST"],
  ])(
    "says in a line why it cannot start at %s",
    async (_, settings, setting) => {
      const started = start(settings);
      const [status] = await once(started.process, "exit");
      expect(status).toBe(1);
      expect(started.output()).toContain(`${setting}:`);
      expect(started.output()).not.toContain("    at ");
    },
    60_000,
  );
});
