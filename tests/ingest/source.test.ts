import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importArticle } from "../../src/ingest/import-article.ts";
import { IngestError } from "../../src/ingest/ingest-error.ts";
import { readSource } from "../../src/ingest/source.ts";

const FIXTURES = join(import.meta.dirname, "fixtures");
const GB_PAGE = readFileSync(join(FIXTURES, "office-page.html"));

const ANSWERS: Record<string, RequestListener> = {
  "/news/t20240418_77.html": (_, response) => response.setHeader("content-type", "text/html").end(GB_PAGE),
  "/moved": (_, response) => response.writeHead(302, { location: "/news/t20240418_77.html" }).end(),
  "/loop": (_, response) => response.writeHead(301, { location: "/loop2" }).end(),
  "/loop2": (_, response) => response.writeHead(301, { location: "/loop" }).end(),
  "/away": (_, response) => response.writeHead(302, { location: "file:///etc/hostname" }).end(),
  "/missing": (_, response) => response.writeHead(404).end("no"),
  "/broken": (_, response) => response.writeHead(500).end("no"),
  "/silent": () => {},
  "/slow": (_, response) => void response.write("<html>"),
  "/big": (_, response) => response.end(Buffer.alloc(5 * 1024 * 1024 + 10, 97)),
  "/cut": (_, response) =>
    void response.writeHead(200, { "content-length": "100" }).write("<html>", () => response.destroy()),
  "/picture": (_, response) => response.setHeader("content-type", "image/webp").end("RIFF picture"),
  "/empty": (_, response) => response.end(),
};

let server: Server;
let at = "";

beforeAll(async () => {
  server = createServer((request, response) => ANSWERS[request.url ?? ""]?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("an address", () => {
  it("gives the page, its type and the last part of its path as the name", async () => {
    const source = await readSource(`${at}/news/t20240418_77.html`);
    expect(source).toMatchObject({
      name: "t20240418_77.html",
      url: `${at}/news/t20240418_77.html`,
      contentType: "text/html",
    });
    expect(importArticle(source).article.meta).toMatchObject({
      id: "t20240418_77",
      published: "2024-04-18",
      url: `${at}/news/t20240418_77.html`,
    });
  });

  it("is followed where it redirects, and the article gets the last address", async () => {
    const source = await readSource(`${at}/moved`);
    expect(source).toMatchObject({ origin: `${at}/moved`, name: "t20240418_77.html" });
  });

  it.each([
    ["/loop", /redirects in a loop/],
    ["/away", /not http\(s\)/],
    ["/missing", /answers 404/],
    ["/broken", /answers 500/],
    ["/silent", /no answer within 0\.3 seconds/],
    ["/slow", /no answer within 0\.3 seconds/],
    ["/big", /larger than 5 MB/],
    ["/cut", /cannot be reached|broke the connection/],
  ])("%s is refused in one line that names it", async (path, message) => {
    const reading = readSource(`${at}${path}`, { timeoutMs: 300 });
    await expect(reading).rejects.toThrow(IngestError);
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toThrow(`${at}${path}: `);
  });

  it.each([
    ["/picture", /not an article \(image\/webp\)/],
    ["/empty", /is empty/],
  ])("%s is read and then refused for what it holds", async (path, message) => {
    const source = await readSource(`${at}${path}`);
    expect(() => importArticle(source)).toThrow(message);
  });

  it("that nobody serves is refused", async () => {
    await expect(readSource("http://127.0.0.1:1/a")).rejects.toThrow(
      /refuses the connection|cannot be reached/,
    );
    await expect(readSource("ftp://127.0.0.1/a")).rejects.toThrow(/only http and https/);
    await expect(readSource("http://")).rejects.toThrow(/no valid address/);
  });
});

describe("a file", () => {
  const dir = mkdtempSync(join(tmpdir(), "source-"));
  afterAll(() => rmSync(dir, { recursive: true }));

  it("gives its bytes and name", async () => {
    writeFileSync(join(dir, "a.txt"), "港口");
    const source = await readSource(join(dir, "a.txt"));
    expect(source.name).toBe("a.txt");
    expect(Buffer.from(source.bytes).toString()).toBe("港口");
    expect(source.url).toBeUndefined();
  });

  it("that is missing, a folder, no regular file or too large is refused", async () => {
    writeFileSync(join(dir, "big.txt"), Buffer.alloc(5 * 1024 * 1024 + 1));
    await expect(readSource(join(dir, "none.txt"))).rejects.toThrow(/none\.txt: no such file/);
    await expect(readSource(dir)).rejects.toThrow(/is a folder/);
    await expect(readSource("/dev/null")).rejects.toThrow(/no regular file/);
    await expect(readSource(join(dir, "big.txt"))).rejects.toThrow(/larger than 5 MB/);
  });
});
