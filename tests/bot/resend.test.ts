import { HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { resendAfterNetworkErrors } from "../../src/bot/resend.ts";

const broken = (code: string): HttpError =>
  new HttpError("Network request failed!", Object.assign(new Error(code), { code }));

/** Calls through the transformer with these failures first; gives how often it tried and what it waited. */
async function run(method: string, failures: readonly Error[]) {
  const waits: number[] = [];
  let tries = 0;
  const resend = resendAfterNetworkErrors({ now: () => 0, sleep: async (ms) => void waits.push(ms) });
  const prev = async () => {
    const failure = failures[tries++];
    if (failure !== undefined) throw failure;
    return { ok: true as const, result: true };
  };
  const done = await resend(prev as never, method as never, {} as never).then(
    () => true,
    () => false,
  );
  return { done, tries, waits };
}

describe("after a network error", () => {
  it.each([
    [
      "nobody listened",
      "sendMessage",
      [broken("ECONNREFUSED"), broken("ENOTFOUND"), broken("EAI_AGAIN")],
      { done: true, tries: 4 },
    ],
    [
      "nobody listened for long",
      "sendMessage",
      Array(9).fill(broken("ECONNREFUSED")),
      { done: false, tries: 4 },
    ],
    ["the connection broke once", "sendMessage", [broken("ECONNRESET")], { done: true, tries: 2 }],
    [
      "the connection broke twice",
      "sendMessage",
      [broken("ECONNRESET"), broken("ECONNRESET")],
      { done: false, tries: 2 },
    ],
    ["polling broke", "getUpdates", [broken("ECONNRESET")], { done: false, tries: 1 }],
    ["something else failed", "sendMessage", [new Error("ours")], { done: false, tries: 1 }],
  ])("%s", async (_, method, failures, expected) =>
    expect(await run(method, failures)).toMatchObject(expected),
  );

  it("waits longer each time", async () => {
    const { waits } = await run("sendMessage", Array(3).fill(broken("ECONNREFUSED")));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits).toHaveLength(3);
  });
});
