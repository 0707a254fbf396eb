const words = (list: string): string[] => list.trim().split(/\s+/);

/** Provinces, regions and cities that stand alone in trade news, and customs districts named after them. */
export const PLACES = words(`
  北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾
  内蒙古 广西 西藏 宁夏 新疆 香港 澳门 石家庄 太原 呼和浩特 满洲里 沈阳 大连 长春 哈尔滨 南京 杭州 宁波 合肥 福州 厦门 南昌 青岛 济南 郑州 武汉
  长沙 广州 黄埔 深圳 拱北 汕头 湛江 江门 南宁 海口 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 苏州 无锡 珠海 东莞 佛山 义乌 温州 舟山
  烟台 洋浦 三亚 横琴 南沙 前海 蛇口 黄岛 天竺 喀什 霍尔果斯 阿拉山口 二连浩特 绥芬河 东兴 凭祥 瑞丽 粤港澳大湾区 京津冀 长三角 珠三角
  成渝 东部地区 中部地区 西部地区 中西部地区 东北地区 中西部省份 欧盟 东盟`);

/** The whole country, by whatever name. */
export const NATION = words("我国 全国 中国 中国海关 全国海关 我国海关 海关总署 国内");

/** Words that mean the place the article is about. */
export const OWN_PLACE = words(
  "全市 我市 本市 全省 我省 本省 全区 我区 全州 全县 全关 关区 该关 该港 区内 口岸上 全港",
);

/** What makes a name an owner of figures, the longest first. */
export const OWNER_KINDS = words(
  "自由贸易试验区 自贸试验区 自由贸易港 自贸港 综合保税区 综保区 保税港区 保税区 跨境电商综试区 海关特殊监管区域 片区 海关 口岸 机场 邮局 港口 码头 港 自治区 省 市 州 县",
);
