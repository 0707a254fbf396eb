import { partialDateSchema } from "../knowledge/article.ts";

/** Options that are true of one article only. */
const SINGLE = ["id", "title", "url"] as const;

/** The options of `npm run ingest`. */
export const ingestArgs = {
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

/** What is wrong with the command line, in one line; undefined when nothing is. */
export function findMistake(
  given: { readonly _: readonly string[] } & { readonly [name: string]: unknown },
): string | undefined {
  if (given._.length === 0) return "usage: npm run ingest -- FILE|URL… [options]; --help lists the options";
  const unknown = Object.keys(given).find((name) => name !== "_" && !(name in ingestArgs));
  if (unknown !== undefined) return `--${unknown}: there is no such option; --help lists them`;
  const single = SINGLE.find((name) => given[name] !== undefined);
  if (single !== undefined && given._.length > 1)
    return `--${single}: is true of one source; import ${given._[0]} and the others each by themselves`;
  const empty = Object.keys(ingestArgs).find((name) => given[name] === "");
  if (empty !== undefined) return `--${empty}: expected a value`;
  const { published, lang, url } = given;
  if (published !== undefined && !partialDateSchema.safeParse(published).success)
    return "--published: expected a date like 2024, 2024-03 or 2024-03-26";
  if (lang !== undefined && lang !== "zh" && lang !== "en") return "--lang: expected zh or en";
  if (url !== undefined && !/^https?:\/\/[^\s/]+/.test(String(url)))
    return "--url: expected an address like https://example.org/page";
  return undefined;
}
