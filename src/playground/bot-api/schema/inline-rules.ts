import { inlineKeyboard } from "./markup-rules.ts";
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
  real,
  text,
} from "./rule.ts";
import { CAPTION, entities, linkPreviewOptions, parseMode } from "./text-rules.ts";

/** Rules for answers to inline and guest queries (section "Inline mode"). */

const COMPLAINT = "Can't parse inline query result";
const PLACE = { latitude: real(-90, 90), longitude: real(-180, 180) };
const LIVE = {
  horizontal_accuracy: real(0, 1500),
  live_period: integer(60, 0x7fffffff),
  heading: integer(1, 360),
  proximity_alert_radius: integer(1, 100_000),
};
const VENUE = { foursquare_id: text, foursquare_type: text, google_place_id: text, google_place_type: text };
const PERSON = { phone_number: filled, first_name: filled };
const THUMBNAIL = { thumbnail_url: text, thumbnail_width: integer(0), thumbnail_height: integer(0) };

/** Message contents by a field that only they have; the order matters: a venue has coordinates too. */
const CONTENTS: ReadonlyArray<readonly [string, ObjectRule]> = [
  [
    "message_text",
    object(
      "InputTextMessageContent",
      { message_text: text },
      { parse_mode: parseMode, entities, link_preview_options: linkPreviewOptions },
    ),
  ],
  ["address", object("InputVenueMessageContent", { ...PLACE, title: filled, address: filled }, VENUE)],
  ["latitude", object("InputLocationMessageContent", PLACE, LIVE)],
  ["phone_number", object("InputContactMessageContent", PERSON, { last_name: text, vcard: text })],
];

const content = choice("InputMessageContent", (value: Fields) => {
  const found = CONTENTS.find(([field]) => value[field] !== undefined);
  return found?.[1] ?? "Input message content is not specified";
});

const result = (
  name: string,
  required: ObjectRule["required"],
  optional: ObjectRule["optional"],
): ObjectRule =>
  object(
    name,
    { type: text, id: text, ...required },
    { reply_markup: inlineKeyboard, input_message_content: content, ...optional },
    COMPLAINT,
  );

const ABOVE = { show_caption_above_media: flag };
const SIZE = (name: string) => ({ [`${name}_width`]: integer(0), [`${name}_height`]: integer(0) });
const LENGTH = (name: string) => ({ [`${name}_duration`]: integer(0) });
const movingThumbnail = {
  thumbnail_url: filled,
};

/** Results that carry an address, by type. */
const FRESH: Readonly<Record<string, ObjectRule>> = {
  article: result(
    "InlineQueryResultArticle",
    { title: text, input_message_content: content },
    { url: text, description: text, ...THUMBNAIL },
  ),
  photo: result(
    "InlineQueryResultPhoto",
    { photo_url: filled, thumbnail_url: filled },
    { ...SIZE("photo"), title: text, description: text, ...CAPTION, ...ABOVE },
  ),
  gif: result(
    "InlineQueryResultGif",
    { gif_url: filled, ...movingThumbnail },
    { ...SIZE("gif"), ...LENGTH("gif"), thumbnail_mime_type: text, title: text, ...CAPTION, ...ABOVE },
  ),
  mpeg4_gif: result(
    "InlineQueryResultMpeg4Gif",
    { mpeg4_url: filled, ...movingThumbnail },
    { ...SIZE("mpeg4"), ...LENGTH("mpeg4"), thumbnail_mime_type: text, title: text, ...CAPTION, ...ABOVE },
  ),
  video: result(
    "InlineQueryResultVideo",
    {
      video_url: filled,
      mime_type: oneOf(["text/html", "video/mp4"], "Wrong mime_type"),
      thumbnail_url: filled,
      title: filled,
    },
    { ...SIZE("video"), ...LENGTH("video"), description: text, ...CAPTION, ...ABOVE },
  ),
  audio: result(
    "InlineQueryResultAudio",
    { audio_url: filled, title: filled },
    { ...CAPTION, performer: text, ...LENGTH("audio") },
  ),
  voice: result(
    "InlineQueryResultVoice",
    { voice_url: filled, title: filled },
    { ...CAPTION, ...LENGTH("voice") },
  ),
  document: result(
    "InlineQueryResultDocument",
    {
      title: filled,
      document_url: filled,
      mime_type: oneOf(["application/pdf", "application/zip"], "Wrong mime_type"),
    },
    { ...CAPTION, description: text, ...THUMBNAIL },
  ),
  location: result("InlineQueryResultLocation", { ...PLACE, title: filled }, { ...LIVE, ...THUMBNAIL }),
  venue: result(
    "InlineQueryResultVenue",
    { ...PLACE, title: filled, address: filled },
    { ...VENUE, ...THUMBNAIL },
  ),
  contact: result("InlineQueryResultContact", PERSON, { last_name: text, vcard: text, ...THUMBNAIL }),
  game: object(
    "InlineQueryResultGame",
    { type: text, id: text, game_short_name: filled },
    { reply_markup: inlineKeyboard },
    COMPLAINT,
  ),
};

const cached = (name: string, id: string, optional: ObjectRule["optional"]): ObjectRule =>
  result(`InlineQueryResultCached${name}`, { [id]: filled }, { title: text, ...optional });

/** Results that name a file which the server keeps, by the field with its file_id. */
const CACHED: Readonly<Record<string, ObjectRule>> = {
  photo_file_id: cached("Photo", "photo_file_id", { description: text, ...CAPTION, ...ABOVE }),
  gif_file_id: cached("Gif", "gif_file_id", { ...CAPTION, ...ABOVE }),
  mpeg4_file_id: cached("Mpeg4Gif", "mpeg4_file_id", { ...CAPTION, ...ABOVE }),
  sticker_file_id: cached("Sticker", "sticker_file_id", {}),
  document_file_id: cached("Document", "document_file_id", { description: text, ...CAPTION }),
  video_file_id: cached("Video", "video_file_id", { description: text, ...CAPTION, ...ABOVE }),
  voice_file_id: cached("Voice", "voice_file_id", { ...CAPTION }),
  audio_file_id: cached("Audio", "audio_file_id", { ...CAPTION }),
};

/** An InlineQueryResult of any kind. */
export const inlineResult = choice("InlineQueryResult", (value: Fields) => {
  const type = value["type"];
  if (typeof type !== "string") return `${COMPLAINT}: Can't find field "type"`;
  const fileField = Object.keys(CACHED).find((field) => value[field] !== undefined);
  const rule = fileField === undefined ? FRESH[type] : CACHED[fileField];
  return rule ?? `${COMPLAINT}: type "${type}" is unsupported for the inline query result`;
});

/** At most this many results fit in one answer (telegram-bot-api, MAX_INLINE_QUERY_RESULT_COUNT). */
const MAX_RESULTS = 50;

export const inlineResults = list(inlineResult, MAX_RESULTS, "Too many inline query results specified");

export const resultsButton = choice("InlineQueryResultsButton", (value: Fields) => {
  const actions = ["start_parameter", "web_app"].filter((name) => value[name] !== undefined);
  const complaint = "Can't parse inline query results button";
  if (actions.length !== 1)
    return `${complaint}: InlineQueryResultsButton must have exactly one optional field`;
  return object(
    "InlineQueryResultsButton",
    { text },
    { start_parameter: text, web_app: object("WebAppInfo", { url: filled }) },
    complaint,
  );
});
