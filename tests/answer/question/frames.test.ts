import { describe, expect, it } from "vitest";
import { readFrame } from "../../../src/answer/question/frames.ts";
import { foldText } from "../../../src/text/fold.ts";

function sidesOf(text: string): readonly [kind: string, left: string, right: string] | undefined {
  const folded = foldText(text);
  const frame = readFrame(folded);
  return (
    frame && [frame.kind ?? "loose", folded.slice(...frame.left).trim(), folded.slice(...frame.right).trim()]
  );
}

describe("readFrame", () => {
  it.each<[question: string, kind: string, left: string, right: string]>([
    ["2019年渡轮旅客是渡轮车辆的几倍", "ratio", "2019年渡轮旅客", "渡轮车辆"],
    ["渡輪嘅旅客係車輛嘅幾多倍", "ratio", "渡轮嘅旅客", "车辆"],
    ["渔获量和吞吐量,前者是后者的几倍", "ratio", "渔获量", "吞吐量"],
    ["ferry passengers were how many times the cars in 2019?", "ratio", "ferry passengers", "cars in 2019"],
    ["how many times larger is the catch than the quota?", "ratio", "the catch", "the quota"],
    ["渡轮旅客占全部旅客的百分之几", "share", "渡轮旅客", "旅客"],
    ["全部旅客里头,坐渡轮的占几成", "share", "坐渡轮", "全部旅客"],
    ["抽检的货有几%是不合格的", "share", "不合格的", "抽检的货"],
    ["今年的渔获,刨掉带鱼还剩多少吨", "difference", "今年的渔获", "带鱼"],
    ["除去带鱼,渔获还有多少吨", "difference", "渔获还有多少吨", "带鱼"],
    ["the catch without herring, how much was it?", "difference", "the catch", "herring"],
    ["leaving out herring, how much was the catch?", "difference", "how much was the catch?", "herring"],
    ["of the ferries, how many are not new?", "difference", "the ferries", "new"],
    ["by how much did exports exceed imports?", "difference", "exports", "imports"],
    ["带鱼比鲱鱼多出几吨", "difference", "带鱼", "鲱鱼"],
    ["带鱼比鲱鱼多捕了几吨", "difference", "带鱼", "鲱鱼"],
    ["帶魚多過鯡魚幾多噸", "difference", "带鱼", "鲱鱼"],
    ["带鱼顶得上多少个鲱鱼", "ratio", "带鱼", "鲱鱼"],
    ["how many more ferries than tugs were there?", "difference", "ferries", "tugs"],
    ["what share of the catch did herring account for?", "share", "herring", "the catch"],
    ["which grew faster: ferries or tugs?", "loose", "ferries", "tugs"],
    ["how many points separate ferry growth from tug growth?", "loose", "ferry growth", "tug growth"],
    ["渡轮跟拖船各有多少", "loose", "渡轮", "拖船"],
    ["渡轮旅客和邮轮旅客比,哪个多", "loose", "渡轮旅客", "邮轮旅客"],
    ["in 2019, ferries versus cruise ships, which grew more?", "loose", "ferries", "cruise ships"],
  ])("tells the sides of: %s", (question, kind, left, right) => {
    expect(sidesOf(question)).toEqual([kind, left, right]);
  });

  it.each(["2019年渡轮运了多少人", "谁介绍了情况", "how many ferries are there?"])(
    "finds no sides in: %s",
    (question) => {
      expect(sidesOf(question)).toBeUndefined();
    },
  );

  it("knows which side the other is a part of", () => {
    expect(readFrame("渡轮旅客占全部旅客的百分之几")?.whole).toBe("right");
    expect(readFrame("渔获刨掉带鱼还剩多少吨")?.whole).toBe("left");
    expect(readFrame("渔获量是吞吐量的几倍")?.whole).toBeUndefined();
  });

  it("does not read a very long message for its sides", () => {
    expect(readFrame(`${"渡轮旅客和邮轮旅客".repeat(40)}比,哪个多`)).toBeUndefined();
  });
});
