import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answer/types.ts";
import { answerButtons, questionButtons } from "../../src/format/buttons.ts";
import { readPressed } from "../../src/format/callback-data.ts";
import { hashText, packText } from "../../src/format/packed-text.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

const assistant = tinyAssistant();
const ask = (text: string): Answer => assistant.ask({ text });
const context = {
  lang: "zh-Hans",
  version: "v1",
  articleIds: ["lighthouse-2021", "lighthouse-2024"],
  asker: 0,
} as const;
const labels = (answer: Answer, more = {}) =>
  answerButtons(answer, { ...context, ...more }).rows.map((row) => row.map((b) => b.text));

describe("answerButtons", () => {
  it.each([
    ["吞吐量", [["下一条引文 2/2", "看上下文"], ["与2020年相比"], ["👍", "👎", "换个理解"]]],
    ["谁", [["看上下文"], ["👍", "👎"]]],
    ["哪个", [["2020年"], ["2023年"]]],
    ["火星", [["2023年吞吐量"]]],
    ["你好", []],
  ])("%s → %j", (text, rows) => expect(labels(ask(text))).toEqual(rows));

  it("are in the reader's language", () => {
    expect(labels(ask("吞吐量"), { lang: "zh-Hant" })[0]).toEqual(["下一條引文 2/2", "看上下文"]);
    expect(labels(ask("吞吐量"), { lang: "en" })[0]).toEqual(["Next quote 2/2", "Show context"]);
  });

  it("offer a chart beside the votes, by its question or, where that leads elsewhere, by what is kept", () => {
    const press = (question: string | undefined) => {
      const { rows, keep } = answerButtons(ask("谁"), { ...context, chart: { question, kept: "{}" } });
      const [button] = rows.flat().filter((b) => b.text === "📊 看图");
      return [
        readPressed(button !== undefined && "callback_data" in button ? button.callback_data : "", "v1"),
        keep,
      ];
    };
    expect(press("吞吐量")).toEqual([
      { kind: "chart", data: { asker: 0, token: packText("吞吐量", 50) } },
      [],
    ]);
    const hash = hashText("{}");
    for (const question of [undefined, "很长的问题".repeat(20)]) {
      const kept = [{ hash, text: "{}" }];
      expect(press(question)).toEqual([{ kind: "chart", data: { asker: 0, token: hash } }, kept]);
    }
  });

  it("give the way out a row of its own beside a chart: a phone has room for three", () => {
    const chart = { question: "吞吐量", kept: "{}" };
    expect(labels(ask("吞吐量"), { chart }).slice(-2)).toEqual([["👍", "👎", "📊 看图"], ["换个理解"]]);
  });

  it("page through quotes of known articles only", () => {
    expect(labels(ask("吞吐量"), { articleIds: ["lighthouse-2024"] })[0]).toEqual(["看上下文"]);
    expect(labels(ask("吞吐量"), { articleIds: [] })[0]).toEqual(["与2020年相比"]);
  });

  it("name each quote once, though another article's list repeats it", () => {
    const answer = ask("吞吐量");
    if (answer.kind !== "number") throw new Error("no number");
    expect(labels({ ...answer, alsoIn: answer.quotes })[0]?.[0]).toBe("下一条引文 2/2");
  });
});

describe("questionButtons", () => {
  it("carry the question itself, or the hash under which it is to be kept", () => {
    const long = "问".repeat(200);
    const { rows, keep } = questionButtons(
      [
        { label: "短", question: "短？" },
        { label: "长".repeat(50), question: long },
      ],
      "zh-Hans",
    );
    const data = rows.flat().map((b) => ("callback_data" in b ? b.callback_data : ""));
    expect(data.every((d) => Buffer.byteLength(d) <= 64)).toBe(true);
    expect(readPressed(data[1] ?? "", "v1")).toEqual({ kind: "ask", token: hashText(long), fresh: false });
    expect(keep).toEqual([{ hash: hashText(long), text: long }]);
    expect(rows[1]?.[0]?.text.length).toBeLessThanOrEqual(40);
  });

  it("show an English question whole", () => {
    const label = "How much bigger was China's goods trade in 2024 than in 2020?";
    expect(questionButtons([{ label, question: label }], "en").rows[0]?.[0]?.text).toBe(label);
  });
});
