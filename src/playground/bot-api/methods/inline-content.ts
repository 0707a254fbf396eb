import type { InlineQueryResult, Message } from "grammy/types";
import { compact } from "../compact.ts";
import { refusal } from "../error-texts.ts";
import { readCaption, readMessageText } from "../text/formatted-text.ts";
import type { World } from "../world/world.ts";
import { readMarkup } from "./markup.ts";
import { captionFields, textFields, userFinder } from "./outgoing.ts";

/**
 * What a chosen result puts into the chat: its message content, or its own media with caption. Checks it like a
 * message that is sent; a kind that the embedded server does not keep is refused.
 */
export function resultContent(world: World, result: InlineQueryResult): Partial<Message> {
  const markup = readMarkup(result.reply_markup);
  return compact<Partial<Message>>({ ...bodyOf(world, result), reply_markup: markup });
}

function bodyOf(world: World, result: InlineQueryResult): Partial<Message> {
  const content = "input_message_content" in result ? result.input_message_content : undefined;
  if (content !== undefined && "message_text" in content) {
    const source = { text: content.message_text, parse_mode: content.parse_mode, entities: content.entities };
    return textFields(readMessageText(source, userFinder(world)), content.link_preview_options);
  }
  if (content !== undefined && "latitude" in content) {
    return { location: { latitude: content.latitude, longitude: content.longitude } };
  }
  if (content !== undefined && "phone_number" in content) {
    return { contact: { phone_number: content.phone_number, first_name: content.first_name } };
  }
  if (result.type === "location")
    return { location: { latitude: result.latitude, longitude: result.longitude } };
  if (result.type === "photo" && "photo_file_id" in result) {
    const file = Object.values(world.state.files).find((known) => known.file_id === result.photo_file_id);
    if (file === undefined) throw refusal("fileInvalid");
    const { file_id, file_unique_id, file_size } = file;
    const caption = {
      text: result.caption ?? "",
      parse_mode: result.parse_mode,
      entities: result.caption_entities,
    };
    return {
      photo: [{ file_id, file_unique_id, file_size, width: 0, height: 0 }],
      ...captionFields(readCaption(caption, userFinder(world)), result.show_caption_above_media),
    };
  }
  throw refusal("contentTypeInvalid");
}
