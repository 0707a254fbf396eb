import type { Context } from "grammy";
import type { Message } from "grammy/types";
import type { Keyboard } from "../../format/buttons.ts";
import { escapeHtml } from "../../format/html.ts";
import type { PhraseKey } from "../../format/phrase-keys.ts";
import { type PhraseValues, phrase } from "../../format/phrases.ts";
import type { BotIdentity, Deps } from "../deps.ts";
import { languageHints, uiLanguage } from "../language.ts";
import type { Place } from "../place.ts";
import { mentionsBot } from "../reading.ts";
import { type Outgoing, sendReply } from "../send.ts";

/** A text of the bot's own as a message. */
export const outgoing = (text: string): Outgoing => ({ html: escapeHtml(text), text });

/** Sends one of the bot's own phrases in the reader's language. */
export async function say(
  deps: Deps,
  ctx: Context,
  place: Place,
  key: PhraseKey,
  values: PhraseValues = {},
  keyboard?: Keyboard,
): Promise<void> {
  const lang = uiLanguage(await languageHints(deps, ctx.from));
  await sendReply(deps, ctx.api, place, outgoing(phrase(lang, key, values)), keyboard);
}

/** Sends a phrase unless this chat got it within the last day. */
export async function hintOnce(deps: Deps, ctx: Context, place: Place, key: PhraseKey): Promise<void> {
  if (await deps.state.mayHint(place.chat, key)) await say(deps, ctx, place, key);
}

/** In a group whose privacy setting keeps mentions away, says so once a day. */
export async function hintPrivacy(deps: Deps, me: BotIdentity, ctx: Context, place: Place): Promise<void> {
  if (place.isPrivate || me.can_read_all_group_messages) return;
  await hintOnce(deps, ctx, { ...place, replyTo: undefined }, "hint-privacy");
}

/** Someone replies to a message that mentions the bot and never got an answer: the setting kept it away. */
export async function hintPrivacyOfUnseen(
  deps: Deps,
  me: BotIdentity,
  ctx: Context,
  message: Message,
  place: Place,
): Promise<void> {
  const replied = message.reply_to_message;
  if (replied === undefined || !mentionsBot(replied, me)) return;
  if ((await deps.state.answered(place.chat, replied.message_id)) === undefined)
    await hintPrivacy(deps, me, ctx, place);
}
