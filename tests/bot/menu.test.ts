import { expect, it } from "vitest";
import { COMMANDS } from "../../src/bot/handlers/commands.ts";
import { startWorld } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

it("sets every command for every scope in Chinese, English and for everyone else, and each is one that is run", async () => {
  const world = await startWorld({ assistant: tinyAssistant() });
  await world.quiet();
  const calls = world.api.transcript.flatMap((e) =>
    e.kind === "call" && e.method === "setMyCommands" ? [e] : [],
  );
  const set = calls.map(({ params }) => ({
    scope: (params["scope"] as { type: string }).type,
    code: params["language_code"],
    commands: (params["commands"] as { command: string; description: string }[]).map((c) => c.command).sort(),
  }));
  expect(calls.every((c) => c.outcome.ok)).toBe(true);
  expect(set.map((s) => `${s.scope} ${s.code}`)).toEqual(
    ["all_private_chats", "all_group_chats", "all_chat_administrators"].flatMap((scope) =>
      ["undefined", "en", "zh"].map((code) => `${scope} ${code}`),
    ),
  );
  expect([...new Set(set.flatMap((s) => s.commands))].sort()).toEqual(Object.keys(COMMANDS).sort());
  await world.stop();
});

it("a menu that cannot be set does not keep the bot from answering", async () => {
  const world = await startWorld({ assistant: tinyAssistant() });
  world.api.addFault({ kind: "error", code: 400, reason: "Bad Request", method: "setMyCommands" });
  await world.bot.stop();
  await world.restart();
  const { id } = world.api.createUser({ first_name: "甲" });
  world.api.openPrivateChat(id);
  world.api.sendText(id, id, "你好");
  await world.hears(id);
  await world.stop();
});
