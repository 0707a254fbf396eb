import type { Span } from "../figure.ts";
import type { Mask } from "./masks.ts";
import { readRank } from "./ranks.ts";
import { at, divide, MEASURE, N, type Special, value } from "./special.ts";

interface Form {
  readonly pattern: RegExp;
  readonly read: (m: RegExpExecArray) => Special | null;
}

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
  // 1小时40分钟: one time, in minutes. 24时 and 8点40分 are times of the day.
  {
    pattern: /(?<![\d.])(?<hours>\d{1,3})个?小时(?:零)?(?<minutes>[1-5]?\d)分(?:钟)?(?!之)/dg,
    read: (m) => ({
      start: m.index,
      end: m.index + m[0].length,
      num: [m.index, at(m, "minutes")[1]],
      value: 60 * Number(m.groups?.["hours"]) + Number(m.groups?.["minutes"]),
      unit: "分钟",
      kind: "duration",
      more: false,
    }),
  },
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
      `(?<whole>${N})(?<unit>${MEASURE})(?<thing>[^\\d。;,，]{0,6}?)(?:里头?|中间?|之中)[^\\d。;,，一二两三四五六七八九十]{0,5}(?<part>${N})\\k<unit>`,
      "dg",
    ),
    read: (m) => {
      const share = divide(value(m.groups?.["part"]), value(m.groups?.["whole"]));
      const top = typeof share === "number" ? share : share[1];
      // 一百 and 十 are wholes to reckon by; 68项改革中有18项 are two counts.
      return top < 1 && /^(?:10*|[一十百千万]+)$/.test(m.groups?.["whole"] ?? "")
        ? { ...fraction(m, whole(m), share), thing: thingOf(m) }
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
      /(?<![\d.])(?<tenths>\d{1,2}(?:\.\d)?|[一二两三四五六七八九十]{1,3}(?:点[一二三四五六七八九])?)成(?<more>多|余)?(?<half>半|[一二三四五六七八九])?(?!立|为|果|功|员|都|本|绩|效|长|交|品|就|熟|套|千|批|群|型|分|不变)/dg,
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
