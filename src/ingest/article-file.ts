import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { ImportedArticle } from "./import-article.ts";

/** The article as its file holds it: front matter, a blank line, the body. */
export function printArticle({ meta, body }: ImportedArticle): string {
  return `---\n${stringify(meta, { lineWidth: 0 })}---\n\n${body}`;
}

/** Name of an article's file: id and language. */
export const articleFileName = ({ id, lang }: ImportedArticle["meta"]): string => `${id}.${lang}.md`;

/**
 * Writes an article into a folder, which is made if need be, and gives the path. Whoever reads the folder meanwhile sees
 * the old file or the whole new one: it is written beside, flushed to the disk, and renamed.
 */
export async function writeArticle(dir: string, article: ImportedArticle): Promise<string> {
  await mkdir(dir, { recursive: true });
  const path = join(dir, articleFileName(article.meta));
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(printArticle(article), "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return path;
}
