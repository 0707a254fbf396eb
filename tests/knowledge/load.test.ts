import { describe, expect, it } from "vitest";
import { KnowledgeError, loadArticles, parseArticle, splitFrontMatter } from "../../src/knowledge/load.ts";
import { articleText, folderOf } from "../support/library-folder.ts";

const problemsOf = (text: string): string[] => {
  const result = parseArticle(text, "a.md");
  return "problems" in result ? result.problems.map((p) => `${p.field}: ${p.problem}`) : [];
};

const loadFailure = (files: Readonly<Record<string, string>>): KnowledgeError => {
  try {
    loadArticles(folderOf(files));
  } catch (error) {
    if (error instanceof KnowledgeError) return error;
    throw error;
  }
  throw new Error("expected a KnowledgeError");
};

describe("splitFrontMatter", () => {
  it.each([
    ["---\nid: a\n---\nbody", "id: a", "body"],
    ["---\r\nid: a\r\n---\r\nbody", "id: a", "body"],
    ["\ufeff---\nid: a\n---\nbody", "id: a", "body"],
    ["---\nid: a\n---", "id: a", ""],
    ["---\nid: a\n--- \n\n---\nrule", "id: a", "\n---\nrule"],
  ])("parts %j", (text, matter, body) => expect(splitFrontMatter(text)).toEqual({ matter, body }));

  it.each(["", "body only", "\n---\nid: a\n---\n", "---\nnever closed"])("finds none in %j", (text) => {
    expect(splitFrontMatter(text)).toBeUndefined();
  });
});

describe("parseArticle", () => {
  it("keeps the body as it stands and partial dates as strings", () => {
    const result = parseArticle(
      articleText({ published: '"2021-03"', covers: "{ from: '2020', to: '2020-06' }" }, "\n正文 。\n\n"),
      "a.md",
    );
    expect(result).toMatchObject({
      article: {
        published: "2021-03",
        covers: { from: "2020", to: "2020-06" },
        body: "\n正文 。\n\n",
        file: "a.md",
      },
    });
  });

  it("takes an unquoted date for the string that it was written as", () => {
    expect(parseArticle(articleText({ published: "2021-03-01" }), "a.md")).toMatchObject({
      article: { published: "2021-03-01" },
    });
  });

  it.each<[why: string, text: string, field: RegExp]>([
    ["no front matter", "正文。", /^front matter: expected a first line ---/],
    ["broken YAML", articleText({ title: '"open' }), /^front matter: /],
    ["no title", articleText({ title: undefined }), /^title: /],
    ["an empty title", articleText({ title: '""' }), /^title: /],
    [
      "an id with a slash",
      articleText({ id: "a/b" }),
      /^id: expected letters, digits, dot, dash or underscore/,
    ],
    ["another language", articleText({ lang: "fr" }), /^lang: /],
    ["another kind", articleText({ kind: "copy" }), /^kind: /],
    ["a date in words", articleText({ published: "March 2021" }), /^published: expected a date like 2020/],
    ["a thirteenth month", articleText({ published: '"2021-13"' }), /^published: expected a date like/],
    ["a 32nd day", articleText({ published: '"2021-01-32"' }), /^published: expected a date like/],
    ["a year as a number", articleText({ published: "2021" }), /^published: /],
    ["a period without end", articleText({ covers: "{ from: '2020' }" }), /^covers\.to: /],
    ["an address that is none", articleText({ url: "not an address" }), /^url: /],
    ["a speaker without office", articleText({ speakers: "[{ name: 林远 }]" }), /^speakers\.0\.role: /],
    ["an unknown field", articleText({ pubisher: "x" }), /pubisher/],
    ["an empty body", articleText({}, " \n"), /^body: expected headings and paragraphs/],
  ])("refuses %s, naming field and expectation", (_why, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(problem)]);
  });

  it("lists all mistakes of a file at once", () => {
    const fields = problemsOf(articleText({ id: "a b", lang: "xx", publisher: undefined })).map(
      (p) => p.split(":")[0],
    );
    expect(fields).toEqual(["id", "lang", "publisher"]);
  });
});

describe("loadArticles", () => {
  const zh = articleText();
  const en = articleText({ lang: "en", title: "A year at Cloud Island" }, "## Port\n\nThe port is busy.\n");

  it("gives the articles of all folders below, by id and language, and passes over READMEs and other files", () => {
    const files = {
      "b.zh.md": articleText({ id: "b" }),
      "local/a.en.md": en,
      "a.zh.md": zh,
      "README.md": "# no article",
      "glossary.tsv": "",
      "local/readme.MD": "x",
    };
    const articles = loadArticles(folderOf(files));
    expect(articles.map((a) => `${a.id}.${a.lang} ${a.file}`)).toEqual([
      "b.zh b.zh.md",
      "cloud-island.en local/a.en.md",
      "cloud-island.zh a.zh.md",
    ]);
  });

  it("gives an original the place of the digest with its id and language, and leaves the other language", () => {
    const original = articleText({ kind: "original", title: "原文" });
    const articles = loadArticles(folderOf({ "a.zh.md": zh, "a.en.md": en, "local/a.md": original }));
    expect(articles.map((a) => `${a.lang} ${a.kind}`)).toEqual(["en digest", "zh original"]);
  });

  it("lists every mistake of every file, with file, field and what was expected", () => {
    const error = loadFailure({
      "a.md": "no front matter",
      "sub/b.md": articleText({ published: "soon", kind: "copy" }),
      "c.md": zh,
      "d.md": zh,
    });
    expect(error.problems.map((p) => `${p.file} ${p.field}`)).toEqual([
      "a.md front matter",
      "sub/b.md kind",
      "sub/b.md published",
      "d.md id",
    ]);
    for (const { file, field, problem } of error.problems)
      expect(error.message).toContain(`${file}: ${field}: ${problem}`);
    expect(error.message).toContain("expected a date like 2020, 2020-12 or 2020-12-31");
    expect(error.message).toContain('"cloud-island" (zh) is already used by c.md');
  });

  it("refuses an empty folder and one that is not there", () => {
    expect(loadFailure({ "README.md": "nothing" }).message).toContain("expected at least one article");
    expect(() => loadArticles("/nowhere/at/all")).toThrow(/cannot be read \(ENOENT\)/);
  });
});
