import type { Direction, Span } from "../../figures/figure.ts";
import type { ConceptKind } from "../../knowledge/glossary.ts";
import type { Alternate } from "../../retrieval/lexicon.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import type { UiLang } from "../types.ts";
import type { Ask } from "./asks.ts";
import type { Framed } from "./frames.ts";
import type { AskedPeriod } from "./periods.ts";

/** A content word of a question with all the words that may stand for it in a text. */
export interface Term {
  /** As looked up: folded Chinese, or English stems. */
  readonly text: string;
  /** As asked, folded: what a later turn reads again. */
  readonly surface: string;
  /** Place in the folded question; terms of an earlier turn have [-1, -1]. */
  readonly span: Span;
  /** `name`: Latin names and codes; `word`: a word that the glossary does not know. */
  readonly kind: Exclude<ConceptKind, "light" | "change"> | "name" | "word";
  /** Noun-like: an unknown noun that stands nowhere is a sign that the library does not hold the answer. */
  readonly noun: boolean;
  readonly alternates: readonly Alternate[];
  /** Words that look alike and mean something else: a figure named by one of them is not meant. */
  readonly rivals: readonly string[];
  /** Longer names in which a place name stands by chance. */
  readonly around: readonly string[];
  /** How much it tells apart: inverse frequency over the library's sentences, from about 0.3 up. */
  readonly weight: number;
  /** Names whatever is traded or done, and so nothing: 货物, 企业. */
  readonly general: boolean;
  /** Stands right behind a place and makes one name with it: 澄州|机场. */
  readonly attached: boolean;
  /** The question is about it: a head that is missing is decisive, a circumstance is not. */
  readonly head: boolean;
  /** Stands nowhere in the library. */
  readonly absent: boolean;
}

/** Which kind of value is wanted: a level, its growth, a share, a rank, the sides of a change, or whatever fits. */
export type Aspect = "level" | "growth" | "share" | "rank" | "date" | "any";

/** How two things are to be set against each other. */
export type ComparisonKind = "difference" | "ratio" | "percent_change" | "share" | "which" | "side_by_side";

export interface Question {
  readonly raw: string;
  /** What all spans count in. */
  readonly folded: string;
  /** As the asker wrote it, character for character beside `folded`: spans hold in both. */
  readonly written: string;
  readonly lang: UiLang;
  readonly periods: readonly AskedPeriod[];
  readonly asks: readonly Ask[];
  readonly terms: readonly Term[];
  /** Words taken over from the turn before: they help to choose and are not demanded. */
  readonly shared: readonly Term[];
  /** Figures that the turn before stated, newest first: what belongs to them comes first. */
  readonly recalled: readonly FigureEntry[];
  /** Completed from the turn before. */
  readonly followUp: boolean;
  /** Import and export words with their places, in order. */
  readonly directions: readonly { readonly direction: Direction; readonly span: Span }[];
  /** The nation as a whole was named: 全国, 我国, China's. */
  readonly national: boolean;
  readonly aspect: Aspect;
  /** Set where the question sets things against each other. */
  readonly comparison: ComparisonKind | null;
  /** Set where the question says which of two sides is which. */
  readonly frame: Framed | undefined;
  /** Match forms of words that are said not to be meant. */
  readonly excluded: readonly string[];
  /** Asks for who, what, which, how or why: sentences, not a figure. */
  readonly wantsPassage: boolean;
  /** What a change is measured against, if said: 同比, 环比. */
  readonly changeBase: "yoy" | "mom" | null;
  /** Corrections of spelling that were made, as `typed → read`. */
  readonly corrections: readonly string[];
}
