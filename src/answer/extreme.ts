import type { FigureEntry } from "../retrieval/library.ts";
import { levelOfEntry } from "./comparison/operands.ts";
import { isAtPeak } from "./match/leanings.ts";
import { fitEntry } from "./match/periods.ts";
import { matchFigure, rowsBeside } from "./match/siblings.ts";
import type { Wanted } from "./match/wanted.ts";
import type { NumberFinding } from "./number.ts";
import { listedItems } from "./question/listed.ts";
import type { Question } from "./question/question.ts";

const MOST = "最(?:大|多|高|快|猛|强|长|久|贵|重|厉害|突出|明显|小|少|低|慢|短|轻)";

/** 哪种业务做得最大, 最多的是哪个渠道, "which channel had the most": one of several that the question does not name. */
const WHICH_MOST = new RegExp(
  `(?:哪|谁|边|邊)[^,，。?]{0,14}${MOST}|${MOST}的?[^,，。?]{0,6}(?:是|系|为|在)?(?:哪|谁|边|邊)|\\b(?:which|what|who)\\b.*\\b(?:largest|biggest|highest|most|greatest|fastest|longest|smallest|lowest|least|fewest|slowest|shortest)\\b`,
);
/** Whether a folded question asks which one of several is the greatest or least. */
export const asksWhichMost = (folded: string): boolean => WHICH_MOST.test(folded);

const LEAST = /最(?:小|少|低|慢|短|轻)|\b(?:smallest|lowest|least|fewest|slowest|shortest)\b/;
/** What fell most has the least growth. */
const FELL =
  /(?:降|跌|减|少|缩|下滑)[^,，。?]{0,4}最|最[^,，。?]{0,2}(?:降|跌|减)|\b(?:fell|dropped|declined|decreased)\b/;

/** Rows that sum up or gather the rest. */
const NO_ITEM =
  /^(?:合计|总计|共计|小计|总数|总值|总额|全部|整体|其他|其它|其余|total|sum|all|overall|other)/i;

/** Rows fewer than these are a pair, which is compared. */
const FEWEST = 3;

/**
 * The greatest or least of a table's column or of a run of figures in one sentence, where the question asks which one it is
 * without naming them; undefined where it does not, or where what was found stands alone.
 */
export function findExtreme(question: Question, { ranked, wanted }: NumberFinding): FigureEntry | undefined {
  const { folded } = question;
  const kept = (ranked[0] ?? []).filter((c) => c.dropped === null);
  const first = kept[0];
  if (!first || !asksWhichMost(folded) || listedItems(folded) > 1) return undefined;
  const near = kept.filter((c) => first.score - c.score < NEAR).map((c) => c.entry);
  // 最高的2022年达到97.3%: the source itself says which one it is.
  const told = wanted[0] && near.find((e) => isAtPeak(wanted[0] as Wanted, e));
  if (told && told.figure.period.from !== null) return told;
  for (const entry of near) {
    const rows = rowsOf(question, entry, wanted[0]?.period);
    const years = new Set(rows.map((e) => e.figure.period.from)).size;
    if (question.aspect === "date" && years < rows.length) continue;
    if (rows.length < FEWEST || rows.some((e) => isNamed(question, e, rows))) continue;
    const least = (entry.figure.change !== null && FELL.test(folded)) || LEAST.test(folded);
    return rows.reduce((a, b) => (signedValue(b) < signedValue(a) === least ? b : a));
  }
  return undefined;
}

/** Scores this near to the best may be of the same column or run. */
const NEAR = 0.3;

/** A figure with those beside it that are of the same kind of value and time. */
function rowsOf(question: Question, entry: FigureEntry, period: Wanted["period"]): FigureEntry[] {
  const change = (e: FigureEntry): string | null => e.figure.change?.kind ?? null;
  return [entry, ...rowsBeside(entry)].filter(
    (e) =>
      !isTotal(e) &&
      change(e) === change(entry) &&
      (question.aspect === "date" || !period || fitEntry(period, e) === fitEntry(period, entry)),
  );
}

const isTotal = ({ figure, metricWords }: FigureEntry): boolean =>
  NO_ITEM.test((figure.cell?.row ?? figure.metric).trim()) || (!figure.cell && metricWords.length === 0);

/** Signed: a fall is below zero. */
function signedValue(entry: FigureEntry): number {
  const change = entry.figure.change?.value;
  if (change === undefined) return levelOfEntry(entry);
  return typeof change === "number" ? change : change[1];
}

/** A word of the question names this row and not all; of 哪个渠道 the kind of thing names none. */
const isNamed = (question: Question, entry: FigureEntry, rows: readonly FigureEntry[]): boolean =>
  question.terms.some(
    (t) =>
      t.noun &&
      !/(?:哪|边|邊)\S{0,2}$|\b(?:which|what) (?:\w+ )?$/.test(
        question.folded.slice(0, Math.max(0, t.span[0])),
      ) &&
      matchFigure(t, entry) >= 0.95 &&
      rows.some((other) => matchFigure(t, other) < 0.7),
  );
