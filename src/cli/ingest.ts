import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineCommand, runMain } from "citty";
import { extractFigures } from "../figures/extract.ts";
import { contextOfYaml } from "../figures/file-context.ts";
import { type IngestResult, ingest, type Measure } from "../ingest/ingest.ts";
import { printReport } from "../ingest/report.ts";
import { splitPassages } from "../knowledge/passages.ts";
import { inProject } from "../root.ts";
import { findMistake, ingestArgs } from "./ingest-args.ts";

/** The library that comes with the bot: its records know the publications of the articles that it digests. */
const SHIPPED_LIBRARY = inProject("knowledge");

/** What the bot will make of an article. */
const measure: Measure = (article) => ({
  passages: splitPassages(article).length,
  figures: extractFigures(article.body, contextOfYaml(article, article.body)).length,
});

const command = defineCommand({
  meta: {
    name: "ingest",
    description: "Turn saved pages, Markdown, pasted texts and web addresses into articles of the library.",
  },
  args: ingestArgs,
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
      measure,
    })) {
      if (!result.ok) process.exitCode = 1;
      show(result, given.json ?? false);
    }
  },
});

/** A report on standard output, an error on standard error; as JSON both on standard output. */
function show(result: IngestResult, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(result)}\n`);
  if (!result.ok) process.stderr.write(`${result.error}\n`);
  else if (!json)
    process.stdout.write(`${printReport(result.report, { file: result.file, ...result.counts })}\n`);
}

if (existsSync(".env")) process.loadEnvFile();
await runMain(command);
