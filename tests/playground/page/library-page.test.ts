import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMetricKey } from "../../../src/coverage/metric-names.ts";
import type { Figure } from "../../../src/figures/figure.ts";
import { splitRuns, viewArticle } from "../../../src/playground/library-page/article-view.ts";
import { viewKnowledge } from "../../../src/playground/library-page/knowledge-view.ts";
import { createLibrary } from "../../../src/retrieval/library.ts";
import { tinyFigure } from "../../support/tiny-library.ts";
import { ARTICLES } from "./support.ts";

const library = createLibrary(ARTICLES);

describe("splitRuns", () => {
  const at = (start: number, end: number): Figure => ({
    ...tinyFigure("x", 1, "2020"),
    start,
    end,
    display: [start, end],
  });

  it("cuts a text at its figures", () => {
    const runs = splitRuns("about 12 ships", [0, 14], [at(6, 8)]);
    expect(runs.map(({ text, figures }) => [text, figures.length])).toEqual([
      ["about ", 0],
      ["12", 1],
      [" ships", 0],
    ]);
  });

  it("joins figures that overlap, and leaves those of other passages out", () => {
    const runs = splitRuns("0123456789", [2, 8], [at(3, 6), at(5, 7), at(8, 9)]);
    expect(runs.map(({ text, start, figures }) => [text, start, figures.length])).toEqual([
      ["2", 2, 0],
      ["3456", 3, 2],
      ["7", 7, 0],
    ]);
  });

  it("always joins back to the text, whatever the figures", () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { maxLength: 12 });
    const body = "The quick brown fox jumps over the lazy dogs again.";
    fc.assert(
      fc.property(spans, fc.nat(20), fc.integer({ min: 21, max: 51 }), (drawn, from, to) => {
        const figures = drawn.map(([start, length]) => at(start, Math.min(body.length, start + length + 1)));
        expect(
          splitRuns(body, [from, to], figures)
            .map(({ text }) => text)
            .join(""),
        ).toBe(body.slice(from, to));
      }),
    );
  });
});

describe("viewArticle", () => {
  it("holds every passage word for word, and tells how its figures were understood", () => {
    const document = library.document("lighthouse-2024", "zh");
    if (document === undefined) throw new Error("the article is missing");
    const { passages } = viewArticle(document);
    expect(passages.map(({ runs }) => runs.map(({ text }) => text).join(""))).toEqual(
      document.passages.map(({ text }) => text),
    );
    const figures = passages.flatMap(({ runs }) => runs.flatMap((run) => run.figures));
    expect(figures).toContainEqual(
      expect.objectContaining({
        value: 1_200_000,
        bound: ">",
        period: expect.objectContaining({ from: "2023", to: "2023" }),
      }),
    );
  });
});

describe("viewKnowledge", () => {
  const view = viewKnowledge(library, "zh", createMetricKey());

  it("lists the articles of one language, newest first, with what is in them", () => {
    expect(view.articles.map(({ id }) => id)).toEqual(["lighthouse-2024", "rival-2021", "lighthouse-2021"]);
    expect(view.articles[0]).toMatchObject({ publisher: "海湾周刊", published: "2024-02", passages: 1 });
    expect(view.articles.every(({ figures }) => figures > 0)).toBe(true);
    expect(viewKnowledge(library, "en", createMetricKey()).articles).toHaveLength(1);
  });

  it("links each figure of the table to where it stands", () => {
    const links = view.rows.flatMap(({ cells }) => Object.values(cells).flat());
    expect(links.length).toBeGreaterThan(3);
    for (const { article, at, quote } of links) {
      const body = ARTICLES.find((known) => known.id === article && known.lang === "zh")?.body ?? "";
      expect(body).toContain(quote);
      expect(at).toBeGreaterThanOrEqual(body.indexOf(quote));
    }
  });

  it("shows what the sources state differently, and what alike", () => {
    expect(view.conflicts.map(({ statements }) => statements.map(([first]) => first?.shown))).toEqual([
      ["78.2万箱", "80.5万箱"],
    ]);
    expect(view.agreements.flatMap(({ statements }) => statements.map(([first]) => first?.shown))).toEqual([
      "3%",
    ]);
  });
});
