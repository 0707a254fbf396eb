import { describe, expect, it } from "vitest";
import type { Section } from "../../src/ingest/headings.ts";
import { rejoin } from "../../src/ingest/rejoin.ts";
import { isOpenEnd, proofOf, startShape } from "../../src/ingest/sentence-edges.ts";

/** "# x" is a heading, "| x" a table, "- x" a list item, the rest paragraphs. */
const section = (line: string): Section => {
  const mark = /^([#|-]) /.exec(line)?.[1];
  return {
    kind: mark === "#" ? "heading" : mark === "|" ? "table" : "paragraph",
    text: line.replace(/^[#|-] /, ""),
    isItem: mark === "-",
  };
};
const run = (lines: readonly string[]) => {
  const { sections, joined, unfinished } = rejoin(lines.map(section));
  return { texts: sections.map((it) => it.text), joined, unfinished };
};

const A = "前十个月，口岸验放货车四万辆，日均一百三十";
const END = "货车多了，等候少了。";

describe("rejoin", () => {
  it("leaves whole sentences alone", () => {
    expect(run([END, END])).toEqual({ texts: [END, END], joined: [], unfinished: [] });
  });

  it.each([
    ["goes on without a mark", "2016年冬天，口岸一天进出的货车", "只有68辆，如今是675辆。"],
    ["splits a word", "今年以来，关区落实提前申报等举", "措，企业少跑了腿。"],
    ["after a comma, whatever begins below", "口岸建起了检疫站，", "2023年，检疫木材18批。"],
    ["inside a quotation", "他说：“把窗口提前，把岗位增加", "人手够了，路就通了。”司机都说好。"],
  ])("joins the paragraph right below where the sentence %s", (_, left, right) => {
    const { texts, joined, unfinished } = run([left, right]);
    expect(texts).toEqual([left + right]);
    expect(joined).toHaveLength(1);
    expect(unfinished).toEqual([]);
  });

  it("joins English halves with a space", () => {
    expect(run(["The yard, which opened in spring, handles about", "95 containers a day."]).texts).toEqual([
      "The yard, which opened in spring, handles about 95 containers a day.",
    ]);
    expect(
      run(["The yard opened in spring, and the drivers said", "They are happy."]).unfinished,
    ).toHaveLength(1);
  });

  it.each([
    ["begins anew", "此外，口岸还建起了检疫站。"],
    ["begins with a date", "2023年，检疫木材18批。"],
    ["is someone's turn to speak", "记者：今年怎么样？"],
    ["is a heading", "# 检疫站"],
    ["is a table", "| 表"],
    ["is an item of a list", "- 检疫木材18批"],
  ])("does not join what %s, and reports the open end", (_, next) => {
    const { joined, unfinished } = run([A, next]);
    expect(joined).toEqual([]);
    expect(unfinished).toEqual([`…${A}`]);
  });

  it("takes several open ends in a row for a list", () => {
    const list = [
      "进出口总值4107.2亿元，规模创新高",
      "出口总值2380.5亿元，连续八个月增长",
      "进口总值1726.7亿元，降幅有所收窄",
      END,
    ];
    expect(run(list).texts).toEqual(list);
    expect(run(["货值218.6亿元，同比增长6.7%", "口岸负责人说，货车多了。"]).joined).toEqual([]);
  });

  it("fetches the second half from another column with all that follows it there", () => {
    const lines = [
      "# 一",
      "全年进口、出口用时分别为28小时和1小时，比上年分别",
      "# 二",
      END,
      "缩短三成和10%。".replace("三成", "30%"),
      "剩下的一段，也跟着走。",
      "# 三",
      "最后一段。",
    ];
    const { texts, joined } = run(lines);
    expect(texts).toEqual([
      "一",
      "全年进口、出口用时分别为28小时和1小时，比上年分别缩短30%和10%。",
      "剩下的一段，也跟着走。",
      "二",
      END,
      "三",
      "最后一段。",
    ]);
    expect(joined[0]).toMatchObject({ movedWith: 1 });
  });

  it("joins nothing where two halves fit one end", () => {
    const { joined, unfinished } = run([
      "进口、出口用时比上年分别",
      "# 二",
      END,
      "缩短30%和10%。",
      END,
      "压缩5%和7%。",
    ]);
    expect(joined).toEqual([]);
    expect(unfinished).toHaveLength(1);
  });

  it("keeps every paragraph, once", () => {
    const lines = [
      "甲乙丙丁，口岸全年落实了各项举",
      "# 一",
      "措，效果不错，货车日均增加",
      "120辆，",
      "又比上年多出一截。",
      END,
    ];
    const { texts } = run(lines);
    const letters = (parts: readonly string[]): string[] => [...parts.join("").replace(/# /g, "")].sort();
    expect(letters(texts)).toEqual(letters(lines));
  });
});

describe("isOpenEnd", () => {
  it.each([
    ["口岸验放货车四万辆，日均一百三十", true],
    ["关员说：“快，不等于不看", true],
    ["口岸建起了检疫站，", true],
    ["口岸建起了检疫站，货车多了。", false],
    ["他说，货车多了。”", false],
    ["五年的变化，一张表看得清楚：", false],
    ["货车多了，等候少了……", false],
    ["检疫站", false],
    ["The yard, opened in spring, handles", true],
    ['"This year," she said, "nothing."', false],
  ])("%s → %s", (text, open) => {
    expect(isOpenEnd(text)).toBe(open);
  });
});

describe("startShape", () => {
  it.each([
    ["，口岸也多了", "rest"],
    ["措，不断简化手续", "rest"],
    ["and the rest", "rest"],
    ["此外，口岸还", "sentence"],
    ["一方面，口岸还", "sentence"],
    ["“快，不等于不看。”", "sentence"],
    ["只有68辆，如今", "either"],
    ["在口岸，货车", "sentence"],
    ["受台风影响，口岸", "either"],
  ])("%s → %s", (text, shape) => {
    expect(startShape(text)).toBe(shape);
  });
});

describe("proofOf", () => {
  it.each([
    ["关区落实提前申报等举", "措，不断简化手续", /splits the word 举措/],
    ["他说：“窗口提前，岗位增加", "人手够了。”司机都说好。", /“/],
    ["（自口岸开通以来", "每年如此）他说。", /（/],
    ["用时比上年分别", "压缩30%和10%。", /two amounts/],
    ["同比分别增长", "27.4%和35.8%。", /two amounts/],
    ["货值比上年增长", "23.5%，其中", /awaits an amount/],
    ["用时比上年分别", "出台7版方案、52项指引，", undefined],
    ["货值比上年增长", "2023年，口岸", undefined],
    ["口岸日均进出货车", "行李查验也快了", undefined],
  ])("%s ‖ %s", (left, right, proof) => {
    if (proof) expect(proofOf(left, right)).toMatch(proof);
    else expect(proofOf(left, right)).toBeUndefined();
  });
});
