import { describe, expect, it } from "vitest";
import { LINE_RULES } from "../../src/ingest/noise-rules.ts";
import { SECTION_RULES } from "../../src/ingest/section-rules.ts";
import { foldText } from "../../src/text/fold.ts";

describe("LINE_RULES", () => {
  it.each(
    LINE_RULES.flatMap((rule, i) => rule.examples.map((example) => [i, rule.reason, example] as const)),
  )("rule %i (%s) takes %s", (i, reason, example) => {
    expect(LINE_RULES[i]?.pattern.test(foldText(example))).toBe(true);
    expect(
      LINE_RULES.find((rule) => example.length <= rule.longest && rule.pattern.test(foldText(example)))
        ?.reason,
    ).toBe(reason);
  });

  it.each([
    "2023年，港口完成吞吐量820万吨，同比增长4.1%。",
    "企业可拨打咨询电话0000-5550101，也可在网上查询。",
    "“图省事可不行。”查检科科长说，图纸和实物要一一核对。",
    "记者：今年口岸的压力大吗？",
    "答（口岸处负责人）：不小。我们把查验岗增加到16个。",
    "主持人：书面提问请发到会务组。谢谢大家！",
    "编辑部附近的码头最忙，一天要走三百辆车。",
    "推荐企业用“提前申报”，平均能省下6小时。",
    "打印证书只要30秒，企业不用再跑窗口。",
    "海关版权保护队伍查获侵权商品1700件，货值约90万元。",
    "现在时间缩短到2小时，货车司机说方便多了。",
    "完善口岸功能",
    "图强求变的山城",
    "Home deliveries rose 12 percent, the port said.",
    "Photo studios imported 310 tonnes of film last year.",
    "相关企业说，办证时间缩短了一半。",
  ])("lets the article's own line pass: %s", (line) => {
    expect(
      LINE_RULES.filter((rule) => line.length <= rule.longest && rule.pattern.test(foldText(line))),
    ).toEqual([]);
    expect(SECTION_RULES.filter((rule) => rule.pattern.test(foldText(line)))).toEqual([]);
  });

  it.each(LINE_RULES.map((rule, i) => [i, rule] as const))(
    "rule %i takes no time on a long hostile line",
    (_, rule) => {
      const start = performance.now();
      for (const unit of ["图", "分享到 ", "a ", "记者", "（", "12 ", "评论", "> ", "来源: "])
        rule.pattern.test(unit.repeat(Math.ceil(rule.longest / unit.length)));
      expect(performance.now() - start).toBeLessThan(200);
    },
  );
});

describe("SECTION_RULES", () => {
  it.each(SECTION_RULES.flatMap((rule) => rule.examples.map((example) => [rule.reason, example] as const)))(
    "%s begin at %s",
    (reason, example) => {
      expect(SECTION_RULES.find((rule) => rule.pattern.test(foldText(example)))?.reason).toBe(reason);
    },
  );
});
