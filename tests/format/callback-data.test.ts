import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CALLBACK_LIMIT,
  chartToken,
  type PageData,
  packChart,
  packPage,
  readPressed,
  versionTag,
} from "../../src/format/callback-data.ts";
import { unpackText } from "../../src/format/packed-text.ts";

const marks = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 40 })), { maxLength: 5 });
const quotes = fc
  .record({
    article: fc.nat(3000),
    lang: fc.constantFrom("zh" as const, "en" as const),
    start: fc.nat(40_000),
    length: fc.integer({ min: 1, max: 900 }),
    marks,
  })
  .map(({ start, length, marks: at, ...rest }) => ({
    ...rest,
    start,
    end: start + length,
    marks: at.map(([from, size]) => [start + from, start + from + size] as const),
  }));
const pages: fc.Arbitrary<PageData> = fc
  .record({
    context: fc.boolean(),
    asker: fc.nat(2 ** 50),
    quotes: fc.array(quotes, { minLength: 1, maxLength: 8 }),
    page: fc.nat(7),
  })
  .map((data) => ({ ...data, page: data.page % data.quotes.length }));

describe("packPage", () => {
  it("fits 64 bytes, and gives back asker, page and the quotes that found room", () => {
    fc.assert(
      fc.property(pages, (data) => {
        const packed = packPage(data, "v1");
        if (packed === undefined) return;
        expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(CALLBACK_LIMIT);
        const pressed = readPressed(packed, "v1");
        if (pressed.kind !== "page") throw new Error(`read as ${pressed.kind}`);
        const { quotes: read, ...rest } = pressed.data;
        expect(rest).toEqual({ context: data.context, asker: data.asker, page: data.page });
        const spans = (list: PageData["quotes"]) => list.map(({ marks: _, ...span }) => span);
        expect(spans(read)).toEqual(spans(data.quotes.slice(0, read.length)));
        for (const [i, quote] of read.entries())
          expect(data.quotes[i]?.marks.slice(0, quote.marks.length)).toEqual(quote.marks);
      }),
    );
  });

  it("is outdated for another version of the knowledge", () => {
    const packed = packPage(
      {
        context: false,
        asker: 0,
        page: 0,
        quotes: [{ article: 0, lang: "zh", start: 0, end: 9, marks: [] }],
      },
      "v1",
    );
    expect(readPressed(packed ?? "", "v2")).toEqual({ kind: "outdated" });
  });
});

describe("packChart", () => {
  it("gives asker and question back where both fit, in 64 bytes", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 50), fc.string({ maxLength: 30 }), (asker, question) => {
        const token = chartToken(question, asker);
        if (token === undefined) return;
        const packed = packChart({ asker, token }, "v1");
        expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(CALLBACK_LIMIT);
        expect(readPressed(packed, "v1")).toEqual({ kind: "chart", data: { asker, token } });
        expect(unpackText(token)).toBe(question);
      }),
    );
  });

  it("has room for a question of twenty characters beside an asker of ten digits", () =>
    expect(chartToken("云岛港二〇二〇年和二〇二三年货物吞吐量差", 9_999_999_999)).toBeDefined());

  it("is outdated for another version of the knowledge", () =>
    expect(readPressed(packChart({ asker: 7, token: "h1" }, "v1"), "v2")).toEqual({ kind: "outdated" }));
});

describe("readPressed", () => {
  it.each([
    ["u", { kind: "vote", up: true }],
    ["d", { kind: "vote", up: false }],
    ["aaQQ", { kind: "ask", token: "aQQ", fresh: false }],
    ["fh123", { kind: "ask", token: "h123", fresh: true }],
    ["s3", { kind: "sources", page: 3 }],
    ["s-9", { kind: "sources", page: 0 }],
    ["sx", { kind: "sources", page: 0 }],
    ["lzh-Hant", { kind: "language", choice: "zh-Hant" }],
    ["k2", { kind: "coverage", page: 2 }],
    ["n0", { kind: "conflicts", page: 0 }],
    ["g", { kind: "outdated" }],
    ["x", { kind: "change" }],
    ["", { kind: "outdated" }],
    ["q", { kind: "outdated" }],
    ["😀", { kind: "outdated" }],
  ])("%s → %o", (data, pressed) => expect(readPressed(data, "v1")).toEqual(pressed));

  it("reads anything without failing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 64 }), (data) => void readPressed(data, "v1")),
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\w-]{0,58}$/),
        (rest) => void readPressed(`q${versionTag("v1")}${rest}`, "v1"),
      ),
    );
  });
});
