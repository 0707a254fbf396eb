import { describe, expect, it } from "vitest";
import { detectLanguage, fitsBothScripts, inScript, isHan, isTraditional } from "../../src/text/script.ts";

describe("detectLanguage", () => {
  it.each([
    ["去年外贸多少?", "zh-Hans"],
    ["去年外貿多少?", "zh-Hant"],
    ["舊年出口幾多?", "zh-Hant"],
    ["佢講咩?", "zh-Hant"],
    ["嘅", "zh-Hant"],
    ["你好", "zh-Hans"],
    ["AEO企业多少家", "zh-Hans"],
    ["RCEP是什麼", "zh-Hant"],
    ["How much tax?", "en"],
    ["What does 单一窗口 mean in customs clearance?", "en"],
    ["ok", "en"],
  ])("%s is %s", (text, language) => expect(detectLanguage(text)).toBe(language));

  it.each(["", "2024", "👍", "?!", " \n"])("tells nothing of %j", (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });
});

describe("isTraditional", () => {
  it.each([
    ["海關", true],
    ["海关", false],
    ["皇后和王后", false],
    ["三里河", false],
    ["冇", true],
    ["plain", false],
  ])("%s: %s", (text, traditional) => expect(isTraditional(text)).toBe(traditional));
});

it.each([
  ["关", true],
  ["𠮷", true],
  ["a", false],
  ["1", false],
  ["。", false],
])("isHan(%s) is %s", (char, han) => expect(isHan(char)).toBe(han));

describe("inScript and fitsBothScripts", () => {
  it.each([
    ["群里的资料", "群裡的資料"],
    ["43.85万亿元", "43.85萬億元"],
  ])("%s → %s", (simple, traditional) => expect(inScript(simple, "zh-Hant")).toBe(traditional));
  it("leaves other languages alone", () => expect(inScript("群里", "zh-Hans")).toBe("群里"));
  it.each([
    ["出口多少", true],
    ["进口", false],
    ["進口", false],
    ["2020?", true],
  ])("%s fits both scripts: %s", (text, fits) => expect(fitsBothScripts(text)).toBe(fits));
});
