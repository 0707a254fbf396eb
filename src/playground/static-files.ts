import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { inProject } from "../root.ts";

const FOLDER = inProject("src", "playground", "page");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Addresses of the pages; everything else lies under `/page/`. */
const PAGES: Readonly<Record<string, string>> = {
  "/": "chat.html",
  "/knowledge": "knowledge.html",
  "/favicon.ico": "icon.svg",
};

/** The file behind an address of the page server; undefined where there is none. */
export async function staticFile(
  path: string,
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  const name = Object.hasOwn(PAGES, path) ? PAGES[path] : /^\/page\/([a-z0-9-]+\.[a-z]+)$/.exec(path)?.[1];
  const type = name === undefined ? undefined : TYPES[extname(name)];
  if (name === undefined || type === undefined) return undefined;
  try {
    return { type, bytes: await readFile(join(FOLDER, name)) };
  } catch {
    return undefined;
  }
}
