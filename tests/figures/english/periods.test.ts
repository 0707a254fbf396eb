import { describe, expect, it } from "vitest";
import { extractFigures } from "../../../src/figures/extract.ts";

const read = (text: string) => extractFigures(text, { lang: "en", published: "2025-04-18" });
const periods = (text: string) => read(text).map((f) => `${f.period.from ?? ""}..${f.period.to ?? ""}`);

describe("period of an English figure", () => {
  it("puts bare months into the last year that they had come in", () => {
    expect(periods("From May to November officers stopped 764 parcels.")).toEqual(["2024-05..2024-11"]);
    expect(periods("From January to March officers stopped 764 parcels.")).toEqual(["2025-01..2025-03"]);
  });

  it("keeps a time told by the way from what follows", () => {
    const text =
      "In 2024 officers seized 90 tonnes. Most came from the drive, which ran from May to November and netted 15 tonnes.\n\nShoes came to 412,000 pairs.";
    expect(periods(text)).toEqual(["2024..2024", "2024-05..2024-11", "2024..2024"]);
  });
});

it.each([
  ["The share was 29 percent a year earlier.", ["29 percent"]],
  ["It costs 3.2 million yuan a year.", ["3.2 million yuan a year"]],
  ["He rang at ten at night, and by nine in the morning 40 boxes were sealed.", ["40 boxes"]],
])("%s", (text, shown) => expect(read(text).map((f) => text.slice(...f.display))).toEqual(shown));
