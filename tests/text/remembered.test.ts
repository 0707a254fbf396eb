import { describe, expect, it } from "vitest";
import { remembered } from "../../src/text/remembered.ts";

describe("a function that remembers", () => {
  const counting = (most: number) => {
    const asked: string[] = [];
    const lengthOf = remembered(most, (text) => {
      asked.push(text);
      return text.length;
    });
    return { asked, lengthOf };
  };

  it("finds each text once", () => {
    const { asked, lengthOf } = counting(2);
    expect(["港口", "灯塔船", "港口"].map(lengthOf)).toEqual([2, 3, 2]);
    expect(asked).toEqual(["港口", "灯塔船"]);
  });

  it("keeps no more texts than it may, and finds what it forgot again", () => {
    const { asked, lengthOf } = counting(2);
    expect(["港口", "灯塔船", "渡轮", "港口"].map(lengthOf)).toEqual([2, 3, 2, 2]);
    expect(asked).toEqual(["港口", "灯塔船", "渡轮", "港口"]);
  });
});
