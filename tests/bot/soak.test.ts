import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Update } from "grammy/types";
import { expect, it } from "vitest";
import { openFileStore } from "../../src/state/file-store.ts";
import { type BotWorld, startWorld, until } from "../support/bot-world.ts";
import { tinyAssistant } from "../support/tiny-assistant.ts";
import { wildTexts, wildUpdates } from "../support/wild-updates.ts";

/** The full soak runs with SOAK=1; every test run does a small one. */
const FULL = process.env["SOAK"] === "1";
const UPDATES = FULL ? 20_000 : 600;
const ROUND = 200;
/** Growth of the heap between the first quarter and the end that counts as flat, in megabytes. */
const FLAT_MB = 25;

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as () => void;
const heapMb = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

it(
  `${UPDATES} updates of every kind end with no crash, no unanswered question and flat memory`,
  async () => {
    const dir = mkdtempSync(join(tmpdir(), "guanwen-soak-"));
    const world = await startWorld({
      assistant: tinyAssistant(),
      store: openFileStore(dir),
      api: { historyLimit: 50, transcriptLimit: 200 },
      logLines: droppingLog(),
    });
    const people = Array.from({ length: 20 }, (_, i) => {
      const { id } = world.api.createUser({
        first_name: `人${i}`,
        language_code: ["zh-hans", "zh-TW", "en"][i % 3] ?? "en",
      });
      world.api.openPrivateChat(id);
      return id;
    });
    const replies = countReplies(world);
    let [id, asked, early] = [50_000_000, 0, 0];
    for (let done = 0; done < UPDATES; done += ROUND) {
      for (const update of wildUpdates(ROUND, done + 1))
        world.api.injectUpdate({ update_id: id++, ...update } as Update);
      for (const [i, text] of wildTexts.entries()) {
        const user = people[(done + i) % people.length] ?? 0;
        if (text.trim() !== "") {
          world.api.injectUpdate(textFrom(id++, user, text));
          asked++;
        }
      }
      await until(
        () => world.api.pendingUpdates.length === 0 && replies.count >= asked,
        20_000,
        () => `${replies.count} of ${asked} answered, ${world.api.pendingUpdates.length} pending`,
      );
      if (done <= UPDATES / 4) early = heapMb();
    }
    await world.quiet();
    expect(replies.count).toBe(asked);
    expect(await world.store.list("taken:")).toEqual([]);
    const grown = heapMb() - early;
    process.stdout.write(
      `soak: ${id - 50_000_000} updates, ${asked} questions, heap ${grown.toFixed(1)} MB more than after a quarter\n`,
    );
    expect(grown).toBeLessThan(FLAT_MB);
    await world.stop();
    rmSync(dir, { recursive: true, force: true });
  },
  FULL ? 900_000 : 60_000,
);

/** A log that keeps nothing. */
const droppingLog = (): string[] => Object.assign([], { push: () => 0 });

const textFrom = (update_id: number, user: number, text: string): Update => ({
  update_id,
  message: {
    message_id: update_id,
    date: 1,
    text,
    chat: { id: user, type: "private", first_name: "人" },
    from: { id: user, is_bot: false, first_name: "人" },
  },
});

/** Counts the bot's messages in the chats of people who exist. */
function countReplies({ api }: BotWorld): { count: number } {
  const counter = { count: 0 };
  api.subscribe((event) => {
    if (
      event.type === "message" &&
      event.message.from?.id === api.bot.id &&
      event.message.chat.type === "private"
    )
      counter.count++;
  });
  return counter;
}
