import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { describe as describeError, failureOf, migratedTo } from "../../src/bot/failures.ts";

const refused = (error_code: number, description: string, parameters = {}) =>
  new GrammyError(
    "Call to 'sendMessage' failed!",
    { ok: false, error_code, description, parameters },
    "sendMessage",
    { text: "private words" },
  );

describe("failureOf", () => {
  it.each([
    [400, "Bad Request: message is not modified: specified new message content…", "notModified"],
    [400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "expired"],
    [400, "Bad Request: message to be replied not found", "noReply"],
    [400, "Bad Request: QUOTE_TEXT_INVALID", "noReply"],
    [400, "Bad Request: message to edit not found", "noMessage"],
    [400, "Bad Request: message thread not found", "noThread"],
    [400, "Bad Request: can't parse entities: Unsupported start tag", "badHtml"],
    [400, "Bad Request: group chat was upgraded to a supergroup chat", "migrated"],
    [400, "Bad Request: chat not found", "unreachable"],
    [400, "Bad Request: not enough rights to send text messages to the chat", "unreachable"],
    [403, "Forbidden: bot was blocked by the user", "unreachable"],
    [403, "Forbidden: bot was kicked from the supergroup chat", "unreachable"],
    [403, "Forbidden: user is deactivated", "unreachable"],
    [401, "Unauthorized", "unauthorized"],
    [409, "Conflict: terminated by other getUpdates request", "conflict"],
    [429, "Too Many Requests: retry after 5", "later"],
    [500, "Internal Server Error", "later"],
    [502, "Bad Gateway", "later"],
    [400, "Bad Request: message is too long", "other"],
  ])("%i %s → %s", (code, description, failure) =>
    expect(failureOf(refused(code, description))).toBe(failure),
  );

  it("takes a broken connection for something that may work later, and our own mistakes for none", () => {
    expect([
      failureOf(new HttpError("Network request failed!", new Error())),
      failureOf(new Error()),
      failureOf("x"),
    ]).toEqual(["later", "other", "other"]);
  });
});

it("tells where a group moved to", () => {
  expect(migratedTo(refused(400, "x", { migrate_to_chat_id: -100 }))).toBe(-100);
  expect(migratedTo(new Error())).toBeUndefined();
});

it("describes a refusal without what people wrote", () => {
  expect(describeError(refused(400, "Bad Request"))).toBe("sendMessage: 400 Bad Request");
});
