import { simplify } from "../text/fold.ts";
import { wordsOf } from "./words.ts";

/** The commonest Chinese surnames (some 98 % of the bearers), one character each. */
const SURNAMES = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤俞倪鲜温康施文洪季芦常耿申管左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴涂成苗谷曲翁骆蓝路游辛靳欧管柴蒙鲍华祁喻祖房饶解牟艾尤时穆农司古席卓盛冉褚焦娄应颜詹岳齐易庄翟殷章葛关聂鲁安乔樊伍伊曲米池佘宫冷楼桂干仇栾冀霍简宗臧冯麦沙项岑郎屈连晏桑项隋",
);
const COMPOUND_SURNAMES = new Set(
  "欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 端木 西门 南宫 呼延".split(" "),
);

/** Most names that a by-line carries side by side. */
const MOST_NAMES = 8;

/** Whether a text can be a Chinese person's name: a surname and one or two characters more (two surnames with one), and no word. */
export function isChineseName(text: string): boolean {
  if (!hasNameShape(text)) return false;
  const name = simplify(text);
  const isCompound = COMPOUND_SURNAMES.has(name.slice(0, 2));
  const parts = wordsOf(name);
  return parts.length > 1
    ? parts[0]?.text.length === 1 || isCompound
    : (parts[0]?.tag.startsWith("nr") ?? false);
}

/** Whether a text has the shape of a Chinese name (a surname and one or two characters more); it may also be a word. */
export function hasNameShape(text: string): boolean {
  const name = simplify(text);
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(name)) return false;
  return COMPOUND_SURNAMES.has(name.slice(0, 2)) || (name.length <= 3 && SURNAMES.has(name.charAt(0)));
}

/** Whether a line holds nothing but Chinese persons' names, parted by spaces, 、 or the like: "张三 李四". */
export function isNameList(line: string): boolean {
  const names = splitNames(line);
  return names.length > 0 && names.length <= MOST_NAMES && names.every(isChineseName);
}

/** The parts of a list of names; a two-character name printed with a space inside ("张 三") counts as one. */
export function splitNames(line: string): string[] {
  const closed = line.replace(
    /(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])/g,
    "$1$2",
  );
  return closed.split(/[\s、,，/／&;；]+/).filter(Boolean);
}
