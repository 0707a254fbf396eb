import { runBot } from "../../src/bot/run-bot.ts";
import { parseConfig } from "../../src/config.ts";
import { createLogger } from "../../src/logger.ts";
import { openFileStore } from "../../src/state/file-store.ts";
import { tinyAssistant } from "./tiny-assistant.ts";

// A whole bot in a process of its own, over the tiny library, for tests that kill it. Prints one line when it is ready.
const config = parseConfig(process.env);
const store = openFileStore(config.dataDir);
const bot = await runBot({
  token: config.botToken ?? "",
  config,
  assistant: tinyAssistant(),
  store,
  logger: createLogger("silent"),
  paced: process.env["PACED"] === "1",
  pollSeconds: 1,
});
process.stdout.write("ready\n");
process.on("SIGTERM", () => {
  void bot
    .stop()
    .then(() => store.close())
    .then(() => process.exit(0));
});
