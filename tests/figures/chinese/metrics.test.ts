import { describe, expect, it } from "vitest";
import { extractFigures } from "../../../src/figures/extract.ts";
import type { FigureContext } from "../../../src/figures/figure.ts";

const context: FigureContext = { lang: "zh", published: "2024-01-10" };
const metrics = (text: string) => extractFigures(text, context).map((f) => f.metric);
const relations = (text: string) =>
  extractFigures(text, context).map((f) => (f.of === null ? "" : `${f.of.role} ${f.of.index}`));

describe("metric", () => {
  it.each([
    ["2023年,我国货物贸易总额达到5亿元,同比增长3%。", ["货物贸易总额", "货物贸易总额"]],
    ["累计查获违禁物品5万件,检出传染病7种18例。", ["查获违禁物品", "检出传染病", "检出传染病"]],
    ["全国进口、出口整体通关时间分别为28小时和1小时。", ["进口整体通关时间", "出口整体通关时间"]],
    ["对东盟、欧盟、美国分别进出口4亿元、3亿元和2亿元。", ["对东盟进出口", "对欧盟进出口", "对美国进出口"]],
    ["高技术产品、自主品牌产品出口同比增长6%、9%。", ["高技术产品出口", "自主品牌产品出口"]],
    ["跨境电商进出口5亿元。其中,出口3亿元。", ["跨境电商进出口", "跨境电商出口"]],
    ["立案侦办走私案件8起,案值3亿元。", ["立案侦办走私案件", "立案侦办走私案件案值"]],
    ["新增和扩大开放口岸4个,总数达到31个。", ["新增和扩大开放口岸", "开放口岸总数"]],
    ["区内的跨境电商企业,由17家增至36家。", ["区内的跨境电商企业", "区内的跨境电商企业"]],
    ["16项举措在全省推广,5项举措在总署备案。", ["举措在全省推广", "举措在总署备案"]],
    ["“智慧旅检”覆盖80%的航空口岸。", ["“智慧旅检”覆盖航空口岸"]],
    ["压缩通关等待时间80%以上。", ["通关等待时间"]],
    [
      "民营企业出口5亿元,占全省的六成,比重提升2个百分点。",
      ["民营企业出口", "民营企业出口占全省", "民营企业出口占全省比重"],
    ],
    ["铁矿砂、原油和大豆进口量分别为3吨、2吨和1吨。", ["铁矿砂进口量", "原油进口量", "大豆进口量"]],
    ["开行线路由最初的3条增加到19条。", ["开行线路", "开行线路"]],
    [
      "渔岛、鸥岛、鹭岛列前三大贸易伙伴,进出口分别为5亿元、3亿元和2亿元。",
      ["渔岛、鸥岛、鹭岛贸易伙伴", "渔岛进出口", "鸥岛进出口", "鹭岛进出口"],
    ],
    ["通行列车9列,其中出境5列、进境4列。", ["通行列车", "出境", "进境"]],
    ["合计出口9亿元,其中市场采购发往海外仓,出口5亿元。", ["出口", "市场采购发往海外仓出口"]],
    ["结案率始终在90%以上,最高的2022年达到97%。", ["结案率", "结案率"]],
  ])("%s", (text, expected) => expect(metrics(text)).toEqual(expected));

  it("stands in the text, span by span", () => {
    const text = "跨境电商进出口5亿元。其中,出口3亿元。";
    const figure = extractFigures(text, context)[1];
    expect(figure?.metricSpans.map((s) => text.slice(...s))).toEqual(["出口", "跨境电商"]);
  });
});

describe("relation", () => {
  it("ties a growth to its level, a part to its whole, a share to its subject", () => {
    expect(relations("进出口9亿元,增长3%。其中,出口5亿元,增长4%,占56%。")).toEqual([
      "",
      "growth 0",
      "part 0",
      "growth 2",
      "share 2",
    ]);
  });

  it("hands 分别 out to the amounts before it", () => {
    expect(relations("购物金额2亿元、件数3万件、旅客4万人次,同比分别增长3%、4%、5%。").slice(3)).toEqual([
      "growth 0",
      "growth 1",
      "growth 2",
    ]);
  });

  it("pairs before and after", () => {
    expect(relations("办理时间由6天缩短到2.5天。")).toEqual(["before 1", "after 0"]);
    expect(relations("平均6天就能上架,过去要40天。")).toEqual(["", "before 0"]);
  });
});

describe("change", () => {
  const change = (text: string) => extractFigures(text, context).at(-1)?.change;
  it.each([
    ["2023年出口同比增长7.3%。", { kind: "yoy", base: "2022", value: 7.3, unit: "%", factor: 1.073 }],
    ["2023年出口同比下降20%。", { kind: "yoy", base: "2022", value: -20, unit: "%", factor: 0.8 }],
    ["2023年,渡轮旅客增长最快,达35%。", { kind: "yoy", base: "2022", value: 35, unit: "%", factor: 1.35 }],
    ["2023年12月出口环比增长2%。", { kind: "mom", base: "2023-11", value: 2, unit: "%", factor: 1.02 }],
    ["2023年出口比2020年增长2.6倍。", { kind: "vs", base: "2020", value: 2.6, unit: "倍", factor: 3.6 }],
    ["2023年企业数量比2012年翻了一番。", { kind: "vs", base: "2012", value: 1, unit: "番", factor: 2 }],
    ["2023年通关时间较2017年压缩六成。", { kind: "vs", base: "2017", value: -0.6, unit: "", factor: 0.4 }],
    [
      "2023年出口增速高于全国外贸增速4.8个百分点。",
      { kind: "gap", base: "全国外贸增速", value: 4.8, unit: "个百分点", factor: null },
    ],
    [
      "销量相当于2022年全球销量的3倍。",
      { kind: "ratio", base: "2022年全球销量", value: 3, unit: "倍", factor: 3 },
    ],
  ])("%s", (text, expected) => expect(change(text)).toEqual(expected));

  it("hands out the markers 同比 and 环比", () => {
    const changes = extractFigures("2023年12月进出口8亿元,同比、环比分别增长5%、3%。", context).map(
      (f) => f.change?.kind,
    );
    expect(changes.slice(1)).toEqual(["yoy", "mom"]);
  });

  it("is none for a level that a verb of change leads to", () => {
    expect(change("航线由38条增至64条。")).toBeNull();
  });
});

describe("owner and direction", () => {
  it.each([
    ["海口海关去年监管货物3亿元。", "海口海关", null],
    ["今年,我国出口3亿元。", "全国", "export"],
    ["青岛海关所属黄岛海关推出举措3项。", "黄岛海关", null],
    ["上海、江苏、浙江进出口15亿元。", "上海、江苏、浙江", "both"],
    ["海南进出口933亿元,占全国的3%。", "海南", "both"],
    ["促进出口货物查验耗时缩短90%。", null, "export"],
  ])("%s", (text, entity, direction) => {
    const figure = extractFigures(text, context).at(-1);
    expect([figure?.entity, figure?.direction]).toEqual([entity, direction]);
  });
});

describe("kind of total", () => {
  it.each([
    ["“十三五”以来,累计征税9万亿元。", "cumulative"],
    ["2023年出口3亿元。", "flow"],
    ["2023年1—8月出口3亿元。", "partial"],
    ["年均监管货物5亿吨。", "annual_average"],
    ["目前注册国家已达到142个。", "stock"],
    ["日均验放5万票。", "average"],
    ["2023年出口占全国的3%。", "ratio"],
    ["到2025年,出口将达3亿元。", "target"],
    ["2023年出口增长3%。", "change"],
  ])("%s", (text, agg) => expect(extractFigures(text, context).at(-1)?.agg).toBe(agg));
});
