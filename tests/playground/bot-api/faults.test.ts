import { expect, it } from "vitest";
import { FaultScript, faultError, takesEffect } from "../../../src/playground/bot-api/faults.ts";

it("strikes the scripted method so many times, after the calls it lets pass", () => {
  const script = new FaultScript();
  script.add({ kind: "error", code: 502, method: "sendMessage", times: 2, skip: 1 });
  const struck = ["sendMessage", "getMe", "sendMessage", "sendMessage", "sendMessage"].map(
    (method) => script.take(method)?.kind,
  );
  expect(struck).toEqual([undefined, undefined, "error", "error", undefined]);
  expect(script.remaining).toBe(0);
});

it("strikes any method where none is named, in the order of the script", () => {
  const script = new FaultScript();
  script.add({ kind: "reset" });
  script.add({ kind: "hang" });
  expect(script.take("getMe")?.kind).toBe("reset");
  expect(script.take("getMe")?.kind).toBe("hang");
  script.add({ kind: "hang" });
  script.clear();
  expect(script.take("getMe")).toBeUndefined();
});

it.each([
  [
    { kind: "too-many-requests", retryAfter: 7 } as const,
    "Too Many Requests: retry after 7",
    { retry_after: 7 },
  ],
  [{ kind: "error", code: 502 } as const, "Bad Gateway", undefined],
  [{ kind: "error", code: 400, reason: "chat not found" } as const, "Bad Request: chat not found", undefined],
])("answers %j with %j", (fault, description, parameters) => {
  expect(faultError(fault)).toMatchObject({ description, parameters });
});

it("knows which struck calls take effect", () => {
  expect(takesEffect({ kind: "slow", ms: 1 })).toBe(true);
  expect(takesEffect({ kind: "reset" })).toBe(false);
  expect(takesEffect({ kind: "reset", done: true })).toBe(true);
  expect(takesEffect({ kind: "too-many-requests", retryAfter: 1 })).toBe(false);
});
