import { existsSync } from "node:fs";
import { createAssistant, type LoadedAssistant } from "./assistant.ts";
import { type Config, ConfigError, parseConfig } from "./config.ts";
import { createLogger, type Logger, maskTokens } from "./logger.ts";
import type { PlaygroundOptions } from "./playground/start.ts";
import { openFileStore } from "./state/file-store.ts";

/** What both ways of starting give back. */
interface Running {
  /** Settles when it was stopped; rejects when it cannot go on. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Longest time that a stop may take. */
const STOP_MS = 10_000;

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = parseConfig(process.env);
  const logger = createLogger(config.logLevel);
  const assistant = createAssistant({ dir: config.knowledgeDir });
  const running =
    config.botToken === undefined
      ? await startPage({ config, assistant, logger })
      : await startTelegram(config, config.botToken, assistant, logger);
  stopOnSignal(running);
  await running.ended;
}

async function startTelegram(
  config: Config,
  token: string,
  assistant: LoadedAssistant,
  logger: Logger,
): Promise<Running> {
  const { runBot } = await import("./bot/run-bot.ts");
  const store = openFileStore(config.dataDir);
  const { library, glossary } = assistant;
  const bot = await runBot({ token, config, assistant, library, glossary, store, logger });
  return {
    ended: bot.ended,
    stop: async () => {
      await bot.stop();
      await store.close();
    },
  };
}

async function startPage(options: PlaygroundOptions): Promise<Running> {
  // Loaded only here: with a token the playground's code is never read.
  const { startPlayground } = await import("./playground/start.ts");
  return await startPlayground(options);
}

function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    running.stop().then(() => process.exit(0), fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** Says in one line (or one per mistake) why it cannot go on, and ends. */
function fail(error: unknown): never {
  const expected = error instanceof ConfigError || (error instanceof Error && EXPECTED.has(error.name));
  const text =
    error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${maskTokens(text)}\n`);
  process.exit(1);
}

/** Errors whose message says all there is to say; named, since their modules are loaded only where they are needed. */
const EXPECTED: ReadonlySet<string> = new Set(["KnowledgeError", "GlossaryError", "TokenError"]);

await main().catch(fail);
