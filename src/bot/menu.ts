import type { Api } from "grammy";
import type { BotCommand, BotCommandScope } from "grammy/types";
import type { UiLang } from "../answer/types.ts";
import { phrase } from "../format/phrases.ts";
import type { Logger } from "../logger.ts";
import { describe } from "./failures.ts";

/** Who sees which commands. */
const SCOPES: readonly { readonly scope: BotCommandScope; readonly commands: readonly MenuCommand[] }[] = [
  {
    scope: { type: "all_private_chats" },
    commands: ["ask", "coverage", "conflicts", "sources", "lang", "help", "start"],
  },
  {
    scope: { type: "all_group_chats" },
    commands: ["ask", "coverage", "conflicts", "sources", "help", "lang"],
  },
  {
    scope: { type: "all_chat_administrators" },
    commands: ["ask", "coverage", "conflicts", "sources", "quiet", "help", "lang"],
  },
];

type MenuCommand = "ask" | "coverage" | "conflicts" | "sources" | "lang" | "help" | "start" | "quiet";

/** Telegram knows `zh` for both scripts; whose app speaks neither language sees the English menu. */
const LANGUAGES: readonly { readonly lang: UiLang; readonly code?: "zh" | "en" }[] = [
  { lang: "en" },
  { lang: "en", code: "en" },
  { lang: "zh-Hans", code: "zh" },
];

/** Puts the commands into Telegram's menu. A failure is logged: the bot works without its menu. */
export async function setMenu(api: Api, logger: Logger): Promise<void> {
  try {
    for (const { scope, commands } of SCOPES) {
      for (const { lang, code } of LANGUAGES) {
        await api.setMyCommands(menuOf(commands, lang), {
          scope,
          ...(code === undefined ? {} : { language_code: code }),
        });
      }
    }
  } catch (error) {
    logger.warn({ why: describe(error) }, "the command menu could not be set");
  }
}

const menuOf = (commands: readonly MenuCommand[], lang: UiLang): BotCommand[] =>
  commands.map((command) => ({ command, description: phrase(lang, `command-${command}`) }));
