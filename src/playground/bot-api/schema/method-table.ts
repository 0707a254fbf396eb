import type { MethodRule } from "./decode.ts";
import { inlineResult, inlineResults, resultsButton } from "./inline-rules.ts";
import { anyMarkup, inlineKeyboard } from "./markup-rules.ts";
import { allowedUpdates, command, menuButton, scope } from "./profile-rules.ts";
import { byType, chat, file, filled, flag, integer, list, oneOf, type Rule, text } from "./rule.ts";
import {
  CAPTION,
  entities,
  ephemeralParameters,
  inputMedia,
  linkPreviewOptions,
  MEDIA,
  parseMode,
  reactions,
  replyParameters,
  suggestedPost,
} from "./text-rules.ts";

type Parameters = Readonly<Record<string, Rule>>;

function method(required: Parameters = {}, optional: Parameters = {}): MethodRule {
  return { required, optional };
}

const messageId = integer(1, 0x7fffffff);
const messageIds = list(messageId, 100, "Too many message identifiers specified");

/** Where a message goes. */
const TARGET: Parameters = { message_thread_id: integer(0), direct_messages_topic_id: integer(0) };

/** How any message is sent. */
const SENDING: Parameters = {
  ...TARGET,
  disable_notification: flag,
  protect_content: flag,
  allow_paid_broadcast: flag,
  message_effect_id: text,
  reply_parameters: replyParameters,
  reply_to_message_id: integer(0),
};

const BUSINESS: Parameters = { business_connection_id: text };
const SUGGESTED: Parameters = { suggested_post_parameters: suggestedPost };

/** How a single message is sent. */
const SINGLE: Parameters = {
  ...SENDING,
  ...BUSINESS,
  ...SUGGESTED,
  ephemeral_message_parameters: ephemeralParameters,
  reply_markup: anyMarkup,
};

const FORWARDING: Parameters = { ...TARGET, disable_notification: flag, protect_content: flag };

/** Which message is edited: one of a chat, or one that was sent by an inline query. */
const EDITED: Parameters = {
  business_connection_id: text,
  chat_id: chat,
  message_id: messageId,
  inline_message_id: text,
  reply_markup: inlineKeyboard,
};

const EPHEMERAL: Parameters = {
  chat_id: chat,
  receiver_user_id: integer(1),
  ephemeral_message_id: integer(1),
};

const ABOVE: Parameters = { show_caption_above_media: flag };

const ACTIONS = (
  "typing upload_photo record_video upload_video record_voice upload_voice upload_document " +
  "choose_sticker find_location record_video_note upload_video_note"
).split(" ");

/**
 * Every method that the embedded server answers, with its parameters as the Bot API 10.3 has them
 * (@grammyjs/types 5.0.0). What is not here does not exist: 404.
 */
export const METHODS = {
  getMe: method(),
  logOut: method(),
  close: method(),
  getUpdates: method(
    {},
    { offset: integer(), limit: integer(), timeout: integer(), allowed_updates: allowedUpdates },
  ),
  setWebhook: method(
    {},
    {
      url: text,
      certificate: file,
      ip_address: text,
      max_connections: integer(),
      allowed_updates: allowedUpdates,
      drop_pending_updates: flag,
      secret_token: text,
    },
  ),
  deleteWebhook: method({}, { drop_pending_updates: flag }),
  getWebhookInfo: method(),

  sendMessage: method(
    { chat_id: chat, text: filled },
    { parse_mode: parseMode, entities, link_preview_options: linkPreviewOptions, ...SINGLE },
  ),
  sendPhoto: method({ chat_id: chat, photo: file }, { ...CAPTION, ...ABOVE, has_spoiler: flag, ...SINGLE }),
  sendDocument: method(
    { chat_id: chat, document: file },
    { ...CAPTION, thumbnail: file, disable_content_type_detection: flag, ...SINGLE },
  ),
  sendMediaGroup: method(
    {
      chat_id: chat,
      media: list(byType("InputMedia", MEDIA, "Can't parse InputMedia: type is unsupported")),
    },
    { ...SENDING, ...BUSINESS },
  ),
  forwardMessage: method(
    { chat_id: chat, from_chat_id: chat, message_id: messageId },
    {
      ...FORWARDING,
      video_start_timestamp: integer(0),
      message_effect_id: text,
      suggested_post_parameters: suggestedPost,
    },
  ),
  forwardMessages: method({ chat_id: chat, from_chat_id: chat, message_ids: messageIds }, FORWARDING),
  copyMessage: method(
    { chat_id: chat, from_chat_id: chat, message_id: messageId },
    {
      ...CAPTION,
      ...ABOVE,
      video_start_timestamp: integer(0),
      ...SENDING,
      ...SUGGESTED,
      reply_markup: anyMarkup,
    },
  ),
  copyMessages: method(
    { chat_id: chat, from_chat_id: chat, message_ids: messageIds },
    { ...FORWARDING, remove_caption: flag },
  ),
  sendChatAction: method(
    { chat_id: chat, action: oneOf(ACTIONS, "Wrong parameter action in request") },
    { business_connection_id: text, message_thread_id: integer(0) },
  ),
  setMessageReaction: method({ chat_id: chat, message_id: messageId }, { reaction: reactions, is_big: flag }),

  editMessageText: method(
    {},
    { text, parse_mode: parseMode, entities, link_preview_options: linkPreviewOptions, ...EDITED },
  ),
  editMessageCaption: method({}, { ...CAPTION, ...ABOVE, ...EDITED }),
  editMessageMedia: method({ media: inputMedia }, EDITED),
  editMessageReplyMarkup: method({}, EDITED),
  deleteMessage: method({ chat_id: chat, message_id: messageId }),
  deleteMessages: method({ chat_id: chat, message_ids: messageIds }),
  editEphemeralMessageText: method(
    { ...EPHEMERAL, text: filled },
    {
      parse_mode: parseMode,
      entities,
      link_preview_options: linkPreviewOptions,
      reply_markup: inlineKeyboard,
    },
  ),
  editEphemeralMessageCaption: method(EPHEMERAL, { ...CAPTION, ...ABOVE, reply_markup: inlineKeyboard }),
  editEphemeralMessageMedia: method({ ...EPHEMERAL, media: inputMedia }, { reply_markup: inlineKeyboard }),
  editEphemeralMessageReplyMarkup: method(EPHEMERAL, { reply_markup: inlineKeyboard }),
  deleteEphemeralMessage: method(EPHEMERAL),

  getFile: method({ file_id: filled }),
  answerCallbackQuery: method(
    { callback_query_id: filled },
    { text, show_alert: flag, url: text, cache_time: integer(0) },
  ),
  answerInlineQuery: method(
    { inline_query_id: filled, results: inlineResults },
    { cache_time: integer(0), is_personal: flag, next_offset: text, button: resultsButton },
  ),
  answerGuestQuery: method({ guest_query_id: filled, result: inlineResult }),

  setMyCommands: method({ commands: list(command) }, { scope, language_code: text }),
  deleteMyCommands: method({}, { scope, language_code: text }),
  getMyCommands: method({}, { scope, language_code: text }),
  setMyName: method({}, { name: text, language_code: text }),
  getMyName: method({}, { language_code: text }),
  setMyDescription: method({}, { description: text, language_code: text }),
  getMyDescription: method({}, { language_code: text }),
  setMyShortDescription: method({}, { short_description: text, language_code: text }),
  getMyShortDescription: method({}, { language_code: text }),
  setChatMenuButton: method({}, { chat_id: integer(1), menu_button: menuButton }),
  getChatMenuButton: method({}, { chat_id: integer(1) }),

  getChat: method({ chat_id: chat }),
  getChatMember: method({ chat_id: chat, user_id: integer(1) }),
  getChatAdministrators: method({ chat_id: chat }, { return_bots: flag }),
  getChatMemberCount: method({ chat_id: chat }),
  leaveChat: method({ chat_id: chat }),
  pinChatMessage: method(
    { chat_id: chat, message_id: messageId },
    { business_connection_id: text, disable_notification: flag },
  ),
  unpinChatMessage: method({ chat_id: chat }, { business_connection_id: text, message_id: messageId }),
  unpinAllChatMessages: method({ chat_id: chat }),
} as const satisfies Readonly<Record<string, MethodRule>>;

/** The methods that exist here. */
export type MethodName = keyof typeof METHODS;

const BY_LOWER_CASE = new Map(Object.keys(METHODS).map((name) => [name.toLowerCase(), name as MethodName]));

/** The method of that name, whose case does not matter; undefined where there is none. */
export function findMethod(name: string): MethodName | undefined {
  return BY_LOWER_CASE.get(name.toLowerCase());
}
