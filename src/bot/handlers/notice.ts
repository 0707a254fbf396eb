import type { PhraseKey } from "../../format/phrase-keys.ts";

/** What a press is answered with: a phrase that the client shows, in a window where it matters; nothing for a silent one. */
export type Notice = { readonly key: PhraseKey; readonly alert: boolean } | undefined;

export const OUTDATED: Notice = { key: "outdated", alert: true };
