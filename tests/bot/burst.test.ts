import { expect, it } from "vitest";
import { startWorld, until } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

/** 500 questions take 20 s at Telegram's pace; over webhooks every test run does fewer, and SOAK=1 as many. */
const PEOPLE = { polling: 100, webhook: process.env["SOAK"] === "1" ? 100 : 20 } as const;
const EACH = 5;

it.each(["polling", "webhook"] as const)(
  "answers five questions of each of many people over %s, in order per chat and within Telegram's limits",
  async (by) => {
    const world = await startWorld({ by, assistant: tinyAssistant(), paced: true });
    const people = Array.from({ length: PEOPLE[by] }, (_, i) => {
      const { id } = world.api.createUser({ first_name: `人${i}` });
      world.api.openPrivateChat(id);
      return id;
    });
    // What each is answered tells which of the five questions it answers.
    const questions = ["2023年吞吐量", "2020年吞吐量", "谁是功臣", "你好", "火星"];
    for (const text of questions) for (const user of people) world.api.sendText(user, user, text);
    const count = () =>
      world.api.transcript.filter((e) => e.kind === "call" && e.method === "sendMessage").length;
    await until(
      () => count() >= PEOPLE[by] * EACH,
      60_000,
      () => `${count()} answers`,
    );
    await world.quiet();
    const first = world.said(people[0] ?? 0).map((m) => m.text);
    expect(first.map((text) => text?.slice(0, 8))).toEqual([
      "云岛港吞吐量：超",
      "云岛港吞吐量：8",
      "港务局长林远说，",
      "你好。",
      "资料里没有找到。",
    ]);
    for (const user of people) expect(world.said(user).map((m) => m.text)).toEqual(first);
    expect(world.api.rates.violations).toEqual([]);
    await world.stop();
  },
  90_000,
);
