import type { BotCommand, BotCommandScope, LanguageCode, MenuButton } from "grammy/types";
import { ApiError } from "../api-error.ts";
import { compact } from "../compact.ts";
import { refusal } from "../error-texts.ts";
import type { World } from "../world/world.ts";
import { openChat } from "./access.ts";
import type { Call, Handlers } from "./call.ts";

/** Limits of what a bot says about itself (Bot API, BotCommand, setMyName …), in characters. */
const MAX_COMMANDS = 100;
const MAX_NAME = 64;
const MAX_DESCRIPTION = 512;
const MAX_SHORT_DESCRIPTION = 120;

type ProfileMethod =
  | "setMyCommands"
  | "deleteMyCommands"
  | "getMyCommands"
  | "setMyName"
  | "getMyName"
  | "setMyDescription"
  | "getMyDescription"
  | "setMyShortDescription"
  | "getMyShortDescription"
  | "setChatMenuButton"
  | "getChatMenuButton";

/** What the bot says about itself: commands by scope and language, texts by language, menu buttons. */
export const PROFILE_METHODS: Handlers<ProfileMethod> = {
  setMyCommands(call, args) {
    if (args.commands.length > MAX_COMMANDS) throw refusal("tooManyCommands");
    const key = commandsKey(call, args.scope, args.language_code);
    const commands = args.commands.map(checkCommand);
    const { profile } = call.world.state;
    if (commands.length === 0) delete profile.commands[key];
    else profile.commands[key] = commands;
    return changed(call.world);
  },
  deleteMyCommands(call, args) {
    delete call.world.state.profile.commands[commandsKey(call, args.scope, args.language_code)];
    return changed(call.world);
  },
  getMyCommands: (call, args) =>
    call.world.state.profile.commands[commandsKey(call, args.scope, args.language_code)] ?? [],

  setMyName: ({ world }, args) => setText(world, "names", args.name, MAX_NAME, args.language_code),
  getMyName: ({ world }, args) => ({
    name: getText(world, "names", args.language_code) || world.bot.first_name,
  }),
  setMyDescription: ({ world }, args) =>
    setText(world, "descriptions", args.description, MAX_DESCRIPTION, args.language_code),
  getMyDescription: ({ world }, args) => ({
    description: getText(world, "descriptions", args.language_code),
  }),
  setMyShortDescription: ({ world }, args) =>
    setText(world, "shortDescriptions", args.short_description, MAX_SHORT_DESCRIPTION, args.language_code),
  getMyShortDescription: ({ world }, args) => ({
    short_description: getText(world, "shortDescriptions", args.language_code),
  }),

  setChatMenuButton({ world }, args) {
    if (args.chat_id !== undefined) openChat(world, args.chat_id, "read");
    world.state.profile.menuButtons[args.chat_id ?? "default"] = args.menu_button ?? { type: "default" };
    return changed(world);
  },
  getChatMenuButton({ world }, args): MenuButton {
    const buttons = world.state.profile.menuButtons;
    return buttons[args.chat_id ?? "default"] ?? buttons["default"] ?? { type: "commands" };
  },
};

function changed(world: World): true {
  world.events.emit({ type: "profile" });
  return true;
}

function checkLanguage(language: LanguageCode | undefined): string {
  if (language !== undefined && !/^(?:[a-z]{2})?$/.test(language)) throw refusal("languageInvalid");
  return language ?? "";
}

/** Where the commands of a scope and language stand: "chat:-100123/zh"; the language may be empty. */
export function scopeKey(scope: BotCommandScope | undefined, language: string): string {
  const { type, ...place } = scope ?? { type: "default" };
  return `${[type, ...Object.values(place)].join(":")}/${language}`;
}

function commandsKey(
  call: Call,
  scope: BotCommandScope | undefined,
  language: LanguageCode | undefined,
): string {
  const code = checkLanguage(language);
  if (scope !== undefined && "chat_id" in scope) openChat(call.world, scope.chat_id, "read");
  return scopeKey(scope, code);
}

/** A command may be written with its slash. */
function checkCommand(given: BotCommand): BotCommand {
  const command = given.command.replace(/^\//, "");
  const description = given.description.trim();
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw refusal("commandInvalid");
  if (description === "" || description.length > 256) throw refusal("commandDescriptionInvalid");
  return compact<BotCommand>({
    command,
    description,
    is_ephemeral: given.is_ephemeral === true ? true : undefined,
  });
}

type TextKind = "names" | "descriptions" | "shortDescriptions";

function setText(
  world: World,
  kind: TextKind,
  text: string | undefined,
  max: number,
  language: LanguageCode | undefined,
): true {
  const code = checkLanguage(language);
  if ((text ?? "").length > max) throw new ApiError(400, `text must be no longer than ${max} characters`);
  if (text) world.state.profile[kind][code] = text;
  else delete world.state.profile[kind][code];
  return changed(world);
}

/** The text of a language, or the one for all. */
function getText(world: World, kind: TextKind, language: LanguageCode | undefined): string {
  const texts = world.state.profile[kind];
  return texts[checkLanguage(language)] ?? texts[""] ?? "";
}
