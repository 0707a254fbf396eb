import type { Figure } from "../../figures/figure.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import { matchForm } from "../../text/match-form.ts";
import type { Term } from "../question/question.ts";
import { matchAt } from "./home.ts";
import { remembering } from "./memo.ts";
import { type Coverage, coverOf, matchTerm } from "./zones.ts";

/** What a word still says for a figure when it names the figure beside it. */
const BESIDES = 0.2;

/** Words that say only what kind of value is meant: a figure of that kind answers to them, whatever it is called. */
const KIND_WORDS: ReadonlyMap<string, (figure: Figure) => boolean> = new Map(
  [
    { words: "金额 总金额 数额 款额 amount", fits: (f: Figure) => f.kind === "amount" },
    { words: "数量 数目 个数 number", fits: (f: Figure) => f.kind === "count" },
    { words: "时间 时长 用时 time duration", fits: (f: Figure) => f.kind === "duration" },
    { words: "面积 总面积 area", fits: (f: Figure) => /平方|公顷|亩|square/.test(f.unit) },
    { words: "重量 总重 重 weight", fits: (f: Figure) => /吨|公斤|千克|ton|kg|kilogram/.test(f.unit) },
    { words: "项数 件数 例数 家数 票数 批数 列数", fits: (f: Figure) => f.kind === "count" },
  ].flatMap(({ words, fits }) => words.split(" ").map((word) => [word, fits] as const)),
);

/**
 * How well a term speaks for a figure: as {@link matchTerm}, but a word that names another figure of the same unit in the
 * sentence, and not this one, is that one's: of 赤礁、松屏分别查扣6420吨和3875吨 only the second is of 松屏.
 */
export function matchFigure(term: Term, entry: FigureEntry): number {
  const match = matchAt(term, entry);
  if (match < KIND_MATCH && KIND_WORDS.get(term.text)?.(entry.figure)) return KIND_MATCH;
  if (match > BESIDES && namesSibling(term, entry)) return BESIDES;
  return match < WHOLE_MATCH && namesWhole(term, entry) ? WHOLE_MATCH : match;
}

const KIND_MATCH = 0.85;

/** How well what names a whole speaks for its stated part: 进口关税配额1240万吨，其中尿素310万吨. */
const WHOLE_MATCH = 0.85;

const namesWhole = remembering((term: Term, { figure, document }: FigureEntry): boolean => {
  const whole =
    figure.of?.role === "part" ? document.figures.find((e) => e.index === figure.of?.index) : undefined;
  return (
    whole !== undefined &&
    term.kind !== "place" &&
    term.alternates.some((a) => a.weight >= 0.7 && a.text.length > 1 && whole.around.metric.includes(a.text))
  );
});

/** Whether the figure beside this one is named by a telling word of the question, and this one is not. */
export const isSiblings = (terms: readonly Term[], entry: FigureEntry): boolean =>
  terms.some((t) => t.noun && !t.general && t.weight >= 3.5 && t.kind !== "place" && namesSibling(t, entry));

/** Whether a figure counts the things that are asked for: its own noun is theirs. */
function counts(counted: readonly Term[], { figure }: FigureEntry): boolean {
  const noun = matchForm(figure.noun ?? "");
  return counted.some((t) => t.alternates.some((a) => a.weight >= 0.7 && noun.includes(a.text)));
}

/** 31个督导组前往29个海关: the thing that is counted is that of the figure beside this one. */
export const countsSibling = (counted: readonly Term[], entry: FigureEntry): boolean =>
  counted.length > 0 &&
  entry.figure.noun !== null &&
  !counts(counted, entry) &&
  siblings(entry).some((e) => counts(counted, e));

/**
 * How well the terms of a question are covered around a figure. One that counts what is asked for keeps the words of the
 * figures beside it: of 31个督导组前往29个海关 the first is of the customs offices as well.
 */
export const coverFigure = (
  terms: readonly Term[],
  entry: FigureEntry,
  counted: readonly Term[] = [],
): Coverage =>
  coverOf(
    terms,
    counted.length > 0 && counts(counted, entry)
      ? (term) => matchAt(term, entry)
      : (term) => matchFigure(term, entry),
  );

const siblingsOf = new WeakMap<FigureEntry, readonly FigureEntry[]>();

/** The other figures of the sentence, or of the table's column, with the same kind and unit. */
function siblings(entry: FigureEntry): readonly FigureEntry[] {
  let found = siblingsOf.get(entry);
  if (!found) {
    const { kind, unit, cell } = entry.figure;
    found = entry.document.figures.filter(
      (e) =>
        (e.sentence === entry.sentence ||
          (cell !== undefined &&
            e.figure.cell?.column === cell.column &&
            e.sentence.passage === entry.sentence.passage)) &&
        e !== entry &&
        e.figure.kind === kind &&
        e.figure.unit === unit,
    );
    siblingsOf.set(entry, found);
  }
  return found;
}

/** The figures that stand beside one as rows of its column or items of its run: those of its sentence that measure alike. */
export const rowsBeside = (entry: FigureEntry): readonly FigureEntry[] =>
  siblings(entry).filter(
    (e) =>
      entry.figure.cell !== undefined || (e.figure.agg === entry.figure.agg && e.sentence === entry.sentence),
  );

/** The source tells the first figure as a part of the second. */
export const isStatedPart = (part: FigureEntry, whole: FigureEntry): boolean =>
  part.document === whole.document && part.figure.of?.role === "part" && part.figure.of.index === whole.index;

/** 总量1240万吨，其中尿素310万吨: what names the whole is said of its parts, too. */
function isWholeOf(whole: FigureEntry, part: FigureEntry): boolean {
  if (isStatedPart(part, whole)) return true;
  return (
    whole.figure.display[1] < part.figure.display[0] &&
    /其中|包括|\bof which\b|\bincluding\b/.test(
      part.document.article.body.slice(whole.figure.display[1], part.figure.display[0]),
    )
  );
}

/** Whether a term names another figure of the sentence in the same unit, and not this one. */
export const namesSibling = remembering((term: Term, entry: FigureEntry): boolean => {
  const others = siblings(entry).filter((e) => !isWholeOf(e, entry));
  // 原有24项，取消15项: a figure that a verb alone names is of the thing named before.
  if (others.length === 0 || (!entry.figure.cell && entry.metricWords.every((w) => !w.noun))) return false;
  const names = (e: FigureEntry): boolean =>
    term.alternates.some((a) => a.weight >= 0.7 && a.text.length > 1 && e.around.metric.includes(a.text));
  return !names(entry) && others.some(names);
});
