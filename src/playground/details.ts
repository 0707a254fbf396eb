import type { Message, Update } from "grammy/types";
import type { TranscriptEntry } from "./bot-api/transcript.ts";
import { messageKey } from "./message-view.ts";
import type { Trace } from "./traces.ts";

/** One line of what went between bot and server. */
export type DetailEntry =
  | { readonly kind: "update"; readonly name: string; readonly content: unknown }
  | { readonly kind: "call"; readonly name: string; readonly content: unknown; readonly outcome: unknown };

/** What is behind one message of the bot's. */
export interface Details {
  readonly entries: readonly DetailEntry[];
  /** How the answer was found; absent for messages that are none. */
  readonly trace?: { readonly question: string; readonly lines: readonly string[] };
}

type CallEntry = Extract<TranscriptEntry, { kind: "call" }>;

/** Query updates that a call answers by their id. */
const ANSWERS: Readonly<Record<string, string>> = {
  answerCallbackQuery: "callback_query_id",
  answerInlineQuery: "inline_query_id",
  answerGuestQuery: "guest_query_id",
};

/**
 * Everything in the transcript that belongs to a message: the calls that wrote and changed it, the updates that set them off,
 * and the answers to the queries among those. `traceOf` finds the trace behind a text that the bot sent.
 */
export function detailsOf(
  transcript: readonly TranscriptEntry[],
  message: Message,
  traceOf: (html: string) => Trace | undefined,
): Details {
  const chosen = inlineSource(transcript, message);
  const wrote = new Set(chosen ?? transcript.flatMap((entry, i) => (writes(entry, message) ? [i] : [])));
  const causes = [...wrote].flatMap((i) => causeOf(transcript, i, message) ?? []);
  const queries = new Set(causes.flatMap((i) => queryId(transcript[i]) ?? []));
  const shown = transcript.filter(
    (entry, i) => wrote.has(i) || causes.includes(i) || queries.has(answeredQuery(entry) ?? ""),
  );
  const trace = textsOf(transcript, wrote, message)
    .map(traceOf)
    .findLast((found) => found !== undefined);
  return {
    entries: shown.map(viewEntry),
    ...(trace === undefined ? {} : { trace: { question: trace.input.text, lines: trace.lines } }),
  };
}

/** Whether a call made or changed the message. */
function writes(entry: TranscriptEntry, message: Message): boolean {
  if (entry.kind !== "call" || !entry.outcome.ok) return false;
  const { params, outcome } = entry;
  const { result } = outcome;
  if (entry.method === "answerGuestQuery") return isGuestAnswer(entry, message);
  if (String(params["chat_id"]) !== String(message.chat.id)) return false;
  const ephemeral = message.ephemeral_message_id;
  const made = typeof result === "object" && result !== null ? (result as Partial<Message>) : {};
  if (ephemeral !== undefined)
    return made.ephemeral_message_id === ephemeral || Number(params["ephemeral_message_id"]) === ephemeral;
  return made.message_id === message.message_id || Number(params["message_id"]) === message.message_id;
}

/** Guest answers have no message number on the wire; who asked and when tells them apart. */
function isGuestAnswer(entry: CallEntry, message: Message): boolean {
  return (
    (message as { guest_bot_caller_user?: unknown }).guest_bot_caller_user !== undefined &&
    Math.floor(entry.at / 1000) === message.date
  );
}

/** For a message sent through the bot inline: the pick, and the answer that the result was picked from. */
function inlineSource(
  transcript: readonly TranscriptEntry[],
  message: Message,
): readonly number[] | undefined {
  if (message.via_bot === undefined) return undefined;
  const pick = transcript.findLastIndex(
    (entry) =>
      entry.kind === "update" &&
      entry.update.chosen_inline_result?.from.id === message.from?.id &&
      Math.floor(entry.at / 1000) === message.date,
  );
  const picked = transcript[pick];
  const result = picked?.kind === "update" ? picked.update.chosen_inline_result?.result_id : undefined;
  const answer = transcript.findLastIndex(
    (entry, i) => i < pick && entry.kind === "call" && resultIn(entry, result) !== undefined,
  );
  return [answer, pick].filter((i) => i >= 0);
}

interface InlineResult {
  readonly id?: unknown;
  readonly input_message_content?: { readonly message_text?: unknown };
}

/** The result of that id among those that a call offered. */
function resultIn(entry: CallEntry, id: string | undefined): InlineResult | undefined {
  if (entry.method !== "answerInlineQuery" || id === undefined) return undefined;
  const list = parsed(entry.params["results"]);
  return Array.isArray(list) ? (list as InlineResult[]).find((result) => result.id === id) : undefined;
}

/**
 * The update that a call follows from: the query that it answers; else the last one before it about the message's question or
 * about a button under the message; else the last one of the chat.
 */
function causeOf(
  transcript: readonly TranscriptEntry[],
  index: number,
  message: Message,
): number | undefined {
  const entry = transcript[index];
  if (entry?.kind !== "call") return undefined;
  const query = answeredQuery(entry);
  const before = (fits: (update: Update) => boolean) =>
    transcript.findLastIndex((other, i) => i < index && other.kind === "update" && fits(other.update));
  const found =
    query === undefined
      ? [before((update) => isAbout(update, message)), before((update) => chatOf(update) === message.chat.id)]
      : [before((update) => queryIdOf(update) === query)];
  return found.find((i) => i >= 0);
}

/** Whether an update brought the question that a message answers, or a press on a button of the message. */
function isAbout(update: Update, message: Message): boolean {
  if (chatOf(update) !== message.chat.id) return false;
  const pressed = update.callback_query?.message;
  if (pressed !== undefined) return messageKey(pressed as Message) === messageKey(message);
  const asked = update.message ?? update.edited_message;
  return asked !== undefined && asked.message_id === message.reply_to_message?.message_id;
}

const chatOf = (update: Update): number | undefined =>
  (update.message ?? update.edited_message ?? update.callback_query?.message)?.chat.id;

const queryIdOf = (update: Update): string | undefined =>
  update.callback_query?.id ?? update.inline_query?.id ?? update.guest_message?.guest_query_id;

const queryId = (entry: TranscriptEntry | undefined): string | undefined =>
  entry?.kind === "update" ? queryIdOf(entry.update) : undefined;

function answeredQuery(entry: TranscriptEntry): string | undefined {
  const field = entry.kind === "call" ? ANSWERS[entry.method] : undefined;
  const id = field === undefined || entry.kind !== "call" ? undefined : entry.params[field];
  return id === undefined ? undefined : String(id);
}

/** The texts that the calls put into the message, oldest first. */
function textsOf(
  transcript: readonly TranscriptEntry[],
  wrote: ReadonlySet<number>,
  message: Message,
): readonly string[] {
  const calls = [...wrote].flatMap((i) => {
    const entry = transcript[i];
    return entry?.kind === "call" ? [entry] : [];
  });
  const picked = [...wrote].map((i) => transcript[i]).findLast((entry) => entry?.kind === "update");
  const result = picked?.kind === "update" ? picked.update.chosen_inline_result?.result_id : undefined;
  return calls.flatMap((call) => {
    const guest = parsed(call.params["result"]) as InlineResult | undefined;
    const inline = message.via_bot === undefined ? undefined : resultIn(call, result);
    const texts = [
      call.params["text"],
      call.params["caption"],
      guest?.input_message_content?.message_text,
      inline?.input_message_content?.message_text,
    ];
    return texts.filter((text) => typeof text === "string");
  });
}

/** Objects inside form fields travel as JSON text. */
function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function viewEntry(entry: TranscriptEntry): DetailEntry {
  if (entry.kind === "update") {
    const name = Object.keys(entry.update).find((key) => key !== "update_id") ?? "update";
    return { kind: "update", name, content: entry.update };
  }
  const content = Object.fromEntries(
    Object.entries(entry.params).map(([name, value]) => [name, isJsonField(value) ? parsed(value) : value]),
  );
  return { kind: "call", name: entry.method, content, outcome: entry.outcome };
}

const isJsonField = (value: unknown): boolean => typeof value === "string" && /^[[{]/.test(value);
