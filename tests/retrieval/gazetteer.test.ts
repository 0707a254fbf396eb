import { describe, expect, it } from "vitest";
import { provinceOf } from "../../src/retrieval/gazetteer.ts";

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
