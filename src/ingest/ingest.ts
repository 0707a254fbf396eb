import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../knowledge/article.ts";
import { parseArticle } from "../knowledge/load.ts";
import { articleFileName, writeArticle } from "./article-file.ts";
import type { DownloadOptions } from "./download.ts";
import { type ImportOptions, importArticle } from "./import-article.ts";
import { IngestError } from "./ingest-error.ts";
import type { ImportReport } from "./report.ts";
import { readSource } from "./source.ts";

/** How many passages and figures the bot makes of an article. */
export type Measure = (article: Article) => { readonly passages: number; readonly figures: number };

export interface IngestSettings {
  /** Folder that the articles are written to. */
  readonly dir: string;
  /** Folders of articles whose record fills what a source of the same id does not state; earlier ones first. */
  readonly libraries: readonly string[];
  readonly options: Omit<ImportOptions, "known">;
  readonly measure?: Measure;
  readonly download?: DownloadOptions;
}

/** What became of one source. */
export type IngestResult =
  | {
      readonly ok: true;
      readonly file: string;
      readonly report: ImportReport;
      readonly counts?: ReturnType<Measure>;
    }
  | { readonly ok: false; readonly source: string; readonly error: string };

/**
 * Imports sources one after another and tells of each as soon as it is done. A source that cannot be imported writes
 * nothing and does not keep the others back; two sources of one call may not have the same id and language.
 */
export async function* ingest(
  sources: readonly string[],
  settings: IngestSettings,
): AsyncGenerator<IngestResult> {
  const written = new Map<string, string>();
  for (const source of sources) {
    try {
      yield await ingestOne(source, settings, written);
    } catch (error) {
      yield {
        ok: false,
        source,
        error: error instanceof IngestError ? error.message : describe(source, error),
      };
    }
  }
}

async function ingestOne(
  origin: string,
  settings: IngestSettings,
  written: Map<string, string>,
): Promise<IngestResult> {
  const { dir, libraries, options, measure } = settings;
  const source = await readSource(origin, settings.download);
  const { article, report } = importArticle(source, {
    ...options,
    known: (id, lang) => findKnown(libraries, id, lang),
  });
  const name = articleFileName(article.meta);
  const other = written.get(name.toLowerCase());
  if (other !== undefined)
    throw new IngestError(
      origin,
      `has the id ${article.meta.id}, as ${other} has`,
      "import it alone, with --id",
    );
  const notes = [
    ...(existsSync(join(dir, name)) ? ["it replaces an earlier import of this id"] : []),
    ...(findKnown(libraries.slice(0, 1), article.meta.id, article.meta.lang)?.kind === "digest"
      ? ["it takes the place of the digest of this id"]
      : []),
  ];
  // Counted before it is written: an article that cannot be read must not stop the bot's next start.
  const counts = measure?.({ ...article.meta, body: article.body, file: name });
  const file = await writeArticle(dir, article);
  written.set(name.toLowerCase(), origin);
  return {
    ok: true,
    file,
    report: { ...report, notes: [...report.notes, ...notes] },
    ...(counts === undefined ? {} : { counts }),
  };
}

function findKnown(libraries: readonly string[], id: string, lang: "zh" | "en"): Article | undefined {
  for (const library of libraries) {
    const path = join(library, `${id}.${lang}.md`);
    if (!existsSync(path)) continue;
    const parsed = parseArticle(readFileSync(path, "utf8"), path);
    if ("article" in parsed) return parsed.article;
  }
  return undefined;
}

/** A line for what is not the source's fault: a full disk, a folder that may not be written. */
function describe(source: string, error: unknown): string {
  return `${source}: could not be imported (${error instanceof Error ? error.message : String(error)})`.replace(
    /\s+/g,
    " ",
  );
}
