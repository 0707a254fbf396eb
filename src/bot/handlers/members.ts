import type { Context } from "grammy";
import type { BotIdentity, Deps } from "../deps.ts";
import type { Place } from "../place.ts";
import { hintPrivacy, say } from "./hints.ts";

const OUTSIDE: readonly string[] = ["left", "kicked"];

/** The bot was added, removed, blocked or unblocked. Only being added to a group is answered. */
export async function handleMembership(deps: Deps, me: BotIdentity, ctx: Context): Promise<void> {
  const change = ctx.myChatMember;
  if (change === undefined) return;
  const { chat, old_chat_member: before, new_chat_member: after } = change;
  deps.logger.info({ chat: chat.id, from: before.status, to: after.status }, "membership changed");
  const joined = OUTSIDE.includes(before.status) && !OUTSIDE.includes(after.status);
  if (!joined || (chat.type !== "group" && chat.type !== "supergroup")) return;
  if (after.status === "restricted" && !after.can_send_messages) return;
  const place: Place = {
    chat: chat.id,
    isPrivate: false,
    thread: undefined,
    replyTo: undefined,
    asker: change.from.id,
    isPerson: true,
  };
  await say(deps, ctx, place, "joined");
  // Admins see every message whatever the setting says.
  if (after.status === "member") await hintPrivacy(deps, me, ctx, place);
}
