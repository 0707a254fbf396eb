import type { Context } from "grammy";
import type { Deps } from "./deps.ts";
import { say } from "./handlers/hints.ts";
import type { Place } from "./place.ts";

/**
 * Whether this asker and this group have questions left in the running minute. The first one too many gets a gentle
 * notice, those after it nothing.
 */
export async function mayAsk(deps: Deps, ctx: Context, place: Place): Promise<boolean> {
  const over = await countOver(deps, place);
  if (over.user === 1) await say(deps, ctx, place, "limit-user");
  else if (over.user <= 0 && over.chat === 1) await say(deps, ctx, place, "limit-chat");
  return over.user <= 0 && over.chat <= 0;
}

/** As {@link mayAsk}, where no notice can be given. */
export async function mayCount(deps: Deps, place: Place): Promise<boolean> {
  const over = await countOver(deps, place);
  return over.user <= 0 && over.chat <= 0;
}

/** How far beyond its limit each count is, this question included; what the asker alone used up is not the group's. */
async function countOver(
  deps: Deps,
  place: Place,
): Promise<{ readonly user: number; readonly chat: number }> {
  const { user, chat } = deps.limits;
  const overUser = user === 0 ? 0 : (await deps.state.countQuestion("user", place.asker)) - user;
  if (overUser > 0 || chat === 0 || place.isPrivate) return { user: overUser, chat: 0 };
  return { user: overUser, chat: (await deps.state.countQuestion("chat", place.chat)) - chat };
}
