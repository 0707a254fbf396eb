import { describe, expect, it } from "vitest";
import { ApiError } from "../../../../src/playground/bot-api/api-error.ts";
import { parseBody } from "../../../../src/playground/bot-api/wire/request-body.ts";

const none = new URLSearchParams();

describe("parseBody", () => {
  it.each([
    ["JSON", "application/json; charset=utf-8", '{"a":1,"b":"中"}', "", { a: 1, b: "中" }],
    ["a form", "application/x-www-form-urlencoded", "a=1&b=%E4%B8%AD", "", { a: "1", b: "中" }],
    ["the address", "", "", "a=1&b=x", { a: "1", b: "x" }],
    ["the body over the address", "application/json", '{"a":2}', "a=1&b=x", { a: 2, b: "x" }],
    ["an empty JSON body", "application/json", "", "a=1", { a: "1" }],
    ["a body of another type", "text/plain", "a=1", "", {}],
  ])("reads the parameters of %s", (_, type, body, query, fields) => {
    expect(parseBody(type, Buffer.from(body), new URLSearchParams(query)).fields).toEqual(fields);
  });

  it("reads texts and files of a multipart body that a browser's FormData makes", async () => {
    const form = new FormData();
    form.set("caption", "两行\r\n字");
    form.set("photo", new Blob([Buffer.from([0, 13, 10, 45, 45, 255])], { type: "image/png" }), "图 1.png");
    const request = new Request("http://x/", { method: "POST", body: form });
    const type = request.headers.get("content-type") ?? "";
    const { fields, uploads } = parseBody(type, Buffer.from(await request.arrayBuffer()), none);
    expect(fields).toEqual({ caption: "两行\r\n字" });
    expect(uploads.get("photo")).toEqual({
      filename: "图 1.png",
      type: "image/png",
      data: Buffer.from([0, 13, 10, 45, 45, 255]),
    });
  });

  it.each([
    ["broken JSON", "application/json", '{"a":'],
    ["JSON that is no object", "application/json", "[1]"],
    ["a multipart body without a boundary", "multipart/form-data", "x"],
    ["a multipart body without parts", "multipart/form-data; boundary=b", "x"],
    [
      "a part that does not end",
      "multipart/form-data; boundary=b",
      '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx',
    ],
    [
      "a part without a name",
      "multipart/form-data; boundary=b",
      "--b\r\ncontent-type: x/y\r\n\r\nx\r\n--b--",
    ],
  ])("refuses %s", (_, type, body) => {
    expect(() => parseBody(type, Buffer.from(body), none)).toThrow(ApiError);
  });
});
