import {
  byType,
  chat,
  choice,
  file,
  filled,
  flag,
  integer,
  list,
  type ObjectRule,
  object,
  oneOf,
  text,
} from "./rule.ts";

/** Rules for formatted text, link previews and replies (types of the Bot API, section "Available types"). */

export const parseMode = text;

const user = object(
  "User",
  { id: integer(1) },
  {
    is_bot: flag,
    first_name: text,
    last_name: text,
    username: text,
    language_code: text,
    is_premium: flag,
    added_to_attachment_menu: flag,
  },
);

const ENTITY_COMPLAINT = "Can't parse MessageEntity";

function entity(required: ObjectRule["required"], optional: ObjectRule["optional"] = {}): ObjectRule {
  const span = { type: text, offset: integer(), length: integer() };
  return object("MessageEntity", { ...span, ...required }, optional, ENTITY_COMPLAINT);
}

const PLAIN_ENTITIES = (
  "mention hashtag cashtag bot_command url email phone_number bold italic " +
  "underline strikethrough spoiler blockquote expandable_blockquote code"
).split(" ");

const messageEntity = byType(
  "MessageEntity",
  {
    ...Object.fromEntries(PLAIN_ENTITIES.map((type) => [type, entity({})])),
    pre: entity({}, { language: text }),
    text_link: entity({ url: text }),
    text_mention: entity({ user }),
    custom_emoji: entity({ custom_emoji_id: text }),
    date_time: entity({ unix_time: integer(0), date_time_format: text }),
  },
  `${ENTITY_COMPLAINT}: Unsupported type specified`,
);

export const entities = list(messageEntity);

export const linkPreviewOptions = object(
  "LinkPreviewOptions",
  {},
  { is_disabled: flag, url: text, prefer_small_media: flag, prefer_large_media: flag, show_above_text: flag },
);

const REPLY_OPTIONS = {
  chat_id: chat,
  checklist_task_id: integer(),
  poll_option_id: text,
  allow_sending_without_reply: flag,
  quote: text,
  quote_parse_mode: parseMode,
  quote_entities: entities,
  quote_position: integer(0),
};

/** Either an ordinary message or an incoming ephemeral one is replied to. */
export const replyParameters = choice("ReplyParameters", (value) => {
  const rule = (target: string) => object("ReplyParameters", { [target]: integer(1) }, REPLY_OPTIONS);
  return rule(value["ephemeral_message_id"] === undefined ? "message_id" : "ephemeral_message_id");
});

export const ephemeralParameters = object(
  "EphemeralMessageParameters",
  { receiver_user_id: integer(1) },
  { callback_query_id: filled, replace_callback_query_message: flag },
);

const suggestedPostPrice = object("SuggestedPostPrice", {
  currency: oneOf(["XTR", "TON"], "Invalid suggested post price currency specified"),
  amount: integer(0),
});

export const suggestedPost = object(
  "SuggestedPostParameters",
  {},
  { price: suggestedPostPrice, send_date: integer(0) },
);

const emojiReaction = object("ReactionTypeEmoji", { type: text, emoji: filled });

export const reactions = list(
  byType(
    "ReactionType",
    {
      emoji: emojiReaction,
      custom_emoji: object("ReactionTypeCustomEmoji", { type: text, custom_emoji_id: filled }),
      paid: object("ReactionTypePaid", { type: text }),
    },
    "Can't parse ReactionType: invalid reaction type specified",
  ),
);

/** Fields that every media item with a caption has. */
export const CAPTION = { caption: text, parse_mode: parseMode, caption_entities: entities };

const mediaOf = (name: string, optional: ObjectRule["optional"]): ObjectRule =>
  object(name, { type: text, media: file }, { ...CAPTION, ...optional }, "Can't parse InputMedia");

/** InputMedia of the kinds that the embedded server keeps. */
export const MEDIA = {
  photo: mediaOf("InputMediaPhoto", { show_caption_above_media: flag, has_spoiler: flag }),
  document: mediaOf("InputMediaDocument", { thumbnail: file, disable_content_type_detection: flag }),
};

export const inputMedia = byType("InputMedia", MEDIA, "Can't parse InputMedia: type is unsupported");
