import type { Quote, UiLang } from "../answer/types.ts";
import { inScript } from "../text/script.ts";
import { WORDS } from "./words.ts";

/** Articles named under a picture; what is beyond is told by 等. */
const MOST_NAMED = 3;

/** Who published what a picture shows, and when, newest first: 来源：新华社，2024-07-31（摘编）；人民日报，2021-02-01（摘编）. */
export function sourceLine(
  quotes: readonly Pick<Quote, "articleId" | "publisher" | "published" | "kind">[],
  lang: UiLang,
): string {
  const side = lang === "en" ? "en" : "zh";
  const unique = [...new Map(quotes.map((q) => [q.articleId, q])).values()];
  const newest = unique.sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0));
  const named = newest
    .slice(0, MOST_NAMED)
    .map(
      (quote) =>
        `${quote.publisher}${side === "en" ? ", " : "，"}${quote.published}${quote.kind === "digest" ? WORDS.digest[side] : ""}`,
    );
  const more = newest.length > MOST_NAMED ? WORDS.moreSources[side] : "";
  return named.length === 0
    ? ""
    : inScript(`${WORDS.source[side]}${named.join(side === "en" ? "; " : "；")}${more}`, lang);
}
