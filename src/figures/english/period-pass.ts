import type { FigureContext } from "../figure.ts";
import type { Draft } from "./drafts.ts";
import {
  type Dates,
  datesOf,
  fallbackDates,
  isAside,
  isCarried,
  isComparedPhrase,
  ownPhrase,
  streakDates,
} from "./period-choice.ts";
import type { PeriodPhrase } from "./period-phrases.ts";
import type { PreparedText } from "./prepared-text.ts";
import type { Quantity } from "./quantity.ts";

/** The dates of one figure, and whether its own sentence leaves them unsaid. */
export interface DatedDraft {
  readonly dates: Dates;
  readonly implicit: boolean;
}

/** What stands around a paragraph and may date its figures. */
export interface PeriodSurroundings {
  readonly context: FigureContext;
  /** The period that the heading above, or the section so far, speaks of. */
  readonly above: Dates | undefined;
}

/** The dates of every draft of a paragraph: its own phrase, else what the sentences before it carry, else what stands above. */
export function datePass(
  { plain, lower }: PreparedText,
  drafts: readonly Draft[],
  phrases: readonly PeriodPhrase[],
  list: readonly Quantity[],
  around: PeriodSurroundings,
): DatedDraft[] {
  let carried = around.above;
  return drafts.map((d) => {
    const phrase = ownPhrase(lower, d.q, list, phrases, d);
    const spokenOf = carried ?? fallbackDates(undefined, around.context);
    if (!phrase) return { dates: streakDates(spokenOf, d.q), implicit: true };
    const dates = datesOf(phrase, plain.slice(phrase.start, phrase.end).replace(/\s+/g, " "), spokenOf);
    const stays = isComparedPhrase(lower, phrase, list) || isAside(lower, phrase);
    if (isCarried(phrase) && !stays) carried = dates;
    return { dates: streakDates(dates, d.q), implicit: false };
  });
}
