import { describe, expect, it } from "vitest";
import { addFoundEntities, findEntities } from "../../../../src/playground/bot-api/text/find-entities.ts";

const found = (text: string): string[] =>
  findEntities(text).map(({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`);

describe("findEntities", () => {
  it.each([
    ["/ask 海关", ["bot_command:/ask"]],
    ["/ask@guanwen_bot 海关", ["bot_command:/ask@guanwen_bot"]],
    ["请 /ask", ["bot_command:/ask"]],
    ["请/ask", []],
    ["/ask海关", []],
    ["a/b and 1/5", []],
    ["@guanwen_bot 中欧班列", ["mention:@guanwen_bot"]],
    ["你好，@guanwen_bot，在吗", ["mention:@guanwen_bot"]],
    ["你好@guanwen_bot", []],
    ["@guanwen_bot你好", []],
    ["mail@example.com", ["email:mail@example.com"]],
    ["见 https://example.com/路径?x=1。", ["url:https://example.com/路径?x=1"]],
    ["(http://example.com/)", ["url:http://example.com/"]],
    ["customs.gov.cn 上", ["url:customs.gov.cn"]],
    ["43.85 and 3.14", []],
    ["#海关 #123", ["hashtag:#海关"]],
    ["$USD", ["cashtag:$USD"]],
    ["", []],
  ])("in %j it finds %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("leaves alone what stands in code or in a link", () => {
    const text = "/ask @someone";
    const code = { type: "code" as const, offset: 0, length: 4 };
    expect(addFoundEntities(text, [code]).map(({ type }) => type)).toEqual(["mention"]);
  });
});
