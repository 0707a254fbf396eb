import { UPDATE_TYPES } from "../update-queue.ts";
import { byType, chat, filled, flag, integer, list, type ObjectRule, object, oneOf, text } from "./rule.ts";

/** Rules for what a bot says about itself, and for the updates it wants. */

export const command = object(
  "BotCommand",
  { command: text, description: text },
  { is_ephemeral: flag },
  "Can't parse BotCommand",
);

export const scope = byType(
  "BotCommandScope",
  Object.fromEntries(
    [
      ["default", {}],
      ["all_private_chats", {}],
      ["all_group_chats", {}],
      ["all_chat_administrators", {}],
      ["chat", { chat_id: chat }],
      ["chat_administrators", { chat_id: chat }],
      ["chat_member", { chat_id: chat, user_id: integer(1) }],
    ].map(([type, fields]) => [
      type as string,
      object(
        "BotCommandScope",
        { type: text, ...(fields as ObjectRule["required"]) },
        {},
        "Can't parse BotCommandScope",
      ),
    ]),
  ),
  "Can't parse BotCommandScope: Unsupported type specified",
);

export const menuButton = byType(
  "MenuButton",
  {
    default: object("MenuButtonDefault", { type: text }),
    commands: object("MenuButtonCommands", { type: text }),
    web_app: object("MenuButtonWebApp", { type: text, text, web_app: object("WebAppInfo", { url: filled }) }),
  },
  "Can't parse menu button: MenuButton has unsupported type",
);

/** Telegram passes over kinds it does not know; a misspelt one is a mistake that would else stay hidden. */
export const allowedUpdates = list(oneOf(UPDATE_TYPES, "allowed_updates holds an unknown kind of update"));
