import type { Context } from "grammy";
import type { Message } from "grammy/types";
import { questionButtons } from "../../format/buttons.ts";
import { unpackText } from "../../format/packed-text.ts";
import { phrase } from "../../format/phrases.ts";
import type { BotIdentity, Deps } from "../deps.ts";
import { languageHints, uiLanguage } from "../language.ts";
import type { Place } from "../place.ts";
import { sendReply } from "../send.ts";
import { hintPrivacy, hintPrivacyOfUnseen, outgoing, say } from "./hints.ts";
import { chooseLanguage } from "./languages.ts";
import { sendList } from "./lists.ts";
import { askFrom } from "./messages.ts";
import { setQuiet } from "./quiet.ts";

/** A command and where it was given. */
export interface CommandCall {
  readonly deps: Deps;
  readonly me: BotIdentity;
  readonly ctx: Context;
  readonly message: Message;
  readonly place: Place;
  readonly reading: { readonly name: string; readonly args: string; readonly about?: string };
}

/** Every command; the menu in Telegram lists the same, which a test compares. */
export const COMMANDS: Readonly<Record<string, (call: CommandCall) => Promise<void>>> = {
  start,
  help,
  ask,
  sources: async ({ deps, ctx, place }) => await sendList(deps, ctx, place, "sources"),
  coverage: async ({ deps, ctx, place }) => await sendList(deps, ctx, place, "coverage"),
  conflicts: async ({ deps, ctx, place }) => await sendList(deps, ctx, place, "conflicts"),
  lang: async ({ deps, ctx, place, reading }) => await chooseLanguage(deps, ctx, place, reading.args),
  quiet: async ({ deps, ctx, message, place, reading }) =>
    await setQuiet(deps, ctx, message, place, reading.args),
};

/** Runs a command. One that nobody knows gets a hint in private and nothing in groups, where it is another bot's. */
export async function runCommand(call: CommandCall): Promise<void> {
  const run = Object.hasOwn(COMMANDS, call.reading.name) ? COMMANDS[call.reading.name] : undefined;
  if (run !== undefined) await run(call);
  else if (call.place.isPrivate) await say(call.deps, call.ctx, call.place, "hint-unknown-command");
}

async function ask({ deps, me, ctx, message, place, reading }: CommandCall): Promise<void> {
  await hintPrivacyOfUnseen(deps, me, ctx, message, place);
  const { args: text, about } = reading;
  await askFrom(deps, ctx, message, place, { text, ...(about === undefined ? {} : { about }) });
}

/** A greeting with questions to press; with a payload, the question that inline use carried over. */
async function start(call: CommandCall): Promise<void> {
  const { deps, ctx, message, place, reading } = call;
  if (!place.isPrivate) return await help(call);
  const carried = reading.args === "" ? undefined : await carriedQuestion(deps, reading.args);
  if (carried !== undefined) return await askFrom(deps, ctx, message, place, { text: carried });
  const lang = uiLanguage(await languageHints(deps, ctx.from));
  const examples = deps.assistant.examples(lang).slice(0, 4);
  const keyboard = questionButtons(
    examples.map((question) => ({ label: question, question })),
    lang,
  );
  await Promise.all(keyboard.keep.map(({ hash, text }) => deps.state.keepQuestion(hash, text)));
  await sendReply(deps, ctx.api, place, outgoing(phrase(lang, "start")), keyboard);
}

/** The question behind a start parameter or a button: packed into it, or kept under its hash. */
export async function carriedQuestion(deps: Deps, token: string): Promise<string | undefined> {
  return token.startsWith("h") ? await deps.state.question(token) : unpackText(token);
}

async function help({ deps, me, ctx, place }: CommandCall): Promise<void> {
  await say(deps, ctx, place, place.isPrivate ? "help" : "help-group", { bot: me.username });
  await hintPrivacy(deps, me, ctx, place);
}
