import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { COMMANDS } from "../../src/bot/handlers/commands.ts";
import { renderAnswer } from "../../src/format/render.ts";
import { parseGlossary } from "../../src/knowledge/glossary.ts";
import { parseArticle } from "../../src/knowledge/load.ts";

const DOCUMENTS = ["README.md", "CONTRIBUTING.md", "RIGHTS.md", "knowledge/README.md"];
const read = (file: string): string => readFileSync(file, "utf8");
const scripts = Object.keys(
  (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts,
);

/** The first cells of the table below a line that begins with `head`, without their code marks. */
function firstCells(text: string, head: string): string[] {
  const lines = text.slice(text.indexOf(head)).split("\n").slice(2);
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(0, end).map((line) => (line.split("|")[1] ?? "").trim());
}
const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? "");

describe("the documents", () => {
  it.each(DOCUMENTS)("%s names only commands that there are", (file) => {
    const named = [...read(file).matchAll(/\bnpm (?:run (?:-s )?)?([a-z][\w:]*)/g)].map((m) => m[1] ?? "");
    expect(named.filter((name) => !["ci", ...scripts].includes(name))).toEqual([]);
  });

  it.each(DOCUMENTS)("%s links only to files that there are", (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((m) => m[1] ?? "");
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
  });
});

describe("README.md", () => {
  const text = read("README.md");

  it("lists every command of the project but the parts of check and what npm runs by itself", () => {
    const listed = firstCells(text, "| command | what |").map(
      (c) => /npm (?:run (?:-s )?)?([\w:]+)/.exec(c)?.[1],
    );
    expect(listed.sort()).toEqual(
      scripts.filter((name) => !name.startsWith("check:") && name !== "prepare").sort(),
    );
  });

  it("lists every setting of .env.example", () => {
    const listed = firstCells(text, "| setting | what |").flatMap(codeIn);
    expect(listed.sort()).toEqual(Object.keys(parseEnv(read(".env.example"))).sort());
  });

  it("lists every command of the bot", () => {
    const listed = firstCells(text, "| 命令 | 用处 |").flatMap(codeIn);
    expect(listed.sort()).toEqual(
      Object.keys(COMMANDS)
        .map((name) => `/${name}`)
        .sort(),
    );
  });

  it("shows three replies whose lines the assistant gives", () => {
    const assistant = createAssistant({ dir: "knowledge" });
    const blocks = [...text.matchAll(/^\$ npm run -s ask -- "(.+)"\n([\s\S]*?)^```/gm)];
    expect(blocks).toHaveLength(3);
    for (const [, question = "", shown = ""] of blocks) {
      const given = renderAnswer(assistant.ask({ text: question })).plain.split("\n");
      expect(
        shown
          .trimEnd()
          .split("\n")
          .filter((line) => !given.includes(line)),
      ).toEqual([]);
    }
  });
});

describe("CONTRIBUTING.md", () => {
  it("has a row for every folder of the code", () => {
    const listed = firstCells(read("CONTRIBUTING.md"), "| folder | what |").flatMap(codeIn);
    const folders = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(listed.sort()).toEqual(folders.map((entry) => `src/${entry.name}`).sort());
  });
});

describe("knowledge/README.md", () => {
  const text = read("knowledge/README.md");

  it("shows an article that can be loaded", () => {
    const example = /^```\n(---\n[\s\S]*?)^```/m.exec(text)?.[1] ?? "";
    expect(parseArticle(example, "example.md")).toMatchObject({
      article: { kind: "digest", published: "2024-03-01" },
    });
  });

  it("explains each kind of the glossary, and no other", () => {
    const listed = firstCells(text, "| kind | what |").flatMap(codeIn);
    const { concepts, parts } = parseGlossary(read("knowledge/glossary.tsv"));
    expect(parts.length).toBeGreaterThan(0);
    expect(listed.sort()).toEqual([...new Set([...concepts.map((c) => c.kind), "part"])].sort());
  });
});

describe("the continuous check", () => {
  it("installs from the lock file and runs what the README names, tests last", () => {
    const lines = read(".ci/run").trimEnd().split("\n");
    expect(lines.some((line) => line.startsWith("npm ci"))).toBe(true);
    expect(lines.at(-1)).toMatch(/^npm run check\b/);
    const { scripts: all } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    expect(all["check"]?.split(" && ").at(-1)).toBe("npm test");
  });
});
