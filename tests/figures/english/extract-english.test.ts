import { describe, expect, it } from "vitest";
import { extractEnglishFigures } from "../../../src/figures/english/extract-english.ts";
import type { Figure, FigureContext } from "../../../src/figures/figure.ts";

const CONTEXT: FigureContext = { lang: "en", published: "2025-06-12" };

/** The figures of one paragraph that is a whole text. */
const read = (text: string, context: FigureContext = CONTEXT): Figure[] =>
  extractEnglishFigures(text, { start: 0, end: text.length }, context);

describe("a figure's span, value, unit and qualifier", () => {
  it.each([
    ["Taxes came to 9.7 trillion yuan.", "9.7 trillion yuan", 9.7e12, "yuan", "none"],
    ["The trains carried 1.135 million TEUs.", "1.135 million TEUs", 1135000, "TEUs", "none"],
    ["It was worth $156 million.", "$156 million", 156e6, "US dollars", "none"],
    [
      "Nearly 84,600 tonnes of pears left the port.",
      "Nearly 84,600 tonnes of pears",
      84600,
      "tonnes",
      "about",
    ],
    ["The office handled more than twenty-one ships.", "more than twenty-one ships", 21, "", "over"],
    ["It took 34.91 hours.", "34.91 hours", 34.91, "hours", "none"],
    ["Costs fell by two-thirds.", "two-thirds", 2 / 3, "", "none"],
    ["Nearly nine in ten boxes went abroad.", "Nearly nine in ten", 0.9, "", "about"],
    ["Four in every ten cars are electric.", "Four in every ten", 0.4, "", "none"],
    ["Sales rose by 7.3 per cent.", "7.3 per cent", 7.3, "%", "none"],
    ["The share rose by 2 percentage points.", "2 percentage points", 2, "percentage points", "none"],
    ["Trade increased 2.6-fold.", "2.6-fold", 2.6, "times", "none"],
    ["It lasted five to seven days.", "five to seven days", [5, 7], "days", "none"],
    [
      "They expect 180,000 to 200,000 tonnes.",
      "180,000 to 200,000 tonnes",
      [180000, 200000],
      "tonnes",
      "none",
    ],
    ["Longxi ranks second in the province.", "second", 2, "", "none"],
    ["It is the fifth-largest port.", "fifth-largest", 5, "", "none"],
    ["It serves 142 countries and regions.", "142 countries and regions", 142, "", "none"],
    [
      "The system reads up to 85,000 declarations a minute.",
      "up to 85,000 declarations a minute",
      85000,
      "",
      "under",
    ],
  ] as const)("%s", (text, display, value, unit, approx) => {
    const figures = read(text);
    expect(figures.slice(0, 1).map((f) => [text.slice(...f.display), f.value, f.unit, f.approx])).toEqual([
      [display, value, unit, approx],
    ]);
    for (const f of figures) expect(f.text).toBe(text.slice(f.start, f.end));
  });
});

describe("numbers that are no figures", () => {
  it.each([
    "Peaches (HS code 0809.30) are sweet.",
    "Under Notice No. 47 of 2025, exporters may file early.",
    "The office, 0000-555-0147, opens at 8:30 a.m.",
    "During the 14th Five-Year Plan period customs grew stronger.",
    "On 25 January 2021 the yard opened, one of many.",
    "The H986 scanner and the CT machine serve B2B trade for the first time.",
    "One day it will help one another.",
  ])("%s", (text) => {
    expect(read(text).map((f) => f.text)).toEqual([]);
  });
});

describe("a figure's period", () => {
  it.each([
    ["In 2020, trade was 5 million yuan.", 0, "2020", "2020", false],
    ["In 2020, trade was 5 million yuan. Taxes were 2 million yuan.", 1, "2020", "2020", true],
    ["Trade was 5 million yuan.", 0, null, "2025", true],
    ["Clearance fell from 14 hours in 2022 to 6 hours in May 2025.", 0, "2022", "2022", false],
    ["Clearance fell from 14 hours in 2022 to 6 hours in May 2025.", 1, "2025-05", "2025-05", false],
    ["In 2024, it handled 95 boxes, against 60 in 2019.", 1, "2019", "2019", false],
    ["In 2024, trade grew by 5 percent compared with 2020.", 0, "2024", "2024", false],
    ["In 2024, it ranked first for eight consecutive years.", 1, "2017", "2024", false],
    [
      "In 2025, sales were 9 tonnes, more than double the 4 tonnes of the same period last year.",
      2,
      "2024",
      "2024",
      false,
    ],
  ] as const)("%s [%i]", (text, index, from, to, implicit) => {
    const period = read(text)[index]?.period;
    expect([period?.from, period?.to, period?.implicit]).toEqual([from, to, implicit]);
  });

  it("comes from the heading above, then from what the article covers", () => {
    const text = "## Trade in 2022\n\nIt was 5 million yuan.";
    const span = { start: text.indexOf("It"), end: text.length };
    expect(extractEnglishFigures(text, span, CONTEXT)[0]?.period.from).toBe("2022");
    expect(
      read("It was 5 million yuan.", { ...CONTEXT, covers: { from: "2013", to: "2023" } })[0]?.period,
    ).toMatchObject({ from: "2013", to: "2023", implicit: true });
  });
});

describe("a change", () => {
  it.each([
    ["In 2023, exports rose by 6 percent year on year.", 0, "yoy", "2022", 6, 1.06],
    ["In 2023, exports fell 8.7 percent.", 0, "yoy", "2022", -8.7, 0.913],
    ["Exports in 2024 increased by 2.6 times compared with 2020.", 0, "vs", "2020", 2.6, 3.6],
    ["Exports increased 2.6-fold from 2020.", 0, "vs", "2020", 2.6, 2.6],
    ["The number of firms nearly doubled compared with 2012.", 0, "vs", "2012", 2, 2],
    ["In May 2025, trade fell 3.4% month on month.", 0, "mom", "2025-04", -3.4, 0.966],
    [
      "The rate was 4.8 percentage points higher than the national average.",
      0,
      "gap",
      "the national average",
      4.8,
      null,
    ],
    ["Imports grew by 7.9 percent a year on average.", 0, "avg_annual", null, 7.9, 1.079],
    ["The office seized 27 batches, three fewer than a year ago.", 1, "yoy", "2024", -3, null],
    ["Sales equal 3 times the output of the year.", 0, "ratio", "output of the year", 3, 3],
    ["The new lane cut waiting time by 80 percent.", 0, "vs", null, -80, 0.2],
    ["Throughput tripled from 2018 to 2023.", 0, "vs", "2018", 3, 3],
  ] as const)("%s", (text, index, kind, base, value, factor) => {
    expect(read(text)[index]?.change).toMatchObject({ kind, base, value, factor });
  });

  it.each([
    "Trade reached 5 million yuan.",
    "The team set up 12 groups.",
    "Police broke up 10 gangs.",
    "It accounts for 18 percent of trade.",
  ])("is not read into a level: %s", (text) => {
    expect(read(text)[0]?.change).toBeNull();
  });
});

describe("what is measured", () => {
  it.each([
    ["In 2020, China's total goods trade was 32 million yuan.", 0, "total goods trade"],
    ["Customs collected 9 million yuan in taxes.", 0, "collected taxes"],
    ["Gongbei Customs seized 515 prohibited items.", 0, "seized prohibited items"],
    ["In 2020, trade was 5 million yuan, up 3 percent.", 1, "trade"],
    ["19 supervision areas were added.", 0, "supervision areas added"],
    [
      "The clearance times for imports and exports were 34.9 hours and 1.7 hours respectively.",
      0,
      "clearance times for imports",
    ],
    [
      "The clearance times for imports and exports were 34.9 hours and 1.7 hours respectively.",
      1,
      "clearance times for exports",
    ],
    ["Exports to ASEAN, the EU and Japan grew 5.2, 4.1 and 2 percent respectively.", 1, "Exports to the EU"],
    [
      "Average clearance fell to 6 hours, and the share of opened boxes dropped 4 percentage points.",
      1,
      "share of opened boxes",
    ],
    ["Foreign trade was 5 million yuan, of which exports were 3 million yuan.", 1, "Foreign trade exports"],
  ] as const)("%s [%i]", (text, index, metric) => {
    const figure = read(text)[index];
    expect(figure?.metric).toBe(metric);
    for (const [from, to] of figure?.metricSpans ?? [])
      expect(figure?.metric).toContain(text.slice(from, to).trim());
  });
});

describe("how figures of one paragraph hang together", () => {
  it.each([
    ["Trade was 5 million yuan, up 3 percent.", 1, { index: 0, role: "growth" }],
    ["The share dropped 4.2 percentage points to 2.6 percent.", 0, { index: 1, role: "growth" }],
    [
      "It handled 11 million travellers and 2 million cars, up 111 percent and 79 percent respectively.",
      3,
      { index: 1, role: "growth" },
    ],
    ["Time was cut from 20 hours to 3 hours.", 0, { index: 1, role: "before" }],
    ["Time was cut from 20 hours to 3 hours.", 1, { index: 0, role: "after" }],
    ["It handles 95 boxes a day, against 60 in 2024.", 1, { index: 0, role: "before" }],
    ["Trade was 5 million yuan, of which exports were 3 million yuan.", 1, { index: 0, role: "part" }],
    ["Of the original 24 items, 15 items had been dropped.", 1, { index: 0, role: "part" }],
    ["The team kept 18 of the 68 reforms.", 0, { index: 1, role: "part" }],
    [
      "In 2022, leasing was 75 million yuan, about 70 percent of the national total.",
      1,
      { index: 0, role: "share" },
    ],
    ["Trade was 5 million yuan, accounting for 68 percent of the total.", 1, { index: 0, role: "share" }],
    ["Trade was 5 million yuan, ranking second in the country.", 1, { index: 0, role: "rank" }],
  ] as const)("%s [%i]", (text, index, of) => {
    expect(read(text)[index]?.of).toEqual(of);
  });
});

describe("owner, direction and kind of total", () => {
  it.each([
    ["In 2020, China's exports were 5 million yuan.", "China", "export", "flow"],
    ["Haikou Customs supervised 34 million items in 2020.", "Haikou Customs", null, "flow"],
    [
      "From 2011 to 2020 trains through Xinjiang ports carried 18 million tonnes of imports.",
      "Xinjiang ports",
      "import",
      "cumulative",
    ],
    [
      "In the first five months of 2025, Longxi Customs cleared 84 tonnes of pears for export.",
      "Longxi Customs",
      "export",
      "partial",
    ],
    [
      "With the help of Hangzhou Customs, Zhoushan Port has become the world's fifth largest hub.",
      "Zhoushan Port",
      null,
      "stock",
    ],
    ["At present customs across the country works with 57 countries.", "China", null, "stock"],
    ["Goods trade in China averaged 41 trillion yuan a year.", "China", "both", "annual_average"],
    ["Hainan expects to export 9 tonnes in 2026.", "Hainan", "export", "target"],
    ["Exports accounted for 18 percent of trade.", null, "export", "ratio"],
  ] as const)("%s", (text, entity, direction, agg) => {
    const figure = read(text)[0];
    expect([figure?.entity, figure?.direction, figure?.agg]).toEqual([entity, direction, agg]);
  });
});

describe("offsets", () => {
  it("count in the whole text, through line breaks and marks of emphasis", () => {
    const text = "# Head\n\nThe office cleared **84,600\ntonnes** of pears.\n\nNext.";
    const span = { start: text.indexOf("The"), end: text.indexOf("\n\nNext") };
    const [figure] = extractEnglishFigures(text, span, CONTEXT);
    expect(figure?.text).toBe("84,600\ntonnes");
    expect(text.slice(...(figure?.num ?? [0, 0]))).toBe("84,600");
    expect(figure?.sentence).toEqual([span.start, span.end]);
  });

  it("stay cheap on long runs that match nearly", () => {
    const started = performance.now();
    for (const text of [
      `rose by ${" ".repeat(3000)}5 percent`,
      "one hundred and ".repeat(500),
      `${"a-".repeat(2000)}5`,
      '"one '.repeat(800),
    ])
      read(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
