import { existsSync } from "node:fs";
import type { LoadedAssistant } from "./assistant.ts";
import { type Config, ConfigError, parseConfig } from "./config.ts";
import { createLogger, type Logger, maskTokens } from "./logger.ts";

/** What both ways of starting give back. */
interface Running {
  /** Settles when it was stopped; rejects when it cannot go on. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Longest time that a stop may take. */
const STOP_MS = 10_000;
/** The same while nothing has been answered yet: a start may wait for a server for ever. */
const UNSTARTED_MS = 2_000;

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = parseConfig(process.env);
  const starting = start(config, createLogger(config.logLevel));
  stopOnSignal(starting);
  await (await starting).ended;
}

async function start(config: Config, logger: Logger): Promise<Running> {
  const [{ createAssistant }, run] = await Promise.all([
    import("./assistant.ts"),
    config.botToken === undefined ? loadPage() : loadTelegram(config.botToken),
  ]);
  return await run(config, createAssistant({ dir: config.knowledgeDir }), logger);
}

type Run = (config: Config, assistant: LoadedAssistant, logger: Logger) => Promise<Running>;

// Each loads what it needs and no more, at once with what answers: with a token the playground's code is never read.

async function loadTelegram(token: string): Promise<Run> {
  const [{ runBot }, { openFileStore }] = await Promise.all([
    import("./bot/run-bot.ts"),
    import("./state/file-store.ts"),
  ]);
  return async (config, assistant, logger) => {
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
  };
}

async function loadPage(): Promise<Run> {
  const { startPlayground } = await import("./playground/start.ts");
  return async (config, assistant, logger) => await startPlayground({ config, assistant, logger });
}

/** Stops in order on a signal, also on one that comes while all is still starting. */
function stopOnSignal(starting: Promise<Running>): void {
  let stopping = false;
  let started = false;
  starting.then(
    () => (started = true),
    () => {},
  );
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    if (started) setTimeout(() => process.exit(1), STOP_MS).unref();
    else setTimeout(() => process.exit(0), UNSTARTED_MS).unref();
    starting.then((running) => running.stop()).then(() => process.exit(0), fail);
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
