import type { Vocabulary } from "../../retrieval/vocabulary.ts";
import { alignWritten, fold } from "../../text/fold.ts";
import { hanForm } from "../../text/match-form.ts";
import { detectLanguage } from "../../text/script.ts";
import { stem } from "../../text/words.ts";
import type { UiLang } from "../types.ts";
import { type Ask, namedValue, readAsks, withMoney } from "./asks.ts";
import {
  asksForWords,
  hasGrowthWord,
  isNational,
  readAspect,
  readChangeBase,
  readComparison,
  readDirections,
} from "./cues.ts";
import { readFrame } from "./frames.ts";
import { type AskedPeriod, readPeriods } from "./periods.ts";
import type { Question, Term } from "./question.ts";
import { correctSpelling } from "./spelling.ts";
import { readTerms } from "./terms.ts";

/** Reads what a message asks. The message's own script decides the language, then `fallback`. */
export function parseQuestion(raw: string, vocabulary: Vocabulary, fallback: UiLang): Question {
  const plain = fold(raw);
  const { folded, written, corrections } = correctSpelling(plain.text, alignWritten(raw, plain), vocabulary);
  const periods = readPeriods(folded, vocabulary.newestYear);
  const frame = readFrame(folded);
  const comparison = frame?.kind ?? readComparison(folded);
  const positive =
    comparison === null
      ? dropNegated(folded)
      : dropNegated(folded).replace(/\b(imports?|exports?) and (?=(?:imports?|exports?)\b)/g, "$1 or  ");
  const read = readAsks(folded).filter((ask) =>
    periods.every((p) => ask.span[1] <= p.span[0] || ask.span[0] >= p.span[1]),
  );
  // 最多的一天多少辆,是几号: the quote that holds the figure tells its day as well.
  // 搞了几年,总共多少项: the years are by the way.
  const valued = read.filter(
    (ask) => ask.wants !== "date" && !(read.length > 1 && /^几年$/.test(folded.slice(...ask.span))),
  );
  // 占比比上年高几个百分点: the share is what the points are of.
  const pointed = valued.some((ask) => ask.wants === "points")
    ? valued.filter((ask) => ask.wants !== "share" || /[多少几]/.test(folded.slice(...ask.span)))
    : valued;
  // 名次前进了几位 asks once.
  const ranked = pointed.filter(
    (ask) => ask.wants !== "rank" || ask === pointed.findLast((a) => a.wants === "rank"),
  );
  const said = ranked.length > 0 ? ranked : read;
  const growing = hasGrowthWord(folded);
  const named =
    said.length === 0 && comparison === null && !asksForWords(folded) ? namedValue(folded) : undefined;
  const asks = named ? [named] : growing ? said : said.map((ask) => withMoney(folded, ask));
  const terms = asKinds(readTerms(maskOut(positive, periods, asks), written, vocabulary), folded);
  const headed = markHeads(comparison === null ? withoutAskedRivals(terms) : terms, asks, folded);
  return {
    raw,
    folded,
    written,
    lang: detectLanguage(raw) ?? fallback,
    periods,
    asks,
    terms: headed,
    shared: [],
    recalled: [],
    followUp: false,
    directions: dedupeDirections(readDirections(positive)),
    national: isNational(folded),
    aspect: readAspect(folded, asks[0]),
    comparison,
    frame,
    excluded: readExcluded(folded),
    wantsPassage: asks.length === 0 && comparison !== "which" && asksForWords(folded),
    changeBase: readChangeBase(folded),
    corrections,
  };
}

/** Characters between an ask and the noun that it is about. */
const REACH = 8;

/**
 * Marks the nouns that the question is about: those inside an ask or right behind it, and the last one before it (产量多少).
 * Without an ask all are.
 */
function markHeads(terms: readonly Term[], asks: readonly Ask[], folded: string): Term[] {
  const said = asks.filter((a) => a.span[0] >= 0);
  if (said.length === 0) return [...terms];
  const heads = new Set<Term>();
  for (const { span } of said) {
    for (const t of terms)
      if (t.noun && t.span[0] >= span[0] && t.span[0] <= span[1] + (/[a-z]/.test(folded) ? REACH : 1))
        heads.add(t);
    const before = terms.findLast((t) => t.noun && t.span[1] <= span[0]);
    if (
      before &&
      span[0] - before.span[1] <= REACH &&
      !/[,，;；。]/.test(folded.slice(before.span[1], span[0]))
    )
      heads.add(before);
  }
  return terms.map((t) =>
    heads.has(t)
      ? t
      : { ...t, head: false, weight: t.absent && t.kind === "word" ? t.weight * 0.4 : t.weight },
  );
}

/** What stands before the name of a kind of thing that is asked for: 哪些|规则, 用咗咩|潮语, which two|gadgets. */
const KIND_ASKED =
  /(?:哪些|哪几\p{Script=Han}?|哪[种类项样两三四五]个?|什么样?的?|甚么|啥|咩|乜嘢?|何种|几[种类样]|哪个|哪家|哪位)$|\b(?:which|what)(?: (?:kinds?|types?|sorts?) of)?(?: (?:\d+|two|three|four|five|six|other|new|main|special|specific|kinds?))* $/u;

/** The noun that names what kind of thing is asked for need not stand in the text that answers. */
function asKinds(terms: readonly Term[], folded: string): Term[] {
  return terms.map((term) =>
    term.noun &&
    term.kind !== "place" &&
    term.kind !== "name" &&
    term.span[0] > 0 &&
    (term.absent || term.kind === "word") &&
    KIND_ASKED.test(folded.slice(Math.max(0, term.span[0] - 32), term.span[0]))
      ? { ...term, absent: false, noun: false, weight: term.weight * 0.3 }
      : term,
  );
}

/** Words of one list (埃博拉, 拉沙热) that are asked for together do not rule each other out. */
function withoutAskedRivals(terms: readonly Term[]): Term[] {
  return terms.map((term) =>
    term.rivals.length === 0
      ? term
      : {
          ...term,
          rivals: term.rivals.filter(
            (rival) =>
              !terms.some((t) => t !== term && t.alternates.some((a) => a.weight === 1 && a.text === rival)),
          ),
        },
  );
}

/** What is said not to be meant: "我要的是进口不是出口", "counting times, not species", (环节税不算). */
const NEGATED =
  /(?:不是|而非|并非)(?!吗|么|说)\p{Script=Han}{1,6}(?=[,，。?!)\s]|$)|\([^()]{0,16}(?:别算|不算|不含|不包括|除外|剔除)[^()]{0,6}\)|,? not (?:the )?[a-z]+(?=[\s,.?!)]|$)/gu;

/** The words of what is not meant, as match forms: a figure that is named by one is not wanted. */
function readExcluded(folded: string): string[] {
  return [...folded.matchAll(NEGATED)].flatMap(([text]) => {
    const latin = /^,? not (?:the )?([a-z]+)/.exec(text)?.[1];
    const han = /^(?:不是|而非|并非)(\p{Script=Han}+)/u.exec(text)?.[1];
    return latin ? [` ${stem(latin)} `] : han ? [hanForm(han)] : [];
  });
}

/** 听何凯说, 据王军介绍: the verb is no part of the name. */
const SPEAKER_NAMED = /(?<=听|据|按)(\p{Script=Han}{2,3}?)(说|讲|介绍|透露|表示)/gu;

/** Blanks out what the asker says is not meant: "我要的是进口不是出口", "counting times, not species". Lengths stay. */
function dropNegated(folded: string): string {
  const named = folded.replace(
    SPEAKER_NAMED,
    (_, name: string, says: string) => name + " ".repeat(says.length),
  );
  return named.replace(NEGATED, (m) => " ".repeat(m.length));
}

/** One entry a direction: 进口 said twice is asked once. */
function dedupeDirections(found: Question["directions"]): Question["directions"] {
  return found.filter((d, i) => found.findIndex((o) => o.direction === d.direction) === i);
}

/** Blanks out periods and the question words of asks, so that neither is read as content; lengths stay. */
function maskOut(folded: string, periods: readonly AskedPeriod[], asks: readonly Ask[]): string {
  let masked = folded;
  const blank = (from: number, to: number): void => {
    masked = masked.slice(0, from) + " ".repeat(to - from) + masked.slice(to);
  };
  for (const period of periods) blank(...period.span);
  for (const ask of asks.filter((a) => a.span[0] >= 0)) {
    const text = folded.slice(...ask.span);
    const words =
      /(?:第|百分之)?(?:多少|几多|几|多大|多高|(?:多久|多长时间)(?:之?内)?|多长)(?:分之几)?(?:千|万|十万|百万|亿|万亿)?/.exec(
        text,
      );
    if (!words) continue;
    const unit = ask.noun === "" ? ask.unit : ask.unit.replace(ask.noun, "");
    const end = words.index + words[0].length;
    const tail =
      unit !== "" && text.startsWith(unit, end)
        ? unit.length
        : (/^(?:个百分点|个点|百分点|成|倍|%|钱|元|块钱?|美元|美金|点)/.exec(text.slice(end))?.[0].length ??
          0);
    blank(ask.span[0] + words.index, ask.span[0] + end + tail);
  }
  return masked;
}
