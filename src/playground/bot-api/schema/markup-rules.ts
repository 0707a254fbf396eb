import {
  choice,
  type Fields,
  filled,
  flag,
  integer,
  list,
  type ObjectRule,
  object,
  oneOf,
  text,
} from "./rule.ts";

/** Rules for keyboards (types of the Bot API: InlineKeyboardMarkup, ReplyKeyboardMarkup and what they hold). */

const INLINE_COMPLAINT = "Can't parse inline keyboard button";
const LOOK = {
  icon_custom_emoji_id: text,
  style: oneOf(["danger", "success", "primary"], "invalid button style specified"),
};
const webApp = object("WebAppInfo", { url: filled });

/** What a button does, by the one field that says so. */
const INLINE_ACTIONS = {
  url: text,
  callback_data: text,
  web_app: webApp,
  login_url: object(
    "LoginUrl",
    { url: filled },
    { forward_text: text, bot_username: text, request_write_access: flag },
  ),
  disabled: object("DisabledButton", {}),
  switch_inline_query: text,
  switch_inline_query_current_chat: text,
  switch_inline_query_chosen_chat: object(
    "SwitchInlineQueryChosenChat",
    {},
    {
      query: text,
      allow_user_chats: flag,
      allow_bot_chats: flag,
      allow_group_chats: flag,
      allow_channel_chats: flag,
    },
  ),
  copy_text: object("CopyTextButton", { text }),
  callback_game: object("CallbackGame", {}),
  pay: flag,
};

/** A button has exactly one action; Telegram takes the first it knows, here a second one is refused. */
const inlineButton = choice("InlineKeyboardButton", (value: Fields) => {
  const actions = Object.keys(INLINE_ACTIONS).filter((name) => value[name] !== undefined);
  if (actions.length === 0) return `${INLINE_COMPLAINT}: Text buttons are unallowed in the inline keyboard`;
  if (actions.length > 1) return `${INLINE_COMPLAINT}: exactly one of the optional fields must be used`;
  return object("InlineKeyboardButton", { text }, { ...LOOK, ...INLINE_ACTIONS }, INLINE_COMPLAINT);
});

export const inlineKeyboard = object(
  "InlineKeyboardMarkup",
  { inline_keyboard: list(list(inlineButton)) },
  { force_reply: flag },
);

const KEY_ACTIONS = {
  request_contact: flag,
  request_location: flag,
  web_app: webApp,
  request_poll: object("KeyboardButtonPollType", {}, { type: text }),
  request_users: object(
    "KeyboardButtonRequestUsers",
    { request_id: integer() },
    {
      user_is_bot: flag,
      user_is_premium: flag,
      max_quantity: integer(1, 10),
      request_name: flag,
      request_username: flag,
      request_photo: flag,
    },
  ),
};

const keyboardButton = object(
  "KeyboardButton",
  { text },
  { ...LOOK, ...KEY_ACTIONS },
  "Can't parse keyboard button",
);

const keyboard = object(
  "ReplyKeyboardMarkup",
  { keyboard: list(list(keyboardButton)) },
  {
    is_persistent: flag,
    resize_keyboard: flag,
    one_time_keyboard: flag,
    input_field_placeholder: text,
    selective: flag,
    force_reply: flag,
  },
);

/** Markup tells its kind by the field that it must have. */
const MARKUPS: Readonly<Record<string, ObjectRule>> = {
  inline_keyboard: inlineKeyboard,
  keyboard,
  remove_keyboard: object("ReplyKeyboardRemove", { remove_keyboard: flag }, { selective: flag }),
  force_reply: object(
    "ForceReply",
    { force_reply: flag },
    { input_field_placeholder: text, selective: flag },
  ),
};

export const anyMarkup = choice("ReplyMarkup", (value: Fields) => {
  const kind = Object.keys(MARKUPS).find((name) => value[name] !== undefined);
  return (kind === undefined ? undefined : MARKUPS[kind]) ?? "Object expected as reply markup";
});
