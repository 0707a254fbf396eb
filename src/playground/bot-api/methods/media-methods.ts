import type { Message } from "grammy/types";
import { refusal } from "../error-texts.ts";
import { findFile } from "../world/files.ts";
import type { Handlers } from "./call.ts";
import { type MediaSource, mediaContent } from "./media-content.ts";
import { findDestination, sendOutgoing } from "./outgoing.ts";

/** Bots may download files of up to 20 MB. */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;
/** Items of an album. */
const ALBUM = { min: 2, max: 10 };

/** Pictures and documents, and the way to download them. */
export const MEDIA_METHODS: Handlers<"sendPhoto" | "sendDocument" | "sendMediaGroup" | "getFile"> = {
  sendPhoto(call, args) {
    const content = mediaContent(call, { ...args, type: "photo", media: args.photo });
    return sendOutgoing(call, findDestination(call, args), content) as Message.PhotoMessage;
  },

  sendDocument(call, args) {
    const content = mediaContent(call, { ...args, type: "document", media: args.document });
    return sendOutgoing(call, findDestination(call, args), content) as Message.DocumentMessage;
  },

  sendMediaGroup(call, args) {
    if (args.media.length < ALBUM.min || args.media.length > ALBUM.max) throw refusal("albumSize");
    const contents = args.media.map((item) => mediaContent(call, item as MediaSource));
    const destination = findDestination(call, args);
    const group = call.world.newQueryId();
    return contents.map(
      (content) =>
        sendOutgoing(call, destination, { media_group_id: group, ...content }) as Message.PhotoMessage,
    );
  },

  getFile({ world }, args) {
    const file = findFile(world, args.file_id);
    if (file === undefined) throw refusal("fileInvalid");
    if (file.file_size > MAX_DOWNLOAD_BYTES) throw refusal("fileTooBig");
    const { file_id, file_unique_id, file_size, file_path } = file;
    return { file_id, file_unique_id, file_size, file_path };
  },
};
