import { tidy } from "./spacing.ts";

/** What papers, agencies and stations call themselves at the end of their names; only words that hardly end a headline. */
const ENGLISH =
  "Gazette|Times|Post|Herald|Tribune|Chronicle|Journal|Daily|News|Weekly|Observer|Courier|Telegraph|Bulletin|Examiner|Mercury|Advertiser|Dispatch";
const ENGLISH_NAME = new RegExp(`^(?:The )?(?:[A-Z][\\p{L}’'-]*(?: & | )){1,4}(?:${ENGLISH})$`, "u");
const ENGLISH_CAPITALS = new RegExp(
  `^(?:THE )?(?:[A-Z][A-Z’'-]*(?: & | )){1,4}(?:${ENGLISH.toUpperCase()})$`,
);
const CHINESE_NAME =
  /^《?\p{Script=Han}{2,8}(?:日报|晚报|晨报|时报|商报|早报|周报|都市报|导报|周刊|新闻社|通讯社|新闻网|电视台)》?$/u;

/** The name of a paper, site or station that makes up the whole line ("The Dale Gazette", 《海城日报》); undefined for other lines. */
export function readMasthead(line: string): string | undefined {
  const text = tidy(line);
  return ENGLISH_NAME.test(text) || ENGLISH_CAPITALS.test(text) || CHINESE_NAME.test(text)
    ? text.replace(/^《|》$/g, "")
    : undefined;
}

/** A name set in capitals, for which the same name in running letters is preferred. */
export const isInCapitals = (name: string): boolean => /[A-Z]/.test(name) && !/[a-z]/.test(name);

/** Longest part of a column's label, in characters. */
const LONGEST_LABEL = 6;

/** The label of a page's column above a title: 口岸纪事 | 特写. A title behind a column's name is longer than a label. */
export const isColumnLabel = (line: string): boolean => {
  const parts = line.split(/\s*[|｜丨]\s*/);
  return (
    parts.length > 1 &&
    parts.every((part) => new RegExp(`^\\p{Script=Han}{2,${LONGEST_LABEL}}$`, "u").test(part))
  );
};
