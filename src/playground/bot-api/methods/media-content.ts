import type { Document, Message, PhotoSize } from "grammy/types";
import { ApiError } from "../api-error.ts";
import { compact } from "../compact.ts";
import { refusal } from "../error-texts.ts";
import { readCaption } from "../text/formatted-text.ts";
import type { Upload } from "../wire/request-body.ts";
import { fileFields, findFile, storeFile } from "../world/files.ts";
import { imageSize } from "../world/image-size.ts";
import type { FileState } from "../world/state.ts";
import type { Call } from "./call.ts";
import { captionFields, userFinder } from "./outgoing.ts";

/** Limits of photos (Bot API, sendPhoto): bytes, sum of the sides, ratio of the sides. */
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
const MAX_PHOTO_SIDES = 10_000;
const MAX_PHOTO_RATIO = 20;

/** The parts of InputMedia, of sendPhoto and of sendDocument that make a message's content. */
export interface MediaSource {
  readonly type: string;
  readonly media: unknown;
  readonly caption?: string;
  readonly parse_mode?: string;
  readonly caption_entities?: Message["caption_entities"];
  readonly show_caption_above_media?: boolean;
  readonly has_spoiler?: boolean;
}

/** A photo or document with its caption, its file stored; throws where the file or the caption is not taken. */
export function mediaContent(call: Call, source: MediaSource): Partial<Message> {
  const caption = {
    text: source.caption ?? "",
    parse_mode: source.parse_mode,
    entities: source.caption_entities,
  };
  const formatted = readCaption(caption, userFinder(call.world));
  const fields = captionFields(formatted, source.show_caption_above_media);
  const media = source.type === "photo" ? photo(call, source.media) : document(call, source.media);
  const spoiler =
    source.type === "photo" && source.has_spoiler === true ? ({ has_media_spoiler: true } as const) : {};
  return { ...media, ...fields, ...spoiler };
}

function photo(call: Call, media: unknown): Pick<Message, "photo"> {
  const file = resolveFile(call, media, "photos");
  const bytes = Buffer.from(file.data, "base64");
  if (bytes.length > MAX_PHOTO_BYTES) throw refusal("fileTooBig");
  const size = imageSize(bytes);
  if (size === undefined) throw refusal("photoExtension");
  const { width, height } = size;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > MAX_PHOTO_SIDES || ratio > MAX_PHOTO_RATIO) throw refusal("photoDimensions");
  return { photo: [{ ...fileFields(file), width, height } satisfies PhotoSize] };
}

function document(call: Call, media: unknown): Pick<Message, "document"> {
  const file = resolveFile(call, media, "documents");
  const name = file.file_path.split("/").at(-1);
  const shown: Document = compact<Document>({
    ...fileFields(file),
    file_name: name,
    mime_type: file.mime_type,
  });
  return { document: shown };
}

/** The file that a parameter names: an upload, or one the server keeps. Addresses are not fetched: there is no network. */
function resolveFile(call: Call, media: unknown, folder: string): FileState {
  const name = String(media);
  if (name.startsWith("attach://")) return storeUpload(call, name.slice("attach://".length), folder);
  if (/^https?:\/\//i.test(name)) throw new ApiError(400, "failed to get HTTP URL content");
  const file = findFile(call.world, name);
  if (file === undefined) throw refusal("remoteFileInvalid");
  return file;
}

function storeUpload(call: Call, part: string, folder: string): FileState {
  const upload: Upload | undefined = call.uploads.get(part);
  if (upload === undefined) throw new ApiError(400, `there is no file "${part}" in the request`);
  if (upload.data.length === 0) throw refusal("fileEmpty");
  return storeFile(call.world, { folder, name: upload.filename, type: upload.type, data: upload.data });
}
