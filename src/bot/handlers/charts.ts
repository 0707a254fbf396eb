import type { Context } from "grammy";
import type { CallbackQuery, Message } from "grammy/types";
import { ChartError } from "../../charts/chart-error.ts";
import type { ChartSpec } from "../../charts/spec.ts";
import type { ChartData } from "../../format/callback-data.ts";
import { unpackText } from "../../format/packed-text.ts";
import type { Deps } from "../deps.ts";
import { describe } from "../failures.ts";
import { languageHints } from "../language.ts";
import { mayAsk } from "../limits.ts";
import { chartFor } from "../pictures.ts";
import { type Place, placeOf, seatOf } from "../place.ts";
import { sendPicture } from "../send-picture.ts";
import { type Notice, OUTDATED, pressedMessage } from "./notice.ts";

const FAILED: Notice = { key: "chart-failed", alert: true };
const REFUSED: Notice = { key: "chart-refused", alert: true };

/** Draws what stands above the pressed button and sends it below. Only the asker may, where one is known. */
export async function drawPressed(
  deps: Deps,
  ctx: Context,
  query: CallbackQuery,
  { asker, token }: ChartData,
): Promise<Notice> {
  if (asker !== 0 && asker !== query.from.id) return { key: "not-yours", alert: true };
  const target = pressedMessage(query);
  const spec = await chartBehind(deps, query, token);
  if (query.message === undefined || target === undefined || spec === undefined) return OUTDATED;
  const place: Place = {
    ...placeOf(query.message as Message),
    replyTo: target.onlyFor === undefined ? target.message : undefined,
    asker: query.from.id,
    isPerson: true,
  };
  if (!(await mayAsk(deps, ctx, place))) return undefined;
  try {
    const sent = await sendPicture(deps, ctx.api, place, spec, { quiet: target.onlyFor !== undefined });
    if (sent === undefined) return REFUSED;
    await keepTopic(deps, place, target.message, sent);
    return undefined;
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    deps.logger.error({ why: describe(error) }, "a chart could not be drawn");
    return FAILED;
  }
}

/** The chart that a button means: of the question that it carries, or as it was kept. */
async function chartBehind(deps: Deps, query: CallbackQuery, token: string): Promise<ChartSpec | undefined> {
  if (token.startsWith("h")) {
    const kept = await deps.state.question(token);
    return kept === undefined ? undefined : (JSON.parse(kept) as ChartSpec);
  }
  const question = unpackText(token);
  return question === undefined ? undefined : chartFor(deps, question, await languageHints(deps, query.from));
}

/** A reply to the picture goes on from the answer that it belongs to. */
async function keepTopic(deps: Deps, place: Place, answer: number, picture: number): Promise<void> {
  const memory = (await deps.state.topicOf(place.chat, answer)) ?? null;
  const kept = { answer: picture, text: "", before: null };
  await deps.state.keepAnswer(seatOf(place), undefined, kept, memory);
}
