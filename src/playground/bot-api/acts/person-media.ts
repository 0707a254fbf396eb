import type { Message } from "grammy/types";
import { compact } from "../compact.ts";
import { fileFields, type NewFile, storeFile } from "../world/files.ts";
import { imageSize } from "../world/image-size.ts";
import type { World } from "../world/world.ts";
import { typedText } from "./incoming.ts";

/** Media that people send. */
export type PersonMedia = "photo" | "document" | "voice" | "sticker";

const FOLDERS: Readonly<Record<PersonMedia, string>> = {
  photo: "photos",
  document: "documents",
  voice: "voice",
  sticker: "stickers",
};

/** The content of a message with a file, whose bytes the bot can download. */
export function mediaContent(
  world: World,
  kind: PersonMedia,
  file: Omit<NewFile, "folder">,
  caption?: string,
): Partial<Message> {
  const stored = storeFile(world, { ...file, folder: FOLDERS[kind] });
  const fields = fileFields(stored);
  const { text, entities } = caption === undefined ? {} : typedText(caption);
  const captioned = compact<Partial<Message>>({ caption: text, caption_entities: entities });
  const { width, height } = imageSize(Buffer.from(file.data)) ?? { width: 512, height: 512 };
  switch (kind) {
    case "photo":
      return { photo: [{ ...fields, width, height }], ...captioned };
    case "document":
      return { document: { ...fields, file_name: file.name, mime_type: file.type }, ...captioned };
    case "voice":
      return { voice: { ...fields, duration: 1, mime_type: file.type }, ...captioned };
    case "sticker":
      return {
        sticker: {
          ...fields,
          type: "regular",
          width,
          height,
          is_animated: false,
          is_video: false,
          emoji: "👍",
        },
      };
    default:
      return kind satisfies never;
  }
}
