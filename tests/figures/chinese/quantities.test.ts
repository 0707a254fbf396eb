import { describe, expect, it } from "vitest";
import { extractFigures } from "../../../src/figures/extract.ts";

const read = (text: string) => extractFigures(text, { lang: "zh", published: "2024-03-26" });
const shown = (text: string) => read(text).map((f) => text.slice(...f.display));

describe("what is no figure", () => {
  it.each([
    "按照海关总署2022年第123号公告办理。",
    "联系电话0000-8012360,邮箱a1@b.example。",
    "企业可在H2018系统中查询,H986设备正常。",
    "这是共建“一带一路”的好时机,“十四五”规划写得清楚。",
    "国际贸易“单一窗口”实现一站式办理,进一步便利一般贸易。",
    "改革以“两步申报”为牵引,建立“三查三排一转运”体系。",
    "第一时间启动,与各方一起把好第一道关。",
    "凌晨4点20分出发,6点整抵达,8:30放行。",
    "2024年3月26日第05版。",
    "跨境电商B2B出口和G20、5G、RCEP都有关系。",
    "党的二十届三中全会和二十大作出部署。",
    "一家企业的一名关员拿来一份文件。",
    "“6·18”当天很忙,千家万户都下了单。",
  ])("%s", (text) => expect(shown(text)).toEqual([]));
});

describe("qualifiers", () => {
  it.each([
    ["进出口近3亿元。", "about", "<"],
    ["进出口约3亿元。", "about", null],
    ["进出口超3亿元。", "over", ">"],
    ["进出口3亿多元。", "over", ">"],
    ["检出病例70余种。", "over", ">"],
    ["占比90%以上。", "over", ">="],
    ["用时2天以内。", "under", "<="],
    ["国土面积不到3亩。", "under", "<"],
    ["用时约为16.4小时。", "about", null],
    ["增长30%左右。", "about", null],
    ["融资租赁约占全国的70%。", "about", null],
    ["签订条约3份。", "none", null],
  ])("%s", (text, approx, bound) => {
    const [figure] = read(text);
    expect([figure?.approx, figure?.bound]).toEqual([approx, bound]);
  });
});

describe("forms of their own", () => {
  it.each([
    ["平均停留5~7天。", [5, 7], "天"],
    ["能力将达到1.1亿至1.3亿吨。", [110_000_000, 130_000_000], "吨"],
    ["每10辆汽车中有4辆是电动汽车。", 0.4, ""],
    ["每三票出口报关单中,就有一票发往东盟。", 1 / 3, ""],
    ["真正要开箱的,一百辆里不过三四辆。", [0.03, 0.04], ""],
    ["机器每看一百件,人要复看一件。", 0.01, ""],
    ["东部占比过半。", 0.5, ""],
    ["实施7×24小时预约通关。", 24, "小时"],
    ["最长的一回排了三天两夜。", 3, "天"],
    ["气温零下27摄氏度。", -27, "摄氏度"],
    ["外贸规模翻了两番。", 2, "番"],
    ["出口货值与上年持平。", 0, "%"],
    ["增速为-2.3%。", -2.3, "%"],
  ])("%s", (text, value, unit) => {
    const figures = read(text);
    expect(figures.map((f) => [f.value, f.unit])).toEqual([[value, unit]]);
  });

  it("reads two counts that stand side by side", () => {
    expect(shown("检出传染病70余种18万例。")).toEqual(["70余种", "18万例"]);
  });

  it("keeps the sides of 由…缩短到… apart", () => {
    expect(read("停留时间由5~7天缩短到2~3天。").map((f) => f.value)).toEqual([
      [5, 7],
      [2, 3],
    ]);
  });

  it("shares unit and scale along a list", () => {
    expect(read("三地分别出口412.5、338.9和286亿元。").map((f) => f.value)).toEqual([
      41.25e9, 33.89e9, 28.6e9,
    ]);
  });

  it.each([
    ["货物贸易总额连续7年位居全球第一。", 1],
    ["由第46位升至第31位。", 46],
    ["成为全球第二大聚集地。", 2],
  ])("takes a rank of %s", (text, value) => {
    expect(read(text).find((f) => f.kind === "rank")?.value).toBe(value);
  });

  it("counts 一次 where it is set out in a row, and not as an article", () => {
    expect(shown("实现一次申报、一次查验、一次放行。")).toHaveLength(3);
    expect(shown("他第一次来,办了一次手续。")).toEqual([]);
  });

  it("reads a rate", () => expect(read("最高每分钟8.5万票。")[0]?.kind).toBe("rate"));

  it("takes the noun behind the measure word", () => {
    expect(read("已成为150多个国家和地区的主要贸易伙伴。")[0]?.noun).toBe("国家和地区");
    expect(read("16项创新举措在全省推广。")[0]?.noun).toBe("创新举措");
  });
});

it("reads Traditional characters and full-width digits at the same offsets", () => {
  const text = "進出口總值１．２億元，同比增長５％。";
  expect(read(text).map((f) => [f.text, f.value])).toEqual([
    ["１．２億元", 1.2e8],
    ["５％", 5],
  ]);
});
