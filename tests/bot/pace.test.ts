import fc from "fast-check";
import { expect, it } from "vitest";
import { paceMessages } from "../../src/bot/pace.ts";

type Sent = { readonly chat: number; readonly at: number };

/** Sends through the pace over a clock that jumps to the next timer; gives the times at which calls went out. */
async function run(chats: readonly number[]): Promise<readonly Sent[]> {
  let now = 0;
  const timers: { readonly at: number; readonly go: () => void }[] = [];
  const sleep = async (ms: number) => await new Promise<void>((go) => void timers.push({ at: now + ms, go }));
  const sent: Sent[] = [];
  const pace = paceMessages({ now: () => now, sleep });
  const prev = async (_: string, payload: object) => {
    sent.push({ chat: (payload as { chat_id: number }).chat_id, at: now });
    return { ok: true, result: true };
  };
  const calls = chats.map((chat_id) => pace(prev as never, "sendMessage", { chat_id, text: "" } as never));
  while (sent.length < chats.length) {
    for (let i = 0; i < 50; i++) await Promise.resolve();
    const next = timers.sort((a, b) => a.at - b.at).shift();
    if (next === undefined) continue;
    now = Math.max(now, next.at);
    next.go();
  }
  await Promise.all(calls);
  return sent;
}

/** Most messages within any span of `ms`. */
const most = (times: readonly number[], ms: number): number =>
  Math.max(0, ...times.map((t) => times.filter((u) => u >= t && u < t + ms).length));

it("keeps to one a second in a chat, twenty a minute in a group and thirty a second in all", async () => {
  const chats = fc.array(fc.constantFrom(1, 2, 3, -1, -2), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(chats, async (list) => {
      const sent = await run(list);
      const timesOf = (chat: number) => sent.filter((s) => s.chat === chat).map((s) => s.at);
      for (const chat of new Set(list)) expect(most(timesOf(chat), 1000)).toBe(1);
      for (const chat of [-1, -2]) expect(most(timesOf(chat), 60_000)).toBeLessThanOrEqual(20);
      expect(
        most(
          sent.map((s) => s.at),
          1000,
        ),
      ).toBeLessThanOrEqual(30);
    }),
    { numRuns: 30 },
  );
});

it("lets a lone message through at once, and one chat's queue holds no other up", async () => {
  const sent = await run([1, 1, 1, 2]);
  expect(sent.find((s) => s.chat === 2)?.at).toBeLessThan(100);
  expect(sent.find((s) => s.chat === 1)?.at).toBe(0);
});

it("does not wait before calls that put nothing into a chat", async () => {
  let calls = 0;
  const pace = paceMessages({ now: () => 0, sleep: async () => expect.unreachable() });
  const prev = async () => ({ ok: true as const, result: ++calls });
  for (let i = 0; i < 50; i++)
    await pace(prev as never, "answerCallbackQuery", { callback_query_id: "1" } as never);
  expect(calls).toBe(50);
});
