import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseDocument } from "yaml";
import { type Article, articleMetaSchema } from "./article.ts";

/** One mistake of one file: what was found there and what was expected. */
export interface KnowledgeProblem {
  readonly file: string;
  readonly field: string;
  readonly problem: string;
}

/** Thrown when a library cannot be used; holds every mistake of every file. */
export class KnowledgeError extends Error {
  override readonly name = "KnowledgeError";
  readonly problems: readonly KnowledgeProblem[];
  constructor(problems: readonly KnowledgeProblem[]) {
    super(
      [
        "The knowledge files have mistakes:",
        ...problems.map((p) => `  ${p.file}: ${p.field}: ${p.problem}`),
      ].join("\n"),
    );
    this.problems = problems;
  }
}

/** Text of a file parted into front matter and body; undefined where it has no front matter. */
export function splitFrontMatter(text: string): { matter: string; body: string } | undefined {
  const match = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  return match ? { matter: match[1] ?? "", body: text.slice(match[0].length) } : undefined;
}

/** Reads one knowledge file; mistakes are returned, all of them. */
export function parseArticle(
  text: string,
  file: string,
): { article: Article } | { problems: KnowledgeProblem[] } {
  const fail = (field: string, problem: string) => ({ problems: [{ file, field, problem }] });
  const parts = splitFrontMatter(text);
  if (!parts)
    return fail(
      "front matter",
      "expected a first line --- and a closing line --- around id, lang, kind, title, publisher, published",
    );
  const document = parseDocument(parts.matter, { schema: "core" });
  if (document.errors.length > 0)
    return fail("front matter", document.errors.map((e) => e.message.split("\n")[0]).join("; "));
  const parsed = articleMetaSchema.safeParse(document.toJS());
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((i) => ({
        file,
        field: i.path.join(".") || "front matter",
        problem: i.message,
      })),
    };
  }
  if (parts.body.trim() === "")
    return fail("body", "expected headings and paragraphs below the front matter");
  return { article: { ...parsed.data, body: parts.body, file } };
}

const isArticleFile = (name: string): boolean => /\.md$/i.test(name) && !/^readme\b/i.test(name);

/**
 * All articles of a library folder and the folders below it, ordered by id and language. An original takes the place of a
 * digest of the same id and language; the digest in the other language stays.
 * @throws KnowledgeError listing every mistake: bad front matter, empty bodies, ids used twice, no articles at all.
 */
export function loadArticles(dir: string): Article[] {
  const problems: KnowledgeProblem[] = [];
  const articles: Article[] = [];
  for (const path of listFiles(dir, problems)) {
    const result = parseArticle(readFileSync(path, "utf8"), relative(dir, path));
    if ("article" in result) articles.push(result.article);
    else problems.push(...result.problems);
  }
  const kept = preferOriginals(articles);
  problems.push(...findDuplicates(kept));
  if (kept.length === 0 && problems.length === 0) {
    problems.push({
      file: dir,
      field: "folder",
      problem: "expected at least one article (*.md with front matter)",
    });
  }
  if (problems.length > 0) throw new KnowledgeError(problems);
  return kept.sort((a, b) => (a.id === b.id ? compare(a.lang, b.lang) : compare(a.id, b.id)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function listFiles(dir: string, problems: KnowledgeProblem[]): string[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isArticleFile(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (cause) {
    problems.push({
      file: dir,
      field: "folder",
      problem: `cannot be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`,
    });
    return [];
  }
}

function preferOriginals(articles: readonly Article[]): Article[] {
  const originals = new Set(articles.filter((a) => a.kind === "original").map((a) => `${a.id}.${a.lang}`));
  return articles.filter((a) => a.kind === "original" || !originals.has(`${a.id}.${a.lang}`));
}

function findDuplicates(articles: readonly Article[]): KnowledgeProblem[] {
  const first = new Map<string, Article>();
  const problems: KnowledgeProblem[] = [];
  for (const article of articles) {
    const key = `${article.id}.${article.lang}`;
    const other = first.get(key);
    if (other)
      problems.push({
        file: article.file,
        field: "id",
        problem: `"${article.id}" (${article.lang}) is already used by ${other.file}`,
      });
    else first.set(key, article);
  }
  return problems;
}
