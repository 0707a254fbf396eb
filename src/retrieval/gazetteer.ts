import { soundOf } from "../text/sound.ts";

/** Provinces and regions with their larger cities, ports and customs districts, in Simplified characters. */
const WITHIN: Readonly<Record<string, string>> = {
  海南: "海口 三亚 洋浦 儋州 琼海 博鳌 文昌",
  广东: "广州 深圳 珠海 汕头 佛山 东莞 中山 江门 湛江 惠州 南沙 横琴 前海 蛇口 拱北 黄埔 茂名 肇庆",
  福建: "福州 厦门 泉州 漳州 平潭 莆田 宁德",
  浙江: "杭州 宁波 舟山 温州 义乌 嘉兴 绍兴 金华 台州 湖州",
  江苏: "南京 苏州 无锡 南通 连云港 常州 徐州 昆山 盐城 扬州 镇江 泰州",
  山东: "济南 青岛 烟台 威海 潍坊 日照 淄博 枣庄 临沂 黄岛 东营",
  辽宁: "沈阳 大连 丹东 营口 鞍山 锦州",
  吉林: "长春 珲春 延吉 图们",
  黑龙江: "哈尔滨 黑河 绥芬河 大庆 同江 牡丹江",
  河北: "石家庄 唐山 秦皇岛 雄安 张家口 曹妃甸 廊坊",
  山西: "太原 大同 运城",
  内蒙古: "呼和浩特 满洲里 二连浩特 包头 甘其毛都 策克",
  河南: "郑州 洛阳 开封 新郑 南阳",
  湖北: "武汉 宜昌 襄阳 鄂州 黄石",
  湖南: "长沙 岳阳 衡阳 郴州 湘潭",
  江西: "南昌 九江 赣州 景德镇",
  安徽: "合肥 芜湖 安庆 蚌埠 马鞍山",
  广西: "南宁 钦州 北海 凭祥 东兴 崇左 友谊关 防城港 桂林 梧州",
  四川: "成都 绵阳 泸州 宜宾 天府",
  贵州: "贵阳 遵义",
  云南: "昆明 瑞丽 河口 磨憨 西双版纳 德宏 红河",
  西藏: "拉萨 樟木 吉隆 日喀则",
  陕西: "西安 宝鸡 咸阳 榆林",
  甘肃: "兰州 敦煌 嘉峪关",
  青海: "西宁 格尔木",
  宁夏: "银川 中卫",
  新疆: "乌鲁木齐 霍尔果斯 阿拉山口 喀什 伊宁 吐尔尕特",
};

/** Cities by their characters, with their province. */
const BY_CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(WITHIN).flatMap(([province, names]) =>
    names.split(" ").map((city) => [city, province] as const),
  ),
);

const NAMES: readonly string[] = [...Object.keys(WITHIN), ...BY_CHARACTERS.keys()];

let bySound: ReadonlyMap<string, string> | undefined;

/** Provinces and cities by their plain pinyin, each with its province in characters; made when a Latin name is first looked up. */
function sounds(): ReadonlyMap<string, string> {
  bySound ??= new Map(NAMES.map((name) => [soundOf(name), BY_CHARACTERS.get(name) ?? name] as const));
  return bySound;
}

/** Whether a Chinese word begins with the name of a province or city: 海南离岛免税; or an English one with its pinyin. */
export const startsWithPlace = (word: string): boolean =>
  /\p{Script=Han}/u.test(word)
    ? NAMES.some((name) => word.startsWith(name))
    : sounds().has(word.split(" ")[0] ?? word);

/** The province in which a city, a port or a customs office named after one lies, in characters; undefined where unknown. */
export function provinceOf(place: string): string | undefined {
  const bare = place
    .trim()
    .replace(/(?:海关|口岸|市|港)$| custom$/u, "")
    .replaceAll(" ", "");
  return /\p{Script=Han}/u.test(bare) ? BY_CHARACTERS.get(bare) : sounds().get(bare);
}
