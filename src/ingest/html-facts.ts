import type { PageFacts } from "./blocks.ts";
import type { DomDocument } from "./dom.ts";
import { squeeze, tidy, width } from "./spacing.ts";

/** Names of `<meta>` elements (name, property or itemprop; lower case) by the fact that they state, best first. */
const META_NAMES = {
  title: ["articletitle", "og:title", "headline", "twitter:title", "dc.title"],
  publisher: ["contentsource", "source", "publisher", "dc.publisher", "article:source", "og:article:source"],
  site: ["og:site_name", "sitename", "application-name"],
  published: [
    "article:published_time",
    "publishdate",
    "publish_time",
    "publishtime",
    "pubdate",
    "datepublished",
    "firstpublishedtime",
    "og:release_date",
    "og:published_time",
    "weibo: article:create_at",
    "dc.date.issued",
    "parsely-pub-date",
  ],
  dateHint: ["date", "dc.date", "dcterms.date", "article:modified_time", "lastmodified"],
  url: ["og:url"],
} as const satisfies Partial<Record<keyof PageFacts, readonly string[]>>;

/** A narrower title tag, in full-width characters, names a channel or the site. */
const LEAST_TITLE = 6;

/** Marks that part a page's title from its channel and its site. */
const TITLE_PARTS = /_+|--+|\s+[-–—|·»›]\s+|\s*\|\s*/;
/** The name of a site or channel at the end of a title, behind a single dash. */
const SITE_TAIL =
  /[-–—](?=[^-–—]{2,12}$)(?:[^-–—]*(?:网|报|社|台|在线|频道|新闻|中心|客户端|门户|政府|海关|News|Times|Daily|Post|Online))$/i;

/** What a page states about itself in its head, its title and its address; nothing of it is checked against the text. */
export function readFacts(document: DomDocument, html: string, address?: string): PageFacts {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const name = (
      meta.getAttribute("name") ??
      meta.getAttribute("property") ??
      meta.getAttribute("itemprop") ??
      ""
    )
      .toLowerCase()
      .trim();
    const content = tidy(meta.getAttribute("content") ?? "");
    if (name !== "" && content !== "" && !metas.has(name)) metas.set(name, content);
  }
  const linked = readLinkedData(document);
  const fromMeta = (names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const saved = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)/i.exec(html.slice(0, 4096))?.[1];
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? undefined;
  const url = [address, canonical, fromMeta(META_NAMES.url), saved].find(
    (it) => it !== undefined && /^https?:\/\//.test(it) && URL.canParse(it),
  );
  const titleTag = tidy(document.querySelector("title")?.textContent ?? "");
  return definedOnly({
    title: pickTitle(document, titleTag, fromMeta(META_NAMES.title) ?? linked["headline"]),
    publisher: fromMeta(META_NAMES.publisher)?.replace(/^来源\s*[：:]\s*/, "") ?? linked["publisher"],
    site: fromMeta(META_NAMES.site) ?? namedElement(document) ?? lastTitlePart(titleTag),
    published:
      fromMeta(META_NAMES.published) ??
      linked["datePublished"] ??
      document.querySelector("time[datetime]")?.getAttribute("datetime") ??
      undefined,
    dateHint: fromMeta(META_NAMES.dateHint),
    url,
    lang: document.documentElement.getAttribute("lang") ?? undefined,
  });
}

/** The page's heading where the title tag confirms it, else the stated title, else the title tag without channel and site. */
function pickTitle(document: DomDocument, titleTag: string, stated: string | undefined): string | undefined {
  const headings = [...document.querySelectorAll("h1, h2, .title, #title")]
    .map((heading) => tidy(heading.textContent ?? ""))
    .filter(Boolean);
  const confirmed = headings.find(
    (text) => squeeze(text).length >= 4 && squeeze(titleTag).startsWith(squeeze(text)),
  );
  if (confirmed !== undefined) return confirmed;
  if (stated !== undefined) return stripSite(stated);
  const stripped = stripSite(titleTag);
  const [only, ...more] = [...document.querySelectorAll("h1")];
  const heading = only && more.length === 0 ? tidy(only.textContent ?? "") : "";
  return (width(stripped) < LEAST_TITLE && heading !== "" ? heading : stripped) || undefined;
}

function stripSite(title: string): string {
  const first = title.split(TITLE_PARTS).map(tidy).filter(Boolean)[0] ?? "";
  return first.replace(SITE_TAIL, "") || first;
}

function lastTitlePart(title: string): string | undefined {
  const parts = title.split(TITLE_PARTS).map(tidy).filter(Boolean);
  return parts.length > 1 ? parts.at(-1) : SITE_TAIL.exec(title)?.[0].slice(1);
}

/** Elements that hold nothing but the source's name, on public-account pages and in common news systems. */
function namedElement(document: DomDocument): string | undefined {
  const name = tidy(
    document.querySelector("#js_name, #source, .source, #source_baidu")?.textContent ?? "",
  ).replace(/^来源\s*[：:]\s*/, "");
  return name !== "" && name.length <= 20 ? name : undefined;
}

/** Headline, date and publisher of the first article in the page's JSON-LD; what cannot be parsed is passed over. */
function readLinkedData(document: DomDocument): Record<string, string | undefined> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleIn(parseJson(script.textContent ?? ""));
    if (found)
      return {
        headline: text(found["headline"]),
        datePublished: text(found["datePublished"]),
        publisher: text(found["publisher"]),
      };
  }
  return {};
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function articleIn(value: unknown, depth = 0): Record<string, unknown> | undefined {
  if (value === null || typeof value !== "object" || depth > 4) return undefined;
  const children: unknown[] = Array.isArray(value) ? value : [];
  const object: Record<string, unknown> = { ...value };
  if ("datePublished" in object || "headline" in object) return object;
  return [...children, object["@graph"], object["mainEntity"]]
    .map((child) => articleIn(child, depth + 1))
    .find((it) => it !== undefined);
}

/** A string, or the `name` of an object; undefined for anything else. */
function text(value: unknown): string | undefined {
  if (typeof value === "string") return tidy(value) || undefined;
  return value !== null && typeof value === "object" && "name" in value ? text(value.name) : undefined;
}

function definedOnly(facts: { [K in keyof PageFacts]: PageFacts[K] | undefined }): PageFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== ""));
}
