import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/knowledge/article.ts";
import { splitBlocks, splitPassages } from "../../src/knowledge/passages.ts";
import { splitSentences } from "../../src/text/sentences.ts";

const article = (body: string, lang: "zh" | "en" = "zh"): Article => ({
  id: "a",
  lang,
  kind: "digest",
  title: "t",
  publisher: "p",
  published: "2021",
  body,
  file: "a.md",
});

describe("splitBlocks", () => {
  it("gives paragraphs and tables with the headings above them", () => {
    const body =
      "开头。\n\n# 一\n\n甲。\n乙。\n\n### 深\n丙。\n## 二 ##\n| a | b |\n|---|---|\n| 1 | 2 |\n丁。\n";
    const blocks = splitBlocks(body).map((b) => [b.kind, b.headings.join(" › "), body.slice(b.start, b.end)]);
    expect(blocks).toEqual([
      ["paragraph", "", "开头。"],
      ["paragraph", "一", "甲。\n乙。"],
      ["paragraph", "一 › 深", "丙。"],
      ["table", "一 › 二", "| a | b |\n|---|---|\n| 1 | 2 |"],
      ["paragraph", "一 › 二", "丁。"],
    ]);
  });

  it.each(["", "\n \n", "# only\n## headings\n"])("gives none for %j", (body) =>
    expect(splitBlocks(body)).toEqual([]),
  );
});

describe("splitPassages", () => {
  it("gathers short sentences of one paragraph and never joins paragraphs", () => {
    const passages = splitPassages(article("## 一\n\n甲。乙。\n\n丙。\n"));
    expect(passages.map((p) => [p.index, p.text, p.headings])).toEqual([
      [0, "甲。乙。", ["一"]],
      [1, "丙。", ["一"]],
    ]);
  });

  it("begins a new passage rather than grow over a screen, and keeps an overlong sentence whole", () => {
    const long = `${"很长".repeat(150)}。`;
    const passages = splitPassages(article(`短句。${long}又短。`));
    expect(passages.map((p) => p.text)).toEqual(["短句。", long, "又短。"]);
  });

  it("keeps a table in one passage", () => {
    const table = `| 年 | 值 |\n|---|---|\n${"| 2020年 | 一二三四五六七八九十 |\n".repeat(30)}`.trimEnd();
    expect(splitPassages(article(`前言。\n\n${table}\n`)).map((p) => p.text)).toEqual(["前言。", table]);
  });

  it("are slices of the body that hold every sentence once, in order, whatever the body", () => {
    const line = fc.constantFrom(
      "## 小节",
      "# 章",
      "甲乙丙。丁！",
      "It grew 3.5 percent. Good.",
      "",
      " 缩进。",
      "| a | b |",
      `${"长".repeat(120)}。`,
      "“引文。”他说。",
      "没有句号",
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 14 }),
        fc.constantFrom("zh" as const, "en" as const),
        (lines, lang) => {
          const body = lines.join("\n");
          const passages = splitPassages(article(body, lang));
          passages.forEach((p, i) => {
            expect(p.text).toBe(body.slice(p.start, p.end));
            expect(p.index).toBe(i);
            expect(p.start).toBeGreaterThanOrEqual(passages[i - 1]?.end ?? 0);
          });
          const said = splitBlocks(body)
            .filter((b) => b.kind === "paragraph")
            .flatMap((b) =>
              splitSentences(body.slice(b.start, b.end)).map((s) => ({
                start: b.start + s.start,
                end: b.start + s.end,
              })),
            );
          for (const s of said)
            expect(passages.filter((p) => s.start >= p.start && s.end <= p.end)).toHaveLength(1);
        },
      ),
    );
  });
});
