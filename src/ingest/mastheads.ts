import { squeeze, tidy } from "./spacing.ts";

/** What papers, agencies and stations call themselves at the end of their names; only words that hardly end a headline. */
const ENGLISH =
  "Gazette|Times|Post|Herald|Tribune|Chronicle|Journal|Daily|News|Weekly|Observer|Courier|Telegraph|Bulletin|Examiner|Mercury|Advertiser|Dispatch|Ledger|Sentinel|Inquirer|Enquirer|Argus|Intelligencer";
/** Ends of names that headlines have too: they count in capitals behind THE. */
const BEHIND_THE =
  "STANDARD|STAR|SUN|GLOBE|GUARDIAN|INDEPENDENT|REGISTER|EXPRESS|MAIL|REVIEW|ECHO|MONITOR|RECORD|PRESS|REPORTER|BEACON|MIRROR|LEADER|CITIZEN|VOICE|MESSENGER|PILOT";
const ENGLISH_NAME = new RegExp(`^(?:The )?(?:[A-Z][\\p{L}’'-]*(?: & | )){1,4}(?:${ENGLISH})$`, "u");
const ENGLISH_CAPITALS = new RegExp(
  `^(?:THE )?(?:[A-Z][A-Z’'-]*(?: & | )){1,4}(?:${ENGLISH.toUpperCase()})$|^THE (?:[A-Z][A-Z’'-]*(?: & | )){1,3}(?:${BEHIND_THE})$`,
);
/** Parts of a paper that end as papers' names do. */
const NEWS_SECTION =
  /^(?:breaking|latest|top|local|city|metro|regional|national|international|foreign|world|business|trade|market|financial|political|sports?|general|other|more|port|shipping) news$/i;
const CHINESE_NAME =
  /^《?\p{Script=Han}{2,8}(?:日报|晚报|晨报|时报|商报|早报|周报|都市报|导报|新报|邮报|画报|法[治制]报|经济报|贸易报|工商报|青年报|工人报|农民报|周刊|新闻社|通讯社|新闻网|日报网|广播网|电视台)》?$/u;

/** The name of a paper, site or station that makes up the whole line ("The Dale Gazette", 《海城日报》); undefined for other lines. */
export function readMasthead(line: string): string | undefined {
  const text = tidy(line);
  if (NEWS_SECTION.test(text)) return undefined;
  return ENGLISH_NAME.test(text) || ENGLISH_CAPITALS.test(text) || CHINESE_NAME.test(text)
    ? text.replace(/^《|》$/g, "")
    : undefined;
}

/** The name of a paper alone in brackets, as it is signed below a text: （白沙晚报）. */
export const readSignature = (line: string): string | undefined => {
  const bracketed = /^[（(]([^（()）]+)[）)]$/.exec(tidy(line))?.[1];
  return bracketed === undefined ? undefined : readMasthead(bracketed);
};

/** A name set in capitals, for which the same name in running letters is preferred. */
export const isInCapitals = (name: string): boolean => /[A-Z]/.test(name) && !/[a-z]/.test(name);

/** A name in capitals as other lines spell it in running letters, the longest way; the name itself where none does. */
export function inRunningLetters(name: string, lines: readonly string[]): string {
  if (!isInCapitals(name)) return name;
  const words = name.replace(/^THE /, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const spelled = new RegExp(`(?<!\\p{L})(?:The )?${words}(?!\\p{L})`, "iu");
  return lines
    .map((line) => (spelled.exec(line)?.[0] ?? "").replace(/^the /, ""))
    .filter((found) => found !== "" && !isInCapitals(found) && /^\p{Lu}/u.test(found))
    .reduce((best, found) => (isInCapitals(best) || found.length > best.length ? found : best), name);
}

/** Longest part of a column's label, in characters. */
const LONGEST_LABEL = 6;
/** What the parts of a paper are about, as crumbs above a title name them. */
const SECTION =
  /^(?:时政|时事|政务|政法|法[治制]|经济|财经|产经|金融|商业|贸易|外贸|口岸|社会|民生|国际|国内|本地|本埠|地方|区域|综合|文化|体育|教育|科技|健康|旅游|评论|观点|理论|言论|深度|特稿|特写|专题|专访|访谈|人物|调查|焦点|热点|关注|头版|头条)$|(?:新闻|要闻|快讯|观察|频道|专版|专刊|专栏|栏目|副刊|周刊|特别报道)$/;
/** The number of a page, with or without what it is about: 第03版：要闻, A05 经济. */
const PAGE =
  /^(?:第\s*)?[A-Za-z]?\d{1,3}\s*版(?:\s*[：:·|｜]?\s*\p{Script=Han}{2,6})?$|^[A-Z]\d{1,3}\s+\p{Script=Han}{2,6}$/u;
/** Marks between the parts of a crumb; a dot without spaces stands inside titles and names too. */
const CRUMBS = /\s*[|｜丨>›»]+\s*|\s+[·•/]\s+|(?<=\p{Script=Han})[·•/](?=\p{Script=Han})/u;
const ENGLISH_PART = /^[A-Z][\p{L}’'&-]*(?: [\p{L}’'&-]+){0,2}$/u;

/** The parts of a line such as 白沙新闻 · 法治 or Trade / Food safety. */
export const crumbsOf = (line: string): string[] => tidy(line).split(CRUMBS).filter(Boolean);

/** The label of a page's column above a title: 口岸纪事 | 特写, 白沙新闻 · 法治, 第03版：要闻. A title behind a column's name is longer than a label. */
export const isColumnLabel = (line: string): boolean => {
  if (PAGE.test(line)) return true;
  const parts = crumbsOf(line);
  if (parts.length < 2 || parts.length > 4) return false;
  const isShort = parts.every((part) => new RegExp(`^\\p{Script=Han}{2,${LONGEST_LABEL}}$`, "u").test(part));
  if (isShort && /[|｜丨]/.test(line)) return true;
  const isNamed = parts.some((part) => SECTION.test(part) || readMasthead(part) !== undefined);
  return (
    (isNamed && parts.every((part) => /^\p{Script=Han}{2,8}$/u.test(part))) ||
    parts.every((part) => ENGLISH_PART.test(part))
  );
};

/** A word or two in capitals over a title in running letters: FOOD SAFETY. A title in capitals is longer, or begins with THE. */
export const isKicker = (line: string, next: string): boolean =>
  /^(?!(?:THE|AN?) )[A-Z][A-Z’'-]*(?: (?:& )?[A-Z][A-Z’'-]*)?$/.test(line) &&
  !isInCapitals(next) &&
  squeeze(next).length > squeeze(line).length;
