import { describe, expect, it } from "vitest";
import { foldText } from "../../src/text/fold.ts";
import { hanForm, matchForm } from "../../src/text/match-form.ts";

describe("matchForm", () => {
  it.each([
    ["a Chinese word through its Traditional characters", "進口貨物增長", "进口货物", true],
    ["a Chinese word across white space and quotation marks", "“单一 窗口”", "单一窗口", true],
    ["an English phrase by its stems", "Exporting firms grew", " export firm ", true],
    ["an English word only as a whole", "reports", " port ", false],
    ["neither import nor export inside the sum of both", "进出口总额", "出口", false],
    ["nor in the other half", "进出口总额", "进口", false],
    ["export beside the sum of both", "进出口增长,出口下降", "出口", true],
    ["no border crossing in", "出入境旅客", "入境旅客", true],
  ])("finds %s", (_why, text, word, found) => expect(matchForm(text).includes(word)).toBe(found));

  it("has words in the form that hanForm gives them", () => {
    for (const word of ["进出口", "出入境", "《公报》", "单一窗口"]) {
      expect(matchForm(`甲${word}乙`)).toContain(hanForm(foldText(word)));
    }
  });
});
