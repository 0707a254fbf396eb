import { createHash } from "node:crypto";
import { pinyin } from "pinyin-pro";
import { articleMetaSchema } from "../knowledge/article.ts";

/** Endings that are taken off a name; others (`v1.2`) belong to it. */
const ENDING = /\.(?:txt|text|md|markdown|x?html?|s?html?|php|aspx?|jsp|do)$/i;

/** An id and what it was made from, where that was no valid id itself. */
export interface ArticleIdChoice {
  readonly id: string;
  readonly slugOf?: string;
}

/**
 * The article's id: `given` if there is one, else the name without its ending, else the host of the address. What is
 * no valid id (letters, digits, dot, dash, underscore; 64 at most) is spelled in such letters: accents off, Chinese as
 * pinyin, the rest as dashes; where nothing is left, a hash of the name.
 */
export function chooseId(given: string | undefined, name: string, url?: string): ArticleIdChoice {
  const wish = given ?? (name.replace(ENDING, "") || (url === undefined ? "" : new URL(url).hostname));
  if (articleMetaSchema.shape.id.safeParse(wish).success) return { id: wish };
  return { id: slug(wish), slugOf: wish };
}

function slug(text: string): string {
  const spelled = text.replace(
    /\p{Script=Han}+/gu,
    (run) => ` ${pinyin(run, { toneType: "none", v: true })} `,
  );
  const plain = spelled
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9._]+/g, "-")
    .replace(/^[^A-Za-z0-9]+/, "")
    .slice(0, 64)
    .replace(/[-._]+$/, "");
  return plain || `article-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}
