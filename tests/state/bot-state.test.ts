import { beforeEach, describe, expect, it } from "vitest";
import { createBotState } from "../../src/state/bot-state.ts";
import { KINDS } from "../../src/state/kinds.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";

const DAY = 86_400_000;
let now = 0;
let state = createBotState(createMemoryStore());
beforeEach(() => {
  now = 0;
  state = createBotState(createMemoryStore(() => now));
});

const memory = {
  v: 1 as const,
  question: "q",
  intent: "number" as const,
  slots: null,
  figures: [],
  quote: null,
};
const seat = { chat: -1, thread: 2, user: 3 };

describe("what a follow-up may take over", () => {
  it("is kept per chat, thread and user, and by the answer's message", async () => {
    await state.keepAnswer(seat, 10, { answer: 11, text: "q", before: null }, memory);
    expect(await state.topic(seat)).toEqual(memory);
    for (const other of [
      { ...seat, chat: -2 },
      { ...seat, thread: 0 },
      { ...seat, user: 4 },
    ])
      expect(await state.topic(other)).toBeNull();
    expect(await state.topicOf(-1, 11)).toEqual(memory);
    expect(await state.topicOf(-1, 12)).toBeUndefined();
    expect(await state.answered(-1, 10)).toEqual({ answer: 11, text: "q", before: null });
  });

  it("ends after an hour; a reply to the answer still finds it for a week, an edit for two days", async () => {
    await state.keepAnswer(seat, 10, { answer: 11, text: "q", before: null }, memory);
    now = KINDS.topic * 1000;
    expect(await state.topic(seat)).toBeNull();
    now = 2 * DAY;
    expect(await state.answered(-1, 10)).toBeUndefined();
    expect(await state.topicOf(-1, 11)).toEqual(memory);
    now = 7 * DAY;
    expect(await state.topicOf(-1, 11)).toBeUndefined();
  });
});

it("counts questions within a minute", async () => {
  expect([
    await state.countQuestion("user", 1),
    await state.countQuestion("user", 1),
    await state.countQuestion("chat", 1),
  ]).toEqual([1, 2, 1]);
  now = 60_000;
  expect(await state.countQuestion("user", 1)).toBe(1);
});

it("gives a hint once a day in each chat", async () => {
  expect([
    await state.mayHint(1, "x"),
    await state.mayHint(1, "x"),
    await state.mayHint(1, "y"),
    await state.mayHint(2, "x"),
  ]).toEqual([true, false, true, true]);
  now = DAY;
  expect(await state.mayHint(1, "x")).toBe(true);
});

it("takes a group's setting along when it moves", async () => {
  await state.setQuiet(-1, true);
  await state.moveChat(-1, -100);
  expect([await state.isQuiet(-1), await state.isQuiet(-100)]).toEqual([false, true]);
  await state.setQuiet(-100, false);
  expect(await state.isQuiet(-100)).toBe(false);
});

it("counts a vote once, until it changes", async () => {
  expect([
    await state.vote("1:2", 3, true),
    await state.vote("1:2", 3, true),
    await state.vote("1:2", 3, false),
    await state.vote("1:2", 4, false),
  ]).toEqual([true, false, true, true]);
});

it("goes back to no chosen language", async () => {
  await state.setLanguage(1, "zh-Hant");
  expect(await state.language(1)).toBe("zh-Hant");
  await state.setLanguage(1, null);
  expect(await state.language(1)).toBeUndefined();
});
