import { open } from "node:fs/promises";
import { basename } from "node:path";
import { type DownloadOptions, download } from "./download.ts";
import { IngestError, tooLarge } from "./ingest-error.ts";

/** Bytes of one source with what is known of them before they are looked at. */
export interface Source {
  /** The file or URL as the caller gave it: reports and errors name it so. */
  readonly origin: string;
  /** File name, or last part of the URL's path; `""` where a URL has none. The article's id comes from it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The page's address after redirects; undefined for a file. */
  readonly url?: string;
  /** `Content-Type` as the server gave it. */
  readonly contentType?: string;
}

/** Larger sources are refused: no article is so long. 5 MB, in bytes. */
export const MAX_BYTES = 5 * 1024 * 1024;

const FILE_ERRORS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ["no such file", "check the path"],
  EACCES: ["the file may not be read", "change its permissions"],
  EPERM: ["the file may not be read", "change its permissions"],
  EISDIR: ["is a folder", "name the files in it"],
};

/**
 * Reads a file or an http(s) address whole. Throws an {@link IngestError} for what is missing, is no regular file, is
 * larger than {@link MAX_BYTES}, or does not answer as it should; it does not look at the content.
 */
export async function readSource(fileOrUrl: string, options: DownloadOptions = {}): Promise<Source> {
  if (/^https?:\/\//i.test(fileOrUrl)) return download(fileOrUrl, MAX_BYTES, options);
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(fileOrUrl)) {
    throw new IngestError(
      fileOrUrl,
      "only http and https addresses are read",
      "save the page and give the file",
    );
  }
  return { origin: fileOrUrl, name: basename(fileOrUrl), bytes: await readFileWithin(fileOrUrl) };
}

async function readFileWithin(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, "r");
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) throw new IngestError(path, ...(FILE_ERRORS["EISDIR"] as [string, string]));
      if (!stat.isFile()) throw new IngestError(path, "is no regular file", "give a .txt, .md or .html file");
      if (stat.size > MAX_BYTES) throw tooLarge(path);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof IngestError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const [reason, fix] = FILE_ERRORS[code] ?? [
      `the file cannot be read (${code || String(error)})`,
      "check the path",
    ];
    throw new IngestError(path, reason, fix, { cause: error });
  }
}
