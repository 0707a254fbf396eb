import { IngestError } from "./ingest-error.ts";

/** The formats that can be read. */
export type SourceKind = "html" | "markdown" | "text";

/** First bytes of formats that hold no text as it stands, with what to do about each. */
const FOREIGN = [
  { name: "a PDF file", mark: "%PDF", fix: "save its text as a .txt file" },
  {
    name: "a Word file or another zip archive",
    mark: "PK\u0003\u0004",
    fix: "save it as a .txt or .html file",
  },
  { name: "an old Word file", mark: "\u00d0\u00cf\u0011\u00e0", fix: "save it as a .txt or .html file" },
  { name: "a rich-text file", mark: "{\\rtf", fix: "save it as a .txt file" },
  { name: "a picture", mark: "\u0089PNG", fix: "type or scan its text into a .txt file" },
  { name: "a picture", mark: "\u00ff\u00d8\u00ff", fix: "type or scan its text into a .txt file" },
  { name: "a picture", mark: "GIF8", fix: "type or scan its text into a .txt file" },
  { name: "a compressed file", mark: "\u001f\u008b", fix: "unpack it first" },
] as const;

/** A page saved with all its parts in one file (.mhtml): mail headers before the HTML. */
const MHTML = /^(?:From|MIME-Version|Snapshot-Content-Location): /;

/** Formats by ending or content type that are text but no article. */
const NOT_ARTICLES =
  /(?:^|[./])(?:json|jsonl|ndjson|js|mjs|ts|css|csv|tsv|xml|rss|atom|svg|ya?ml|toml|log|sh|py|mhtml?|eml)$/i;

const MEDIA = /^(?:image|audio|video|font)\/|^application\/(?!xhtml\+xml|octet-stream)/i;

/** Refuses bytes that are no text: other formats by their first bytes, NUL bytes without a UTF-16 mark. */
export function refuseBinary(source: string, bytes: Uint8Array): void {
  if (bytes.length === 0) throw new IngestError(source, "the file is empty", "save the page again");
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 512));
  const start = Array.from(bytes.subarray(0, 8), (byte) => String.fromCharCode(byte)).join("");
  const foreign = FOREIGN.find(({ mark }) => start.startsWith(mark));
  if (foreign) throw new IngestError(source, `is ${foreign.name}, not text`, foreign.fix);
  if (MHTML.test(head))
    throw new IngestError(source, "is a web archive (.mhtml)", "save the page as “HTML only”");
  const isUtf16 = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
  if (!isUtf16 && bytes.includes(0))
    throw new IngestError(source, "is binary, not text", "give a .txt, .md or .html file");
}

/** Refuses decoded text in which more than one character in fifty is a control character or unreadable, or that is blank. */
export function refuseNoise(source: string, text: string): void {
  const odd = (text.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd\ue000-\uf8ff]/g) ?? []).length;
  if (odd * 50 > text.length)
    throw new IngestError(source, "is binary, not text", "give a .txt, .md or .html file");
  if (text.trim() === "") throw new IngestError(source, "holds only white space", "save the page again");
}

/**
 * The format of a text by its content first (a page saved as .txt is still a page), then by its ending or content type.
 * Text of a format that holds no article (JSON, CSS …) is refused.
 */
export function detectKind(source: string, text: string, name: string, contentType = ""): SourceKind {
  const type = contentType.split(";")[0]?.trim() ?? "";
  if (/<(?:!doctype\s+html|html|body)\b/i.test(text.slice(0, 4096))) return "html";
  if (NOT_ARTICLES.test(name) || NOT_ARTICLES.test(type) || MEDIA.test(type)) {
    throw new IngestError(
      source,
      `is not an article (${type || name.slice(name.lastIndexOf("."))})`,
      "give a .txt, .md or .html file",
    );
  }
  if (/\.(?:md|markdown)$/i.test(name) || /markdown/i.test(type)) return "markdown";
  if (/\.x?html?$/i.test(name) || /html/i.test(type)) return "html";
  const paragraphs = text.match(/<(?:p|div|br|h[1-6]|td|span)\b[^>]*>/gi) ?? [];
  return paragraphs.length >= 3 ? "html" : "text";
}
