import type { FigureKind, Span } from "../figure.ts";
import type { Mask } from "./masks.ts";
import { parseChineseNumeral, parseDigits } from "./numerals.ts";

/** A quantity with a form of its own: fractions, tenths, halves, ranks, rates such as 7×24小时. */
export interface Special {
  readonly start: number;
  readonly end: number;
  readonly num: Span;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly kind: FigureKind;
  readonly more: boolean;
  /** 每10辆汽车中…: the things counted, inside the figure. */
  readonly thing?: Span | null;
}

const N = "(?:(?<![\\d.])\\d{1,9}(?:\\.\\d{1,4})?|[一二两三四五六七八九十百千万]{1,6})";
const MEASURE = "(?:个|家|件|项|份|批|票|单|辆|架|艘|人|名|位|条|台|列|箱|只|起|次|天|支|部|块|本|户|吨|元)";

const value = (text: string | undefined): number | readonly [number, number] => {
  if (text === undefined) return Number.NaN;
  return /^\d/.test(text) ? parseDigits(text) : (parseChineseNumeral(text) ?? Number.NaN);
};

const divide = (
  part: number | readonly [number, number],
  whole: number | readonly [number, number],
): number | readonly [number, number] => {
  if (typeof whole !== "number") return Number.NaN;
  return typeof part === "number" ? part / whole : [part[0] / whole, part[1] / whole];
};

interface Form {
  readonly pattern: RegExp;
  readonly read: (m: RegExpExecArray) => Special | null;
}

const at = (m: RegExpExecArray, group: string): Span => {
  const indices = m.indices?.groups?.[group];
  return indices === undefined ? [m.index, m.index + m[0].length] : [indices[0], indices[1]];
};

const whole = (m: RegExpExecArray): Span => [m.index, m.index + m[0].length];

function fraction(
  m: RegExpExecArray,
  num: Span,
  amount: number | readonly [number, number],
  more = false,
): Special {
  return { start: m.index, end: m.index + m[0].length, num, value: amount, unit: "", kind: "fraction", more };
}

const FORMS: readonly Form[] = [
  // 每10辆汽车中有4辆, 每三票报关单中,就有一票, 每三台就有一台, 每看一百件,人要复看一件.
  {
    pattern: new RegExp(
      `每[^\\d一二两三四五六七八九十百千,，。;]{0,3}(?<whole>${N})(?<unit>${MEASURE})(?<thing>[^\\d。;!?\\n一二两三四五六七八九十百千]{0,24}?)(?:有|要|是|会|占|见|看)(?:近|约|超过?|不到|不足)?(?<part>${N})(?:多|余)?\\k<unit>`,
      "dg",
    ),
    read: (m) => ({
      ...fraction(m, whole(m), divide(value(m.groups?.["part"]), value(m.groups?.["whole"]))),
      thing: thingOf(m),
    }),
  },
  // 一百辆里不过三四辆, 100件中只有3件.
  {
    pattern: new RegExp(
      `(?<whole>${N})(?<unit>${MEASURE})[^\\d。;,，]{0,6}?(?:里头?|中间?|之中)[^\\d。;,，一二两三四五六七八九十]{0,5}(?<part>${N})\\k<unit>`,
      "dg",
    ),
    read: (m) => {
      const share = divide(value(m.groups?.["part"]), value(m.groups?.["whole"]));
      const top = typeof share === "number" ? share : share[1];
      // 一百 and 十 are wholes to reckon by; 68项改革中有18项 are two counts.
      return top < 1 && /^(?:10*|[一十百千万]+)$/.test(m.groups?.["whole"] ?? "")
        ? fraction(m, whole(m), share)
        : null;
    },
  },
  // 三分之一, 五分之三, 两万分之一, 千分之三; 百分之 is a percentage and read with the numbers.
  {
    pattern: new RegExp(`(?<!百)(?<whole>${N})分之(?<part>${N}(?:点[一二三四五六七八九零]+)?)`, "dg"),
    read: (m) =>
      m.groups?.["whole"] === "百"
        ? null
        : fraction(m, whole(m), divide(value(m.groups?.["part"]), value(m.groups?.["whole"]))),
  },
  // 1/5, 2/3; not 2023/1/5.
  {
    pattern: /(?<![\d/.])(?<part>\d{1,2})\/(?<whole>\d{1,3})(?![\d/])(?!月)/dg,
    read: (m) => {
      const share = divide(value(m.groups?.["part"]), value(m.groups?.["whole"]));
      return typeof share === "number" && share < 1 ? fraction(m, whole(m), share) : null;
    },
  },
  // 近九成, 三成五, 四成多, 七成以上; not 三成立, 一成不变.
  {
    pattern:
      /(?<![\d.])(?<tenths>\d{1,2}(?:\.\d)?|[一二两三四五六七八九十]{1,3})成(?<more>多|余)?(?<half>半|[一二三四五六七八九])?(?!立|为|果|功|员|都|本|绩|效|长|交|品|就|熟|套|千|批|群|型|分|不变)/dg,
    read: (m) => {
      const tenths = value(m.groups?.["tenths"]);
      const half = m.groups?.["half"];
      const extra = half === undefined ? 0 : half === "半" ? 0.05 : Number(value(half)) / 100;
      const scaled: number | readonly [number, number] =
        typeof tenths === "number" ? round(tenths / 10 + extra) : [tenths[0] / 10, tenths[1] / 10];
      return fraction(m, at(m, "tenths"), scaled, m.groups?.["more"] !== undefined);
    },
  },
  // 过半, 超半数, 一半以上, 近一半.
  {
    pattern:
      /(?<=[占达过超近约足到有])(?:了)?(?<half>一半|半数|半壁江山)|(?<over>[过超])(?<bare>半)(?![年天月小个夜径])(?=以上|[^\u4e00-\u9fff]|的|来自|为|是|由|$)|(?<more>一半|半数)(?=以上|左右|的)/dg,
    read: (m) => {
      const name =
        m.groups?.["half"] !== undefined ? "half" : m.groups?.["bare"] !== undefined ? "bare" : "more";
      const num = at(m, name);
      const start = name === "bare" ? m.index : num[0];
      return { start, end: num[1], num, value: 0.5, unit: "", kind: "fraction", more: name === "bare" };
    },
  },
  // 第3位, 第二, 第46位, 第一大国, 第五大加油港, 前3大, 前十位; behind a word of ranking or before 位, 名, 大.
  {
    pattern:
      /(?<rank>第(?<n>\d{1,4}|[一二三四五六七八九十百]{1,5}))(?<tail>位|名|大(?=[\u4e00-\u9fff])|多|高|快|强)?(?!时间|线|道|手|动力|资源|要务|责任|书记|批|次|届|期|个|号|条|款|章|季|天|年|家|步|轮|代|产业|类|种|阶段|方|段|三方|者|人称|医院)/dg,
    read: readRank,
  },
  {
    pattern:
      /(?<![目以之空提当年月])前(?<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?<tail>大(?=[\u4e00-\u9fff])|位|名|强)/dg,
    read: (m) => ({
      start: m.index,
      end: m.index + m[0].length,
      num: at(m, "n"),
      value: value(m.groups?.["n"]),
      unit: "",
      kind: "rank",
      more: false,
    }),
  },
  // 7×24小时: one time, round the clock.
  {
    pattern: /(?<days>\d)[×xX*](?<hours>\d{1,2})个?小时/dg,
    read: (m) => ({
      start: m.index,
      end: m.index + m[0].length,
      num: [m.index, at(m, "hours")[1]],
      value: Number(m.groups?.["hours"]),
      unit: "小时",
      kind: "duration",
      more: false,
    }),
  },
  // 零下27摄氏度.
  {
    pattern: /零下(?<n>\d+(?:\.\d+)?|[一二三四五六七八九十]+)(?<unit>摄氏度|度|℃|°C)/dg,
    read: (m) => ({
      start: m.index,
      end: m.index + m[0].length,
      num: at(m, "n"),
      value: -Number(value(m.groups?.["n"])),
      unit: m.groups?.["unit"] ?? "",
      kind: "measure",
      more: false,
    }),
  },
  // 三天两夜: one stretch of time.
  {
    pattern: /(?<n>\d{1,2}|[一二两三四五六七八九十]{1,3})天(?:\d{1,2}|[一二两三四五六七八九十]{1,3})夜/dg,
    read: (m) => ({
      start: m.index,
      end: m.index + m[0].length,
      num: at(m, "n"),
      value: value(m.groups?.["n"]),
      unit: "天",
      kind: "duration",
      more: false,
    }),
  },
  // 半小时, 半天, 半个月; not 上半年, 大半年.
  {
    pattern: /(?<![上下大过一多前后])(?<n>半)个?(?<unit>小时|钟头|天|年|月|个月)(?!报)/dg,
    read: (m) => ({
      start: m.index,
      end: m.index + m[0].length,
      num: at(m, "n"),
      value: 0.5,
      unit: m.groups?.["unit"] === "月" ? "个月" : (m.groups?.["unit"] ?? ""),
      kind: "duration",
      more: false,
    }),
  },
  // 翻番 without a numeral is one doubling.
  {
    pattern: /(?<=实现|近|约|超|将|已|再|接近|同比|总值|规模|[,，])翻(?<n>番)/dg,
    read: (m) => ({
      start: m.index,
      end: m.index + 2,
      num: at(m, "n"),
      value: 1,
      unit: "番",
      kind: "multiple",
      more: false,
    }),
  },
  // 与上年持平, 同比持平: a change of nothing.
  {
    pattern: /(?<=上年|同比|环比|同期|去年|基本|\d年|大体|[月度])(?<n>持平)/dg,
    read: (m) => ({
      start: m.index,
      end: m.index + 2,
      num: at(m, "n"),
      value: 0,
      unit: "%",
      kind: "percent",
      more: false,
    }),
  },
];

/** 汽车 of 每10辆汽车中有4辆, without the words that lead to the part. */
function thingOf(m: RegExpExecArray): Span | null {
  const [start, end] = at(m, "thing");
  const thing = (m.groups?.["thing"] ?? "")
    .replace(/[,，]?(?:之?中|里面?|当中|就|便|都|人|会|只)*$/, "")
    .replace(/(?:之?中|里面?|当中)?[,，]$/, "");
  const bare = thing.replace(/[,，].*$/, "").replace(/(?:之?中|里面?|当中)$/, "");
  return bare.length === 0 || end < start ? null : [start, start + bare.length];
}

const round = (n: number): number => Number(n.toFixed(4));

const RANKING =
  /(?:居|列|排|排名|排在|位|跃居|位居|位列|名列|跻身|升至|升到|提升至|提升到|降至|跌至|上升至|保持|稳居|成为|全球|全国|世界|全省|全市|全区|亚洲|国内|同类|由|从|至|到|占|中|货物贸易|国|的|是|为|[、,，])$/;

function readRank(m: RegExpExecArray): Special | null {
  const text = m.input;
  const tail = m.groups?.["tail"];
  const end = m.index + m[0].length;
  if (tail === undefined) {
    const before = text.slice(Math.max(0, m.index - 6), m.index);
    const after = text.charAt(end);
    const opens =
      before === "" || /[。;:!?\n“”]$/.test(before) || (/[,，]$/.test(before) && /[,，、是:]/.test(after));
    if (
      opens ||
      !RANKING.test(before) ||
      /[\u4e00-\u9fff\d]/.test(after.replace(/[的和与及升降提跃跌上下到至]/, ""))
    )
      return null;
  }
  return {
    start: m.index,
    end,
    num: at(m, "n"),
    value: value(m.groups?.["n"]),
    unit: "",
    kind: "rank",
    more: false,
  };
}

/** The special forms of `[start, end)`, in order; an earlier form in the table wins over a later one at the same place. */
export function findSpecials(text: string, start: number, end: number, mask: Mask): Special[] {
  const slice = text.slice(0, end);
  const found: Special[] = [];
  for (const form of FORMS) {
    form.pattern.lastIndex = start;
    for (let m = form.pattern.exec(slice); m !== null; m = form.pattern.exec(slice)) {
      const special = form.read(m);
      if (special === null || !isUsable(special, mask, slice)) continue;
      if (found.some((f) => f.start < special.end && special.start < f.end)) continue;
      found.push(special);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isUsable(special: Special, mask: Mask, text: string): boolean {
  const low = typeof special.value === "number" ? special.value : special.value[0];
  if (!Number.isFinite(low)) return false;
  const rangy = special.end - special.start > 8;
  for (let i = special.num[0]; i < special.num[1]; i++) if (!rangy && mask.hard[i] === 1) return false;
  const chinese = !/\d/.test(text.slice(special.num[0], special.num[1]));
  return !(chinese && mask.soft[special.num[0]] === 1);
}
