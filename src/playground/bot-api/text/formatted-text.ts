import type { MessageEntity } from "grammy/types";
import { ApiError } from "../api-error.ts";
import { refusal } from "../error-texts.ts";
import { cleanText, isBlank } from "./clean-text.ts";
import { addFoundEntities } from "./find-entities.ts";
import { fixEntities, sortEntities } from "./fix-entities.ts";
import { type FormattedText, readHtml } from "./html-reader.ts";

/** Telegram reads at most this many bytes of UTF-8 before parsing (telegram-bot-api, `1 << 15`). */
const MAX_SOURCE_BYTES = 32_768;
/** UTF-16 code units of a message, after parsing. */
const MAX_MESSAGE_LENGTH = 4096;
/** UTF-16 code units of a caption, after parsing. */
const MAX_CAPTION_LENGTH = 1024;

/** A text as a call gives it: marked up, or with entities. An empty parse mode or "none" is none. */
export interface SourceText {
  readonly text: string;
  readonly parse_mode?: string | undefined;
  readonly entities?: readonly MessageEntity[] | undefined;
}

/** Who a `tg://user` link may mention: the full user of an id, or undefined, and the formatting goes. */
export type FindUser = (id: number) => { id: number; is_bot: boolean; first_name: string } | undefined;

/** The text of a message: 1 to 4096 characters that show something, else Telegram's 400. */
export function readMessageText(source: SourceText, findUser: FindUser): FormattedText {
  if (source.text === "") throw refusal("textEmpty");
  const formatted = readFormatted(source, findUser);
  if (isBlank(formatted.text)) throw refusal("textBlank");
  if (formatted.text.length > MAX_MESSAGE_LENGTH) throw refusal("messageTooLong");
  return formatted;
}

/** A caption: up to 1024 characters, nothing included. */
export function readCaption(source: SourceText, findUser: FindUser): FormattedText {
  const formatted = readFormatted(source, findUser);
  if (isBlank(formatted.text)) return { text: "", entities: [] };
  if (formatted.text.length > MAX_CAPTION_LENGTH) throw refusal("captionTooLong");
  return formatted;
}

/** A quotation of another message: cleaned and parsed, without entities found in it. */
export function readQuote(source: SourceText, findUser: FindUser): FormattedText {
  const parsed = parse(source);
  return cleanText({ text: parsed.text, entities: fixEntities(knownUsers(parsed.entities, findUser)) });
}

function readFormatted(source: SourceText, findUser: FindUser): FormattedText {
  const parsed = parse(source);
  const cleaned = cleanText({
    text: parsed.text,
    entities: fixEntities(knownUsers(parsed.entities, findUser)),
  });
  const entities = fixEntities(cleaned.entities);
  return {
    text: cleaned.text,
    entities: sortEntities([...entities, ...addFoundEntities(cleaned.text, entities)]),
  };
}

function parse(source: SourceText): FormattedText {
  if (Buffer.byteLength(source.text) > MAX_SOURCE_BYTES) throw refusal("textTooManyBytes");
  const mode = (source.parse_mode ?? "").toLowerCase();
  if (source.text === "" || mode === "" || mode === "none") {
    return { text: source.text, entities: givenEntities(source.entities ?? []) };
  }
  if (mode === "html") return readHtml(source.text);
  if (mode === "markdown" || mode === "markdownv2") {
    throw new ApiError(
      400,
      "Can't parse entities: Markdown is not supported by the embedded server; send HTML or entities",
    );
  }
  throw refusal("parseModeUnsupported");
}

/** Types that a bot may give itself; the rest is found in the text by the server, and ignored here. */
const GIVEN = new Set(
  "bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention".split(
    " ",
  ),
);

function givenEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  for (const { offset, length } of entities) {
    if (offset < 0 || offset > 1_000_000)
      throw new ApiError(400, `Receive an entity with incorrect offset ${offset}`);
    if (length < 0 || length > 1_000_000)
      throw new ApiError(400, `Receive an entity with incorrect length ${length}`);
  }
  return entities.filter((entity) => GIVEN.has(entity.type));
}

function knownUsers(entities: readonly MessageEntity[], findUser: FindUser): MessageEntity[] {
  return entities.flatMap((entity): MessageEntity[] => {
    if (entity.type !== "text_mention") return [entity];
    const user = findUser(entity.user.id);
    return user === undefined ? [] : [{ ...entity, user }];
  });
}
