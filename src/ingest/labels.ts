import { fold, simplify } from "../text/fold.ts";
import { hasNameShape, splitNames } from "./person-names.ts";
import { tidy } from "./spacing.ts";

/** What the labels of an info line stand for. */
type LabelKind = "publisher" | "published" | "title" | "writer" | "other";

/** Labels as sites print them before a colon, folded (Simplified, lower case); longer ones first where one begins another. */
const LABELS: readonly (readonly [LabelKind, string])[] = [
  ["publisher", "(?:文章|稿件|信息|本文|新闻)?来源|稿源|转自|转载自|出处|媒体|source|publisher"],
  [
    "published",
    "(?:发布|发表|发稿|刊发|刊登|更新|创建|上传|编辑)(?:时间|日期)|时间|日期|日期时间|(?:last )?(?:updated|published|posted|modified)(?: (?:on|at))?|publication date|date",
  ],
  ["title", "标题|文章标题|title|headline"],
  ["writer", "作者|文章作者|撰稿人?|撰文|记者|本报记者|通讯员|摄影|摄|图|文|author|by|reporter|written by"],
  [
    "other",
    "责任编辑|责编|网络编辑|执行编辑|编辑|编审|校对|审核|审校|初审|复审|终审|监制|签发|主编|供稿|发布(?:人|者|机构|单位|部门)?|editor|edited by|字号|字体(?:大小)?|浏览(?:次数|量|数)?|阅读(?:次数|量|数)?|点击(?:次数|量|数|率)?|访问(?:次数|量)?|评论(?:数)?|分享(?:到|至)?|打印|收藏|标签|关键词|栏目|频道|分类|索引号|文号|有效性|views?|category|tags?|share",
  ],
];

const LABEL = new RegExp(
  `(?<![\\p{Script=Han}a-z])(${LABELS.map(([, words]) => words).join("|")})\\s*(?:[::]|[|丨]\\s*(?=\\S))\\s*`,
  "gu",
);

/** Words that stand in an info line without a label: tools, share targets, marks of rights. */
const LOOSE_WORDS =
  /[【[(]?(?:分享(?:到|至)?|微信|微博|朋友圈|qq(?:空间|好友)?|打印(?:本[页文])?|收藏|关闭(?:窗口)?|原创|转载|[大中小]|手机(?:看|阅读)|听新闻|复制链接|我要纠错|字号|评论|a[+-]|by .{1,40}|print|share|updated|published)[】\])]?(?=$|[\s|【[(，,:])/gu;

const DATE_OR_TIME =
  /(?:19|20)\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}\s*日?|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)|(?:星期|周)[一二三四五六日天]|(?:上|下)午|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:19|20)\d{2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|[ap]\.?m\.?|\b(?:gmt|bst|est|edt|utc)\b/gu;

/** An info line taken apart. Values are verbatim. */
export interface InfoLine {
  readonly publisher?: string;
  /** The text in which the date stands. */
  readonly published?: string;
  readonly title?: string;
}

/** Names of papers, sites and stations by how they end. */
export const MEDIUM =
  "[\\p{Script=Han}A-Za-z]{1,12}?(?:日报|晚报|晨报|时报|商报|早报|周报|导报|快报|周刊|新闻社|通讯社|新闻网|新闻|杂志|电视台|广播|在线|客户端|发布|报|网|社|刊|台)";
const ONLY_MEDIUM = new RegExp(`^${MEDIUM}$`, "u");

/** Longest info line in characters; a longer one is prose that holds a label by chance. */
const LONGEST = 200;
/** Characters that an info line may hold beside labels, values, dates and tools. */
const MOST_OTHER = 6;
/** Longest value of a label, in characters. */
const LONGEST_VALUE = 40;

/**
 * Reads a line made of labels and values ("来源：… 发布时间：…"), dates and page tools; undefined when it holds anything
 * else. A value ends at the next label, at `|` or, for Chinese publishers, at a space.
 */
export function readInfoLine(line: string): InfoLine | undefined {
  if (line.length > LONGEST) return undefined;
  const folded = fold(line);
  const labels = [...folded.text.matchAll(LABEL)];
  const found: { -readonly [K in keyof InfoLine]: InfoLine[K] } = {};
  let rest = folded.text.slice(0, labels[0]?.index ?? folded.text.length);
  labels.forEach((label, i) => {
    const from = label.index + label[0].length;
    const to = labels[i + 1]?.index ?? folded.text.length;
    const kind = kindOf(label[1] ?? "");
    const length = valueLength(folded.text.slice(from, to), kind);
    rest += ` ${folded.text.slice(from + length, to)}`;
    const value = tidy(line.slice(folded.origin(from), folded.origin(from + length)));
    if (value !== "" && kind !== "writer" && kind !== "other") found[kind] ??= value;
  });
  const dates = [...rest.matchAll(DATE_OR_TIME)];
  const other = rest
    .replace(DATE_OR_TIME, " ")
    .replace(LOOSE_WORDS, " ")
    .replace(/[\s|/·,:()（）【】[\]©—-]+/g, "");
  if (labels.length === 0 && dates.length === 0) return undefined;
  const medium = dates.length > 0 && ONLY_MEDIUM.test(simplify(other)) ? other : undefined;
  if (medium === undefined && other.length > (labels.length === 0 ? 0 : MOST_OTHER)) return undefined;
  if (medium !== undefined) found.publisher ??= medium;
  if (found.published === undefined && dates.length > 0)
    found.published = dates.map(([date]) => date).join(" ");
  return found;
}

const kindOf = (label: string): LabelKind =>
  LABELS.find(([, words]) => new RegExp(`^(?:${words})$`).test(label))?.[0] ?? "other";

/** Names of persons, parted by spaces or marks: behind 记者 a question may stand as well. */
const isNames = (text: string): boolean =>
  splitNames(text).every(
    (name) => hasNameShape(name) || /^\p{Script=Latin}[\p{Script=Latin}.'’-]*$/u.test(name),
  );

/** How much of the text behind a label is its value; 0 when that text is a sentence. */
function valueLength(text: string, kind: LabelKind): number {
  const part = /^[^|]*/.exec(text)?.[0] ?? "";
  if (/[。!?;]\s*$|[。!?;,].{12}/.test(part) || part.trim().length > LONGEST_VALUE) return 0;
  if (kind === "writer" && !isNames(part)) return 0;
  if (kind !== "publisher") return part.length;
  return /^[\p{Script=Han}《“]/u.test(part) ? (/^\S+/.exec(part)?.[0].length ?? 0) : part.length;
}
