const words = (list: string): string[] => list.trim().split(/\s+/);

/** Verbs and adjectives of growth and fall, as they stand before the amount. One-character words come last. */
const RISE = words(
  "增长 增加 上升 上涨 提高 提升 扩大 增多 加快 提速 攀升 走高 回升 延长 超出 扩容 新增长 净增 多增 增收 增幅 增速 涨幅 升幅 增长率 增 涨 升 高 多 快 长",
);
const FALL = words(
  "下降 减少 降低 缩短 压缩 压减 缩减 下滑 下跌 回落 收窄 放缓 节省 节约 减免 减轻 精简 削减 压降 降幅 跌幅 降 减 跌 低 少 慢 短",
);

/** Verbs of reforms: without 同比 they tell of before and after, not of the year before. */
export const REFORM_VERB = /(?:缩短|压缩|压减|缩减|提升|提高|降低|节省|节约|减免|精简|加快|提速)/;

/** They may have what changes behind them: 压缩通关等待时间80%以上. */
const TRANSITIVE = words("压缩 缩短 减少 降低 节省 节约 提升 提高 增加 扩大 减免 压减 缩减");

const alternatives = (list: readonly string[]): string =>
  [...list].sort((a, b) => b.length - a.length).join("|");

export const RISE_PATTERN = alternatives(RISE);
export const FALL_PATTERN = alternatives(FALL);
export const TRANSITIVE_PATTERN = alternatives(TRANSITIVE);
/** Words that lead from an old level to a new one: 增至, 缩短到, 下降为. What follows is a level. */
export const TRANSITION =
  /(?:增长|增加|扩大|提高|提升|上升|扩展|拓展|攀升|跃升|减少|下降|降低|缩短|压缩|压减|缩减|回落|下调|延长|扩|增|升|涨|降|减|缩|跌|变|压|砍|拉|提|提速|改|由原来的)(?:了)?(?:至|到|为|成)(?:了)?$/;
