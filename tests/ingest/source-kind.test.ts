import { describe, expect, it } from "vitest";
import { detectKind, refuseBinary, refuseNoise } from "../../src/ingest/source-kind.ts";

describe("detectKind", () => {
  it.each([
    ["<!DOCTYPE html><html>", "a.txt", "", "html"],
    ["<p>a<p>b<p>c", "saved", "", "html"],
    ["港口", "a.html", "", "html"],
    ["港口", "page", "text/html; charset=utf-8", "html"],
    ["# 港口", "a.md", "", "markdown"],
    ["港口", "a.markdown", "", "markdown"],
    ["港口 <p> 港口", "a.txt", "", "text"],
    ["港口", "noending", "", "text"],
    ["# 港口", "a", "text/markdown", "markdown"],
  ])("%s in %s (%s) is %s", (text, name, type, kind) => {
    expect(detectKind("s", text, name, type)).toBe(kind);
  });

  it.each([
    ["a.json", ""],
    ["a.css", ""],
    ["a", "application/json"],
    ["a", "video/mp4"],
  ])("%s %s is refused", (name, type) => {
    expect(() => detectKind("s", "{}", name, type)).toThrow(/s: is not an article/);
  });
});

describe("refuseBinary and refuseNoise", () => {
  it.each<[string, readonly number[], RegExp]>([
    ["nothing", [], /empty/],
    ["a PNG", [0x89, 0x50, 0x4e, 0x47], /a picture/],
    ["a zip", [0x50, 0x4b, 3, 4], /Word file/],
    ["a NUL byte", [65, 0, 66], /binary/],
  ])("%s is refused with what to do", (_, bytes, message) => {
    expect(() => refuseBinary("s", Uint8Array.from(bytes))).toThrow(message);
  });

  it("lets UTF-16 with its mark and UTF-8 pass", () => {
    expect(() => refuseBinary("s", Uint8Array.from([0xff, 0xfe, 65, 0]))).not.toThrow();
    expect(() => refuseBinary("s", Buffer.from("港口"))).not.toThrow();
  });

  it("refuses a web archive, control characters and blanks", () => {
    expect(() => refuseBinary("s", Buffer.from("MIME-Version: 1.0\n"))).toThrow(/web archive/);
    expect(() => refuseNoise("s", "a\u0001\u0002b")).toThrow(/binary/);
    expect(() => refuseNoise("s", "\n \u3000")).toThrow(/white space/);
    expect(() => refuseNoise("s", "港口\n")).not.toThrow();
  });
});
