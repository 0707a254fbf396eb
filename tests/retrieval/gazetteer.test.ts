import { describe, expect, it } from "vitest";
import { provinceOf, startsWithPlace } from "../../src/retrieval/gazetteer.ts";

describe("startsWithPlace", () => {
  it.each([
    ["海南离岛免税", true],
    ["青岛港", true],
    ["hainan duti free", true],
    ["离岛免税", false],
    ["duti free", false],
  ])("of %s: %s", (word, expected) => expect(startsWithPlace(word)).toBe(expected));
});

describe("provinceOf", () => {
  it.each([
    ["海口", "海南"],
    ["海口海关", "海南"],
    ["钦州港", "广西"],
    [" haikou custom ", "海南"],
    [" qingdao ", "山东"],
  ])("places %s in %s", (place, province) => {
    expect(provinceOf(place)).toBe(province);
  });

  it("says nothing of places that it does not know", () => {
    expect(provinceOf("澄州")).toBeUndefined();
    expect(provinceOf("")).toBeUndefined();
  });
});
