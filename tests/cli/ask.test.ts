import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articleText, folderOf } from "../support/library-folder.ts";

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run -s ask`'s command with a question file on standard input, and waits for its end. */
function runAsk(
  args: readonly string[],
  input = "",
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ["run.mjs", "src/cli/ask.ts", ...args], {
    env: { ...process.env, KNOWLEDGE_DIR: "knowledge", ...env },
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}

const jsonLines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("npm run ask", () => {
  it("answers one question with a figure, its quote and where that was published", async () => {
    const { status, out } = await runAsk(["2020年外贸总额是多少?"]);
    expect(status).toBe(0);
    expect(out).toContain("32.16万亿元");
    expect(out).toContain("2021-02-01");
  });

  it("takes several words for one question", async () => {
    const { out } = await runAsk(["What", "was", "China's", "goods", "trade", "in", "2020?"]);
    expect(out).toContain("32.16 trillion yuan");
  });

  it("shows with --explain how it understood and what it weighed", async () => {
    const { status, out } = await runAsk(["--explain", "2020年外贸总额是多少?"]);
    expect(status).toBe(0);
    expect(out).toMatch(/^· question zh-Hans/m);
    expect(out).toMatch(/2020\.\.2020/);
    expect(out).toMatch(/^· gate: passed$/m);
    expect(out).toMatch(/^· \d+\.\d ms$/m);
  });

  it("goes on with a conversation from the terminal until its end", async () => {
    const { status, out } = await runAsk([], "2020年外贸总额是多少?\n那2024年呢?\n");
    expect(status).toBe(0);
    expect(out).toContain("32.16万亿元");
    expect(out.slice(out.indexOf("32.16万亿元"))).toContain("43.8万亿元");
  });

  it("names every mistake of a library that cannot be used, and fails", async () => {
    const files = { "a.md": articleText({ published: "soon", lang: "xx" }), "b.md": "no front matter" };
    const { status, out, err } = await runAsk(["你好"], "", { KNOWLEDGE_DIR: folderOf(files) });
    expect(status).toBe(1);
    expect(out).toBe("");
    expect(err).toMatch(
      /a\.md: lang: [\s\S]*a\.md: published: expected a date like[\s\S]*b\.md: front matter: /,
    );
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
  });
});

describe("npm run ask -- --jsonl", () => {
  it("answers each line in order, with an error object for a broken one, goes on, and fails at the end", async () => {
    const lines = [
      '{"id":"first","turns":["2020年外贸总额是多少?"]}',
      "{broken",
      '{"id":"no-turns"}',
      '{"turns":["who?"]}',
      "",
      '{"id":"second","turns":["2020年外贸总额是多少?","那2024年呢?"],"lang":"zh"}',
      '{"id":"third","turns":["👍"],"lang":"en"}',
    ];
    const { status, out } = await runAsk(["--jsonl"], `${lines.join("\r\n")}\r\n`);
    expect(status).toBe(1);
    expect(jsonLines(out)).toEqual([
      expect.objectContaining({
        id: "first",
        status: "answered",
        intent: "number",
        headline: expect.stringContaining("32.16万亿元"),
      }),
      { id: null, error: expect.stringContaining("not valid JSON") },
      { id: "no-turns", error: expect.stringContaining("turns") },
      { id: null, error: expect.stringContaining("id") },
      expect.objectContaining({
        id: "second",
        status: "answered",
        headline: expect.stringContaining("43.8万亿元"),
      }),
      expect.objectContaining({ id: "third" }),
    ]);
  });

  it("gives quotes that are slices of the article's body, and each field that the format names", async () => {
    const { status, out } = await runAsk(["--jsonl"], '{"id":"q","turns":["2024年外贸比2020年多多少?"]}\n');
    expect(status).toBe(0);
    const [record] = jsonLines(out) as {
      quotes: { articleId: string; start: number; end: number; text: string }[];
    }[];
    expect(Object.keys(record ?? {})).toEqual([
      "id",
      "status",
      "intent",
      "headline",
      "figures",
      "derived",
      "quotes",
      "message",
      "ms",
    ]);
    expect(record).toMatchObject({
      status: "answered",
      intent: "comparison",
      derived: [{ kind: "difference", value: 11.64, unit: "万亿元" }],
    });
    for (const quote of record?.quotes ?? []) {
      const file = readFileSync(`knowledge/${quote.articleId}.zh.md`, "utf8");
      const body = file.slice(file.indexOf("\n---\n", 4) + 5);
      expect(body.slice(quote.start, quote.end)).toBe(quote.text);
    }
    expect(record?.quotes.length).toBeGreaterThan(1);
  });
});

const QUESTIONS = "../shared/eval/dev-questions.jsonl";

describe.skipIf(!existsSync(QUESTIONS))("the development questions", () => {
  it("all get an answer line, small talk as such, and quotes wherever something is answered", async () => {
    const { status, out } = await runAsk(["--jsonl"], readFileSync(QUESTIONS, "utf8"));
    const asked = jsonLines(readFileSync(QUESTIONS, "utf8")) as { id: string; kind: string }[];
    const told = jsonLines(out) as { id: string; status: string; quotes: unknown[] }[];
    expect(status).toBe(0);
    expect(told.map((t) => t.id)).toEqual(asked.map((a) => a.id));
    for (const [i, { kind }] of asked.entries()) {
      if (kind === "chat") expect(told[i]?.status).toBe("chat");
      if (told[i]?.status === "answered") expect(told[i]?.quotes).not.toEqual([]);
    }
  });
});
