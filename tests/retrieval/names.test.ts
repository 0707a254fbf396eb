import { beforeAll, describe, expect, it } from "vitest";
import { learnPlaceNames } from "../../src/retrieval/names.ts";
import { createSegmenter, type Segmenter } from "../../src/text/words.ts";

describe("learnPlaceNames", () => {
  let segmenter: Segmenter;
  beforeAll(() => {
    segmenter = createSegmenter();
  });
  const learn = (texts: readonly string[], known: readonly string[] = []): string[] =>
    learnPlaceNames(texts, segmenter, (word) => known.includes(word));

  it("learns invented places by the offices and ports that bear their name", () => {
    expect(
      learn(["据岑州海关统计,岑州海关全年监管货物增长。", "哈木朗口岸通车。哈木朗口岸的货车排队。"]),
    ).toEqual(["哈木朗", "岑州"]);
  });

  it.each<[why: string, texts: string[]]>([
    ["a name that is there only once", ["岑州海关发布消息。"]],
    ["words of the language", ["全国海关增长。全国海关下降。", "新设口岸两个。新设口岸通车。"]],
    ["a verb before a port", ["货车进入口岸。旅客进入口岸。"]],
    ["nothing at all", [""]],
  ])("learns no name from %s", (_why, texts) => expect(learn(texts)).toEqual([]));

  it("leaves out what the glossary has already", () => {
    expect(learn(["岑州海关很忙。岑州海关很大。"], ["岑州"])).toEqual([]);
  });
});
