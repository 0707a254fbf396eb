import { describe, expect, it } from "vitest";
import { extractFigures } from "../../../src/figures/extract.ts";

const read = (text: string) => extractFigures(text, { lang: "zh", published: "2025-08-25" });
const metrics = (text: string) => read(text).map((f) => f.metric);

describe("numbers handed out to a list", () => {
  it("takes the number that sums the list up off its last item, and gives its noun to all", () => {
    expect(metrics("缉私艇在青崖、白沙、石滩三片海域分别查扣成品油64吨、38吨和19吨，合计121吨。")).toEqual([
      "青崖海域查扣成品油",
      "白沙海域查扣成品油",
      "石滩海域查扣成品油",
      "海域查扣成品油",
    ]);
  });

  it("goes by the list before the count, and measures what the sentence measured", () => {
    expect(
      metrics("贸易额38.7亿元，其中青崖、白沙、石滩三个互市点分别为15亿元、9亿元和4亿元。").slice(2),
    ).toEqual(["青崖互市点贸易额", "白沙互市点贸易额", "石滩互市点贸易额"]);
  });

  it("goes by the clause before the numbers", () => {
    expect(metrics("通行货车512辆次。上游的青崖和白沙，分别只有31辆次和24辆次。")).toEqual([
      "通行货车",
      "上游的青崖通行货车",
      "白沙通行货车",
    ]);
  });

  it("takes two units without 分别 for two counts of one thing", () => {
    expect(metrics("退运、销毁不合格水果23批、412吨。")).toEqual([
      "退运、销毁不合格水果",
      "退运、销毁不合格水果",
    ]);
  });

  it("goes through the levels before by their units", () => {
    expect(metrics("五年来立案96起、案值63亿元，年均19起、13亿元。").slice(-2)).toEqual(["立案", "立案案值"]);
  });
});

describe("what a figure measures", () => {
  it.each([
    ["青湾分局立案9起；白沙分局立案7起。其余5起由机关直接办理。", "立案由机关直接办理", -1],
    ["首饰卖出3亿元。化妆品仍是大头，全年卖出7亿元。", "化妆品卖出", -1],
    ["全年立案9起。128人因此被列入名单。", "因此被列入名单", -1],
    ["对韩国出口5亿元，增长5%。东盟继续是我省第一大伙伴，占外贸的14.9%。", "东盟占外贸", -1],
    ["检测样本218万个，其中阳性396个；对19个国家采取措施。", "国家采取措施", -1],
    ["换装作业，也由每列6小时缩短到2.5小时。", "换装作业", -1],
    ["上半年，经口岸出口的家具也多了，达3亿元。", "经口岸出口的家具", -1],
    ["进口大豆67万吨，但均价上涨20%。", "进口大豆均价", -1],
    ["每单节省费用2万元。", "每单节省费用", -1],
    ["企业9家，从业人员12万人。", "从业人员", -1],
  ])("%s → %s", (text, metric, at) => expect(metrics(text).at(at)).toBe(metric));
});

describe("parts of a whole", () => {
  const roles = (text: string) => read(text).map((f) => f.of?.role ?? null);
  it("end where they make up the whole", () => {
    expect(roles("配额共12万吨，其中甲5万吨、乙7万吨；丙3万吨。")).toEqual([null, "part", "part", null]);
    expect(roles("配额共12万吨，其中甲5万吨、乙3万吨；丙3万吨。")).toEqual([null, "part", "part", "part"]);
  });
});

describe("kind of total", () => {
  it.each([
    ["邮寄送达：全年102件。", "flow"],
    ["今年，雷达站将由9座增至14座。", "target"],
    ["全年移送案件12起。", "flow"],
    ["码头有泊位12个。", "stock"],
  ])("%s → %s", (text, agg) => expect(read(text).at(-1)?.agg).toBe(agg));
});

it("measures 持平 against what stands behind 与 alone", () => {
  expect(read("配额325万吨，总量与2022年持平。").at(-1)?.change).toMatchObject({
    kind: "vs",
    base: "2022",
    value: 0,
  });
  expect(read("2024年出口5亿元，同比持平。").at(-1)?.change).toMatchObject({ kind: "yoy", value: 0 });
});

it("reads hours and minutes as one time", () => {
  expect(read("最快的一车只用了1小时40分钟。").map((f) => [f.text, f.value, f.unit])).toEqual([
    ["1小时40分钟", 100, "分钟"],
  ]);
});

it.each([
  ["通道由4条扩到12条。", ["4条", "12条"]],
  ["将与2至3个国家签约。", ["2至3个国家"]],
  ["对73家境外企业采取措施。", ["73家境外企业"]],
  ["五家综保区进出口43亿元。", ["五家综保区", "43亿元"]],
])("shows of %s", (text, shown) => expect(read(text).map((f) => text.slice(...f.display))).toEqual(shown));

describe("an amount that a multiple or share is told of", () => {
  it("is of what was measured before, under its own name, and gives the multiple its base", () => {
    const figures = read("亩均税收42.6万元，是青湾11.8万元的3.6倍；授权84件，占全省126件的三分之二。");
    expect(figures.map((f) => f.metric)).toEqual([
      "亩均税收",
      "青湾亩均税收",
      "亩均税收",
      "授权",
      "全省授权",
      "授权",
    ]);
    expect(figures[2]?.change).toMatchObject({ kind: "ratio", base: "青湾11.8万元", value: 3.6 });
  });

  it("keeps 占比 in the name of what it measures", () => {
    expect(metrics("上半年，快通班列占比由41.6%提高到57.3%。")).toEqual(["快通班列占比", "快通班列占比"]);
  });
});
