import fc from "fast-check";
import type { Update } from "grammy/types";

/** Texts that people and attackers send. */
const TEXTS = [
  "2023年吞吐量",
  "那2020年呢",
  "/start",
  "/ask 谁是功臣",
  "/ask@guanwen_bot 你好",
  "/lang zh-Hant",
  "@guanwen_bot 吞吐量",
  "<b>粗体</b><script>alert(1)</script>&amp;",
  "👨‍👩‍👧‍👦🏳️‍🌈".repeat(30),
  "مرحبا \u202eabc\u202c שלום",
  "\u200b\u200d\ufeff",
  "\ud83d 半个字 \udc00",
  "關務".repeat(2000),
  "a\u0000b\u0007c\r\n",
  "'; DROP TABLE state; --",
  "%s%n{{7*7}}$(id)",
  "0".repeat(400),
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
  " ",
] as const;

const KINDS = [
  "message",
  "edited_message",
  "channel_post",
  "edited_channel_post",
  "business_connection",
  "business_message",
  "edited_business_message",
  "deleted_business_messages",
  "guest_message",
  "stopped_message_generation",
  "message_reaction",
  "message_reaction_count",
  "inline_query",
  "chosen_inline_result",
  "callback_query",
  "shipping_query",
  "pre_checkout_query",
  "purchased_paid_media",
  "poll",
  "poll_answer",
  "my_chat_member",
  "chat_member",
  "chat_join_request",
  "chat_boost",
  "removed_chat_boost",
  "managed_bot",
  "subscription",
] as const satisfies readonly Exclude<keyof Update, "update_id">[];

// Fails to compile when the Bot API's types know an update that is not listed above.
type Missing = Exclude<keyof Update, "update_id" | (typeof KINDS)[number]>;
const _none: [Missing] extends [never] ? true : never = true;
void _none;

const text = fc.constantFrom(...TEXTS);
const user = fc.record(
  {
    id: fc.integer({ min: 1, max: 2 ** 52 }),
    is_bot: fc.boolean(),
    first_name: text,
    language_code: fc.constantFrom("zh-hans", "zh-TW", "en", "xx", ""),
  },
  { requiredKeys: ["id"] },
);
const chat = fc.record(
  {
    id: fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
    type: fc.constantFrom("private", "group", "supergroup", "channel", "odd"),
    title: text,
  },
  { requiredKeys: ["id"] },
);
const entities = fc.array(
  fc.record({
    type: fc.constantFrom("mention", "text_mention", "bot_command", "bold", "odd"),
    offset: fc.integer(),
    length: fc.integer(),
    user,
  }),
  { maxLength: 4 },
);
const leaf = {
  message_id: fc.nat(),
  date: fc.nat(),
  text,
  caption: text,
  from: user,
  chat,
  entities,
  sender_chat: chat,
  via_bot: user,
};
const extras = {
  sticker: fc.constant({}),
  photo: fc.constant([]),
  quote: fc.record({ text, position: fc.nat(), is_manual: fc.boolean() }, { requiredKeys: ["text"] }),
  is_topic_message: fc.constant(true),
  message_thread_id: fc.nat(),
  migrate_to_chat_id: fc.integer(),
  guest_query_id: text,
  reply_to_message: fc.record(leaf, { requiredKeys: ["message_id"] }),
};
const message = fc.record({ ...leaf, ...extras }, { requiredKeys: [] });
const data = fc.oneof(fc.stringMatching(/^[qcudafslx][\w-]{0,60}$/), text);
const member = fc.record(
  { status: fc.constantFrom("member", "left", "kicked", "administrator", "restricted", "odd"), user },
  { requiredKeys: [] },
);
const body = fc.record(
  {
    id: text,
    from: user,
    user,
    chat,
    message,
    data,
    query: text,
    offset: text,
    result_id: text,
    inline_message_id: text,
    old_chat_member: member,
    new_chat_member: member,
    date: fc.nat(),
  },
  { requiredKeys: [] },
);

/** Updates of every kind, with fields missing and hostile values, in the same order for the same seed. */
export function wildUpdates(count: number, seed: number): Omit<Update, "update_id">[] {
  const update = fc
    .tuple(fc.constantFrom(...KINDS), message, body)
    .map(
      ([kind, asMessage, other]) =>
        ({ [kind]: /message$|post$/.test(kind) ? asMessage : other }) as Omit<Update, "update_id">,
    );
  return fc.sample(update, { numRuns: count, seed });
}

/** The texts alone, for people who exist. */
export const wildTexts: readonly string[] = TEXTS;
