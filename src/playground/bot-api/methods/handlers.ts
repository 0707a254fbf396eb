import type { MethodName } from "../schema/method-table.ts";
import type { Handlers } from "./call.ts";
import { CHAT_METHODS } from "./chat-methods.ts";
import { EDIT_METHODS } from "./edit-methods.ts";
import { EPHEMERAL_METHODS } from "./ephemeral-methods.ts";
import { MEDIA_METHODS } from "./media-methods.ts";
import { MESSAGE_METHODS } from "./message-methods.ts";
import { PROFILE_METHODS } from "./profile-methods.ts";
import { QUERY_METHODS } from "./query-methods.ts";
import { UPDATE_METHODS } from "./update-methods.ts";

/** Every method of the table has its handler: the compiler finds a missing one. */
export const HANDLERS: Handlers<MethodName> = {
  ...UPDATE_METHODS,
  ...MESSAGE_METHODS,
  ...EDIT_METHODS,
  ...EPHEMERAL_METHODS,
  ...MEDIA_METHODS,
  ...QUERY_METHODS,
  ...PROFILE_METHODS,
  ...CHAT_METHODS,
};
