import { isIPv4 } from "node:net";

/** What of a request decides whether it is let in. */
export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Why a request was turned away. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 415;
  readonly reason: string;
}

/** Whether an address can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  return bare === "localhost" || bare === "::1" || (isIPv4(bare) && bare.startsWith("127."));
}

/**
 * Lets in what comes from the page itself or from a program on this machine. A foreign `Host` is a name that was pointed at
 * this address (DNS rebinding), a foreign `Origin` another site's page; neither gets anything, and no answer carries a
 * CORS header. `Sec-Fetch-Site` also turns away what comes without an `Origin`, such as an image's address.
 */
export function refuse(visit: Visit): Refusal | undefined {
  const host = single(visit.headers["host"]);
  if (host === undefined || !isLoopback(nameOf(host)))
    return { status: 403, reason: "this page answers on loopback addresses only" };
  if (visit.method !== "GET" && visit.method !== "POST") return { status: 405, reason: "GET or POST" };
  const origin = single(visit.headers["origin"]);
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, reason: "calls from other origins are refused" };
  const site = single(visit.headers["sec-fetch-site"]);
  if (site !== undefined && site !== "same-origin" && site !== "none" && !isNavigation(visit))
    return { status: 403, reason: "calls from other sites are refused" };
  if (visit.method === "POST" && mediaType(visit) !== "application/json")
    return { status: 415, reason: "the body must be application/json" };
  return undefined;
}

/** Following a link to a page is harmless: it can do nothing and the other site sees nothing of it. */
const isNavigation = (visit: Visit): boolean =>
  visit.method === "GET" &&
  single(visit.headers["sec-fetch-mode"]) === "navigate" &&
  single(visit.headers["sec-fetch-dest"]) === "document" &&
  !visit.path.startsWith("/api/");

const mediaType = (visit: Visit): string =>
  (single(visit.headers["content-type"]) ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** The host without its port. */
const nameOf = (host: string): string => host.replace(/:\d+$/, "");

const single = (value: string | string[] | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0];
