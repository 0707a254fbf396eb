import { expect, it } from "vitest";
import { startWorld } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";

/** One walk over every surface, so that the golden file shows the whole wire format once. */
async function walk(by: "polling" | "webhook"): Promise<unknown[]> {
  const world = await startWorld({
    by,
    assistant: tinyAssistant(),
    api: { clock: () => 1_700_000_000_000, seed: 7 },
  });
  const { api } = world;
  const { id: me } = api.createUser({ first_name: "甲", language_code: "zh-hans" });
  api.openPrivateChat(me);
  await world.quiet();
  api.clearTranscript();
  const step = async (act: () => unknown) => {
    act();
    await world.quiet(40);
  };
  await step(() => api.sendText(me, me, "吞吐量是多少？"));
  const first = world.said(me)[0]?.message_id ?? 0;
  await step(() => api.pressButton(me, me, first, { text: "下一条引文 2/2" }));
  await step(() => api.pressButton(me, me, first, { text: "👍" }));
  await step(() => api.sendText(me, me, "那2020年呢"));
  await step(() => api.sendText(me, me, "2023年吞吐量与2020年相比"));
  await step(() => api.sendText(me, me, "/sources"));
  await step(() => api.askInline(me, "2023年吞吐量与2020年相比"));
  const { id: chat } = api.createSupergroup({ title: "群", creator: me });
  await world.quiet(40);
  await step(() => api.sendText(me, chat, "/ask 2023年吞吐量与2020年相比"));
  const { id: outside } = api.createSupergroup({ title: "外群", creator: me, bot: false });
  await step(() => api.askAsGuest(me, outside, "@guanwen_bot 2023年吞吐量与2020年相比"));
  const transcript = api.normalisedTranscript();
  await world.stop();
  return transcript;
}

it("says the same bytes over polling and webhook as the golden file holds", async () => {
  const [polled, posted] = [await walk("polling"), await walk("webhook")];
  expect(posted).toEqual(polled);
  await expect(JSON.stringify(polled, null, 1)).toMatchFileSnapshot("walk.golden.json");
});

it("answers one question by the same text on every surface", async () => {
  const transcript = JSON.stringify(await walk("polling"));
  const texts = [...transcript.matchAll(/"(?:text|message_text)":"(<b>2023年更高。.*?)"[,}]/g)].map(
    (m) => m[1],
  );
  // In private, inline, in the group, as a guest.
  expect(texts.length).toBeGreaterThanOrEqual(4);
  expect(new Set(texts).size).toBe(1);
});
