import { describe, expect, it } from "vitest";
import { createLogger, maskTokens } from "../src/logger.ts";

describe("maskTokens", () => {
  it.each([
    ["https://api.telegram.org/bot123456:AAF-x_y/getMe", "https://api.telegram.org/bot<token>/getMe"],
    ["bot123456%3AAAFxy", "bot<token>"],
    ['{"time":1700000000000,"chat":123456789}', '{"time":1700000000000,"chat":123456789}'],
    ["at 12:30:45", "at 12:30:45"],
  ])("%s → %s", (text, masked) => expect(maskTokens(text)).toBe(masked));
});

it("no token reaches the log, inside an error's cause either", () => {
  const lines: string[] = [];
  const logger = createLogger("info", { write: (line) => void lines.push(line) });
  const inner = new Error("request to https://api.telegram.org/bot987654:AAsecret/getMe failed");
  logger.error({ err: new Error("outer", { cause: inner }), token: "987654:AAsecret" }, "987654:AAsecret");
  expect(lines.join("")).not.toContain("AAsecret");
  expect(lines.join("")).toContain("<token>");
});
