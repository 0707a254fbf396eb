import type { Span } from "../figure.ts";

/**
 * Words that end the name of the thing counted: verbs, prepositions, adverbs and particles. 个 and 家 are followed by the
 * noun at once, so the first of these closes it.
 */
const CLOSERS = `
  的 了 着 过 被 把 将 已 已经 正 正在 仍 仍然 也 都 均 还 又 再 就 才 便 则 在 从 自 由 向 对 为 以 于 至 到 经 按 据 因 与  跟 给 让 使 用
  是 有 占 居 达 达到 达成 超 超过 近 约 比 较 赴 来 来自 去 入选 入驻 参加 参与 享受 享受到 实现 完成 取得 开展 开通 开行 设立 设置 建立 建成 形成 形势 成立 推广 推出
  推动 推进 实施 落地 落实 增长 增加 下降 减少 提高 提升 缩短 压缩 降低 上升 扩大 覆盖 涉及 通过 进入 进行 持续 保持 位居 同比 环比 其中 分别 共 合计 总计 累计 年均 日均
  解决 检出 启运 联合 实时 实现 增 升 降 减 涨 跌 翻 缩 主要 需要 可以 能够 能 会 要 可 应 必须 如期 顺利 成功 全部 全面 均为 最 更 很 不 没有 无 未 只 仅 以上 以下 以内 左右 上下 组成 构成 发往 销往 出口至 输往 通达 联通 连接 对接 汇聚 聚集
  扩到 扩至 扩大 扩为 压到 压至 缩到 缩至 降到 降至 签约 开业 参评 突破 轮值 分别从 配套 带动 吸引 惠及 服务于 采取 采用 获得 获批 获评 取消 有序 得到 签署 签订 办理 查验 验放 放行 送往 运抵 抵达 到达 前往 驶往 驶出 出发 始发 上线 启动 启用 投用 投入 发布 出台 印发
  报关 备案 认证 互认 交付 销售 购买 订购 收到 送到 提前 延长 准备 看到 表示 介绍 说 称 指出 集中 依法 首次 首批 首 再次 同步 同时 相继 先后 陆续 逐步 不断 快速 迅速 发展 高 低 多 少 快 慢 后 前 内 外 里 中 时 起 间 之 等`;

const closers = new Set(CLOSERS.trim().split(/\s+/));
const longest = Math.max(...[...closers].map((w) => w.length));

/** Words that begin with a closer and belong to a noun all the same. */
const OPEN =
  /^(?:联合国|联合会|联合体|增值|增强现实|升级|减税|减排|降噪|自由|自贸|自主|自动|自助|上下游|上市|上海|聚集地|集散地|中外|中国|中小|中欧|中西部|外贸|外商|外国|外籍|外地|后续|前置|前海|高新|高技术|高级|高风险|高速|高端|高校|高资信|低碳|多式|多边|多语|内地|内陆|内支线|过境|进境|境外|境内|在线|在建|在华|在营|对外|同类|不合格|不同|无人|无纸|未|有色|有害|有机|最佳|新|首入境|首套|经济体|经营|经销|经认证|认证企业|服务|销售点|查验员|查验点|发展中|发展区|时段|备案企业|办理点|得力|要素|应急|能源|把关员|会员|会展|会议|等级|更新|快递|快件|快线|少数|说明|称重|地区|地方|地级|里程|间隔|以色列|用户|用品|向导|至尊|到岸|到港|联通|因子|近海|近洋|约束|比例|来源|来料|建设|再生|将军|正面|均)/;

const CHARACTER = /[\u4e00-\u9fffA-Za-z0-9()+“”‘’·"-]/;
/** Longer names are clauses. Found by reading the articles: 首入境航班海关, 国际知名品牌, 本地上下游企业. */
const LONGEST_NOUN = 16;

/** The noun behind a measure word at `at`: 国家和地区, 生产经营单位; null where a verb or a pause follows. */
export function readNoun(text: string, at: number, end: number): Span | null {
  let p = at;
  while (p < end && p - at < LONGEST_NOUN) {
    const c = text.charAt(p);
    if (!CHARACTER.test(c)) break;
    if (/[“”‘’"]/.test(c) && p === at) {
      p++;
      continue;
    }
    if (/\d/.test(c)) break;
    if ((c === "和" || c === "及" || c === "或") && !isJoined(text, p, at)) break;
    if (!OPEN.test(text.slice(p, p + 5)) && isCloser(text, p)) break;
    p += OPEN.exec(text.slice(p, p + 5))?.[0].length ?? 1;
  }
  p = pastList(text, at, p, end);
  const trade =
    /^(.{2,}?)(?:(?:进出口|出口|进口)(?:总值|总额|贸易额|值|额)|(?:保税维修|保税研发)?进出口(?:规模)?)$/.exec(
      text.slice(at, p),
    )?.[1];
  // 21个自由贸易试验区进出口总值: the trade is what the next number tells.
  if (trade !== undefined) p = at + trade.length;
  const noun = text.slice(at, p).replace(/[(“‘"-]+$/, "");
  return noun.length === 0 || /^[()”’"·]/.test(noun) ? null : [at, at + noun.length];
}

/** 42次埃博拉、拉沙热等重大传染病专题风险评估: the name goes on behind 等. */
function pastList(text: string, at: number, p: number, end: number): number {
  if (text.charAt(p) !== "、") return p;
  const list = /^[^,，。;:\d]{1,30}?等(?:[\u4e00-\u9fff]{2,14})/.exec(text.slice(p, end))?.[0];
  if (list === undefined) return p;
  const head = list.indexOf("等", 1) + 1;
  const noun = readNoun(text, p + head, end);
  return noun === null || noun[1] - at > 40 ? p : noun[1];
}

/** 国家和地区, 部门和单位: both sides are short nouns; 个督导组和… is not. */
function isJoined(text: string, at: number, start: number): boolean {
  return (
    at - start <= 3 &&
    at > start &&
    /^[和及或](?:地区|单位|机构|城市|企业|区域|组织|个人|部委|口岸|港口)/.test(text.slice(at, at + 4))
  );
}

function isCloser(text: string, at: number): boolean {
  for (let n = longest; n > 0; n--) if (closers.has(text.slice(at, at + n))) return true;
  return false;
}
