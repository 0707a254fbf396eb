import type { Context } from "grammy";
import { guestResult } from "../../format/inline-results.ts";
import { prepareReply } from "../ask.ts";
import type { BotIdentity, Deps } from "../deps.ts";
import { failureOf } from "../failures.ts";
import { mayCount } from "../limits.ts";
import { placeOf } from "../place.ts";
import { readMessage } from "../reading.ts";
import { questionIn } from "./messages.ts";

/** Answers a guest query: a question in a chat that the bot never joined. Its message stands alone, without buttons. */
export async function handleGuest(deps: Deps, me: BotIdentity, ctx: Context): Promise<void> {
  const message = ctx.guestMessage;
  if (message?.guest_query_id === undefined) return;
  const place = placeOf(message);
  // Guests are summoned by name, so what has no command and no mention left is the question all the same.
  const text = questionIn(readMessage(message, me))?.text ?? (message.text ?? message.caption ?? "").trim();
  if (text === "" || !(await mayCount(deps, place))) return;
  const { answer, rendered } = await prepareReply(deps, { text, from: message.from, place, memory: null });
  try {
    await ctx.api.answerGuestQuery(
      message.guest_query_id,
      guestResult(answer, rendered, deps.assistant.version),
    );
  } catch (error) {
    if (failureOf(error) !== "expired" && failureOf(error) !== "unreachable") throw error;
  }
}
