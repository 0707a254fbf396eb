import type { Quote, UiLang } from "../answer/types.ts";
import { inScript } from "../format/script.ts";
import { WORDS } from "./words.ts";

/** Articles named under a picture; what is beyond is told by 等. */
const MOST_NAMED = 3;

/** Who published what a picture shows, and when, newest first: 来源：新华社，2021-01-15（摘编）. */
export function sourceLines(quotes: readonly Pick<Quote, "articleId" | "publisher" | "published" | "kind">[], lang: UiLang): readonly string[] {
  const side = lang === "en" ? "en" : "zh";
  const unique = [...new Map(quotes.map((q) => [q.articleId, q])).values()];
  const newest = unique.toSorted((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0));
  return newest.slice(0, MOST_NAMED).map((quote, i) => {
    const digest = quote.kind === "digest" ? WORDS.digest[side] : "";
    const more = i === MOST_NAMED - 1 && newest.length > MOST_NAMED ? WORDS.moreSources[side] : "";
    const comma = side === "en" ? ", " : "，";
    return inScript(`${i === 0 ? WORDS.source[side] : ""}${quote.publisher}${comma}${quote.published}${digest}${more}`, lang);
  });
}
