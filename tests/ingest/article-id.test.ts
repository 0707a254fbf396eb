import { describe, expect, it } from "vitest";
import { chooseId } from "../../src/ingest/article-id.ts";

describe("chooseId", () => {
  it.each([
    [undefined, "report-2024.txt", undefined, "report-2024"],
    [undefined, "t2024_1.shtml", "https://a.example/t2024_1.shtml", "t2024_1"],
    [undefined, "v1.2", undefined, "v1.2"],
    [undefined, "", "https://news.example/", "news.example"],
    ["mine", "a.txt", undefined, "mine"],
  ])("given %s, name %s, address %s → %s", (given, name, url, id) => {
    expect(chooseId(given, name, url)).toEqual({ id });
  });

  it.each([
    ["港口 报告.html", "gang-kou-bao-gao"],
    ["café menu (2).md", "cafe-menu-2"],
    ["../../etc/x.txt", "etc-x"],
    ["-_.txt", /^article-[\da-f]{8}$/],
    [`${"long ".repeat(40)}.txt`, /^[a-z-]{1,64}$/],
  ])("%s is spelled in plain letters", (name, id) => {
    const choice = chooseId(undefined, name);
    expect(choice.id).toMatch(id);
    expect(choice.slugOf).toBeDefined();
  });
});
