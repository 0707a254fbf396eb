import type { Context } from "grammy";
import type { ReactionType } from "grammy/types";
import type { Deps } from "../deps.ts";

/** Reactions that count as a vote, as the buttons of the same look do. */
const VOTES: Readonly<Record<string, boolean>> = { "👍": true, "👎": false };

/**
 * A reaction to an answer votes, once a person: Telegram tells of it in private chats and where the bot is an admin. Taking it
 * back leaves the vote, as a button's cannot be taken back either.
 */
export async function handleReaction(deps: Deps, ctx: Context): Promise<void> {
  const change = ctx.messageReaction;
  if (change?.user === undefined) return;
  const { chat, message_id, user } = change;
  const before = new Set(change.old_reaction.map(emojiOf));
  const up = change.new_reaction
    .map(emojiOf)
    .filter((emoji) => !before.has(emoji))
    .flatMap((emoji) => VOTES[emoji] ?? [])[0];
  if (up === undefined || (await deps.state.topicOf(chat.id, message_id)) === undefined) return;
  const answer = `${chat.id}:${message_id}`;
  if (await deps.state.vote(answer, user.id, up)) deps.logger.info({ answer, up }, "vote");
}

const emojiOf = (reaction: ReactionType): string => (reaction.type === "emoji" ? reaction.emoji : "");
