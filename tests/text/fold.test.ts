import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldText, simplify } from "../../src/text/fold.ts";

describe("foldText", () => {
  it.each([
    ["full-width digits and letters", "ＡＥＯ２０２４％", "aeo2024%"],
    ["full-width punctuation", "多少？好！甲，乙：丙；丁", "多少?好!甲,乙:丙;丁"],
    ["Traditional characters", "進出口總額與稅收", "进出口总额与税收"],
    ["corner brackets", "「單一窗口」『甲』", "“单一窗口”‘甲’"],
    ["a curly apostrophe", "China’s", "china's"],
    ["capital letters", "RCEP and AEO", "rcep and aeo"],
    ["zero-width characters", "海\u200b关", "海 关"],
    ["a lone surrogate", "海\ud83d关", "海 关"],
    ["a compatibility character that is several", "㈱①㎏", "(株)1kg"],
    ["the Cantonese 嗰", "嗰年", "那年"],
    ["Simplified text stays", "海关总署", "海关总署"],
    ["nothing", "", ""],
  ])("%s: %s → %s", (_why, text, folded) => expect(foldText(text)).toBe(folded));

  it("changes nothing when it is done twice", () => {
    const unit = fc.constantFrom(
      "ＡＥＯ",
      "２０",
      "，",
      "「",
      "”",
      "’",
      "進口",
      "嗰",
      "㎏",
      "ﬁ",
      "\u200b",
      "É",
      "🙂",
      "x ",
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 10 }), (units) => {
        const once = foldText(units.join(""));
        expect(foldText(once)).toBe(once);
      }),
    );
  });
});

describe("fold", () => {
  it("leads each folded character back to where it came from", () => {
    const text = "共㎏進🙂口";
    const folded = fold(text);
    expect(folded.text).toBe("共kg进🙂口");
    expect([0, 1, 2, 3, 4, 6].map((i) => folded.origin(i))).toEqual([0, 1, 1, 2, 3, 5]);
    expect(folded.origin(folded.text.length)).toBe(text.length);
  });

  it("keeps the way back inside the text and in order, whatever the text", () => {
    const unit = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 3 }),
      fc.constantFrom("進", "㎏", "「", "ﷺ", "\ud800", "𠮷"),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units.join("");
        const folded = fold(text);
        let last = 0;
        for (let i = 0; i <= folded.text.length; i++) {
          expect(folded.origin(i)).toBeGreaterThanOrEqual(last);
          expect(folded.origin(i)).toBeLessThanOrEqual(text.length);
          last = folded.origin(i);
        }
      }),
    );
  });
});

describe("simplify", () => {
  it.each([
    ["貨物貿易進出口總值", "货物贸易进出口总值"],
    ["乾隆發現頭髮", "乾隆发现头发"],
    ["plain words 123", "plain words 123"],
    ["𠮷野家", "𠮷野家"],
  ])("%s → %s", (text, simple) => expect(simplify(text)).toBe(simple));

  it("keeps the length of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        expect(simplify(text).length).toBe(text.length);
      }),
    );
  });
});
