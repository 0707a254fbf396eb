import { describe, expect, it } from "vitest";
import { crossCheck } from "../../src/coverage/conflicts.ts";
import { growth, stated } from "./figures.ts";

const asIs = (metric: string): string => metric;
const check = (...figures: Parameters<typeof crossCheck>[0]) => crossCheck(figures, asIs);

describe("crossCheck", () => {
  it("finds a fact that two articles state differently, the newer one first", () => {
    const old = stated("a-2021", "80.5万箱", 805_000);
    const young = stated("b-2022", "78.2万箱", 782_000);
    expect(check(old, young)).toEqual({
      conflicts: [
        {
          metric: "吞吐量",
          entity: null,
          period: { from: "2020", to: "2020" },
          statements: [{ by: [young] }, { by: [old] }],
        },
      ],
      agreements: [],
    });
  });

  it("merges those who agree, roundings included", () => {
    const figures = [
      stated("a-2021", "80.5万箱", 805_000),
      stated("b-2022", "80.52万箱", 805_200),
      stated("c-2023", "78万箱", 780_000),
    ];
    const { conflicts } = check(...figures);
    expect(
      conflicts.map(({ statements }) => statements.map(({ by }) => by.map((s) => s.document.article.id))),
    ).toEqual([[["c-2023"], ["b-2022", "a-2021"]]]);
  });

  it("lists what two articles state alike, and passes over what one alone states", () => {
    const { conflicts, agreements } = check(
      stated("a-2021", "80.5万箱", 805_000),
      stated("b-2022", "80.5万箱", 805_000),
      stated("a-2021", "7班", 7, { metric: "渡轮班次" }),
    );
    expect(conflicts).toEqual([]);
    expect(agreements.map(({ metric }) => metric)).toEqual(["吞吐量"]);
  });

  it.each([
    ["metric", { metric: "渡轮班次" }],
    ["owner", { entity: "云岛港" }],
    ["direction", { direction: "export" as const }],
    ["kind of total", { agg: "cumulative" as const }],
    ["year", { year: "2021" }],
    ["part of the year", { from: "2020-01", to: "2020-06" }],
    ["unit", { unit: "吨" }],
    ["counted noun", { noun: "冷藏箱" }],
    ["kind", { kind: "amount" as const }],
    ["table cell", { cell: { row: "北港", column: "2020" } }],
  ])("sets nothing side by side that differs in its %s", (_, given) => {
    const { conflicts, agreements } = check(
      stated("a-2021", "80.5万箱", 805_000),
      stated("b-2022", "78万箱", 780_000, given),
    );
    expect([...conflicts, ...agreements]).toEqual([]);
  });

  it("tells a rise from a fall of one size, and bases from one another", () => {
    expect(check(growth("a-2021", 3), growth("b-2022", -3)).conflicts).toHaveLength(1);
    expect(check(growth("a-2021", 3), growth("b-2022", 3)).agreements).toHaveLength(1);
    const sinceLong = { change: { kind: "vs", base: "2012", value: 9, unit: "%", factor: null } } as const;
    expect(check(growth("a-2021", 3), growth("b-2022", 9, sinceLong)).conflicts).toEqual([]);
  });

  it("takes two values within one article for two things under one name", () => {
    const { conflicts } = check(
      stated("a-2021", "5处", 5),
      stated("a-2021", "7处", 7),
      stated("b-2022", "5处", 5),
      stated("b-2022", "7处", 7),
    );
    expect(conflicts).toEqual([]);
  });

  it("says nothing of figures without a time or without a metric", () => {
    const undated = { from: null, to: null };
    expect(check(stated("a-2021", "5", 5, undated), stated("b-2022", "7", 7, undated)).conflicts).toEqual([]);
    const nameless = { metric: "" };
    expect(check(stated("a-2021", "5", 5, nameless), stated("b-2022", "7", 7, nameless)).conflicts).toEqual(
      [],
    );
  });

  it("knows one unit under its several spellings", () => {
    const { agreements } = check(
      stated("a-2021", "3小时", 3, { unit: "小时" }),
      stated("b-2022", "3个小时", 3, { unit: "个小时" }),
    );
    expect(agreements).toHaveLength(1);
  });
});
