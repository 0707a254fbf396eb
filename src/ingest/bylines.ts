import { foldText } from "../text/fold.ts";
import { parseDate } from "./dates.ts";
import { MEDIUM } from "./labels.ts";
import { readMasthead } from "./mastheads.ts";
import { LINE_RULES } from "./noise-rules.ts";
import { hasNameShape, splitNames } from "./person-names.ts";
import { tidy } from "./spacing.ts";
import { wordsOf } from "./words.ts";

/** What a line about the author or the issue tells; `{}` where it tells nothing that the article's record holds. */
export interface BylineFacts {
  readonly publisher?: string;
  readonly published?: string;
}

/** Longest by-line, in characters. */
const LONGEST = 60;

const RANK = "首席|特派|特约|见习|实习|全媒体|融媒体?|驻[\\p{Script=Han}]{1,5}?";
const REPORTER = new RegExp(`(?:${RANK})*(?:记者|通讯员|评论员|撰稿人?|实习生|特派员|采写)(?:站)?`, "gu");
/** Who took the pictures or edited, behind those who wrote. */
const BESIDE_WRITERS =
  /(?<=(?:记者|通讯员)\s*\p{Script=Han}{2,4}(?:[\s、]+\p{Script=Han}{2,4})*\s+)(?:摄影|责任编辑|责编|编辑|校对)\s+/gu;
/** What may stand behind the names. */
const TAIL =
  /(?:\s|^)(?:文\s*[/／]\s*图|图\s*[/／]\s*文|文图|摄影报道|综合报道|报道|整理|摄影|文|图|摄|综述)\s*$/u;

/** "《某报》（2024年3月26日 第05版）": the name of the paper, then the issue. */
const ISSUE = new RegExp(
  `(?:^|[\\s(])(?:原?载于?|摘自|据)?\\s*[《<]?(${MEDIUM})[》>]?[\\s,(]*((?:19|20)\\d{2}[^()]{4,30}?)(?:[\\s,(]*第?\\s*[a-z]?\\d{1,3}\\s*版.{0,12})?[\\s)]*$`,
  "u",
);

/** Short names under which reporters of some media sign, and the media. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  每经: "每日经济新闻",
  央视: "中央电视台",
  央广: "中央人民广播电台",
  南都: "南方都市报",
  新京报: "新京报",
};

/**
 * Reads a line that names reporters ("本报记者 张三 文/图"), an issue ("《某报》2024年3月26日 第05版"), or, parted by bars,
 * a paper, a date and a by-line; undefined when it is none of these.
 */
export function readByline(line: string): BylineFacts | undefined {
  if (line.length > LONGEST * 2) return undefined;
  return (
    readIssue(line) ??
    readSegments(line) ??
    readReporters(line) ??
    readDatedReporters(line) ??
    (isEnglishByline(line) ? {} : undefined)
  );
}

/** The medium for which a reporter named in the line works ("海城日报记者丁一平摄"); undefined where it is not said. */
export function employerIn(line: string): string | undefined {
  const short = /(\p{Script=Han}{2,3})(?:首席|全媒体|见习|实习)?记者/u.exec(line)?.[1] ?? "";
  const known = Object.keys(SHORT_NAMES).find((name) => short.endsWith(name));
  if (known !== undefined) return SHORT_NAMES[known];
  const named = new RegExp(`^[□■◎●○▲△◆\\s(]*(${MEDIUM})\\s*(?:${RANK})*记者`, "u").exec(line)?.[1];
  return named === undefined || /^[本我该]/.test(named) ? undefined : named;
}

function readIssue(line: string): BylineFacts | undefined {
  const match = ISSUE.exec(
    tidy(
      line
        .normalize("NFKC")
        .replace(/[《〈]/g, "《")
        .replace(/[》〉]/g, "》"),
    ),
  );
  const published = match ? parseDate(match[2] ?? "") : undefined;
  if (!match || published === undefined) return undefined;
  const before = tidy(line.slice(0, Math.max(0, line.search(/[《〈]/u))));
  return match.index === 0 || before === "" || readReporters(before)
    ? { publisher: match[1] ?? "", published }
    : undefined;
}

/** "The Dale Gazette, 4 November 2024". */
const NAME_AND_DATE =
  /^((?:The )?[A-Z][\p{L}’' .&-]{2,40}?), ((?:[A-Z][a-z]+day,? )?(?:\d{1,2} [A-Z][a-z]+\.? \d{4}|[A-Z][a-z]+\.? \d{1,2}, \d{4}))$/u;

/** "Coast Weekly | 12 June 2025 | By J. Doe": every part short, one a date, at most one neither date nor by-line. */
function readSegments(line: string): BylineFacts | undefined {
  const named = NAME_AND_DATE.exec(line);
  const parts = named
    ? [named[1] ?? "", named[2] ?? ""]
    : line
        .split(/\s*[|｜丨·•]\s*|\s+[-–—]\s+/)
        .map(tidy)
        .filter(Boolean);
  if (parts.length < 2 || parts.some((part) => part.length > 40 || /[。！？!?;；]$/.test(part)))
    return undefined;
  const dates = parts.filter((part) => parseDate(part) !== undefined && part.length <= 30);
  const others = parts.filter(
    (part) =>
      !dates.includes(part) &&
      !isEnglishByline(part) &&
      !readReporters(part) &&
      !isNoPublisher(part) &&
      !/^\d{1,2}:\d{2}/.test(part),
  );
  const published = parseDate(dates[0] ?? "");
  // The paper beside its reporter's bare name.
  const papers = others.length > 1 ? others.filter((part) => readMasthead(part) !== undefined) : others;
  if (published === undefined || others.length > 2 || papers.length > 1) return undefined;
  if (papers.length < others.length && !others.every((part) => papers.includes(part) || isBareName(part)))
    return undefined;
  const publisher =
    papers[0]?.replace(/^(?:source|来源)\s*[：:]\s*/i, "") ??
    parts.map(paperBehindName).find((it) => it !== undefined);
  return publisher === undefined ? { published } : { published, publisher };
}

/** Tools of the page (3 min read), the number of the issue, of the page. */
const isNoPublisher = (part: string): boolean =>
  /^(?:vol(?:ume)?|no|issue|page|总?第)[. ]*[a-z]?\d/i.test(part) ||
  LINE_RULES.some((rule) => rule.pattern.test(foldText(part)));

/** "By Jane Doe, The Dale Gazette". */
const paperBehindName = (part: string): string | undefined =>
  isEnglishByline(part) ? readMasthead(part.slice(part.lastIndexOf(",") + 1)) : undefined;

const isBareName = (part: string): boolean =>
  /^(?:\p{Lu}[\p{L}.'’-]* ){1,3}\p{Lu}[\p{L}'’-]+$/u.test(part) || splitNames(part).every(hasNameShape);

function readReporters(line: string): BylineFacts | undefined {
  const folded = foldText(line).replace(/^[□■◎●○▲△◆\s(【[]+|[\s)】\]]+$/g, "");
  if (/^(?:文|图|摄影|文图|图文|撰文)\s*[/|丨:]\s*[^,。!?;]{2,24}$/u.test(folded)) return {};
  if (folded.length > LONGEST || /[。!?;,:“”]/.test(folded)) return undefined;
  const pieces = folded.replace(TAIL, "").replace(TAIL, "").replace(BESIDE_WRITERS, " ").split(REPORTER);
  if (pieces.length < 2 || !/^\p{Script=Han}{0,14}$/u.test((pieces[0] ?? "").trim())) return undefined;
  const names = pieces.slice(1).flatMap((piece) => splitNames(piece));
  if (names.length === 0 ? pieces[0]?.trim() !== "本报" : !names.every((name) => isNameIn(name, folded)))
    return undefined;
  const publisher = employerIn(line);
  return publisher === undefined ? {} : { publisher };
}

/** A name whose surname is rare counts where a space parts it from 记者, as by-lines are set, and it is no word. */
const isNameIn = (name: string, line: string): boolean =>
  hasNameShape(name) ||
  (/^\p{Script=Han}{2,3}$/u.test(name) &&
    new RegExp(`(?:记者|通讯员|[\\s、]\\p{Script=Han}{2,3})[\\s、]+${name}(?=[\\s、]|$)`, "u").test(line) &&
    !isWord(name));

const isWord = (name: string): boolean => {
  const [only, ...more] = wordsOf(name);
  return more.length === 0 && !(only?.tag.startsWith("nr") ?? false);
};

/** "某某周刊 记者 张三 2024年9月5日": a by-line with the day, and the hour, before or behind it. */
function readDatedReporters(line: string): BylineFacts | undefined {
  const undated = line.normalize("NFKC").replace(DAY_AND_HOUR, " ");
  const published = parseDate(line);
  const read = undated.length < line.length && published !== undefined ? readReporters(undated) : undefined;
  return read === undefined || published === undefined ? undefined : { ...read, published };
}

const DAY_AND_HOUR =
  /(?:19|20)\d{2}(?:年\d{1,2}月\d{1,2}日|([-/.])\d{1,2}\1\d{1,2})(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?/g;

/** "By a staff reporter", "By Jane Doe and J. Roe in Longxi"; "By the numbers" is a heading. */
function isEnglishByline(line: string): boolean {
  if (
    /^by (?:an? |our )?(?:staff|special|own)? ?(?:reporters?|writers?|correspondents?|editors?|staff)\b.{0,30}$/i.test(
      line,
    )
  )
    return true;
  return /^(?:By|BY|Story by|Reporting by) (?:[A-Z][\p{L}.'’-]+ ?){2,4}(?:(?:,|and|AND|&) ?(?:[A-Z][\p{L}.'’-]+ ?){1,4}){0,3}(?:(?:in|IN|,) .{2,30})?$/u.test(
    line,
  );
}
