import type { Direction, Figure, Period, Span } from "../figures/figure.ts";

/** Language and script of a reply. */
export type UiLang = "zh-Hans" | "zh-Hant" | "en";

/** A verbatim span of an article's body: `text` is `body.slice(start, end)` of the article `articleId` in `lang`. */
export interface Quote {
  readonly articleId: string;
  readonly lang: "zh" | "en";
  readonly kind: "digest" | "original";
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url?: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Spans of the body, inside the quote, that the answer rests on: figures, or the sentences that answer. */
  readonly marks: readonly Span[];
}

/** A number in a headline never stands alone: each part says where its digits come from. The gate checks it. */
export type HeadlinePart =
  /** Words, names, dates and periods: no figure. */
  | { readonly kind: "text"; readonly text: string }
  /** Stands word for word inside quote number `quote`, at `span` of its article's body. */
  | { readonly kind: "figure"; readonly text: string; readonly quote: number; readonly span: Span }
  /** The figure at `span`, said in the asker's language: 9.7 trillion yuan for 9.7万亿元. */
  | { readonly kind: "restated"; readonly text: string; readonly quote: number; readonly span: Span }
  /** The result number `derived`, or one of its operands as shown in the arithmetic. */
  | { readonly kind: "computed"; readonly text: string; readonly derived: number };

export interface AnsweredFigure {
  readonly figure: Figure;
  readonly articleId: string;
  readonly lang: "zh" | "en";
  /** Index into the answer's quotes. */
  readonly quote: number;
  /** As the headline shows it, with qualifier, unit and noun. */
  readonly display: string;
  /** Name of what was measured, as the headline shows it. */
  readonly label: string;
}

export type DerivedKind = "difference" | "ratio" | "percent_change" | "percentage_points" | "share";

/** A result that was computed from figures of the answer. */
export interface Derived {
  readonly kind: DerivedKind;
  /** Exact decimal, rounded for showing only; a range as [low, high]. */
  readonly value: number | readonly [number, number];
  readonly unit: string;
  /** The arithmetic, readable: 43.8 − 32.16 = 11.64（万亿元）. */
  readonly formula: string;
  /** Indexes into the answer's figures. */
  readonly operands: readonly number[];
  /** True where an operand is approximate or bounded: the result is shown with 约. */
  readonly approximate: boolean;
}

/** What was understood of the question; also what a follow-up takes over. JSON-serialisable. */
export interface Understanding {
  readonly intent: "number" | "comparison" | "passage" | "chat";
  /** Content words of the question that name what is asked about. */
  readonly topic: readonly string[];
  readonly periods: readonly Period[];
  readonly places: readonly string[];
  readonly direction: Direction | null;
  /** Taken from the earlier turn, in the asker's language: "2020年", "货物贸易总额". */
  readonly carriedOver: readonly string[];
  /** Assumed, not said: "newest period 2024" and the like, in the asker's language. */
  readonly assumed: readonly string[];
}

export interface Suggestion {
  /** At most about 30 characters. */
  readonly label: string;
  /** The question that it asks when pressed. */
  readonly question: string;
}

interface AnswerBase {
  readonly lang: UiLang;
  readonly question: string;
  readonly understanding: Understanding;
  /** Related questions that are known to be answerable; for `notFound` what there is instead. */
  readonly suggestions: readonly Suggestion[];
  /** What the next turn may take over; opaque to everyone but the assistant, JSON-serialisable, below 4 KB. */
  readonly memory: Memory | null;
}

/** An answered question proves itself: at least one quote, by type. */
interface Proven extends AnswerBase {
  readonly headline: readonly HeadlinePart[];
  readonly quotes: readonly [Quote, ...Quote[]];
  /** Other articles that state the same fact. */
  readonly alsoIn: readonly Quote[];
}

export interface NumberAnswer extends Proven {
  readonly kind: "number";
  readonly figures: readonly AnsweredFigure[];
}

export interface ComparisonAnswer extends Proven {
  readonly kind: "comparison";
  readonly figures: readonly AnsweredFigure[];
  readonly derived: readonly Derived[];
  /** The outcome in words, without a figure: 2024年更高. Empty where nothing could be said. */
  readonly verdict: string;
  /** Why the figures were not set against each other; empty where they were. */
  readonly incomparable: string;
  /** Operands that were asked for and not found, in the asker's words. */
  readonly missing: readonly string[];
}

export interface PassageAnswer extends Proven {
  readonly kind: "passage";
}

export interface NotFoundAnswer extends AnswerBase {
  readonly kind: "notFound";
  /** What is not in the library, in the asker's language, without a figure. */
  readonly headline: readonly HeadlinePart[];
  readonly missing: readonly {
    readonly what: "period" | "place" | "direction" | "metric" | "unit" | "topic";
    readonly words: string;
  }[];
}

export interface ClarifyAnswer extends AnswerBase {
  readonly kind: "clarify";
  readonly headline: readonly HeadlinePart[];
  readonly options: readonly Suggestion[];
}

export type ChatTopic = "greeting" | "thanks" | "farewell" | "identity" | "help";

export interface ChatAnswer extends AnswerBase {
  readonly kind: "chat";
  readonly topic: ChatTopic;
  readonly headline: readonly HeadlinePart[];
}

export type Answer =
  | NumberAnswer
  | ComparisonAnswer
  | PassageAnswer
  | NotFoundAnswer
  | ClarifyAnswer
  | ChatAnswer;

/** The slots of earlier turns that a follow-up may take over. */
export interface Memory {
  /** Version of this shape; another one is ignored. */
  readonly v: 1;
  readonly question: string;
  readonly intent: Understanding["intent"];
  readonly slots: unknown;
  /** Figures that the last answers stated, newest first: enough to compare them again. */
  readonly figures: readonly {
    readonly articleId: string;
    readonly lang: "zh" | "en";
    readonly start: number;
  }[];
  readonly quote: {
    readonly articleId: string;
    readonly lang: "zh" | "en";
    readonly start: number;
    readonly end: number;
  } | null;
}

/** Plain text of a headline. */
export const headlineText = (parts: readonly HeadlinePart[]): string => parts.map((p) => p.text).join("");

export type { Figure, Period, Span };
