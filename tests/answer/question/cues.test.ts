import { expect, it } from "vitest";
import { readAsks } from "../../../src/answer/question/asks.ts";
import {
  asksForWords,
  isNational,
  readAspect,
  readChangeBase,
  readComparison,
  readDirections,
} from "../../../src/answer/question/cues.ts";
import { foldText } from "../../../src/text/fold.ts";

it.each([
  ["渡轮和机场哪个旅客多", "which"],
  ["渡輪同飛機邊個快啲", "which"],
  ["Which quay is larger, the old or the new one?", "which"],
  ["新码头比旧码头多几艘船", "difference"],
  ["两年相差多少", "difference"],
  ["How many more ships came to the new quay?", "difference"],
  ["what is the gap between the two quays", "difference"],
  ["新码头的船是旧码头的几倍", "ratio"],
  ["how many times the old quay's traffic is that", "ratio"],
  ["新码头比旧码头多百分之几", "percent_change"],
  ["渡轮旅客占全部旅客的百分之几", "share"],
  ["what proportion of passengers took the ferry", "share"],
  ["新旧码头各有多少艘船", "side_by_side"],
  ["compare the two quays", "side_by_side"],
  ["新码头有40艘船,旧码头呢", "side_by_side"],
  ["渡轮现在要几个小时,以前呢", null],
  ["最快几个小时能到", null],
  ["一共少收了多少税", null],
  ["did passengers grow, and by how much", null],
  ["渡轮跟拖船各运了多少人", "side_by_side"],
  ["灯塔是谁点亮的", null],
  ["渡轮有几艘", null],
  ["how many ferries are there", null],
])("%s compares as %s", (question, kind) => expect(readComparison(foldText(question))).toBe(kind));

it.each([
  ["旅客增长了多少", "growth"],
  ["旅客比上年升咗幾多", "growth"],
  ["by how much did passengers rise", "growth"],
  ["等候时间降到多少了", "any"],
  ["旅客多少人", "level"],
  ["渡轮旅客占多大比重", "share"],
  ["云岛港排第几", "rank"],
  ["灯塔哪年点亮", "date"],
  ["吞吐量多少", "any"],
])("%s wants a %s", (question, aspect) => {
  const folded = foldText(question);
  expect(readAspect(folded, readAsks(folded)[0])).toBe(aspect);
});

it.each<[question: string, directions: string[]]>([
  ["出口多少", ["export"]],
  ["進口多少", ["import"]],
  ["进出口多少", ["both"]],
  ["外贸多少", ["both"]],
  ["进口和出口哪个快", ["import", "export"]],
  ["出口比进口多多少", ["export", "import"]],
  ["进口岸区的车", []],
  ["imports and exports", ["both"]],
  ["exports versus imports", ["export", "import"]],
  ["exporters", ["export"]],
  ["the port", []],
])("%s speaks of %j", (question, directions) => {
  expect(readDirections(foldText(question)).map((d) => d.direction)).toEqual(directions);
});

it.each([
  ["全国有几个", true],
  ["我國有幾個", true],
  ["How many are there in China?", true],
  ["China's imports", true],
  ["海关总署有几个", false],
  ["中国海关怎么做", false],
  ["中欧班列", false],
  ["China-Europe trains", false],
  ["云岛有几个", false],
])("%s is about the nation: %s", (question, national) =>
  expect(isNational(foldText(question))).toBe(national),
);

it.each([
  ["同比涨了多少", "yoy"],
  ["比去年多几成", "yoy"],
  ["up year on year", "yoy"],
  ["环比呢", "mom"],
  ["比上个月呢", "mom"],
  ["from the previous month", "mom"],
  ["比2019年呢", null],
  ["涨了多少", null],
])("%s is against %s", (question, base) => expect(readChangeBase(foldText(question))).toBe(base));

it.each([
  ["谁点亮了灯塔", true],
  ["點解要停航", true],
  ["渡轮公司怎么做", true],
  ["灯塔在哪里", true],
  ["Who lit it?", true],
  ["How does it work?", true],
  ["How many are there?", false],
  ["渡轮多少艘", false],
])("%s asks for words: %s", (question, words) => expect(asksForWords(foldText(question))).toBe(words));
