import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MESSAGE_LIMIT } from "../../src/format/cut.ts";
import { type BotWorld, startWorld } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";
import { yearlyAssistant } from "../support/yearly-library.ts";

const ask = async (world: BotWorld, text: string, code = "zh-hans") => {
  const { id } = world.api.createUser({ first_name: "甲", language_code: code });
  world.api.openPrivateChat(id);
  world.api.sendText(id, id, text);
  const [reply] = await world.hears(id);
  return { id, reply };
};

describe("over a library of yearly reports", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startWorld({ assistant: yearlyAssistant() });
  });
  afterAll(async () => await world.stop());

  it.each([
    ["zh-hans", "2022年\n云岛港货物吞吐量：2022、2021、2020\n2021年\n云岛港开行班列"],
    ["zh-hant", "2022年\n雲島港貨物吞吐量：2022、2021、2020"],
    ["en", "What is known: 3 measures"],
  ])("/coverage in %s lists what is known, newest first", async (code, expected) => {
    const { reply } = await ask(world, "/coverage", code);
    expect(reply?.text).toContain(expected);
    expect(reply?.entities?.some((e) => e.type === "expandable_blockquote")).toBe(true);
    // No value without its quote.
    expect(reply?.text).not.toMatch(/万吨|30/);
  });

  it.each([
    ["zh-hans", "各来源说法不同的有 1 处", "摘编自"],
    ["zh-hant", "各來源說法不同的有 1 處", "摘編自"],
    ["en", "Stated differently: 1", "Digest of"],
  ])("/conflicts in %s sets what differs side by side", async (code, title, source) => {
    const { reply } = await ask(world, "/conflicts", code);
    expect(reply?.text).toContain(title);
    expect(reply?.text).toContain("2023-01-20 云岛日报  1260万吨\n2022-01-20 云岛日报  1200万吨");
    expect(reply?.text).toContain(source);
    expect(world.api.html(reply ?? ({} as never))).toContain(
      "<blockquote expandable>2021年，云岛港货物吞吐量为<b>1200万吨</b>，同比增长20%。</blockquote>",
    );
  });
});

it("pages through what a large library knows", async () => {
  const stems = [..."甲乙丙丁戊己庚辛壬癸"];
  const branches = [..."子丑寅卯辰巳午未申酉戌亥"];
  const ports = stems.flatMap((a) => branches.flatMap((b) => [`${a}${b}东港`, `${a}${b}西港`]));
  const body = ports
    .map((port, i) => `2022年，${port}国际集装箱码头货物吞吐量为${i + 10}万吨。`)
    .join("\n\n");
  const world = await startWorld({ assistant: yearlyAssistant({ "2023": body }) });
  const { id, reply } = await ask(world, "/coverage");
  expect(reply?.text?.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
  expect(reply?.text).toContain("第 1/2 页");
  await world.api.pressButton(id, id, reply?.message_id ?? 0, { text: "下一页 ›" }).answer();
  expect(world.said(id)).toHaveLength(1);
  const text = `${reply?.text}${world.said(id)[0]?.text}`;
  expect(ports.filter((port) => !text.includes(port))).toEqual([]);
  await world.stop();
});

it("an assistant without a library knows of nothing, and says so", async () => {
  const world = await startWorld({ assistant: tinyAssistant() });
  expect((await ask(world, "/coverage")).reply?.text).toBe("资料库还是空的。");
  expect((await ask(world, "/conflicts")).reply?.text).toContain("没有发现");
  await world.stop();
});
