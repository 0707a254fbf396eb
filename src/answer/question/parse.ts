import type { Vocabulary } from "../../retrieval/vocabulary.ts";
import { alignWritten, fold } from "../../text/fold.ts";
import { detectLanguage } from "../../text/script.ts";
import type { UiLang } from "../types.ts";
import { type Ask, limitAsk, namedValue, readAsks, withMoney } from "./asks.ts";
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
import { asKinds, markHeads, withoutAskedRivals } from "./heads.ts";
import { type AskedPeriod, readPeriods } from "./periods.ts";
import type { Question } from "./question.ts";
import { correctSpelling } from "./spelling.ts";
import { readTerms } from "./terms.ts";
import { dropUnmeant, readExcluded } from "./unmeant.ts";

/** Reads what a message asks. The message's own script decides the language, then `fallback`. */
export function parseQuestion(raw: string, vocabulary: Vocabulary, fallback: UiLang): Question {
  const plain = fold(raw);
  const { folded, written, corrections } = correctSpelling(plain.text, alignWritten(raw, plain), vocabulary);
  const periods = readPeriods(folded, vocabulary.newestYear);
  const frame = readFrame(folded);
  const comparison = frame?.kind ?? readComparison(folded);
  const meant = dropUnmeant(folded);
  const positive =
    comparison === null
      ? meant
      : meant.replace(/\b(imports?|exports?) and (?=(?:imports?|exports?)\b)/g, "$1 or  ");
  const asks = chooseAsks(folded, periods, comparison);
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

/** The asks that the question is about: not those by the way of others, nor those that lie in its periods. */
function chooseAsks(
  folded: string,
  periods: readonly AskedPeriod[],
  comparison: Question["comparison"],
): readonly Ask[] {
  const read = readAsks(folded).filter((ask) =>
    periods.every((p) => ask.span[1] <= p.span[0] || ask.span[0] >= p.span[1]),
  );
  const own = read.filter((ask) => !isByTheWay(ask, read, folded, comparison));
  const asks = own.length > 0 ? own : read;
  if (asks.length === 0) {
    if (comparison !== null) return [];
    const other = limitAsk(folded) ?? (asksForWords(folded) ? undefined : namedValue(folded));
    return other ? [other] : [];
  }
  return hasGrowthWord(folded) ? asks : asks.map((ask) => withMoney(folded, ask));
}

/** Whether an ask only goes with another one of the question. */
function isByTheWay(
  ask: Ask,
  all: readonly Ask[],
  folded: string,
  comparison: Question["comparison"],
): boolean {
  const text = folded.slice(...ask.span);
  // 最多的一天多少辆,是几号: the quote that holds the figure tells its day as well.
  if (ask.wants === "date") return true;
  // 搞了几年,总共多少项.
  if (all.length > 1 && text === "几年") return true;
  // 占比比上年高几个百分点: the share is what the points are of.
  if (ask.wants === "share" && all.some((a) => a.wants === "points") && !/[多少几]/.test(text)) return true;
  // What grew faster: A or the number of B? By how many points?
  if (
    comparison !== null &&
    /^(?:the )?(?:total )?number of/.test(text) &&
    !/\bwhat (?:is|was|are|were) $/.test(folded.slice(0, ask.span[0]))
  )
    return true;
  // 名次前进了几位 asks once.
  return ask.wants === "rank" && ask !== all.findLast((a) => a.wants === "rank");
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
      /(?:第|百分之)?(?:多少|几多|几|多大|多高|多快|多重|多远|多厚|(?:多久|多长时间)(?:之?内)?|多长)(?:分之几)?(?:千|万|十万|百万|亿|万亿)?/.exec(
        text,
      );
    if (!words) continue;
    const unit = ask.noun === "" ? ask.unit : ask.unit.replace(ask.noun, "");
    const end = words.index + words[0].length;
    const tail =
      unit !== "" && text.startsWith(unit, end)
        ? unit.length
        : (/^(?:个百分点|个点|个?巴仙|百分点|成|倍|%|钱|元|块钱?|美元|美金|点)/.exec(text.slice(end))?.[0]
            .length ?? 0);
    blank(ask.span[0] + words.index, ask.span[0] + end + tail);
  }
  return masked;
}
