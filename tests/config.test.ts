import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "../src/config.ts";

describe("parseConfig", () => {
  it("has a default for everything, and .env.example shows the same ones", () => {
    const shown = parseEnv(readFileSync(".env.example", "utf8"));
    expect(parseConfig(shown)).toEqual(parseConfig({}));
    expect(parseConfig({})).toMatchObject({
      botToken: undefined,
      apiRoot: "https://api.telegram.org",
      webhook: undefined,
      knowledgeDir: "knowledge",
      dataDir: "data",
      limits: { user: 20, chat: 20 },
    });
  });

  it(".env.example names every setting that is read", () => {
    const names = Object.keys(parseEnv(readFileSync(".env.example", "utf8"))).sort();
    const read = [...readFileSync("src/config.ts", "utf8").matchAll(/^ {4}([A-Z_]+):/gm)].map(
      (m) => m[1] ?? "",
    );
    expect(names).toEqual(read.sort());
  });

  it.each([
    [{ BOT_TOKEN: "abc" }, "BOT_TOKEN"],
    [{ BOT_API_ROOT: "telegram" }, "BOT_API_ROOT"],
    [{ WEBHOOK_URL: "ftp://example.org" }, "WEBHOOK_URL"],
    [{ WEBHOOK_URL: "https://example.org/hook" }, "WEBHOOK_SECRET"],
    [{ WEBHOOK_SECRET: "with spaces" }, "WEBHOOK_SECRET"],
    [{ PORT: "70000" }, "PORT"],
    [{ PORT: "eighty" }, "PORT"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ USER_QUESTIONS_PER_MINUTE: "-1" }, "USER_QUESTIONS_PER_MINUTE"],
  ])("%o is refused by name", (env, name) => {
    expect(() => parseConfig(env)).toThrow(ConfigError);
    expect(() => parseConfig(env)).toThrow(name);
  });

  it("lists every mistake at once", () => {
    expect(() => parseConfig({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });

  it("does not repeat a refused token", () => {
    expect(() => parseConfig({ BOT_TOKEN: "123456 secretpart" })).toThrow(/^(?![\s\S]*secretpart)/);
  });

  it("takes the webhook with its secret, and the server without the slash at its end", () => {
    const config = parseConfig({
      WEBHOOK_URL: "https://example.org/hook",
      WEBHOOK_SECRET: "s_1",
      BOT_API_ROOT: "http://127.0.0.1:8081/",
    });
    expect(config.webhook).toEqual({ url: "https://example.org/hook", secret: "s_1" });
    expect(config.apiRoot).toBe("http://127.0.0.1:8081");
  });
});
