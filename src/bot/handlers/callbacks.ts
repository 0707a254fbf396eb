import type { Context } from "grammy";
import type { CallbackQuery } from "grammy/types";
import type { UiLang } from "../../answer/types.ts";
import { type Pressed, readPressed } from "../../format/callback-data.ts";
import { phrase } from "../../format/phrases.ts";
import { answerQuestion } from "../ask.ts";
import type { Deps } from "../deps.ts";
import { failureOf } from "../failures.ts";
import { languageHints, uiLanguage } from "../language.ts";
import { mayAsk } from "../limits.ts";
import { type Place, placeOf, seatOf } from "../place.ts";
import { editReply } from "../send.ts";
import { drawPressed } from "./charts.ts";
import { carriedQuestion } from "./commands.ts";
import { readChoice, setLanguage } from "./languages.ts";
import { type List, listPage } from "./lists.ts";
import { type Notice, OUTDATED, pressedMessage } from "./notice.ts";
import { turnPage } from "./pages.ts";

/** Handles a pressed button. The query is always answered, or the client would show it waiting. */
export async function handleCallback(deps: Deps, ctx: Context): Promise<void> {
  const query = ctx.callbackQuery;
  if (query === undefined) return;
  const pressed = readPressed(query.data ?? "", deps.assistant.version);
  // An answer takes its time: the client is told first. The other presses tell something by their notice.
  if (pressed.kind === "ask") await answerPress(deps, ctx, undefined);
  const notice = await actOn(deps, ctx, query, pressed);
  if (pressed.kind !== "ask" || notice !== undefined) await answerPress(deps, ctx, notice);
}

async function actOn(deps: Deps, ctx: Context, query: CallbackQuery, pressed: Pressed): Promise<Notice> {
  switch (pressed.kind) {
    case "page":
      return await turnPage(deps, ctx, query, pressed.data);
    case "vote":
      return await vote(deps, query, pressed.up);
    case "ask":
      return await askPressed(deps, ctx, query, pressed);
    case "chart":
      return await drawPressed(deps, ctx, query, pressed.data);
    case "sources":
    case "coverage":
    case "conflicts":
      return await turnList(deps, ctx, query, pressed);
    case "language":
      return await pickLanguage(deps, query, pressed.choice);
    case "change":
      return { key: "change-how", alert: true };
    case "outdated":
      return OUTDATED;
    default:
      return pressed satisfies never;
  }
}

async function answerPress(deps: Deps, ctx: Context, notice: Notice): Promise<void> {
  const lang: UiLang = uiLanguage(await languageHints(deps, ctx.from));
  const said = notice === undefined ? {} : { text: phrase(lang, notice.key), show_alert: notice.alert };
  try {
    await ctx.answerCallbackQuery(said);
  } catch (error) {
    if (failureOf(error) !== "expired") throw error;
  }
}

async function vote(deps: Deps, query: CallbackQuery, up: boolean): Promise<Notice> {
  const target = pressedMessage(query);
  const answer =
    target === undefined
      ? `inline:${query.inline_message_id}`
      : `${target.chat}:${target.onlyFor === undefined ? target.message : `only${target.onlyFor.number}`}`;
  const counted = await deps.state.vote(answer, query.from.id, up);
  if (counted) deps.logger.info({ answer, up }, "vote");
  return { key: counted ? "vote-thanks" : "vote-same", alert: false };
}

/** A question on a button: answered below its message, to whoever pressed it. */
async function askPressed(
  deps: Deps,
  ctx: Context,
  query: CallbackQuery,
  pressed: { readonly token: string; readonly fresh: boolean },
): Promise<Notice> {
  const text = await carriedQuestion(deps, pressed.token);
  const { message } = query;
  if (text === undefined || message === undefined) return OUTDATED;
  const place: Place = {
    ...placeOf(message as Parameters<typeof placeOf>[0]),
    replyTo: message.message_id === 0 ? undefined : message.message_id,
    asker: query.from.id,
    isPerson: true,
  };
  if (!(await mayAsk(deps, ctx, place))) return undefined;
  const memory = pressed.fresh
    ? null
    : ((await deps.state.topicOf(place.chat, message.message_id)) ?? (await deps.state.topic(seatOf(place))));
  await answerQuestion(deps, ctx.api, { text, from: query.from, place, memory, repeat: true });
  return undefined;
}

async function turnList(
  deps: Deps,
  ctx: Context,
  query: CallbackQuery,
  { kind, page }: { readonly kind: List; readonly page: number },
): Promise<Notice> {
  const target = pressedMessage(query);
  if (target === undefined) return OUTDATED;
  const shown = listPage(deps, kind, uiLanguage(await languageHints(deps, query.from)), page);
  return (await editReply(deps, ctx.api, target, shown.out, shown.keyboard)) ? undefined : OUTDATED;
}

async function pickLanguage(deps: Deps, query: CallbackQuery, named: string): Promise<Notice> {
  const choice = readChoice(named);
  if (choice === undefined) return OUTDATED;
  await setLanguage(deps, query.from.id, choice);
  return { key: choice === "auto" ? "lang-auto-set" : "lang-set", alert: false };
}
