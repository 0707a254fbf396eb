import { IngestError, tooLarge } from "./ingest-error.ts";
import type { Source } from "./source.ts";

export interface DownloadOptions {
  /** For the whole download, redirects included, in milliseconds; default 10,000. */
  readonly timeoutMs?: number;
  /** Stands in for the global `fetch` in tests. */
  readonly fetch?: typeof fetch;
}

/** News sites redirect once or twice (http → https → www); more is a loop. */
const MAX_REDIRECTS = 5;

/** Plain words for the network errors that people meet; others are given by their code. */
const NETWORK_ERRORS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the server refuses the connection",
  ENOTFOUND: "there is no server of that name",
  EAI_AGAIN: "the server's name cannot be looked up now",
  ECONNRESET: "the server broke the connection off",
  UND_ERR_SOCKET: "the server broke the connection off",
  CERT_HAS_EXPIRED: "the server's certificate has expired",
};

/**
 * Fetches a page whole. Throws an {@link IngestError} when the server does not answer in time, answers with another
 * status than 2xx, redirects in a loop or to another protocol, or sends more than `maxBytes`.
 */
export async function download(address: string, maxBytes: number, options: DownloadOptions): Promise<Source> {
  const timeoutMs = options.timeoutMs ?? 10_000;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { response, url } = await follow(address, options.fetch ?? fetch, signal);
    const contentType = response.headers.get("content-type") ?? undefined;
    const bytes = await readBody(address, response, maxBytes);
    return {
      origin: address,
      name: lastPathPart(url),
      bytes,
      url: url.href,
      ...(contentType === undefined ? {} : { contentType }),
    };
  } catch (error) {
    if (error instanceof IngestError) throw error;
    if (signal.aborted) {
      throw new IngestError(
        address,
        `no answer within ${timeoutMs / 1000} seconds`,
        "try again, or save the page and give the file",
        { cause: error },
      );
    }
    throw new IngestError(
      address,
      `cannot be reached (${describe(error)})`,
      "check the address, or save the page and give the file",
      { cause: error },
    );
  }
}

async function follow(
  address: string,
  get: typeof fetch,
  signal: AbortSignal,
): Promise<{ response: Response; url: URL }> {
  const seen = new Set<string>();
  let url = parse(address, address);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    seen.add(url.href);
    const response = await get(url, {
      redirect: "manual",
      signal,
      headers: { accept: "text/html, text/markdown, text/plain;q=0.9, */*;q=0.1" },
    });
    const target = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (target === null) {
      if (response.ok) return { response, url };
      await response.body?.cancel();
      throw new IngestError(
        address,
        `the server answers ${response.status}`,
        "check the address in a browser, or save the page and give the file",
      );
    }
    await response.body?.cancel();
    url = parse(new URL(target, url).href, address);
    if (seen.has(url.href)) break;
  }
  throw new IngestError(
    address,
    "redirects in a loop",
    "open it in a browser and give the address that it ends at",
  );
}

function parse(href: string, address: string): URL {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new IngestError(
    address,
    url ? "leads to an address that is not http(s)" : "is no valid address",
    "check the address",
  );
}

async function readBody(address: string, response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(address);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The last part of the path that is not empty, decoded; `""` for a bare host. */
function lastPathPart(url: URL): string {
  const part = url.pathname.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function describe(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = "code" in at ? String(at.code) : "";
    if (NETWORK_ERRORS[code] !== undefined) return NETWORK_ERRORS[code];
    if (code !== "" && at.cause === undefined) return code;
  }
  return error instanceof Error ? error.message : String(error);
}
