import { ApiError } from "../api-error.ts";
import type { Upload } from "./request-body.ts";

/** The parts of a multipart/form-data body: texts by name, files by name. A broken body is a 400. */
export function readMultipart(
  contentType: string,
  bytes: Buffer,
): { fields: Record<string, string>; uploads: Map<string, Upload> } {
  const found = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw broken("no boundary");
  const fields: Record<string, string> = {};
  const uploads = new Map<string, Upload>();
  for (const part of splitParts(bytes, boundary)) {
    const { name, filename, type } = readHeaders(part.headers);
    if (filename === undefined) fields[name] = part.body.toString("utf8");
    else uploads.set(name, { filename, type, data: part.body });
  }
  return { fields, uploads };
}

function splitParts(bytes: Buffer, boundary: string): Array<{ headers: string; body: Buffer }> {
  const parts: Array<{ headers: string; body: Buffer }> = [];
  const first = Buffer.from(`--${boundary}`);
  const next = Buffer.from(`\r\n--${boundary}`);
  let position = bytes.indexOf(first);
  if (position < 0) throw broken("no part");
  position += first.length;
  while (bytes.toString("latin1", position, position + 2) !== "--") {
    const headersEnd = bytes.indexOf("\r\n\r\n", position);
    const bodyEnd = headersEnd < 0 ? -1 : bytes.indexOf(next, headersEnd + 2);
    if (bodyEnd < 0) throw broken("a part does not end");
    const headers = bytes.toString("utf8", position + 2, headersEnd);
    parts.push({ headers, body: bytes.subarray(Math.min(headersEnd + 4, bodyEnd), bodyEnd) });
    position = bodyEnd + next.length;
  }
  return parts;
}

function readHeaders(headers: string): { name: string; filename: string | undefined; type: string } {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? "";
  const name = parameter(disposition, "name");
  if (name === undefined) throw broken("a part has no name");
  const type = /^content-type:\s*(\S+)/im.exec(headers)?.[1] ?? "application/octet-stream";
  return { name, filename: parameter(disposition, "filename"), type };
}

/** `name="value"` or `name=value` of a header; `filename*` in RFC 5987's spelling too. */
function parameter(disposition: string, name: string): string | undefined {
  const extended = new RegExp(`;\\s*${name}\\*=UTF-8''([^;\\s]+)`, "i").exec(disposition)?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, "i").exec(disposition);
  return found?.[1] ?? found?.[2];
}

function broken(reason: string): ApiError {
  return new ApiError(400, `Can't parse multipart body: ${reason}`);
}
