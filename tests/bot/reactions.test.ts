import { expect, it } from "vitest";
import { startWorld } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

it("a thumb as a reaction to an answer is a vote, once a person, and the button's vote is the same one", async () => {
  const world = await startWorld({ assistant: tinyAssistant() });
  const { id } = world.api.createUser({ first_name: "甲", language_code: "zh-hans" });
  world.api.openPrivateChat(id);
  const question = world.api.sendText(id, id, "谁是功臣？");
  const answer = (await world.hears(id))[0]?.message_id ?? 0;
  const react = async (message: number, ...emoji: ("👍" | "👎" | "🔥")[]) => {
    world.api.react(
      id,
      id,
      message,
      emoji.map((e) => ({ type: "emoji", emoji: e })),
    );
    await world.quiet();
    return (await world.store.list("vote:")).map(({ key, value }) => [key, value]);
  };
  const key = `vote:${id}:${answer}:${id}`;
  expect(await react(question.message_id, "👍")).toEqual([]);
  expect(await react(answer, "🔥")).toEqual([]);
  expect(await react(answer, "👍")).toEqual([[key, true]]);
  expect((await world.api.pressButton(id, id, answer, { text: "👍" }).answer())?.text).toContain("已经投过");
  expect(await react(answer)).toEqual([[key, true]]);
  expect(await react(answer, "👎")).toEqual([[key, false]]);
  expect(world.said(id)).toHaveLength(1);
  await world.stop();
});
