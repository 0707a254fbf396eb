import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BotWorld, startWorld } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

describe.each(["polling", "webhook"] as const)("inline, over %s", (by) => {
  let world: BotWorld;
  let me: number;
  beforeAll(async () => {
    world = await startWorld({ by, assistant: tinyAssistant() });
    me = world.api.createUser({ first_name: "甲", language_code: "zh-hans" }).id;
    world.api.openPrivateChat(me);
  });
  afterAll(async () => await world.stop());

  const query = async (text: string, offset = "") => {
    const answer = await world.api.askInline(me, text, { offset }).answer();
    if (answer === undefined) throw new Error("no answer to the inline query");
    return answer;
  };

  it.each([
    ["2023年吞吐量", "云岛港吞吐量：超过120万箱"],
    ["2023年吞吐量与2020年相比", "2023年更高。"],
  ])("%s gives the answer first, then quotes", async (text, title) => {
    const { results } = await query(text);
    expect(results[0]).toMatchObject({ title, input_message_content: { parse_mode: "HTML" } });
    expect(results.length).toBe(11);
  });

  it("gives only quotes where there is no figure, and nothing but the way in where nothing is found", async () => {
    expect((await query("海湾的港口")).results.every((r) => r.id.includes("-q-"))).toBe(true);
    const nothing = await query("火星");
    expect(nothing.results).toEqual([]);
    expect(nothing.button?.text).toBe("私聊问个明白");
  });

  it("pages without repeating itself, and takes a strange offset for none", async () => {
    const first = await query("港");
    const second = await query("港", first.next_offset);
    const ids = [...first.results, ...second.results].map((r) => r.id);
    expect(ids.length).toBe(15);
    expect(new Set(ids).size).toBe(15);
    expect(second.next_offset).toBe("");
    expect((await query("港", "<x>")).results.map((r) => r.id)).toEqual(first.results.map((r) => r.id));
  });

  it("names the version of the knowledge in every id, within 64 bytes", async () => {
    for (const { id } of [...(await query("港")).results, ...(await query("")).results]) {
      expect(id.startsWith("tiny0001-")).toBe(true);
      expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
    }
  });

  it("shows examples with their answers for the empty query", async () => {
    const { results } = await query("");
    expect(results.map((r) => ("title" in r ? r.title : ""))).toEqual(["2023年吞吐量是多少？", "谁是功臣？"]);
  });

  it.each([
    "2023年吞吐量是多少？",
    "2023年云岛港的吞吐量到底是多少箱呢，请把零头也告诉我，谢谢你们大家了！".repeat(3),
  ])("carries the words into the private chat: %s", async (text) => {
    const { button } = await query(text);
    const before = world.said(me).length;
    world.api.sendText(me, me, `/start ${button?.start_parameter}`);
    expect((await world.hears(me, before + 1)).at(-1)?.text).toContain("120万箱");
  });

  it("counts what was chosen, and does not answer what was sent through it", async () => {
    const answer = await query("2023年吞吐量");
    const before = world.said(me).length;
    world.api.chooseResult(me, me, answer, answer.results[0]?.id ?? "");
    await world.quiet();
    expect(world.said(me).length).toBe(before);
    expect(await world.store.list("chosen:")).toMatchObject([{ value: 1 }]);
  });

  it("takes less than 50 ms of the bot's own time", async () => {
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const begun = performance.now();
      await query(`2023年吞吐量${i}`);
      times.push(performance.now() - begun);
    }
    // The median over loopback, so that a busy machine does not decide.
    expect(times.sort((a, b) => a - b)[10]).toBeLessThan(50);
  });

  it("lets a query that ran out be", async () => {
    world.api.addFault({
      kind: "error",
      code: 400,
      reason: "Bad Request: query is too old and response timeout expired or query ID is invalid",
      method: "answerInlineQuery",
    });
    expect(await world.api.askInline(me, "港").answer(300)).toBeUndefined();
    expect((await query("港")).results.length).toBe(10);
    await world.quiet();
    expect(await world.store.list("taken:")).toEqual([]);
  });
});
