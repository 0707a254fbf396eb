import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError } from "../config.ts";
import type { Logger } from "../logger.ts";
import { isLoopback, refuse } from "./guard.ts";
import { HttpError, readJson, send, sendJson } from "./http-kit.ts";
import type { EventStream } from "./page-events.ts";
import { staticFile } from "./static-files.ts";

/** What the page server hands out. */
export interface PageParts {
  /** Answers to `GET /api/<name>`; each gets the address's parameters. */
  readonly views: Readonly<Record<string, (query: URLSearchParams) => unknown>>;
  /** Answers to `POST /api/<name>`; each gets the body. */
  readonly acts: Readonly<Record<string, (body: unknown) => unknown>>;
  readonly events: EventStream;
  /** The bytes of a picture or document. */
  readonly file: (id: string) => Buffer | undefined;
  readonly logger: Logger;
}

export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The port of a fresh installation: when it is taken, another one will do. */
const USUAL_PORT = 8080;

/** Serves the page on a loopback address. Throws {@link ConfigError} where `host` is no such address or the port is taken. */
export async function servePage(
  parts: PageParts,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<PageServer> {
  if (!isLoopback(host))
    throw new ConfigError(
      `settings cannot be used:\n  HOST: the playground listens on this machine alone: 127.0.0.1, ::1 or localhost, not ${host}`,
    );
  const server = createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => fail(parts.logger, response, error));
  });
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  try {
    await listen(server, bare, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    if (port !== USUAL_PORT)
      throw new ConfigError(`settings cannot be used:\n  PORT: ${port} is taken; 0 takes any free port`);
    await listen(server, bare, 0);
  }
  const address = server.address() as AddressInfo;
  return {
    url: `http://${bare.includes(":") ? `[${bare}]` : bare}:${address.port}`,
    close: async () => {
      parts.events.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function answer(parts: PageParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname: path, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const method = request.method ?? "GET";
  const refusal = refuse({ method, path, headers: request.headers });
  if (refusal !== undefined) throw new HttpError(refusal.status, refusal.reason);
  const name = /^\/api\/([a-z]+)$/.exec(path)?.[1];
  if (method === "POST") {
    const act = name !== undefined && Object.hasOwn(parts.acts, name) ? parts.acts[name] : undefined;
    if (act === undefined) throw new HttpError(404, "no such act");
    return sendJson(response, 200, await act(await readJson(request)));
  }
  if (name === "events") {
    parts.events.add(response);
    return;
  }
  if (name !== undefined && Object.hasOwn(parts.views, name))
    return sendJson(response, 200, await parts.views[name]?.(searchParams));
  if (name === "file") return sendFile(parts, searchParams, response);
  const found = await staticFile(path);
  if (found === undefined) throw new HttpError(404, "nothing here");
  send(response, 200, found.type, found.bytes);
}

/** Pictures are shown; anything else is handed over as a download, so that no file of the bot's runs as a page. */
function sendFile(parts: PageParts, query: URLSearchParams, response: ServerResponse): void {
  const bytes = parts.file(query.get("id") ?? "");
  if (bytes === undefined) throw new HttpError(404, "no such file");
  const picture = pictureType(bytes);
  const more: Record<string, string> = picture === undefined ? { "content-disposition": "attachment" } : {};
  send(response, 200, picture ?? "application/octet-stream", bytes, more);
}

function pictureType(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 4).toString("latin1") === "\x89PNG") return "image/png";
  if (bytes.subarray(0, 3).toString("latin1") === "\xff\xd8\xff") return "image/jpeg";
  return undefined;
}

function fail(logger: Logger, response: ServerResponse, error: unknown): void {
  if (error instanceof HttpError) {
    sendJson(response, error.status, { error: error.message });
    return;
  }
  logger.error(
    { why: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    "the page server failed",
  );
  sendJson(response, 500, { error: "something went wrong" });
}
