import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigError } from "../../../src/config.ts";
import { createLogger } from "../../../src/logger.ts";
import { EmbeddedBotApi } from "../../../src/playground/bot-api/embedded-bot-api.ts";
import { EventStream } from "../../../src/playground/page-events.ts";
import { servePage } from "../../../src/playground/page-server.ts";
import type { Playground } from "../../../src/playground/start.ts";
import { clientOf, startTiny } from "./support.ts";

let playground: Playground;
let client: ReturnType<typeof clientOf>;
const printed: string[] = [];

beforeAll(async () => {
  playground = await startTiny(printed);
  client = clientOf(playground.url);
});
afterAll(async () => await playground.stop());

/** `fetch` sets Host and Origin by itself, so foreign ones go over the bare client. */
async function bare(options: {
  method?: string;
  path?: string;
  headers: Record<string, string>;
  body?: string;
}) {
  const { hostname, port } = new URL(playground.url);
  return await new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const { body, ...rest } = options;
    const call = request({ hostname, port, ...rest }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    call.on("error", reject);
    call.end(body);
  });
}

describe("the page server", () => {
  it("prints its addresses and three questions to try", () => {
    expect(printed.join("")).toContain(`${playground.url}/knowledge`);
    expect(printed.join("").match(/^ {2}· .+/gm)).toHaveLength(3);
  });

  it.each([
    ["/", "text/html"],
    ["/knowledge", "text/html"],
    ["/page/chat.js", "text/javascript"],
    ["/page/base.css", "text/css"],
    ["/favicon.ico", "image/svg"],
  ])("serves %s with headers that shut everything foreign out", async (path, type) => {
    const response = await fetch(playground.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(type);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
    await response.arrayBuffer();
  });

  it.each([
    "/nothing",
    "/page/",
    "/page/..%2fstart.ts",
    "/page/../start.ts",
    "/page/tsconfig.json",
    "/api/nothing",
    "/constructor",
    "/api/constructor",
  ])("has nothing at %s", async (path) => {
    expect((await bare({ path, headers: { host: "127.0.0.1" } })).status).toBe(404);
  });

  it.each([
    ["a foreign host name", { host: "evil.example" }],
    ["a foreign origin", { origin: "https://evil.example" }],
    ["another port's page", { origin: "http://127.0.0.1:1" }],
    ["another site's image", { "sec-fetch-site": "cross-site" }],
  ])("refuses %s, without a word that would let its page read the answer", async (_, headers) => {
    const answer = await bare({ path: "/api/state", headers });
    expect(answer.status).toBe(403);
    expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
  });

  it.each([
    ["a form", "user=1", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["what is no JSON", "{", {}, 400],
    ["a body beyond the limit", JSON.stringify({ text: "x".repeat(70_000) }), {}, 413],
    ["a missing field", { user: 1, chat: 1 }, {}, 400],
    ["an unknown field", { user: 1, chat: 1, text: "hi", admin: true }, {}, 400],
    ["an unknown user", { user: 1, chat: 1, text: "hi" }, {}, 400],
    ["an empty message", { user: 7_000_000_001, chat: 7_000_000_001, text: "" }, {}, 400],
  ])("refuses %s", async (_, body, headers, status) => {
    const response = await client.act("send", body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty("error");
  });

  it("refuses a body that lies about its length", async () => {
    const headers = { "content-type": "application/json", "transfer-encoding": "chunked" };
    const answer = await bare({ method: "POST", path: "/api/send", headers, body: "x".repeat(70_000) });
    expect(answer.status).toBe(413);
  });
});

describe("servePage", () => {
  const parts = () => ({
    views: {},
    acts: {},
    events: new EventStream(new EmbeddedBotApi()),
    file: () => undefined,
    logger: createLogger("silent"),
  });

  it.each(["0.0.0.0", "::", "192.168.0.10", "example.org"])("will not listen on %s", async (host) => {
    await expect(servePage(parts(), { host, port: 0 })).rejects.toThrow(ConfigError);
    await expect(servePage(parts(), { host, port: 0 })).rejects.toThrow(
      /HOST: .*loopback|HOST: .*this machine/,
    );
  });

  it("shows pictures and hands anything else over as a download", async () => {
    const files: Readonly<Record<string, Buffer>> = {
      chart: Buffer.from("\x89PNG and so on", "latin1"),
      photo: Buffer.from("\xff\xd8\xff and so on", "latin1"),
      page: Buffer.from("<script>alert(1)</script>"),
    };
    const server = await servePage({ ...parts(), file: (id) => files[id] }, { host: "127.0.0.1", port: 0 });
    const told = async (id: string) => {
      const { status, headers } = await fetch(`${server.url}/api/file?id=${id}`);
      return [status, headers.get("content-type"), headers.get("content-disposition")];
    };
    expect(await told("chart")).toEqual([200, "image/png", null]);
    expect(await told("photo")).toEqual([200, "image/jpeg", null]);
    expect(await told("page")).toEqual([200, "application/octet-stream", "attachment"]);
    expect((await told("nothing"))[0]).toBe(404);
    await server.close();
  });

  it("names the setting when the wanted port is taken", async () => {
    const first = await servePage(parts(), { host: "127.0.0.1", port: 0 });
    const port = Number(new URL(first.url).port);
    await expect(servePage(parts(), { host: "127.0.0.1", port })).rejects.toThrow(`PORT: ${port} is taken`);
    await first.close();
  });
});
