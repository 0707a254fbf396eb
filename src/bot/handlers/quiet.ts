import type { Api, Context } from "grammy";
import type { Message } from "grammy/types";
import type { Deps } from "../deps.ts";
import type { Place } from "../place.ts";
import { say } from "./hints.ts";

/** /quiet on|off: whether a group's answers are for the asker alone. Its admins decide. */
export async function setQuiet(
  deps: Deps,
  ctx: Context,
  message: Message,
  place: Place,
  wanted: string,
): Promise<void> {
  if (place.isPrivate || message.chat.type === "channel")
    return await say(deps, ctx, place, "quiet-groups-only");
  if (wanted !== "on" && wanted !== "off") return await say(deps, ctx, place, "quiet-usage");
  if (!(await isAdmin(ctx.api, message))) return await say(deps, ctx, place, "quiet-admins-only");
  await deps.state.setQuiet(place.chat, wanted === "on");
  await say(deps, ctx, place, wanted === "on" ? "quiet-on" : "quiet-off");
}

/** Admins by name, and those who write in the group's own name, which only its admins can. */
async function isAdmin(api: Api, message: Message): Promise<boolean> {
  if (message.sender_chat !== undefined) return message.sender_chat.id === message.chat.id;
  if (message.from === undefined) return false;
  const { status } = await api.getChatMember(message.chat.id, message.from.id);
  return status === "administrator" || status === "creator";
}
