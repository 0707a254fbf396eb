import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadArticles } from "../../src/knowledge/load.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const FIXTURES = join(ROOT, "tests", "ingest", "fixtures");
const library = mkdtempSync(join(tmpdir(), "library-"));
afterAll(() => rmSync(library, { recursive: true }));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["run.mjs", "src/cli/ingest.ts", ...args], {
      cwd: ROOT,
      env: { ...process.env, KNOWLEDGE_DIR: library },
    });
    const [out, err]: [string[], string[]] = [[], []];
    child.stdout.on("data", (chunk) => out.push(String(chunk)));
    child.stderr.on("data", (chunk) => err.push(String(chunk)));
    child.on("close", (status) => resolve({ status, out: out.join(""), err: err.join("") }));
  });
}

describe("npm run ingest", () => {
  it("writes into local/ of KNOWLEDGE_DIR what the library can load, and reports what it did", async () => {
    const { status, out, err } = await run(join(FIXTURES, "office-page.html"), join(FIXTURES, "harbour.md"));
    expect([status, err]).toEqual([0, ""]);
    expect(readdirSync(join(library, "local")).sort()).toEqual(["harbour.zh.md", "office-page.zh.md"]);
    expect(loadArticles(library).map((article) => article.id)).toEqual(["harbour", "office-page"]);
    expect(out).toMatch(/publisher +云汀海关办公室 \(a line of the source\)/);
    expect(out).toMatch(/3 paragraphs, 1 heading, 1 table, \d+ passages, \d+ figures/);
    expect(out).toMatch(/dropped +当前位置.* \(navigation\)/);
  });

  it("imports the good sources of a call, names each bad one in a line, and exits 1", async () => {
    const { status, out, err } = await run(
      "--json",
      join(FIXTURES, "empty.txt"),
      join(FIXTURES, "grain.txt"),
      "/no/such.txt",
    );
    expect(status).toBe(1);
    expect(err.trim().split("\n")).toEqual([
      expect.stringMatching(/empty\.txt: the file is empty; /),
      expect.stringMatching(/such\.txt: no such file; /),
    ]);
    const results = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { ok: boolean });
    expect(results.map((result) => result.ok)).toEqual([false, true, false]);
    expect(results[1]).toMatchObject({
      report: { id: "grain", lang: "en", dropped: expect.any(Array) },
      counts: { passages: expect.any(Number) },
    });
    expect(readdirSync(join(library, "local"))).toContain("grain.en.md");
  });

  it("lets options win, replaces an earlier import, and leaves no draft behind", async () => {
    const dir = join(library, "elsewhere");
    const options = [
      "--id",
      "own-id",
      "--title",
      "题",
      "--publisher",
      "报",
      "--published",
      "2024-01",
      "--url",
      "https://a.example/1",
      "--dir",
      dir,
    ];
    await run(...options, join(FIXTURES, "breaks.html"));
    const { status, out } = await run(...options, join(FIXTURES, "breaks.html"));
    expect(status).toBe(0);
    expect(out).toContain("it replaces an earlier import of this id");
    expect(readdirSync(dir)).toEqual(["own-id.zh.md"]);
    expect(readFileSync(join(dir, "own-id.zh.md"), "utf8")).toMatch(
      /^---\nid: own-id\nlang: zh\nkind: original\ntitle: 题\npublisher: 报\npublished: 2024-01\nurl: https:\/\/a\.example\/1\n/,
    );
  });

  it("does not overwrite one source of a call by another of the same id", async () => {
    const copy = join(library, "grain.txt");
    writeFileSync(copy, readFileSync(join(FIXTURES, "grain.txt")));
    const { status, err } = await run("--dir", join(library, "twice"), join(FIXTURES, "grain.txt"), copy);
    expect(status).toBe(1);
    expect(err).toMatch(/has the id grain, as .*; import it alone, with --id/);
  });

  it("imports an address, named by the last part of its path", async () => {
    const page = readFileSync(join(FIXTURES, "paper-page.html"));
    const server = createServer((_, response) =>
      response.setHeader("content-type", "text/html; charset=utf-8").end(page),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { status } = await run(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/n/0908.html?from=list`,
    );
    server.close();
    expect(status).toBe(0);
    expect(readFileSync(join(library, "local", "0908.zh.md"), "utf8")).toMatch(
      /\nurl: http:\/\/127\.0\.0\.1:\d+\/n\/0908\.html\?from=list\n/,
    );
  });

  it("refuses a wrong option before anything is read", async () => {
    const { status, out, err } = await run("--published", "June", join(FIXTURES, "grain.txt"));
    expect([status, out]).toEqual([1, ""]);
    expect(err).toMatch(/^--published: expected a date like .*\n$/);
  });

  it("writes nothing for a source that fails", async () => {
    const dir = join(library, "none");
    await run("--dir", dir, join(FIXTURES, "binary.bin.txt"));
    expect(existsSync(dir)).toBe(false);
  });
});
