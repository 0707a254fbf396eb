import type { ArticleMeta } from "../knowledge/article.ts";
import type { Block, PageFacts } from "./blocks.ts";
import { dateInAddress, parseDate } from "./dates.ts";
import { inferDate } from "./inferred-date.ts";
import { IngestError } from "./ingest-error.ts";
import type { LineFacts } from "./line-facts.ts";
import type { Found } from "./report.ts";

/** What the caller states; it wins over everything that is found. */
export interface StatedFacts {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
}

/** All that is known about an article, from the surest to the vaguest source. */
export interface Evidence {
  readonly source: string;
  readonly stated: StatedFacts;
  readonly page: PageFacts;
  readonly lines: LineFacts;
  /** Record of the article of the same id and language in the library: a digest of the same publication. */
  readonly known?: Pick<ArticleMeta, "title" | "publisher" | "published" | "url" | "event" | "covers">;
  /** The body's paragraphs, for what only the text shows. */
  readonly paragraphs: readonly string[];
  readonly lang: "zh" | "en";
}

/** Origin of what is taken over from the article of the same id. */
export const FROM_LIBRARY = "the library's article of this id";

/** In place of a publisher that nothing names. */
const UNKNOWN_PUBLISHER = { zh: "出处未注明", en: "Source not stated" } as const;

/** "新华社北京1月5日电", "海城在线讯（记者", "LONGXI, June 12 (Reuters) —": the medium that the first words name. */
const DATELINES = [
  /^(?:据)?(新华社|中新社|中新网|中国新闻网|人民网|新华网|央视网|央广网|光明网|中国网|国际在线|海外网|参考消息网|经济日报|法新社|路透社|美联社)(?:\p{Script=Han}{2,8})?(?:\d{1,2}月\d{1,2}日)?(?:讯|电|消息)/u,
  /^(?!本[报网刊台站])([\p{Script=Han}]{2,10}(?:在线|日报|晚报|报|网|社|台|客户端))\s*(?:\d{1,2}月\d{1,2}日)?(?:讯|电)(?=[\s（(:：])/u,
  /^[A-Z][A-Za-z .,'’-]{2,40} \(([A-Z][A-Za-z .]{2,30})\) ?[-–—]/,
] as const;

/** Who published it: stated, a line of the page, its head, a dateline, the reporter's paper, the masthead, the library, the site. */
export function choosePublisher(evidence: Evidence): Found {
  const { stated, page, lines, known, paragraphs } = evidence;
  const dateline = DATELINES.map((pattern) => pattern.exec(paragraphs[0] ?? "")?.[1]).find(
    (it) => it !== undefined,
  );
  return (
    firstFound([
      [stated.publisher, "given"],
      [lines.publisher, "a line of the source"],
      [page.publisher, "the page's head"],
      [dateline, "the dateline"],
      [lines.employer, "the reporter's paper"],
      [lines.masthead, "the masthead"],
      [known?.publisher, FROM_LIBRARY],
      [page.site, "the site's name"],
      [page.url === undefined ? undefined : new URL(page.url).hostname.replace(/^www\./, ""), "the address"],
    ]) ?? { value: UNKNOWN_PUBLISHER[evidence.lang], from: "nothing names it: give --publisher" }
  );
}

/**
 * When it was published, as exactly as it is known. Throws an {@link IngestError} when nothing shows even the year:
 * periods such as 今年 could not be read.
 */
export function choosePublished(evidence: Evidence): Found {
  const { stated, page, lines, known, paragraphs } = evidence;
  const found = firstFound([
    [stated.published, "given"],
    [parseDate(page.published ?? ""), "the page's head"],
    [lines.published, "a line of the source"],
    [page.url === undefined ? undefined : dateInAddress(page.url), "the address"],
    [parseDate(page.dateHint ?? ""), "the page's head"],
    [known?.published, FROM_LIBRARY],
  ]);
  if (found) return found;
  const inferred = inferDate(paragraphs);
  if (inferred) return { value: inferred.date, from: `inferred: ${inferred.because}` };
  throw new IngestError(
    evidence.source,
    "nothing in it shows when it was published",
    "give --published 2024-03-26 (or a month or year)",
  );
}

/** The first value that is there, trimmed, with its origin. */
export function firstFound(
  candidates: readonly (readonly [string | undefined, string])[],
): Found | undefined {
  const [value, from] = candidates.find(([it]) => it !== undefined && it.trim() !== "") ?? [];
  return value === undefined || from === undefined ? undefined : { value: value.trim(), from };
}

/** The language that most of the letters are of: a Chinese character says about as much as two Latin ones. */
export function languageOf(blocks: readonly Block[]): "zh" | "en" {
  const text = blocks.map((block) => (block.kind === "text" ? block.text : "")).join("");
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const latin = (text.match(/\p{Script=Latin}/gu) ?? []).length;
  return han * 2 >= latin ? "zh" : "en";
}
