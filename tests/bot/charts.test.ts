import type { Message } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ComparisonAnswer } from "../../src/answer/types.ts";
import { type BotWorld, startWorld, until, type WorldSettings } from "../support/bot-world.ts";
import { yearlyAssistant } from "../support/yearly-library.ts";

const yearly = yearlyAssistant();
const NUMBER = "2022年云岛港货物吞吐量是多少";
const COMPARISON = "2020年和2022年云岛港货物吞吐量差多少";
const TREND = "云岛港历年货物吞吐量";

/** An answer and its picture. */
const BOTH = { count: 2 };
/** How the client is told that a press was taken, with nothing to show. */
const SILENT = { show_alert: false };

let world: BotWorld;
let me: number;
let friend: number;

async function begin(settings: WorldSettings = {}): Promise<void> {
  world = await startWorld({ assistant: yearly, ...settings });
  [me, friend] = ["甲", "乙"].map((first_name) => {
    const { id } = world.api.createUser({ first_name, language_code: "zh-hans" });
    world.api.openPrivateChat(id);
    return id;
  }) as [number, number];
}

const group = async (): Promise<number> => {
  const { id } = world.api.createSupergroup({ title: "群", creator: me, members: [friend] });
  await world.quiet(); // its greeting
  return id;
};
/** Asks, waits for `count` messages, and gives what the bot has said by the time that it is silent. */
const ask = async (
  chat: number,
  text: string,
  { replyTo, count = 1 }: { replyTo?: number; count?: number } = {},
): Promise<readonly Message[]> => {
  const before = world.said(chat).length;
  world.api.sendText(me, chat, text, replyTo === undefined ? {} : { replyTo });
  await world.hears(chat, before + count);
  await world.quiet();
  return world.said(chat).slice(before);
};
const press = async (chat: number, message: Message | undefined, user = me) =>
  await world.api.pressButton(user, chat, message?.message_id ?? 0, { text: "📊 看图" }).answer();
const hasButton = (message: Message | undefined): boolean =>
  message?.reply_markup?.inline_keyboard.flat().some((b) => b.text === "📊 看图") === true;
const photoIn = (message: Message | undefined): Buffer =>
  world.api.fileBytes(message?.photo?.at(-1)?.file_id ?? "") ?? Buffer.alloc(0);

afterEach(async () => await world.stop());

describe.each(["polling", "webhook"] as const)("charts over %s", (by) => {
  beforeEach(async () => await begin({ by }));

  it.each([
    ["a comparison", COMPARISON],
    ["a number whose other years are known", NUMBER],
  ])("are offered below %s, and come as a photo in reply to it", async (_, text) => {
    const [answer, ...rest] = await ask(me, text);
    expect(hasButton(answer)).toBe(true);
    expect(rest).toEqual([]);
    expect(await press(me, answer)).toEqual(SILENT);
    const picture = world.said(me).at(-1);
    expect(picture?.photo?.at(-1)?.width).toBe(1080);
    expect(picture?.caption).toMatch(/^云岛港货物吞吐量\n[\s\S]*来源：云岛日报，2023-01-20（摘编）/);
    expect(picture?.reply_to_message?.message_id).toBe(answer?.message_id);
  });

  it.each([
    ["云岛港查获走私案件多少起", "of one year"],
    ["云岛港有多少灯塔", "that are not there"],
  ])("are not offered for figures (%s) %s", async (text) => {
    const [answer] = await ask(me, text);
    expect(hasButton(answer)).toBe(false);
  });

  it("are sent at once when they are asked for, and say so where there is nothing to draw", async () => {
    const [answer, picture] = await ask(me, TREND, BOTH);
    expect(answer?.text).toContain("1350万吨");
    expect(hasButton(answer)).toBe(false);
    expect(picture?.caption).toContain("云岛港货物吞吐量");
    expect(picture?.reply_to_message?.message_id).toBe(answer?.message_id);
    const [none, ...rest] = await ask(me, "云岛港开行班列的历年走势");
    expect(none?.text).toContain("没有可以连成一张图的数");
    expect(rest).toEqual([]);
  });
});

describe("charts", () => {
  it("are drawn in the asker's language", async () => {
    await begin();
    world.api.setLanguage(me, "zh-hant");
    const [, picture] = await ask(me, "雲島港歷年貨物吞吐量", BOTH);
    expect(picture?.caption).toMatch(/^雲島港貨物吞吐量\n[\s\S]*來源：/);
  });

  it("of the same content are drawn once", async () => {
    await begin();
    const [, first] = await ask(me, TREND, BOTH);
    const [, second] = await ask(me, "云岛港货物吞吐量走势如何", BOTH);
    expect(photoIn(first).length).toBeGreaterThan(5000);
    expect(photoIn(second).equals(photoIn(first))).toBe(true);
  });

  it("come unasked in private where three or more values are compared, in groups by the button", async () => {
    const three: typeof yearly = {
      ...yearly,
      ask: (input) => {
        const [a, b] = [
          yearly.ask({ text: COMPARISON }),
          yearly.ask({ text: "2021年云岛港货物吞吐量是多少" }),
        ];
        if (a.kind !== "comparison" || b.kind !== "number") return yearly.ask(input);
        const added = b.figures.slice(0, 1).map((f) => ({ ...f, label: "2021年", quote: a.quotes.length }));
        return {
          ...a,
          figures: [...a.figures, ...added],
          quotes: [...a.quotes, b.quotes[0]],
          question: input.text,
        } satisfies ComparisonAnswer;
      },
    };
    await begin({ assistant: three });
    const [answer, picture] = await ask(me, "分别是多少", BOTH);
    expect([hasButton(answer), picture?.caption?.split("\n")[0]]).toEqual([false, "云岛港货物吞吐量"]);
    const chat = await group();
    const replies = await ask(chat, "/ask 分别是多少");
    expect(replies.map(hasButton)).toEqual([true]);
  });

  it("are drawn in a group for the asker alone, in the topic of the answer", async () => {
    await begin();
    const { id: chat } = world.api.createSupergroup({
      title: "坛",
      creator: me,
      members: [friend],
      is_forum: true,
    });
    await world.quiet();
    const topic = world.api.createTopic(chat, "港口", me).message_thread_id;
    const before = world.said(chat).length;
    world.api.sendText(me, chat, `/ask ${COMPARISON}`, { topic });
    const answer = (await world.hears(chat, before + 1)).at(-1);
    expect(await press(chat, answer, friend)).toMatchObject({
      text: expect.stringContaining("别人的提问"),
      show_alert: true,
    });
    expect(world.said(chat)).toHaveLength(before + 1);
    await press(chat, answer);
    expect(world.said(chat).at(-1)).toMatchObject({
      message_thread_id: topic,
      photo: expect.anything(),
      reply_to_message: { message_id: answer?.message_id },
    });
  });

  it("asked for in a group come in reply to their answer", async () => {
    await begin();
    const chat = await group();
    const [answer, picture] = await ask(chat, `/ask ${TREND}`, BOTH);
    expect(picture?.photo).toBeDefined();
    expect(picture?.reply_to_message?.message_id).toBe(answer?.message_id);
  });

  it("in a quiet group are for the asker's eyes, too", async () => {
    await begin();
    const chat = await group();
    await ask(chat, "/quiet on");
    world.api.clearTranscript();
    world.api.sendText(me, chat, `/ask ${TREND}`);
    const calls = () =>
      world.api.transcript.flatMap((e) => (e.kind === "call" && /^send/.test(e.method) ? [e] : []));
    await until(
      () => calls().length > 1,
      8000,
      () => "no picture",
    );
    const sent = calls();
    expect(sent.map((e) => [e.method, e.outcome.ok])).toEqual([
      ["sendMessage", true],
      ["sendPhoto", true],
    ]);
    for (const { params } of sent)
      expect(JSON.stringify(params["ephemeral_message_parameters"])).toContain(String(me));
  });

  it.each([
    ["by their question", COMPARISON, false],
    ["where an earlier turn bears on them, as they were kept", "那2020年呢", true],
    ["where the question is long, as they were kept", `${"请问".repeat(20)}${COMPARISON}`, false],
  ])("are drawn after a restart: %s", async (_, text, follows) => {
    await begin();
    if (follows) await ask(me, NUMBER);
    const answer = (await ask(me, text)).at(-1);
    await world.bot.stop();
    await world.restart();
    expect(await press(me, answer)).toEqual(SILENT);
    expect(world.said(me).at(-1)?.caption).toContain("云岛港货物吞吐量");
  });

  it("of an earlier library say that they are outdated", async () => {
    await begin();
    const [answer] = await ask(me, COMPARISON);
    await world.bot.stop();
    await world.restart({ ...yearly, version: "another" });
    expect(await press(me, answer)).toMatchObject({
      text: expect.stringContaining("过期"),
      show_alert: true,
    });
  });

  it("are replied to like the answer that they belong to", async () => {
    await begin();
    const chat = await group();
    const [answer] = await ask(chat, `/ask ${NUMBER}`);
    await press(chat, answer);
    const picture = world.said(chat).at(-1);
    await ask(chat, "/ask 2020年云岛港查获走私案件多少起");
    const [reply] = await ask(chat, "那2020年呢", { replyTo: picture?.message_id ?? 0 });
    expect(reply?.text).toContain("1000万吨");
  });

  it("follow an edited question by the button, not by another message", async () => {
    await begin();
    const question = world.api.sendText(me, me, "2020年云岛港查获走私案件多少起");
    await world.hears(me);
    world.api.editText(me, question.message_id, TREND);
    await world.quiet();
    expect(world.said(me).map(hasButton)).toEqual([true]);
  });
});

describe("a chart that fails", () => {
  it("is told when it takes too long, below the answer or in the press, and can be asked for again", async () => {
    await begin({ drawMs: 1 });
    const [answer, excuse, ...rest] = await ask(me, TREND, BOTH);
    expect(answer?.text).toContain("1350万吨");
    expect(excuse?.text).toBe("图没画出来，请稍后再试。");
    expect(rest).toEqual([]);
    expect(await press(me, excuse)).toMatchObject({ text: excuse?.text, show_alert: true });
    expect(world.said(me)).toHaveLength(2);
  });

  it("because pictures are not allowed is told to whoever pressed", async () => {
    await begin();
    const chat = await group();
    const [answer] = await ask(chat, `/ask ${COMPARISON}`);
    world.api.addFault({
      kind: "error",
      code: 400,
      reason: "Bad Request: not enough rights to send photos to the chat",
      method: "sendPhoto",
    });
    expect(await press(chat, answer)).toMatchObject({ text: "这里不让我发图片。", show_alert: true });
  });

  it.each([
    ["refused", { kind: "error", code: 400, reason: "Bad Request: PHOTO_INVALID_DIMENSIONS" }],
    ["cut off", { kind: "reset" }],
  ] as const)("on its way (%s) leaves the answer said once", async (_, fault) => {
    await begin();
    for (let i = 0; i < 2; i++) world.api.addFault({ ...fault, method: "sendPhoto" });
    const [answer, excuse, ...rest] = await ask(me, TREND, BOTH);
    expect(answer?.text).toContain("1350万吨");
    expect(excuse?.text).toContain("图没画出来");
    expect(rest).toEqual([]);
  });
});
