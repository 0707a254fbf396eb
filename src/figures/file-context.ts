import { scriptOf, splitBlocks } from "./blocks.ts";
import type { FigureContext } from "./figure.ts";

export interface FrontMatter {
  readonly yaml: string | null;
  /** Where the body begins. */
  readonly bodyStart: number;
}

/** The front matter of a Markdown file, without its fences; `null` where there is none. */
export function splitFrontMatter(text: string): FrontMatter {
  const match = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)/.exec(text);
  return match === null ? { yaml: null, bodyStart: 0 } : { yaml: match[1] ?? "", bodyStart: match[0].length };
}

/** The context that parsed front matter gives. Unknown or malformed fields are left out. */
export function contextOfYaml(meta: unknown, body: string): FigureContext {
  const fields = isRecord(meta) ? meta : {};
  const covers = isRecord(fields["covers"]) ? fields["covers"] : {};
  const published = dateText(fields["published"]);
  const from = dateText(covers["from"]);
  const to = dateText(covers["to"]);
  return {
    lang: fields["lang"] === "en" || fields["lang"] === "zh" ? fields["lang"] : scriptOf(body),
    ...(published === null ? {} : { published }),
    ...(from === null || to === null ? {} : { covers: { from, to } }),
    ...(typeof fields["title"] === "string" ? { title: fields["title"] } : {}),
  };
}

/**
 * The context of a text without front matter: its date from a dateline among the first lines, else from the year in the
 * file's name, moved on to the latest day that the text names within the following year (reports of a year appear after
 * it); its title from the first title line, and from that what it covers.
 */
export function contextOfRaw(text: string, file: string): FigureContext {
  const published = datelineOf(text) ?? laterDay(text, yearInName(file));
  // A site's path (首页 > 要闻) is no title.
  const title = splitBlocks(text).find((b) => !/[>|/]/.test(text.slice(b.start, b.end)));
  return {
    lang: scriptOf(text),
    ...(published === null ? {} : { published }),
    ...(title === undefined ? {} : { title: text.slice(title.start, title.end).replace(/^#+\s*/, "") }),
  };
}

const yearInName = (file: string): string | null =>
  /(?:^|\D)((?:19|20)\d{2})(?!\d)/.exec(file.replace(/^.*[\\/]/, ""))?.[1] ?? null;

function laterDay(text: string, year: string | null): string | null {
  const days = [...text.matchAll(new RegExp(FULL_DATE.source, "g"))].map(
    (m) => `${m[1]}-${(m[2] ?? "").padStart(2, "0")}`,
  );
  const latest = days
    .filter((d) => year === null || (d >= year && d < String(Number(year) + 2)))
    .sort()
    .at(-1);
  return latest ?? year;
}

const FULL_DATE = /((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?!\d)/;
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const ENGLISH_DATE = new RegExp(
  `(?<!\\d)(\\d{1,2}) (${MONTHS.join("|")}) ((?:19|20)\\d{2})|(${MONTHS.join("|")}) (\\d{1,2}), ((?:19|20)\\d{2})`,
);
/** How many non-blank lines from the top may hold a dateline: site path, title, subtitle, by-line, date. */
const HEAD_LINES = 12;
const DATELINE = /发布时间|发表时间|时间|来源|记者|日报|晚报|新闻|责任编辑|第\d+版|\||^\s*\d{4}/;

function datelineOf(text: string): string | null {
  const lines = text.split("\n").filter((l) => l.trim() !== "");
  for (const line of lines.slice(0, HEAD_LINES)) {
    if (line.length > 120 || /[。;；]/.test(line) || !(DATELINE.test(line) || line.length < 24)) continue;
    const date = dateIn(line);
    if (date !== null) return date;
  }
  return null;
}

function dateIn(line: string): string | null {
  const pad = (n: string | undefined): string => (n ?? "").padStart(2, "0");
  const zh = FULL_DATE.exec(line);
  if (zh !== null) return `${zh[1]}-${pad(zh[2])}-${pad(zh[3])}`;
  const en = ENGLISH_DATE.exec(line);
  if (en === null) return null;
  const month = MONTHS.indexOf(en[2] ?? en[4] ?? "") + 1;
  return `${en[3] ?? en[6]}-${pad(String(month))}-${pad(en[1] ?? en[5])}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** YAML reads 2020 as a number; dates are kept as text. */
function dateText(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && /^\d{4}(?:-\d{2}){0,2}$/.test(value) ? value : null;
}
