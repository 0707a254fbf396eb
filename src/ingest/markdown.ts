import { parse } from "yaml";
import { type Block, type PageFacts, type ParsedSource, textBlock } from "./blocks.ts";
import { gridAt, type RawLine, splitLines } from "./plain-text.ts";
import { glue, tidy } from "./spacing.ts";

/** Keys of other programs' front matter, by what they mean here; the first that is there counts. */
const FRONT_KEYS = {
  title: ["title", "headline"],
  publisher: ["publisher", "source"],
  site: ["site", "site_name"],
  published: ["published", "date", "publishDate", "pubdate", "created"],
  dateHint: ["updated", "modified"],
  url: ["url", "link", "canonical", "canonical_url"],
  lang: ["lang", "language"],
} as const satisfies Record<keyof PageFacts, readonly string[]>;

/**
 * Markdown → blocks. Wrapped lines of a paragraph are put together, marks (emphasis, links, list and quote marks, code
 * fences, HTML tags) are taken off, pictures and comments are left out. Emphasis across a line break is taken off too.
 */
export function parseMarkdown(source: string): ParsedSource {
  const { facts, text } = splitFrontMatter(source);
  const visible = text.replace(/<!--[\s\S]*?-->/g, "").replace(/^ {0,3}(?:```|~~~).*$/gm, "");
  const blocks: Block[] = [];
  const lines = splitLines(visible);
  for (let i = 0; i < lines.length; ) {
    const grid = gridAt(lines, i);
    if (grid) {
      const strip = (cell: string): string => stripInline(cell).text;
      blocks.push({ ...grid.table, rows: grid.table.rows.map((row) => row.map(strip)) });
      i += grid.lines;
      continue;
    }
    const end = paragraphEnd(lines, i);
    blocks.push(...toBlock(lines.slice(i, end)));
    i = end;
  }
  return { facts, blocks };
}

function splitFrontMatter(source: string): { facts: PageFacts; text: string } {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source);
  if (!match) return { facts: {}, text: source };
  const facts: Partial<Record<keyof PageFacts, string>> = {};
  const values = readYaml(match[1] ?? "");
  if (values === undefined) return { facts: {}, text: source };
  for (const [fact, keys] of Object.entries(FRONT_KEYS) as [keyof PageFacts, readonly string[]][]) {
    const value = keys
      .map((key) => values[key])
      .find((it) => typeof it === "string" || typeof it === "number");
    if (value !== undefined) facts[fact] = tidy(String(value));
  }
  return { facts, text: source.slice(match[0].length) };
}

/** The keys of a YAML mapping; undefined for anything else, also for text between two rules that is no YAML. */
function readYaml(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = parse(text, { schema: "failsafe" });
    return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})$/;
const ITEM = /^\s*(?:[-*+•]|\d{1,3}[.)])[ \t]+/;
/** Under a line it makes a heading of it; behind a gap it is a rule. */
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const QUOTE = /^\s*>[ \t]?/;

/** Index behind the last line of the paragraph, heading or list item that begins at `from`. */
function paragraphEnd(lines: readonly RawLine[], from: number): number {
  if (HEADING.test(lines[from]?.text ?? "") || RULE.test(lines[from]?.text ?? "")) return from + 1;
  let end = from + 1;
  while (end < lines.length && continues(lines, end)) {
    if (UNDERLINE.test(lines[end++]?.text ?? "")) break;
  }
  return end;
}

function continues(lines: readonly RawLine[], at: number): boolean {
  const line = lines[at];
  if (
    !line ||
    line.gap ||
    line.text.startsWith("\u3000") ||
    HEADING.test(line.text) ||
    ITEM.test(line.text) ||
    gridAt(lines, at)
  )
    return false;
  return !RULE.test(line.text) || UNDERLINE.test(line.text);
}

function toBlock(lines: readonly RawLine[]): Block[] {
  const first = lines[0];
  if (!first || (lines.length === 1 && RULE.test(first.text))) return [];
  const gap = first.gap;
  const underline = lines.length > 1 ? UNDERLINE.exec(lines.at(-1)?.text ?? "") : null;
  const content = (underline ? lines.slice(0, -1) : lines).map((line) =>
    line.text.replace(QUOTE, "").replace(QUOTE, ""),
  );
  const marked = HEADING.exec(content[0] ?? "");
  const isItem = ITEM.test(content[0] ?? "");
  const raw = (marked ? [marked[2] ?? ""] : content)
    .map((line) => tidy(line.replace(ITEM, "").replace(/\\$/, "")))
    .reduce(glue, "");
  const { text, linked } = stripInline(raw);
  if (text === "") return [];
  const level = marked?.[1]?.length ?? (underline ? (underline[1]?.startsWith("=") ? 1 : 2) : 0);
  const role = level === 1 ? "title" : level > 1 ? "heading" : isItem ? "item" : "plain";
  return [textBlock(text, { role, linked, gap })];
}

/** Escaped marks wait in the private-use area, so that they are not taken for marks. */
const ESCAPED = 0xe000;

/** Text without inline marks, and the share of it that stood inside links. */
function stripInline(marked: string): { text: string; linked: number } {
  let inLinks = 0;
  const unlinked = marked
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCharCode(ESCAPED + mark.charCodeAt(0)))
    .replace(/!\[[^[\]]{0,500}\](?:\([^()]{0,2000}\)|\[[^[\]]{0,200}\])/g, "")
    .replace(/\[\^[^[\]]{0,200}\]/g, "")
    .replace(/\[([^[\]]{0,500})\](?:\([^()]{0,2000}\)|\[[^[\]]{0,200}\])/g, (_, label: string) => {
      inLinks += label.length;
      return label;
    })
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, (_, address: string) => {
      inLinks += address.length;
      return address;
    })
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, "");
  const text = tidy(
    unlinked
      .replace(/(`{1,3})([^`]{1,1000})\1/g, "$2")
      .replace(/(\*{1,3}|~~)(?=\S)(.{1,1000}?)(?<=\S)\1/g, "$2")
      .replace(/(?<![\p{L}\p{N}])(_{1,3})(?=\S)(.{1,400}?)(?<=\S)\1(?![\p{L}\p{N}])/gu, "$2")
      .replace(/&nbsp;|&#160;/g, " ")
      .replace(/&amp;/g, "&")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/[\ue021-\ue07e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - ESCAPED)),
  );
  return { text, linked: text === "" ? 0 : Math.min(1, inLinks / text.length) };
}
