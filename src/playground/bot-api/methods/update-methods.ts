import { isIP } from "node:net";
import type { WebhookInfo } from "grammy/types";
import { compact } from "../compact.ts";
import { refusal } from "../error-texts.ts";
import type { UpdateType } from "../update-queue.ts";
import type { Handlers } from "./call.ts";

/** Telegram opens this many connections to a webhook unless told otherwise. */
const DEFAULT_CONNECTIONS = 40;
const MAX_SECRET_LENGTH = 256;

/** Getting updates, and the bot's own account. */
export const UPDATE_METHODS: Handlers<
  "getMe" | "logOut" | "close" | "getUpdates" | "setWebhook" | "deleteWebhook" | "getWebhookInfo"
> = {
  getMe: ({ world }) => world.bot,
  logOut: () => true,
  close: () => true,

  getUpdates({ updates, webhook, signal }, args) {
    if (webhook.settings !== undefined) throw refusal("webhookActive");
    return updates.poll(args, signal);
  },

  setWebhook({ updates, webhook }, args) {
    const secret = args.secret_token ?? "";
    if ((args.url ?? "") !== "") checkWebhook(args.url, secret);
    updates.allow(args.allowed_updates);
    if (args.drop_pending_updates === true) updates.drop();
    webhook.remove();
    if ((args.url ?? "") === "") return true;
    updates.interrupt(refusal("terminatedByWebhook"));
    const maxConnections = Math.min(Math.max(args.max_connections ?? DEFAULT_CONNECTIONS, 1), 100);
    webhook.set({ url: args.url, secret, maxConnections });
    return true;
  },

  deleteWebhook({ updates, webhook }, args) {
    if (args.drop_pending_updates === true) updates.drop();
    webhook.remove();
    return true;
  },

  getWebhookInfo({ updates, webhook }) {
    const { settings, lastError } = webhook;
    const allowed = updates.allowedUpdates as UpdateType[];
    return compact<WebhookInfo>({
      url: settings?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: updates.pending.length,
      max_connections: settings?.maxConnections,
      ip_address: settings === undefined ? undefined : "127.0.0.1",
      last_error_date: lastError?.date,
      last_error_message: lastError?.message,
      allowed_updates: allowed.length === 0 ? undefined : allowed,
    });
  },
};

/** Loopback addresses are taken without TLS, which Telegram would not do: nothing leaves the machine. */
function checkWebhook(url: string, secret: string): void {
  if (secret.length > MAX_SECRET_LENGTH) throw refusal("secretTooLong");
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw refusal("secretCharacters");
  if (!URL.canParse(url)) throw refusal("webhookUrlBroken");
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const isLoopback = host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
  if (protocol !== "http:" || !isLoopback) throw refusal("webhookUrlInvalid");
}
