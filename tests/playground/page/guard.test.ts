import { describe, expect, it } from "vitest";
import { isLoopback, refuse } from "../../../src/playground/guard.ts";

describe("isLoopback", () => {
  it.each([
    ["127.0.0.1", true],
    ["127.8.9.1", true],
    ["localhost", true],
    ["LOCALHOST", true],
    ["::1", true],
    ["[::1]", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.7", false],
    ["127.0.0.1.example.org", false],
    ["127.evil.org", false],
    ["localhost.example.org", false],
    ["", false],
  ])("%s → %s", (host, expected) => expect(isLoopback(host)).toBe(expected));
});

describe("refuse", () => {
  const json = { "content-type": "application/json" };
  const here = { host: "127.0.0.1:8080" };
  const own = { ...here, ...json, origin: "http://127.0.0.1:8080" };
  const link = {
    ...here,
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "navigate",
    "sec-fetch-dest": "document",
  };

  it.each([
    ["a plain GET of a program", "GET", "/", here],
    ["the page's own call", "POST", "/api/send", own],
    ["a program's call, without an origin", "POST", "/api/send", { ...here, ...json }],
    [
      "JSON with a charset",
      "POST",
      "/api/send",
      { ...own, "content-type": "application/json; charset=utf-8" },
    ],
    ["localhost by name", "GET", "/", { host: "localhost:8080" }],
    ["IPv6", "GET", "/", { host: "[::1]:8080" }],
    ["a link followed from another site", "GET", "/", link],
  ])("lets in %s", (_, method, path, headers) => {
    expect(refuse({ method, path, headers })).toBeUndefined();
  });

  it.each([
    ["no host", 403, "GET", "/", {}],
    ["a name that was pointed at this machine", 403, "GET", "/api/state", { host: "evil.example:8080" }],
    ["another site's script", 403, "POST", "/api/send", { ...own, origin: "https://evil.example" }],
    ["another port's page", 403, "POST", "/api/send", { ...own, origin: "http://127.0.0.1:9999" }],
    ["https of the same name", 403, "POST", "/api/send", { ...own, origin: "https://127.0.0.1:8080" }],
    ["an opaque origin", 403, "POST", "/api/send", { ...own, origin: "null" }],
    ["an image on another site", 403, "GET", "/api/state", { ...here, "sec-fetch-site": "cross-site" }],
    ["a frame on another site", 403, "GET", "/", { ...link, "sec-fetch-dest": "iframe" }],
    ["a link into the interface", 403, "GET", "/api/state", link],
    ["a form", 415, "POST", "/api/send", { ...here, "content-type": "application/x-www-form-urlencoded" }],
    [
      "plain text, which needs no preflight",
      415,
      "POST",
      "/api/send",
      { ...here, "content-type": "text/plain" },
    ],
    ["another method", 405, "DELETE", "/api/send", own],
    ["a preflight", 405, "OPTIONS", "/api/send", { ...here, origin: "http://127.0.0.1:8080" }],
  ])("turns away %s", (_, status, method, path, headers) => {
    expect(refuse({ method, path, headers })?.status).toBe(status);
  });
});
