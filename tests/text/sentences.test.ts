import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitClauses, splitSentences } from "../../src/text/sentences.ts";

const sentencesOf = (text: string): string[] => splitSentences(text).map((s) => text.slice(s.start, s.end));
const clausesOf = (text: string): string[] =>
  splitSentences(text).flatMap((s) => splitClauses(text, s).map((c) => text.slice(c.start, c.end).trim()));

describe("splitSentences", () => {
  it.each<[why: string, text: string, sentences: string[]]>([
    ["Chinese full stops", "港口很忙。船不少。", ["港口很忙。", "船不少。"]],
    ["question and exclamation marks", "谁来了?是他!走吧。", ["谁来了?", "是他!", "走吧。"]],
    ["runs of marks", "真的吗？！好……", ["真的吗？！", "好……"]],
    ["a closing quote stays with its sentence", "他说：“走。”大家走了。", ["他说：“走。”", "大家走了。"]],
    ["a closing corner bracket too", "他說：「走。」大家走了。", ["他說：「走。」", "大家走了。"]],
    ["a closing bracket too", "（见上文。）下一句。", ["（见上文。）", "下一句。"]],
    ["a line break ends a sentence", "没有句号\n下一行", ["没有句号", "下一行"]],
    ["a comma and a semicolon do not", "甲，乙；丙。", ["甲，乙；丙。"]],
    ["a decimal point does not", "增长3.5%。下降0.2%。", ["增长3.5%。", "下降0.2%。"]],
    ["English full stops", "It grew. It fell.", ["It grew.", "It fell."]],
    ["a decimal in English", "It grew 3.5 percent. Good.", ["It grew 3.5 percent.", "Good."]],
    ["abbreviations", "Dr. Wu met Mr. Li. They spoke.", ["Dr. Wu met Mr. Li.", "They spoke."]],
    [
      "initials and countries",
      "The U.S. market grew. J. Wu said so.",
      ["The U.S. market grew.", "J. Wu said so."],
    ],
    [
      "a time of day before a capital",
      "It opens at 7 a.m. The gate is new.",
      ["It opens at 7 a.m.", "The gate is new."],
    ],
    ["a time of day inside a sentence", "It opens at 7 a.m. every day.", ["It opens at 7 a.m. every day."]],
    ["an English quotation", 'He said, "Go." They went.', ['He said, "Go."', "They went."]],
    ["no mark at the end", "甲。乙", ["甲。", "乙"]],
    ["blank text", " \n ", []],
    ["nothing", "", []],
  ])("%s", (_why, text, sentences) => expect(sentencesOf(text)).toEqual(sentences));

  it("puts every character that is not white space in exactly one sentence, in order", () => {
    const piece = fc.constantFrom(
      "港",
      "口",
      "。",
      "！",
      "?",
      "”",
      "“",
      "。”",
      " ",
      "\n",
      "3.5",
      "a.m.",
      "The",
      ".",
      "Mr.",
      "，",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const spans = splitSentences(text);
        for (const [i, span] of spans.entries()) {
          expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim());
          expect(span.end).toBeGreaterThan(span.start);
        }
        const covered = spans.map((s) => text.slice(s.start, s.end)).join("");
        expect(covered.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("splitClauses", () => {
  it.each<[why: string, text: string, clauses: string[]]>([
    ["Chinese commas and semicolons", "甲增长，乙下降；丙持平。", ["甲增长", "乙下降", "丙持平。"]],
    ["a list mark does not part", "甲、乙、丙都增长。", ["甲、乙、丙都增长。"]],
    [
      "a comma inside a number does not part",
      "It moved 1,234,567 boxes, up 3%.",
      ["It moved 1,234,567 boxes", "up 3%."],
    ],
    ["a comma behind a year parts", "In 2020, 300 ships came.", ["In 2020", "300 ships came."]],
    ["a colon parts, but not in a time", "时间：从7:30开始。", ["时间", "从7:30开始。"]],
    ["half-width marks", "甲,乙;丙", ["甲", "乙", "丙"]],
  ])("%s", (_why, text, clauses) => expect(clausesOf(text)).toEqual(clauses));
});
