import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiError } from "../api-error.ts";
import type { Dispatcher } from "../dispatcher.ts";
import { refusal } from "../error-texts.ts";
import { type Fault, type FaultScript, faultError, takesEffect } from "../faults.ts";
import { findMethod } from "../schema/method-table.ts";
import { findFileByPath } from "../world/files.ts";
import type { World } from "../world/world.ts";
import { parseBody, type RequestBody, readBytes } from "./request-body.ts";

export interface HttpParts {
  readonly token: string;
  readonly world: World;
  readonly dispatcher: Dispatcher;
  readonly faults: FaultScript;
}

/** Nothing but this machine may connect. */
const HOST = "127.0.0.1";

/** Serves the Bot API and file downloads on loopback; port 0 takes a free one. */
export async function serveHttp(parts: HttpParts, port: number): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => answerFailure(response, error));
  });
  // A long poll may last longer than Node's own limits on slow requests would have it.
  server.requestTimeout = 0;
  // Closing idle connections would race with a client that is about to use one.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://${HOST}:${actual}`, server };
}

async function handle(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = new URL(request.url ?? "/", `http://${HOST}`);
  const path = decodePath(address.pathname);
  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(path);
  if (file !== null) return sendFile(parts, file[1] as string, file[2] as string, response);
  const call = /^\/bot([^/]+)\/(?:test\/)?(.*)$/.exec(path);
  if (call === null || (request.method !== "GET" && request.method !== "POST")) throw refusal("notFound");
  const bytes = await readBytes(request);
  if (call[1] !== parts.token) throw refusal("unauthorized");
  const body = parseBody(request.headers["content-type"] ?? "", bytes, address.searchParams);
  await answerCall(parts, call[2] as string, body, response);
}

/** The path in letters; one that is no proper encoding stays as it is, and leads nowhere. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function answerCall(
  parts: HttpParts,
  name: string,
  body: RequestBody,
  response: ServerResponse,
): Promise<void> {
  const hangUp = new AbortController();
  response.on("close", () => hangUp.abort());
  const run = () => parts.dispatcher.call(name, body, "http", hangUp.signal);
  const method = findMethod(name) ?? name;
  const fault = parts.faults.take(method);
  if (fault === undefined) return answer(response, await run());
  await strike(parts, fault, { method, body, run, response });
}

interface StruckCall {
  readonly method: string;
  readonly body: RequestBody;
  readonly run: () => Promise<unknown>;
  readonly response: ServerResponse;
}

/** Plays a fault: the call takes effect or not, and its answer is lost, late or wrong. */
async function strike(
  parts: HttpParts,
  fault: Fault,
  { method, body, run, response }: StruckCall,
): Promise<void> {
  if (fault.kind === "slow") {
    const result = run();
    result.catch(() => {});
    await sleep(fault.ms, response);
    return answer(response, await result);
  }
  if (takesEffect(fault)) await run().catch(() => {});
  const error = faultError(fault);
  const done = takesEffect(fault);
  if (error !== undefined) {
    parts.dispatcher.note(method, body, {
      ok: false,
      error_code: error.code,
      description: error.description,
    });
    throw error;
  }
  parts.dispatcher.note(method, body, { ok: false, broken: fault.kind, done });
  if (fault.kind === "reset") response.socket?.resetAndDestroy();
  if (fault.kind === "malformed") send(response, 200, "<html>not what you asked for", "text/html");
}

/** Ends early when the client has gone. */
function sleep(ms: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    response.once("close", finish);
  });
}

function answer(response: ServerResponse, result: unknown): void {
  send(response, 200, JSON.stringify({ ok: true, result }), "application/json");
}

function answerFailure(response: ServerResponse, error: unknown): void {
  const refused = error instanceof ApiError ? error : new ApiError(500, String(error));
  const { code, description, parameters } = refused;
  const body = { ok: false, error_code: code, description, ...(parameters !== undefined && { parameters }) };
  const retryAfter = parameters?.retry_after;
  if (retryAfter !== undefined && !response.headersSent) response.setHeader("retry-after", retryAfter);
  send(response, code, JSON.stringify(body), "application/json");
}

function send(response: ServerResponse, status: number, body: string | Buffer, type: string): void {
  if (response.destroyed || response.writableEnded) return;
  const bytes = Buffer.from(body);
  response.writeHead(status, { "content-type": type, "content-length": bytes.length });
  response.end(bytes);
}

function sendFile({ token, world }: HttpParts, given: string, path: string, response: ServerResponse): void {
  if (given !== token) throw refusal("unauthorized");
  const file = findFileByPath(world, path);
  if (file === undefined) throw refusal("notFound");
  send(response, 200, Buffer.from(file.data, "base64"), "application/octet-stream");
}
