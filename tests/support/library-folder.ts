import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Front matter fields of a made-up article; `undefined` leaves a field out. */
export interface ArticleFields {
  readonly [field: string]: string | undefined;
}

/** The text of a knowledge file: sound front matter with `fields` put over it, and a body. */
export function articleText(fields: ArticleFields = {}, body = "## 概况\n\n云岛港很忙。\n"): string {
  const all: ArticleFields = {
    id: "cloud-island",
    lang: "zh",
    kind: "digest",
    title: "云岛港的一年",
    publisher: "云岛日报",
    published: '"2021-03-01"',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
  return `---\n${lines.join("\n")}\n---\n${body}`;
}

/** A fresh folder with these files (path → text) in it, until the running test ends. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), "guanwen-test-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}
