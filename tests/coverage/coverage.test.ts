import { describe, expect, it } from "vitest";
import { columnOf, mapCoverage } from "../../src/coverage/coverage.ts";
import { growth, stated } from "./figures.ts";

const asIs = (metric: string): string => metric;

describe("columnOf", () => {
  it.each([
    ["2020", "2020", "2020"],
    ["2023-01", "2023-08", "2023"],
    ["2021", "2025-08", "2021–2025"],
    [null, "2025-08", "2025"],
    ["2013", null, "2013"],
    [null, null, ""],
  ])("%s to %s stands under %o", (from, to, key) => {
    expect(columnOf({ text: null, from, to, implicit: false }).key).toBe(key);
  });
});

describe("mapCoverage", () => {
  it("puts what is known of one metric and owner into one row, growth beside levels", () => {
    const level = stated("a-2021", "80.5万箱", 805_000);
    const grown = growth("a-2021", 3);
    const later = stated("b-2024", "120万箱", 1_200_000, { year: "2023" });
    const { rows } = mapCoverage([level, grown, later], asIs);
    expect(rows).toEqual([
      { metric: "吞吐量", entity: null, direction: null, cells: { "2020": [level, grown], "2023": [later] } },
    ]);
  });

  it.each([
    ["owners", { entity: "云岛港" }],
    ["directions", { direction: "import" as const }],
    ["metrics", { metric: "渡轮班次" }],
  ])("keeps %s apart", (_, given) => {
    expect(mapCoverage([stated("a-2021", "1", 1), stated("a-2021", "2", 2, given)], asIs).rows).toHaveLength(
      2,
    );
  });

  it("takes the nation by whatever name, or by none, for one owner, and both directions for the whole", () => {
    const names = [null, "全国", "中国", "China"];
    const figures = names.map((entity) =>
      stated("a-2021", "1", 1, { entity, direction: entity === null ? null : "both" }),
    );
    expect(mapCoverage(figures, asIs).rows).toMatchObject([{ entity: "全国", direction: null }]);
  });

  it("takes an owner that the metric names already for said, whether the figure has it or not", () => {
    const metric = "云岛港吞吐量";
    const figures = [
      stated("a-2021", "1", 1, { metric, entity: "云岛港" }),
      stated("b-2022", "2", 2, { metric }),
    ];
    expect(mapCoverage(figures, asIs).rows).toMatchObject([{ metric, entity: "云岛港" }]);
  });

  it("names a row by its commonest wording, and by the shorter of two", () => {
    const metrics = ["港口总吞吐量", "港口吞吐量", "港口总吞吐量"].map((metric) =>
      stated("a-2021", "1", 1, { metric }),
    );
    expect(mapCoverage(metrics, () => "same").rows[0]?.metric).toBe("港口总吞吐量");
    expect(mapCoverage(metrics.slice(0, 2), () => "same").rows[0]?.metric).toBe("港口吞吐量");
  });

  it("orders columns by time, longer spans before the year they end in, the undated last", () => {
    const periods = [
      { from: null, to: null },
      { from: "2024", to: "2024" },
      { from: "2023", to: "2024" },
      { from: "2020", to: "2020" },
      { from: "2012", to: "2024" },
    ];
    const figures = periods.map((period) => stated("a-2021", "1", 1, period));
    const keys = mapCoverage(figures, asIs).columns.map(({ key }) => key);
    expect(keys).toEqual(["2020", "2012–2024", "2023–2024", "2024", ""]);
  });

  it("puts the rows that are known for most periods first", () => {
    const figures = [
      stated("a-2021", "1", 1, { metric: "单年" }),
      stated("a-2021", "2", 2, { metric: "两年" }),
      stated("a-2021", "3", 3, { metric: "两年", year: "2021" }),
    ];
    expect(mapCoverage(figures, asIs).rows.map(({ metric }) => metric)).toEqual(["两年", "单年"]);
  });

  it("loses no figure", () => {
    const figures = [
      stated("a-2021", "1", 1),
      growth("b-2022", 4, { metric: "x" }),
      stated("c-2023", "2", 2, { from: null, to: null }),
    ];
    const { rows } = mapCoverage(figures, asIs);
    expect(rows.flatMap(({ cells }) => Object.values(cells).flat())).toHaveLength(figures.length);
  });

  it("is empty for nothing", () => expect(mapCoverage([], asIs)).toEqual({ columns: [], rows: [] }));
});
