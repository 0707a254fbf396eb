import { state } from "./store.js";

/** @typedef {import("./store.js").Chat} Chat */

/** Commands that begin with what is typed; in groups each names the bot, as Telegram's clients do. @param {Chat} chat @param {string} typed */
export function commandOptions(chat, typed) {
  const start = /^\/(\w*)$/.exec(typed)?.[1];
  if (start === undefined) return [];
  const suffix = chat.kind === "private" ? "" : `@${state.world?.bot.username ?? ""}`;
  return (chat.commands[state.user] ?? [])
    .filter(({ command }) => command.startsWith(start.toLowerCase()))
    .map(({ command, description }) => ({
      value: `/${command}${suffix}`,
      title: `/${command}`,
      description,
    }));
}

/** Who can be mentioned at the end of what is typed. @param {Chat} chat @param {string} before */
export function peopleOptions(chat, before) {
  const start = /(?:^|\s)@(\w*)$/.exec(before)?.[1]?.toLowerCase();
  if (start === undefined || state.world === null) return [];
  const { bot, people } = state.world;
  const others = chat.kind === "private" ? [] : people.filter((person) => person.id !== state.user);
  const all = [bot, ...others];
  // A name that is written out needs no help, and Enter should send.
  if (all.some(({ username }) => username.toLowerCase() === start)) return [];
  return all
    .filter(
      ({ username, name }) =>
        username.toLowerCase().startsWith(start) || name.toLowerCase().startsWith(start),
    )
    .map(({ username, name }) => ({ value: username, title: name, description: `@${username}` }));
}
