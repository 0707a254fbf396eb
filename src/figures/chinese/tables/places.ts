const words = (list: string): string[] => list.trim().split(/\s+/);

/** Provinces, regions and cities that stand alone in trade news, and customs districts named after them. */
export const PLACES = words(`
  北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾
  内蒙古 广西 西藏 宁夏 新疆 香港 澳门 石家庄 太原 呼和浩特 满洲里 沈阳 大连 长春 哈尔滨 南京 杭州 宁波 合肥 福州 厦门 南昌 青岛 济南 郑州 武汉
  长沙 广州 黄埔 深圳 拱北 汕头 湛江 江门 南宁 海口 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 苏州 无锡 珠海 东莞 佛山 义乌 温州 舟山
  烟台 洋浦 三亚 横琴 南沙 前海 蛇口 黄岛 天竺 喀什 霍尔果斯 阿拉山口 二连浩特 绥芬河 东兴 凭祥 瑞丽 粤港澳大湾区 京津冀 长三角 珠三角
  成渝 东部地区 中部地区 西部地区 中西部地区 东北地区 中西部省份`);

/** Names that also stand inside other words, by accident of the writing: 复合肥, 目前海关, 出海口, 大连接, 黄河南岸. */
export const NOT_THE_PLACE: Readonly<Record<string, { readonly after?: string; readonly before?: string }>> =
  {
    长沙: { after: "处科署司关局会行校院部队站组社船厂村" },
    合肥: { after: "复混配" },
    前海: { after: "目以此之年日先提当空" },
    海口: { after: "出入临沿" },
    大连: { before: "接续线通环片" },
    西安: { before: "全排装置" },
    海南: { after: "南东", before: "岸部侧" },
    河南: { after: "黄", before: "岸部侧" },
    湖南: { before: "岸部侧" },
    江西: { before: "岸部侧" },
    山东: { after: "中" },
  };

/** The whole country, by whatever name. */
export const NATION = words("我国 全国 中国 中国海关 全国海关 我国海关 海关总署 国内");

/** Words that mean the place the article is about. */
export const OWN_PLACE = words(
  "全市 我市 本市 该市 全省 我省 本省 该省 全区 我区 该区 全州 该州 全县 该县 全关 关区 该关 该港 该口岸 区内 口岸上 全港",
);

/** What makes a name an owner of figures, the longest first. */
export const OWNER_KINDS = words(
  "自由贸易试验区 自贸试验区 自由贸易港 自贸港 综合保税区 综保区 保税港区 保税区 跨境电商综试区 海关特殊监管区域 片区 海关 分局 互市点 口岸 机场 邮局 港口 码头 港 自治区 省 市 州 县",
);

/** Beginnings of words that stand before 海关, 口岸, 市 … as a place's name does: adjectives, verbs, pronouns. */
export const COMMON_WORDS = words(`
  各 该 本 其 这 那 多 两 全 一 某 所有 开放 重要 枢纽 海运 航空 公路 铁路 进境 出境 进口 出口 国际 国境 沿海 内陆 支线 主管 隶属 直属 当地 相关 有关 主要
  周边 跨关区 大 不少 其他 部分 通商 贸易 环澳 首入境 扩大 新增 对外 世界 非洲 中东欧 中亚 金砖 伙伴 联合 数字 智慧 今天 请来 记者 众多 前往 来自 在 从 到 经 与 和 由
  物流 港口 城 菜 超 股 楼 都 助力 步入 得益 完善 健全 支持 推动 走进 进入 优化 加强 促进 服务 保障 设立 围绕 毗连 打造 也 有 还 同步 实现 建设 开展 辐射 依托 凭借
  针对 关于 根据 按照 途经 通过 覆盖 包括 例如 像 如 即 作为 率先 目前 首先 其次 离 距 往 赶 坐 绕 停 跑 把 将 被 让 给 对 请 我 他 它 她 你 以 因 但 而 并 且 每 去 抵达 位于
  成为 形成 连接 联通 深化 推进 创新 改革 坚持 深入 推广 提升 提高 强化 落实 发挥 构建 探索 协同 整合 共建 参与 负责 监管 综合 特殊 自由 保税 邻国 外国 国内 国外 境外 境内 企业
  邀请 旅检 货运 水运 空运 邮运 快件 电子 智能 一线 二线 边境 边疆 内地 首个 首批 第一 新 老 旧 小 高 省 市 县 区 国家 中国 我国 全国 全球`);
