import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineCommand, runMain } from "citty";
import { type IngestResult, ingest } from "../ingest/ingest.ts";
import { printReport } from "../ingest/report.ts";
import { partialDateSchema } from "../knowledge/article.ts";

/** The library that comes with the bot: its records know the publications of the articles that it digests. */
const SHIPPED_LIBRARY = join(import.meta.dirname, "..", "..", "knowledge");

/** Options that are true of one article only. */
const SINGLE = ["id", "title", "url"] as const;

const args = {
  sources: {
    type: "positional",
    required: false,
    description: "files (.txt, .md, .html) and http(s) addresses",
  },
  id: { type: "string", description: "id of the article (default: the file's name without its ending)" },
  title: { type: "string", description: "its title" },
  publisher: { type: "string", description: "who published it" },
  published: { type: "string", description: "when: 2024-03-26, 2024-03 or 2024" },
  lang: { type: "string", description: "zh or en" },
  url: { type: "string", description: "its address" },
  dir: { type: "string", description: "folder to write to (default: local/ in KNOWLEDGE_DIR or knowledge)" },
  json: { type: "boolean", description: "print the reports as JSON lines" },
} as const;

const command = defineCommand({
  meta: {
    name: "ingest",
    description: "Turn saved pages, Markdown, pasted texts and web addresses into articles of the library.",
  },
  args,
  async run({ args: given }) {
    const problem = findMistake(given);
    if (problem !== undefined) {
      process.stderr.write(`${problem}\n`);
      process.exitCode = 1;
      return;
    }
    const library = process.env["KNOWLEDGE_DIR"] || "knowledge";
    const { id, title, publisher, published, lang, url } = given;
    const options = Object.fromEntries(
      Object.entries({ id, title, publisher, published, lang, url }).filter(
        ([, value]) => value !== undefined,
      ),
    );
    for await (const result of ingest(given._, {
      dir: given.dir ?? join(library, "local"),
      libraries: [library, SHIPPED_LIBRARY],
      options,
    })) {
      if (!result.ok) process.exitCode = 1;
      show(result, given.json ?? false);
    }
  },
});

/** What is wrong with the command line, in one line; undefined when nothing is. */
function findMistake(
  given: { readonly _: readonly string[] } & { readonly [name: string]: unknown },
): string | undefined {
  if (given._.length === 0) return "usage: npm run ingest -- FILE|URL… [options]; --help lists the options";
  const unknown = Object.keys(given).find((name) => name !== "_" && !(name in args));
  if (unknown !== undefined) return `--${unknown}: there is no such option; --help lists them`;
  const single = SINGLE.find((name) => given[name] !== undefined);
  if (single !== undefined && given._.length > 1)
    return `--${single}: is true of one source; import ${given._[0]} and the others each by themselves`;
  const empty = Object.keys(args).find((name) => given[name] === "");
  if (empty !== undefined) return `--${empty}: expected a value`;
  const { published, lang, url } = given;
  if (published !== undefined && !partialDateSchema.safeParse(published).success)
    return "--published: expected a date like 2024, 2024-03 or 2024-03-26";
  if (lang !== undefined && lang !== "zh" && lang !== "en") return "--lang: expected zh or en";
  if (url !== undefined && !/^https?:\/\/[^\s/]+/.test(String(url)))
    return "--url: expected an address like https://example.org/page";
  return undefined;
}

/** A report on standard output, an error on standard error; as JSON both on standard output. */
function show(result: IngestResult, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  if (!result.ok) process.stderr.write(`${result.error}\n`);
  else if (!json)
    process.stdout.write(`${printReport(result.report, { file: result.file, ...result.counts })}\n`);
}

if (existsSync(".env")) process.loadEnvFile();
await runMain(command);
