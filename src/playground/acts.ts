import { z } from "zod";
import type { EmbeddedBotApi } from "./bot-api/embedded-bot-api.ts";
import type { InlineAnswer } from "./bot-api/world/state.ts";
import { HttpError } from "./http-kit.ts";
import { type Scene, say } from "./scene.ts";

/** What the page's acts work on. */
export interface Stage {
  readonly api: EmbeddedBotApi;
  readonly scene: Scene;
  /** Puts the conversations back to their beginning, in the bot's memory too. */
  reset(): Promise<void>;
}

const id = z.int();
const place = { user: id, chat: id, topic: id.optional() };

const SEND = z.strictObject({
  ...place,
  text: z.string().min(1).max(4096),
  replyTo: id.optional(),
  quote: z.string().min(1).max(1024).optional(),
});
const EDIT = z.strictObject({ chat: id, message: id, text: z.string().min(1).max(4096) });
const REMOVE = z.strictObject({ chat: id, message: id });
const PRESS = z.strictObject({
  user: id,
  chat: id,
  message: id,
  row: z.int().min(0),
  column: z.int().min(0),
  isEphemeral: z.boolean().optional(),
});
const INLINE = z.strictObject({
  user: id,
  chat: id,
  query: z.string().max(256),
  offset: z.string().max(64).optional(),
});
const CHOOSE = z.strictObject({ ...place, query: z.string().max(64), result: z.string().max(64) });
const LANGUAGE = z.strictObject({ user: id, language: z.enum(["zh-hans", "zh-hant", "en"]) });
const NOTHING = z.strictObject({});

/** How long the page waits for the bot's word on a button or a query, milliseconds. */
const PATIENCE_MS = 8000;
/** Inline answers that can still be picked from. */
const ANSWERS_KEPT = 200;

type Act = (body: unknown) => unknown;

/** Everything that a page can have a person do, by name; each takes its JSON body and gives what the page is told. */
export function createActs(stage: Stage): Readonly<Record<string, Act>> {
  const { api, scene } = stage;
  const answers = new Map<string, InlineAnswer>();
  return {
    send: act(SEND, ({ user, chat, text, ...rest }) => {
      const { message_id } = say(api, scene, { user, chat, text }, given(rest));
      return { message: message_id };
    }),
    edit: act(EDIT, ({ chat, message, text }) => {
      api.editText(chat, message, text);
      return {};
    }),
    remove: act(REMOVE, ({ chat, message }) => {
      api.deleteMessage(chat, message);
      return {};
    }),
    press: act(PRESS, async ({ user, chat, message, row, column, isEphemeral }) => {
      const options = isEphemeral === true ? { ephemeral: true } : {};
      const asked = api.pressButton(user, chat, message, { row, column }, options);
      return (await asked.answer(PATIENCE_MS)) ?? { isLate: true };
    }),
    inline: act(INLINE, async ({ user, chat, query, offset }) => {
      const options = { chatId: chat, cached: true, ...(offset === undefined ? {} : { offset }) };
      const answer = await api.askInline(user, query, options).answer(PATIENCE_MS);
      if (answer === undefined) return { isLate: true };
      answers.set(answer.inlineQueryId, answer);
      for (const old of [...answers.keys()].slice(0, -ANSWERS_KEPT)) answers.delete(old);
      return viewInline(answer);
    }),
    choose: act(CHOOSE, ({ user, chat, query, result, topic }) => {
      const answer = answers.get(query);
      if (answer === undefined) throw new HttpError(404, "this list of results is no longer there");
      api.chooseResult(user, chat, answer, result, given({ topic }));
      return {};
    }),
    language: act(LANGUAGE, ({ user, language }) => {
      api.setLanguage(user, language);
      return {};
    }),
    reset: act(NOTHING, async () => {
      await stage.reset();
      return {};
    }),
  };
}

/** An act whose body passes `schema` first; a mistake of the caller's is a 400. */
function act<T>(schema: z.ZodType<T>, run: (body: T) => unknown): Act {
  return async (body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new HttpError(400, z.prettifyError(parsed.error));
    try {
      return await run(parsed.data);
    } catch (error) {
      if (error instanceof RangeError) throw new HttpError(400, error.message);
      throw error;
    }
  };
}

/** The fields that have a value. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** An inline answer as a client lists it. */
function viewInline(answer: InlineAnswer) {
  return {
    query: answer.inlineQueryId,
    next: answer.next_offset,
    results: answer.results.map((result) => ({
      id: result.id,
      title: ("title" in result ? result.title : undefined) ?? "",
      description: ("description" in result ? result.description : undefined) ?? "",
    })),
    ...(answer.button === undefined ? {} : { button: answer.button }),
  };
}
