import type { Context } from "grammy";
import { keepAnswer, prepareReply, type Question } from "../ask.ts";
import type { BotIdentity, Deps } from "../deps.ts";
import { mayAsk } from "../limits.ts";
import { placeOf } from "../place.ts";
import { readMessage } from "../reading.ts";
import { editReply } from "../send.ts";
import { askFrom, questionIn } from "./messages.ts";

/** Messages edited later than this are not answered anew, in seconds: nobody waits for it any more. */
const FRESH_SECONDS = 3600;

/** An edited question gets its answer edited; one that asks only now gets its first. */
export async function handleEdit(deps: Deps, me: BotIdentity, ctx: Context): Promise<void> {
  const message = ctx.msg;
  if (message === undefined) return;
  const place = placeOf(message);
  const asked = questionIn(readMessage(message, me));
  if (asked === undefined || asked.text === "") return;
  const before = await deps.state.answered(place.chat, message.message_id);
  if (before === undefined) {
    const fresh = deps.now() / 1000 - message.date < FRESH_SECONDS;
    return fresh ? await askFrom(deps, ctx, message, place, asked) : undefined;
  }
  // Telegram also reports edits that leave the text alone, such as a link preview that was loaded.
  if (before.text === asked.text || before.answer === 0 || !(await mayAsk(deps, ctx, place))) return;
  const question: Question = {
    ...asked,
    from: message.from,
    place,
    memory: before.before,
    message: message.message_id,
  };
  const reply = await prepareReply(deps, question);
  const target = { chat: place.chat, message: before.answer };
  const stood = await editReply(deps, ctx.api, target, reply.rendered, reply.keyboard);
  if (stood) await keepAnswer(deps, question, before.answer, reply.answer);
  else await askFrom(deps, ctx, message, place, asked);
}
