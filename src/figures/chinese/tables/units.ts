import type { FigureKind } from "../../figure.ts";

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Money. 块 is listed with the measure words: it is money only before 钱. */
const MONEY = words(
  `元 人民币元 美元 欧元 港元 港币 澳门元 日元 韩元 英镑 卢布 美金 加元 澳元 新元 瑞士法郎 坚戈 泰铢 卢比 越南盾`,
);

/** Physical measures. */
const MEASURES = words(`
  吨 载重吨 总吨 公斤 千克 克 毫克 斤 两重 公里 千米 海里 厘米 毫米 米 平方公里 平方千米 平方米 公顷 万亩 亩 立方米 升 毫升
  摄氏度 度 千瓦时 千瓦 兆瓦 吉瓦 兆瓦时 桶 吨公里 公里/小时 kg km cm mm 克拉 m3 m2 ㎡ GB TB 兆 帕 伏 马力`);

/** Time taken or passed, and age. Written with or without 个. */
const DURATIONS = words(`
  年 个月 个季度 季度 周 星期 个星期 天 日 小时 个小时 钟头 个钟头 工作日 个工作日 分钟 秒 秒钟 毫秒 岁 周岁 周年 昼夜 年头 个年头`);

/** Measure words: what things are counted in. Longer ones are tried first. */
const COUNTERS = words(`
  个 家 件 项 份 批 批次 起 例 种 种次 类 票 单 列 列次 辆 辆次 架 架次 艘 艘次 人 人次 名 位 次 条 款 本 张 只 头 套 座 处 所 支
  台 部 宗 场 期 轮 版 户 间 道 瓶 箱 标箱 标准箱 个标准箱 个标箱 TEU 包 袋 盒 株 棵 粒 枚 发 把 颗 片 幅 封 笔 班 班次 航班 航次 趟
  届 组 篇 册 集 对 双 块 国 省 县 市 镇 村 街 路 卷 节 车 车次 船 船次 柜 罐 桩 眼 口 匹 羽 尾 顶 盏 副 门 则 章 层 级 字 席 栋 幢
  家次 户次 件次 场次 人份 剂 剂次 样 份次 单次 票次 项次 站 站点 团 点 页 代 步 环节`);

const POINTS = words(`个百分点 百分点`);
const MULTIPLES = words(`倍 番`);

export interface Unit {
  readonly word: string;
  readonly kind: FigureKind;
}

const table = (list: readonly string[], kind: FigureKind): Unit[] => list.map((word) => ({ word, kind }));

/** Every unit with its kind, the longest first, so that 个百分点 is not read as 个. */
export const UNITS: readonly Unit[] = [
  ...table(MONEY, "amount"),
  ...table(MEASURES, "measure"),
  ...table(DURATIONS, "duration"),
  ...table(COUNTERS, "count"),
  ...table(POINTS, "points"),
  ...table(MULTIPLES, "multiple"),
  ...table(["%"], "percent"),
  ...table(["‰"], "fraction"),
].sort((a, b) => b.word.length - a.word.length);

/**
 * Measure words that stand behind a numeral in Chinese characters only by accident more often than not (三门峡, 五台山,
 * 两国, 四级, 三点): they count only behind digits.
 */
export const DIGITS_ONLY: ReadonlySet<string> = new Set(
  words(
    `国 省 市 县 门 章 级 节 口 路 街 眼 字 层 代 步 团 点 双 对 桶 度 车 村 镇 片 样 集 发 顶 副 柜 站 日 间 兆`,
  ),
);

/** Duration units whose 一 is usually an article or a rate (一天能卖…, 一年一度): only a word of lasting makes it a figure. */
export const LOOSE_DURATIONS: ReadonlySet<string> = new Set(words(`年 天 日 分钟 秒`));
