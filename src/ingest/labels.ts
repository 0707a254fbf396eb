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
    "(?:发布|发表|发稿|刊发|刊登|更新|创建|上传|编辑)(?:时间|日期)|(?:发布|发表|更新)于|时间|日期|日期时间|(?:last )?(?:updated|published|posted|modified)(?: (?:on|at))?|publication date|date",
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

/** Labels without a colon, and small words between day and hour. */
const BARE_LABELS =
  /(?<![\p{Script=Han}a-z])(?:(?:发布|发表|更新|刊登)(?:于|时间)?|来自|来源|作者|posted|on|at|by)(?=$|[\s|:])/gu;

/** The page on which it was printed, with what the page is about: 第05版：法治. */
const PAGE_NUMBER =
  /第?\s*[a-z]?\d{1,3}\s*版(?:面)?(?:\s*:?\s*(?!记者|通讯员|作者|编辑)[\p{Script=Han}]{2,4}(?=$|[\s|]))?/gu;

/** Words before names that stand without a colon, with the ranks of reporters. */
const WRITER =
  /^(?:本[报网台刊])?(?:首席|特派|特约|见习|实习|全媒体|融媒体?)*(?:记者|通讯员|评论员|撰稿|撰文|实习生|作者|摄影|责编|责任编辑|编辑|校对)/u;

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
  if (labels.length === 0 && dates.length === 0) return undefined;
  const left = withoutWriters(
    [DATE_OR_TIME, LOOSE_WORDS, PAGE_NUMBER, BARE_LABELS].reduce(
      (text, words) => text.replace(words, " "),
      rest,
    ),
  );
  const medium = dates.length > 0 || found.published !== undefined ? mediumAmong(left) : undefined;
  const other = left.join("");
  if (medium === undefined && other.length > (labels.length === 0 ? 0 : MOST_OTHER)) return undefined;
  if (medium !== undefined) found.publisher ??= medium;
  if (found.published === undefined && dates.length > 0)
    found.published = dates.map(([date]) => date).join(" ");
  return found;
}

/** The words of a line that are neither a reporter's title nor a name behind it. */
function withoutWriters(text: string): string[] {
  const words = text.split(/[\s|/·,、:()（）【】[\]©□■◎●—-]+/).filter(Boolean);
  let follows = false;
  return words.filter((word) => {
    const title = WRITER.exec(word)?.[0] ?? "";
    const name = word.slice(title.length);
    // Names behind a title may have a rare surname: two or three characters are enough.
    follows =
      title === ""
        ? follows && !ONLY_MEDIUM.test(word) && (/^\p{Script=Han}{2,3}$/u.test(word) || hasNameShape(word))
        : name === "" || hasNameShape(name);
    return !follows;
  });
}

/** The medium among what is left, alone or beside names. */
function mediumAmong(words: readonly string[]): string | undefined {
  const media = words.filter((word) => ONLY_MEDIUM.test(simplify(word)));
  if (media.length > 0 && words.every((word) => media.includes(word) || hasNameShape(word))) return media[0];
  const all = words.join("");
  return ONLY_MEDIUM.test(simplify(all)) ? all : undefined;
}

const kindOf = (label: string): LabelKind =>
  LABELS.find(([, words]) => new RegExp(`^(?:${words})$`).test(label))?.[0] ?? "other";

/** Names of persons, parted by spaces or marks: behind 记者 a question may stand as well. */
const isNames = (text: string): boolean =>
  splitNames(text).every(
    (name) => hasNameShape(name) || /^[文图摄]$|^摄影$|^\p{Script=Latin}[\p{Script=Latin}.'’-]*$/u.test(name),
  );

/** How much of the text behind a label is its value; 0 when that text is a sentence. */
function valueLength(text: string, kind: LabelKind): number {
  const part = /^[^|]*/.exec(text)?.[0] ?? "";
  if (/[。!?;]\s*$|[。!?;,].{12}/.test(part) || part.trim().length > LONGEST_VALUE) return 0;
  if (kind === "writer" && !isNames(part)) return 0;
  if (kind === "published") return dateLength(part);
  if (kind !== "publisher") return part.length;
  return /^[\p{Script=Han}《“]/u.test(part) ? (/^\S+/.exec(part)?.[0].length ?? 0) : part.length;
}

/** Up to the medium that stands behind the date ("发布于：2024-03-26 某某晚报"). */
function dateLength(part: string): number {
  const last = [...part.matchAll(DATE_OR_TIME)].at(-1);
  const end = last === undefined ? part.length : last.index + last[0].length;
  return ONLY_MEDIUM.test(simplify(part.slice(end).trim())) ? end : part.length;
}
