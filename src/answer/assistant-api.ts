import type { Answer, Memory, Quote, UiLang } from "./types.ts";

export interface AskInput {
  readonly text: string;
  /** The asker's language where the text itself does not tell (digits, emoji); the text's own script wins. */
  readonly lang?: UiLang;
  /** `memory` of the answer before, for follow-ups. */
  readonly memory?: Memory | null;
  /** A part of a message that the asker points at (Telegram's quote): the subject of a follow-up. */
  readonly about?: string;
}

export interface ArticleSummary {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly kind: "digest" | "original";
  readonly url?: string;
  readonly langs: readonly ("zh" | "en")[];
}

/** Everything that a chat surface needs of the engine: pure, synchronous, deterministic for one `version`. */
export interface Assistant {
  /** Changes when the knowledge or the engine does: 8 to 16 characters of [0-9a-z]. */
  readonly version: string;
  ask(input: AskInput): Answer;
  /** As {@link ask}, with a trace of how it was understood and ranked, as printable lines. */
  explain(input: AskInput): { readonly answer: Answer; readonly trace: readonly string[] };
  /** Ready quotes for inline use, best first; the empty text gives none. */
  search(
    text: string,
    options: { readonly offset: number; readonly limit: number; readonly lang?: UiLang },
  ): { readonly quotes: readonly Quote[]; readonly more: boolean };
  /** The sentences around a quote: up to `sentences` before and after, in the same section. Undefined when the span no longer exists. */
  around(
    quote: { articleId: string; lang: "zh" | "en"; start: number; end: number },
    sentences: number,
  ): { readonly before: string; readonly quote: Quote; readonly after: string } | undefined;
  /** A few questions that are known to be answerable. */
  examples(lang: UiLang): readonly string[];
  /** Articles, newest first, with titles in the wanted language where there is one. */
  articles(lang: UiLang): readonly ArticleSummary[];
  /** Quick look at the language of a text; undefined when it has no letters. */
  languageOf(text: string): UiLang | undefined;
}
