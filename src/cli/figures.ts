import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { extractFigures } from "../figures/extract.ts";
import type { Figure } from "../figures/figure.ts";
import { contextOfRaw, contextOfYaml, splitFrontMatter } from "../figures/file-context.ts";

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write("usage: npm run -s figures -- FILE…\n");
  process.exitCode = 2;
}
for (const file of files) {
  const text = readFileSync(file, "utf8");
  for (const figure of figuresOfFile(text, file)) process.stdout.write(`${JSON.stringify(figure)}\n`);
}

/** Offsets count in the file as it is, front matter included. */
function figuresOfFile(text: string, file: string): Figure[] {
  const { yaml, bodyStart } = splitFrontMatter(text);
  const context =
    yaml === null ? contextOfRaw(text, file) : contextOfYaml(parse(yaml), text.slice(bodyStart));
  // Blanks keep the offsets: the front matter is read as metadata, not as a paragraph.
  const body = text.slice(0, bodyStart).replace(/[^\n]/g, " ") + text.slice(bodyStart);
  return extractFigures(body, context);
}
