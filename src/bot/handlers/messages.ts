import type { Context } from "grammy";
import type { Message } from "grammy/types";
import type { Memory } from "../../answer/types.ts";
import { answerQuestion } from "../ask.ts";
import type { BotIdentity, Deps } from "../deps.ts";
import { mayAsk } from "../limits.ts";
import { type Place, placeOf, seatOf } from "../place.ts";
import { type Reading, readMessage } from "../reading.ts";
import { runCommand } from "./commands.ts";
import { hintOnce, hintPrivacyOfUnseen, say } from "./hints.ts";

/** Handles a new message or channel post. */
export async function handleMessage(deps: Deps, me: BotIdentity, ctx: Context): Promise<void> {
  const message = ctx.msg;
  if (message === undefined) return;
  if (message.migrate_to_chat_id !== undefined)
    return await deps.state.moveChat(message.chat.id, message.migrate_to_chat_id);
  const place = placeOf(message);
  const reading = readMessage(message, me);
  switch (reading.kind) {
    case "silent":
      return;
    case "unsupported":
      return await hintOnce(deps, ctx, place, "hint-unsupported");
    case "command":
      return await runCommand({ deps, me, ctx, message, place, reading });
    case "question":
      await hintPrivacyOfUnseen(deps, me, ctx, message, place);
      return await askFrom(deps, ctx, message, place, reading);
    default:
      return reading satisfies never;
  }
}

/** Answers what a message asks; an empty question gets a word on how to ask. */
export async function askFrom(
  deps: Deps,
  ctx: Context,
  message: Message,
  place: Place,
  asked: { readonly text: string; readonly about?: string },
): Promise<void> {
  if (!(await mayAsk(deps, ctx, place))) return;
  if (asked.text === "") return await say(deps, ctx, place, "ask-usage", { example: exampleFor(deps) });
  await answerQuestion(deps, ctx.api, {
    text: asked.text,
    from: message.from,
    place,
    memory: await memoryFor(deps, message, place),
    message: message.message_id,
    ...(asked.about === undefined ? {} : { about: asked.about }),
  });
}

/** What a question may take over: of the answer that it replies to, else of the last turn in the same seat. */
async function memoryFor(deps: Deps, message: Message, place: Place): Promise<Memory | null> {
  const replied = message.reply_to_message?.message_id;
  const ofReplied = replied === undefined ? undefined : await deps.state.topicOf(place.chat, replied);
  return ofReplied ?? (await deps.state.topic(seatOf(place)));
}

const exampleFor = (deps: Deps): string => deps.assistant.examples("zh-Hans")[0] ?? "";

/** The question in a reading, where it asks one. */
export function questionIn(reading: Reading): { readonly text: string; readonly about?: string } | undefined {
  if (reading.kind === "question") return reading;
  if (reading.kind !== "command" || reading.name !== "ask") return undefined;
  return { text: reading.args, ...(reading.about === undefined ? {} : { about: reading.about }) };
}
