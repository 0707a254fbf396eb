import { type ArticleMeta, articleMetaSchema } from "../knowledge/article.ts";
import { chooseId } from "./article-id.ts";
import type { ParsedSource } from "./blocks.ts";
import { periodInTitle } from "./covers.ts";
import { type DecodedText, declaredInHtml, decodeText } from "./encoding.ts";
import { findHeadings, type Section } from "./headings.ts";
import { parseHtml } from "./html.ts";
import { IngestError, tooLarge } from "./ingest-error.ts";
import { parseMarkdown } from "./markdown.ts";
import { parsePlainText } from "./plain-text.ts";
import {
  choosePublished,
  choosePublisher,
  type Evidence,
  FROM_LIBRARY,
  firstFound,
  languageOf,
  type StatedFacts,
} from "./record.ts";
import { rejoin } from "./rejoin.ts";
import type { ImportReport } from "./report.ts";
import { sift } from "./sift.ts";
import { MAX_BYTES, type Source } from "./source.ts";
import { detectKind, refuseBinary, refuseNoise, type SourceKind } from "./source-kind.ts";
import { findSpeakers } from "./speakers.ts";
import { takeTitle } from "./title.ts";

/** What the caller states about the source; each wins over what is found in it. */
export interface ImportOptions extends StatedFacts {
  readonly id?: string;
  readonly lang?: "zh" | "en";
  /** The record of the library's article of that id and language, if there is one; fills what the source does not state. */
  readonly known?: (id: string, lang: "zh" | "en") => Evidence["known"];
}

/** An article as it will be written: its front matter, and the Markdown below it. */
export interface ImportedArticle {
  readonly meta: ArticleMeta;
  readonly body: string;
}

/**
 * Turns a source into an article and tells what it did. Pure: it reads nothing but its arguments and writes nothing.
 * The body holds `## ` headings, paragraphs parted by blank lines, and pipe tables; no other marks. Throws an
 * {@link IngestError} for bytes that are no text, text that holds no article, and where no date can be found.
 */
export function importArticle(
  source: Source,
  options: ImportOptions = {},
): { article: ImportedArticle; report: ImportReport } {
  const { decoded, kind } = readText(source);
  const parsed = parse(source, kind, decoded.text);
  const sifted = sift(parsed.blocks, {
    ...parsed.facts,
    ...(options.title === undefined ? {} : { title: options.title }),
  });
  const stated = firstFound([
    [options.title, "given"],
    [parsed.facts.title, "the page's head"],
    [sifted.facts.title, "a line of the source"],
  ]);
  const named = takeTitle(sifted.blocks, sifted.signed);
  const found = findHeadings(stated === undefined ? named.blocks : sifted.blocks);
  const { sections, joined, unfinished } = rejoin(found.sections);
  const paragraphs = sections
    .filter((section) => section.kind === "paragraph")
    .map((section) => section.text);
  if (!sections.some((section) => section.kind !== "heading")) {
    throw new IngestError(
      source.origin,
      "holds no article text",
      "save the page with its text, or copy the text into a .txt file",
    );
  }
  const lang = options.lang ?? languageOf(sifted.blocks);
  const { id, slugOf } = chooseId(options.id, source.name, source.url);
  const known = options.known?.(id, lang);
  const evidence: Evidence = {
    source: source.origin,
    stated: options,
    page: parsed.facts,
    lines: sifted.facts,
    paragraphs,
    lang,
    ...(known === undefined ? {} : { known }),
  };
  const title =
    stated ??
    (named.isMakeshift && known
      ? { value: known.title, from: FROM_LIBRARY }
      : { value: named.title, from: named.from });
  if (title.value === "") throw new IngestError(source.origin, "has no title", "give --title");
  const publisher = choosePublisher(evidence);
  const published = choosePublished(evidence);
  const url = options.url ?? parsed.facts.url ?? known?.url;
  const covers = periodInTitle(title.value, published.value) ?? known?.covers;
  const speakers = findSpeakers(paragraphs.join("\n"));
  const meta = checkMeta(source, {
    id,
    lang,
    kind: "original",
    title: title.value,
    publisher: publisher.value,
    published: published.value,
    ...(known?.event === undefined ? {} : { event: known.event }),
    ...(covers === undefined ? {} : { covers }),
    ...(url === undefined ? {} : { url }),
    ...(speakers.length === 0 ? {} : { speakers }),
  });
  return {
    article: { meta, body: printBody(sections) },
    report: {
      source: source.origin,
      id,
      kind,
      encoding: decoded.encoding,
      encodingFrom: decoded.basis,
      lang,
      title,
      publisher,
      published,
      ...(url === undefined ? {} : { url }),
      ...(covers === undefined ? {} : { covers }),
      speakers,
      dropped: [...(stated === undefined ? named.dropped : []), ...sifted.dropped, ...found.dropped],
      joined,
      unfinished,
      headings: sections.filter((section) => section.kind === "heading").map((section) => section.text),
      tables: sections.filter((section) => section.kind === "table").map(describeTable),
      paragraphs: paragraphs.length,
      notes: notesOn({ decoded, slugOf, id, title, publisher, published }),
    },
  };
}

function readText(source: Source): { decoded: DecodedText; kind: SourceKind } {
  if (source.bytes.length > MAX_BYTES) throw tooLarge(source.origin);
  refuseBinary(source.origin, source.bytes);
  const fromServer = /charset\s*=\s*["']?([\w-]+)/i.exec(source.contentType ?? "")?.[1];
  const decoded = decodeText(source.bytes, fromServer ?? declaredInHtml(source.bytes));
  if (!decoded) throw new IngestError(source.origin, "is neither UTF-8 nor GB18030 text", "save it as UTF-8");
  refuseNoise(source.origin, decoded.text);
  return { decoded, kind: detectKind(source.origin, decoded.text, source.name, source.contentType) };
}

function parse(source: Source, kind: SourceKind, text: string): ParsedSource {
  if (kind === "text") return parsePlainText(text);
  if (kind === "markdown") return parseMarkdown(text);
  try {
    return parseHtml(text, source.url);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new IngestError(
      source.origin,
      "its elements are nested too deep",
      "copy the text into a .txt file",
      { cause: error },
    );
  }
}

function checkMeta(source: Source, meta: ArticleMeta): ArticleMeta {
  const checked = articleMetaSchema.safeParse(meta);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new IngestError(
    source.origin,
    `${issue?.path.join(".")}: ${issue?.message}`,
    "give it with an option (--help lists them)",
  );
}

const printBody = (sections: readonly Section[]): string =>
  `${sections.map((section) => (section.kind === "heading" ? `## ${section.text}` : section.text)).join("\n\n")}\n`;

function describeTable(section: Section): { head: string; rows: number } {
  const [head = "", , ...rows] = section.text.split("\n");
  return { head: /[^\s|]/.test(head) ? head : (rows[0] ?? ""), rows: rows.length };
}

function notesOn(
  facts: { decoded: DecodedText; slugOf: string | undefined; id: string } & Pick<
    ImportReport,
    "title" | "publisher" | "published"
  >,
): string[] {
  const { decoded, slugOf, id, title, publisher, published } = facts;
  return [
    ...(slugOf === undefined ? [] : [`“${slugOf}” is no valid id; it became ${id}`]),
    ...(decoded.broken > 0 ? [`${decoded.broken} characters could not be decoded`] : []),
    ...(title.from.includes("no headline")
      ? ["no headline was found: check the title, or give --title"]
      : []),
    ...(publisher.from.startsWith("nothing") ? ["no publisher was found: give --publisher"] : []),
    ...(published.from.startsWith("inferred")
      ? [`the date is inferred, not stated: check ${published.value}, or give --published`]
      : []),
  ];
}
