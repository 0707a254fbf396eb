import { describe, expect, it } from "vitest";
import { declaredInHtml, decodeText } from "../../src/ingest/encoding.ts";

/** "澄清的水" and the four-byte ö of GB18030. */
const GB = [0xb3, 0xce, 0xc7, 0xe5, 0xb5, 0xc4, 0xcb, 0xae];
const GB_O_UMLAUT = [0x81, 0x30, 0x8b, 0x32];
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([...part]))));

describe("decodeText", () => {
  it.each<[string, Uint8Array, string | undefined, string, string]>([
    ["UTF-8", bytes("澄清"), undefined, "澄清", "utf-8"],
    ["a byte-order mark is no character", bytes([0xef, 0xbb, 0xbf], "港"), undefined, "港", "utf-8"],
    ["UTF-16 by its mark", bytes([0xff, 0xfe, 0x2f, 0x6e]), undefined, "港", "utf-16le"],
    ["big-endian UTF-16 by its mark", bytes([0xfe, 0xff, 0x6e, 0x2f]), undefined, "港", "utf-16be"],
    ["gb2312 means its superset", bytes(GB, GB_O_UMLAUT), "gb2312", "澄清的水ö", "gb18030"],
    ["GBK too", bytes(GB), "GBK", "澄清的水", "gb18030"],
    ["GB18030 unannounced", bytes(GB), undefined, "澄清的水", "gb18030"],
    ["GB18030 announced as UTF-8", bytes(GB), "utf-8", "澄清的水", "gb18030"],
    ["UTF-8 announced as gb2312", bytes("澄清的水"), "gb2312", "澄清的水", "utf-8"],
    ["an unknown name is passed over", bytes(GB), "x-nonsense", "澄清的水", "gb18030"],
    [
      "quotes of Windows-1252",
      bytes("the port", [0x92], "s fee is low today"),
      undefined,
      "the port’s fee is low today",
      "windows-1252",
    ],
    [
      "UTF-8 cut inside a character",
      bytes("澄清的水".repeat(8), [0xe6, 0xb0]),
      undefined,
      `${"澄清的水".repeat(8)}\ufffd`,
      "utf-8",
    ],
  ])("%s", (_, given, declared, text, encoding) => {
    expect(decodeText(given, declared)).toMatchObject({ text, encoding });
  });

  it("gives up on bytes that are no text", () => {
    expect(decodeText(bytes([0xff, 0x00, 0x80, 0xff, 0x81, 0xfe, 0x99, 0xff]))).toBeUndefined();
  });
});

describe("declaredInHtml", () => {
  it.each([
    ['<meta charset="GBK">', "GBK"],
    ["<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=gb2312'>", "gb2312"],
    ['<?xml version="1.0" encoding="utf-8"?>', "utf-8"],
    ["<p>charset=gbk</p>", undefined],
  ])("%s → %s", (html, charset) => {
    expect(declaredInHtml(Buffer.from(html))).toBe(charset);
  });
});
