import { expect, it } from "vitest";
import { checkLink, mentionedUser } from "../../../../src/playground/bot-api/text/link.ts";

it.each([
  ["https://Example.COM/Path", "https://example.com/Path"],
  ["example.com", "http://example.com/"],
  ["example.com?x=1", "http://example.com/?x=1"],
  ["https://example.com:8080", "https://example.com:8080/"],
  ["http://127.0.0.1/x", "http://127.0.0.1/x"],
  ["http://中国.cn/新闻", "http://中国.cn/新闻"],
  ["tg://resolve?domain=x", "tg://resolve?domain=x"],
  ["http://localhost/", undefined],
  ["localhost", undefined],
  ["ftp://example.com/", undefined],
  ["mailto:a@example.com", undefined],
  ["javascript:alert(1)", undefined],
  ["https://", undefined],
  ["", undefined],
  ["a b.com", undefined],
])("keeps the link %j as %j", (link, kept) => {
  expect(checkLink(link)).toBe(kept);
});

it.each([
  ["tg://user?id=123", 123],
  ["tg:user?id=5", 5],
  ["tg://user?x=1&id=5", 5],
  ["tg://user?id=", undefined],
  ["https://t.me/user?id=5", undefined],
])("finds in %j the user %j", (link, user) => {
  expect(mentionedUser(link)).toBe(user);
});
