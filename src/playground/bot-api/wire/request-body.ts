import type { IncomingMessage } from "node:http";
import { ApiError } from "../api-error.ts";
import { readMultipart } from "./multipart.ts";

/** A file that came in a multipart body. */
export interface Upload {
  readonly filename: string;
  readonly type: string;
  readonly data: Buffer;
}

/** What a request carries: parameters by name, and files by the name of their part. */
export interface RequestBody {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** Telegram takes uploads of at most 50 MB. */
const MAX_BODY_BYTES = 50 * 1024 * 1024;

/** All bytes of a request; 413 beyond `limit`. */
export async function readBytes(request: IncomingMessage, limit = MAX_BODY_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new ApiError(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Parameters of a request: those of the address first, then those of the body, which may be JSON, a urlencoded
 * form or multipart. A body of another type holds none. Throws a 400 where the body is broken.
 */
export function parseBody(contentType: string, bytes: Buffer, query: URLSearchParams): RequestBody {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const fromAddress = Object.fromEntries(query);
  if (type === "application/json") {
    return { fields: { ...fromAddress, ...parseJson(bytes) }, uploads: new Map() };
  }
  if (type === "application/x-www-form-urlencoded") {
    const form = Object.fromEntries(new URLSearchParams(bytes.toString("utf8")));
    return { fields: { ...fromAddress, ...form }, uploads: new Map() };
  }
  if (type === "multipart/form-data") {
    const { fields, uploads } = readMultipart(contentType, bytes);
    return { fields: { ...fromAddress, ...fields }, uploads };
  }
  return { fields: fromAddress, uploads: new Map() };
}

function parseJson(bytes: Buffer): Readonly<Record<string, unknown>> {
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through to the same answer as a body that is no object.
  }
  throw new ApiError(400, "Can't parse request body as a JSON object");
}
