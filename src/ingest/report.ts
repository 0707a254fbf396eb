import type { PageFacts } from "./blocks.ts";
import type { Period } from "./covers.ts";
import type { Joined } from "./rejoin.ts";
import type { Dropped } from "./sift.ts";
import type { SourceKind } from "./source-kind.ts";
import type { Speaker } from "./speakers.ts";

/** A value of the article's record and where it is known from. */
export interface Found {
  readonly value: string;
  readonly from: string;
}

/** Everything that an import found, left out, moved and could not settle. */
export interface ImportReport {
  /** The file or address as the caller gave it. */
  readonly source: string;
  readonly id: string;
  readonly kind: SourceKind;
  readonly encoding: string;
  readonly encodingFrom: string;
  readonly lang: "zh" | "en";
  readonly title: Found;
  readonly publisher: Found;
  readonly published: Found;
  readonly url?: PageFacts["url"];
  readonly covers?: Period;
  readonly speakers: readonly Speaker[];
  readonly dropped: readonly Dropped[];
  readonly joined: readonly Joined[];
  readonly unfinished: readonly string[];
  readonly headings: readonly string[];
  /** Head line and number of data rows of each table. */
  readonly tables: readonly { readonly head: string; readonly rows: number }[];
  readonly paragraphs: number;
  /** What the importer settled by rule and a person should look at, a sentence each. */
  readonly notes: readonly string[];
}

/** The report for people, a line each; `file` and the counts are known only after writing. */
export function printReport(
  report: ImportReport,
  written: { readonly file: string; readonly passages?: number; readonly figures?: number },
): string {
  const lines = [
    `${report.source} → ${written.file}`,
    `  id         ${report.id} (${report.kind}, ${report.encoding}: ${report.encodingFrom})`,
    ...(["title", "publisher", "published"] as const).map(
      (key) => `  ${key.padEnd(10)} ${report[key].value} (${report[key].from})`,
    ),
    `  language   ${report.lang}`,
    ...(report.url === undefined ? [] : [`  url        ${report.url}`]),
    ...(report.covers === undefined ? [] : [`  covers     ${report.covers.from} to ${report.covers.to}`]),
    ...report.speakers.map((speaker) => `  speaker    ${speaker.name}, ${speaker.role}`),
    `  body       ${count(report.paragraphs, "paragraph")}, ${count(report.headings.length, "heading")}, ${count(report.tables.length, "table")}${counts(written)}`,
    ...report.headings.map((heading) => `  heading    ${heading}`),
    ...report.tables.map((table) => `  table      ${table.head} (${count(table.rows, "row")})`),
    ...report.dropped.map(({ text, reason }) => `  dropped    ${shorten(text)} (${reason})`),
    ...report.joined.map(
      ({ cut, proof, movedWith }) =>
        `  joined     ${cut} (${proof}${movedWith === undefined ? "" : `; moved with ${count(movedWith, "paragraph")} behind it`})`,
    ),
    ...report.unfinished.map((text) => `  unfinished ${text} (nothing proves how it goes on)`),
    ...report.notes.map((note) => `  note       ${note}`),
  ];
  return lines.join("\n");
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;

function counts(written: { readonly passages?: number; readonly figures?: number }): string {
  const { passages, figures } = written;
  return [
    passages === undefined ? "" : `, ${count(passages, "passage")}`,
    figures === undefined ? "" : `, ${count(figures, "figure")}`,
  ].join("");
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 78)}…` : text);
