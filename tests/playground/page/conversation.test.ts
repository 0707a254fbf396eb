import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Playground } from "../../../src/playground/start.ts";
import { clientOf, jsonOf, startTiny } from "./support.ts";

let playground: Playground;
let client: ReturnType<typeof clientOf>;

beforeAll(async () => {
  playground = await startTiny();
  client = clientOf(playground.url);
});
afterAll(async () => await playground.stop());
beforeEach(async () => {
  await client.said("private", 0);
  expect((await client.act("reset", {})).status).toBe(200);
});

const person = async (index = 0): Promise<number> => (await client.state()).people[index].id;

async function send(kind: "private" | "group" | "friends", text: string, more: object = {}) {
  const chat = await client.chat(kind);
  const response = await client.act("send", { user: await person(), chat: chat.id, text, ...more });
  expect(response.status).toBe(200);
  return (await jsonOf(response)).message as number;
}

describe("in private", () => {
  it("gets an answer with its formatting, source and buttons", async () => {
    await send("private", "2023年吞吐量是多少？");
    const [answer] = await client.said("private");
    expect(answer.html).toContain("<b>");
    expect(answer.html).toContain("<blockquote");
    expect(answer.text).toContain("超过120万箱");
    expect(answer.keyboard.flat().map((button: { kind: string }) => button.kind)).toContain("callback");
  });

  it("carries a press on a button to the bot and the bot's word back", async () => {
    await send("private", "2023年吞吐量是多少？");
    const [{ chat, id, keyboard }] = await client.said("private");
    const row = keyboard.findIndex((buttons: { text: string }[]) =>
      buttons.some(({ text }) => text === "👍"),
    );
    const place = { user: await person(), chat, message: id, row, column: 0 };
    const answer = await jsonOf(client.act("press", place));
    expect(answer).toMatchObject({ text: "谢谢，已记下。", show_alert: false });
  });

  it("refuses a press on a button that is not there", async () => {
    const message = await send("private", "2023年吞吐量是多少？");
    const user = await person();
    const response = await client.act("press", { user, chat: user, message, row: 0, column: 0 });
    expect(response.status).toBe(400);
  });

  it("lets a person change a question, and the bot its answer in place", async () => {
    const message = await send("private", "2023年吞吐量是多少？");
    const [{ id }] = await client.said("private");
    await client.act("edit", { chat: await person(), message, text: "2020年吞吐量是多少？" });
    await expect
      .poll(async () => (await client.said("private"))[0], { timeout: 8000 })
      .toMatchObject({ id, edited: true, text: expect.stringContaining("80.5万箱") });
  });

  it("shows each person the commands in their own language", async () => {
    await expect
      .poll(async () => Object.values((await client.chat("private")).commands)[0], { timeout: 8000 })
      .toContainEqual({ command: "ask", description: "提问" });
    const world = await client.state();
    const emma = world.people[2].id;
    const hers = world.chats.find((chat: { id: number }) => chat.id === emma);
    expect(hers.commands[emma]).toContainEqual({ command: "ask", description: "Ask a question" });
  });

  it("gives the bot's hints in the language that the person has now", async () => {
    const user = await person();
    await client.act("language", { user, language: "en" });
    await send("private", "/nonsense");
    const [hint] = await client.said("private");
    expect(hint.text).toContain("I do not know that command");
    await client.act("language", { user, language: "zh-hans" });
  });
});

describe("in a group", () => {
  it.each([
    ["a command for this bot", "/ask@guanwen_bot 2023年吞吐量是多少？", 1],
    ["a mention", "@guanwen_bot 2023年吞吐量是多少？", 1],
    ["talk among people", "2023年吞吐量是多少？", 0],
    ["a command for another bot", "/ask@other_bot 2023年吞吐量是多少？", 0],
  ])("answers %s: %s → %i", async (_, text, count) => {
    await send("group", text);
    await send("group", "/help@guanwen_bot");
    expect(await client.said("group", count + 1)).toHaveLength(count + 1);
  });

  it("keeps an answer in its topic, as a reply to its question", async () => {
    const { topics } = await client.chat("group");
    const message = await send("group", "@guanwen_bot 2023年吞吐量是多少？", { topic: topics[0].id });
    const [answer] = await client.said("group");
    expect(answer).toMatchObject({ topic: topics[0].id, reply: { id: message } });
  });

  it("carries the selected part of a message to the bot", async () => {
    await send("group", "@guanwen_bot 2023年吞吐量是多少？");
    const [{ id }] = await client.said("group");
    await send("group", "吞吐量再说一遍", { replyTo: id, quote: "云岛港" });
    const [, answer] = await client.said("group", 2);
    expect(answer.text).toContain("（云岛港）");
  });

  it("refuses a part that does not stand in the message", async () => {
    await send("group", "@guanwen_bot 2023年吞吐量是多少？");
    const [{ id, chat }] = await client.said("group");
    const reply = { user: await person(), chat, text: "?", replyTo: id, quote: "nowhere" };
    expect((await client.act("send", reply)).status).toBe(400);
  });
});

describe("inline", () => {
  it("lists results with a way into the private chat, page by page, and sends the picked one", async () => {
    const chat = await client.chat("friends");
    const user = await person();
    const first = await jsonOf(client.act("inline", { user, chat: chat.id, query: "云岛港" }));
    expect(first.results.length).toBeGreaterThan(3);
    expect(first.results[0]).toEqual({
      id: expect.any(String),
      title: expect.any(String),
      description: expect.any(String),
    });
    expect(first.button).toMatchObject({ text: expect.any(String), start_parameter: expect.any(String) });
    const offset = first.next;
    const second = await jsonOf(client.act("inline", { user, chat: chat.id, query: "云岛港", offset }));
    expect(second.results.length).toBeGreaterThan(0);
    await client.act("choose", { user, chat: chat.id, query: second.query, result: second.results[0].id });
    const { messages } = await client.chat("friends");
    expect(messages.at(-1)).toMatchObject({ viaBot: "guanwen_bot", from: { id: user } });
  });

  it("answers a message that names the bot in a chat which it is no member of", async () => {
    await send("friends", "@guanwen_bot 2023年吞吐量是多少？");
    const [answer] = await client.said("friends");
    expect(answer.text).toContain("超过120万箱");
  });

  it("says so when a list of results is gone", async () => {
    const chat = await client.chat("friends");
    const gone = { user: await person(), chat: chat.id, query: "1", result: "x" };
    expect((await client.act("choose", gone)).status).toBe(404);
  });
});

describe("behind an answer", () => {
  const details = async (kind: "private" | "group" | "friends", message: { chat: number; key: string }) => {
    expect(message.chat).toBe((await client.chat(kind)).id);
    return await jsonOf(client.read("details", { chat: String(message.chat), key: message.key }));
  };

  it("shows the update, the call and how the question was understood", async () => {
    await send("private", "2023年吞吐量是多少？");
    const [answer] = await client.said("private");
    const { entries, trace } = await details("private", answer);
    expect(entries.map((entry: { kind: string; name: string }) => `${entry.kind} ${entry.name}`)).toEqual([
      "update message",
      "call sendMessage",
    ]);
    expect(entries[1].outcome).toMatchObject({ ok: true });
    expect(trace).toEqual({ question: "2023年吞吐量是多少？", lines: ["asked 2023年吞吐量是多少？"] });
  });

  it("adds what a button brought about", async () => {
    await send("private", "2023年吞吐量是多少？");
    const [{ chat, id, key, keyboard }] = await client.said("private");
    const row = keyboard.findIndex((buttons: { text: string }[]) =>
      buttons.some(({ text }) => text === "看上下文"),
    );
    const column = keyboard[row].findIndex(({ text }: { text: string }) => text === "看上下文");
    await client.act("press", { user: await person(), chat, message: id, row, column });
    const { entries } = await details("private", { chat, key });
    expect(entries.map((entry: { name: string }) => entry.name)).toEqual([
      "message",
      "sendMessage",
      "callback_query",
      "editMessageText",
      "answerCallbackQuery",
    ]);
  });

  it("keeps to what belongs to the message, in groups and for one pair of eyes too", async () => {
    const { id: chat } = await client.chat("group");
    await send("group", "/quiet@guanwen_bot on");
    await client.said("group");
    const emma = await person(2);
    await client.act("send", { user: emma, chat, text: "/ask@guanwen_bot 2023年吞吐量是多少？" });
    const [, answer] = await client.said("group", 2);
    expect(answer).toMatchObject({ onlyFor: emma, key: "e1", ephemeral: 1 });
    await send("group", "talk among people");
    const press = { user: emma, chat, message: answer.ephemeral, row: 0, column: 0, isEphemeral: true };
    expect((await client.act("press", press)).status).toBe(200);
    const { entries } = await details("group", answer);
    expect(entries.map((entry: { name: string }) => entry.name)).toEqual([
      "message",
      "sendMessage",
      "callback_query",
      "editEphemeralMessageText",
      "answerCallbackQuery",
    ]);
  });

  it("tells where a picked inline result came from", async () => {
    const chat = await client.chat("friends");
    const user = await person();
    const page = await jsonOf(client.act("inline", { user, chat: chat.id, query: "2023年吞吐量" }));
    await client.act("choose", { user, chat: chat.id, query: page.query, result: page.results[0].id });
    const message = (await client.chat("friends")).messages.at(-1);
    const { entries, trace } = await details("friends", message);
    expect(entries.map((entry: { name: string }) => entry.name)).toEqual([
      "inline_query",
      "answerInlineQuery",
      "chosen_inline_result",
    ]);
    expect(trace.question).toBe("2023年吞吐量");
  });

  it("tells how a guest's question was answered", async () => {
    await send("friends", "@guanwen_bot 2023年吞吐量是多少？");
    const [answer] = await client.said("friends");
    const { entries, trace } = await details("friends", answer);
    expect(entries.map((entry: { name: string }) => entry.name)).toEqual([
      "guest_message",
      "answerGuestQuery",
    ]);
    expect(trace.question).toBe("2023年吞吐量是多少？");
  });

  it("has nothing on messages that are not there", async () => {
    expect((await client.read("details", { chat: "1", key: "1" })).status).toBe(404);
  });
});

describe("starting over", () => {
  it("empties the chats and makes the bot forget what a follow-up would take over", async () => {
    await send("private", "2023年吞吐量是多少？");
    await client.said("private");
    await client.act("reset", {});
    expect((await client.chat("private")).messages).toEqual([]);
    await send("private", "那2020年呢");
    const [answer] = await client.said("private");
    expect(answer.text).toContain("没有找到");
    expect((await client.chat("private")).commands).not.toEqual({});
  });
});

describe("events", () => {
  it("come as they happen, hello first", async () => {
    const leave = new AbortController();
    const response = await fetch(`${playground.url}/api/events`, { signal: leave.signal });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const events: { type: string }[] = [];
    const reading = collect(response, events);
    await send("private", "你好");
    await expect
      .poll(() => events.map(({ type }) => type), { timeout: 8000 })
      .toEqual(expect.arrayContaining(["hello", "message", "call"]));
    expect(events[0]).toEqual({ type: "hello" });
    leave.abort();
    await reading;
  });
});

async function collect(response: Response, events: { type: string }[]): Promise<void> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(chunk, { stream: true });
      const frames = rest.split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) if (frame.startsWith("data: ")) events.push(JSON.parse(frame.slice(6)));
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "AbortError") throw error;
  }
}
