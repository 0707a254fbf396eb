import { z } from "zod";

const blankIsUnset = (value: unknown): unknown => (value === "" ? undefined : value);

const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsUnset, type.optional());

const countSchema = (fallback: number) =>
  z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(1_000_000).default(fallback));

const httpUrl = z.url({ protocol: /^https?$/, error: "expected an address like https://example.org/bot" });

/** One line for each setting; `.env.example` names them with the same defaults, which a test compares. */
const configSchema = z
  .object({
    BOT_TOKEN: optional(
      z.string().regex(/^\d+:[\w-]+$/, "expected the token that @BotFather gave, like 123456789:AA…"),
    ),
    BOT_API_ROOT: z.preprocess(blankIsUnset, httpUrl.default("https://api.telegram.org")),
    WEBHOOK_URL: optional(httpUrl),
    WEBHOOK_SECRET: optional(z.string().regex(/^[\w-]{1,256}$/, "expected 1 to 256 of A-Z a-z 0-9 _ -")),
    HOST: z.preprocess(blankIsUnset, z.string().default("127.0.0.1")),
    PORT: z.preprocess(blankIsUnset, z.coerce.number().int().min(0).max(65_535).default(8080)),
    KNOWLEDGE_DIR: z.preprocess(blankIsUnset, z.string().default("knowledge")),
    DATA_DIR: z.preprocess(blankIsUnset, z.string().default("data")),
    LOG_LEVEL: z.preprocess(
      blankIsUnset,
      z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
    ),
    USER_QUESTIONS_PER_MINUTE: countSchema(20),
    CHAT_QUESTIONS_PER_MINUTE: countSchema(20),
  })
  .refine((c) => c.WEBHOOK_URL === undefined || c.WEBHOOK_SECRET !== undefined, {
    path: ["WEBHOOK_SECRET"],
    error: "needed with WEBHOOK_URL: it keeps strangers from posting updates",
  });

/** The settings, all checked. */
export interface Config {
  /** Absent: the playground is started instead of Telegram. */
  readonly botToken: string | undefined;
  /** The Bot API server. */
  readonly apiRoot: string;
  /** Present: updates come by webhook. */
  readonly webhook: { readonly url: string; readonly secret: string } | undefined;
  readonly host: string;
  readonly port: number;
  readonly knowledgeDir: string;
  readonly dataDir: string;
  readonly logLevel: string;
  /** Questions a minute; 0 is no limit. `chat` counts groups only. */
  readonly limits: { readonly user: number; readonly chat: number };
}

/** Settings that cannot be used; the message lists every mistake. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads the settings out of an environment. Throws {@link ConfigError} naming each bad one; unknown names are ignored. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = configSchema.safeParse(env);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`settings cannot be used:\n  ${mistakes.join("\n  ")}`);
  }
  const c = parsed.data;
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = c;
  return {
    botToken: c.BOT_TOKEN,
    apiRoot: c.BOT_API_ROOT.replace(/\/+$/, ""),
    webhook: url === undefined || secret === undefined ? undefined : { url, secret },
    host: c.HOST,
    port: c.PORT,
    knowledgeDir: c.KNOWLEDGE_DIR,
    dataDir: c.DATA_DIR,
    logLevel: c.LOG_LEVEL,
    limits: { user: c.USER_QUESTIONS_PER_MINUTE, chat: c.CHAT_QUESTIONS_PER_MINUTE },
  };
}
