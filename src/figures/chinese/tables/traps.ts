/**
 * What looks like a quantity and is none. Each expression runs over the whole paragraph; a number that touches a match is
 * not read. Lists of fixed words first, then the shapes of codes, numbers of documents and times of the day.
 */
const FIXED = `
  一带一路 一国两制 一体化 一体推进 一系列 一揽子 一以贯之 一站式 一网通办 一网通管 一单制 一单到底 一票到底 一箱到底 一线 二线 三线
  一级 二级 三级 一类 二类 三类口岸 一般 一定 一直 一些 一旦 一样 一致 一流 一道道 一同 一路 一律 一贯 一旁 一把手 一盘棋 一时 一早 一举 一度 一半一半 一下 一会儿
  一口价 一码 一张网 一张图 一条龙 一条心 一门心思 一大批 一大早 进一步 第一时间 第一线 第一道 第一责任 第一资源 第一动力 第一要务 第一手 统一 单一 唯一 同一 万一 逐一 专一 一一
  三中全会 四中全会 五中全会 六中全会 一中全会 二中全会 七中全会 一届 三农 三位一体 三番五次 三天两头 三年行动 三步走 四面八方 四通八达 五湖四海 七上八下
  千家万户 千方百计 百家争鸣 百年变局 百年未有 百年大计 百年老店 百年奋斗 百花齐放 千百年 万家灯火 万里长城 十分 十足 百分百 百分点上 千万别 千万不 九牛一毛
  两会 两岸 两国 两地 两端 两手 两侧 两用 两头 两边 两翼 两弹一星 两高一剩 二手 二次元 二维码 二次污染 二次创业 二次开发 三产 三包 三伏 三九 三台县 五台山 七台河 五家渠 三门峡 三门县
  三亚 四川 四平 三明 九江 六安 万州 百色 十堰 七星 六盘水 八宝山 九龙 双流 二十国集团 七国集团 十国 二十大 十九大 十八大 十七大 十六大 二十届 十九届 十八届
  一方面 一部分 一系 一起 一批 一批批 一家家 一件件 一列列 一项项 一步步 一次次 一个个 一次性 一票否决 一事一议 一企一策 一品一策 一港通 一关通 一图 一文 一声 一番话 一再 一味 一应 一经 一改 一边 一面 一刻 一心 一面旗
  十四五 十五五 十三五 十二五 十一五 十五期间 八五 九五 三新一特 三互 四特 双一流 首个 一期 二期 三期 四期 五期 十之八九 三三两两 三五成群 接二连三 丢三落四 五花八门 五颜六色 五一 十一黄金周 六一 七一 八一`;

const NUMERAL = "零〇一二两三四五六七八九十百千万亿";

const fixedWords = FIXED.trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length)
  .join("|");

/** 五十分钟, 二十一类, 两万一千, 五分之一, 十分之三 hold a fixed word by accident; 二十大类 too. */
const FIXED_WORD = new RegExp(
  `(?<![${NUMERAL}\\d])(?:${fixedWords})(?!之[${NUMERAL}]|类|钟)|(?<!分)之一`,
  "g",
);

const HOUR = String.raw`(?:\d{1,2}|[一二两三四五六七八九十]{1,3})`;
const DAY_PART = "(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|深夜|半夜|当晚|次日|今晚)";

/** Shapes, each with a reason. All run in linear time: no nested repetition. */
export const TRAPS: readonly RegExp[] = [
  FIXED_WORD,
  // 第123号公告, 〔2020〕15号, 2024年第88号, 第05版, 第3期, 第七届, 第二批: numbers of documents, pages and events.
  /第[\d零〇一二三四五六七八九十百千两]{1,9}(?:号|版|期|届|次|批|条|章|节|款|季度|季|天|年|代|轮|步|场|讲|集|回|个|家|项|条|只|辆|列|艘|座|任|阶段|线|道|产业|方)/g,
  /[〔［[(（]\d{4}[〕］\])）]\s?\d+号|(?:\d{4}年)?总?第\d{1,8}号|(?<!\d)\d{1,8}号(?!线路)/g,
  // Phone, fax and licence numbers, codes of four blocks, addresses of pages and mail.
  /(?<![\d.])\d{3,4}-\d{6,8}(?!\d)|(?<!\d)1\d{10}(?!\d)|\+\d{1,3}[\d -]{6,}/g,
  /(?<!\d)\d{3,12}-\d{2,12}-\d{2,12}[\d-]*/g,
  /(?:https?:\/\/|www\.)[\w./?=&%#-]+|(?<![\w.-])[\w.-]{1,64}@[\w.-]+/g,
  // Numbers that are parts of names in Latin letters: H986, B2B, G20, 5G, RFC-2, COVID-19, H2018.
  /(?<![A-Za-z])[A-Za-z]{1,16}-?\d+[A-Za-z\d.-]*|(?<!\d)\d{1,4}(?:G(?!B)|A级|D|V\d?|\.0版)(?![A-Za-z])/g,
  // HS 0809.30 and tariff numbers.
  /(?:HS|税号|税则号列|商品编号|邮编|备案号|许可证号?|ICP备|版本号?)(?:编码)?[为:\s]{0,2}\d[\d.]*/g,
  // Clock times and dates by dots: 24时, 6点整, 4点20分, 8:30, 6·18, 2023.1.15.
  new RegExp(`${DAY_PART}${HOUR}[点时](?![零一二三四五六七八九]*%)(?:整|半|钟|许|${HOUR}分)?`, "g"),
  new RegExp(`(?<!之)${HOUR}[点时](?:整|半(?!数)|钟|${HOUR}分(?!之))`, "g"),
  /(?<![\d.])\d{1,2}[点时](?!间|节|代|期|段|光|常|效|尚|速|多|左右|以)/g,
  /(?<![\d.])\d{1,2}:\d{2}(?::\d{2})?(?![\d.])|\d{1,2}[·•]\d{1,2}(?!\d)|\d{4}\.\d{1,2}\.\d{1,2}|\d{4}-\d{1,2}-\d{1,2}|\d{4}\/\d{1,2}\/\d{1,2}/g,
  // 单位:亿元 beside a table's title is a scale, no amount.
  /单位:\s?[十百千万亿]{1,3}(?=[元吨人标美件票辆箱次个])/g,
  // A page's counters.
  /(?<!\d)\d{1,9}\s?(?:人参与|条评论|次浏览|次阅读|阅读量|人点赞|个赞|次点击|小时点击排行)/g,
  // 1+N, 3+2: names of schemes.
  /(?<!\d)\d{1,3}\+(?:N|n|X|x|\d+)(?:\+\d+)*(?![\d.]*[%万亿])/g,
];

/** Quoted terms without a pause inside (“两步申报”, “三查三排一转运”): a numeral in characters there is part of a name. */
export const QUOTED_TERM = /[“‘《「『"][^“”‘’《》「」『』"，,。;；！？!?\n]{1,16}[”’》」』"]/g;
